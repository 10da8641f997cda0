"""Figures for stations that may read nothing else: no slip, no household, nobody's name.

They are facts like any other, recorded before an exchange by who holds what they were counted from,
and only where somebody was enrolled who needs them.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from uuid import UUID

from sqlalchemy import Connection, select

from models.households.stated import state_registers, unstated_registers
from models.ids import derived_id
from models.questionnaires.projection import PUBLISHED
from models.questionnaires.tables import questionnaires
from models.stations.own import read_own
from models.stations.queries import enrolled
from models.store.aggregates import AGGREGATES, restate
from models.store.store import Store, Transaction
from models.surveys.stated import state_tallies, unstated_days
from models.units.projection import SPLIT_SETTLED, UNIT_DEFINED
from models.units.tables import unit_splits, units


def state_aggregates(store: Store, *, actor: UUID) -> bool:
    """Say anew what has changed of the figures held here, if a station needs them.

    To be called before an exchange. False where there was nothing to say: then nobody who writes
    waits for it.
    """
    needed = store.read(partial(_is_needed, today=store.clock.today()))
    if needed:
        store.write(_state, actor=actor)
    return needed


def _is_needed(connection: Connection, today: date) -> bool:
    own = read_own(connection)
    is_wanted = own is not None and any(
        station.is_active and station.units is not None and AGGREGATES in station.units
        for station in enrolled(connection).values()
    )
    if own is None or not is_wanted:
        return False
    return bool(
        unstated_days(connection, own.card.id)
        or unstated_registers(connection, own.card.id, today)
    )


def _state(tx: Transaction) -> None:
    own = read_own(tx.connection)
    if own is not None:
        state_tallies(tx, own.card.id)
        state_registers(tx, own.card.id)
        _restate_meanings(tx)


def _restate_meanings(tx: Transaction) -> None:
    """Say what the figures are of: questionnaires and units that the other may not know."""
    for row in tx.connection.execute(select(questionnaires)).all():
        content = {
            "code": row.code, "version": row.version, "title": row.title,
            "definition": row.definition,
        }  # fmt: skip
        restate(tx, PUBLISHED, derived_id("questionnaire", [row.code, row.version]), content)
    for row in tx.connection.execute(select(units)).all():
        content = {
            "code": row.code, "name": row.name, "kind": row.kind, "valid_from": row.valid_from,
            "valid_to": row.valid_to,
        }  # fmt: skip
        restate(tx, UNIT_DEFINED, derived_id("unit", [row.code]), content)
    for row in tx.connection.execute(select(unit_splits)).all():
        content = {"old_code": row.old_code, "new_code": row.new_code}
        restate(tx, SPLIT_SETTLED, derived_id("unit split", [row.old_code]), content)
