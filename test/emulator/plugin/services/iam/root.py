"""The account root: a principal with keys, MFA and a password, that is in no list of users."""

from datetime import datetime, timezone

from moto.core.responses import ActionResult, EmptyResult
from moto.iam.exceptions import ValidationError
from moto.iam.models import AccessKey, AccessKeyLastUsed, User

from ... import calls, clock
from .sessions import ROOT_SESSION_ID

# Known beforehand, so that a test can sign with them. moto expects 20 characters.
KEY_IDS = ["AKIAROOTLOCKROOT0001", "AKIAROOTLOCKROOT0002"]
MFA_NAME = "root-account-mfa-device"
# The same in every new account, so that two new accounts are equal.
BORN = datetime(2026, 1, 1)


class Root(User):
    def __init__(self, account_id, region_name):
        super().__init__(account_id, region_name, "root")
        self.id = account_id
        self.create_date = BORN

    @property
    def arn(self):
        return f"arn:aws:iam::{self.account_id}:root"

    @property
    def group_list(self):
        return []

    def to_csv(self):
        fields = super().to_csv().split(",")
        fields[0] = "<root_account>"
        # password_enabled, password_last_used, password_last_changed, password_next_rotation. The last one is no feature
        # of root's; the others are told since root can be without a password.
        fields[3:7] = ["true", "no_information", fields[2], "not_supported"]
        return ",".join(fields)


class RootBackend:
    """Over moto's IAMBackend."""

    def __init__(self, region_name, account_id):
        super().__init__(region_name, account_id)
        self.root = Root(account_id, region_name)
        # AWS's documents say both: that a session of root may list and delete root's keys, and that it may not.
        self.session_sees_keys = True
        self.set_root_keys(KEY_IDS[:1])

    def set_root_keys(self, key_ids):
        for key in self.root.access_keys:
            del self.access_keys[key.access_key_id]
        self.root.access_keys = []
        for key_id in key_ids:
            key = AccessKey(None, "AKIA", self.account_id)
            key.access_key_id = key_id
            key.secret_access_key = "not checked"
            key.create_date = BORN
            self.root.access_keys.append(key)
            self.access_keys[key_id] = key

    def set_root_mfa(self, enabled):
        """As the owner does it in the console, with a virtual device."""
        serial = f"arn:aws:iam::{self.account_id}:mfa/{MFA_NAME}"
        self.root.mfa_devices.pop(serial, None)
        self.virtual_mfa_devices.pop(serial, None)
        if not enabled:
            return
        device = self.create_virtual_mfa_device(MFA_NAME, "/")
        device.enable_date = datetime.now(timezone.utc)
        device.user = self.root
        self.root.enable_mfa_device(serial, "", "")

    def knows_key(self, access_key_id):
        """May this key sign? Also keys of users and of roles that moto has handed out."""
        key = self.access_keys.get(access_key_id)
        return key is not None and key.status == "Active"

    def get_user_from_access_key_id(self, access_key_id):
        if access_key_id in [key.access_key_id for key in self.root.access_keys]:
            return self.root
        return super().get_user_from_access_key_id(access_key_id)

    def create_access_key(self, *args, **named):
        """By AWS's clock: a rotation takes months."""
        key = super().create_access_key(*args, **named)
        key.create_date = datetime.fromtimestamp(clock.now(), timezone.utc)
        return key

    def get_access_key_last_used(self, access_key_id):
        """AWS takes minutes to tell of a use, also of this very call's key."""
        user_name = super().get_access_key_last_used(access_key_id)["user_name"]
        use = calls.last_use(access_key_id)
        if use is None:
            return {"user_name": user_name, "last_used": None}
        at, service, region = use
        moment = datetime.fromtimestamp(at, timezone.utc)
        return {"user_name": user_name, "last_used": AccessKeyLastUsed(moment, service, region)}

    def get_all_access_keys_for_all_users(self):
        return self.root.access_keys + super().get_all_access_keys_for_all_users()

    def get_credential_report(self):
        header, *users = super().get_credential_report().splitlines(keepends=True)
        return "".join([header, self.root.to_csv(), *users])


class RootResponse:
    """Over moto's IamResponse."""

    def subject(self):
        """Whom the call is about: the user that it names, else who signed it."""
        name = self._get_param("UserName")
        if name:
            return self.backend.get_user(name)
        caller = self.backend.get_user_from_access_key_id(self.access_key)
        if caller is None:
            raise ValidationError("Must specify userName when calling with non-User credentials")
        return caller

    def get_user(self):
        user = self.subject()
        if isinstance(user, Root):
            user = {"UserId": user.id, "Arn": user.arn, "CreateDate": user.create_date}
        return ActionResult({"User": user})

    def key_holder(self):
        is_unnamed = self._get_param("UserName") is None
        if is_unnamed and self.access_key == ROOT_SESSION_ID and not self.backend.session_sees_keys:
            raise ValidationError("Must specify userName when calling with non-User credentials")
        return self.subject()

    def list_access_keys(self):
        keys = self.key_holder().get_all_access_keys()
        return ActionResult({"AccessKeyMetadata": keys, "IsTruncated": False})

    def update_access_key(self):
        self.key_holder().update_access_key(self._get_param("AccessKeyId"), self._get_param("Status"))
        return EmptyResult()

    def delete_access_key(self):
        key_id = self._get_param("AccessKeyId")
        self.key_holder().delete_access_key(key_id)
        del self.backend.access_keys[key_id]
        return EmptyResult()

    def get_account_summary(self):
        root = self.backend.root
        summary = {
            **self.backend.get_account_summary().summary_map,
            "AccountMFAEnabled": int(bool(root.mfa_devices)),
            # Whether an inactive key counts is not documented: it does here, which is the careful reading.
            "AccountAccessKeysPresent": int(bool(root.access_keys)),
            "AccountPasswordPresent": 1,
            "AccountSigningCertificatesPresent": int(bool(root.signing_certificates)),
        }
        return ActionResult({"SummaryMap": summary})

    def get_credential_report(self):
        result = {
            "Content": self.backend.get_credential_report(),
            "ReportFormat": "text/csv",
            "GeneratedTime": datetime.fromtimestamp(clock.now(), timezone.utc),
        }
        return ActionResult(result)
