"""All that the emulator knows, as JSON."""

import base64
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache

from moto.core.base_backend import BackendDict
from moto.iam.models import AWSManagedPolicy

# They change with every call, reads too, or with the time of day.
TOUCHED = {
    "began",
    "codes",
    "last_used",
    "credential_report",
    "lookups",
    "latest_delivery_time",
    "latest_delivery_attempt",
}


def plain(value, above=()):
    """`above`: the objects that this one stands in, to name it where it stands in itself."""
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if id(value) in above:
        return f"<{type(value).__name__}>"
    above = (*above, id(value))
    if isinstance(value, Mapping):
        return {str(key): plain(item, above) for key, item in value.items() if told(key, item)}
    if isinstance(value, (set, frozenset)):
        return sorted((plain(item, above) for item in value), key=str)
    if isinstance(value, Iterable):
        return [plain(item, above) for item in value if told("", item)]
    if hasattr(value, "__dict__"):
        return {key: plain(item, above) for key, item in vars(value).items() if told(key, item)}
    return f"<{type(value).__name__}>"


def told(name, value):
    unused = isinstance(value, AWSManagedPolicy) and value.attachment_count == 0
    return name not in TOUCHED and not unused


@cache
def as_new(backend, region, account_id):
    """All policies of AWS are read for it: slow."""
    return plain(backend(region, account_id))


def dump():
    """By service, account and region. A backend that equals a new one is left out: moto makes one at the first read."""
    state = {}
    for backends in list(BackendDict._instances):
        for account_id, region, backend in list(backends.iter_backends()):
            known = plain(backend)
            if known != as_new(type(backend), region, account_id):
                state[f"{backends.service_name} {account_id} {region}"] = known
    return state
