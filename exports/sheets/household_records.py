"""What reading a household list needs and gives: frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from exports.sheets.household_layout import LayoutGuess
from exports.sheets.household_units import Map
from exports.sheets.legacy import Preview
from exports.sheets.read import Sheet
from models.errors import Problem
from models.households.records import ListRow
from models.units.unit import UnitRegister


@dataclass(frozen=True, slots=True)
class ListContext:
    """What a list does not say itself.

    `own_unit` holds for rows that name no unit; `hamlets` maps (old unit, hamlet) of split units to
    today's unit; `hamlet` holds for rows that name none. `map` is the map that names with two
    meanings are read on, None to let the list decide.
    """

    units: UnitRegister
    today: date
    own_unit: str | None = None
    hamlets: Mapping[tuple[str, str], str] = field(default_factory=dict)
    hamlet: str = ""
    map: Map | None = None


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A hamlet of a split unit that a person must place; `rows` wait for it and are left out."""

    old_unit: str
    hamlet: str
    successors: tuple[str, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class ListSource:
    """A sheet as it was found, in Unicode, with the layout that was guessed or chosen."""

    sheet: Sheet
    layout: LayoutGuess
    preview: Preview


@dataclass(frozen=True, slots=True)
class HouseholdSheet:
    """What a sheet holds. A row with a problem is not in `rows`; notes reject nothing.

    `rejected` counts rows with a problem, `waiting` those of `unsettled` hamlets. `header` are the
    header rows as text.
    """

    name: str
    layout: LayoutGuess
    header: tuple[tuple[str, ...], ...]
    rows: tuple[ListRow, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    unsettled: tuple[Unsettled, ...]
    rejected: int
    waiting: int
    preview: Preview
