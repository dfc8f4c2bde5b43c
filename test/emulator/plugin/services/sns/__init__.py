"""SNS that waits for whoever is to get its mails.

In moto an address is confirmed at once, any token confirms, and a topic that is there already is returned whatever it is asked
to be like; any text is a policy.
"""

import hashlib
import json
import uuid

from moto.core import DEFAULT_ACCOUNT_ID
from moto.core.responses import ActionResult
from moto.sns import models, urls
from moto.sns.exceptions import SNSInvalidParameter
from moto.sns.responses import SNSResponse

PENDING = "PendingConfirmation"


def actions(asked):
    """API reference: making something with tags needs the right to tag it."""
    yield f"sns:{asked.operation}"
    if asked.operation == "CreateTopic" and "Tags.member.1.Key=" in asked.body:
        yield "sns:TagResource"


def token_of(subscription):
    """It is in the link of the mail alone."""
    return hashlib.sha512(f"{subscription.topic.arn} {subscription.endpoint}".encode()).hexdigest()


def is_pending(subscription):
    return subscription.protocol == "email" and not subscription.confirmed


def checked_policy(text):
    try:
        json.loads(text)["Statement"]
    except (ValueError, KeyError, TypeError):
        raise SNSInvalidParameter("Invalid parameter: Policy Error: null") from None


class Subscription(models.Subscription):
    def __init__(self, account_id, topic, endpoint, protocol):
        super().__init__(account_id, topic, endpoint, protocol)
        # In moto it is random: two accounts that were made alike would differ.
        self.arn = f"{topic.arn}:{uuid.uuid5(uuid.NAMESPACE_URL, f'{topic.arn} {protocol} {endpoint}')}"


class Sns(models.SNSBackend):
    # moto finds the URLs of a backend beside the module of its class.
    __module__ = models.__name__

    def create_topic(self, name, attributes=None, tags=None):
        if attributes and "Policy" in attributes:
            checked_policy(attributes["Policy"])
        found = next((topic for topic in self.topics.values() if topic.name == name), None)
        if found and tags and tags != found._tags:
            raise SNSInvalidParameter("Invalid parameter: Tags Reason: Topic already exists with different tags")
        if found and attributes and attributes.get("DisplayName", found.display_name) != found.display_name:
            raise SNSInvalidParameter(
                "Invalid parameter: Attributes Reason: Topic already exists with different attributes"
            )
        return found or super().create_topic(name, attributes, tags)

    def set_topic_attribute(self, topic_arn, attribute_name, attribute_value):
        if attribute_name == "policy":
            checked_policy(attribute_value)
        super().set_topic_attribute(topic_arn, attribute_name, attribute_value)

    def confirm(self, topic_arn, token, authenticated):
        topic = self.get_topic(topic_arn)
        for subscription in self._get_topic_subscriptions(topic):
            if token_of(subscription) == token:
                subscription.confirmed = True
                subscription.attributes["ConfirmationWasAuthenticated"] = authenticated
                return subscription
        raise SNSInvalidParameter("Invalid parameter: Token")


class Response(SNSResponse):
    def subscribe(self):
        arn, endpoint, protocol = (self._get_param(name) for name in ("TopicArn", "Endpoint", "Protocol"))
        if protocol == "email" and "@" not in endpoint:
            raise SNSInvalidParameter("Invalid parameter: Email address")
        subscription = self.backend.subscribe(arn, endpoint, protocol)
        is_told = not is_pending(subscription) or self._get_bool_param("ReturnSubscriptionArn")
        return ActionResult({"SubscriptionArn": subscription.arn if is_told else "pending confirmation"})

    def list_subscriptions_by_topic(self):
        found, token = self.backend.list_subscriptions_by_topic(
            self._get_param("TopicArn"), next_token=self._get_param("NextToken")
        )
        listed = [
            {
                "SubscriptionArn": PENDING if is_pending(one) else one.arn,
                "Owner": one.account_id,
                "Protocol": one.protocol,
                "Endpoint": one.endpoint,
                "TopicArn": one.topic.arn,
            }
            for one in found
        ]
        return ActionResult({"Subscriptions": listed, "NextToken": token})

    def confirm_subscription(self):
        subscription = self.backend.confirm(
            self._get_param("TopicArn"),
            self._get_param("Token"),
            self._get_param("AuthenticateOnUnsubscribe") in ("true", True),
        )
        return ActionResult({"SubscriptionArn": subscription.arn})


def every_subscription():
    for backend in list(models.sns_backends[DEFAULT_ACCOUNT_ID].values()):
        yield from backend.subscriptions.values()


def confirm(_):
    """Whoever got a mail clicks its link."""
    for subscription in every_subscription():
        subscription.confirmed = True


def tokens(_):
    """What the mails hold, by address."""
    return {one.endpoint: token_of(one) for one in every_subscription() if is_pending(one)}


CONTROL = {"confirm": confirm, "tokens": tokens}

models.Subscription = Subscription
models.sns_backends.backend = Sns
urls.url_paths = {**urls.url_paths, "{0}/$": Response.dispatch}
