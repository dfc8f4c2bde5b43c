"""GetAccountInformation and GetContactInformation, which moto lacks, the proof of a phone, and ListRegions, in which every region of moto's is on."""

import json
from datetime import datetime, timezone

from moto.account import models, urls
from moto.account.responses import AccountResponse
from moto.core import DEFAULT_ACCOUNT_ID
from moto.core.exceptions import JsonRESTError
from moto.core.responses import ActionResult

from ... import regions

BORN = datetime(2026, 1, 1, tzinfo=timezone.utc)


# The code of each SMS.
CODE = "123456"


class Account(models.AccountBackend):
    # moto finds the URLs of a backend beside the module of its class.
    __module__ = models.__name__

    def __init__(self, region_name, account_id):
        super().__init__(region_name, account_id)
        self.phone_verification = "VERIFIED"


models.account_backends.backend = Account


class Response(AccountResponse):
    @property
    def backend(self):
        return models.account_backends[self.current_account][self.partition]

    def get_contact_information(self):
        return ActionResult(
            {
                "ContactInformation": {
                    "FullName": "Jun Kim",
                    "AddressLine1": "1 Practice Street",
                    "City": "Seoul",
                    "PostalCode": "04524",
                    "CountryCode": "KR",
                    "PhoneNumber": "+82 10-5550-0142",
                },
                "VerificationStatus": self.backend.phone_verification,
            }
        )

    def send_phone_number_verification(self):
        self.backend.phone_verification = "PENDING"
        return ActionResult({"Status": "PENDING"})

    def verify_phone_number(self):
        if self.backend.phone_verification != "PENDING" or json.loads(self.body)["Otp"] != CODE:
            raise JsonRESTError("ValidationException", "The code is not valid.")
        self.backend.phone_verification = "VERIFIED"
        return ActionResult({"Status": "VERIFIED"})

    def get_account_information(self):
        return ActionResult(
            {
                "AccountId": self.current_account,
                "AccountName": "emulated",
                "AccountCreatedDate": BORN,
                "AccountState": "ACTIVE",
            }
        )

    def list_regions(self):
        """By name, 20 a page. A region that a test has not set is on by default, or off."""
        body = json.loads(self.body or "{}")
        wanted = body.get("RegionOptStatusContains")
        names = sorted(regions.BY_DEFAULT | regions.OPT_IN | set(regions.status))
        found = [
            {"RegionName": name, "RegionOptStatus": regions.opt_status(name)}
            for name in names
            if not wanted or regions.opt_status(name) in wanted
        ]
        begin = int(body.get("NextToken", "0"))
        end = begin + body.get("MaxResults", 20)
        more = {"NextToken": str(end)} if end < len(found) else {}
        return ActionResult({"Regions": found[begin:end], **more})


PATHS = [
    "getAccountInformation",
    "getContactInformation",
    "listRegions",
    "putAlternateContact",
    "getAlternateContact",
    "deleteAlternateContact",
    "sendPhoneNumberVerification",
    "verifyPhoneNumber",
]
urls.url_paths = {f"{{0}}/{path}$": Response.dispatch for path in PATHS}


def set_phone(wanted):
    """`status`: as GetContactInformation has it."""
    models.account_backends[DEFAULT_ACCOUNT_ID]["aws"].phone_verification = wanted["status"]


CONTROL = {"phone": set_phone}
