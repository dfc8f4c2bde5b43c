"""moto's CloudTrail with what is in this folder.

moto as it comes                                                         here
LookupEvents is missing                                                  history.py
CreateTrail never looks at the bucket's policy, and replaces a trail of  trails.py
  the same name; a trail of another region is not found where AWS names
  its home; a new trail has no event selectors; trailNameList is ignored;
  a deleted trail leaves its tags
Any log group and any role is taken, and one of them can be taken away   log_group.py
  alone; nothing tells whether events reach it
"""

from moto.cloudtrail import models, urls
from moto.cloudtrail.responses import CloudTrailResponse

from .actions import actions
from .control import CONTROL
from .history import HistoryBackend, HistoryResponse
from .trails import TrailsBackend, TrailsResponse


class CloudTrail(HistoryBackend, TrailsBackend, models.CloudTrailBackend):
    # moto finds the URLs of a backend beside the module of its class.
    __module__ = models.__name__


class Response(HistoryResponse, TrailsResponse, CloudTrailResponse):
    pass


models.cloudtrail_backends.backend = CloudTrail
urls.url_paths = {"{0}/$": Response.dispatch}
