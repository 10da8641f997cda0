"""The PIN that ends the kiosk: kept as a salted Argon2id hash, in memory alone."""

from __future__ import annotations

import hmac
import secrets
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from models.errors import UserError
from models.store import keys

LEAST_DIGITS: Final = 6
MOST_DIGITS: Final = 12
_SALT_BYTES: Final = 16
_HASH_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class PinHash:
    """What a PIN is compared with; costs as much to guess at as a password."""

    memory_kib: int
    passes: int
    lanes: int
    salt: bytes = field(repr=False)
    digest: bytes = field(repr=False)

    def data(self) -> dict[str, Any]:
        """Return it as JSON data."""
        return {
            "memory_kib": self.memory_kib, "passes": self.passes, "lanes": self.lanes,
            "salt": b64encode(self.salt).decode(), "digest": b64encode(self.digest).decode(),
        }  # fmt: skip

    @staticmethod
    def of(data: Mapping[str, Any]) -> PinHash:
        """Return what `data` wrote."""
        return PinHash(
            data["memory_kib"], data["passes"], data["lanes"], b64decode(data["salt"]),
            b64decode(data["digest"]),
        )  # fmt: skip


def check_pin(pin: str) -> None:
    """Raise UserError unless a PIN has 6 to 12 digits, neither all one nor one after the other."""
    if not (pin.isascii() and pin.isdecimal() and LEAST_DIGITS <= len(pin) <= MOST_DIGITS):
        raise UserError("kiosk.pin_digits", least=LEAST_DIGITS, most=MOST_DIGITS)
    if len(set(pin)) == 1 or pin in "01234567890123" or pin in "98765432109876":
        raise UserError("kiosk.pin_simple")


def hash_pin(pin: str) -> PinHash:
    """Return the hash of a new PIN; costs one Argon2id run. UserError as of `check_pin`."""
    check_pin(pin)
    made = PinHash(**keys.COST, salt=secrets.token_bytes(_SALT_BYTES), digest=b"")
    return PinHash(made.memory_kib, made.passes, made.lanes, made.salt, _digest(made, pin))


def is_right(kept: PinHash, pin: str) -> bool:
    """Say whether a PIN is the one; costs one Argon2id run, so not on the GUI thread."""
    return hmac.compare_digest(_digest(kept, pin), kept.digest)


def _digest(kept: PinHash, pin: str) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    kdf = Argon2id(
        salt=kept.salt, length=_HASH_BYTES, iterations=kept.passes, lanes=kept.lanes,
        memory_cost=kept.memory_kib,
    )  # fmt: skip
    return kdf.derive(pin.encode())
