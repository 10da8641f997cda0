"""A clerk's figures are counted by the database as somebody would count them row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import settings as settings_of
from hypothesis import strategies as st
from sqlalchemy import Connection, create_engine, event, insert

from models.clock import VIETNAM, first_hlc, hlc_time, last_hlc
from models.json_text import canonical_json, parse_json
from models.rekeying.compare import errors_of
from models.rekeying.figures import read_figures
from models.rekeying.tables import keying_sittings, rekeyed_slips
from models.settings.tables import settings
from models.store.schema import metadata
from models.surveys.tables import responses

CLERKS = [UUID(int=n) for n in (1, 2, 3)]
FIELDS = ["reason", "answers/a", "answers/b", "dossier"]
BEGIN, DAY_MS = int(datetime(2026, 3, 1, tzinfo=UTC).timestamp() * 1000), 86_400_000

pairs = st.lists(st.sampled_from(["x", "y", "z", ""]), min_size=2, max_size=2, unique=True)


@st.composite
def second_keyings(draw: st.DrawFn) -> dict[str, Any]:
    """A row of the table, and the status of its slip (none: a paper the first has not)."""
    first, second = draw(st.permutations(CLERKS))[:2]
    fields = draw(st.lists(st.sampled_from(FIELDS), min_size=1, unique=True))
    differing = {field: draw(pairs) for field in fields if draw(st.integers(0, 3)) == 0}
    is_waiting = bool(differing) and draw(st.booleans())
    decided = {field: draw(st.sampled_from("xyz")) for field in differing}
    return {
        "first_by": draw(st.sampled_from([first, first, None])),
        "second_by": second,
        "second_hlc": BEGIN + draw(st.integers(0, 9 * DAY_MS)) << 16,
        "fields": canonical_json(fields),
        "differing": canonical_json(differing),
        "decided": canonical_json(decided) if differing and not is_waiting else "",
        "is_waiting": is_waiting,
        "status": draw(st.sampled_from(["valid", "invalid", "voided", None])),
    }


def fill(connection: Connection, rows: list[dict[str, Any]]) -> None:
    blank = {"outcome": "keyed", "unit": "06811", "questionnaire": "f", "version": "1"}
    for place, row in enumerate(rows, 1):
        one = UUID(int=place)
        slip = one if row["status"] is not None else None
        values = {name: value for name, value in row.items() if name != "status"}
        connection.execute(
            insert(rekeyed_slips),
            {**blank, **values, "id": one, "keying": one, "slip": slip, "batch": one,
             "number": place, "content": "{}"},
        )  # fmt: skip
        if slip is not None:
            words = ("collected_on", "channel", "reason", "answers", "not_asked", "typed", "note")
            connection.execute(
                insert(responses),
                {**dict.fromkeys(words, ""), "id": slip, "batch": one, "unit": "06811",
                 "questionnaire": "f", "version": "1", "status": row["status"],
                 "keyed_by": CLERKS[0], "recorded_hlc": 0},
            )  # fmt: skip


def plainly(
    rows: list[dict[str, Any]], account: UUID, start: date | None, end: date | None
) -> tuple[Counter[str], Counter[str], int]:
    checked: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    waiting = 0
    for row in rows:
        day = hlc_time(row["second_hlc"]).date()
        if account not in {row["first_by"], row["second_by"]}:
            continue
        if (start is not None and day < start) or (end is not None and day > end):
            continue
        if row["is_waiting"]:
            waiting += row["status"] != "voided"
            continue
        checked.update(parse_json(row["fields"]))
        place = 0 if row["first_by"] == account else 1
        values = {field: pair[place] for field, pair in parse_json(row["differing"]).items()}
        if values:
            wrong.update(errors_of(parse_json(row["decided"]), values))
    return checked, wrong, waiting


@pytest.fixture(scope="module")
def connection() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    tables = (rekeyed_slips, responses, keying_sittings, settings)
    metadata.create_all(engine, tables=tables)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


days = st.none() | st.dates(date(2026, 2, 28), date(2026, 3, 11))


@settings_of(max_examples=40)
@given(rows=st.lists(second_keyings(), max_size=25), start=days, end=days)
def test_the_sums_are_those_of_row_by_row(connection, rows, start, end):
    fill(connection, rows)
    for account in CLERKS:
        found = read_figures(connection, account, start, end)
        checked, wrong, waiting = plainly(rows, account, start, end)
        questions = found.questions.items()
        assert {field: one.fields for field, one in questions} == checked
        assert {field: one.errors for field, one in questions if one.errors} == wrong
        assert (found.total.fields, found.total.errors) == (checked.total(), wrong.total())
        assert found.undecided == waiting
    connection.rollback()


def test_of_some_days_no_others_are_read(connection):
    asked: list[tuple[str, Any]] = []

    def note(_c: Any, _cursor: Any, statement: str, given: Any, *_rest: Any) -> None:
        asked.append((statement, given))

    event.listen(connection, "before_cursor_execute", note)
    read_figures(connection, CLERKS[0], date(2026, 3, 1), date(2026, 3, 9))
    event.remove(connection, "before_cursor_execute", note)
    plans = [
        connection.exec_driver_sql("EXPLAIN QUERY PLAN " + statement, given).all()[0][3]
        for statement, given in asked
        if "second_hlc >=" in statement
    ]
    wanted = "ix_rekeyed_slips_is_waiting (is_waiting=? AND second_hlc>? AND second_hlc<?)"
    assert len(plans) == 2
    assert all(wanted in plan for plan in plans)


@pytest.mark.parametrize("day", [date(2026, 3, 1), date(1970, 1, 2), date.max])
def test_a_day_has_a_first_and_a_last_clock_value(day):
    assert 0 < first_hlc(day) <= last_hlc(day) < 2**63
    if day != date.max:
        begin = datetime.combine(day, datetime.min.time(), VIETNAM)
        assert hlc_time(first_hlc(day)) == begin
        assert hlc_time(last_hlc(day)).date() == day
        assert hlc_time(last_hlc(day) + 1).date() > day
