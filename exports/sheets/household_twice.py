"""Finds what stands twice in a list: rows, household codes, digital address codes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import Final

from exports.sheets.household_records import HouseholdSheet
from models.errors import Problem
from models.households.records import ListRow

_SAYS_WHO: Final = ("name", "address", "house_number", "street")
_TELLS_APART: Final = ("code", "place_id", "phone", "place")
_Place = tuple[int, int]


def without_repeats(sheets: Sequence[HouseholdSheet]) -> tuple[HouseholdSheet, ...]:
    """Return the sheets of one list without rows that stand in each other's way, as problems.

    Of equal rows the first stays. Of different rows under one code none does: which is right is
    for a person to say, and each row's problem names another one.
    """
    found: dict[_Place, Problem] = {}
    for field, code in (
        ("list_code", "households.list_code_twice"), ("code", "households.code_twice"),
    ):  # fmt: skip
        for value, places in _repeated(sheets, _reader(field)):
            _judge(sheets, places, field, code, str(value), found)
    for _, places in _repeated(sheets, _own_words):
        for place in places[1:]:
            if place not in found:
                found[place] = _equal(sheets, place, places[0])
    if not found:
        return tuple(sheets)
    return tuple(_cleaned(number, sheet, found) for number, sheet in enumerate(sheets))


def _reader(field: str) -> Callable[[ListRow], Hashable]:
    return lambda row: row.fields.get(field)


def _own_words(row: ListRow) -> tuple[str, ...] | None:
    return None if row.fields.get("list_code") else _words(row)


def _repeated(
    sheets: Sequence[HouseholdSheet], key: Callable[[ListRow], Hashable]
) -> list[tuple[Hashable, list[_Place]]]:
    """Return the keys that more than one row has, with their rows; None is no key."""
    keys = [key(row) for sheet in sheets for row in sheet.rows]
    counts = Counter(keys)
    counts.pop(None, None)
    if len(counts) == len(keys) - keys.count(None):
        return []
    places = ((number, index) for number, sheet in enumerate(sheets)
              for index in range(len(sheet.rows)))  # fmt: skip
    more: defaultdict[Hashable, list[_Place]] = defaultdict(list)
    for value, place in zip(keys, places, strict=True):
        if counts.get(value, 0) > 1:
            more[value].append(place)
    return list(more.items())


def _judge(
    sheets: Sequence[HouseholdSheet], places: list[_Place], field: str, code: str, value: str,
    found: dict[_Place, Problem],
) -> None:  # fmt: skip
    rows = [sheets[number].rows[index] for number, index in places]
    if len({_words(row) for row in rows}) == 1:
        for place in places[1:]:
            found.setdefault(place, _equal(sheets, place, places[0]))
        return
    for place in places:
        other = places[0] if place != places[0] else places[1]
        params = {"value": value, **_named(sheets, other)}
        layout = sheets[place[0]].layout
        column = layout.column_name(layout.columns[field])
        found.setdefault(place, _problem(sheets, place, code, column, params))


def _words(row: ListRow) -> tuple[str, ...]:
    get = row.fields.get
    words = (row.unit, row.hamlet, *[get(name) or "" for name in _SAYS_WHO])
    return tuple(map(str.casefold, words))


def _equal(sheets: Sequence[HouseholdSheet], place: _Place, first: _Place) -> Problem:
    row, other = (sheets[number].rows[index] for number, index in (place, first))
    # Two households of one name, and nothing that tells them apart.
    differ = any(row.fields.get(field) != other.fields.get(field) for field in _TELLS_APART)
    code = "households.row_alike" if differ else "households.row_twice"
    return _problem(sheets, place, code, None, _named(sheets, first))


def _named(sheets: Sequence[HouseholdSheet], place: _Place) -> dict[str, object]:
    sheet = sheets[place[0]]
    return {"other": sheet.rows[place[1]].row, "sheet": sheet.name}


def _problem(
    sheets: Sequence[HouseholdSheet], place: _Place, code: str, column: str | None,
    params: dict[str, object],
) -> Problem:  # fmt: skip
    sheet = sheets[place[0]]
    return Problem(code, sheet.rows[place[1]].row, column, sheet.name, params)


def _cleaned(
    number: int, sheet: HouseholdSheet, found: dict[_Place, Problem]
) -> HouseholdSheet:
    mine = {index: problem for (where, index), problem in found.items() if where == number}
    rows = tuple(row for index, row in enumerate(sheet.rows) if index not in mine)
    problems = sorted([*sheet.problems, *mine.values()], key=lambda problem: problem.row or 0)
    return replace(
        sheet, rows=rows, problems=tuple(problems), rejected=sheet.rejected + len(mine)
    )
