"""A round with a hub: what it lacks goes there, what it has for this station comes, and a receipt.

Both sides cut what they send into parts, so a round is one request or many. Each leaves the store
whole: a round that is broken off has done what it had done, and the next one goes on from what both
sides state by then.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final
from uuid import UUID

from sqlalchemy import Connection

from exports.exchange.bundle import seal
from exports.exchange.hub_link import HubLink
from exports.exchange.round import open_bundle, understood_of
from exports.exchange.slices import (
    END,
    IN_PROGRESS,
    MOST_EVENTS,
    Cursor,
    read_slice,
    to_give,
)
from exports.exchange.wire import Body, pack_body, read_body
from models.errors import KnownError, UserError
from models.households.erasing import follow_erasures
from models.ids import blake2b
from models.journal.event import Event
from models.journal.intake import Intake
from models.journal.periods import Told, tell
from models.journal.reconcile import Statement, lacking, state_streams
from models.stations.hub import HubPlace, keep_hub, read_hub
from models.stations.ledger import hear, heard_statement, note_told
from models.stations.own import read_own
from models.stations.queries import EnrolledStation, enrolled
from models.store.store import Store, Transaction

# Taken in at once: whoever keys meanwhile waits for no more than this.
_AT_ONCE: Final = 1000
# One to ask and one to send; then all that still differs goes whole, until nothing moves any more
# (more than once only where others change the hub meanwhile).
_QUICK_SWEEPS: Final = 2
_MOST_SWEEPS: Final = 6
Reporter = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Synced:
    """What a round did; `pending` events the hub has not stated to hold."""

    sent: int
    received: int
    held: int
    quarantined: int
    pending: int


@dataclass(frozen=True, slots=True)
class _Request:
    sealed: bytes
    events: int
    end: Cursor | None
    mine: Statement


@dataclass(frozen=True, slots=True)
class _Standing:
    """What both sides state, and how many events each lacks by that."""

    mine: Statement
    theirs: Statement
    to_send: int
    to_get: int


def choose_hub(
    store: Store, url: str | None, *, actor: UUID,
    ask: Callable[[HubLink], UUID] = HubLink.station,
) -> HubPlace:  # fmt: skip
    """Return the hub to exchange with: at `url`, which is kept, or the one kept before.

    `ask` has the hub say which station it is. UserError when there is none, or when the hub's card
    was not enrolled here; KnownError when it cannot be reached.
    """
    if url is None:
        kept = store.read(read_hub)
        if kept is None:
            raise UserError("hub.none_chosen")
        return kept
    place = HubPlace(url, ask(HubLink(url)))
    store.read(partial(_hub, hub=place.station))
    store.write(lambda tx: keep_hub(tx.connection, place), actor=actor)
    return place


def sync(
    store: Store, hub: UUID, post: Callable[[bytes], bytes], *, actor: UUID,
    report: Reporter | None = None, most_events: int = MOST_EVENTS,
) -> Synced:  # fmt: skip
    """Exchange with the enrolled station `hub` by `post`, until nothing is left on both sides.

    `report` is called with how many events went either way and how many there are to go in all; it
    ends the round by raising, between two requests. KnownError when the hub cannot be reached.
    """
    sent = received = held = quarantined = 0
    before = None
    for sweep in range(_MOST_SWEEPS):
        in_progress = sweep < _QUICK_SWEEPS
        mine_after: Cursor | None = None
        theirs_after: Cursor | None = None
        while True:
            request = store.read(
                partial(
                    _request, hub=hub, mine_after=mine_after, theirs_after=theirs_after,
                    in_progress=in_progress, now_ms=store.clock.now_ms(), most_events=most_events,
                )
            )  # fmt: skip
            made_ms, body = _opened(store, hub, request.sealed, post(request.sealed))
            counts = _take_in(store, body, actor)
            standing = store.write(
                partial(_hear, hub=hub, told=body.told, asked=request.mine, made_ms=made_ms),
                actor=actor,
            )
            sent += request.events
            received, held = received + counts[0], held + counts[1]
            quarantined += counts[2]
            if report is not None:
                done = sent + received
                report(done, done + standing.to_send + standing.to_get)
            if request.end is None and len(body.marks) == 1:
                break
            mine_after = request.end or END
            theirs_after = Cursor(*body.marks[1:]) if len(body.marks) > 1 else END
        after = standing.mine, standing.theirs
        if not standing.to_send + standing.to_get or (not in_progress and before == after):
            break
        before = after
    return Synced(sent, received, held, quarantined, standing.to_send)


def _hub(connection: Connection, hub: UUID) -> EnrolledStation:
    station = enrolled(connection).get(hub)
    if station is None or not station.is_active:
        raise UserError("hub.not_enrolled")
    return station


def _request(
    connection: Connection, hub: UUID, mine_after: Cursor | None, theirs_after: Cursor | None,
    in_progress: bool, now_ms: int, most_events: int,
) -> _Request:  # fmt: skip
    own = read_own(connection)
    if own is None:
        raise UserError("stations.no_own")
    station = _hub(connection, hub)
    mine = state_streams(connection, station.units)
    heard = heard_statement(connection, hub)
    # Who has never been heard is asked first: a restored station's events are all there already.
    wanted = to_give(mine, heard, in_progress=in_progress) if heard is not None else {}
    part = read_slice(connection, wanted, mine_after, most_events=most_events)
    marks = [IN_PROGRESS if in_progress else b""]
    if theirs_after is not None:
        marks += [theirs_after.stream, theirs_after.hash]
    body = pack_body(part.streams, tell(mine, [heard or {}]), marks)
    sealed = seal(own, [station.box_key], body, made_ms=now_ms)
    return _Request(sealed, part.events, part.end, mine)


def _opened(store: Store, hub: UUID, request: bytes, sealed: bytes) -> tuple[int, Body]:
    """Return when and what the hub answered to this request; KnownError for anything else."""
    try:
        opened, sender = store.read(partial(open_bundle, sealed=sealed))
        body = read_body(opened.body())
    except UserError as error:
        raise KnownError("hub.odd_answer") from error
    if sender.id != hub or body.marks[:1] != (blake2b(request),) or len(body.marks) not in (1, 3):
        raise KnownError("hub.odd_answer")
    return opened.made_ms, body


def _take_in(store: Store, body: Body, actor: UUID) -> tuple[int, int, int]:
    """Take in events little by little; return how many were new, held and set apart."""
    received = held = quarantined = 0
    for start in range(0, len(body.events), _AT_ONCE):
        events = body.events[start : start + _AT_ONCE]
        intake = store.write(partial(_take, events=events), actor=actor)
        received += len(intake.new) - intake.freed
        held += intake.held
        quarantined += intake.quarantined
    return received, held, quarantined


def _take(tx: Transaction, events: Sequence[Event]) -> Intake:
    intake = tx.take_in(events)
    follow_erasures(tx, intake.new)
    return intake


def _hear(
    tx: Transaction, hub: UUID, told: Told, asked: Statement, made_ms: int
) -> _Standing:  # fmt: skip
    now_ms, station = tx.clock.now_ms(), _hub(tx.connection, hub)
    # The hub sums up what it was told to be the same here.
    stated = understood_of(tx.connection, station, told, asked).stated
    hear(tx.connection, hub, stated, made_ms=made_ms, now_ms=now_ms)
    note_told(tx.connection, hub, now_ms)
    mine = state_streams(tx.connection, station.units)
    return _Standing(mine, stated, _missing(mine, stated), _missing(stated, mine))


def _missing(held: Statement, stated: Statement) -> int:
    """Return how many of the events that are `held` one who states `stated` may lack."""
    missing = 0
    for stream, one in lacking(held, stated).items():
        more = held[stream].events - one.events
        # As many and others: at least one of them.
        missing += max(more, 0) or int(more == 0)
    return missing
