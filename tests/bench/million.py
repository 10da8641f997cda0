"""A year's summary over a million slips against a hand-written scan and pandas."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypeVar

from models.periods import range_period
from models.surveys.summary import SatisfactionSummary
from models.surveys.summary_query import read_summary
from tests.bench.million_store import SLIPS, YEAR, fill
from tests.bench.result import Findings, Line, median, noise
from tests.bench.scans import Counts, by_pandas, by_python, by_sql
from tests.bench.stores import Stores, open_store

_GROUP = "Summary of all units over 1.000.000 slips"
_PERIODS = {
    "the year": (date(YEAR, 1, 1), date(YEAR, 12, 31)),
    "13/02 – 09/10": (date(YEAR, 2, 13), date(YEAR, 10, 9)),
}
# How often each way is gone: the quickest scan is the one that counts.
_ROUNDS = {"rows counted in Python": 3, "json in SQL": 2, "pandas": 2}
_OURS_BETWEEN = 3
T = TypeVar("T")


def measure(stores: Stores) -> Findings:
    """Fill a store, then count it in each way, in turns; all must find the same."""
    session = open_store(stores.copy(stores.demo_empty, "million"))
    began = time.perf_counter()
    fill(session)
    filled = time.perf_counter() - began
    lines: list[Line] = []
    notes = [f"{SLIPS:,} slips made in {filled:.0f} s, seed fixed; the file holds"
             f" {session.paths.store.stat().st_size / 2**20:,.0f} MB"]  # fmt: skip
    for name, (start, end) in _PERIODS.items():
        period = range_period(start, end)
        ways: dict[str, Callable[[], Counts]] = {
            "json in SQL": partial(by_sql, session, start, end),
            "rows counted in Python": partial(by_python, session, start, end),
            "pandas": partial(by_pandas, session, start, end),
        }
        ours: list[float] = []
        times: dict[str, list[float]] = {way: [] for way in ways}
        found: dict[str, Counts] = {}
        for place in range(max(_ROUNDS.values())):
            for way, count in ways.items():
                for _ in range(_OURS_BETWEEN):
                    took, summary = _timed(
                        lambda: session.store.read(lambda c: read_summary(c, period))  # noqa: B023
                    )
                    ours.append(took)
                if place < _ROUNDS[way]:
                    took, found[way] = _timed(count)
                    times[way].append(took)
        counted = _counts(summary)
        notes += [f"{name}: {way} DOES NOT AGREE with the summary"
                  for way, other in found.items() if other != counted]  # fmt: skip
        slips = sum(counted.get((unit.code, "", "valid"), 0) for unit in summary.units)
        notes.append(f"{name}: {slips:,} valid slips, {len(counted):,} counts compared")
        lines += _lines(name, median(ours), times)
    session.store.close()
    return Findings(tuple(lines), tuple(notes))


def _lines(name: str, ours: float, times: dict[str, list[float]]) -> list[Line]:
    scans = {way: median(values) for way, values in times.items() if way != "pandas"}
    quickest = min(scans, key=lambda way: scans[way])
    slower = max(scans, key=lambda way: scans[way])
    runs = times[quickest]
    return [
        Line(_GROUP, f"{name}", ours, scans[quickest], quickest, "ms", "at least", 50),
        Line(_GROUP, f"{name} (2)", ours, scans[slower], slower, "ms", "at least"),
        Line(_GROUP, f"{name} (3)", ours, median(times["pandas"]), "pandas read_sql + groupby",
             "ms", "at least", 100),
        noise(_GROUP, f"{quickest}, slowest to quickest,", max(runs), min(runs), "ms"),
    ]  # fmt: skip


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    start = time.perf_counter()
    result = work()
    return (time.perf_counter() - start) * 1000, result


def _counts(summary: SatisfactionSummary) -> Counts:
    found: Counts = {}
    for unit in summary.units:
        found[unit.code, "", "valid"] = unit.valid
        found[unit.code, "", "invalid"] = unit.invalid
        for reason in unit.invalid_reasons:
            found[unit.code, "", f"invalid:{reason.code}"] = reason.n
        for question in unit.questions:
            for option in question.options:
                found[unit.code, question.code, option.code] = option.n
    return {key: n for key, n in found.items() if n}
