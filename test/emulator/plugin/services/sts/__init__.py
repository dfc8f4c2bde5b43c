"""GetSessionToken takes any code in moto, and gives a key that nobody knows. Here it checks the code, and the key works."""

from moto.core.responses import ActionResult
from moto.sts import urls
from moto.sts.responses import TokenResponse

from .. import iam


class Response(TokenResponse):
    def get_session_token(self):
        token = self.backend.get_session_token(self._get_int_param("DurationSeconds", 43200))
        key_id = iam.account().get_session_token(
            self.access_key, self._get_param("SerialNumber"), self._get_param("TokenCode")
        )
        credentials = {
            "AccessKeyId": key_id,
            "SecretAccessKey": "not checked",
            "SessionToken": "not checked",
            "Expiration": token.expiration,
        }
        return ActionResult({"Credentials": credentials})


urls.url_paths = {"{0}/$": Response.dispatch}
