"""moto's CloudWatch with what is in this folder.

moto as it comes                                                         here
An alarm takes a topic of another region                                 ValidationError
"""

from moto.cloudwatch import models, urls
from moto.cloudwatch.exceptions import ValidationError
from moto.cloudwatch.responses import CloudWatchResponse


class CloudWatch(models.CloudWatchBackend):
    # moto finds the URLs of a backend beside the module of its class.
    __module__ = models.__name__

    def put_metric_alarm(self, *args, alarm_actions=(), **kwargs):
        for action in alarm_actions:
            if action.startswith("arn:aws:sns:") and action.split(":")[3] != self.region_name:
                raise ValidationError(f"Invalid region {action.split(':')[3]} specified. Only {self.region_name} is supported.")
        return super().put_metric_alarm(*args, alarm_actions=alarm_actions, **kwargs)


models.cloudwatch_backends.backend = CloudWatch
urls.url_paths = {"{0}/$": CloudWatchResponse.dispatch}
