"""Reads the register of units: shipped, defined here, and how split units were settled."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, select

from models.units.tables import unit_splits, units
from models.units.unit import Unit, UnitRegister, shipped_units


def read_units(connection: Connection) -> UnitRegister:
    """Return every unit known to this store."""
    defined = [
        Unit(row.code, row.name, row.kind, _day(row.valid_from), _day(row.valid_to))
        for row in connection.execute(select(units))
    ]
    splits = {row.old_code: row.new_code for row in connection.execute(select(unit_splits))}
    return UnitRegister((*defined, *shipped_units()), splits)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
