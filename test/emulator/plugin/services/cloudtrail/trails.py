"""Trails that keep to their home region, and write only where a bucket lets them."""

import json
from fnmatch import fnmatchcase

from moto.cloudtrail import models
from moto.core.exceptions import JsonRESTError
from moto.organizations.models import organizations_backends
from moto.sns.models import sns_backends

from ..s3 import s3_backends
from .log_group import check_log_group, problem_with_log_group

TRAILS_PER_REGION = 5
BASIC_SELECTORS = 5
# "If you do not configure event selectors, all management events are logged." CloudTrail User Guide.
ALL_MANAGEMENT_EVENTS = {
    "ReadWriteType": "All",
    "IncludeManagementEvents": True,
    "DataResources": [],
    "ExcludeManagementEventSources": [],
}


def as_list(value):
    return value if isinstance(value, list) else [value]


def allows(policy, action, resource, conditions):
    """Does the policy allow it to CloudTrail? Of conditions it knows StringEquals, which is what CloudTrail asks for."""
    for statement in as_list(json.loads(policy)["Statement"]):
        principal = statement.get("Principal")
        services = as_list(principal.get("Service", [])) if isinstance(principal, dict) else [principal]
        wanted = statement.get("Condition", {}).get("StringEquals", {})
        if (
            statement["Effect"] == "Allow"
            and {"cloudtrail.amazonaws.com", "*"} & set(services)
            and any(fnmatchcase(action, one) for one in as_list(statement["Action"]))
            and any(fnmatchcase(resource, one) for one in as_list(statement["Resource"]))
            and all(conditions.get(key) in as_list(value) for key, value in wanted.items())
        ):
            return True
    return False


def check_bucket(account_id, bucket_name, prefix, trail_arn, organization=None):
    """CloudTrail tries to write first, and leaves an empty object behind, also if it then refuses."""
    refused = JsonRESTError(
        "InsufficientS3BucketPolicyException",
        f"Incorrect S3 bucket policy is detected for bucket: {bucket_name}",
    )
    owner = s3_backends.bucket_accounts.get(bucket_name, (None, None))[1]
    if owner is None:
        raise JsonRESTError("S3BucketDoesNotExistException", f"S3 bucket {bucket_name} does not exist!")
    policy = s3_backends[owner]["aws"].get_bucket(bucket_name).policy
    bucket = f"arn:aws:s3:::{bucket_name}"
    folder = f"{bucket}/{prefix}/AWSLogs" if prefix else f"{bucket}/AWSLogs"
    source = {"aws:SourceArn": trail_arn, "aws:SourceAccount": account_id}
    writes = {**source, "s3:x-amz-acl": "bucket-owner-full-control"}
    owners = [account_id, *([f"{organization}/{account_id}"] if organization else [])]
    if not policy or not all(
        allows(policy, "s3:PutObject", f"{folder}/{one}/CloudTrail/anything", writes) for one in owners
    ):
        raise refused
    s3_backends[owner]["aws"].put_object(bucket_name, f"{folder.removeprefix(bucket)[1:]}/{account_id}/CloudTrail/", b"")
    if not allows(policy, "s3:GetBucketAcl", bucket, source):
        raise refused


def check_topic(trail, name):
    """CloudTrail tells the topic only if its policy lets this trail publish. In moto it is enough that the topic is there."""
    arn = f"arn:aws:sns:{trail.region_name}:{trail.account_id}:{name}"
    topic = sns_backends[trail.account_id][trail.region_name].topics.get(arn)
    source = {"aws:SourceArn": trail.arn, "aws:SourceAccount": trail.account_id}
    if topic is None or not allows(topic.policy, "sns:Publish", arn, source):
        message = "SNS Topic does not exist or the topic policy is incorrect!"
        raise JsonRESTError("InsufficientSnsTopicPolicyException", message)


def organization_of(account_id):
    """The id of the organization that the account is in."""
    return getattr(organizations_backends[account_id]["aws"].org, "id", None)


class TrailsBackend:
    """Over moto's CloudTrailBackend: one for each region."""

    def all_trails(self):
        regions = models.cloudtrail_backends[self.account_id].values()
        return [trail for region in list(regions) for trail in region.trails.values()]

    def describe_trails(self, include_shadow_trails):
        return [
            trail
            for trail in self.all_trails()
            if trail.region_name == self.region_name or (include_shadow_trails and trail.is_multi_region)
        ]

    def list_trails(self):
        return self.all_trails()

    def create_trail(self, name, bucket_name, s3_key_prefix, *args):
        here = self.describe_trails(include_shadow_trails=True)
        if any(trail.trail_name == name for trail in here):
            raise JsonRESTError("TrailAlreadyExistsException", f"Trail {name} already exists for customer: {self.account_id}")
        if len(here) >= TRAILS_PER_REGION:
            message = f"User: {self.account_id} already has {TRAILS_PER_REGION} trails in {self.region_name}."
            raise JsonRESTError("MaximumNumberOfTrailsExceededException", message)
        arn = f"arn:aws:cloudtrail:{self.region_name}:{self.account_id}:trail/{name}"
        check_bucket(self.account_id, bucket_name, s3_key_prefix, arn)
        trail = super().create_trail(name, bucket_name, s3_key_prefix, *args)
        trail.event_selectors = [ALL_MANAGEMENT_EVENTS]
        return trail

    def get_trail(self, name_or_arn):
        """moto asks here before each change."""
        elsewhere = [
            trail
            for trail in self.all_trails()
            if trail.region_name != self.region_name and name_or_arn in (trail.arn, trail.trail_name)
        ]
        if elsewhere and name_or_arn not in self.trails:
            message = f"{name_or_arn} must be changed in its home region {elsewhere[0].region_name}."
            raise JsonRESTError("InvalidHomeRegionException", message)
        return super().get_trail(name_or_arn)

    def delete_trail(self, name):
        """moto keeps its tags."""
        arn = self.get_trail(name).arn
        super().delete_trail(name)
        self.tagging_service.delete_all_tags_for_resource(arn)

    def update_trail(self, name, s3_bucket_name, s3_key_prefix, sns_topic_name, *args, **kwargs):
        trail = self.get_trail(name)
        # What is left out is tested again too.
        bucket, prefix = s3_bucket_name or trail.bucket_name, s3_key_prefix or trail.s3_key_prefix
        organization = organization_of(self.account_id) if trail.is_org_trail else None
        check_bucket(self.account_id, bucket, prefix, trail.arn, organization)
        check_log_group(self.account_id, trail, kwargs)
        if sns_topic_name:
            check_topic(trail, sns_topic_name)
        return super().update_trail(name, s3_bucket_name, s3_key_prefix, sns_topic_name, *args, **kwargs)

    def put_event_selectors(self, trail_name, event_selectors, advanced_event_selectors):
        trail = self.get_trail(trail_name)
        basic, advanced = event_selectors or [], advanced_event_selectors or []
        narrow = any(all(field["Field"] != "eventCategory" for field in one["FieldSelectors"]) for one in advanced)
        if bool(basic) == bool(advanced) or len(basic) > BASIC_SELECTORS or narrow:
            raise JsonRESTError("InvalidEventSelectorsException", "The event selectors are not valid.")
        trail.chosen = True
        trail.event_selectors = basic
        trail.advanced_event_selectors = [
            {**one, "FieldSelectors": sorted(one["FieldSelectors"], key=lambda field: field["Field"])} for one in advanced
        ]
        return trail.arn, trail.event_selectors, trail.advanced_event_selectors


class TrailsResponse:
    """Over moto's CloudTrailResponse."""

    def describe_trails(self):
        found = self.cloudtrail_backend.describe_trails(self._get_bool_param("includeShadowTrails", True))
        names = self._get_param("trailNameList", [])
        shown = [
            {**trail.description(include_region=True), "HasCustomEventSelectors": hasattr(trail, "chosen"), "RecursiveLogging": True}
            for trail in found
            if not names or trail.arn in names or trail.trail_name in names
        ]
        return json.dumps({"trailList": shown})

    def get_trail_status(self):
        name = self._get_param("Name")
        status = self.cloudtrail_backend.get_trail_status(name)
        error = getattr(status, "error", None)
        # API reference, GetTrailStatus: of a trail of another region that records here, too, by its ARN.
        everywhere = self.cloudtrail_backend.describe_trails(include_shadow_trails=True)
        trail = next((one for one in everywhere if one.arn == name), None) or self.cloudtrail_backend.get_trail(name)
        of_logs = problem_with_log_group(trail.account_id, trail, trail.cw_log_group_arn, trail.cw_role_arn)
        shown = status.description()
        delivers = trail.cw_log_group_arn and not of_logs and status.is_logging
        return json.dumps(
            {
                **shown,
                **({"LatestDeliveryError": error} if error else {}),
                **({"LatestCloudWatchLogsDeliveryError": of_logs} if of_logs else {}),
                **({"LatestCloudWatchLogsDeliveryTime": status.latest_delivery_time} if delivers else {}),
            }
        )
