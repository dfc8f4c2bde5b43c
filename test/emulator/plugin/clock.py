"""AWS's time, which a test can set apart from this computer's."""

import time

offset = 0.0


def now() -> float:
    """Seconds since 1970."""
    return time.time() + offset
