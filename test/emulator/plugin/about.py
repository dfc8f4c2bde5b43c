"""account:GetAccountInformation."""

from datetime import datetime, timezone

from moto.account import urls
from moto.account.responses import AccountResponse
from moto.core.responses import ActionResult

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


def install():
    paths = ["getAccountInformation", "putAlternateContact", "getAlternateContact", "deleteAlternateContact"]
    urls.url_paths = {f"{{0}}/{path}$": Response.dispatch for path in paths}
