"""Trails that deliver to a log group only if it is there, and as a role that may."""

import json
from fnmatch import fnmatchcase

from moto.core.exceptions import JsonRESTError
from moto.iam.models import iam_backends

from ..logs import logs_backends

NO_GROUP = "The specified log group does not exist."
DENIED = "Access denied. Check the permissions for your role."


def as_list(value):
    return value if isinstance(value, list) else [value]


def statements(policy):
    """moto keeps a trust policy as text, and an inline one as it came."""
    return as_list((json.loads(policy) if isinstance(policy, str) else policy)["Statement"])


def trusts(role, conditions):
    return any(
        one["Effect"] == "Allow"
        and "cloudtrail.amazonaws.com" in as_list(one["Principal"].get("Service", []))
        and all(conditions.get(key) in as_list(value) for key, value in one.get("Condition", {}).get("StringEquals", {}).items())
        for one in statements(role.assume_role_policy_document)
    )


def may(role, action, resource):
    return any(
        one["Effect"] == "Allow"
        and any(fnmatchcase(action, name) for name in as_list(one["Action"]))
        and any(fnmatchcase(resource, name) for name in as_list(one["Resource"]))
        for policy in role.policies.values()
        for one in statements(policy)
    )


def problem_with_log_group(account_id, trail, group_arn, role_arn):
    """CloudWatch Logs' answer to CloudTrail, or `None` if events arrive or none are sent."""
    if not group_arn:
        return None
    groups = logs_backends[account_id][trail.region_name].groups.values()
    if group_arn not in [f"{group.arn}:*" for group in groups]:
        return NO_GROUP
    stream = f"{group_arn[:-2]}:log-stream:{account_id}_CloudTrail_{trail.region_name}"
    source = {"aws:SourceArn": trail.arn, "aws:SourceAccount": account_id}
    for role in iam_backends[account_id]["aws"].roles.values():
        if role.arn == role_arn and trusts(role, source):
            if all(may(role, action, stream) for action in ("logs:CreateLogStream", "logs:PutLogEvents")):
                return None
    return DENIED


def check_log_group(account_id, trail, wanted):
    """Before UpdateTrail. One that is empty takes both away, as recorded."""
    if "" in (wanted.get("cw_log_group_arn"), wanted.get("cw_role_arn")):
        wanted.update(cw_log_group_arn="", cw_role_arn="")
        return
    if wanted.get("cw_log_group_arn") is None and wanted.get("cw_role_arn") is None:
        return
    group_arn = wanted.get("cw_log_group_arn") or trail.cw_log_group_arn
    problem = problem_with_log_group(account_id, trail, group_arn, wanted.get("cw_role_arn") or trail.cw_role_arn)
    if problem == NO_GROUP:
        raise JsonRESTError("InvalidCloudWatchLogsLogGroupArnException", "CloudTrail cannot validate the specified log group ARN.")
    if problem:
        raise JsonRESTError("InvalidCloudWatchLogsRoleArnException", problem)
