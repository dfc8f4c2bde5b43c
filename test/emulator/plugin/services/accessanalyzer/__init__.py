"""IAM Access Analyzer, which moto lacks as a whole: `answer` stands in its place.

Its service-linked role is not made.
"""

import json

from moto.core import DEFAULT_ACCOUNT_ID
from werkzeug.wrappers import Response

# By region, then by name.
analyzers = {}
# IAM Access Analyzer quotas, of one type in one region.
MOST = 1


def reset():
    analyzers.clear()


def known():
    return analyzers


def actions(asked):
    """Service Authorization Reference: making one with tags needs the right to tag it, and the first makes a role."""
    yield f"access-analyzer:{asked.operation}"
    if asked.operation == "CreateAnalyzer":
        yield from ("access-analyzer:TagResource", "iam:CreateServiceLinkedRole")


def answer(asked):
    here = analyzers.get(asked.region, {})
    if asked.operation == "ListAnalyzers":
        return said(200, {"analyzers": list(here.values())})
    if asked.operation != "CreateAnalyzer":
        return said(501, {"__type": "NotInTheEmulator", "message": asked.operation})
    wanted = json.loads(asked.body)
    name, kind = wanted["analyzerName"], wanted["type"]
    if name in here:
        return refused(409, "ConflictException", "An analyzer with this name already exists.")
    if sum(one["type"] == kind for one in here.values()) >= MOST:
        return refused(402, "ServiceQuotaExceededException", "The quota is exceeded.")
    arn = f"arn:aws:access-analyzer:{asked.region}:{DEFAULT_ACCOUNT_ID}:analyzer/{name}"
    analyzers.setdefault(asked.region, {})[name] = {
        "arn": arn,
        "name": name,
        "type": kind,
        "status": "ACTIVE",
        "createdAt": "2026-11-22T12:00:00Z",
        "tags": wanted.get("tags", {}),
    }
    return said(200, {"arn": arn})


def refused(status, code, message):
    return said(status, {"__type": code, "message": message}, {"x-amzn-errortype": code})


def said(status, body, headers=None):
    return Response(json.dumps(body), status, headers, mimetype="application/json")
