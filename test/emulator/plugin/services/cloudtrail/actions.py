"""API reference: making a trail with tags needs the right to tag it."""


def actions(asked):
    yield f"cloudtrail:{asked.operation}"
    if asked.operation == "CreateTrail" and '"TagsList"' in asked.body:
        yield "cloudtrail:AddTags"
