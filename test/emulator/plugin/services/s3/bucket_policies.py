"""What S3 takes for the policy of a bucket."""

import json
import re

from moto.iam.access_control import PermissionResult
from moto.s3.exceptions import S3ClientError

from ...policy_language import as_list, decide, like, statements_of

SETTINGS = """
    AccelerateConfiguration AnalyticsConfiguration BucketAcl BucketCORS BucketLogging BucketNotification
    BucketObjectLockConfiguration BucketOwnershipControls BucketPolicy BucketPublicAccessBlock BucketRequestPayment
    BucketTagging BucketVersioning BucketWebsite EncryptionConfiguration IntelligentTieringConfiguration
    InventoryConfiguration LifecycleConfiguration MetricsConfiguration ReplicationConfiguration
""".split()
# Service Authorization Reference, "Actions defined by Amazon S3".
ON_BUCKETS = [verb + name for verb in ("Get", "Put") for name in SETTINGS] + """
    CreateBucket DeleteBucket DeleteBucketPolicy DeleteBucketWebsite GetBucketLocation GetBucketPolicyStatus
    ListBucket ListBucketMultipartUploads ListBucketVersions ListTagsForResource TagResource UntagResource
""".split()
ON_OBJECTS = """
    AbortMultipartUpload BypassGovernanceRetention DeleteObject DeleteObjectTagging DeleteObjectVersion
    DeleteObjectVersionTagging GetObject GetObjectAcl GetObjectAttributes GetObjectLegalHold GetObjectRetention
    GetObjectTagging GetObjectTorrent GetObjectVersion GetObjectVersionAcl GetObjectVersionAttributes
    GetObjectVersionForReplication GetObjectVersionTagging GetObjectVersionTorrent InitiateReplication
    ListMultipartUploadParts ObjectOwnerOverrideToBucketOwner PutObject PutObjectAcl PutObjectLegalHold
    PutObjectRetention PutObjectTagging PutObjectVersionAcl PutObjectVersionTagging ReplicateDelete ReplicateObject
    ReplicateTags RestoreObject
""".split()


class MalformedPolicy(S3ClientError):
    def __init__(self, message):
        super().__init__("MalformedPolicy", message)


def check(policy, arn):
    try:
        statements = json.loads(policy)["Statement"]
    except (ValueError, KeyError):
        raise MalformedPolicy("Policies must be valid JSON and the first byte must be '{'") from None
    for statement in as_list(statements):
        check_statement(statement, arn)


def check_statement(statement, arn):
    if not {"Effect", "Principal", "Action", "Resource"} <= statement.keys():
        raise MalformedPolicy("Missing required field")
    principal = statement["Principal"]
    for kind, named in principal.items() if isinstance(principal, dict) else ():
        for one in as_list(named):
            if re.search("[*?]", one) and (kind, one) != ("AWS", "*"):
                raise MalformedPolicy("Invalid principal in policy")
    resources = as_list(statement["Resource"])
    buckets = [one for one in resources if one.startswith("arn:") and like(one, arn)]
    objects = [one for one in resources if one.startswith(f"{arn}/") or (one in buckets and like(one, f"{arn}/file"))]
    if not all(one in buckets or one in objects for one in resources):
        raise MalformedPolicy("Policy has invalid resource")
    for action in as_list(statement["Action"]):
        on_buckets, on_objects = (matches(action, names) for names in (ON_BUCKETS, ON_OBJECTS))
        if not on_buckets and not on_objects:
            raise MalformedPolicy("Policy has invalid action")
        if not (on_buckets and buckets) and not (on_objects and objects):
            raise MalformedPolicy("Action does not apply to any resource(s) in statement")


def matches(action, names):
    return action == "*" or any(like(action, f"s3:{name}", re.IGNORECASE) for name in names)


def permission(bucket, action, resource):
    """Over moto's, which takes a Deny for one of everything, whatever its conditions. Our wire counts as encrypted."""
    context = {"aws:securetransport": ["true"]}
    denied = bucket.policy and decide(statements_of(bucket.policy), action, resource, context) == "explicitDeny"
    return PermissionResult.DENIED if denied else PermissionResult.NEUTRAL
