"""Every call to the API, as CloudTrail records it and as IAM remembers the use of keys."""

from moto.core import DEFAULT_ACCOUNT_ID

from . import clock, events

LAST_USED_DELAY = 5 * 60.0
# Seconds until an event, and until the last use of a key, shows.
events_delay = 0.0
last_used_delay = LAST_USED_DELAY
# Region, key, service, time, event. `state` leaves them out, because every read adds one.
calls = []


def reset():
    global events_delay, last_used_delay
    events_delay = 0.0
    last_used_delay = LAST_USED_DELAY
    calls.clear()


def record(holder, session, *, key, region, service, at, **more):
    event = events.call(
        DEFAULT_ACCOUNT_ID, holder, session, key=key, region=region, service=service, at=at, **more
    )
    calls.append((region, key, service, at, event))


def last_use(key_id):
    """Time, service and region of the newest use that is old enough to show, or `None`."""
    until = clock.now() - last_used_delay
    uses = [(at, service, region) for region, key, service, at, _ in calls if key == key_id and at <= until]
    return max(uses, default=None)


def events_in(region):
    return [event for one, _, _, _, event in calls if one == region]
