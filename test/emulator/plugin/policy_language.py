"""Evaluates policies as IAM does: Deny wins over Allow, and the default is Deny.

IAM User Guide, "IAM JSON policy elements: Condition operators", "Policy variables". moto knows neither.
"""

import json
import re
from datetime import datetime, timezone
from ipaddress import ip_address, ip_network


def as_list(value):
    return [] if value is None else value if isinstance(value, list) else [value]


def statements_of(document):
    return as_list(json.loads(document)["Statement"])


def like(pattern, text, flags=0):
    """The wildcards `*` and `?`."""
    parts = {"*": ".*", "?": "."}
    return re.fullmatch("".join(parts.get(c, re.escape(c)) for c in pattern), text, flags | re.DOTALL) is not None


def when(text):
    """Seconds since 1970, of a date or of a number."""
    try:
        return float(text)
    except ValueError:
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
        return (moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)).timestamp()


def alike(wanted, given):
    return like(wanted, given)


ORDERS = {
    "Equals": lambda wanted, given: given == wanted,
    "LessThan": lambda wanted, given: given < wanted,
    "LessThanEquals": lambda wanted, given: given <= wanted,
    "GreaterThan": lambda wanted, given: given > wanted,
    "GreaterThanEquals": lambda wanted, given: given >= wanted,
}
OPERATORS = {
    "StringEquals": lambda wanted, given: wanted == given,
    "StringEqualsIgnoreCase": lambda wanted, given: wanted.lower() == given.lower(),
    "StringLike": alike,
    "ArnEquals": alike,
    "ArnLike": alike,
    "Bool": lambda wanted, given: wanted.lower() == given.lower(),
    "BinaryEquals": lambda wanted, given: wanted == given,
    "IpAddress": lambda wanted, given: ip_address(given) in ip_network(wanted, strict=False),
    **{
        kind + name: lambda wanted, given, read=read, test=test: test(read(wanted), read(given))
        for kind, read in (("Numeric", float), ("Date", when))
        for name, test in ORDERS.items()
    },
}
OPERATOR = re.compile(r"(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?")


def filled(pattern, context):
    """The pattern with its variables filled in, or `None` if one has no value: it then matches nothing."""
    missing = []

    def value(match):
        name = match[1].split(",")[0].strip().lower()
        values = context.get(name)
        if values is None or len(values) != 1:
            missing.append(name)
        return values[0] if values else ""

    text = re.sub(r"\$\{([^}]+)\}", value, pattern)
    return None if missing else text


def holds(operator, wanted, given, context):
    """`given`: the values in the request, or `None` if the key is absent."""
    if operator == "Null":
        return (given is None) == (str(wanted[0]).lower() == "true")
    for_each, name, if_exists = OPERATOR.fullmatch(operator).groups()
    negated = "Not" in name
    matches = OPERATORS["IpAddress" if name == "NotIpAddress" else name.replace("Not", "")]
    if given is None:
        return bool(if_exists) or for_each == "ForAllValues" or (negated and for_each is None)

    texts = [text for text in (filled(told(one), context) for one in wanted) if text is not None]
    one_holds = [any(matches(text, value) for text in texts) != negated for value in given]
    return all(one_holds) if for_each == "ForAllValues" or (negated and for_each is None) else any(one_holds)


def told(value):
    """A policy may hold `true` or 8 instead of text."""
    return value if isinstance(value, str) else json.dumps(value)


def applies(statement, action, resource, context):
    def in_action(patterns):
        return any(like(one, action, re.IGNORECASE) for one in as_list(patterns))

    def in_resource(patterns):
        texts = [filled(one, context) for one in as_list(patterns)]
        return any(text is not None and like(text, resource) for text in texts)

    acted = not in_action(statement["NotAction"]) if "NotAction" in statement else in_action(statement["Action"])
    if "NotResource" in statement:
        meant = not in_resource(statement["NotResource"])
    else:
        meant = "Resource" not in statement or in_resource(statement["Resource"])
    return acted and meant and all(
        holds(operator, as_list(wanted), context.get(key.lower()), context)
        for operator, keys in statement.get("Condition", {}).items()
        for key, wanted in keys.items()
    )


def decide(statements, action, resource, context):
    """`context`: lists of values, by keys in lower case."""
    effects = {one["Effect"] for one in statements if applies(one, action, resource, context)}
    return "explicitDeny" if "Deny" in effects else "allowed" if "Allow" in effects else "implicitDeny"


def keys_of(statements):
    """The context keys that the statements' conditions use."""
    return {
        key
        for statement in statements
        for keys in statement.get("Condition", {}).values()
        for key in keys
    }
