"""An invented authority: it issues certificates for invented people, good ones and others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

from models.clock import VIETNAM

NOW = datetime(2026, 10, 5, 8, 30, 15, tzinfo=VIETNAM)
PASSPHRASE = "mật khẩu tệp khóa"
Private = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@dataclass(frozen=True)
class Identity:
    """A key with its certificate, and whoever issued it."""

    key: Private
    certificate: x509.Certificate
    issuer: x509.Certificate

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.DER)

    def pkcs12(self, passphrase: str = PASSPHRASE) -> bytes:
        return pkcs12.serialize_key_and_certificates(
            b"key", self.key, self.certificate, [self.issuer],
            serialization.BestAvailableEncryption(passphrase.encode()),
        )  # fmt: skip


def make_key(kind: str) -> Private:
    if kind == "ec":
        return ec.generate_private_key(ec.SECP256R1())
    return rsa.generate_private_key(65537, 2048)


def _name(name: str, organisation: str) -> x509.Name:
    parts = [x509.NameAttribute(NameOID.COUNTRY_NAME, "VN")]
    if organisation:
        parts.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation))
    return x509.Name([*parts, x509.NameAttribute(NameOID.COMMON_NAME, name)])


class Authority:
    """A root with its own key."""

    def __init__(self, name: str = "Cơ quan chứng thực thử nghiệm") -> None:
        self.key = make_key("ec")
        self.name = _name(name, "Đơn vị thử nghiệm")
        self.certificate = (
            self._builder(self.name, self.key, NOW - timedelta(5000), NOW + timedelta(9000))
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .add_extension(_uses(key_cert_sign=True, crl_sign=True), critical=True)
            .sign(self.key, hashes.SHA256())
        )

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    def issue(
        self, name: str = "Nguyễn Thị Phượng Ngữ", *, kind: str = "rsa",
        organisation: str = "Trung tâm Phục vụ hành chính công phường Uông Bí",
        start: datetime = NOW - timedelta(4000), end: datetime = NOW + timedelta(4000),
        signs: bool = True, has_uses: bool = True,
    ) -> Identity:  # fmt: skip
        key = make_key(kind)
        builder = self._builder(_name(name, organisation), key, start, end).add_extension(
            x509.BasicConstraints(ca=False, path_length=None), critical=True
        )
        if has_uses:
            uses = (
                _uses(digital_signature=True, content_commitment=True)
                if signs
                else _uses(key_encipherment=True)
            )
            builder = builder.add_extension(uses, critical=True)
        return Identity(key, builder.sign(self.key, hashes.SHA256()), self.certificate)

    def _builder(
        self, subject: x509.Name, key: Private, start: datetime, end: datetime
    ) -> x509.CertificateBuilder:  # fmt: skip
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self.name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(start)
            .not_valid_after(end)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key()), False
            )
        )


def _uses(**wanted: bool) -> x509.KeyUsage:
    names = (
        "digital_signature", "content_commitment", "key_encipherment", "data_encipherment",
        "key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
    )  # fmt: skip
    return x509.KeyUsage(**{name: wanted.get(name, False) for name in names})
