"""What a test may ask of IAM beside AWS."""

from moto.core import DEFAULT_ACCOUNT_ID
from moto.iam import models

from ... import calls, clock
from .root import KEY_IDS
from .sessions import Session


def account():
    return models.iam_backends[DEFAULT_ACCOUNT_ID]["aws"]


def root(wanted):
    """`mfa`: has root a device? `keys`, `certificates`: how many. `session_sees_keys`: may `aws login` list keys?"""
    if "mfa" in wanted:
        account().set_root_mfa(wanted["mfa"])
    if "keys" in wanted:
        account().set_root_keys(KEY_IDS[: wanted["keys"]])
    if "certificates" in wanted:
        account().set_root_certificates(wanted["certificates"])
    if "session_sees_keys" in wanted:
        account().session_sees_keys = wanted["session_sees_keys"]


def call(wanted):
    """Records a call by `user`, or by the owner of `key`. `session`: whether with MFA, and seconds since it began."""
    user = wanted.pop("user", None)
    holder = account().get_user(user) if user else account().get_user_from_access_key_id(wanted["key"])
    began = wanted.pop("session", None)
    session = Session(holder, began["mfa"]) if began else None
    if session:
        session.began -= began["ago"]
    calls.record(holder, session, at=clock.now() - wanted.pop("ago"), **wanted)


def start_session(wanted):
    account().start_session(wanted["user"], wanted.get("mfa"))


CONTROL = {"root": root, "call": call, "session": start_session}
