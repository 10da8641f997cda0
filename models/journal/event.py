"""An event: one immutable fact, hashed so that its payload may be erased and the chain holds.

`payload_hash` = BLAKE2b(salt ‖ payload); `hash` covers every field but salt and payload; `prev` is
the hash of the event before it in the stream. Fields are length-prefixed, so no two events can be
encoded to the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Final, NamedTuple
from uuid import UUID

from models.ids import blake2b
from models.json_text import parse_json

NO_PREVIOUS: Final = bytes(32)
SALT_BYTES: Final = 16
# The lengths that stand before what is hashed, ready made: a list hashes them half a million times.
_LENGTHS: Final = tuple(length.to_bytes(4, "big") for length in range(64))
_ID: Final = _LENGTHS[16]
_NONE: Final = _LENGTHS[0]


class NewEvent(NamedTuple):
    """What a command wants to record; the journal adds the rest.

    `parents` None means the entity's current heads; () says that the entity is new.
    `is_creation` says that the entity's id was minted for it here and nowhere else, so that the
    event can bear the same id; an id derived from the world's own key may be created twice.
    `is_plain` promises that `content` is made of what JSON gives back (no tuple, day or id) and is
    never changed: then it is not read again from its own text.
    """

    type: str
    unit: str
    entity: UUID
    content: Mapping[str, Any]
    parents: tuple[UUID, ...] | None = None
    type_version: int = 1
    is_creation: bool = False
    is_plain: bool = False


@dataclass(frozen=True, init=False)
class Event:
    """One recorded fact. `payload` is canonical JSON text, None once lawfully erased."""

    unit: str
    event_id: UUID
    stream: bytes
    seq: int
    hlc: int
    type: str
    type_version: int
    actor: UUID
    entity: UUID
    parents: tuple[UUID, ...]
    salt: bytes | None
    payload: str | None
    payload_hash: bytes
    prev: bytes
    hash: bytes

    def __init__(
        self, unit: str, event_id: UUID, stream: bytes, seq: int, hlc: int, type: str,
        type_version: int, actor: UUID, entity: UUID, parents: tuple[UUID, ...],
        salt: bytes | None, payload: str | None, payload_hash: bytes, prev: bytes, hash: bytes,
        content: Mapping[str, Any] | None = None,
    ) -> None:  # fmt: skip
        """Take the fields, and the payload's `content` where the caller has it at hand."""
        # All at once: a frozen class sets one after the other, which takes three times as long.
        fields = vars(self)
        fields.update(
            unit=unit, event_id=event_id, stream=stream, seq=seq, hlc=hlc, type=type,
            type_version=type_version, actor=actor, entity=entity, parents=parents, salt=salt,
            payload=payload, payload_hash=payload_hash, prev=prev, hash=hash,
        )  # fmt: skip
        if content is not None:
            fields["content"] = content

    @cached_property
    def content(self) -> Mapping[str, Any]:
        """Return the payload as plain data, empty once erased."""
        return parse_json(self.payload) if self.payload is not None else {}


def payload_digest(salt: bytes, payload: str | bytes) -> bytes:
    """Return the 32-byte digest that stands for a salted payload, as text or in UTF-8."""
    return blake2b(salt + (payload.encode() if isinstance(payload, str) else payload))


def event_digest(
    unit: str, event_id: UUID, stream: bytes, seq: int, hlc: int, type_: str, type_version: int,
    actor: UUID, entity: UUID, parents: tuple[UUID, ...], payload_hash: bytes, prev: bytes,
) -> bytes:  # fmt: skip
    """Return the 32-byte digest that the next event of the stream is chained to."""
    return blake2b(
        b"".join(
            (
                _text(unit), _ID, event_id.bytes, _stream(stream), _number(seq), _number(hlc),
                _said(type_, type_version, actor), _ID, entity.bytes,
                _sized(join_parents(parents)) if parents else _NONE, _sized(payload_hash),
                _sized(prev),
            )
        )
    )  # fmt: skip


def digest_of(event: Event) -> bytes:
    """Return what `event.hash` must be."""
    return event_digest(
        event.unit, event.event_id, event.stream, event.seq, event.hlc, event.type,
        event.type_version, event.actor, event.entity, event.parents, event.payload_hash,
        event.prev,
    )  # fmt: skip


def join_parents(parents: tuple[UUID, ...]) -> bytes:
    """Return parents as stored: 16 bytes each, in ascending order."""
    return b"".join(sorted(parent.bytes for parent in parents)) if parents else b""


def split_parents(stored: bytes) -> tuple[UUID, ...]:
    """Return the parents that `join_parents` stored; ValueError or TypeError for anything else."""
    return tuple(UUID(bytes=bytes(stored[at : at + 16])) for at in range(0, len(stored), 16))


def _sized(field: bytes) -> bytes:
    length = len(field)
    return (_LENGTHS[length] if length < 64 else length.to_bytes(4, "big")) + field


@lru_cache(maxsize=256)
def _text(field: str) -> bytes:
    # Units and types: a few words, hashed with every event.
    return _sized(field.encode())


@lru_cache(maxsize=256)
def _stream(field: bytes) -> bytes:
    return _sized(field)


@lru_cache(maxsize=256)
def _said(type_: str, type_version: int, actor: UUID) -> bytes:
    return _text(type_) + _number(type_version) + _ID + actor.bytes


def _number(field: int) -> bytes:
    return _sized(b"%d" % field)
