"""GetAccountAuthorizationDetails page by page."""

import base64
import json
from copy import copy

from moto.core.responses import ActionResult
from moto.core.serialize import url_encode
from moto.iam.exceptions import ValidationError
from moto.iam.models import AWSManagedPolicy, User

LISTS = {
    "UserDetailList": "users",
    "GroupDetailList": "groups",
    "RoleDetailList": "roles",
    "Policies": "managed_policies",
}


SET = "[LocalManagedPolicy, User, AWSManagedPolicy, Role, Group]"
KINDS = set(SET.strip("[]").split(", "))


def constraint(name, failed):
    return ValidationError(f"1 validation error detected: Value at '{name}' failed to satisfy constraint: {failed}")


def marker(start, kinds):
    return base64.b64encode(json.dumps([start, sorted(kinds)]).encode()).decode()


def place(given, kinds):
    """A marker is valid only with the filter of its page."""
    if given is None:
        return 0
    try:
        start, of = json.loads(base64.b64decode(given, validate=True))
    except ValueError:
        of = None
    if of != sorted(kinds):
        raise ValidationError("Marker and Filter do not match")
    return start


# moto serializes by the name of the class.
WITHOUT_POLICIES = type("User", (User,), {"user_policy_list": None})


def shown(item):
    """AWS leaves out the list of a user without inline policies, but gives a group's as an empty one."""
    if not isinstance(item, User) or item.policies:
        return item
    bare = copy(item)
    bare.__class__ = WITHOUT_POLICIES
    return bare


def in_use(item):
    """Of its own policies AWS lists those alone that are attached to something."""
    return not isinstance(item, AWSManagedPolicy) or item.attachment_count > 0


class DetailsResponse:
    """Over moto's IamResponse."""

    ENCODED = {
        "GetAccountAuthorizationDetailsResponse.RoleDetailList.RoleDetail.AssumeRolePolicyDocument": url_encode
    }

    def get_account_authorization_details(self):
        kinds = self._get_param("Filter", [])
        if set(kinds) - KINDS:
            raise constraint("filter", f"Member must satisfy constraint: [Member must satisfy enum value set: {SET}]")
        size = self._get_int_param("MaxItems", 100)
        if not 1 <= size <= 1000:
            raise constraint("maxItems", "Member must have value less than or equal to 1000")
        start = place(self._get_param("Marker"), kinds)
        details = self.backend.get_account_authorization_details(kinds)
        for policy in details["managed_policies"]:
            # moto leaves it out.
            policy.policy_name = policy.name
        items = [
            (name, item)
            for name, key in LISTS.items()
            for item in details[key]
            if in_use(item)
        ]
        page = [(name, shown(item)) for name, item in items[start : start + size]]
        result = {name: [item for kind, item in page if kind == name] for name in LISTS}
        result["IsTruncated"] = start + size < len(items)
        if result["IsTruncated"]:
            result["Marker"] = marker(start + size, kinds)
        return ActionResult(result)
