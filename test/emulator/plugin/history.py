"""CloudTrail's event history: sign-ins that a test says have happened."""

import json
import time
import uuid
from datetime import datetime, timezone

from moto.core import DEFAULT_ACCOUNT_ID
from moto.core.exceptions import JsonRESTError

from . import clock

PAGE = 50
# "The rate of lookup requests is limited to two per second, per account, per Region." API reference, LookupEvents.
PER_SECOND = 2
TOLD = {
    "EventId": "EventId",
    "EventName": "EventName",
    "EventSource": "EventSource",
    "ReadOnly": "ReadOnly",
    "Username": "Username",
}

# Seconds until an event shows.
delay = 0.0


class HistoryBackend:
    """Over moto's CloudTrailBackend: one for each region."""

    def __init__(self, region_name, account_id):
        super().__init__(region_name, account_id)
        self.events = []
        self.lookups = []

    def add_sign_in(self, user, mfa, ago):
        """As the console records it when `user` has signed in `ago` seconds ago. `mfa`: `Yes` or `No`."""
        at = int(clock.now() - ago)
        told = datetime.fromtimestamp(at, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        event = {
            "eventVersion": "1.09",
            "userIdentity": {
                "type": "IAMUser",
                "principalId": user.id,
                "arn": user.arn,
                "accountId": self.account_id,
                "accessKeyId": "",
                "userName": user.name,
            },
            "eventTime": told,
            "eventSource": "signin.amazonaws.com",
            "eventName": "ConsoleLogin",
            "awsRegion": self.region_name,
            "sourceIPAddress": "203.0.113.7",
            "userAgent": "Mozilla/5.0",
            "requestParameters": None,
            "responseElements": {"ConsoleLogin": "Success"},
            "additionalEventData": {"MobileVersion": "No", "MFAUsed": mfa},
            "eventID": str(uuid.uuid4()),
            "readOnly": False,
            "eventType": "AwsConsoleSignIn",
            "managementEvent": True,
            "recipientAccountId": DEFAULT_ACCOUNT_ID,
        }
        self.events.append(
            {
                "EventId": event["eventID"],
                "EventName": event["eventName"],
                "EventSource": event["eventSource"],
                "EventTime": at,
                "ReadOnly": "false",
                "Username": user.name,
                "Resources": [],
                "CloudTrailEvent": json.dumps(event),
            }
        )

    def lookup_events(self, attributes, start, end):
        self.slow_down()
        if len(attributes) > 1:
            raise JsonRESTError("InvalidLookupAttributesException", "You can use one lookup attribute only.")
        wanted = {TOLD[one["AttributeKey"]]: one["AttributeValue"] for one in attributes}
        shown = [
            event
            for event in self.events
            if start <= event["EventTime"] <= min(end, clock.now() - delay)
            and all(event[name] == value for name, value in wanted.items())
        ]
        return sorted(shown, key=lambda event: -event["EventTime"])

    def slow_down(self):
        # Not AWS's time: a test that sets it back would be slowed down for as long.
        now = time.monotonic()
        self.lookups = [then for then in self.lookups if then > now - 1]
        if len(self.lookups) >= PER_SECOND:
            raise JsonRESTError("ThrottlingException", "Rate exceeded")
        self.lookups.append(now)


class HistoryResponse:
    """Over moto's CloudTrailResponse."""

    def lookup_events(self):
        found = self.cloudtrail_backend.lookup_events(
            self._get_param("LookupAttributes", []),
            self._get_param("StartTime", 0),
            self._get_param("EndTime", float("inf")),
        )
        size = self._get_param("MaxResults", PAGE)
        first = int(self._get_param("NextToken", "0"))
        answer = {"Events": found[first : first + size]}
        if first + size < len(found):
            answer["NextToken"] = str(first + size)
        return json.dumps(answer)
