"""Regular expressions of a questionnaire, kept from running away.

Python's matcher backtracks, so a careless pattern can take years on thirty letters. Before a
pattern is used its cost is bounded: nested or alternating endless repetition is refused, and the
text may only be as long as keeps the ways of matching under a budget.
Longer text never matches.
"""

from __future__ import annotations

import math
import re
import warnings
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

LONGEST_PATTERN: Final = 500
LONGEST_TEXT: Final = 1000
_BUDGET: Final = 2_000_000
_MANY: Final = 20
_BRACES: Final = re.compile(r"\{(\d*)(,?)(\d*)\}")


class PatternError(ValueError):
    """A pattern that is wrong or could run for too long; `code` names its sentence."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail


@dataclass(slots=True)
class _Part:
    """What a stretch of a pattern may cost: endless repetitions, and ways through bounded ones."""

    endless: int = 0
    ways: int = 1
    branches: int = 1

    @property
    def varies(self) -> bool:
        return self.endless > 0 or self.ways > 1 or self.branches > 1

    def add(self, other: _Part) -> None:
        self.endless += other.endless
        self.ways = min(self.ways * other.ways * other.branches, _BUDGET * 10)


def matches(text: str, pattern: str) -> bool:
    """Return whether the whole of `text` matches; False for a pattern or text past the limits."""
    try:
        compiled, longest = _prepared(pattern)
    except PatternError:
        return False
    return len(text) <= longest and compiled.fullmatch(text) is not None


def check_pattern(pattern: str) -> None:
    """Raise PatternError if `pattern` cannot be used."""
    _prepared(pattern)


@lru_cache(maxsize=256)
def _prepared(pattern: str) -> tuple[re.Pattern[str], int]:
    if len(pattern) > LONGEST_PATTERN:
        raise PatternError("questionnaires.regex_long")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            compiled = re.compile(pattern)
    except (re.error, FutureWarning, DeprecationWarning, OverflowError, RecursionError) as error:
        raise PatternError("questionnaires.regex_wrong", str(error)) from error
    return compiled, _longest_text(_cost(pattern))


def _longest_text(cost: _Part) -> int:
    length = LONGEST_TEXT
    while length and cost.ways * math.comb(length + cost.endless, cost.endless) > _BUDGET:
        length -= 1
    if length < 10:
        raise PatternError("questionnaires.regex_risky")
    return length


def _cost(pattern: str) -> _Part:
    """Return what a valid pattern may cost, reading it once from left to right."""
    stack = [_Part()]
    branch_of: list[list[_Part]] = [[]]
    last = _Part()
    place = 0
    while place < len(pattern):
        letter = pattern[place]
        if letter == "(":
            stack.append(_Part())
            branch_of.append([])
            last = _Part()
            place = _after_opening(pattern, place)
        elif letter == ")":
            last = _closed(stack.pop(), branch_of.pop())
            stack[-1].add(last)
            place += 1
        elif letter == "|":
            branch_of[-1].append(stack[-1])
            stack[-1] = last = _Part()
            place += 1
        elif (found := _repetition(pattern, place)) is not None:
            low, high, place = found
            _repeat(stack[-1], last, low, high)
            last = _Part()
        else:
            last = _Part()
            place = _after_atom(pattern, place)
    return _closed(stack[0], branch_of[0])


def _closed(part: _Part, branches: list[_Part]) -> _Part:
    if not branches:
        return part
    every = [*branches, part]
    return _Part(
        max(each.endless for each in every),
        max(each.ways * each.branches for each in every),
        len(every),
    )


def _repeat(whole: _Part, last: _Part, low: int, high: int | None) -> None:
    endless = high is None or high > _MANY
    if endless and last.varies:
        raise PatternError("questionnaires.regex_risky")
    if endless:
        whole.add(_Part(endless=1))
    elif high is not None:
        times = max(high - 1, 0)
        whole.add(_Part(last.endless * times, max(1, (last.ways * last.branches) ** times)))
        whole.add(_Part(ways=high - low + 1))


def _repetition(pattern: str, place: int) -> tuple[int, int | None, int] | None:
    """Return (least, most, where it ends) of a repetition at `place`; None if there is none."""
    letter = pattern[place]
    if letter in "*+?":
        low, high, end = (1 if letter == "+" else 0), (1 if letter == "?" else None), place + 1
    elif (found := _BRACES.match(pattern, place)) and (found[1] or found[3]):
        low = int(found[1] or 0)
        high = low if not found[2] else int(found[3]) if found[3] else None
        end = found.end()
    else:
        return None
    # A second ? or + makes the repetition lazy or possessive; it is not one more.
    if pattern[end : end + 1] in {"?", "+"}:
        end += 1
    return low, high, end


def _after_opening(pattern: str, place: int) -> int:
    if pattern.startswith("(?P<", place):
        return pattern.index(">", place) + 1
    if pattern.startswith("(?", place):
        return place + 2
    return place + 1


def _after_atom(pattern: str, place: int) -> int:
    if pattern[place] == "\\":
        return place + 2
    if pattern[place] != "[":
        return place + 1
    place += 2 if pattern.startswith("[^", place) else 1
    place += pattern.startswith("]", place)
    while pattern[place] != "]":
        place += 2 if pattern[place] == "\\" else 1
    return place + 1
