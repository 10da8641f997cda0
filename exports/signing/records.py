"""What signing is asked for and what it answers; loads nothing heavy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True)
class TokenKey:
    """A key on a token, reached through the library (`module`) that came with it.

    `token` is the token's label, `certificate` the hexadecimal id of the certificate on it; each
    may be "" where there is one only.
    """

    module: Path
    token: str = ""
    certificate: str = ""


@dataclass(frozen=True, slots=True)
class FileKey:
    """A key in a PKCS#12 file (`.p12`, `.pfx`)."""

    file: Path


Key = TokenKey | FileKey


@dataclass(frozen=True, slots=True)
class Token:
    """A token that is plugged in."""

    label: str
    serial: str


@dataclass(frozen=True, slots=True)
class Certificate:
    """Whom a certificate names and for how long; `id` is "" for one that lies on no token."""

    id: str
    name: str
    organisation: str
    issuer: str
    not_before: datetime
    not_after: datetime


@dataclass(frozen=True, slots=True)
class Signed:
    """A signed file: its bytes, who signed, and whether a visible stamp was set."""

    content: bytes
    certificate: Certificate
    signed_at: datetime
    has_stamp: bool
    signatures: int


# Later: nothing; only what a signed paper may still take (more signatures, fields); anything else.
Later = Literal["nothing", "allowed", "changed"]
# `expired`: the root is known, and the certificate was valid on the day that the signature claims.
Trust = Literal["trusted", "unknown_root", "expired", "refused"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What there is to say of one signature.

    `claimed_at` is what the signer's machine said, which nobody proves; None where nothing is said.
    `is_whole` says whether it covers the file to its last byte; `later` what came after it.
    """

    field: str
    certificate: Certificate
    claimed_at: datetime | None
    is_intact: bool
    is_whole: bool
    later: Later
    trust: Trust

    @property
    def is_good(self) -> bool:
        """Say whether what was signed stands as it was signed, whoever signed it."""
        return self.is_intact and self.later != "changed"
