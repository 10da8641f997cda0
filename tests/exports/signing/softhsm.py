"""Tokens of SoftHSM, a real PKCS#11 library from Debian, with keys of invented people."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from cryptography.hazmat.primitives import serialization

from exports.signing.records import TokenKey
from tests.exports.signing.authority import NOW, Authority, Identity

PIN = "7531-thử"
MODULE = next(
    place
    for place in (Path("/usr/lib/softhsm/libsofthsm2.so"), Path("/usr/lib64/libsofthsm2.so"))
    if place.exists()
)


@dataclass(frozen=True)
class Bed:
    """The tokens and who issued what lies on them."""

    folder: Path
    authority: Authority

    def key(self, label: str, certificate: str = "") -> TokenKey:
        return TokenKey(MODULE, label, certificate)

    @property
    def environment(self) -> dict[str, str]:
        """What another process needs to find the tokens."""
        return {"SOFTHSM2_CONF": str(self.folder / "softhsm2.conf")}

    def pull_out(self, label: str) -> None:
        """Take away what the library keeps of a token, as when it is pulled out."""
        for place in (self.folder / "tokens").iterdir():
            if label.encode() in (place / "token.object").read_bytes():
                shutil.rmtree(place)


@cache
def bed() -> Bed:
    """Make the tokens, once a process: the library reads its settings when it is loaded."""
    folder = Path(mkdtemp(prefix="motcua-softhsm-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "tokens").mkdir()
    (folder / "softhsm2.conf").write_text(
        f"directories.tokendir = {folder / 'tokens'}\nobjectstore.backend = file\n"
        "log.level = ERROR\n"
    )
    os.environ["SOFTHSM2_CONF"] = str(folder / "softhsm2.conf")
    made = Bed(folder, Authority())
    issue = made.authority.issue
    held = {
        "Token RSA": [issue()],
        "Token EC": [issue("Ủy ban nhân dân phường Uông Bí", kind="ec", organisation="")],
        "Token lỗi": [
            issue("Hết Hạn", kind="ec", end=NOW - timedelta(days=3)),
            issue("Chưa Đến", kind="ec", start=NOW + timedelta(days=3)),
            issue("Mã Hóa", kind="ec", signs=False),
        ],
        "Token trống": [],
        "Token hai": [issue("Người Một", kind="ec"), issue("Người Hai", kind="ec")],
        "Token gia hạn": [
            issue("Gia Hạn", kind="ec", end=NOW - timedelta(days=3)), issue("Gia Hạn", kind="ec")
        ],
        "Token rút ra": [issue("Rút Ra", kind="ec")],
    }
    for label, identities in held.items():
        _token(made, label, identities)
    # One whose key lies elsewhere.
    held["Token lỗi"].append(issue("Không Khóa", kind="ec"))
    # The library sees the tokens that are there when it is loaded.
    for label, identities in held.items():
        _put_certificates(label, identities)
    return made


def _token(made: Bed, label: str, identities: list[Identity]) -> None:
    _softhsm("--init-token", "--free", "--label", label, "--so-pin", "1234567890", "--pin", PIN)
    for number, identity in enumerate(identities, start=1):
        file = made.folder / "key.pem"
        file.write_bytes(
            identity.key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )  # fmt: skip
        _softhsm("--import", str(file), "--token", label, "--label", f"key {number}",
                 "--id", f"{number:02x}", "--pin", PIN)  # fmt: skip
        file.unlink()


def _put_certificates(label: str, identities: list[Identity]) -> None:
    import pkcs11
    from pkcs11 import Attribute, CertificateType, ObjectClass

    token = next(
        slot.get_token() for slot in pkcs11.lib(str(MODULE)).get_slots(token_present=True)
        if slot.get_token().label == label
    )  # fmt: skip
    with token.open(rw=True, user_pin=PIN) as session:
        for number, identity in enumerate(identities, start=1):
            session.create_object(
                {
                    Attribute.CLASS: ObjectClass.CERTIFICATE,
                    Attribute.CERTIFICATE_TYPE: CertificateType.X_509,
                    Attribute.TOKEN: True, Attribute.PRIVATE: False,
                    Attribute.ID: bytes([number]), Attribute.LABEL: f"certificate {number}",
                    Attribute.SUBJECT: identity.certificate.subject.public_bytes(),
                    Attribute.VALUE: identity.der,
                }
            )  # fmt: skip


def _softhsm(*arguments: str) -> None:
    subprocess.run(["softhsm2-util", *arguments], check=True, capture_output=True)
