"""The figures of the register in a period: what the report, the files and the screen all show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from models.households.records import Progress
from models.periods import Period

# Units as the lists named them at the end of the period, or as they are today.
UnitMap = Literal["recorded", "today"]


@dataclass(frozen=True, slots=True)
class HamletFigures:
    """A hamlet's figures; `officer` is who was asked to check it, "" for nobody."""

    name: str
    officer: str
    progress: Progress


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """A unit's figures with its hamlets, in the order of their names."""

    code: str
    name: str
    hamlets: tuple[HamletFigures, ...]
    progress: Progress


@dataclass(frozen=True, slots=True)
class RegisterFigures:
    """The register at the end of a period.

    The progress of units and of all counts what was done by the last day of the period;
    `checked_in_period` and `plates_in_period` what was done within it. Households and codes are
    those of the lists as they stand. `hides_small` says that small counts are hidden in all of it
    (`exports.small_cells`).
    """

    period: Period
    unit_map: UnitMap
    units: tuple[UnitFigures, ...]
    total: Progress
    checked_in_period: int
    plates_in_period: int
    lists: tuple[tuple[str, date], ...] = ()
    hides_small: bool = False
