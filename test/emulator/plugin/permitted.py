"""Users may do what their policies allow, asked for by the actions that AWS asks for. Root may do all.

S3 User Guide, "Required permissions for Amazon S3 API operations"; Service Authorization Reference, AWS Budgets; the API
references of what can be made with tags.
"""

from . import iam
from .policy_language import decide
from .root import Root
from .simulate import about, statements

# Where an action has not the name of its operation.
NAMED = {
    "budgets": {
        "CreateBudget": "ModifyBudget",
        "CreateNotification": "ModifyBudget",
        "CreateSubscriber": "ModifyBudget",
        "DescribeBudgets": "ViewBudget",
        "DescribeNotificationsForBudget": "ViewBudget",
        "DescribeSubscribersForNotification": "ViewBudget",
        "UpdateBudget": "ModifyBudget",
    },
    "s3": {
        "GetBucketEncryption": "GetEncryptionConfiguration",
        "GetBucketLifecycleConfiguration": "GetLifecycleConfiguration",
        "GetPublicAccessBlock": "GetBucketPublicAccessBlock",
        "HeadBucket": "ListBucket",
        "ListObjectsV2": "ListBucket",
        "ListBuckets": "ListAllMyBuckets",
        "PutBucketEncryption": "PutEncryptionConfiguration",
        "PutBucketLifecycleConfiguration": "PutLifecycleConfiguration",
        "PutPublicAccessBlock": "PutBucketPublicAccessBlock",
    },
}
# What else is asked for if the body has this in it.
MORE = {
    "CreateBucket": ("<Tags>", "s3:TagResource"),
    "CreateBudget": ('"ResourceTags"', "budgets:TagResource"),
    "CreateTrail": ('"TagsList"', "cloudtrail:AddTags"),
    "CreateUser": ("Tags.member.1.Key=", "iam:TagUser"),
    "CreateVirtualMFADevice": ("Tags.member.1.Key=", "iam:TagMFADevice"),
}
# AWS answers it even where all is denied.
FREE = {"sts:GetCallerIdentity"}


def actions(asked):
    names = NAMED.get(asked.service, {})
    first = f"{asked.service}:{names.get(asked.operation, asked.operation)}"
    part, action = MORE.get(asked.operation, (None, None))
    more = [action] if part and part in asked.body else []
    if asked.operation == "CreateBucket" and "x-amz-object-ownership" in asked.headers:
        more.append("s3:PutBucketOwnershipControls")
    return [first, *more]


# What a test has set: why nobody may do an action, root included. A policy of an organization, for example.
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
        if action in reasons:
            return sentence(user.arn, action, reasons[action])
    if isinstance(user, Root):
        return None
    context = about(user)
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
