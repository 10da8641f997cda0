"""What units and hamlets are called on the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.households.records import HamletKey
from models.units.queries import read_units
from models.units.unit import UnitRegister

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """Names of today's and of former units, by code: codes were re-used, so they are two books."""

    today: Mapping[str, str]
    former: Mapping[str, str]

    def ward(self, code: str) -> str:
        """Return today's full name of a unit, its code where it is not known."""
        return self.today.get(code, code)

    def hamlet(self, key: HamletKey) -> str:
        """Return a hamlet's name, with the former unit's that tells two `Khu 1` apart."""
        if not key.old_unit:
            return key.hamlet
        return f"{key.hamlet} ({self.former.get(key.old_unit, key.old_unit)})"


def names_of(register: UnitRegister) -> PlaceNames:
    """Return the names of a register of units."""
    return PlaceNames(
        {unit.code: unit.full_name for unit in register.units if unit.valid_to is None},
        {unit.code: unit.name for unit in register.units if unit.valid_to is not None},
    )


def read_names(connection: Connection) -> PlaceNames:
    """Return the names that this store knows."""
    return names_of(read_units(connection))
