"""moto's IAM with what is in this folder.

moto as it comes                                                         here
There is no account root: no keys, no summary flags, no report row       root.py
A call without UserName is about nobody, or about `None`                 root.py         it is about the caller
GetAccessKeyLastUsed tells of a use at once; CreateDate of a key is      root.py
  by this computer's clock
EnableMFADevice takes any two codes and any serial number, also of a     mfa.py, totp.py RFC 6238 against the device's seed
  device that is someone's; ResyncMFADevice is missing
Whoever is signed in without MFA may change their own MFA devices        mfa.py, sessions.py
ListVirtualMFADevices shows every seed                                   mfa.py          a seed is shown once
DeleteVirtualMFADevice takes a device away from its user                 mfa.py          DeleteConflict
CreateVirtualMFADevice drops Tags; ListMFADeviceTags is missing          mfa.py
The password policy holds nobody; PasswordResetRequired is dropped;      passwords.py
  UpdateLoginProfile without Password takes the password away
UpdateAccountPasswordPolicy takes figures that AWS refuses               passwords.py
GetAccountAuthorizationDetails knows no pages, and lists every policy    details.py
  of AWS where AWS lists those in use; its trust policies are not
  URL-encoded
The caller's signing certificates cannot be asked for, root's neither    certificates.py
DeleteUser leaves keys, devices and memberships behind; there is no      leaving.py
  boundary of a user, no tag on a device that exists, and no credential
  of one service
AttachRolePolicy counts a policy twice that is attached already          attachments.py
SimulatePrincipalPolicy is missing; conditions are checked of trust      simulate.py
  policies alone, variables of none
"""

from moto.iam import models, urls
from moto.iam.responses import IamResponse

from .actions import actions
from .attachments import AttachmentsBackend
from .certificates import CertificatesBackend, CertificatesResponse
from .control import CONTROL, account
from .details import DetailsResponse
from .leaving import LeavingBackend, LeavingResponse
from .mfa import MfaBackend, MfaResponse
from .names import NamesBackend
from .passwords import PasswordBackend, PasswordResponse
from .root import RootBackend, RootResponse
from .sessions import SessionsBackend
from .simulate import SimulateResponse


class Iam(
    SessionsBackend,
    RootBackend,
    CertificatesBackend,
    LeavingBackend,
    MfaBackend,
    NamesBackend,
    AttachmentsBackend,
    PasswordBackend,
    models.IAMBackend,
):
    # moto finds the URLs of a backend beside the module of its class.
    __module__ = models.__name__

    def _init_aws_policies(self):
        """moto makes an account for each partition at the first request, each with all policies of AWS: slow."""
        return super()._init_aws_policies() if self.region_name == "aws" else []


class Response(
    RootResponse,
    CertificatesResponse,
    LeavingResponse,
    MfaResponse,
    PasswordResponse,
    DetailsResponse,
    SimulateResponse,
    IamResponse,
):
    RESPONSE_KEY_PATH_TO_TRANSFORMER = {
        **IamResponse.RESPONSE_KEY_PATH_TO_TRANSFORMER,
        **MfaResponse.NEVER_LISTED,
        **DetailsResponse.ENCODED,
    }


def next_role_id(account_id):
    """In moto it is random, and a key of the state: two accounts that were made alike would differ."""
    return f"AROA{len(models.iam_backends[account_id]['aws'].roles):017}"


models.random_role_id = next_role_id
models.iam_backends.backend = Iam
urls.url_paths = {"{0}/$": Response.dispatch}
