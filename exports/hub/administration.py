"""What a person does at the hub: makes its card, and says which stations it serves."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from models.errors import UserError
from models.ids import derived_id
from models.journal.histories import read_whole, told
from models.stations.card import StationCard
from models.stations.commands import check_card, record_enrolment
from models.store.aggregates import AGGREGATES
from models.store.store import Transaction
from models.units.projection import UNIT_DEFINED
from models.units.unit import shipped_units


def enrol_at_hub(
    tx: Transaction, card: StationCard, *, units: Sequence[str] | None
) -> None:
    """Let a station exchange through the hub and read the data of `units`, None for all.

    It knows the units that ship with the program, the station's own, and whichever some station
    defined. UserError for another one, and as from `check_card`.
    """
    at = check_card(tx.connection, card)
    known = {unit.code for unit in shipped_units()} | {card.unit, AGGREGATES}
    for code in units or ():
        if code not in known and not _is_defined(tx.connection, code):
            raise UserError("hub.unknown_unit", code=code)
    record_enrolment(tx, card, at=at, units=units)


def _is_defined(connection: Connection, code: str) -> bool:
    """Say whether the journal has a definition of a unit; the table of units may lag behind it."""
    history = read_whole(connection, derived_id("unit", [code]), code)
    return bool(told(history, {UNIT_DEFINED}))
