"""GuardDuty, of which moto takes a second detector in a region, and gives each a random id: two accounts made alike would differ."""

import uuid

from moto.core.exceptions import JsonRESTError
from moto.guardduty import models, urls


def actions(asked):
    """Service Authorization Reference: making one with tags needs the right to tag it, and the first makes a role."""
    yield f"guardduty:{asked.operation}"
    if asked.operation == "CreateDetector":
        yield from ("guardduty:TagResource", "iam:CreateServiceLinkedRole")


class GuardDuty(models.GuardDutyBackend):
    # moto finds the URLs of a backend beside its class.
    _url_module = urls

    def create_detector(self, *args, **kwargs):
        if self.detectors:
            message = "The request is rejected because a detector already exists for the current account."
            raise JsonRESTError("BadRequestException", message)
        detector = self.detectors.pop(super().create_detector(*args, **kwargs))
        detector.id = uuid.uuid5(uuid.NAMESPACE_URL, self.region_name).hex
        self.detectors[detector.id] = detector
        return detector.id


models.guardduty_backends.backend = GuardDuty
