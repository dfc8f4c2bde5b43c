"""MFA devices that check codes."""

from moto.core.responses import ActionResult, EmptyResult
from moto.core.serialize import never_return
from moto.iam.exceptions import (
    DeleteConflictException,
    EntityAlreadyExists,
    IAMException,
    LimitExceededException,
    NoSuchEntity,
)

from .names import checked_tags
from .sessions import AccessDenied
from .totp import Codes

DEVICES_PER_USER = 8


class InvalidAuthenticationCode(IAMException):
    code = "InvalidAuthenticationCode"


class MfaBackend:
    """Over moto's IAMBackend."""

    def create_virtual_mfa_device(self, device_name, path, tags=()):
        checked_tags(tags, ignore_case=False)
        device = super().create_virtual_mfa_device(device_name, path)
        device.codes = Codes(device.base32_string_seed)
        device.tags = list(tags) or None
        self.tagger.tag_resource(device.serial_number, list(tags))
        return device

    def virtual_mfa_device(self, serial_number):
        try:
            return self.virtual_mfa_devices[serial_number]
        except KeyError:
            message = f"VirtualMFADevice with serial number {serial_number} doesn't exist."
            raise NoSuchEntity(message) from None

    def mfa_device_of(self, user_name, serial_number):
        device = self.virtual_mfa_device(serial_number)
        if device.user is not self.get_user(user_name):
            raise NoSuchEntity("MFA Device invalid for user.")
        return device

    def take_pair(self, device, first, second):
        if not device.codes.take_pair(first, second):
            raise InvalidAuthenticationCode("Authentication code for device is not valid.")

    def enable_mfa_device(self, user_name, serial_number, first, second):
        user = self.get_user(user_name)
        device = self.virtual_mfa_device(serial_number)
        if device.user is user:
            raise EntityAlreadyExists(f"MFA Device for user {user.name} already exists.")
        if device.user:
            raise EntityAlreadyExists("MFA Device is already in use.")
        if len(user.mfa_devices) >= DEVICES_PER_USER:
            raise LimitExceededException(f"Cannot exceed quota for MFADevicesPerUser: {DEVICES_PER_USER}")
        self.take_pair(device, first, second)
        super().enable_mfa_device(user_name, serial_number, first, second)

    def deactivate_mfa_device(self, user_name, serial_number):
        self.mfa_device_of(user_name, serial_number)
        super().deactivate_mfa_device(user_name, serial_number)

    def delete_virtual_mfa_device(self, serial_number):
        if self.virtual_mfa_device(serial_number).user:
            raise DeleteConflictException("MFA VirtualDevice in use. Must deactivate first.")
        super().delete_virtual_mfa_device(serial_number)
        self.tagger.delete_all_tags_for_resource(serial_number)


LISTED_DEVICE = "ListVirtualMFADevicesResponse.VirtualMFADevices.VirtualMFADevice"


class MfaResponse:
    """Over moto's IamResponse."""

    NEVER_LISTED = {
        f"{LISTED_DEVICE}.Base32StringSeed": never_return,
        f"{LISTED_DEVICE}.QRCodePNG": never_return,
        f"{LISTED_DEVICE}.Tags": never_return,
    }

    def create_virtual_mfa_device(self):
        device = self.backend.create_virtual_mfa_device(
            self._get_param("VirtualMFADeviceName"),
            self._get_param("Path"),
            self._get_param("Tags", []),
        )
        return ActionResult({"VirtualMFADevice": device})

    def check_own_devices(self):
        """Since 2023 a user with a device needs MFA to change their own devices, whatever their policies allow."""
        user = self.subject()
        caller = self.backend.get_user_from_access_key_id(self.access_key)
        if caller is user and user.mfa_devices and not self.backend.has_mfa(self.access_key):
            raise AccessDenied(
                "To complete this action, please ensure that you are authenticated with an MFA device "
                "that is enabled for this user."
            )

    def enable_mfa_device(self):
        self.check_own_devices()
        return super().enable_mfa_device()

    def deactivate_mfa_device(self):
        self.check_own_devices()
        return super().deactivate_mfa_device()

    def resync_mfa_device(self):
        device = self.backend.mfa_device_of(self._get_param("UserName"), self._get_param("SerialNumber"))
        codes = [self._get_param(f"AuthenticationCode{n}") for n in (1, 2)]
        self.backend.take_pair(device, *codes)
        return EmptyResult()

    def list_mfa_devices(self):
        user = self.subject()
        devices = [
            {"UserName": user.name, "SerialNumber": device.serial_number, "EnableDate": device.enable_date}
            for device in user.mfa_devices.values()
        ]
        return ActionResult({"MFADevices": devices, "IsTruncated": False})

    def list_mfa_device_tags(self):
        serial_number = self._get_param("SerialNumber")
        self.backend.virtual_mfa_device(serial_number)
        tags = self.backend.tagger.list_tags_for_resource(serial_number)["Tags"]
        return ActionResult({"Tags": tags, "IsTruncated": False})
