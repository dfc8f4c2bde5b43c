"""CloudTrail's event history: every call, and the sign-ins that a test has reported."""

import json
import time

from moto.core.exceptions import JsonRESTError

from ... import calls, clock

PAGE = 50
KEPT_SECONDS = 90 * 24 * 60 * 60
# "The rate of lookup requests is limited to two per second, per account, per Region." API reference, LookupEvents.
PER_SECOND = 2
SAME = ("AccessKeyId", "EventId", "EventName", "EventSource", "ReadOnly", "Username")


def error(code, message):
    return JsonRESTError(code, message)


def matcher(attributes):
    """A test of events."""
    if len(attributes) > 1:
        raise error("InvalidLookupAttributesException", "You can use one lookup attribute only.")
    if not attributes:
        return lambda event: True
    name, value = attributes[0]["AttributeKey"], attributes[0]["AttributeValue"]
    if name == "ReadOnly" and value not in ("true", "false"):
        raise error("InvalidLookupAttributesException", f"{value} is neither true nor false.")
    if name in ("ResourceName", "ResourceType"):
        return lambda event: any(one[name] == value for one in event["Resources"])
    if name not in SAME:
        raise error("InvalidLookupAttributesException", f"There is no attribute {name}.")
    return lambda event: event.get(name) == value


class HistoryBackend:
    """Over moto's CloudTrailBackend: one for each region."""

    def __init__(self, region_name, account_id):
        super().__init__(region_name, account_id)
        self.events = []
        self.lookups = []

    def lookup_events(self, attributes, start, end):
        self.slow_down()
        now = clock.now()
        if start > now or start > end:
            raise error("InvalidTimeRangeException", "The start time lies after the end time, or in the future.")
        fits = matcher(attributes)
        all_events = self.events + calls.events_in(self.region_name)
        shown = [
            event
            for event in all_events
            if max(start, now - KEPT_SECONDS) <= event["EventTime"] <= min(end, now - calls.events_delay) and fits(event)
        ]
        # Newest first, also within one second.
        return sorted(reversed(shown), key=lambda event: -event["EventTime"])

    def slow_down(self):
        # Not AWS's time: a test that sets it back would be slowed down for as long.
        now = time.monotonic()
        self.lookups = [then for then in self.lookups if then > now - 1]
        if len(self.lookups) >= PER_SECOND:
            raise error("ThrottlingException", "Rate exceeded")
        self.lookups.append(now)


class HistoryResponse:
    """Over moto's CloudTrailResponse."""

    def lookup_events(self):
        size = self._get_param("MaxResults", PAGE)
        if not 1 <= size <= PAGE:
            raise error("InvalidMaxResultsException", f"MaxResults must be from 1 to {PAGE}.")
        found = self.cloudtrail_backend.lookup_events(
            self._get_param("LookupAttributes", []),
            self._get_param("StartTime", 0),
            self._get_param("EndTime", float("inf")),
        )
        first = self.place(found, self._get_param("NextToken"))
        answer = {"Events": found[first : first + size]}
        if first + size < len(found):
            answer["NextToken"] = answer["Events"][-1]["EventId"]
        return json.dumps(answer)

    def place(self, found, token):
        """The place after the last event of the page before. Newer events may have come, for a lookup is one too."""
        if token is None:
            return 0
        ids = [event["EventId"] for event in found]
        if token not in ids:
            raise error("InvalidNextTokenException", "The token is not valid.")
        return ids.index(token) + 1
