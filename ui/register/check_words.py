"""Households in the words of the screen: fields, values, outcomes, places, people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from exports.household_values import address_line, day_text, grouped_code, place_text
from models.households.fields import FIELD_NAMES, OUTCOMES, PLACE_SOURCES, UNCHECKED_OPTION, option
from models.households.records import Household, Place
from models.households.values import day_of, place_of
from models.units.unit import UnitRegister


@dataclass(frozen=True, slots=True)
class Names:
    """What codes and ids are called: units today and before, accounts, lists, households."""

    language: str
    units: UnitRegister
    accounts: Mapping[UUID, str] = field(default_factory=dict)
    lists: Mapping[UUID, str] = field(default_factory=dict)
    households: Mapping[UUID, str] = field(default_factory=dict)

    def unit(self, code: str | None) -> str:
        """Return today's name of a unit; an unknown one keeps its code."""
        return next(
            (unit.full_name for unit in self.units.units
             if unit.code == code and unit.valid_to is None), code or "",
        )  # fmt: skip

    def old_unit(self, code: str | None) -> str:
        """Return the name that an older unit had."""
        return next(
            (unit.full_name for unit in self.units.units
             if unit.code == code and unit.valid_to is not None), code or "",
        )  # fmt: skip

    def account(self, account: UUID) -> str:
        """Return who an account is, a sign for one that is not known here."""
        return self.accounts.get(account, "?")


def field_name(name: str, language: str) -> str:
    """Return what a field is called."""
    found = option(FIELD_NAMES, name)
    return found.text(language) if found else name


def outcome_name(code: str, language: str) -> str:
    """Return an outcome's name; one of a newer version keeps its code."""
    found = option(OUTCOMES, code) if code else UNCHECKED_OPTION
    return found.text(language) if found else code


def where_line(household: Household, names: Names) -> str:
    """Return where a household lives: house, hamlet, ward, and the older unit of its list."""
    parts = [address_line(household), household.hamlet, names.unit(household.unit)]
    line = "  ·  ".join(part for part in parts if part)
    if household.old_unit and names.old_unit(household.old_unit) != names.unit(household.unit):
        said = QCoreApplication.translate("register", "formerly %1")
        line += f" ({said.replace('%1', names.old_unit(household.old_unit))})"
    return line


def short_line(household: Household) -> str:
    """Return a household on one line: head, house, hamlet."""
    parts = (household.name, address_line(household), household.hamlet)
    return "  ·  ".join(part for part in parts if part)


def place_line(place: Place, language: str) -> str:
    """Return coordinates with their source and how sure they are."""
    source = option(PLACE_SOURCES, place.source)
    line = f"{place_text(place)}  ·  {source.text(language) if source else place.source}"
    if place.accuracy is not None:
        line += f"  ·  ± {place.accuracy:.0f} m"
    return line


def value_text(name: str, value: Any, names: Names) -> str:
    """Return a field's stored value in words, a dash for nothing."""
    if name == "outcome":
        return outcome_name(value or "", names.language)
    if name == "has_plate":
        return _plate(bool(value))
    if value is None or value == "":
        return "–"
    return _known(name, value, names)


def _known(name: str, value: Any, names: Names) -> str:
    if name == "unit":
        return names.unit(value)
    if name == "old_unit":
        return names.old_unit(value)
    if name == "code":
        return grouped_code(value)
    if name == "plate_on":
        return day_text(day_of(value))
    if name == "place":
        place = place_of(value)
        return place_line(place, names.language) if place else "–"
    if name == "merged_into":
        return names.households.get(UUID(value), str(value)[:8])
    if name == "visit":
        return QCoreApplication.translate("register", "%n answer(s)", "", len(value["answers"]))
    return str(value)


def _plate(is_attached: bool) -> str:
    if is_attached:
        return QCoreApplication.translate("register", "Attached")
    return QCoreApplication.translate("register", "Not attached")
