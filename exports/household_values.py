"""A household's values as they are printed: names for codes, groups of digits, dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final
from uuid import UUID

from models.households.fields import FIELD_NAMES, OUTCOMES, UNCHECKED_OPTION, option
from models.households.naming import order_key
from models.households.records import Household, Place
from models.households.values import day_of, place_of, stored

YES: Final = "Đã gắn"
NO: Final = "Chưa gắn"
_HALF: Final = 5


@dataclass(frozen=True, slots=True)
class Names:
    """What codes and ids are called on paper; `units` are full names, as `Phường Uông Bí`."""

    units: Mapping[str, str] = field(default_factory=dict)
    officers: Mapping[UUID, str] = field(default_factory=dict)

    def unit(self, code: str | None) -> str:
        """Return a unit's name; an unknown one keeps its code."""
        return self.units.get(code, code) if code else ""

    def officer(self, account: UUID | None) -> str:
        """Return who an account is, "" for nobody or one that is not known here."""
        return self.officers.get(account, "") if account else ""


def field_name(name: str) -> str:
    """Return what a field is called on paper."""
    found = option(FIELD_NAMES, name)
    return found.vi if found else name


def outcome_text(code: str) -> str:
    """Return an outcome as it is printed; one of a newer version keeps its code."""
    found = option(OUTCOMES, code) if code else UNCHECKED_OPTION
    return found.vi if found else code


def grouped_code(code: str | None) -> str:
    """Return ten digits in two groups, postcode first: `20312 34567`; other texts as they are."""
    if not code or len(code) != 2 * _HALF:
        return code or ""
    return f"{code[:_HALF]} {code[_HALF:]}"


def day_text(day: date | None) -> str:
    """Return a day as it is printed, "" for none."""
    return f"{day:%d/%m/%Y}" if day else ""


def place_text(place: Place | None) -> str:
    """Return WGS-84 degrees, latitude first, with a point as maps take them: `21.03450, 106.7`."""
    return f"{place.lat:.6f}, {place.lon:.6f}" if place else ""


def plate_text(household: Household) -> str:
    """Return whether a plate is attached, and since when where that is known."""
    if not household.has_plate:
        return NO
    return f"{YES} {day_text(household.plate_on)}".strip()


def address_line(household: Household) -> str:
    """Return where the household lives: number and street where known, else the list's text."""
    if household.house_number and household.street:
        return f"{household.house_number} {household.street}"
    return household.address or household.street or household.house_number


def walk_key(household: Household) -> str:
    """Return the key by which a hamlet is walked, see `models.households.naming.order_key`."""
    return order_key(household.street, household.house_number, household.address, household.name)


def current(household: Household, name: str) -> Any:
    """Return a field of the household in the form that lists and the journal store."""
    return stored(name, getattr(household, name))


def value_text(name: str, value: Any, names: Names) -> str:
    """Return a stored value of a field as it is printed."""
    if value is None or value == "":
        return ""
    if name in ("unit", "old_unit"):
        return names.unit(value)
    if name == "outcome":
        return outcome_text(value)
    if name == "has_plate":
        return YES if value else NO
    if name == "plate_on":
        return day_text(day_of(value))
    if name == "place":
        return place_text(place_of(value))
    return str(value)
