"""Which tally cells one slip counts in."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, text

from models.surveys.records import Answers

ANSWERED: Final = "#answered"
NOT_ASKED: Final = "#not_asked"
VALID: Final = "valid"
INVALID: Final = "invalid"

_ADD: Final = text(
    "INSERT INTO tallies (span, unit, questionnaire, version, question, option, n)"
    " VALUES (:span, :unit, :questionnaire, :version, :question, :option, :n)"
    " ON CONFLICT (span, unit, questionnaire, version, question, option)"
    " DO UPDATE SET n = tallies.n + excluded.n"
)
_TIDY: Final = text("DELETE FROM tallies WHERE n = 0")


class Cell(NamedTuple):
    """One counter of the tallies."""

    span: int
    unit: str
    questionnaire: str
    version: str
    question: str
    option: str


def cells(row: Mapping[str, Any]) -> Iterable[Cell]:
    """Yield the cells in which a row of `responses` counts once; none if it is void or undone."""
    status = row["status"]
    if status not in (VALID, INVALID):
        return
    day = row["collected_on"]
    by_day = int(day[:4] + day[5:7] + day[8:10])
    marks = [("", status)]
    if status == INVALID:
        marks.append(("", f"{INVALID}:{row['reason']}"))
    else:
        marks += _answer_marks(json.loads(row["answers"]), json.loads(row["not_asked"]))
    head = (row["unit"], row["questionnaire"], row["version"])
    for span in (by_day, by_day // 100):
        for question, option in marks:
            yield Cell(span, *head, question, option)


def add(connection: Connection, counts: Mapping[Cell, int]) -> None:
    """Add `counts` to the tallies; a counter that reaches nought is removed."""
    # In the table's own order: neighbouring counters then share a page that is written once.
    rows = [
        {**cell._asdict(), "n": count} for cell, count in sorted(counts.items()) if count
    ]
    if rows:
        connection.execute(_ADD, rows)
    if any(count < 0 for count in counts.values()):
        connection.execute(_TIDY)


def count_rows(rows: Iterable[Mapping[str, Any]]) -> Counter[Cell]:
    """Return the tallies of slips that are given as rows of `responses`."""
    counts: Counter[Cell] = Counter()
    for row in rows:
        counts.update(cells(row))
    return counts


def _answer_marks(answers: Answers, not_asked: Iterable[str]) -> list[tuple[str, str]]:
    marks: list[tuple[str, str]] = []
    for question, answer in answers.items():
        if isinstance(answer, str):
            marks.append((question, answer))
        else:
            marks.append((question, ANSWERED))
            marks += [(question, option) for option in answer]
    return marks + [(question, NOT_ASKED) for question in not_asked]
