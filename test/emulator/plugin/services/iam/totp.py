"""Which codes of an MFA device AWS takes, as measured on real accounts.

Two codes in a row enrol a device even if its clock is hours off. AWS keeps the difference and counts from it.
"""

import base64
import hmac

from ... import clock

STEP_SECONDS = 30
# Steps that the second code of a pair may be away from the device's own clock.
PAIR = range(-998, 1001)
# Steps that a code may be away from the device's own clock at sign-in.
STEPS_OFF = 2
TRIES = 9
TRIES_SECONDS = 3 * 60


class Unavailable(Exception):
    """Too many tries."""


def totp(key, step):
    """Six digits by RFC 6238 with SHA-1. `step`: 30-second steps since 1970."""
    digest = hmac.digest(key, step.to_bytes(8, "big"), "sha1")
    start = digest[-1] & 15
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


class Codes:
    """What AWS remembers of a device's codes."""

    def __init__(self, seed):
        """`seed`: Base32 text."""
        self.key = base64.b32decode(seed)
        # Steps that the device's clock is ahead of AWS's.
        self.ahead = 0
        # The last step of the last pair. The next pair must be newer, also for another user.
        self.paired = -1
        self.signed_in = set()
        self.tries = {}

    def here(self):
        return int(clock.now() // STEP_SECONDS) + self.ahead

    def take_pair(self, first, second):
        """Whether the codes enrol or resync the device. Each of them may still sign in once afterwards."""
        here = self.here()
        for off in sorted(PAIR, key=abs):
            step = here + off
            if step - 1 > self.paired and (totp(self.key, step - 1), totp(self.key, step)) == (first, second):
                self.paired = step
                self.ahead += off
                return True
        return False

    def sign_in(self, code):
        """Whether the code signs in. Each code does once, in any order."""
        window = int(clock.now() // TRIES_SECONDS)
        self.tries = {window: self.tries.get(window, 0) + 1}
        if self.tries[window] > TRIES:
            raise Unavailable
        here = self.here()
        for step in range(here - STEPS_OFF, here + STEPS_OFF + 1):
            if step not in self.signed_in and totp(self.key, step) == code:
                self.signed_in.add(step)
                return True
        return False
