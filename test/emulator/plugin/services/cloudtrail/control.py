"""What a test may ask of CloudTrail beside AWS."""

from datetime import datetime, timezone

from moto.cloudtrail.models import cloudtrail_backends
from moto.core import DEFAULT_ACCOUNT_ID

from ... import clock, events
from .. import iam


def region(name):
    return cloudtrail_backends[DEFAULT_ACCOUNT_ID][name]


def sign_in(wanted):
    """Records a console sign-in, or a failed one. `mfa`: `Yes` or `No`. `device`: a serial number."""
    account = iam.account()
    user = account.users.get(wanted["user"])
    fails = wanted["fails"] or user is None
    at = clock.now() - wanted["ago"]
    devices = [*(user.mfa_devices if user else []), f"arn:aws:iam::{account.account_id}:mfa/phone"]
    device = wanted.get("device", devices[0])
    region(wanted["region"]).events.append(
        events.sign_in(account.account_id, wanted["region"], user, at, wanted["mfa"], device, fails)
    )
    if not fails:
        user.password_last_used = datetime.fromtimestamp(at, timezone.utc)


def set_delivery(wanted):
    """`error`: what S3 says to every trail from now on; `None` if nothing."""
    for trail in region("us-east-1").all_trails():
        trail.status.error = wanted["error"]


CONTROL = {"sign-in": sign_in, "delivery": set_delivery}
