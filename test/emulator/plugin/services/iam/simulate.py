"""SimulatePrincipalPolicy: one result for each action, with a decision for each resource."""

import re

from moto.core.responses import ActionResult
from moto.iam.exceptions import IAMException, NoSuchEntity

from ...policy_language import decide, keys_of, statements_of

SOURCE = re.compile(r"arn:[^:]+:iam::(\d{12}):(user|group|role)/(?:.*/)?([^/]+)")
STRICTEST = ("explicitDeny", "implicitDeny", "allowed")
# The form of an action's resources. The first pattern that matches counts.
TEMPLATES = {
    r"s3:.*Object": "arn:aws:s3:::${BucketName}/${KeyName}",
    r"s3:": "arn:aws:s3:::${BucketName}",
    r"iam:.*Group": "arn:aws:iam::${Account}:group/${GroupNameWithPath}",
    r"iam:.*Role": "arn:aws:iam::${Account}:role/${RoleNameWithPath}",
    r"iam:.*PolicyVersion|iam:(Create|Delete|Get)Policy$": "arn:aws:iam::${Account}:policy/${PolicyNameWithPath}",
    r"iam:": "arn:aws:iam::${Account}:user/${UserNameWithPath}",
}


class InvalidInput(IAMException):
    code = "InvalidInput"


def documents(holder):
    attached = [
        next(version.document for version in policy.versions if version.is_default)
        for policy in holder.managed_policies.values()
    ]
    return [*holder.policies.values(), *attached]


def statements(backend, holder, kind="user"):
    """The holder's statements; a user's include those of their groups."""
    groups = backend.get_groups_for_user(holder.name) if kind == "user" else []
    return [
        statement
        for one in (holder, *groups)
        for document in documents(one)
        for statement in statements_of(document)
    ]


def about(holder, kind="user"):
    """Context keys that AWS fills in from the principal."""
    named = {"aws:username": [holder.name], "aws:userid": [holder.id]} if kind == "user" else {}
    return {"aws:principalarn": [holder.arn], "aws:principalaccount": [holder.arn.split(":")[4]], **named}


class SimulateResponse:
    """Over moto's IamResponse."""

    def source(self):
        """AWS finds the principal by name and ignores the path."""
        arn = self._get_param("PolicySourceArn")
        parts = SOURCE.fullmatch(arn)
        if parts is None:
            raise InvalidInput(f"Invalid Entity Arn: {arn}")
        account_id, kind, name = parts.groups()
        backend = self.backend
        known = {"user": backend.users, "group": backend.groups, "role": backend.roles}[kind].values()
        holder = next((one for one in known if one.name.lower() == name.lower()), None)
        if holder is None or account_id != backend.account_id:
            raise NoSuchEntity(f"The entity {arn} cannot be found.")
        return holder, kind

    def simulate_principal_policy(self):
        holder, kind = self.source()
        what_if = [one for document in self._get_param("PolicyInputList", []) for one in statements_of(document)]
        all_statements = [*what_if, *statements(self.backend, holder, kind)]
        context = about(holder, kind)
        for entry in self._get_param("ContextEntries", []):
            context[entry["ContextKeyName"].lower()] = entry.get("ContextKeyValues", [])
        missing = sorted(key for key in keys_of(all_statements) if key.lower() not in context)
        resources = self._get_param("ResourceArns", [])
        results = [
            result(action, resources, missing, lambda one, action=action: decide(all_statements, action, one, context))
            for action in self._get_param("ActionNames")
        ]
        return ActionResult({"EvaluationResults": results, "IsTruncated": False})


def result(action, resources, missing, decision):
    """The decision of an action is the strictest of its resources'."""
    each = [
        {
            "EvalResourceName": resource,
            "EvalResourceDecision": decision(resource),
            "MatchedStatements": [],
            "MissingContextValues": missing,
        }
        for resource in resources
    ]
    said = [one["EvalResourceDecision"] for one in each] or [decision("*")]
    return {
        "EvalActionName": action,
        "EvalResourceName": template(action) if len(resources) > 1 else (*resources, "*")[0],
        "EvalDecision": min(said, key=STRICTEST.index),
        "MatchedStatements": [],
        "MissingContextValues": missing,
        **({"ResourceSpecificResults": each} if each else {}),
    }


def template(action):
    return next((name for pattern, name in TEMPLATES.items() if re.match(pattern, action)), "*")
