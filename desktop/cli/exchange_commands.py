"""`station card | enrol | list | revoke` and `bundle export | import`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from desktop.audit import note_done
from desktop.cli.invocation import Invocation
from desktop.session import Session
from exports.exchange.aggregates import state_aggregates
from exports.exchange.files import read_bundle, read_card_file, write_bundle
from exports.exchange.round import make_bundle, note_made, open_content, take_bundle
from models.audit.happenings import bundle_taken, bundle_written
from models.errors import UserError
from models.households.progress import hamlet_progress, total
from models.permissions import Permission
from models.stations.card import StationCard
from models.stations.commands import enrol, revoke
from models.stations.own import make_own
from models.stations.queries import EnrolledStation, enrolled
from models.store.files import write_atomically
from models.store.store import Transaction
from models.surveys.undecided import undecided_slips
from models.text import search_key

Outcome = tuple[int, dict[str, Any]]


def card(run: Invocation) -> Outcome:
    """Write this station's card, made on first use."""
    session = run.open(Permission.EXCHANGE)
    try:
        name = run.options.name or session.account_name
        own = session.store.write(partial(make_own, name=name), actor=session.account)
    finally:
        session.store.close()
    result = card_result(own.card)
    if run.options.out:
        path = Path(run.options.out)
        write_atomically(path, own.card.to_text().encode(), refused="exchange.not_written")
        result["file"] = str(path.absolute())
    return 0, result


def enrol_station(run: Invocation) -> Outcome:
    """Let another station read units' data; two people compare the fingerprint."""
    found = read_card_file(Path(run.options.file))
    reads = run.options.reads or [found.unit]
    units = None if reads == ["all"] else reads
    session = run.open(Permission.ENROL_STATIONS)
    try:

        def command(tx: Transaction) -> None:
            make_own(tx, session.account_name)
            enrol(tx, found, units=units)

        session.store.write(command, actor=session.account)
    finally:
        session.store.close()
    run.tell("commands.compare_fingerprint", name=found.name, fingerprint=found.fingerprint)
    return 0, {**card_result(found), "reads": reads}


def list_stations(run: Invocation) -> Outcome:
    """List the stations that were enrolled here."""
    session = run.open(Permission.EXCHANGE)
    try:
        known = session.store.read(enrolled)
    finally:
        session.store.close()
    return 0, {"stations": [station_result(station) for station in known.values()]}


def revoke_station(run: Invocation) -> Outcome:
    """Have a station get nothing more from here."""
    session = run.open(Permission.ENROL_STATIONS)
    try:
        [station] = _stations(session, [run.options.id])
        session.store.write(partial(revoke, station=station), actor=session.account)
    finally:
        session.store.close()
    return 0, {"id": str(station)}


def export_bundle(run: Invocation) -> Outcome:
    """Write what other stations lack into a sealed file."""
    path = Path(run.options.out)
    session = run.open(Permission.EXCHANGE)
    try:
        recipients = _stations(session, run.options.to) if run.options.to else None
        state_aggregates(session.store, actor=session.account)
        made = session.store.read(
            partial(make_bundle, recipients=recipients, now_ms=session.store.clock.now_ms())
        )
        write_bundle(path, made.sealed)
        session.store.write(partial(note_made, made=made), actor=session.account)
        note_done(session, bundle_written(made.events, [one.id for one in made.recipients]))
    finally:
        session.store.close()
    names = [station.name for station in made.recipients]
    run.tell("exchange.written", events=made.events, names=", ".join(names))
    return 0, {
        "file": str(path.absolute()), "events": made.events, "bytes": len(made.sealed),
        "to": names,
    }  # fmt: skip


def import_bundle(run: Invocation) -> Outcome:
    """Take in a sealed file of another station."""
    sealed = read_bundle(Path(run.options.file))
    session = run.open(Permission.EXCHANGE)
    try:
        content = session.store.read(partial(open_content, sealed=sealed))
        taken = session.store.write(partial(take_bundle, content=content), actor=session.account)
        if taken.new or taken.held or taken.quarantined:
            note_done(session, bundle_taken(taken.sender.id, taken.events, taken.new))
        waiting = session.store.read(conflicts)
    finally:
        session.store.close()
    counts = {
        "new": taken.new, "duplicates": taken.duplicates, "held": taken.held,
        "quarantined": taken.quarantined,
    }  # fmt: skip
    run.tell("exchange.taken", name=taken.sender.name, **counts)
    if taken.erased:
        run.tell("exchange.erased", entries=taken.erased)
    return 0, {"events": taken.events, **counts, "conflicts": waiting}


def conflicts(connection: Connection) -> int:
    """Return how many households and slips wait for a person, as others said otherwise."""
    households = total([item.progress for item in hamlet_progress(connection)]).conflicts
    return households + len(undecided_slips(connection))


def _stations(session: Session, words: list[str]) -> list[UUID]:
    """Return the stations that people name by id or by name; UserError for one that is not here."""
    known = session.store.read(enrolled)
    return [find_station(known, word) for word in words]


def find_station(known: dict[UUID, EnrolledStation], word: str) -> UUID:
    """Return the one active station that goes by an id or a name; UserError for none or several."""
    matching = [
        station.id
        for station in known.values()
        if station.is_active and search_key(word) in (search_key(station.name), str(station.id))
    ]
    if len(matching) != 1:
        raise UserError("stations.not_enrolled")
    return matching[0]


def card_result(found: StationCard) -> dict[str, Any]:
    """Return a card as the contract's data."""
    return {
        "id": str(found.id), "name": found.name, "unit": found.unit,
        "fingerprint": found.fingerprint,
    }  # fmt: skip


def station_result(station: EnrolledStation) -> dict[str, Any]:
    """Return an enrolled station as the contract's data."""
    reads = ["all"] if station.units is None else sorted(station.units)
    return {
        "id": str(station.id), "name": station.name, "unit": station.unit, "reads": reads,
        "is_active": station.is_active,
    }  # fmt: skip
