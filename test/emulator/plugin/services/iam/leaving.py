"""What somebody may have besides keys, a password and MFA devices, and what has to go before they can."""

from itertools import count

from moto.core.responses import ActionResult, EmptyResult
from moto.core.utils import utcnow
from moto.iam.exceptions import DeleteConflictException, NoSuchEntity, ValidationError

from .names import checked_tags

STATUSES = {"Active", "Inactive"}


class LeavingBackend:
    """Over moto's IAMBackend."""

    def delete_user(self, user_name):
        user = self.get_user(user_name)
        left = {
            "remove tokens from principal": user.mfa_devices,
            "delete login profile": user.password,
            "delete access keys": user.access_keys,
            "delete signing certificates": user.signing_certificates,
            "remove referenced objects": user.ssh_public_keys or service_credentials(user),
            "remove users from group": self.get_groups_for_user(user_name),
        }
        for what, is_left in left.items():
            if is_left:
                raise DeleteConflictException(f"Cannot delete entity, must {what} first.")
        super().delete_user(user_name)

    def put_user_permissions_boundary(self, user_name, arn):
        user = self.get_user(user_name)
        self.get_policy(arn)
        user.permissions_boundary = {
            "PermissionsBoundaryType": "PermissionsBoundaryPolicy",
            "PermissionsBoundaryArn": arn,
        }

    def tag_mfa_device(self, serial_number, tags):
        self.virtual_mfa_device(serial_number)
        self.tagger.tag_resource(serial_number, checked_tags(tags, ignore_case=False))


def service_credentials(user):
    return user.__dict__.setdefault("service_credentials", {})


class LeavingResponse:
    """Over moto's IamResponse."""

    numbers = count(1)

    def put_user_permissions_boundary(self):
        self.backend.put_user_permissions_boundary(
            self._get_param("UserName"), self._get_param("PermissionsBoundary")
        )
        return EmptyResult()

    def tag_mfa_device(self):
        self.backend.tag_mfa_device(self._get_param("SerialNumber"), self._get_param("Tags", []))
        return EmptyResult()

    def create_service_specific_credential(self):
        user = self.backend.get_user(self._get_param("UserName"))
        number = next(self.numbers)
        credential = {
            "UserName": user.name,
            "Status": "Active",
            "ServiceUserName": f"{user.name}-at-{number}",
            "CreateDate": utcnow(),
            "ServiceSpecificCredentialId": f"ACCA{number:017}",
            "ServiceName": self._get_param("ServiceName"),
        }
        service_credentials(user)[credential["ServiceSpecificCredentialId"]] = credential
        made = {**credential, "ServicePassword": "pretended"}
        return ActionResult({"ServiceSpecificCredential": made})

    def list_service_specific_credentials(self):
        everybody = self._get_bool_param("AllUsers", False)
        users = self.backend.users.values() if everybody else [self.subject()]
        credentials = [one for user in users for one in service_credentials(user).values()]
        return ActionResult({"ServiceSpecificCredentials": credentials, "IsTruncated": False})

    def update_service_specific_credential(self):
        status = self._get_param("Status")
        if status not in STATUSES:
            raise ValidationError(f"status '{status}' must be one of Active, Inactive")
        self.service_credential()["Status"] = status
        return EmptyResult()

    def delete_service_specific_credential(self):
        wanted = self.service_credential()["ServiceSpecificCredentialId"]
        del service_credentials(self.subject())[wanted]
        return EmptyResult()

    def service_credential(self):
        wanted = self._get_param("ServiceSpecificCredentialId")
        try:
            return service_credentials(self.subject())[wanted]
        except KeyError:
            raise NoSuchEntity(f"No such credential {wanted} exists.") from None
