"""What an expression works with: text, numbers, truths, dates, times and sets of nodes.

Rules are XPath 1.0's with ODK's additions: a blank answer is "" as text and NaN as a number; a date
counts as days since 1 January 1970 and a time as a fraction of a day, also when written as ISO
text; a reference by itself is true when its answer is neither blank nor the number 0.
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Final

Scalar = str | float | bool | date | time
_EPOCH: Final = date(1970, 1, 1).toordinal()
_NUMBER: Final = re.compile(r"\s*-?(\d+(\.\d*)?|\.\d+)\s*", re.ASCII)
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*", re.ASCII)
_TIME: Final = re.compile(r"\d\d:\d\d(:\d\d(\.\d{1,6})?)?", re.ASCII)
_SECONDS_A_DAY: Final = 86_400


class Nodes(tuple[Scalar, ...]):
    """The values of a path in the instances of a repeat, in order; as one value, the first."""

    __slots__ = ()


Value = Scalar | Nodes


def first(value: Value) -> Scalar:
    """Return a value that is no set of nodes: the first of a set, "" of an empty one."""
    if isinstance(value, Nodes):
        return value[0] if value else ""
    return value


def to_number(value: Value) -> float:
    """Return `value` as a number, NaN where it is none."""
    if isinstance(value, (float, bool)):
        return float(value)
    if isinstance(value, Nodes):
        return to_number(first(value))
    if isinstance(value, str):
        if _NUMBER.fullmatch(value):
            return float(value)
        moment = to_moment(value)
        return math.nan if moment is None else to_number(moment)
    return _days(value)


def to_text(value: Value) -> str:
    """Return `value` as XPath's string() does: `3`, `0.5`, `NaN`, `true`, `2026-10-08`."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _number_text(value)
    if isinstance(value, Nodes):
        return to_text(first(value))
    return value.isoformat()


def to_boolean(value: Value) -> bool:
    """Return whether `value` is true: not blank, not zero, not NaN."""
    if isinstance(value, bool):
        return value
    if isinstance(value, float):
        return value != 0 and not math.isnan(value)
    if isinstance(value, Nodes):
        return to_boolean(first(value))
    return value != ""


def to_moment(value: Value) -> date | time | None:
    """Return the date, date with time, or time that `value` is or writes in ISO, else None."""
    value = first(value)
    if isinstance(value, (date, time)):
        return value
    if not isinstance(value, str):
        return None
    text = value.strip()
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
        if _MOMENT.fullmatch(text):
            return datetime.fromisoformat(text).replace(tzinfo=None)
        if _TIME.fullmatch(text):
            return time.fromisoformat(text)
    except ValueError:
        pass
    return None


def date_of_days(days: float) -> date | None:
    """Return the date `days` whole days after 1 January 1970, None outside years 1 to 9999."""
    if math.isnan(days) or math.isinf(days):
        return None
    ordinal = _EPOCH + math.floor(days)
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def equal(left: Value, right: Value) -> bool:
    """Return XPath's `=`; with sets of nodes, whether any pair is equal."""
    if isinstance(left, Nodes) or isinstance(right, Nodes):
        return any(equal(a, b) for a in _each(left) for b in _each(right))
    if isinstance(left, str) and isinstance(right, str):
        return left == right
    if isinstance(left, bool) or isinstance(right, bool):
        return to_boolean(left) == to_boolean(right)
    return to_number(left) == to_number(right)


def unequal(left: Value, right: Value) -> bool:
    """Return XPath's `!=`; with sets of nodes, whether any pair differs."""
    if isinstance(left, Nodes) or isinstance(right, Nodes):
        return any(not equal(a, b) for a in _each(left) for b in _each(right))
    return not equal(left, right)


def _ordering(compare: Callable[[float, float], bool]) -> Callable[[Value, Value], bool]:
    def relate(left: Value, right: Value) -> bool:
        if isinstance(left, Nodes) or isinstance(right, Nodes):
            return any(
                compare(to_number(a), to_number(b)) for a in _each(left) for b in _each(right)
            )
        return compare(to_number(left), to_number(right))

    return relate


less: Final = _ordering(operator.lt)
less_or_equal: Final = _ordering(operator.le)
greater: Final = _ordering(operator.gt)
greater_or_equal: Final = _ordering(operator.ge)


def divide(left: Value, right: Value) -> float:
    """Return XPath's `div`; by zero it gives an infinity or NaN."""
    above, below = to_number(left), to_number(right)
    if below != 0:
        return above / below
    if above == 0 or math.isnan(above):
        return math.nan
    return math.copysign(math.inf, above) * math.copysign(1.0, below)


def modulo(left: Value, right: Value) -> float:
    """Return XPath's `mod`: the rest of a truncating division, with the sign of `left`."""
    above, below = to_number(left), to_number(right)
    if below == 0 or math.isinf(above) or math.isnan(above) or math.isnan(below):
        return math.nan
    return math.fmod(above, below)


def _each(value: Value) -> tuple[Scalar, ...]:
    return value if isinstance(value, Nodes) else (value,)


def _days(moment: date | time) -> float:
    if isinstance(moment, time):
        return _seconds(moment) / _SECONDS_A_DAY
    whole = float(moment.toordinal() - _EPOCH)
    if isinstance(moment, datetime):
        return whole + _seconds(moment.time()) / _SECONDS_A_DAY
    return whole


def _seconds(moment: time) -> float:
    return moment.hour * 3600 + moment.minute * 60 + moment.second + moment.microsecond / 1e6


def _number_text(number: float) -> str:
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    if number == int(number):
        return str(int(number))
    return format(Decimal(repr(number)), "f")
