"""Enrols other stations at this one, and takes that back."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from models.errors import UserError
from models.ids import derived_id
from models.journal.event import NewEvent
from models.permissions import Permission, permitted
from models.stations.card import StationCard
from models.stations.own import read_own
from models.stations.projection import ENROLLED, REVOKED
from models.stations.queries import EnrolledStation, enrolled
from models.store.aggregates import AGGREGATES
from models.store.schema import own_unit
from models.store.store import Transaction
from models.units.queries import read_units


@permitted(Permission.ENROL_STATIONS)
def enrol(tx: Transaction, card: StationCard, *, units: Sequence[str] | None) -> None:
    """Let a station read the data of `units`, None for those of all units.

    `AGGREGATES` among them are the figures of all units, and nothing that they were counted from.
    UserError when a unit is unknown, and as from `check_card`.
    """
    at = check_card(tx.connection, card)
    register = read_units(tx.connection)
    known = {unit.code for unit in register.units} | {AGGREGATES}
    for code in units or ():
        if code not in known:
            raise UserError("stations.unknown_unit", code=code)
    record_enrolment(tx, card, at=at, units=units)


def record_enrolment(
    tx: Transaction, card: StationCard, *, at: UUID, units: Sequence[str] | None
) -> None:
    """Record that a checked card was enrolled at the station `at`, to read `units`."""
    reads = {"units": sorted(units)} if units is not None else {"all": True}
    _record(tx, ENROLLED, at, _content(card, reads))


def check_card(connection: Connection, card: StationCard) -> UUID:
    """Return the id of this station, at which `card` can be enrolled.

    UserError when this station has no keys yet, when the card is its own, or when another station
    with other keys goes by the same id.
    """
    own = read_own(connection)
    if own is None:
        raise UserError("stations.no_own")
    if card.id == own.card.id:
        raise UserError("stations.itself")
    before = enrolled(connection).get(card.id)
    if before is not None and before.is_active and before.sign_key != card.sign_key:
        raise UserError("stations.other_keys", name=before.name)
    return own.card.id


@permitted(Permission.ENROL_STATIONS)
def revoke(tx: Transaction, station: UUID) -> None:
    """Have a station get nothing more from here, and take nothing more from it.

    UserError for a station that is not enrolled.
    """
    own = read_own(tx.connection)
    found = enrolled(tx.connection).get(station)
    if own is None or found is None or not found.is_active:
        raise UserError("stations.not_enrolled")
    reads = {"all": True} if found.units is None else {"units": sorted(found.units)}
    _record(tx, REVOKED, own.card.id, _content(found, reads))


def _content(
    station: StationCard | EnrolledStation, reads: Mapping[str, Any]
) -> dict[str, Any]:
    return {
        "id": str(station.id), "name": station.name, "unit": station.unit,
        "sign_key": b64encode(station.sign_key).decode(), "box_key": station.box_key,
        "reads": dict(reads),
    }  # fmt: skip


def _record(tx: Transaction, kind: str, at: UUID, content: Mapping[str, Any]) -> None:
    entity = derived_id("enrolment", [str(at), content["id"]])
    unit = own_unit(tx.connection) or ""
    tx.append(NewEvent(kind, unit, entity, {**content, "at": str(at)}))
