"""moto's CloudWatch Logs with what is in this folder.

moto as it comes                                                         here
PutMetricFilter adds a second filter of the same name, to a group        a group that is there has one of each name
  that need not exist; those of a group that is not there are none       ResourceNotFoundException
PutRetentionPolicy takes any number of days                              those of AWS
"""

from moto.core.exceptions import JsonRESTError
from moto.logs import models, urls
from moto.logs.exceptions import ResourceNotFoundException
from moto.logs.responses import LogsResponse

# API reference, PutRetentionPolicy.
RETENTIONS = {1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653}
FILTERS_PER_GROUP = 100
logs_backends = models.logs_backends


def actions(asked):
    """API reference: making a group with tags needs the right to tag it."""
    yield f"logs:{asked.operation}"
    if asked.operation == "CreateLogGroup" and '"tags"' in asked.body:
        yield "logs:TagResource"


class Logs(models.LogsBackend):
    # moto finds the URLs of a backend beside the module of its class.
    __module__ = models.__name__

    def existing(self, log_group_name):
        if log_group_name is not None and log_group_name not in self.groups:
            raise ResourceNotFoundException()

    def put_retention_policy(self, log_group_name, retention_in_days):
        self.existing(log_group_name)
        if int(retention_in_days) not in RETENTIONS:
            raise JsonRESTError("InvalidParameterException", f"{retention_in_days} is no number of days that a group may have.")
        super().put_retention_policy(log_group_name, retention_in_days)

    def put_metric_filter(self, filter_name, filter_pattern, log_group_name, metric_transformations):
        self.existing(log_group_name)
        self.filters.delete_filter(filter_name, log_group_name)
        if len(self.filters.get_matching_filters(log_group_name=log_group_name)) >= FILTERS_PER_GROUP:
            raise JsonRESTError("LimitExceededException", "Resource limit exceeded.")
        super().put_metric_filter(filter_name, filter_pattern, log_group_name, metric_transformations)

    def describe_metric_filters(self, prefix=None, log_group_name=None, metric_name=None, metric_namespace=None):
        self.existing(log_group_name)
        return super().describe_metric_filters(prefix, log_group_name, metric_name, metric_namespace)


models.logs_backends.backend = Logs
urls.url_paths = {"{0}/$": LogsResponse.dispatch}
