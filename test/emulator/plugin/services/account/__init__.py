"""GetAccountInformation, which moto lacks, and ListRegions, in which every region of moto's is on."""

import json
from datetime import datetime, timezone

from moto.account import urls
from moto.account.responses import AccountResponse
from moto.core.responses import ActionResult

from ... import regions

BORN = datetime(2026, 1, 1, tzinfo=timezone.utc)


class Response(AccountResponse):
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


PATHS = ["getAccountInformation", "listRegions", "putAlternateContact", "getAlternateContact", "deleteAlternateContact"]
urls.url_paths = {f"{{0}}/{path}$": Response.dispatch for path in PATHS}
