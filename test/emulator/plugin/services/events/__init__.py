"""EventBridge that compares, and that refuses what cannot work.

In moto TestEventPattern says nothing; a target in another region is taken, be it a topic or a bus without a role; a rule may
have any number of targets; a rule without a pattern that AWS knows is taken.
"""

import json

from moto.core.exceptions import JsonRESTError
from moto.events import models, urls
from moto.events.responses import EventsHandler

TARGETS_PER_RULE = 5
PATTERN_MAX = 4096
# What an event has to have to be compared.
MEMBERS = ("id", "account", "source", "time", "region", "resources", "detail-type")


def actions(asked):
    """Service Authorization Reference: who has EventBridge act as a role passes it."""
    yield f"events:{asked.operation}"
    if asked.operation == "PutTargets" and '"RoleArn"' in asked.body:
        yield "iam:PassRole"
    if asked.operation == "PutRule" and '"Tags"' in asked.body:
        yield "events:TagResource"


def problem_with(target, region):
    """What AWS has against a target, in an answer with status 200."""
    _, _, service, place, *_ = target["Arn"].split(":")
    if service == "sns" and place != region:
        return f"{target['Arn']} is not in {region}."
    if service == "events" and not target.get("RoleArn"):
        return f"RoleArn is required for target {target['Arn']}."
    return None


class Events(models.EventsBackend):
    # moto finds the URLs of a backend beside the module of its class.
    __module__ = models.__name__

    def put_rule(self, name, **more):
        if len(more.get("event_pattern") or "") > PATTERN_MAX:
            raise JsonRESTError("InvalidEventPatternException", "Event pattern is not valid.")
        return super().put_rule(name, **more)


class Response(EventsHandler):
    def put_targets(self):
        rule, bus, targets = (self._get_param(name) for name in ("Rule", "EventBusName", "Targets"))
        failed = [
            {"TargetId": target["Id"], "ErrorCode": "ValidationException", "ErrorMessage": problem}
            for target in targets
            if (problem := problem_with(target, self.region))
        ]
        ids = {one["TargetId"] for one in failed}
        self.events_backend.put_targets(rule, bus, [target for target in targets if target["Id"] not in ids])
        there, _ = self.events_backend.list_targets_by_rule(rule, bus, next_token=None, limit=None)
        if len(there) > TARGETS_PER_RULE:
            raise JsonRESTError("LimitExceededException", f"A rule has {TARGETS_PER_RULE} targets at most.")
        return json.dumps({"FailedEntryCount": len(failed), "FailedEntries": failed})

    def test_event_pattern(self):
        event = json.loads(self._get_param("Event"))
        for member in MEMBERS:
            if member not in event:
                raise JsonRESTError("ValidationException", f"Event lacks {member}.")
        pattern = models.EventPattern.load(self._get_param("EventPattern"))
        return json.dumps({"Result": pattern.matches_event(event)})


models.events_backends.backend = Events
urls.url_paths = {"{0}/$": Response.dispatch}
