"""API reference: making something with tags needs the right to tag it."""

TAGGING = {
    "CreatePolicy": "iam:TagPolicy",
    "CreateUser": "iam:TagUser",
    "CreateVirtualMFADevice": "iam:TagMFADevice",
}


def actions(asked):
    yield f"iam:{asked.operation}"
    if asked.operation in TAGGING and "Tags.member.1.Key=" in asked.body:
        yield TAGGING[asked.operation]
