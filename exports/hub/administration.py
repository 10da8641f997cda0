"""What a person does at the hub: makes its card, and says which stations it serves."""

from __future__ import annotations

from collections.abc import Sequence

from models.errors import UserError
from models.stations.card import StationCard
from models.stations.commands import check_card, record_enrolment
from models.store.aggregates import AGGREGATES
from models.store.store import Transaction
from models.units.unit import shipped_units


def enrol_at_hub(
    tx: Transaction, card: StationCard, *, units: Sequence[str] | None
) -> None:
    """Let a station exchange through the hub and read the data of `units`, None for all.

    The hub keeps no register of units: it knows those that ship with the program and the station's
    own. UserError for another one, and as from `check_card`.
    """
    at = check_card(tx.connection, card)
    known = {unit.code for unit in shipped_units()} | {card.unit, AGGREGATES}
    for code in units or ():
        if code not in known:
            raise UserError("stations.unknown_unit", code=code)
    record_enrolment(tx, card, at=at, units=units)
