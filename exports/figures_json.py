"""The report figures as plain JSON values, and the short code printed on paper to check them.

The shape is the contract of the command line: period, units, narrative; other keys only add.
"""

from __future__ import annotations

import json
from decimal import Decimal
from hashlib import blake2b
from typing import Any, Final

from exports.wording import narrative
from models.figures import is_untold
from models.surveys.summary import (
    OptionFigures,
    QuestionFigures,
    ReasonFigures,
    SatisfactionSummary,
    UnitFigures,
)
from models.text import nfc

_CROCKFORD: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_LENGTH: Final = 10


def figures(summary: SatisfactionSummary) -> dict[str, Any]:
    """Return the figures of `summary` with its check code; numbers are numbers, one decimal."""
    content = told(_content(summary))
    return {**content, "check_code": content_code(content)}


def check_code(summary: SatisfactionSummary) -> str:
    """Return the check code of the figures, `7K3Q-M2XD-9F`; equal figures give equal codes."""
    return content_code(told(_content(summary)))


def content_code(content: dict[str, Any]) -> str:
    """Return ten characters of Crockford base32 (50 bits) of the BLAKE2b of the canonical JSON."""
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = blake2b(canonical.encode(), digest_size=8).digest()
    bits = int.from_bytes(digest, "big")
    code = "".join(_CROCKFORD[bits >> (59 - 5 * place) & 31] for place in range(_CODE_LENGTH))
    return f"{code[:4]}-{code[4:8]}-{code[8:]}"


def _content(summary: SatisfactionSummary) -> dict[str, Any]:
    period = summary.period
    return {
        "period": {"from": period.start.isoformat(), "to": period.end.isoformat()},
        "period_kind": period.kind,
        "questionnaire": nfc(summary.questionnaire),
        "versions": [nfc(version) for version in summary.versions],
        "unit_map": summary.unit_map,
        "units": [_unit(unit) for unit in summary.units],
        "groups": [_unit(group) for group in summary.groups],
        "total": _unit(summary.total),
        "target": number(summary.target),
        "population": summary.population,
        "needed": summary.needed,
        "unsettled_units": [nfc(name) for name in summary.unsettled_units],
        "note": nfc(summary.note),
        "narrative": list(narrative(summary)),
        **({"small_hidden": True} if summary.hides_small else {}),
    }


def told(value: Any) -> Any:
    """Return plain JSON data with null in place of what is hidden."""
    if isinstance(value, dict):
        return {name: told(one) for name, one in value.items()}
    if isinstance(value, list):
        return [told(one) for one in value]
    return None if is_untold(value) else value


def number(value: Decimal | None) -> float | None:
    """Return a share or an index as JSON has it; null for none, and for what is hidden."""
    return None if value is None or is_untold(value) else float(value)


def _unit(unit: UnitFigures) -> dict[str, Any]:
    return {
        "code": unit.code,
        "name": nfc(unit.name),
        "valid": unit.valid,
        "invalid": unit.invalid,
        "invalid_reasons": [_reason(reason) for reason in unit.invalid_reasons],
        "questions": [_question(question) for question in unit.questions],
        "satisfied": unit.satisfied,
        "satisfied_percent": number(unit.satisfied_percent),
    }


def _question(question: QuestionFigures) -> dict[str, Any]:
    return {
        "code": question.code,
        "text": nfc(question.text),
        "answered": question.answered,
        "blank": question.blank,
        "blank_percent": number(question.blank_percent),
        "index": number(question.index),
        "options": [_option(option) for option in question.options],
    }


def _option(option: OptionFigures) -> dict[str, Any]:
    return {
        "code": option.code,
        "text": nfc(option.text),
        "n": option.n,
        "percent": number(option.percent),
    }


def _reason(reason: ReasonFigures) -> dict[str, Any]:
    return {"code": reason.code, "text": nfc(reason.text), "n": reason.n}
