"""Identities: time-ordered ones for what happens here, derived ones where the world has a key."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from typing import Final
from uuid import UUID, SafeUUID

# A fixed root of our own: two machines derive the same id from the same words.
_ROOT: Final = UUID("6d6f7463-7561-5e00-8000-000000000001")

RANDOM_BYTES: Final = 10
# Version and variant of a UUID (RFC 9562 §4), and what they leave of its 128 bits.
_FIVE: Final = 0x5 << 76 | 0x2 << 62
_SEVEN: Final = 0x7 << 76 | 0x2 << 62
_REST: Final = (1 << 128) - 1 & ~(0xF << 76) & ~(0x3 << 62)


def uuid7(now_ms: int, random: bytes | None = None) -> UUID:
    """Return a UUIDv7 (RFC 9562 §5.7) for `now_ms` milliseconds since 1970, 74 bits random.

    `random` are the ten bytes that they are taken from, where the caller drew many at once.
    """
    drawn = int.from_bytes(random or secrets.token_bytes(RANDOM_BYTES), "big")
    return _uuid((now_ms & (1 << 48) - 1) << 80 | drawn, _SEVEN)


def derived_id(kind: str, words: Iterable[str]) -> UUID:
    """Return the UUIDv5 of `words` under `kind`; the same words give the same id everywhere.

    Words are length-prefixed, so ("ab", "c") and ("a", "bc") differ.
    """
    text = "".join([f"{len(word)}:{word}" for word in (kind, *words)])
    digest = hashlib.sha1(_ROOT.bytes + text.encode(), usedforsecurity=False).digest()
    return _uuid(int.from_bytes(digest[:16], "big"), _FIVE)


def new_stream(now_ms: int) -> bytes:
    """Return the 16 bytes that name what this process will write, 74 bits of them random.

    The time stands first, so that what is written last lies at the end of the journal's index.
    """
    return uuid7(now_ms).bytes


def blake2b(data: bytes) -> bytes:
    """Return the 32-byte BLAKE2b digest that the journal is chained with."""
    return hashlib.blake2b(data, digest_size=32).digest()


def _uuid(value: int, kind: int) -> UUID:
    # As `UUID(int=…)` does, without asking first by which of six ways it was called: half the time.
    made = UUID.__new__(UUID)
    object.__setattr__(made, "int", value & _REST | kind)
    object.__setattr__(made, "is_safe", SafeUUID.unknown)
    return made
