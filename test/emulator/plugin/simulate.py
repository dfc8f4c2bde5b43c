"""SimulatePrincipalPolicy for users, by the policy language that moto knows already."""

from moto.core.responses import ActionResult
from moto.iam.access_control import IAMPolicy, IAMUserAccessKey, PermissionResult
from moto.iam.exceptions import IAMException, NoSuchEntity

DECISIONS = {
    PermissionResult.PERMITTED: "allowed",
    PermissionResult.DENIED: "explicitDeny",
    PermissionResult.NEUTRAL: "implicitDeny",
}


class InvalidInput(IAMException):
    code = "InvalidInput"


class Policies(IAMUserAccessKey):
    """A user's policies, own and by group. moto collects them for an access key: this is one without the key."""

    def __init__(self, backend, user_name):
        self.account_id = backend.account_id
        self.partition = backend.partition
        self._owner_user_name = user_name


class SimulateResponse:
    """Over moto's IamResponse."""

    def simulate_principal_policy(self):
        arn = self._get_param("PolicySourceArn")
        if ":user/" not in arn:
            raise InvalidInput(f"Invalid Entity Arn: {arn}")
        user = next((user for user in self.backend.users.values() if user.arn == arn), None)
        if user is None:
            raise NoSuchEntity(f"The entity {arn} cannot be found.")
        policies = [IAMPolicy(policy) for policy in Policies(self.backend, user.name).collect_policies()]
        results = [
            {
                "EvalActionName": action,
                "EvalResourceName": resource,
                "EvalDecision": DECISIONS[decision(policies, action, resource)],
                "MatchedStatements": [],
                "MissingContextValues": [],
            }
            for action in self._get_param("ActionNames")
            for resource in self._get_param("ResourceArns", ["*"])
        ]
        return ActionResult({"EvaluationResults": results, "IsTruncated": False})


def decision(policies, action, resource):
    said = {policy.is_action_permitted(action, resource) for policy in policies}
    for result in (PermissionResult.DENIED, PermissionResult.PERMITTED):
        if result in said:
            return result
    return PermissionResult.NEUTRAL
