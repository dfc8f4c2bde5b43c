"""Temporary credentials, and whether they carry MFA."""

import uuid

from moto.iam.exceptions import IAMException

from ... import clock
from .totp import Unavailable

# Root's session, as `aws login` or CloudShell hands it out.
ROOT_SESSION_ID = "ASIAROOTLOCKSESS0001"
# A user's session, once a test has started it.
USER_SESSION_ID = "ASIAROOTLOCKUSER0001"


class AccessDenied(IAMException):
    code = "AccessDenied"


class Session:
    """`token`: from GetSessionToken, which asks for a long-term key and no password."""

    def __init__(self, holder, mfa, token=False):
        self.holder = holder
        self.mfa = mfa
        self.token = token
        self.began = clock.now()


class SessionsBackend:
    """Over moto's IAMBackend."""

    def __init__(self, region_name, account_id):
        super().__init__(region_name, account_id)
        self.sessions = {ROOT_SESSION_ID: Session(self.root, mfa=False)}

    def start_session(self, user_name, mfa):
        """`mfa`: `None` if the user's devices decide, since AWS asks for a code once there is one."""
        user = self.get_user(user_name)
        self.sessions[USER_SESSION_ID] = Session(user, bool(user.mfa_devices) if mfa is None else mfa)

    def knows_key(self, access_key_id):
        """A session ends with its user."""
        session = self.sessions.get(access_key_id)
        if session is None:
            return super().knows_key(access_key_id)
        return session.holder in (self.root, *self.users.values())

    def has_mfa(self, key_id):
        """A long-term key never carries MFA."""
        return key_id in self.sessions and self.sessions[key_id].mfa

    def get_user_from_access_key_id(self, access_key_id):
        if access_key_id in self.sessions:
            return self.sessions[access_key_id].holder
        return super().get_user_from_access_key_id(access_key_id)

    def get_session_token(self, key_id, serial_number, code):
        if key_id in self.sessions:
            raise AccessDenied("Cannot call GetSessionToken with session credentials")
        holder = self.get_user_from_access_key_id(key_id)
        if serial_number:
            self.check_code(holder, serial_number, code)
        new_id = f"ASIA{uuid.uuid4().hex[:16].upper()}"
        self.sessions[new_id] = Session(holder, bool(serial_number), token=True)
        return new_id

    def check_code(self, holder, serial_number, code):
        device = self.virtual_mfa_devices.get(serial_number)
        if device is None or device.user is not holder:
            raise AccessDenied(
                "MultiFactorAuthentication failed, unable to validate MFA code.  "
                "Please verify your MFA serial number is valid and associated with this user."
            )
        try:
            taken = device.codes.sign_in(code)
        except Unavailable:
            raise AccessDenied("MultiFactorAuthentication is temporarily unavailable") from None
        if not taken:
            raise AccessDenied("MultiFactorAuthentication failed with invalid MFA one time pass code. ")
