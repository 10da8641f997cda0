"""The figures of a period as one frozen object; every document and screen reads this and no other.

Percentages are of the valid slips, one decimal, by the rule of `models.figures.percent`. The index
of a question is points ÷ slips with a scored answer (TT 01/2018), one decimal.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from models.figures import is_untold
from models.periods import Period

UnitMap = Literal["recorded", "today"]


@dataclass(frozen=True, slots=True)
class OptionFigures:
    """One option: how many valid slips chose it."""

    code: str
    text: str
    points: Decimal | None
    n: int
    percent: Decimal
    always_told: bool


@dataclass(frozen=True, slots=True)
class QuestionFigures:
    """One question; answered + blank = the unit's valid slips (select_multiple may choose more)."""

    code: str
    text: str
    answered: int
    blank: int
    blank_percent: Decimal
    index: Decimal | None
    max_points: Decimal | None
    options: tuple[OptionFigures, ...]


@dataclass(frozen=True, slots=True)
class ReasonFigures:
    """One reason for which slips were not valid."""

    code: str
    text: str
    n: int


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """The figures of one unit, of a group of units, or of all.

    `code` is "" for a group or total. `satisfied` counts the slips whose overall answer scores
    points, `satisfied_percent` is their share of the valid slips, None where there are none, and of
    a questionnaire without an overall question (`lacks_overall`).
    """

    code: str
    name: str
    valid: int
    invalid: int
    invalid_reasons: tuple[ReasonFigures, ...]
    questions: tuple[QuestionFigures, ...]
    satisfied: int
    satisfied_percent: Decimal | None

    @property
    def lacks_overall(self) -> bool:
        """Say whether slips are told of that were not asked how satisfied they are in all."""
        return self.satisfied_percent is None and not is_untold(self.valid) and self.valid > 0


@dataclass(frozen=True, slots=True)
class SatisfactionSummary:
    """A period's summary.

    `groups` are the paragraphs of the narrative: each centre by itself, all communes together.
    `versions` names the questionnaire versions whose equal option codes were added up.
    `needed` is the sample size n = N ÷ (1 + N·e²) for `population` dossiers, None without one.
    `hides_small` says that small counts are hidden in all of it (`exports.small_cells`).
    `unsettled_units` names split old units whose slips could not be put on today's map.
    """

    period: Period
    unit_map: UnitMap
    questionnaire: str
    title: str
    note: str
    versions: tuple[str, ...]
    units: tuple[UnitFigures, ...]
    groups: tuple[UnitFigures, ...]
    total: UnitFigures
    target: Decimal
    population: int | None
    margin: Decimal
    needed: int | None
    unsettled_units: tuple[str, ...]
    hides_small: bool = False
