"""Users may do what their policies allow, asked for by the actions that AWS asks for. Root may do all."""

from . import services
from .policy_language import decide
from .services import iam
from .services.iam.root import Root
from .services.iam.simulate import about, statements

# AWS answers it even where all is denied.
FREE = {"sts:GetCallerIdentity"}


def actions(asked):
    """The package of a service knows those that are not called like the operation."""
    named = getattr(services.load(asked.service), "actions", None)
    return list(named(asked)) if named else [f"{asked.service}:{asked.operation}"]


# What a test has set: why nobody may do an action in a region, or in any (`None`), root included. A policy of an
# organization, for example.
reasons = {}


def reset():
    reasons.clear()


def denied(asked):
    """AWS's sentence about the first action that whoever asks may not do; else None."""
    account = iam.account()
    user = account.get_user_from_access_key_id(asked.key)
    if user is None:
        return None
    for action in actions(asked):
        reason = reasons.get((action, asked.region)) or reasons.get((action, None))
        if reason:
            return sentence(user.arn, action, reason)
    if isinstance(user, Root):
        return None
    context = {**about(user), "aws:viaawsservice": ["false"]}
    # A long-term key says nothing of MFA.
    if asked.key in account.sessions:
        context["aws:multifactorauthpresent"] = [str(account.has_mfa(asked.key)).lower()]
    for action in actions(asked):
        decision = "allowed" if action in FREE else decide(statements(account, user), action, "*", context)
        if decision == "explicitDeny":
            return sentence(user.arn, action, "with an explicit deny in an identity-based policy")
        if decision == "implicitDeny":
            return sentence(user.arn, action, f"because no identity-based policy allows the {action} action")
    return None


def sentence(arn, action, reason):
    """As recorded. Which resource it is about is not played."""
    return f"User: {arn} is not authorized to perform: {action} on resource: * {reason}"
