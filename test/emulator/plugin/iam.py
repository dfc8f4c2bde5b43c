"""moto's IAM with all of the above, put where its own is looked up."""

from moto.core import DEFAULT_ACCOUNT_ID
from moto.iam import models, urls
from moto.iam.responses import IamResponse

from .certificates import CertificatesBackend, CertificatesResponse
from .details import DetailsResponse
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
    MfaBackend,
    NamesBackend,
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


def install():
    models.iam_backends.backend = Iam
    urls.url_paths = {"{0}/$": Response.dispatch}


def account():
    return models.iam_backends[DEFAULT_ACCOUNT_ID]["aws"]
