"""The second factor: a code of six digits that a telephone shows, new every half minute (RFC 6238).

It works offline on both sides. The program cannot be forced to ask for it by who changes the
program; it guards against who saw a password being typed.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Final

from models.text import tidy

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.twofactor.totp import TOTP

SECRET_BYTES: Final = 20
DIGITS: Final = 6
STEP_S: Final = 30
# A telephone's clock may be that many codes ahead or behind.
_SLACK: Final = 1


def new_secret() -> bytes:
    """Return the 20 random bytes that program and telephone share (RFC 4226 §4)."""
    return secrets.token_bytes(SECRET_BYTES)


def provisioning_uri(secret: bytes, account: str) -> str:
    """Return what the telephone scans: an `otpauth://` address."""
    return str(_totp(secret).get_provisioning_uri(tidy(account), "motcua"))


def spelled(secret: bytes) -> str:
    """Return the secret as letters to type where nothing can be scanned, in groups of four."""
    from base64 import b32encode

    letters = b32encode(secret).decode()
    return " ".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def matching_step(secret: bytes, code: str, now_ms: int, *, after: int) -> int | None:
    """Return the number of the half minute whose code this is, None if it is of none near now.

    Only of those later than the step `after`: a code that somebody saw is worth nothing afterwards.
    """
    typed = "".join(str(int(letter)) for letter in code if letter.isdecimal())
    now = now_ms // 1000 // STEP_S
    for step in range(now - _SLACK, now + _SLACK + 1):
        if step > after and secrets.compare_digest(_code(secret, step), typed):
            return step
    return None


def _code(secret: bytes, step: int) -> str:
    return _totp(secret).generate(step * STEP_S).decode()


def _totp(secret: bytes) -> TOTP:
    from cryptography.hazmat.primitives.hashes import SHA1
    from cryptography.hazmat.primitives.twofactor.totp import TOTP

    return TOTP(secret, DIGITS, SHA1(), STEP_S)
