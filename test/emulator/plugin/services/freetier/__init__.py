"""Free Tier, which moto lacks as a whole: `answer` stands in its place.

An account has no plan until a test sets one: AWS then answers that there is none, as to accounts of before 2025-07-15.
"""

import json

from moto.core import DEFAULT_ACCOUNT_ID
from werkzeug.wrappers import Response

# What GetAccountPlanState answers beside the account's id.
plan = {}


def reset():
    plan.clear()


def answer(asked):
    if asked.operation != "GetAccountPlanState":
        return said(501, {"__type": "NotInTheEmulator", "message": asked.operation})
    if not plan:
        return said(400, {"__type": "ResourceNotFoundException", "message": "The account has no plan."})
    return said(200, {"accountId": DEFAULT_ACCOUNT_ID, **plan})


def said(status, body):
    return Response(json.dumps(body), status, mimetype="application/x-amz-json-1.0")


def set_plan(wanted):
    """As GetAccountPlanState answers it, by its members."""
    reset()
    plan.update(wanted)


CONTROL = {"plan": set_plan}
