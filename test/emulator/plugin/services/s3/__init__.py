"""Buckets as AWS makes them since 2023, their owners and their regions.

In moto a new bucket is open, with ACLs, unencrypted; a list has no regions; any policy is taken; a bucket of another account or region answers
as if it were here; a bucket of us-east-1 can be made again however it is; rules of both forms mix; a Deny holds whatever
its conditions.
"""

import json

from moto.core import DEFAULT_ACCOUNT_ID
from moto.core.responses import ActionResult
from moto.s3 import models, urls
from moto.s3.exceptions import BucketAlreadyOwnedByYou, S3ClientError
from moto.s3.models import PublicAccessBlock, s3_backends
from moto.s3.responses import S3Response
from moto.s3.utils import bucket_policy_is_public

from .actions import actions
from .bucket_policies import check, permission

SOMEBODY_ELSE = "999999999999"
REDIRECT = (
    "<Error><Code>PermanentRedirect</Code>"
    "<Message>The bucket you are attempting to access must be addressed using the specified endpoint.</Message></Error>"
)


class AccessDenied(S3ClientError):
    def __init__(self, message="Access Denied"):
        super().__init__("AccessDenied", message)


class InvalidRequest(S3ClientError):
    def __init__(self, message):
        super().__init__("InvalidRequest", message)


class Elsewhere(Exception):
    """The bucket is in the region that this names."""


class Buckets(models.S3Backend):
    # moto would load them anew, without what is put there below.
    _url_module = urls

    def create_bucket(self, *args, **kwargs):
        """Blocked for the public, without ACLs, encrypted: AWS's defaults since April 2023."""
        bucket = super().create_bucket(*args, **kwargs)
        bucket.public_access_block = PublicAccessBlock("true", "true", "true", "true")
        bucket.ownership_rule = "BucketOwnerEnforced"
        default = {"SSEAlgorithm": "AES256"}
        bucket.encryption = {"Rule": {"ApplyServerSideEncryptionByDefault": default, "BucketKeyEnabled": "false"}}
        return bucket

    def put_bucket_encryption(self, bucket_name, encryption):
        """As AWS gives it back: what was not told is there too, so that being told the default changes nothing."""
        rule = {"BucketKeyEnabled": "false", **encryption["Rule"]}
        super().put_bucket_encryption(bucket_name, {"Rule": rule})

    def put_public_access_block(self, bucket_name, pub_block_config):
        if not pub_block_config:
            raise InvalidRequest("Must specify at least one configuration.")
        super().put_public_access_block(bucket_name, pub_block_config)

    def put_bucket_lifecycle_configuration(self, bucket_name, rules):
        if len({"Filter" in rule for rule in rules}) > 1:
            raise InvalidRequest("Filter element can only be used in Lifecycle V2. Prefix element can only be used in V1.")
        super().put_bucket_lifecycle_configuration(bucket_name, rules)

    def put_bucket_policy(self, bucket_name, policy):
        bucket = self.get_bucket(bucket_name)
        check(policy, bucket.arn)
        block = bucket.public_access_block
        if block and block.block_public_policy and bucket_policy_is_public(policy):
            raise AccessDenied("User is not authorized to perform: s3:PutBucketPolicy because public policies are blocked")
        super().put_bucket_policy(bucket_name, policy)


class Response(S3Response):
    def _authenticate_and_authorize_s3_action(self, bucket_name=None, key_name=None):
        """Where moto looks for rights is where a bucket may turn out to be another's, or elsewhere."""
        owner = s3_backends.bucket_accounts.get(bucket_name, (None, None))[1]
        if owner is None:
            return
        expected = self.headers.get("x-amz-expected-bucket-owner", owner)
        creates = self.request.method == "PUT" and not self.request.args
        if expected != owner or (owner != DEFAULT_ACCOUNT_ID and not creates):
            raise AccessDenied()
        region = self.backend.get_bucket(bucket_name).region_name
        if not creates and region != self.region:
            raise Elsewhere(region)

    def _bucket_response_put(self, request, bucket_name, querystring):
        """In us-east-1 a bucket can be made again, but only just as it is, and without tags."""
        bucket = self.backend.buckets.get(bucket_name)
        if bucket and not querystring:
            ownership = self.headers.get("x-amz-object-ownership", bucket.ownership_rule)
            block = vars(bucket.public_access_block).values() if bucket.public_access_block else ()
            same = ownership == bucket.ownership_rule and all(str(one).lower() == "true" for one in block)
            if b"<Tags>" in self.body or not same:
                raise BucketAlreadyOwnedByYou(bucket_name=bucket_name)
        return super()._bucket_response_put(request, bucket_name, querystring)

    def all_buckets(self):
        """With the region of each, if MaxBuckets is given."""
        largest = self._get_param("max-buckets")
        if not largest:
            return super().all_buckets()
        self.data["Action"] = "ListBuckets"
        found = self.backend.list_buckets(self._get_param("prefix"), self._get_param("bucket-region"), largest)
        buckets = [
            {"Name": one.name, "CreationDate": one.creation_date_ISO8601, "BucketRegion": one.region_name} for one in found
        ]
        return self.serialized(ActionResult({"Owner": {"ID": DEFAULT_ACCOUNT_ID}, "Buckets": buckets}))

    def _bucket_response(self, request, full_url):
        try:
            return super()._bucket_response(request, full_url)
        except Elsewhere as region:
            return 301, {"x-amz-bucket-region": str(region)}, "" if request.method == "HEAD" else REDIRECT


def take(wanted):
    """Somebody else has a bucket of this name."""
    s3_backends[SOMEBODY_ELSE]["aws"].create_bucket(wanted["name"], wanted["region"])


CONTROL = {"take-bucket": take}

s3_backends.backend = Buckets
models.FakeBucket.get_permission = permission
urls.url_paths = {path: getattr(Response, handler.__name__) for path, handler in urls.url_paths.items()}
