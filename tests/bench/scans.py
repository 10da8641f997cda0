"""What the kept tallies are measured against: the best scans of the slips that we could write."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import Any

from sqlalchemy import text

from desktop.session import Session
from models.store.engine import connect
from tests.bench.stores import FORM, form_of

Counts = dict[tuple[str, str, str], int]
_WHERE = (
    " FROM responses WHERE questionnaire = ? AND collected_on BETWEEN ? AND ?"
    " AND status IN ('valid', 'invalid')"
)


def by_sql(session: Session, start: date, end: date) -> Counts:
    """Count in one pass of SQL: a sum for each option, grouped by what a slip's kind is."""
    options = _options(session)
    sums = [f"sum(answers ->> '$.{question}' = '{option}')" for question, option in options]
    query = f"SELECT unit, status, reason, count(*), {', '.join(sums)}{_WHERE} GROUP BY 1, 2, 3"
    found: Counter[tuple[str, str, str]] = Counter()
    for unit, status, reason, n, *chosen in _run(session, query, start, end):
        found[unit, "", status] += n
        if status == "invalid":
            found[unit, "", f"invalid:{reason}"] += n
            continue
        for (question, option), chose in zip(options, chosen, strict=True):
            found[unit, question, option] += chose or 0
    return _without_nought(found)


def by_python(session: Session, start: date, end: date) -> Counts:
    """Fetch the rows and count equal ones in Python's C code, then read each kind's JSON once."""
    rows = Counter(_run(session, f"SELECT unit, status, reason, answers{_WHERE}", start, end))
    found: Counter[tuple[str, str, str]] = Counter()
    for (unit, status, reason, answers), n in rows.items():
        found[unit, "", status] += n
        if status == "invalid":
            found[unit, "", f"invalid:{reason}"] += n
            continue
        for question, option in json.loads(answers).items():
            found[unit, question, option] += n
    return _without_nought(found)


def by_pandas(session: Session, start: date, end: date) -> Counts:
    """Read the answers into a frame and count them by unit, one question after the other."""
    import pandas as pd

    questions = list(dict.fromkeys(question for question, _ in _options(session)))
    columns = [f"answers ->> '$.{question}' AS {question}" for question in questions]
    query = f"SELECT unit, status, reason, {', '.join(columns)}{_WHERE}"
    for name in ("questionnaire", "start", "end"):
        query = query.replace("?", f":{name}", 1)
    bound = {"questionnaire": FORM, "start": start.isoformat(), "end": end.isoformat()}
    frame = session.store.read(lambda c: pd.read_sql(text(query), c, params=bound))
    found: dict[tuple[str, str, str], int] = {}

    def take(question: str, counted: Any, prefix: str = "") -> None:
        for (unit, option), n in counted.items():
            found[unit, question, prefix + option] = int(n)

    take("", frame.groupby("unit")["status"].value_counts())
    invalid = frame[frame["status"] == "invalid"]
    take("", invalid.groupby("unit")["reason"].value_counts(), "invalid:")
    valid = frame[frame["status"] == "valid"]
    for question in questions:
        take(question, valid.groupby("unit")[question].value_counts())
    return _without_nought(found)


def _options(session: Session) -> list[tuple[str, str]]:
    form = form_of(session)
    return [
        (node.key, choice.name) for node in form.questions() for choice in form.choices(node)
    ]


def _run(session: Session, query: str, start: date, end: date) -> Any:
    raw = connect(session.paths.store, session.key)
    return raw.execute(query, (FORM, start.isoformat(), end.isoformat()))


def _without_nought(found: dict[tuple[str, str, str], int]) -> Counts:
    return {key: n for key, n in found.items() if n}
