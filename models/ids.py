"""Identities: time-ordered ones for what happens here, derived ones where the world has a key."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from typing import Final
from uuid import UUID, uuid5

# A fixed root of our own: two machines derive the same id from the same words.
_ROOT: Final = UUID("6d6f7463-7561-5e00-8000-000000000001")


def uuid7(now_ms: int) -> UUID:
    """Return a UUIDv7 (RFC 9562 §5.7) for `now_ms` milliseconds since 1970, 74 bits random."""
    value = (now_ms & (1 << 48) - 1) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=value)


def derived_id(kind: str, words: Iterable[str]) -> UUID:
    """Return the UUIDv5 of `words` under `kind`; the same words give the same id everywhere.

    Words are length-prefixed, so ("ab", "c") and ("a", "bc") differ.
    """
    text = "".join(f"{len(word)}:{word}" for word in (kind, *words))
    return uuid5(_ROOT, text)


def new_stream(now_ms: int) -> bytes:
    """Return the 16 bytes that name what this process will write, 74 bits of them random.

    The time stands first, so that what is written last lies at the end of the journal's index.
    """
    return uuid7(now_ms).bytes


def blake2b(data: bytes) -> bytes:
    """Return the 32-byte BLAKE2b digest that the journal is chained with."""
    return hashlib.blake2b(data, digest_size=32).digest()
