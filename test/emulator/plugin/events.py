"""Events as CloudTrail tells them: sign-ins to the console, and calls to the API."""

import json
import re
import uuid
from datetime import datetime, timezone

READING = re.compile(r"(Get|List|Describe|Head|Lookup|Simulate)[A-Z]|(GenerateCredentialReport|TestEventPattern)$")
HIDDEN = "HIDDEN_DUE_TO_SECURITY_REASONS"
# Left out: the frame of a request, secrets, and members of lists and structures.
LEFT_OUT = re.compile(r"Action$|Version$|Password|AuthenticationCode\d|TokenCode|.*\.")
RESOURCES = {
    "AccessKeyId": "AWS::IAM::AccessKey",
    "GroupName": "AWS::IAM::Group",
    "PolicyArn": "AWS::IAM::Policy",
    "RoleName": "AWS::IAM::Role",
    "UserName": "AWS::IAM::User",
}


def written(at):
    return datetime.fromtimestamp(at, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def identity(account_id, holder):
    if holder.arn.endswith(":root"):
        return {"type": "Root", "principalId": account_id, "arn": holder.arn, "accountId": account_id}
    return {
        "type": "IAMUser",
        "principalId": holder.id,
        "arn": holder.arn,
        "accountId": account_id,
        "userName": holder.name,
    }


def listed(event, at, username, key_id="", resources=()):
    """The event as LookupEvents gives it. Times are whole seconds."""
    read_only = bool(READING.match(event["eventName"]))
    whole = {
        "eventVersion": "1.11",
        **event,
        "eventTime": written(at),
        "eventID": str(uuid.uuid4()),
        "readOnly": read_only,
        "managementEvent": True,
        "eventCategory": "Management",
    }
    return {
        "EventId": whole["eventID"],
        "EventName": whole["eventName"],
        "EventSource": whole["eventSource"],
        "EventTime": int(at),
        "ReadOnly": str(read_only).lower(),
        "Username": username,
        "Resources": [{"ResourceType": kind, "ResourceName": name} for kind, name in resources],
        **({"AccessKeyId": key_id} if key_id else {}),
        "CloudTrailEvent": json.dumps(whole),
    }


def sign_in(account_id, region, user, at, mfa, device, fails):
    """`user`: `None` if nobody has the name. `mfa`: `Yes` or `No`. `device`: a serial number."""
    name = user.name if user else HIDDEN
    who = identity(account_id, user) if user else {"type": "IAMUser", "accountId": account_id, "userName": name}
    if fails:
        who = {key: value for key, value in {**who, "accessKeyId": ""}.items() if key != "arn"}
    wrong = "Failed authentication" if user else "No username found in supplied account"
    event = {
        "userIdentity": who,
        "eventSource": "signin.amazonaws.com",
        "eventName": "ConsoleLogin",
        "awsRegion": region,
        "sourceIPAddress": "203.0.113.7",
        "userAgent": "Mozilla/5.0",
        **({"errorMessage": wrong} if fails else {}),
        "requestParameters": None,
        "responseElements": {"ConsoleLogin": "Failure" if fails else "Success"},
        "additionalEventData": {
            "LoginTo": "https://console.aws.amazon.com/console/home?isauthcode=true",
            "MobileVersion": "No",
            **({"MFAIdentifier": device} if mfa == "Yes" else {}),
            "MFAUsed": mfa,
        },
        "eventType": "AwsConsoleSignIn",
        "recipientAccountId": account_id,
    }
    return listed(event, at, name)


def call(account_id, holder, session, *, key, region, service, operation, at, parameters=None, code=None, **more):
    """`session`: `None` for a long-term key. `code`: of the refusal, if any. `more`: members of the event."""
    who = {**identity(account_id, holder), "accessKeyId": key}
    if session:
        attributes = {"creationDate": written(session.began), "mfaAuthenticated": str(session.mfa).lower()}
        who["sessionContext"] = {"attributes": attributes}
    shown = {name: value for name, value in (parameters or {}).items() if not LEFT_OUT.match(name)}
    event = {
        "userIdentity": who,
        "eventSource": f"{service}.amazonaws.com",
        "eventName": operation,
        "awsRegion": region,
        **({"errorCode": error_code(service, code)} if code else {}),
        "requestParameters": {name[0].lower() + name[1:]: value for name, value in shown.items()} or None,
        "responseElements": None,
        "eventType": "AwsApiCall",
        "recipientAccountId": account_id,
        **more,
    }
    resources = [(kind, parameters[name]) for name, kind in RESOURCES.items() if name in (parameters or {})]
    return listed(event, at, holder.name, key, resources)


def error_code(service, code):
    """IAM's error codes are longer in events than on the wire."""
    short = service == "iam" and code != "AccessDenied" and not code.endswith("Exception")
    return f"{code}Exception" if short else code
