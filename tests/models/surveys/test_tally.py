"""The tallies' rows depend on the slips alone, however these came and went."""

from __future__ import annotations

from collections import Counter
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from models.json_text import parse_json
from models.surveys.summary_query import newest_day
from models.surveys.tables import tallies
from models.surveys.tally import Deltas

DAYS = [date(2026, 1, 31), date(2026, 2, 1), date(2026, 2, 2), date(2026, 2, 28)]
STEPS = st.lists(st.lists(st.tuples(st.sampled_from(DAYS), st.booleans()), max_size=4), max_size=8)


def counted(deltas: Deltas, day: date, by: int) -> None:
    row = {
        "collected_on": day.isoformat(), "unit": "06811", "questionnaire": "q", "version": "1",
        "status": "invalid", "reason": "rach_mo",
    }  # fmt: skip
    deltas.count(row, by)


def kept(connection) -> dict[int, int]:
    rows = connection.execute(select(tallies.c.span, tallies.c.counts))
    return {row.span: parse_json(row.counts)[""]["invalid"] for row in rows}


def wanted(slips: Counter[date]) -> dict[int, int]:
    found: dict[int, int] = {}
    for day, n in slips.items():
        number = int(f"{day:%Y%m%d}")
        if day == max(other for other in slips if f"{other:%Y%m}" == f"{day:%Y%m}"):
            found[-number] = n
        else:
            found[number] = n
            found[number // 100] = found.get(number // 100, 0) + n
    return found


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_the_latest_day_of_a_month_stands_apart_whatever_comes_and_goes(session, steps):
    slips: Counter[date] = Counter()

    def come_and_go(tx):
        tx.connection.execute(tallies.delete())
        for step in steps:
            deltas = Deltas()
            for day, is_coming in step:
                if is_coming or slips[day]:
                    by = 1 if is_coming else -1
                    counted(deltas, day, by)
                    slips[day] += by
            deltas.write(tx.connection)
            standing = +slips
            assert kept(tx.connection) == wanted(standing)
            assert newest_day(tx.connection) == max(standing, default=None)

    session.store.write(come_and_go, actor=session.account)
