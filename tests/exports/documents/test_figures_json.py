"""The figures as JSON: the command line's contract, and the check code."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

from exports.figures_json import check_code, figures
from exports.satisfaction_report import satisfaction_document
from models.surveys.summary import SatisfactionSummary
from tests.exports.documents.case import golden_units, make_summary


def test_the_shape_of_the_contract(summary: SatisfactionSummary) -> None:
    told = figures(summary)
    assert told["period"] == {"from": "2023-01-01", "to": "2023-12-31"}
    assert {"period", "units", "narrative", "check_code", "total", "groups"} <= told.keys()
    unit = told["units"][0]
    assert {"code", "name", "valid", "invalid", "questions", "satisfied_percent"} <= unit.keys()
    attitude = unit["questions"][5]
    assert (attitude["code"], attitude["answered"], attitude["blank"], attitude["index"]) == (
        "thai_do", 1513, 6, 2.0,
    )  # fmt: skip
    assert attitude["options"][0] == {
        "code": "than_thien", "text": "Thân thiện, trách nhiệm", "n": 1513, "percent": 99.6,
    }  # fmt: skip


def test_the_figures_survive_json(summary: SatisfactionSummary, rendered: dict[str, bytes]) -> None:
    assert json.loads(rendered[".json"]) == figures(summary)
    assert "Trung tâm Hành chính công".encode() in rendered[".json"]
    assert all(
        isinstance(number, int | float) and round(number, 1) == number
        for number in _numbers(json.loads(rendered[".json"]))
    )


def _numbers(value: Any) -> list[float]:
    if isinstance(value, dict):
        return [number for part in value.values() for number in _numbers(part)]
    if isinstance(value, list):
        return [number for part in value for number in _numbers(part)]
    return [value] if isinstance(value, int | float) else []


def test_a_unit_without_slips_has_no_share() -> None:
    told = figures(make_summary([("1", "Phường Thử", 0, {})]))
    assert told["units"][0]["satisfied_percent"] is None
    assert told["units"][0]["questions"][0]["index"] is None


def test_the_check_code_is_short_and_readable(summary: SatisfactionSummary) -> None:
    code = check_code(summary)
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}", code)
    assert code == check_code(make_summary(golden_units(), summary.total.invalid_reasons))
    assert code == figures(summary)["check_code"] == satisfaction_document(summary).check_code


def test_any_other_figure_gives_another_code(summary: SatisfactionSummary) -> None:
    others = [
        replace(summary, target=Decimal(95)),
        replace(summary, needed=399),
        replace(summary, total=replace(summary.total, invalid=4)),
    ]
    codes = {check_code(summary), *(check_code(other) for other in others)}
    assert len(codes) == 4
