"""Serves on a free port of 127.0.0.1, says which on the first line, and ends with whoever started it."""

import os
import sys
import threading

# Read by moto at its first use: the policies of AWS, AdministratorAccess among them.
os.environ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true"

from moto.moto_server.werkzeug_app import (  # noqa: E402
    DomainDispatcherApplication,
    MotoRequestHandler,
    create_backend_app,
)
from werkzeug.serving import make_server  # noqa: E402

from . import clock, copies, services  # noqa: E402
from .wire import Wire  # noqa: E402


class Handler(MotoRequestHandler):
    def date_time_string(self, timestamp=None):
        """The Date header, which clients learn AWS's time from."""
        return super().date_time_string(clock.now() if timestamp is None else timestamp)

    def log_request(self, *_):
        """The wire keeps its own log."""


def end_with_parent():
    sys.stdin.read()
    os._exit(0)


def serve():
    server = make_server("127.0.0.1", 0, wire, threaded=True, request_handler=Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def create_app(service):
    """moto asks for the application of a service at its first call."""
    services.load(service)
    return create_backend_app(service)


wire = Wire(DomainDispatcherApplication(create_app))
threading.Thread(target=end_with_parent, daemon=True).start()
print(serve(), flush=True)
copies.make(wire, serve)
