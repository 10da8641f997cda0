"""Which tallies one slip counts in, and how they are kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, bindparam, delete, select, text

from models.json_text import canonical_json, parse_json
from models.store.prepared import Prepared
from models.surveys.records import Answers
from models.surveys.tables import tallies

ANSWERED: Final = "#answered"
NOT_ASKED: Final = "#not_asked"
VALID: Final = "valid"
INVALID: Final = "invalid"

# Spans above this are days (20230105), those below are months (202301).
FIRST_DAY_SPAN: Final = 10_000_000

Counts = dict[str, dict[str, int]]

_PUT: Final = Prepared(
    text(
        "INSERT INTO tallies (span, unit, questionnaire, version, counts)"
        " VALUES (:span, :unit, :questionnaire, :version, :counts)"
        " ON CONFLICT (span, unit, questionnaire, version) DO UPDATE SET counts = excluded.counts"
    )
)
_OF: Final = (
    (tallies.c.unit == bindparam("unit"))
    & (tallies.c.questionnaire == bindparam("questionnaire"))
    & (tallies.c.version == bindparam("version"))
)
_KEY: Final = (tallies.c.span == bindparam("span")) & _OF
_GET: Final = Prepared(select(tallies.c.counts).where(_KEY))
_DROP: Final = Prepared(delete(tallies).where(_KEY))
_LAST: Final = Prepared(
    select(tallies.c.span)
    .where(tallies.c.span.between(bindparam("low"), bindparam("high")) & _OF)
    .order_by(tallies.c.span.desc())
)


class _Of(NamedTuple):
    """Whose slips are counted."""

    unit: str
    questionnaire: str
    version: str


class Deltas:
    """What a few slips add to the tallies, gathered so that each row is written once."""

    def __init__(self) -> None:
        self._deltas: dict[tuple[_Of, int], Counts] = {}

    def count(self, row: Mapping[str, Any], by: int = 1) -> None:
        """Count a row of `responses`, or with `by` -1 take it out; void ones count nowhere."""
        marks = _marks(row)
        if not marks:
            return
        day = row["collected_on"]
        of = _Of(row["unit"], row["questionnaire"], row["version"])
        counts = self._deltas.setdefault((of, int(day[:4] + day[5:7] + day[8:10])), {})
        for question, option in marks:
            options = counts.setdefault(question, {})
            options[option] = options.get(option, 0) + by

    def write(self, connection: Connection) -> None:
        """Add what was gathered to the tallies; a counter that reaches nought is removed."""
        months: dict[tuple[_Of, int], dict[int, Counts]] = {}
        for (of, day), delta in sorted(self._deltas.items()):
            months.setdefault((of, day // 100), {})[day] = delta
        for (of, month), days in months.items():
            _Month(connection, of, month).add(days)


def read_counts(connection: Connection, span: int, unit: str) -> Counts:
    """Return the counts of a span that are of no questionnaire."""
    found = _GET.first(connection, {"span": span, **_Of(unit, "", "")._asdict()})
    counts: Counts = parse_json(found[0]) if found is not None else {}
    return counts


def keep_counts(connection: Connection, span: int, unit: str, counts: Counts) -> None:
    """Keep the counts of a span that are of no questionnaire; no row is left of empty ones."""
    place = {"span": span, **_Of(unit, "", "")._asdict()}
    if counts:
        _PUT.many(connection, [{**place, "counts": canonical_json(counts)}])
    else:
        _DROP.many(connection, [place])


class _Month:
    """The rows of one month; what they hold is told beside the table."""

    def __init__(self, connection: Connection, of: _Of, month: int) -> None:
        self._connection = connection
        self._of = of._asdict()
        self._month = month

    def add(self, days: Mapping[int, Counts]) -> None:
        """Add to the counts of some days, in ascending order."""
        newest = max(days)
        if len(days) == 1 and (found := self._get(-newest)):
            # Nearly every slip: of the latest day, whose row alone is read and written.
            if not self._set(-newest, merged(found, days[newest])):
                self._reopen()
            return
        latest = self._latest()
        if latest is None or latest < newest:
            self._close(latest)
            latest = newest
        settled: Counts = {}
        for day, delta in days.items():
            span = -day if day == latest else day
            self._set(span, merged(self._get(span), delta))
            if span > 0:
                merged(settled, delta)
        self._settle(settled)
        if self._latest() is None:
            self._reopen()

    def _latest(self) -> int | None:
        span = self._last(-self._month * 100 - 99, -self._month * 100)
        return None if span is None else -span

    def _close(self, day: int | None) -> None:
        if day is not None:
            counts = self._get(-day)
            self._set(-day, {})
            self._set(day, counts)
            self._settle(counts)

    def _reopen(self) -> None:
        """Let the last of the other days be the latest, as the one that was it has no slip left."""
        day = self._last(self._month * 100, self._month * 100 + 99)
        if day is not None:
            counts = self._get(day)
            self._set(day, {})
            self._set(-day, counts)
            self._settle(counts, -1)

    def _settle(self, delta: Counts, by: int = 1) -> None:
        """Add what the other days hold more, or with `by` -1 less, to the month's sum."""
        if delta:
            self._set(self._month, merged(self._get(self._month), delta, by))

    def _get(self, span: int) -> Counts:
        found = _GET.first(self._connection, {"span": span, **self._of})
        counts: Counts = parse_json(found[0]) if found is not None else {}
        return counts

    def _set(self, span: int, counts: Counts) -> bool:
        place = {"span": span, **self._of}
        if counts:
            _PUT.many(self._connection, [{**place, "counts": canonical_json(counts)}])
        else:
            _DROP.many(self._connection, [place])
        return bool(counts)

    def _last(self, low: int, high: int) -> int | None:
        found = _LAST.first(self._connection, {"low": low, "high": high, **self._of})
        return None if found is None else int(found[0])


def day_number(day: date) -> int:
    """Return the span of a day: 20230105."""
    return day.year * 10000 + day.month * 100 + day.day


def merged(counts: Counts, delta: Counts, by: int = 1) -> Counts:
    """Return `counts` with `by` times `delta` added, in place, without counters at nought."""
    for question, options in delta.items():
        kept = counts.setdefault(question, {})
        for option, n in options.items():
            total = kept.get(option, 0) + by * n
            if total:
                kept[option] = total
            else:
                kept.pop(option, None)
        if not kept:
            del counts[question]
    return counts


def _marks(row: Mapping[str, Any]) -> list[tuple[str, str]]:
    status = row["status"]
    if status == VALID:
        return [
            ("", VALID),
            *_answer_marks(parse_json(row["answers"]), parse_json(row["typed"])),
            *((question, NOT_ASKED) for question in parse_json(row["not_asked"])),
        ]
    if status == INVALID:
        return [("", INVALID), ("", f"{INVALID}:{row['reason']}")]
    return []


def _answer_marks(answers: Answers, typed: Sequence[str]) -> Iterable[tuple[str, str]]:
    for question, answer in answers.items():
        if question in typed:
            yield question, ANSWERED
        elif isinstance(answer, str):
            yield question, answer
        else:
            yield question, ANSWERED
            for option in answer:
                yield question, option
