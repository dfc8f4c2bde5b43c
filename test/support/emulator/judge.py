"""Judges policies by ministack's evaluator, which nobody here has written: cases as JSON in, decisions as JSON out."""

import json
import sys

from ministack.core.iam_evaluator import EvalContext, evaluate, evaluate_trust_policy, parse_policy_document

MFA = "aws:multifactorauthpresent"


def keys(case):
    """The condition keys of the case, or just whether with MFA. Without it the key is missing, as for an access key."""
    if "keys" in case:
        return {key.lower(): value for key, value in case["keys"].items()}
    return {MFA: "true"} if case["mfa"] else {}


def context(case, action, resource):
    return EvalContext(
        principal_arn=case["arn"],
        principal_type="AssumedRole" if ":assumed-role/" in case["arn"] else "User",
        principal_account=case["arn"].split(":")[4],
        action=action,
        resource_arn=resource,
        region="us-east-1",
        # Nobody's office.
        source_ip="198.51.100.1",
        principal_keys=keys(case),
    )


def parsed(statements):
    return [parse_policy_document({"Statement": statements})]


def allowed(case):
    """Whether each request is allowed."""
    limits = [] if case.get("boundary") is None else [parsed(case["boundary"])]
    return [
        evaluate(context(case, asked["action"], asked["resource"]), parsed(case["identity"]), *limits).decision == "Allow"
        for asked in case["requests"]
    ]


def trusted(case):
    """Whether the role's trust policy lets the caller in, whatever their own policies say."""
    asked = context(case, "sts:AssumeRole", case["role"])
    return [evaluate_trust_policy({"Statement": case["trust"]}, case["arn"], asked)]


json.dump([trusted(case) if "trust" in case else allowed(case) for case in json.load(sys.stdin)], sys.stdout)
