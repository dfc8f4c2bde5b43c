"""ministack on a free port of 127.0.0.1: it says which on the first line, and ends with whoever started it.

Its bus takes events of AWS's own services from a test as well, as nothing else here sends them.
"""

import os
import socket
import sys
import threading

# Nothing else may listen.
os.environ["IOT_MTLS_ENABLED"] = "0"
os.environ["LOG_LEVEL"] = "ERROR"

import asyncio  # noqa: E402

from hypercorn.asyncio import serve  # noqa: E402
from hypercorn.config import Config  # noqa: E402
from ministack.app import app  # noqa: E402
from ministack.services import eventbridge  # noqa: E402

# Like AWS, it refuses sources that begin with "aws." unless it is asked by itself: allow_aws_source.
eventbridge._put_events.__defaults__ = (True,)


def end_with_parent():
    sys.stdin.read()
    os._exit(0)


listener = socket.create_server(("127.0.0.1", 0))
config = Config()
config.bind = [f"fd://{listener.fileno()}"]
config.loglevel = "ERROR"
threading.Thread(target=end_with_parent, daemon=True).start()
print(f"http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
asyncio.run(serve(app, config))
