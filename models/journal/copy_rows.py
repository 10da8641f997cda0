"""Events as the bytes that PostgreSQL's COPY reads in its binary format, made without its driver.

The driver looks up how to write each value of each row; that takes as long as the server takes to
keep the rows. Format: https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from struct import Struct
from typing import Final
from uuid import UUID

from models.journal.event import Event, join_parents

# The fields in the order in which `rows_of` writes them, the journal's own.
FIELDS: Final = (
    "unit", "event_id", "stream", "seq", "hlc", "type", "type_version", "actor", "entity",
    "parents", "salt", "payload", "payload_hash", "prev", "hash",
)  # fmt: skip
_HEADER: Final = b"PGCOPY\n\xff\r\n\0" + bytes(8)
_TRAILER: Final = b"\xff\xff"
_ID: Final = 16
_HASH: Final = 32
_NULL: Final = b"\xff\xff\xff\xff"
_HASHES: Final = Struct("!i32si32si32s")
_HEAD_FIELDS: Final = 4
# Handed over at once, about a megabyte.
_PART: Final = 1000


def rows_of(events: Sequence[Event]) -> Iterator[bytes]:
    """Yield the parts of a binary COPY of `events`; ValueError for a field of odd length."""
    yield _HEADER
    for start in range(0, len(events), _PART):
        fields: list[bytes] = []
        for event in events[start : start + _PART]:
            fields += _row(event)
        yield b"".join(fields)
    yield _TRAILER


def heads_of(heads: Sequence[tuple[UUID, UUID, str, int]]) -> bytes:
    """Return a binary COPY of heads: entity, event, unit and time of each."""
    rows = [_head(*head) for head in heads]
    return b"".join((_HEADER, *rows, _TRAILER))


def _head(entity: UUID, event_id: UUID, unit: str, hlc: int) -> bytes:
    text = unit.encode()
    return _head_layout(len(text)).pack(
        _HEAD_FIELDS, _ID, entity.bytes, _ID, event_id.bytes, len(text), text, 8, hlc
    )


def _row(event: Event) -> tuple[bytes, ...]:
    stream, payload_hash, prev, hash_ = event.stream, event.payload_hash, event.prev, event.hash
    # What is packed below is cut or filled up where its length is another.
    if (len(stream), len(payload_hash), len(prev), len(hash_)) != (_ID, _HASH, _HASH, _HASH):
        raise ValueError("length")
    unit, type_, salt = event.unit.encode(), event.type.encode(), event.salt
    payload = event.payload.encode() if event.payload is not None else None
    event_id = event.event_id.int.to_bytes(_ID, "big")
    return (
        _layout(len(unit), len(type_)).pack(
            len(FIELDS), len(unit), unit, _ID, event_id, _ID, stream, 8, event.seq, 8, event.hlc,
            len(type_), type_, 4, event.type_version, _ID, event.actor.int.to_bytes(_ID, "big"),
            _ID, event.entity.int.to_bytes(_ID, "big"), _ID * len(event.parents),
        ),
        join_parents(event.parents) if event.parents else b"",
        _NULL if salt is None else len(salt).to_bytes(4, "big") + salt,
        _NULL if payload is None else len(payload).to_bytes(4, "big") + payload,
        _HASHES.pack(_HASH, payload_hash, _HASH, prev, _HASH, hash_),
    )  # fmt: skip


@lru_cache(maxsize=256)
def _layout(unit: int, type_: int) -> Struct:
    """Return the layout up to the parents' length, by the bytes of the unit and of the type."""
    return Struct(f"!hi{unit}si16si16siqiqi{type_}siii16si16si")


@lru_cache(maxsize=256)
def _head_layout(unit: int) -> Struct:
    return Struct(f"!hi16si16si{unit}siq")
