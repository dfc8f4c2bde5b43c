"""Names, paths and tags that IAM refuses."""

import re

from moto.iam.exceptions import EntityAlreadyExists, IAMException, ValidationError

# Aliases of other accounts: aliases are unique among all accounts.
TAKEN_ALIASES = {"admin", "amazon", "aws", "company", "test"}
USER_NAME_MAX = 64
PATH = re.compile(r"/|/[!-~]+/")


class InvalidInput(IAMException):
    code = "InvalidInput"


def checked_tags(tags, ignore_case):
    """IAM ignores case in the tag keys of users, and minds it in those of MFA devices."""
    keys = [tag["Key"] for tag in tags]
    compared = [key.lower() for key in keys] if ignore_case else keys
    if len(set(compared)) < len(compared):
        raise InvalidInput("Duplicate tag keys found.")
    if any(key.lower().startswith("aws:") for key in keys):
        raise InvalidInput("System tags cannot be added by the requester.")
    return tags


class NamesBackend:
    """Over moto's IAMBackend."""

    def create_account_alias(self, alias):
        if alias in TAKEN_ALIASES:
            raise EntityAlreadyExists(f"The account alias {alias} already exists.")
        super().create_account_alias(alias)

    def create_user(self, region_name, user_name, path=None, tags=None):
        if len(user_name) > USER_NAME_MAX:
            raise ValidationError(f"userName must have at most {USER_NAME_MAX} characters")
        if path is not None and not PATH.fullmatch(path):
            raise ValidationError(f"The path {path} is not valid.")
        return super().create_user(region_name, user_name, path, checked_tags(tags or [], ignore_case=True))
