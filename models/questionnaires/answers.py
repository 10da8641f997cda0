"""Answers: their Python types, reading what a person typed or a file holds, and showing them.

text: str; integer: int; decimal: Decimal; date: date; time: time; select_one: the choice's name;
select_multiple: a tuple of names. Blank is None or absent, never "".
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final

from models.errors import UserError
from models.questionnaires.form import Choice, Node
from models.questionnaires.values import Scalar, Value, first, to_text
from models.text import nfc, search_key, tidy

Answer = str | int | Decimal | date | time | tuple[str, ...] | bool
# By node path; a repeat's path holds a list of such mappings, one an instance, in order.
Answers = Mapping[str, Any]

LONGEST_TEXT: Final = 10_000
_INTEGER: Final = re.compile(r"[+-]?\d{1,18}", re.ASCII)
_GROUPED: Final = re.compile(r"([+-]?[1-9]\d{0,2}(?:\.\d{3}){1,5})(?:,(\d{1,12}))?", re.ASCII)
_DECIMAL: Final = re.compile(r"[+-]?\d{1,18}(?:[.,]\d{1,12})?", re.ASCII)
_ZERO_DECIMALS: Final = re.compile(r"([+-]?\d{1,18})[.,]0{1,2}", re.ASCII)
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_YEAR_FIRST: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?", re.ASCII)
_CLOCK: Final = re.compile(r"(\d{1,2})(?::|h|g)(\d{2})(?::(\d{2}))?", re.ASCII | re.IGNORECASE)


def check_value(node: Node, raw_text: str, choices: Sequence[Choice] = ()) -> Answer | None:
    """Return the answer that `raw_text` writes, None for blank; raise UserError if it is wrong.

    Numbers may be Vietnamese (1.234,5) or plain (1234.5), dates dd/MM/yyyy or ISO; a choice (of
    `choices`) may be given by its name or by its label in any language.
    """
    text = nfc(raw_text).strip()
    if not text:
        return None
    if node.kind == "select_one":
        return _choice(text, choices)
    if node.kind == "select_multiple":
        return _choices(text, choices)
    return _READERS.get(node.kind, _text)(text)


def value_of(answer: Answer | None) -> Scalar:
    """Return an answer as expressions see it: numbers as float, several choices as one text."""
    if answer is None:
        return ""
    if isinstance(answer, tuple):
        return " ".join(answer)
    if isinstance(answer, (int, Decimal)) and not isinstance(answer, bool):
        return float(answer)
    return answer


def answer_of(value: Value) -> Answer | None:
    """Return a computed value as an answer: whole numbers as int; None for blank and for NaN."""
    value = first(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            return None
        return int(value) if value == int(value) else Decimal(repr(value))
    return None if value == "" else value


def typed_answer(node: Node, value: Value) -> Answer | None:
    """Return a computed value as an answer of the node's kind; raise UserError if it is none."""
    answer = answer_of(value)
    if answer is None or node.kind in {"calculate", "hidden", "note"}:
        return answer
    if node.kind == "integer" and isinstance(answer, int) and not isinstance(answer, bool):
        return answer
    if node.kind == "decimal" and isinstance(answer, (int, Decimal)):
        return Decimal(answer)
    if node.kind == "date" and isinstance(answer, datetime):
        return answer.date()
    if node.kind == "select_one":
        return to_text(value).strip()
    if node.kind == "select_multiple":
        return tuple(to_text(value).split()) or None
    return check_value(node, to_text(value))


def shown(value: Value) -> str:
    """Return a value as a Vietnamese reader expects it: dd/MM/yyyy, decimal comma."""
    value = first(value)
    if isinstance(value, float) and math.isfinite(value):
        return to_text(value).replace(".", ",")
    if isinstance(value, date):
        return f"{value.day:02}/{value.month:02}/{value.year:04}"
    return value.isoformat("minutes") if isinstance(value, time) else to_text(value)


def _text(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise UserError("questionnaires.value_long", most=LONGEST_TEXT)
    return text


def _integer(text: str) -> int:
    plain = text.replace("\u00a0", "").replace(" ", "")
    grouped = _GROUPED.fullmatch(plain)
    if grouped and not grouped[2]:
        plain = plain.replace(".", "")
    elif whole := _ZERO_DECIMALS.fullmatch(plain):
        plain = whole[1]
    if not _INTEGER.fullmatch(plain):
        raise UserError("questionnaires.value_integer", value=_short(text))
    return int(plain)


def _decimal(text: str) -> Decimal:
    plain = text.replace("\u00a0", "").replace(" ", "")
    grouped = _GROUPED.fullmatch(plain)
    if grouped and (grouped[2] or plain.count(".") > 1):
        return Decimal(plain.replace(".", "").replace(",", "."))
    if grouped:
        raise UserError(
            "questionnaires.value_ambiguous",
            value=plain, whole=plain.replace(".", ""), fraction=plain.replace(".", ","),
        )  # fmt: skip
    if not _DECIMAL.fullmatch(plain):
        raise UserError("questionnaires.value_decimal", value=_short(text))
    return Decimal(plain.replace(",", "."))


def _date(text: str) -> date:
    try:
        if found := _DAY_FIRST.fullmatch(text):
            return date(int(found[3]), int(found[2]), int(found[1]))
        if found := _YEAR_FIRST.fullmatch(text):
            return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError as error:
        raise UserError("questionnaires.value_no_such_day", value=text) from error
    raise UserError("questionnaires.value_date", value=_short(text))


def _time(text: str) -> time:
    found = _CLOCK.fullmatch(text)
    if found and int(found[1]) < 24 and int(found[2]) < 60 and int(found[3] or 0) < 60:
        return time(int(found[1]), int(found[2]), int(found[3] or 0))
    raise UserError("questionnaires.value_time", value=_short(text))


_READERS: Final[dict[str, Callable[[str], Answer]]] = {
    "integer": _integer, "decimal": _decimal, "date": _date, "time": _time,
}  # fmt: skip


def _choice(text: str, choices: Sequence[Choice]) -> str:
    found = _found(text, choices)
    if found is None:
        raise UserError("questionnaires.value_choice", value=_short(text))
    return found


def _choices(text: str, choices: Sequence[Choice]) -> tuple[str, ...]:
    """Read labels parted by `;`, a comma or a new line, else names parted by blanks."""
    if whole := _found(text, choices):
        return (whole,)
    for parted in (re.split(r"[;\n]", text), re.split(r"[;,\n]", text), text.split()):
        names = [_found(part, choices) for part in parted if part.strip()]
        if all(name is not None for name in names):
            return _unique(name for name in names if name is not None)
    wrong = next(part for part in re.split(r"[;,\n]", text) if _found(part, choices) is None)
    raise UserError("questionnaires.value_choice", value=_short(wrong.strip()))


def _found(text: str, choices: Sequence[Choice]) -> str | None:
    wanted = tidy(text)
    for choice in choices:
        if choice.name == wanted:
            return choice.name
    key = search_key(wanted)
    alike = _unique(
        choice.name
        for choice in choices
        if any(search_key(label) == key for label in choice.labels.values())
    )
    if len(alike) > 1:
        # Two labels differ only by their marks: take the one written exactly so.
        alike = tuple(c.name for c in choices if wanted in map(tidy, c.labels.values()))
    return alike[0] if len(alike) == 1 else None


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"
