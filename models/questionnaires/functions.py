"""The functions of XPath 1.0 and ODK that a questionnaire may use: pure, time handed in.

Those that must see more than their arguments' values (`if`, `once`, `count`, `today`, ...) are only
declared here; `closures` gives them their meaning.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import ROUND_FLOOR, Decimal, InvalidOperation
from typing import Final

from models.questionnaires.patterns import matches
from models.questionnaires.values import (
    Nodes,
    Scalar,
    Value,
    date_of_days,
    to_boolean,
    to_moment,
    to_number,
    to_text,
)

Implementation = Callable[..., Value]
_HALF: Final = Decimal("0.5")
_MOST_PLACES: Final = 15


@dataclass(frozen=True, slots=True)
class Function:
    """How many arguments a function takes (`most` None: any number) and what it does.

    `run` is None for those that need the scope; `gathers` ones see all nodes of a path argument.
    """

    least: int
    most: int | None
    run: Implementation | None = None
    gathers: bool = False


def _flat(values: tuple[Value, ...]) -> Iterator[Scalar]:
    for value in values:
        if isinstance(value, Nodes):
            yield from value
        else:
            yield value


def selected(answers: Value, name: Value) -> bool:
    """Return whether `name` is among the blank-separated `answers`."""
    return to_text(name).strip() in to_text(answers).split()


def selected_at(answers: Value, place: Value) -> str:
    """Return the answer at `place` (from 0), "" when there is none."""
    names, index = to_text(answers).split(), to_number(place)
    return names[int(index)] if 0 <= index < len(names) else ""


def count_selected(answers: Value) -> float:
    """Return how many names are among the blank-separated `answers`."""
    return float(len(to_text(answers).split()))


def to_date(value: Value) -> Value:
    """Return a date from ISO text or from days since 1 January 1970, "" where it is none."""
    moment = to_moment(value)
    if isinstance(moment, datetime):
        return moment.date()
    if isinstance(moment, date):
        return moment
    return date_of_days(to_number(value)) or "" if moment is None else ""


def format_date(value: Value, pattern: Value) -> str:
    """Return a date or time written after `pattern`: %Y %y %m %n %d %e %H %h %M %S %3."""
    moment = to_moment(value)
    if moment is None:
        moment = date_of_days(to_number(value))
    if moment is None:
        return ""
    written = to_text(pattern)
    for mark, text in _marks(moment).items():
        written = written.replace(mark, text)
    return written


def _marks(moment: date | time) -> dict[str, str]:
    day = moment if isinstance(moment, date) else None
    clock = moment if isinstance(moment, (time, datetime)) else time()
    marks = {
        "%H": f"{clock.hour:02}", "%h": str(clock.hour), "%M": f"{clock.minute:02}",
        "%S": f"{clock.second:02}", "%3": f"{clock.microsecond // 1000:03}",
    }  # fmt: skip
    if day is not None:
        marks |= {
            "%Y": f"{day.year:04}", "%y": f"{day.year % 100:02}", "%m": f"{day.month:02}",
            "%n": str(day.month), "%d": f"{day.day:02}", "%e": str(day.day),
        }  # fmt: skip
    return marks


def whole(value: Value) -> float:
    """Return the number cut towards zero."""
    number = to_number(value)
    return number if math.isnan(number) or math.isinf(number) else float(math.trunc(number))


def rounded(value: Value, places: Value = 0.0) -> float:
    """Return the number rounded to `places` decimals, halves up."""
    number, digits = to_number(value), to_number(places)
    if math.isnan(number) or math.isinf(number) or math.isnan(digits):
        return number
    shift = int(max(-_MOST_PLACES, min(_MOST_PLACES, digits)))
    try:
        moved = (Decimal(repr(number)).scaleb(shift) + _HALF).to_integral_value(ROUND_FLOOR)
    except InvalidOperation:
        return number
    return float(moved.scaleb(-shift))


def power(base: Value, exponent: Value) -> float:
    """Return `base` to the power of `exponent`, NaN or an infinity outside the numbers."""
    try:
        return math.pow(to_number(base), to_number(exponent))
    except ValueError:
        return math.nan
    except OverflowError:
        return math.inf


def _outermost(pick: Callable[[list[float]], float]) -> Implementation:
    def choose(*values: Value) -> float:
        numbers = [to_number(value) for value in _flat(values)]
        if not numbers or any(math.isnan(number) for number in numbers):
            return math.nan
        return pick(numbers)

    return choose


def total(*values: Value) -> float:
    """Return the sum, NaN when one value is no number."""
    return math.fsum(numbers) if not _infinite(numbers := _numbers(values)) else sum(numbers)


def _numbers(values: tuple[Value, ...]) -> list[float]:
    return [to_number(value) for value in _flat(values)]


def _infinite(numbers: list[float]) -> bool:
    return any(math.isinf(number) for number in numbers)


def count_non_empty(*values: Value) -> float:
    """Return how many of the nodes are not blank."""
    return float(sum(to_text(value) != "" for value in _flat(values)))


def concat(*values: Value) -> str:
    """Return all values as text, one after the other."""
    return "".join(to_text(value) for value in _flat(values))


def join(separator: Value, *values: Value) -> str:
    """Return all values as text with `separator` between them."""
    return to_text(separator).join(to_text(value) for value in _flat(values))


def substr(value: Value, start: Value, end: Value | None = None) -> str:
    """Return the letters from `start` (from 0) up to, without, `end`; negative ones count back."""
    text = to_text(value)
    begin = _place(to_number(start), len(text))
    stop = len(text) if end is None else _place(to_number(end), len(text))
    return text[begin:stop]


def _place(number: float, length: int) -> int:
    if math.isnan(number):
        return 0
    if number < 0:
        number += length
    return int(max(0.0, min(float(length), number)))


def substring(value: Value, start: Value, length: Value = math.inf) -> str:
    """Return XPath's substring: letters counted from 1, bounds rounded."""
    begin = rounded(start)
    end = begin + rounded(length)
    return "".join(
        letter for place, letter in enumerate(to_text(value), 1) if begin <= place < end
    )


def translate(value: Value, old: Value, new: Value) -> str:
    """Return the text with each letter of `old` replaced by its fellow in `new`, or cut."""
    fresh = to_text(new)
    table: dict[int, str] = {}
    for place, letter in enumerate(to_text(old)):
        table.setdefault(ord(letter), fresh[place : place + 1])
    return to_text(value).translate(table)


def _day_number(value: Value) -> float:
    moment = to_moment(value)
    return math.nan if moment is None else to_number(moment)


def _time_of_day(value: Value) -> float:
    number = _day_number(value)
    return number if math.isnan(number) else number % 1


def _floor(value: Value) -> float:
    number = to_number(value)
    return float(math.floor(number)) if math.isfinite(number) else number


def _ceiling(value: Value) -> float:
    number = to_number(value)
    return float(math.ceil(number)) if math.isfinite(number) else number


FUNCTIONS: Final[dict[str, Function]] = {
    # The scope's own.
    "if": Function(3, 3),
    "coalesce": Function(2, 2),
    "once": Function(1, 1),
    "today": Function(0, 0),
    "now": Function(0, 0),
    "current": Function(0, 0),
    "position": Function(1, 1),
    "count": Function(1, 1),
    "indexed-repeat": Function(3, 7),
    "jr:choice-name": Function(2, 2),
    # Of choices.
    "selected": Function(2, 2, selected),
    "selected-at": Function(2, 2, selected_at),
    "count-selected": Function(1, 1, count_selected),
    # Of dates.
    "date": Function(1, 1, to_date),
    "format-date": Function(2, 2, format_date),
    "format-date-time": Function(2, 2, format_date),
    "decimal-date-time": Function(1, 1, _day_number),
    "decimal-time": Function(1, 1, _time_of_day),
    # Of numbers.
    "number": Function(1, 1, to_number),
    "int": Function(1, 1, whole),
    "round": Function(1, 2, rounded),
    "floor": Function(1, 1, _floor),
    "ceiling": Function(1, 1, _ceiling),
    "pow": Function(2, 2, power),
    "abs": Function(1, 1, lambda value: abs(to_number(value))),
    "min": Function(1, None, _outermost(min), gathers=True),
    "max": Function(1, None, _outermost(max), gathers=True),
    "sum": Function(1, None, total, gathers=True),
    "count-non-empty": Function(1, 1, count_non_empty, gathers=True),
    # Of text.
    "string": Function(1, 1, to_text),
    "concat": Function(1, None, concat, gathers=True),
    "join": Function(2, None, join, gathers=True),
    "substr": Function(2, 3, substr),
    "substring": Function(2, 3, substring),
    "substring-before": Function(
        2, 2, lambda text, mark: to_text(text).partition(to_text(mark))[0]
        if to_text(mark) and to_text(mark) in to_text(text) else ""
    ),
    "substring-after": Function(
        2, 2, lambda text, mark: to_text(text).partition(to_text(mark))[2]
        if to_text(mark) else to_text(text)
    ),
    "string-length": Function(1, 1, lambda text: float(len(to_text(text)))),
    "contains": Function(2, 2, lambda text, part: to_text(part) in to_text(text)),
    "starts-with": Function(2, 2, lambda text, part: to_text(text).startswith(to_text(part))),
    "ends-with": Function(2, 2, lambda text, part: to_text(text).endswith(to_text(part))),
    "translate": Function(3, 3, translate),
    "normalize-space": Function(1, 1, lambda text: " ".join(to_text(text).split())),
    "regex": Function(2, 2, lambda text, pattern: matches(to_text(text), to_text(pattern))),
    # Of truth.
    "not": Function(1, 1, lambda value: not to_boolean(value)),
    "true": Function(0, 0, lambda: True),
    "false": Function(0, 0, lambda: False),
    "boolean": Function(1, 1, to_boolean),
    "boolean-from-string": Function(
        1, 1, lambda value: to_text(value).strip().lower() in {"1", "true"}
    ),
}  # fmt: skip
