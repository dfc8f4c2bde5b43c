"""What stands in front of moto: the log of every request, and AWS's refusal of keys and clocks."""

import json
import re
import sys
import traceback
import uuid
from threading import Lock

from werkzeug.wrappers import Response

from . import calls, clock, control, permitted, regions, services
from .request import Asked
from .services import iam

SKEW_SECONDS = 5 * 60
UNKNOWN_KEY = {
    "query": "InvalidClientTokenId",
    "ec2": "AuthFailure",
    "json": "UnrecognizedClientException",
    "rest-json": "UnrecognizedClientException",
    "rest": "InvalidAccessKeyId",
}
EXPIRED = {
    "query": "ExpiredToken",
    "ec2": "RequestExpired",
    "json": "ExpiredTokenException",
    "rest-json": "ExpiredTokenException",
    "rest": "ExpiredToken",
}
DENIED = {
    "query": "AccessDenied",
    "ec2": "UnauthorizedOperation",
    "json": "AccessDeniedException",
    "rest-json": "AccessDeniedException",
    "rest": "AccessDenied",
}
FORMS_OF_ERRORS = {
    "query": "<ErrorResponse>{}</ErrorResponse>",
    "ec2": "<Response><Errors>{}</Errors></Response>",
    "rest": "{}",
}
# In the order that the SDK looks for them.
REQUEST_IDS = ("x-amzn-requestid", "x-amz-request-id")


class Wire:
    """A WSGI application round moto's."""

    def __init__(self, moto):
        self.moto = moto
        self.log = []
        # Keys of sessions that have ended.
        self.expired = set()
        # moto is not made for requests side by side.
        self.lock = Lock()

    def __call__(self, environ, start_response):
        with self.lock:
            if environ["PATH_INFO"].startswith(control.PATH):
                answer = control.answer(environ, self)
            else:
                answer = self.answer(environ)
            return answer(environ, start_response)

    def answer(self, environ):
        asked = Asked(environ)
        caller = None
        try:
            answer = self.stranger(asked)
            if answer is None:
                caller = iam.account().get_user_from_access_key_id(asked.key)
                session = iam.account().sessions.get(asked.key)
                answer = self.forbidden(asked) or self.served(asked, environ)
        except Exception as error:
            # moto's own are let through: a call that it cannot answer has to fail the test.
            traceback.print_exc(file=sys.stderr)
            answer = failure("query", 500, "NotInTheEmulator", repr(error))
        if not any(name in answer.headers for name in REQUEST_IDS):
            answer.headers["x-amzn-requestid"] = str(uuid.uuid4())
        if asked.form == "query" and b"<Code>AccessDenied</Code>" in answer.get_data():
            # moto answers 400 for an error that is not in the model.
            answer.status_code = 403
        said = entry(asked, answer)
        self.log.append(said)
        if caller:
            calls.record(
                caller,
                session,
                key=asked.key,
                region=asked.region,
                service=asked.service,
                operation=asked.operation,
                at=clock.now(),
                parameters=asked.parameters(),
                code=said.get("code"),
                sourceIPAddress=asked.address,
                userAgent=asked.headers.get("user-agent"),
            )
        return answer

    def stranger(self, asked):
        """The refusal of credentials that AWS does not know. CloudTrail records none of these."""
        if asked.key in self.expired:
            status = 403 if asked.form == "query" else 400
            message = "The security token included in the request is expired"
            return failure(asked.form, status, EXPIRED[asked.form], message)
        if not knows(asked):
            status = 400 if "json" in asked.form else 403
            message = "The security token included in the request is invalid."
            return failure(asked.form, status, UNKNOWN_KEY[asked.form], message)
        if asked.signed_at is not None and abs(asked.signed_at - clock.now()) > SKEW_SECONDS:
            message = "Signature not yet current, or expired."
            return failure(asked.form, 403, "SignatureDoesNotMatch", message)
        return None

    def served(self, asked, environ):
        """By the package of a service that answers this by itself, else by moto."""
        own = getattr(services.load(asked.service), "answer", None)
        return (own and own(asked)) or Response.from_app(self.moto, environ, buffered=True)

    def forbidden(self, asked):
        message = permitted.denied(asked)
        if message:
            status = 400 if asked.form == "json" else 403
            return failure(asked.form, status, DENIED[asked.form], message)
        return None


def knows(asked):
    """A region that is off knows nobody. IAM refuses credentials of GetSessionToken without MFA."""
    account = iam.account()
    if not account.knows_key(asked.key) or regions.is_off(asked.service, asked.region):
        return False
    session = account.sessions.get(asked.key)
    return not (asked.service == "iam" and session and session.token and not session.mfa)


def failure(form, status, code, message):
    if "json" in form:
        body = json.dumps({"__type": code, "message": message})
        named = {"x-amzn-errortype": code} if form == "rest-json" else {}
        return Response(body, status, named, mimetype="application/x-amz-json-1.1")
    error = f"<Error><Code>{code}</Code><Message>{message}</Message></Error>"
    body = FORMS_OF_ERRORS[form].format(error)
    return Response(body, status, mimetype="text/xml")


def entry(asked, answer):
    said = {
        "request": {"method": asked.method, "path": asked.path, "headers": asked.headers, "body": asked.body},
        "actions": permitted.actions(asked),
        "id": next(answer.headers[name] for name in REQUEST_IDS if name in answer.headers),
        "status": answer.status_code,
    }
    if answer.status_code >= 400:
        body = answer.get_data(as_text=True)
        code = re.search(r"<Code>(.*?)</Code>|\"__type\": ?\"(.*?)\"", body)
        said["code"] = code and (code[1] or code[2])
    if answer.status_code >= 500:
        said["answer"] = body
    return said
