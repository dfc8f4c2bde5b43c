"""What a test may ask of the emulator beside AWS."""

import json
import os

from moto.moto_api._internal.models import moto_api_backend
from werkzeug.wrappers import Request, Response

from . import calls, clock, copies, permitted, regions, services, state
from .services import accessanalyzer, ec2, freetier, iam

PATH = "/rootlock-test/"


def reset(wire, _):
    moto_api_backend.reset()
    clock.offset = 0.0
    calls.reset()
    regions.reset()
    permitted.reset()
    freetier.reset()
    ec2.reset()
    accessanalyzer.reset()
    wire.log.clear()
    wire.expired.clear()
    # moto makes an account at the first look at it: a state must not depend on who looked.
    iam.account()


def set_delays(_, wanted):
    """Seconds until an event, and until the last use of a key, shows."""
    calls.events_delay = wanted.get("events", calls.events_delay)
    calls.last_used_delay = wanted.get("last_used", calls.last_used_delay)


def set_region(_, wanted):
    """`status`: as account:GetRegionOptStatus has it."""
    regions.status[wanted["region"]] = wanted["status"]


def deny(_, wanted):
    """`reason`: the end of AWS's sentence, from `with` or `because` on."""
    permitted.reasons[wanted["action"], wanted.get("region")] = wanted["reason"]


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
    ("GET", "state"): lambda _, __: state.dump() | {"ec2": ec2.known(), "access-analyzer": accessanalyzer.known()},
    ("POST", "reset"): reset,
    ("POST", "clock"): set_clock,
    ("POST", "delays"): set_delays,
    ("POST", "region"): set_region,
    ("POST", "deny"): deny,
    ("POST", "expire"): expire,
    ("POST", "copy"): copy,
    ("POST", "end"): end,
}


def find(method, path):
    """An action of this file, or of a service's `CONTROL` where the path names one: `s3/take-bucket`."""
    service, _, name = path.rpartition("/")
    of_service = getattr(services.load(service), "CONTROL", {}).get(name) if method == "POST" else None
    return (lambda _, wanted: of_service(wanted)) if of_service else ACTIONS.get((method, path))


def answer(environ, wire):
    request = Request(environ)
    action = find(request.method, request.path.removeprefix(PATH))
    if action is None:
        return Response("no such thing", 404)
    said = action(wire, request.get_json(silent=True) or {})
    # A copy may end, and a new one serve where it did: no connection outlives an answer.
    response = Response(json.dumps(said), headers={"Connection": "close"}, mimetype="application/json")
    if action is end:
        # Called when all of it was sent.
        response.call_on_close(lambda: os._exit(0))
    return response
