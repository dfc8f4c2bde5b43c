"""GetAccountAuthorizationDetails page by page."""

from moto.core.responses import ActionResult
from moto.core.serialize import url_encode
from moto.iam.exceptions import ValidationError
from moto.iam.models import AWSManagedPolicy

LISTS = {
    "UserDetailList": "users",
    "GroupDetailList": "groups",
    "RoleDetailList": "roles",
    "Policies": "managed_policies",
}


def in_use(item):
    """Of its own policies AWS lists those alone that are attached to something."""
    return not isinstance(item, AWSManagedPolicy) or item.attachment_count > 0


class DetailsResponse:
    """Over moto's IamResponse."""

    ENCODED = {
        "GetAccountAuthorizationDetailsResponse.RoleDetailList.RoleDetail.AssumeRolePolicyDocument": url_encode
    }

    def get_account_authorization_details(self):
        details = self.backend.get_account_authorization_details(self._get_param("Filter", []))
        items = [
            (name, item)
            for name, key in LISTS.items()
            for item in details[key]
            if in_use(item)
        ]
        size = self._get_int_param("MaxItems", 100)
        marker = self._get_param("Marker", "0")
        if not marker.isdigit():
            raise ValidationError("Invalid Marker.")
        start = int(marker)
        page = items[start : start + size]
        result = {name: [item for kind, item in page if kind == name] for name in LISTS}
        result["IsTruncated"] = start + size < len(items)
        if result["IsTruncated"]:
            result["Marker"] = str(start + size)
        return ActionResult(result)
