"""Cost anomalies, which moto's Cost Explorer lacks. What Cost Explorer says before it is ready is what others have met."""

import json
import uuid

from moto.ce import models, urls
from moto.ce.responses import CostExplorerResponse
from moto.core import DEFAULT_ACCOUNT_ID
from moto.core.exceptions import JsonRESTError

NOT_READY = {
    "OFF": ("AccessDeniedException", "User not enabled for cost explorer access"),
    "PREPARING": ("DataUnavailableException", "Data is not available. Please try to adjust the time period."),
}


def at_least(key, value):
    return {"Dimensions": {"Key": f"ANOMALY_TOTAL_IMPACT_{key}", "MatchOptions": ["GREATER_THAN_OR_EQUAL"], "Values": [value]}}


class CostExplorer(models.CostExplorerBackend):
    # moto finds the URLs of a backend beside the module of its class.
    __module__ = models.__name__

    def __init__(self, region_name, account_id):
        super().__init__(region_name, account_id)
        self.cost_explorer = "ON"
        monitor = {
            "MonitorArn": self.arn("monitor", "Default-Services-Monitor"),
            "MonitorName": "Default-Services-Monitor",
            "MonitorType": "DIMENSIONAL",
            "MonitorDimension": "SERVICE",
        }
        self.anomaly_monitors = [monitor]
        self.anomaly_subscriptions = [
            {
                "SubscriptionArn": self.arn("subscription", "Default-Services-Subscription"),
                "SubscriptionName": "Default-Services-Subscription",
                "AccountId": account_id,
                "Frequency": "DAILY",
                "MonitorArnList": [monitor["MonitorArn"]],
                "Subscribers": [{"Type": "EMAIL", "Address": "owner@example.com", "Status": "CONFIRMED"}],
                "ThresholdExpression": {"And": [at_least("ABSOLUTE", "100"), at_least("PERCENTAGE", "40")]},
            }
        ]

    def arn(self, kind, name):
        # Two accounts that were made alike have the same.
        return f"arn:aws:ce::{self.account_id}:anomaly{kind}/{uuid.uuid5(uuid.NAMESPACE_URL, name)}"


class Response(CostExplorerResponse):
    def asked(self):
        refusal = NOT_READY.get(self.ce_backend.cost_explorer)
        if refusal:
            raise JsonRESTError(*refusal)
        return json.loads(self.body)

    def get_anomaly_monitors(self):
        self.asked()
        return json.dumps({"AnomalyMonitors": self.ce_backend.anomaly_monitors})

    def get_anomaly_subscriptions(self):
        self.asked()
        return json.dumps({"AnomalySubscriptions": self.ce_backend.anomaly_subscriptions})

    def create_anomaly_monitor(self):
        monitor = self.asked()["AnomalyMonitor"]
        backend = self.ce_backend
        if any(one.get("MonitorDimension") == "SERVICE" for one in backend.anomaly_monitors):
            raise JsonRESTError("LimitExceededException", "Limit exceeded on dimensional spend monitor creation")
        arn = backend.arn("monitor", monitor["MonitorName"])
        backend.anomaly_monitors.append({**monitor, "MonitorArn": arn})
        return json.dumps({"MonitorArn": arn})

    def create_anomaly_subscription(self):
        subscription = self.asked()["AnomalySubscription"]
        backend = self.ce_backend
        known = {one["MonitorArn"] for one in backend.anomaly_monitors}
        if not known.issuperset(subscription["MonitorArnList"]):
            raise JsonRESTError("UnknownMonitorException", "The monitor does not exist.")
        kind = "SNS" if subscription["Frequency"] == "IMMEDIATE" else "EMAIL"
        if any(one["Type"] != kind for one in subscription["Subscribers"]):
            raise JsonRESTError("ValidationException", f"{subscription['Frequency']} needs {kind}")
        subscribers = [{**one, "Status": "CONFIRMED"} for one in subscription["Subscribers"]]
        name = f"{subscription['SubscriptionName']} {len(backend.anomaly_subscriptions)}"
        made = {
            **subscription,
            "SubscriptionArn": backend.arn("subscription", name),
            "AccountId": backend.account_id,
            "Subscribers": subscribers,
        }
        backend.anomaly_subscriptions.append(made)
        return json.dumps({"SubscriptionArn": made["SubscriptionArn"]})


models.ce_backends.backend = CostExplorer
urls.url_paths = {"{0}/$": Response.dispatch}


def set_ready(wanted):
    """`is`: OFF until somebody opens Cost Explorer, PREPARING for a day, then ON."""
    backend = models.ce_backends[DEFAULT_ACCOUNT_ID]["aws"]
    backend.cost_explorer = wanted["is"]
    if wanted["is"] == "OFF":
        backend.anomaly_monitors, backend.anomaly_subscriptions = [], []


CONTROL = {"ready": set_ready}
