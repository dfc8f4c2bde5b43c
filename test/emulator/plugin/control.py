"""What a test may ask of the emulator beside AWS."""

import json
import os
from datetime import datetime, timezone

from moto.moto_api._internal.models import moto_api_backend
from werkzeug.wrappers import Request, Response

from . import buckets, clock, cloudtrail, copies, history, iam, state
from .root import KEY_IDS

PATH = "/rootlock-test/"


def reset(wire, _):
    moto_api_backend.reset()
    clock.offset = 0.0
    history.delay = 0.0
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


def use_key(_, wanted):
    iam.account().use_key(wanted["key"], wanted["service"], wanted["region"], wanted["ago"])


def sign_in(_, wanted):
    """A user signs in to the console."""
    user = iam.account().get_user(wanted["user"])
    cloudtrail.region(wanted["region"]).add_sign_in(user, wanted["mfa"], wanted["ago"])
    user.password_last_used = datetime.fromtimestamp(clock.now() - wanted["ago"], timezone.utc)


def start_session(_, wanted):
    iam.account().start_session(wanted["user"])


def set_delay(_, wanted):
    """`seconds` until an event shows in the history."""
    history.delay = wanted["seconds"]


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
    ("POST", "use-key"): use_key,
    ("POST", "sign-in"): sign_in,
    ("POST", "events-delay"): set_delay,
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
