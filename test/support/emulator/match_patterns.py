"""Matches events by two readers of EventBridge's patterns that nobody here has written: ministack's TestEventPattern, and moto's
matcher. Patterns and events as JSON in; for each reader and event, what each pattern says out."""

import json
import sys

from ministack.services.eventbridge import _test_event_pattern
from moto.events.models import EventPattern


def by_ministack(pattern, event):
    _, _, body = _test_event_pattern({"EventPattern": json.dumps(pattern), "Event": json.dumps(event)})
    return json.loads(body)["Result"]


def by_moto(pattern, event):
    return EventPattern.load(json.dumps(pattern)).matches_event(event)


asked = json.load(sys.stdin)
answers = [
    [[matches(pattern, event) for pattern in asked["patterns"]] for event in asked["events"]]
    for matches in (by_ministack, by_moto)
]
json.dump(answers, sys.stdout)
