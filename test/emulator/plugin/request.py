"""What a request on the wire asks for, as far as the emulator needs it. test/support/aws/decode-request.ts reads all of it."""

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

# Services that sign by another name than that of their IAM actions.
NAMES_IN_SIGNATURES = {"monitoring": "cloudwatch"}


class Asked:
    """`form`: how the service speaks, `query` (IAM, STS), `ec2`, `json`, `rest-json` (Account) or `rest` (S3, S3 Control). `path`: with its query."""

    def __init__(self, environ):
        self.method = environ["REQUEST_METHOD"]
        self.path = environ["RAW_URI"]
        self.headers = headers_of(environ)
        self.body = body_of(environ)
        signed = SIGNED.search(environ.get("HTTP_AUTHORIZATION", ""))
        self.key, self.region, service = signed.groups() if signed else (None, None, None)
        self.service = NAMES_IN_SIGNATURES.get(service, service)
        # S3 Control signs as S3 does, and has paths of its own.
        if service == "s3" and self.path.startswith("/v20180820/"):
            self.service = "s3control"
        self.form, self.operation = self.find_operation(environ)
        self.signed_at = when(environ.get("HTTP_X_AMZ_DATE", ""))
        self.address = environ.get("REMOTE_ADDR", "")

    def parameters(self):
        """What a body names at its top. A body of XML names nothing."""
        if self.form in ("query", "ec2"):
            return {name: value for name, (value, *_) in parse_qs(self.body).items()}
        return json.loads(self.body) if self.form == "json" else {}

    def find_operation(self, environ):
        target = environ.get("HTTP_X_AMZ_TARGET")
        if target:
            return "json", target.rpartition(".")[2]
        if environ.get("CONTENT_TYPE", "").startswith("application/x-www-form-urlencoded"):
            return "ec2" if self.service == "ec2" else "query", parse_qs(self.body).get("Action", ["?"])[0]
        form = "rest" if self.service in ("s3", "s3control") else "rest-json"
        try:
            operation, _ = get_service_router(self.service.replace("-", "")).match(Request(environ.copy()))
            return form, operation.name
        except (HTTPException, UnknownServiceError, ParamValidationError):
            return form, f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}"


def body_of(environ):
    """Read as text, and put back for moto as it is: an object of S3 may be anything."""
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    environ["wsgi.input"] = io.BytesIO(body)
    return body.decode(errors="replace")


def headers_of(environ):
    """By their names in lower case."""
    content = {"content-type": environ.get("CONTENT_TYPE", "")}
    named = {name.removeprefix("HTTP_"): value for name, value in environ.items() if name.startswith("HTTP_")}
    return content | {name.replace("_", "-").lower(): value for name, value in named.items()}


def when(date):
    """Seconds since 1970 of `20261122T023911Z`."""
    try:
        return datetime.strptime(date, "%Y%m%dT%H%M%SZ").replace(tzinfo=timezone.utc).timestamp()
    except ValueError:
        return None
