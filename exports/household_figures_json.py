"""The digital address figures as plain JSON values.

The shape is the contract of the command line: units with their hamlets, total, narrative; other
keys only add. Percentages are numbers with one decimal, of all households.
"""

from __future__ import annotations

from typing import Any

from exports import household_wording as wording
from exports.figures_json import content_code, number, told
from models.figures import percent
from models.households.fields import UNCHECKED_OPTION
from models.households.figures import HamletFigures, RegisterFigures, UnitFigures
from models.households.records import Progress
from models.text import nfc


def figures_data(figures: RegisterFigures) -> dict[str, Any]:
    """Return the figures with their check code; equal figures give equal codes."""
    content = told(_content(figures))
    return {**content, "check_code": content_code(content)}


def _content(figures: RegisterFigures) -> dict[str, Any]:
    period = figures.period
    return {
        "period": {"from": period.start.isoformat(), "to": period.end.isoformat()},
        "period_kind": period.kind,
        "unit_map": figures.unit_map,
        "units": [_unit(unit) for unit in figures.units],
        "total": {
            "units": len(figures.units),
            "hamlets": wording.hamlets_of(figures),
            **_progress(figures.total),
            "checked_in_period": figures.checked_in_period,
            "plates_in_period": figures.plates_in_period,
        },
        "lists": [{"title": nfc(title), "imported": on.isoformat()} for title, on in figures.lists],
        "narrative": list(wording.narrative(figures)),
        **({"small_hidden": True} if figures.hides_small else {}),
    }


def _unit(unit: UnitFigures) -> dict[str, Any]:
    return {
        "code": unit.code,
        "name": nfc(unit.name),
        "hamlets": [_hamlet(hamlet) for hamlet in unit.hamlets],
        **_progress(unit.progress),
    }


def _hamlet(hamlet: HamletFigures) -> dict[str, Any]:
    return {"name": nfc(hamlet.name), **_progress(hamlet.progress)}


def _progress(progress: Progress) -> dict[str, Any]:
    whole = progress.households
    outcomes = {code: n for code, _, n in wording.outcome_counts(progress)}
    return {
        "households": whole,
        "with_code": progress.with_code,
        "without_code": whole - progress.with_code,
        "with_code_percent": number(percent(progress.with_code, whole)),
        "checked": progress.checked,
        "checked_percent": number(percent(progress.checked, whole)),
        "plate": progress.plate,
        "plate_percent": number(percent(progress.plate, whole)),
        "conflicts": progress.conflicts,
        "outcomes": {UNCHECKED_OPTION.code: whole - progress.checked, **outcomes},
    }
