"""API reference: making a trail with tags needs the right to tag it, and giving it a role the right to pass the role."""


def actions(asked):
    yield f"cloudtrail:{asked.operation}"
    if asked.operation == "CreateTrail" and '"TagsList"' in asked.body:
        yield "cloudtrail:AddTags"
    if asked.operation == "UpdateTrail" and '"CloudWatchLogsRoleArn"' in asked.body:
        yield "iam:PassRole"
