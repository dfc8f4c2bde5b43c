"""Budgets that can be changed, and that tell whom they warn.

In moto they cannot be changed, and subscribers are not told; any amount, address and duplicate is taken; an empty list is
given where AWS gives none; a deleted budget leaves an empty place.
"""

import json
import re

from moto.budgets import models, urls
from moto.budgets.exceptions import DuplicateRecordException, NotFoundException
from moto.budgets.responses import BudgetsResponse
from moto.core.exceptions import JsonRESTError

from .actions import actions

NOTIFICATIONS_PER_BUDGET = 10
EMAILS_PER_NOTIFICATION = 10
SAME = ("NotificationType", "ComparisonOperator", "Threshold", "ThresholdType")
PAGE = 100


def invalid(message):
    return JsonRESTError("InvalidParameterException", message)


def identity(notification):
    """A notification has no name: it is known by these. A threshold without a type is a percentage."""
    return tuple({"ThresholdType": "PERCENTAGE", **notification}[key] for key in SAME)


def checked_budget(budget):
    name = budget["BudgetName"]
    if not 1 <= len(name) <= 100 or re.search(r"[:\\]|/action/", name):
        raise invalid(f"The budget name {name} is not valid.")
    limit = budget.get("BudgetLimit")
    if limit:
        amount = float(limit["Amount"])
        if amount <= 0:
            raise invalid("Budget limit amount must be a positive number.")
        # As AWS gives it back: 100 as 100.0.
        limit["Amount"] = str(amount)
    if ("CostTypes" in budget or "CostFilters" in budget) and ("Metrics" in budget or "FilterExpression" in budget):
        raise invalid("CostFilters and CostTypes cannot be used with FilterExpression and Metrics.")
    return budget


def described(budget, with_filter):
    """The members of one form, and the filter expression to those who ask for it."""
    answer = {"HealthStatus": {"Status": "HEALTHY", "LastUpdatedTime": budget["LastUpdatedTime"]}, **budget}
    if "Metrics" in budget or "FilterExpression" in budget:
        # moto adds the defaults of the other form.
        answer.pop("CostTypes", None)
        if not with_filter:
            answer.pop("FilterExpression", None)
    else:
        answer.setdefault("CostFilters", {})
    return answer


def checked_subscribers(subscribers):
    emails = [one["Address"] for one in subscribers if one["SubscriptionType"] == "EMAIL"]
    if not subscribers:
        raise invalid("A notification needs a subscriber.")
    if len(emails) > EMAILS_PER_NOTIFICATION:
        raise JsonRESTError("CreationLimitExceededException", "Too many e-mail subscribers.")
    for address in emails:
        if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", address):
            raise invalid(f"{address} is not an e-mail address.")
    return subscribers


class Budgets(models.BudgetsBackend):
    # moto finds the URLs of a backend beside the module of its class.
    __module__ = models.__name__

    def budget(self, account_id, name):
        if account_id != self.account_id:
            raise JsonRESTError("AccessDeniedException", "Account id is not yours.")
        if name not in self.budgets[account_id]:
            raise NotFoundException(f"Unable to get budget: {name} - the budget doesn't exist.")
        return self.budgets[account_id][name]

    def notification(self, account_id, name, wanted):
        for notification in self.budget(account_id, name).notifications:
            if identity(notification.details) == identity(wanted):
                return notification
        raise NotFoundException("Unable to get the notification - it doesn't exist.")

    def create_budget(self, account_id, budget, notifications):
        for one in notifications:
            checked_subscribers(one["Subscribers"])
        super().create_budget(account_id, checked_budget(budget), notifications)

    def delete_budget(self, account_id, budget_name):
        """An account whose budgets are gone is as one that never had any."""
        try:
            super().delete_budget(account_id, budget_name)
        finally:
            if not self.budgets[account_id]:
                del self.budgets[account_id]

    def update_budget(self, account_id, budget):
        old = self.budget(account_id, budget["BudgetName"])
        kept = {"TimePeriod": old.budget["TimePeriod"]}
        new = models.Budget({**kept, **checked_budget(budget)}, [])
        new.notifications = old.notifications
        self.budgets[account_id][budget["BudgetName"]] = new

    def create_notification(self, account_id, budget_name, notification, subscribers):
        there = self.budget(account_id, budget_name).notifications
        if identity(notification) in [identity(one.details) for one in there]:
            raise DuplicateRecordException("notification", budget_name)
        if len(there) >= NOTIFICATIONS_PER_BUDGET:
            raise JsonRESTError("CreationLimitExceededException", "Too many notifications.")
        super().create_notification(account_id, budget_name, notification, checked_subscribers(subscribers))

    def describe_notifications_for_budget(self, account_id, budget_name):
        return [
            {"ThresholdType": "PERCENTAGE", "NotificationState": "OK", **one.details}
            for one in self.budget(account_id, budget_name).notifications
        ]


class Response(BudgetsResponse):
    def where(self):
        return self._get_param("AccountId"), self._get_param("BudgetName")

    def which(self):
        return self.backend.notification(*self.where(), self._get_param("Notification"))

    def page(self, name, items):
        """Where there are none, AWS leaves the list out."""
        size = self._get_param("MaxResults", PAGE)
        first = int(self._get_param("NextToken", "0"))
        answer = {name: items[first : first + size]} if items else {}
        if first + size < len(items):
            answer["NextToken"] = str(first + size)
        return json.dumps(answer)

    def update_budget(self):
        self.backend.update_budget(self._get_param("AccountId"), self._get_param("NewBudget"))
        return json.dumps({})

    def describe_budgets(self):
        budgets = self.backend.describe_budgets(self._get_param("AccountId"))
        with_filter = self._get_param("ShowFilterExpression", False)
        return self.page("Budgets", [described(budget, with_filter) for budget in budgets])

    def describe_notifications_for_budget(self):
        return self.page("Notifications", self.backend.describe_notifications_for_budget(*self.where()))

    def describe_subscribers_for_notification(self):
        return self.page("Subscribers", self.which().subscribers)

    def create_subscriber(self):
        subscriber = self._get_param("Subscriber")
        notification = self.which()
        if subscriber in notification.subscribers:
            raise DuplicateRecordException("subscriber", subscriber["Address"])
        notification.subscribers = checked_subscribers([*notification.subscribers, subscriber])
        return json.dumps({})

    def delete_subscriber(self):
        subscriber = self._get_param("Subscriber")
        notification = self.which()
        if subscriber not in notification.subscribers:
            raise NotFoundException("Unable to delete the subscriber - it doesn't exist.")
        notification.subscribers = [one for one in notification.subscribers if one != subscriber]
        return json.dumps({})


models.budgets_backends.backend = Budgets
urls.url_paths = {"{0}/$": Response.dispatch}
