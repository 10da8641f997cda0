"""Figures for stations that may read nothing else: no slip, no household, nobody's name.

They are facts like any other, recorded before an exchange by who holds what they were counted from,
and only where somebody was enrolled who needs them.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, select

from models.households.stated import state_registers
from models.ids import derived_id
from models.questionnaires.projection import PUBLISHED
from models.questionnaires.tables import questionnaires
from models.stations.own import read_own
from models.stations.queries import enrolled
from models.store.aggregates import AGGREGATES, restate
from models.store.store import Store, Transaction
from models.surveys.stated import state_tallies
from models.units.projection import SPLIT_SETTLED, UNIT_DEFINED
from models.units.tables import unit_splits, units


def state_aggregates(store: Store, *, actor: UUID) -> None:
    """Say anew what has changed of the figures held here, if a station needs them.

    To be called before an exchange; a store whose stations all read what they need stays as it is.
    """
    if store.read(_is_wanted):
        store.write(_state, actor=actor)


def _is_wanted(connection: Connection) -> bool:
    return any(
        station.is_active and station.units is not None and AGGREGATES in station.units
        for station in enrolled(connection).values()
    )


def _state(tx: Transaction) -> None:
    own = read_own(tx.connection)
    if own is None:
        return
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
