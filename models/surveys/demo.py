"""The slips of 2023 as the report of Uông Bí counts them, made one by one (see the file's source).

The report gives totals only, so which answers stand together on a slip is invented: options are
dealt out evenly over the year's working days. What the report leaves out is blank.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from models.surveys.records import ImportedSlip, SlipContent
from models.units.unit import Unit, old_district

CENTRE: Final = Unit("196-TTHCC", "Trung tâm Hành chính công thành phố", "centre")
_DISTRICT: Final = "196"
_REFERENCE: Final = Path(__file__).with_name("uong_bi_2023.json")
_HOLIDAYS: Final = (
    (date(2023, 1, 2), date(2023, 1, 2)),
    (date(2023, 1, 20), date(2023, 1, 26)),
    (date(2023, 5, 1), date(2023, 5, 3)),
    (date(2023, 9, 1), date(2023, 9, 4)),
)


def demo_slips() -> list[ImportedSlip]:
    """Return the 1.519 slips of the centre and the 2.987 of the ten wards and communes."""
    reference = json.loads(_REFERENCE.read_text(encoding="utf-8"))
    days = working_days(reference["year"])
    slips: list[ImportedSlip] = []
    for group, units in zip(reference["groups"], ((CENTRE,), old_district(_DISTRICT)), strict=True):
        answers = list(_answers(group))
        for index, answered in enumerate(answers):
            unit = units[index % len(units)]
            day = days[index * len(days) // len(answers)]
            key = ("demo", str(reference["year"]), unit.code, str(index))
            slips.append(
                ImportedSlip(index + 1, key, unit.code, day, "paper", SlipContent(answered))
            )
    return slips


def working_days(year: int) -> list[date]:
    """Return the year's working days: Monday to Friday but for the holidays of 2023."""
    first = date(year, 1, 1)
    days = (first + timedelta(days=offset) for offset in range(365))
    return [
        day
        for day in days
        if day.weekday() < 5 and not any(start <= day <= end for start, end in _HOLIDAYS)
    ]


def _answers(group: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    total = group["valid_ballots"]
    dealt = {question["code"]: _dealt(question["tally"], total) for question in group["questions"]}
    for index in range(total):
        yield {code: options[index] for code, options in dealt.items() if options[index]}


def _dealt(tally: list[Mapping[str, Any]], total: int) -> list[str]:
    """Return `total` answers with the counts of `tally`, each option spread evenly."""
    places: list[tuple[float, str]] = []
    counted = [(item["option"], item["n"]) for item in tally]
    blank = total - sum(n for _, n in counted)
    for option, n in [*counted, ("", blank)]:
        places += [((step + 0.5) * total / n, option) for step in range(n)]
    return [option for _, option in sorted(places)]
