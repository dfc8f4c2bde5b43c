"""What a test may ask of the emulator beside AWS."""

import json

from moto.moto_api._internal.models import moto_api_backend
from werkzeug.wrappers import Request, Response

from . import clock, iam, state
from .root import KEY_IDS

PATH = "/rootlock-test/"


def reset(wire, _):
    moto_api_backend.reset()
    clock.offset = 0.0
    wire.log.clear()
    # moto makes an account at the first look at it: a state must not depend on who looked.
    iam.account()


def root(_, wanted):
    """`mfa`: has root a device? `keys`: how many access keys, up to two."""
    account = iam.account()
    if "mfa" in wanted:
        account.set_root_mfa(wanted["mfa"])
    if "keys" in wanted:
        account.set_root_keys(KEY_IDS[: wanted["keys"]])


def set_clock(_, wanted):
    """`offset`: seconds that AWS's clock is ahead of this computer's."""
    clock.offset = wanted["offset"]


ACTIONS = {
    ("GET", "requests"): lambda wire, _: wire.log,
    ("GET", "state"): lambda _, __: state.dump(),
    ("POST", "reset"): reset,
    ("POST", "root"): root,
    ("POST", "clock"): set_clock,
}


def answer(environ, wire):
    request = Request(environ)
    action = ACTIONS.get((request.method, request.path.removeprefix(PATH)))
    if action is None:
        return Response("no such thing", 404)
    said = action(wire, request.get_json(silent=True) or {})
    return Response(json.dumps(said), mimetype="application/json")
