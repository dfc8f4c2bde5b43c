"""What a test may ask of the emulator beside AWS."""

import json
import os
from datetime import datetime, timezone

from moto.moto_api._internal.models import moto_api_backend
from werkzeug.wrappers import Request, Response

from . import buckets, clock, cloudtrail, copies, events, history, iam, permitted, regions, state
from .root import KEY_IDS
from .sessions import Session

PATH = "/rootlock-test/"


def reset(wire, _):
    moto_api_backend.reset()
    clock.offset = 0.0
    history.reset()
    regions.reset()
    permitted.reset()
    wire.log.clear()
    wire.expired.clear()
    # moto makes an account at the first look at it: a state must not depend on who looked.
    iam.account()


def root(_, wanted):
    """`mfa`: has root a device? `keys`, `certificates`: how many. `session_sees_keys`: may `aws login` list keys?"""
    account = iam.account()
    if "mfa" in wanted:
        account.set_root_mfa(wanted["mfa"])
    if "keys" in wanted:
        account.set_root_keys(KEY_IDS[: wanted["keys"]])
    if "certificates" in wanted:
        account.set_root_certificates(wanted["certificates"])
    if "session_sees_keys" in wanted:
        account.session_sees_keys = wanted["session_sees_keys"]


def call(_, wanted):
    """Records a call by `user`, or by the owner of `key`. `session`: whether with MFA, and seconds since it began."""
    account = iam.account()
    user = wanted.pop("user", None)
    holder = account.get_user(user) if user else account.get_user_from_access_key_id(wanted["key"])
    began = wanted.pop("session", None)
    session = Session(holder, began["mfa"]) if began else None
    if session:
        session.began -= began["ago"]
    history.record(holder, session, at=clock.now() - wanted.pop("ago"), **wanted)


def sign_in(_, wanted):
    """Records a console sign-in, or a failed one. `mfa`: `Yes` or `No`. `device`: a serial number."""
    account = iam.account()
    user = account.users.get(wanted["user"])
    fails = wanted["fails"] or user is None
    at = clock.now() - wanted["ago"]
    devices = [*(user.mfa_devices if user else []), f"arn:aws:iam::{account.account_id}:mfa/phone"]
    device = wanted.get("device", devices[0])
    region = cloudtrail.region(wanted["region"])
    region.events.append(
        events.sign_in(account.account_id, wanted["region"], user, at, wanted["mfa"], device, fails)
    )
    if not fails:
        user.password_last_used = datetime.fromtimestamp(at, timezone.utc)


def start_session(_, wanted):
    iam.account().start_session(wanted["user"], wanted.get("mfa"))


def set_delays(_, wanted):
    """Seconds until an event, and until the last use of a key, shows."""
    history.delay = wanted.get("events", history.delay)
    history.last_used_delay = wanted.get("last_used", history.last_used_delay)


def set_region(_, wanted):
    """`status`: as account:GetRegionOptStatus has it."""
    regions.status[wanted["region"]] = wanted["status"]


def deny(_, wanted):
    """`reason`: the end of AWS's sentence, from `with` or `because` on."""
    permitted.reasons[wanted["action"]] = wanted["reason"]


def set_delivery(_, wanted):
    cloudtrail.fail_deliveries(wanted["error"])


def take_bucket(_, wanted):
    buckets.take(wanted["name"], wanted["region"])


def expire(wire, wanted):
    """From now on nobody can sign with the session `key`."""
    wire.expired.add(wanted["key"])


def set_clock(_, wanted):
    """`offset`: seconds that AWS's clock is ahead of this computer's."""
    clock.offset = wanted["offset"]


def copy(_, __):
    return copies.ask()


def end(_, __):
    """Once this is answered: see below."""


ACTIONS = {
    ("GET", "requests"): lambda wire, _: wire.log,
    ("GET", "state"): lambda _, __: state.dump(),
    ("POST", "reset"): reset,
    ("POST", "root"): root,
    ("POST", "clock"): set_clock,
    ("POST", "call"): call,
    ("POST", "sign-in"): sign_in,
    ("POST", "delays"): set_delays,
    ("POST", "region"): set_region,
    ("POST", "deny"): deny,
    ("POST", "delivery"): set_delivery,
    ("POST", "take-bucket"): take_bucket,
    ("POST", "session"): start_session,
    ("POST", "expire"): expire,
    ("POST", "copy"): copy,
    ("POST", "end"): end,
}


def answer(environ, wire):
    request = Request(environ)
    action = ACTIONS.get((request.method, request.path.removeprefix(PATH)))
    if action is None:
        return Response("no such thing", 404)
    said = action(wire, request.get_json(silent=True) or {})
    # A copy may end, and a new one serve where it did: no connection outlives an answer.
    response = Response(json.dumps(said), headers={"Connection": "close"}, mimetype="application/json")
    if action is end:
        # Called when all of it was sent.
        response.call_on_close(lambda: os._exit(0))
    return response
