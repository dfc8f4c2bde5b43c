"""moto's CloudTrail with all of the above, put where its own is looked up."""

from moto.cloudtrail import models, urls
from moto.cloudtrail.responses import CloudTrailResponse
from moto.core import DEFAULT_ACCOUNT_ID

from .history import HistoryBackend, HistoryResponse
from .trails import TrailsBackend, TrailsResponse


class CloudTrail(HistoryBackend, TrailsBackend, models.CloudTrailBackend):
    # moto finds the URLs of a backend beside the module of its class.
    __module__ = models.__name__


class Response(HistoryResponse, TrailsResponse, CloudTrailResponse):
    pass


def install():
    models.cloudtrail_backends.backend = CloudTrail
    urls.url_paths = {"{0}/$": Response.dispatch}


def region(name):
    return models.cloudtrail_backends[DEFAULT_ACCOUNT_ID][name]


def fail_deliveries(error):
    """What S3 says to every trail from now on; `None` if nothing."""
    for trail in region("us-east-1").all_trails():
        trail.status.error = error
