"""What a request on the wire asks for, read without moto's help where its form says it."""

import io
import json
import re
from datetime import datetime, timezone
from urllib.parse import parse_qs

from botocore.exceptions import ParamValidationError, UnknownServiceError
from moto.core.request import Request
from moto.core.routing import get_service_router
from werkzeug.exceptions import HTTPException

# AWS4-HMAC-SHA256 Credential=AKIA.../20261122/us-east-1/iam/aws4_request, SignedHeaders=...
SIGNED = re.compile(r"Credential=(\w+)/\d+/([\w-]+)/([\w-]+)/aws4_request")
# What every form has, whatever it asks for.
FRAME = {"Action", "Version"}


class Asked:
    """
    `form`: how the service speaks, `query` (IAM, STS), `json`, `rest-json` (Account) or `rest` (S3). `input`: what was asked for, as it was
    sent; of S3's its `path`, `headers` and `body`.
    """

    def __init__(self, environ):
        signed = SIGNED.search(environ.get("HTTP_AUTHORIZATION", ""))
        self.key, self.region, self.service = signed.groups() if signed else (None, None, None)
        self.input = None
        self.form, self.operation = self.find_operation(environ)
        self.signed_at = when(environ.get("HTTP_X_AMZ_DATE", ""))

    def find_operation(self, environ):
        target = environ.get("HTTP_X_AMZ_TARGET")
        if target:
            self.input = json.loads(body_of(environ))
            return "json", target.rpartition(".")[2]
        if environ.get("CONTENT_TYPE", "").startswith("application/x-www-form-urlencoded"):
            form = {name: value for name, (value, *_) in parse_qs(body_of(environ)).items()}
            self.input = {name: value for name, value in form.items() if name not in FRAME}
            return "query", form.get("Action", "?")
        form = "rest" if self.service == "s3" else "rest-json"
        if form == "rest":
            self.input = {
                "path": environ["PATH_INFO"],
                "headers": headers_of(environ),
                "body": body_of(environ),
            }
        try:
            operation, _ = get_service_router(self.service).match(Request(environ.copy()))
            return form, operation.name
        except (HTTPException, UnknownServiceError, ParamValidationError):
            return form, f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}"


def body_of(environ):
    """Read, and put back for moto."""
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    environ["wsgi.input"] = io.BytesIO(body)
    return body.decode()


# Beside what was asked for: how it was signed, and how the body was counted.
COUNTED = re.compile(r"x-amz-(date|content-|security-|sdk-|user-agent|checksum-)|x-amz-.*-checksum")


def headers_of(environ):
    """S3's own headers, which say what else is asked for."""
    all_headers = {
        name.removeprefix("HTTP_").replace("_", "-").lower(): value
        for name, value in environ.items()
        if name.startswith("HTTP_X_AMZ_")
    }
    return {name: value for name, value in all_headers.items() if not COUNTED.match(name)}


def when(date):
    """Seconds since 1970 of `20261122T023911Z`."""
    try:
        return datetime.strptime(date, "%Y%m%dT%H%M%SZ").replace(tzinfo=timezone.utc).timestamp()
    except ValueError:
        return None
