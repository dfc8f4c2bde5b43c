"""Passwords that the account's policy holds for."""

import string

from moto.core.responses import EmptyResult
from moto.iam.exceptions import EntityAlreadyExists, IAMException, ValidationError

SYMBOLS = "!@#$%^&*()_+-=[]{}|'"
# What UpdateAccountPasswordPolicy takes. moto knows the upper ends only.
RANGES = {
    "MinimumPasswordLength": (6, 128),
    "MaxPasswordAge": (1, 1095),
    "PasswordReusePrevention": (1, 24),
}


class PasswordPolicyViolation(IAMException):
    code = "PasswordPolicyViolation"


def classes(password):
    return {
        "at least one uppercase letter": any(c in string.ascii_uppercase for c in password),
        "at least one lowercase letter": any(c in string.ascii_lowercase for c in password),
        "at least one number": any(c in string.digits for c in password),
        "at least one symbol": any(c in SYMBOLS for c in password),
    }


def violation(password, policy):
    """The rule that a password breaks, as AWS words it. Without a policy AWS's own default holds."""
    length = policy.minimum_password_length if policy else 8
    if len(password) < length:
        return f"a minimum length of {length}"
    has = classes(password)
    if policy is None:
        return None if sum(has.values()) >= 3 else "three of the four character types"
    required = [
        policy.require_uppercase_characters,
        policy.require_lowercase_characters,
        policy.require_numbers,
        policy.require_symbols,
    ]
    return next((rule for rule, wanted in zip(has, required) if wanted and not has[rule]), None)


class PasswordBackend:
    """Over moto's IAMBackend."""

    def check_password(self, password):
        broken = violation(password, self.account_password_policy)
        if broken:
            raise PasswordPolicyViolation(f"Password should have {broken}")

    def create_login_profile(self, user_name, password):
        if self.get_user(user_name).password:
            raise EntityAlreadyExists(f"Login Profile for user {user_name} already exists.")
        self.check_password(password)
        return super().create_login_profile(user_name, password)


class PasswordResponse:
    """Over moto's IamResponse."""

    def create_login_profile(self):
        user = self.backend.create_login_profile(
            self._get_param("UserName"), self._get_param("Password")
        )
        user.password_reset_required = self._get_bool_param("PasswordResetRequired", False)
        return self.get_login_profile()

    def update_login_profile(self):
        user = self.backend.get_login_profile(self._get_param("UserName"))
        password = self._get_param("Password")
        if password is not None:
            self.backend.check_password(password)
            user.password = password
        reset = self._get_bool_param("PasswordResetRequired")
        if reset is not None:
            user.password_reset_required = reset
        return EmptyResult()

    def update_account_password_policy(self):
        for name, (least, most) in RANGES.items():
            value = self._get_int_param(name)
            if value is not None and not least <= value <= most:
                raise ValidationError(f"1 validation error detected: Value '{value}' at '{name}' failed")
        return super().update_account_password_policy()
