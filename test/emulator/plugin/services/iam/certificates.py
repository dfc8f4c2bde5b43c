"""Signing certificates of whoever asks, where no user is named."""

from moto.core.responses import ActionResult, EmptyResult
from moto.iam.exceptions import NoSuchEntity
from moto.iam.models import SigningCertificate

PEM = "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----"


class CertificatesBackend:
    """Over moto's IAMBackend."""

    def set_root_certificates(self, count):
        self.root.signing_certificates = {
            one.id: one
            for one in (SigningCertificate(f"ROOTLOCKCERT{n:04}", "", PEM) for n in range(count))
        }


class CertificatesResponse:
    """Over moto's IamResponse."""

    def list_signing_certificates(self):
        certificates = [
            {
                "UserName": one.user_name,
                "CertificateId": one.id,
                "CertificateBody": one.body,
                "Status": one.status,
                "UploadDate": one.upload_date,
            }
            for one in self.subject().signing_certificates.values()
        ]
        return ActionResult({"Certificates": certificates, "IsTruncated": False})

    def delete_signing_certificate(self):
        certificate_id = self._get_param("CertificateId")
        try:
            del self.subject().signing_certificates[certificate_id]
        except KeyError:
            raise NoSuchEntity(f"The Certificate with id {certificate_id} cannot be found.") from None
        return EmptyResult()
