"""MFA devices that check codes."""

import base64
import hashlib
import hmac

from moto.core.responses import ActionResult
from moto.core.serialize import never_return
from moto.iam.exceptions import (
    DeleteConflictException,
    EntityAlreadyExists,
    IAMException,
    LimitExceededException,
    NoSuchEntity,
)

from . import clock

STEP_SECONDS = 30
# AWS does not document how far a phone's clock may be off.
STEPS_OFF = 2
DEVICES_PER_USER = 8


class InvalidAuthenticationCode(IAMException):
    code = "InvalidAuthenticationCode"


def totp(seed, step):
    """Six digits by RFC 6238 with SHA-1. `seed`: Base32 text; `step`: 30-second steps since 1970."""
    digest = hmac.new(base64.b32decode(seed), step.to_bytes(8, "big"), hashlib.sha1).digest()
    start = digest[-1] & 15
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def consecutive(seed, first, second):
    now = int(clock.now() // STEP_SECONDS)
    codes = [totp(seed, step) for step in range(now - STEPS_OFF, now + STEPS_OFF + 1)]
    return (first, second) in zip(codes, codes[1:])


class MfaBackend:
    """Over moto's IAMBackend."""

    def create_virtual_mfa_device(self, device_name, path, tags=()):
        device = super().create_virtual_mfa_device(device_name, path)
        self.tagger.tag_resource(device.serial_number, list(tags))
        return device

    def virtual_mfa_device(self, serial_number):
        try:
            return self.virtual_mfa_devices[serial_number]
        except KeyError:
            message = f"VirtualMFADevice with serial number {serial_number} doesn't exist."
            raise NoSuchEntity(message) from None

    def enable_mfa_device(self, user_name, serial_number, first, second):
        user = self.get_user(user_name)
        device = self.virtual_mfa_device(serial_number)
        if device.user:
            raise EntityAlreadyExists("MFADevice is already in use.")
        if len(user.mfa_devices) >= DEVICES_PER_USER:
            raise LimitExceededException(f"Cannot exceed quota for MFADevicesPerUser: {DEVICES_PER_USER}")
        if not consecutive(device.base32_string_seed, first, second):
            raise InvalidAuthenticationCode("Authentication code for device is not valid.")
        super().enable_mfa_device(user_name, serial_number, first, second)

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
    }

    def create_virtual_mfa_device(self):
        device = self.backend.create_virtual_mfa_device(
            self._get_param("VirtualMFADeviceName"),
            self._get_param("Path"),
            self._get_param("Tags", []),
        )
        return ActionResult({"VirtualMFADevice": device})

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
