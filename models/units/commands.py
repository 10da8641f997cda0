"""Defines units that do not ship with the program, and settles where split ones belong."""

from __future__ import annotations

from models.errors import UserError
from models.ids import derived_id
from models.journal.event import NewEvent
from models.permissions import Permission, permitted
from models.store.store import Transaction
from models.text import tidy
from models.units.projection import SPLIT_SETTLED, UNIT_DEFINED
from models.units.unit import Unit


@permitted(Permission.DEFINE_UNITS)
def define_unit(tx: Transaction, unit: Unit) -> None:
    """Record a unit; UserError when code or name is empty."""
    code, name = tidy(unit.code), tidy(unit.name)
    if not code or not name:
        raise UserError("units.incomplete")
    content = {
        "code": code,
        "name": name,
        "kind": unit.kind,
        "valid_from": unit.valid_from.isoformat() if unit.valid_from else None,
        "valid_to": unit.valid_to.isoformat() if unit.valid_to else None,
    }
    tx.append(NewEvent(UNIT_DEFINED, code, derived_id("unit", [code]), content))


@permitted(Permission.CHANGE_SETTINGS)
def settle_split(tx: Transaction, old: Unit, new_code: str, *, unit: str) -> None:
    """Record to which of its successors an old unit's data belongs; UserError for another one."""
    if new_code not in old.successors:
        raise UserError("units.no_successor", code=new_code, name=old.full_name)
    content = {"old_code": old.code, "new_code": new_code}
    tx.append(NewEvent(SPLIT_SETTLED, unit, derived_id("unit split", [old.code]), content))
