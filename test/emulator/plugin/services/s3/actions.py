"""S3 User Guide, "Required permissions for Amazon S3 API operations"."""

# Where an action has not the name of its operation.
NAMED = {
    "GetBucketEncryption": "GetEncryptionConfiguration",
    "GetBucketLifecycleConfiguration": "GetLifecycleConfiguration",
    "GetPublicAccessBlock": "GetBucketPublicAccessBlock",
    "HeadBucket": "ListBucket",
    "ListObjectsV2": "ListBucket",
    "ListBuckets": "ListAllMyBuckets",
    "PutBucketEncryption": "PutEncryptionConfiguration",
    "PutBucketLifecycleConfiguration": "PutLifecycleConfiguration",
    "PutPublicAccessBlock": "PutBucketPublicAccessBlock",
}


def actions(asked):
    yield f"s3:{NAMED.get(asked.operation, asked.operation)}"
    if asked.operation == "CreateBucket":
        if "<Tags>" in asked.body:
            yield "s3:TagResource"
        if "x-amz-object-ownership" in asked.headers:
            yield "s3:PutBucketOwnershipControls"
