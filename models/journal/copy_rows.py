"""Events as the bytes that PostgreSQL's COPY reads in its binary format, made without its driver.

The driver looks up how to write each value of each row; that takes as long as the server takes to
keep the rows. Format: https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from struct import Struct
from typing import Final

from models.journal.event import Event, join_parents

# The fields in the order in which `rows_of` writes them, the journal's own.
FIELDS: Final = (
    "unit", "event_id", "stream", "seq", "hlc", "type", "type_version", "actor", "entity",
    "parents", "salt", "payload", "payload_hash", "prev", "hash",
)  # fmt: skip
_HEADER: Final = b"PGCOPY\n\xff\r\n\0" + bytes(8)
_TRAILER: Final = b"\xff\xff"
_ID_BYTES: Final = 16
_HASH_BYTES: Final = 32
_LENGTHS: Final = (_ID_BYTES, _HASH_BYTES, _HASH_BYTES, _HASH_BYTES)
_NULL: Final = b"\xff\xff\xff\xff"
_HASHES: Final = Struct("!i32si32si32s")
# Handed over at once, about a megabyte.
_PART: Final = 1000


def rows_of(events: Sequence[Event]) -> Iterator[bytes]:
    """Yield the parts of a binary COPY of `events`; ValueError for a field of odd length."""
    yield _HEADER
    for start in range(0, len(events), _PART):
        yield b"".join([_row(event) for event in events[start : start + _PART]])
    yield _TRAILER


def _row(event: Event) -> bytes:
    stream, payload_hash, prev, hash_ = event.stream, event.payload_hash, event.prev, event.hash
    # What is packed below is cut or filled up where its length is another.
    if (len(stream), len(payload_hash), len(prev), len(hash_)) != _LENGTHS:
        raise ValueError("length")
    unit, type_ = event.unit.encode(), event.type.encode()
    beginning = _beginning(len(unit), len(type_)).pack(
        len(FIELDS), len(unit), unit, _ID_BYTES, event.event_id.bytes, _ID_BYTES, stream,
        8, event.seq, 8, event.hlc, len(type_), type_, 4, event.type_version,
        _ID_BYTES, event.actor.bytes, _ID_BYTES, event.entity.bytes,
    )  # fmt: skip
    return b"".join(
        (
            beginning, _sized(join_parents(event.parents)), _sized(event.salt),
            _sized(event.payload.encode() if event.payload is not None else None),
            _HASHES.pack(
                _HASH_BYTES, payload_hash, _HASH_BYTES, prev, _HASH_BYTES, hash_
            ),
        )
    )  # fmt: skip


@lru_cache(maxsize=256)
def _beginning(unit: int, type_: int) -> Struct:
    """Return the layout up to the entity, by the lengths of the unit and of the type in bytes."""
    return Struct(f"!hi{unit}si16si16siqiqi{type_}siii16si16s")


def _sized(field: bytes | None) -> bytes:
    return _NULL if field is None else len(field).to_bytes(4, "big") + field
