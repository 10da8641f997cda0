"""Keys in PKCS#12 files."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from asn1crypto.pkcs12 import Pfx

from exports.signing.certificates import check_certificate, described
from exports.signing.records import Certificate, FileKey
from models.errors import UserError

if TYPE_CHECKING:
    from pyhanko.sign.signers import Signer

# A key and its chain take a few thousand bytes.
_LARGEST: Final = 1_000_000


def opened_file(key: FileKey, passphrase: str, when: datetime) -> tuple[Signer, Certificate]:
    """Return what signs with the key of a file.

    UserError for a file that is none, a wrong passphrase, or a certificate that may not sign.
    """
    from cryptography.hazmat.primitives.serialization import pkcs12
    from pyhanko.sign.signers import SimpleSigner

    content = _read(key)
    try:
        private, certificate, _others = pkcs12.load_key_and_certificates(
            content, passphrase.encode()
        )
    except ValueError as error:
        raise UserError("signing.wrong_passphrase", file=key.file.name) from error
    if private is None or certificate is None:
        raise UserError("signing.file_without_key", file=key.file.name)
    signer = SimpleSigner.load_pkcs12_data(content, (), passphrase.encode())
    check_certificate(signer.signing_cert, when)
    return signer, described(signer.signing_cert)


def _read(key: FileKey) -> bytes:
    try:
        if key.file.stat().st_size > _LARGEST:
            raise UserError("signing.not_pkcs12", file=key.file.name)
        content = key.file.read_bytes()
    except OSError as error:
        raise UserError("signing.no_key_file", file=str(key.file)) from error
    try:
        # What is malformed and what is locked are told apart by the outermost layer alone.
        Pfx.load(content, strict=True)["auth_safe"]["content"].native  # noqa: B018
    except (ValueError, TypeError, KeyError) as error:
        raise UserError("signing.not_pkcs12", file=key.file.name) from error
    return content
