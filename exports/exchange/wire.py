"""Events as bytes and back: what can be computed again is not sent.

A run is a part of one stream in which each event follows the one before it. Of its hashes only the
first `prev` and the last hash are sent: the others follow from the events, and a run whose last
hash does not come out is refused whole. Repeated words (units, types, actors) are sent once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, cast
from uuid import UUID

import msgpack

from models.errors import UserError
from models.journal.event import Event, event_digest, payload_digest
from models.journal.periods import Told
from models.journal.reconcile import Held

# One bundle holds at most so much once unpacked: three times a commune's whole register.
LARGEST_BODY: Final = 512 * 1024 * 1024
_ID_BYTES: Final = 16
_HASH_BYTES: Final = 32
# What bytes of any other kind may end in when they are read.
_UNREADABLE: Final = (
    ValueError, TypeError, KeyError, IndexError, OverflowError, msgpack.UnpackException,
)  # fmt: skip
# The fields of a run's event: see `_row`.
_FIELDS: Final = 10
# Versions are kept in 32 bits.
_TOO_MANY_VERSIONS: Final = 2**31
# What stands beside the events: a few ids and hashes.
_MOST_MARKS: Final = 4


@dataclass(frozen=True, slots=True)
class Body:
    """What a bundle says: events, what its sender holds, and what it notes for a hub's rounds."""

    events: list[Event]
    told: Told
    marks: tuple[bytes, ...]


def pack_body(
    streams: Iterable[Sequence[Event]], told: Told, marks: Sequence[bytes] = ()
) -> bytes:
    """Return events, `[those of a stream, in its order]`, and a statement as msgpack."""
    words: dict[Any, int] = {}
    runs = [
        _packed(run, words) for events in streams for run in _runs(events)
    ]
    stated = [[stream, held.events, held.digest] for stream, held in told.listed.items()]
    body: dict[str, Any] = {"words": list(words), "runs": runs, "holds": stated}
    if told.sums:
        body["sums"] = list(map(list, told.sums.items()))
    if marks:
        body["marks"] = list(marks)
    return cast(bytes, msgpack.packb(body))


def read_body(body: bytes) -> Body:
    """Return all that `pack_body` was given; UserError for anything else."""
    try:
        content = msgpack.unpackb(body, strict_map_key=True)
        events = [
            event for run in content["runs"] for event in _unpacked(run, content["words"])
        ]
        stated = {
            _bytes(stream, _ID_BYTES): Held(_count(number), _bytes(digest, _HASH_BYTES))
            for stream, number, digest in content["holds"]
        }
        sums = {
            _count(period): _bytes(total, _HASH_BYTES)
            for period, total in content.get("sums", ())
        }
        marks = tuple(content.get("marks", ()))
        if len(marks) > _MOST_MARKS or not all(isinstance(mark, bytes) for mark in marks):
            raise TypeError("marks")
    except _UNREADABLE as error:
        raise UserError("exchange.damaged") from error
    return Body(events, Told(stated, sums), marks)


def _runs(events: Sequence[Event]) -> Iterator[list[Event]]:
    run: list[Event] = []
    for event in events:
        if run and (event.seq, event.prev) != (run[-1].seq + 1, run[-1].hash):
            yield run
            run = []
        run.append(event)
    if run:
        yield run


def _packed(run: Sequence[Event], words: dict[Any, int]) -> list[Any]:
    first, last = run[0], run[-1]
    return [
        first.stream, first.seq, first.prev, last.hash,
        [_row(event, words) for event in run],
    ]  # fmt: skip


def _row(event: Event, words: dict[Any, int]) -> list[Any]:
    def word(said: Any) -> int:
        return words.setdefault(said, len(words))

    entity = event.entity.bytes if event.entity != event.event_id else b""
    return [
        word(event.unit), word(event.type), event.type_version, word(event.actor.bytes),
        event.event_id.bytes, event.hlc, entity, [parent.bytes for parent in event.parents],
        event.salt, event.payload if event.payload is not None else event.payload_hash,
    ]  # fmt: skip


def _unpacked(run: Sequence[Any], words: Sequence[Any]) -> list[Event]:
    stream, seq, prev, last, rows = run
    stream, prev = _bytes(stream, _ID_BYTES), _bytes(prev, _HASH_BYTES)
    made: list[Event] = []
    for number, row in enumerate(rows, _count(seq)):
        made.append(_event(stream, number, prev, row, words))
        prev = made[-1].hash
    if not made or prev != last:
        raise ValueError("hash")
    return made


def _event(
    stream: bytes, seq: int, prev: bytes, row: Sequence[Any], words: Sequence[Any]
) -> Event:
    if len(row) != _FIELDS or not 1 <= seq < 2**62:
        raise ValueError("fields")
    unit, type_, actor = words[_count(row[0])], words[_count(row[1])], words[_count(row[3])]
    unit, type_ = _text(unit), _text(type_)
    event_id = _id(row[4])
    entity = _id(row[6]) if row[6] else event_id
    parents = tuple(sorted((_id(parent) for parent in row[7]), key=lambda one: one.bytes))
    salt, said = row[8], row[9]
    if salt is None:
        payload, payload_hash = None, _bytes(said, _HASH_BYTES)
    else:
        salt = _bytes(salt, _ID_BYTES)
        payload, payload_hash = _text(said), payload_digest(salt, _text(said))
    hlc, version = _count(row[5]), _count(row[2])
    if version >= _TOO_MANY_VERSIONS:
        raise ValueError("version")
    digest = event_digest(
        unit, event_id, stream, seq, hlc, type_, version, _id(actor), entity, parents,
        payload_hash, prev,
    )  # fmt: skip
    return Event(
        unit, event_id, stream, seq, hlc, type_, version, _id(actor), entity, parents, salt,
        payload, payload_hash, prev, digest,
    )  # fmt: skip


def _id(value: Any) -> UUID:
    return UUID(bytes=_bytes(value, _ID_BYTES))


def _bytes(value: Any, length: int) -> bytes:
    if not isinstance(value, bytes) or len(value) != length:
        raise TypeError("bytes")
    return value


def _text(value: Any) -> str:
    # A zero byte is in no text of ours, and PostgreSQL keeps none: it would block all behind it.
    if not isinstance(value, str) or "\x00" in value:
        raise TypeError("text")
    return value


def _count(value: Any) -> int:
    # bool is an int to Python; above 2⁶² no database keeps it.
    if type(value) is not int or not 0 <= value < 2**62:
        raise ValueError("number")
    return value

