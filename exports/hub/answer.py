"""Answers one request of a station: takes in its events, and gives back a receipt and others'.

A request is a sealed bundle, the same as on a stick. Its marks say whether the station is not done
yet, and behind which event the next part begins. The answer is a sealed bundle for that station:
the hub's statement after its commit, which is the receipt, and events that the station may read and
did not state to hold. Its marks are the request's digest, so that an old answer is known for one,
and the next cursor.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection

from exports.exchange.bundle import OpenedBundle, seal
from exports.exchange.round import open_bundle, understood_of
from exports.exchange.slices import (
    IN_PROGRESS,
    MOST_EVENTS,
    Cursor,
    Slice,
    read_slice,
    to_give,
)
from exports.exchange.wire import Body, pack_body, read_body
from exports.hub.database import HubDatabase
from exports.hub.limits import LARGEST_CONTENT, LARGEST_REQUEST, RateLimiter
from models.errors import CodedError, KnownError, UserError
from models.ids import blake2b
from models.journal.intake import take_in
from models.journal.periods import Told, Understood, period_of, tell
from models.journal.postgres import lock_intake, lock_station
from models.journal.reconcile import state_streams
from models.stations.ledger import hear, note_told
from models.stations.own import OwnStation, read_own
from models.stations.queries import EnrolledStation
from models.store.projected import note_arrived

# Whoever it was and whatever was wrong with them: one answer, from which nothing can be learnt.
_REFUSED = frozenset(
    {
        "exchange.not_for_us", "exchange.resealed", "exchange.unknown_sender", "exchange.forged",
        "exchange.revoked_sender",
    }
)  # fmt: skip


class RefusedError(CodedError):
    """A request that is not answered: the HTTP status, and in how many seconds to try again."""

    def __init__(self, status: int, code: str, after_s: float = 0.0) -> None:
        super().__init__(code)
        self.status = status
        self.after_s = after_s


@dataclass(frozen=True, slots=True)
class Answer:
    """A sealed answer, and what became of the events of the request."""

    sealed: bytes
    new: int
    duplicates: int
    held: int
    quarantined: int
    sent: int


def answer(database: HubDatabase, limiter: RateLimiter, sealed: bytes) -> Answer:
    """Return the answer to a request; RefusedError for one that is not to be answered."""
    try:
        return _answer(database, limiter, sealed)
    except UserError as error:
        if error.code in _REFUSED:
            raise RefusedError(403, "hub.refused") from None
        if error.code == "exchange.too_large":
            raise RefusedError(413, "hub.too_large") from None
        raise RefusedError(400, "hub.damaged") from None
    except KnownError:
        raise RefusedError(503, "hub.database", after_s=10) from None


def _answer(database: HubDatabase, limiter: RateLimiter, sealed: bytes) -> Answer:
    if len(sealed) > LARGEST_REQUEST:
        raise UserError("exchange.too_large")
    opened, sender = database.read(partial(open_bundle, sealed=sealed))
    wait_s = limiter.ask(sender.id)
    if wait_s:
        raise RefusedError(429, "hub.too_often", after_s=wait_s)
    body = read_body(opened.body(LARGEST_CONTENT))
    if len(body.events) > MOST_EVENTS:
        raise UserError("exchange.too_large")
    in_progress, cursor = _wish(body.marks)
    counts, understood = database.write(
        partial(_take, database=database, sender=sender, opened=opened, body=body)
    )
    own, told, part = database.read(
        partial(
            _found, sender=sender, understood=understood, in_progress=in_progress, after=cursor
        )
    )
    marks = [blake2b(sealed)]
    if part.end is not None:
        marks += [part.end.stream, part.end.hash]
    content = pack_body(part.streams, told, marks)
    made = seal(own, [sender.box_key], content, made_ms=database.clock.now_ms())
    return Answer(made, *counts, part.events)


def _wish(marks: tuple[bytes, ...]) -> tuple[bool, Cursor | None]:
    """Return whether more is to come, and where the station's next part begins."""
    if len(marks) == 2 or len(marks) > 3:
        raise UserError("exchange.damaged")
    return marks[:1] == (IN_PROGRESS,), Cursor(*marks[1:]) if len(marks) > 1 else None


def _take(
    connection: Connection, database: HubDatabase, sender: EnrolledStation,
    opened: OpenedBundle, body: Body,
) -> tuple[tuple[int, int, int, int], Understood]:  # fmt: skip
    counts = (0, 0, 0, 0)
    if body.events:
        lock_intake(connection, body.events)
        taken = take_in(connection, body.events)
        note_arrived(connection, taken.new)
        counts = len(taken.new) - taken.freed, taken.duplicates, taken.held, taken.quarantined
    lock_station(connection, sender.id)
    now_ms = database.clock.now_ms()
    understood = understood_of(connection, sender, body.told)
    hear(connection, sender.id, understood.stated, made_ms=opened.made_ms, now_ms=now_ms)
    note_told(connection, sender.id, now_ms)
    return counts, understood


def _found(
    connection: Connection, sender: EnrolledStation, understood: Understood, in_progress: bool,
    after: Cursor | None,
) -> tuple[OwnStation, Told, Slice]:  # fmt: skip
    own = read_own(connection)
    if own is None:
        raise UserError("stations.no_own")
    stated = understood.stated
    every = state_streams(connection)
    readable = every if sender.units is None else state_streams(connection, sender.units)
    # Of a stream that the station states it is told what arrived, though it may read none of it:
    # it may have brought other units' events that it recorded itself.
    said = {
        stream: held for stream, held in every.items() if stream in readable or stream in stated
    }
    # Of a period whose sum told nothing the station is told all, and says itself what it lacks.
    wanted = {
        stream: held
        for stream, held in to_give(readable, stated, in_progress=in_progress).items()
        if stream in stated or period_of(stream) not in understood.unknown
    }
    return own, tell(said, [stated]), read_slice(connection, wanted, after)
