"""One step of an exchange: a bundle is made for stations, or one that came is taken in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection

from exports.exchange.bundle import OpenedBundle, seal, unseal
from exports.exchange.wire import pack_body, read_body
from models.errors import UserError
from models.households.erasing import follow_erasures
from models.journal.event import Event
from models.journal.periods import (
    RECENT_MS,
    Told,
    Understood,
    period_at,
    tell,
    understand,
)
from models.journal.reconcile import (
    NOTHING,
    Held,
    Statement,
    lacking,
    read_lacking,
    state_streams,
)
from models.permissions import Permission, permitted
from models.stations.ledger import hear, heard_statement, note_told
from models.stations.own import OwnStation, read_own
from models.stations.queries import EnrolledStation, enrolled
from models.store.store import Transaction


@dataclass(frozen=True, slots=True)
class MadeBundle:
    """A sealed bundle, how many events are in it, and for whom it is."""

    sealed: bytes
    events: int
    recipients: tuple[EnrolledStation, ...]


@dataclass(frozen=True, slots=True)
class BundleContent:
    """What an enrolled station signed: when it says to have made it, its events, what it holds."""

    sender: EnrolledStation
    made_ms: int
    events: Sequence[Event]
    told: Told


@dataclass(frozen=True, slots=True)
class TakenBundle:
    """What became of a bundle's events; `erased` entries of before lost their content by them."""

    sender: EnrolledStation
    events: int
    new: int
    duplicates: int
    held: int
    quarantined: int
    erased: int = 0


def make_bundle(
    connection: Connection, recipients: Sequence[UUID] | None, *, now_ms: int
) -> MadeBundle:
    """Return what the `recipients` lack of what they all may read, None for every station.

    UserError when this station has no keys yet, when none is enrolled, or when one of them is not.
    """
    own = _own(connection)
    known = enrolled(connection)
    active = {id_: one for id_, one in known.items() if one.is_active}
    chosen = [
        _active(active, id_) for id_ in (recipients if recipients is not None else active)
    ]
    if not chosen:
        raise UserError("exchange.nobody")
    mine = state_streams(connection, _readable(chosen))
    wanted: dict[bytes, Held] = {}
    theirs = [heard_statement(connection, station.id) or {} for station in chosen]
    for stated in theirs:
        for stream, held in lacking(mine, stated).items():
            # One bundle for several: of which they hold different parts, all of it is sent.
            wanted[stream] = held if wanted.get(stream, held) == held else NOTHING
    streams = list(read_lacking(connection, wanted))
    told = tell(mine, theirs, listed_from=period_at(now_ms - RECENT_MS))
    body = pack_body(streams, told)
    sealed = seal(own, [station.box_key for station in chosen], body, made_ms=now_ms)
    return MadeBundle(sealed, sum(map(len, streams)), tuple(chosen))


def note_made(tx: Transaction, made: MadeBundle) -> None:
    """Note, once a bundle was written out, that its recipients were written to."""
    for station in made.recipients:
        note_told(tx.connection, station.id, tx.clock.now_ms())


def open_bundle(
    connection: Connection, sealed: bytes
) -> tuple[OpenedBundle, EnrolledStation]:
    """Return a bundle for this station and the station that signed it.

    UserError when it is not for this station, damaged, forged, or of a station not enrolled here.
    """
    opened = unseal(_own(connection), sealed)
    sender = enrolled(connection).get(opened.sender)
    if sender is None:
        raise UserError("exchange.unknown_sender")
    if not opened.is_signed_by(sender.sign_key):
        raise UserError("exchange.forged", name=sender.name)
    if not sender.is_active:
        raise UserError("exchange.revoked_sender", name=sender.name)
    return opened, sender


def open_content(connection: Connection, sealed: bytes) -> BundleContent:
    """Return what a bundle holds; UserError as from `open_bundle`, and for a damaged body.

    It takes a good part of the time of an exchange, and nobody who keys need wait for it.
    """
    opened, sender = open_bundle(connection, sealed)
    body = read_body(opened.body())
    return BundleContent(sender, opened.made_ms, body.events, body.told)


@permitted(Permission.EXCHANGE)
def take_bundle(
    tx: Transaction, content: BundleContent, stepped: Callable[[], object] | None = None
) -> TakenBundle:
    """Take in what a bundle holds, all of it or nothing.

    UserError when its sender was revoked since it was opened. `stepped` is called between the steps
    of `Transaction.take_in`; what it raises undoes all.
    """
    sender = content.sender
    if enrolled(tx.connection).get(sender.id) != sender:
        raise UserError("exchange.revoked_sender", name=sender.name)
    intake = tx.take_in(content.events, stepped)
    follow_erasures(tx, intake.new)
    understood = understood_of(tx.connection, sender, content.told)
    hear(
        tx.connection, sender.id, understood.stated, made_ms=content.made_ms,
        now_ms=tx.clock.now_ms(),
    )  # fmt: skip
    return TakenBundle(
        sender, len(content.events), len(intake.new) - intake.freed, intake.duplicates,
        intake.held, intake.quarantined, len(intake.blanked),
    )  # fmt: skip


def understood_of(
    connection: Connection, sender: EnrolledStation, told: Told, *more: Statement
) -> Understood:
    """Return what a station told, by what is here that it may read, what it told last, and `more`.

    Of a period that could not be found out nothing counts as received: all of it is told and sent.
    """

    def candidates() -> Iterator[Statement]:
        yield from more
        yield state_streams(connection, sender.units)
        yield heard_statement(connection, sender.id) or {}

    return understand(told, candidates())


def _own(connection: Connection) -> OwnStation:
    own = read_own(connection)
    if own is None:
        raise UserError("stations.no_own")
    return own


def _active(active: dict[UUID, EnrolledStation], id_: UUID) -> EnrolledStation:
    if id_ not in active:
        raise UserError("stations.not_enrolled")
    return active[id_]


def _readable(chosen: Sequence[EnrolledStation]) -> frozenset[str] | None:
    """Return the units that all of `chosen` may read, None for all units."""
    found: frozenset[str] | None = None
    for station in chosen:
        if station.units is not None:
            found = station.units if found is None else found & station.units
    return found
