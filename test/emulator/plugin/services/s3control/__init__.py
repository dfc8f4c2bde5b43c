"""S3 Control as moto has it. IAM knows its actions as those of S3."""

NAMED = {
    "GetPublicAccessBlock": "GetAccountPublicAccessBlock",
    "PutPublicAccessBlock": "PutAccountPublicAccessBlock",
}


def actions(asked):
    yield f"s3:{NAMED.get(asked.operation, asked.operation)}"
