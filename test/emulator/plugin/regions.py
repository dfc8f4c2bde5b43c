"""Which regions are on. A region that is off, or still being switched on, knows no credentials."""

from functools import cache

from botocore.session import get_session

# AWS Account Management, "Enable or disable AWS Regions in your account": those that nobody has to switch on.
BY_DEFAULT = {
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-northeast-3",
    "ap-south-1",
    "ap-southeast-1",
    "ap-southeast-2",
    "ca-central-1",
    "eu-central-1",
    "eu-north-1",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "sa-east-1",
    "us-east-1",
    "us-east-2",
    "us-west-1",
    "us-west-2",
}
# Some of those that somebody has to switch on.
OPT_IN = {"af-south-1", "ap-east-1", "ap-east-2", "eu-south-1", "me-south-1"}

# What a test has set: `ENABLED`, `ENABLING`, `DISABLED`.
status = {}


def reset():
    status.clear()


def is_off(service, region):
    on = status.get(region, "ENABLED" if region in BY_DEFAULT else "DISABLED") == "ENABLED"
    return not on and not is_global(service)


@cache
def is_global(service):
    """Has the service one endpoint for all regions? Whatever region a signature names, it is then answered."""
    return not get_session().get_component("endpoint_resolver").get_available_endpoints(service)


def opt_status(region):
    return status.get(region, "ENABLED_BY_DEFAULT" if region in BY_DEFAULT else "DISABLED")
