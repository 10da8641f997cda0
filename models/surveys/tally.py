"""Which tallies one slip counts in, and how they are kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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

Counts = dict[str, dict[str, int]]

_PUT: Final = Prepared(
    text(
        "INSERT INTO tallies (span, unit, questionnaire, version, counts)"
        " VALUES (:span, :unit, :questionnaire, :version, :counts)"
        " ON CONFLICT (span, unit, questionnaire, version) DO UPDATE SET counts = excluded.counts"
    )
)
_KEY: Final = (
    (tallies.c.span == bindparam("span"))
    & (tallies.c.unit == bindparam("unit"))
    & (tallies.c.questionnaire == bindparam("questionnaire"))
    & (tallies.c.version == bindparam("version"))
)
_GET: Final = Prepared(select(tallies.c.counts).where(_KEY))
_DROP: Final = Prepared(delete(tallies).where(_KEY))


class TallyKey(NamedTuple):
    """One row of the tallies."""

    span: int
    unit: str
    questionnaire: str
    version: str


class Deltas:
    """What a few slips add to the tallies, gathered so that each row is written once."""

    def __init__(self) -> None:
        self._deltas: dict[TallyKey, Counts] = {}

    def count(self, row: Mapping[str, Any], by: int = 1) -> None:
        """Count a row of `responses`, or with `by` -1 take it out; void ones count nowhere."""
        marks = _marks(row)
        if not marks:
            return
        day = row["collected_on"]
        by_day = int(day[:4] + day[5:7] + day[8:10])
        for span in (by_day, by_day // 100):
            key = TallyKey(span, row["unit"], row["questionnaire"], row["version"])
            counts = self._deltas.setdefault(key, {})
            for question, option in marks:
                options = counts.setdefault(question, {})
                options[option] = options.get(option, 0) + by

    def write(self, connection: Connection) -> None:
        """Add what was gathered to the tallies; a counter that reaches nought is removed."""
        for key, delta in sorted(self._deltas.items()):
            place = key._asdict()
            found = _GET.first(connection, place)
            counts = merged(parse_json(found[0]) if found is not None else {}, delta)
            if counts:
                _PUT.many(connection, [{**place, "counts": canonical_json(counts)}])
            else:
                _DROP.many(connection, [place])


def merged(counts: Counts, delta: Counts) -> Counts:
    """Return `counts` with `delta` added, in place, without counters that are nought."""
    for question, options in delta.items():
        kept = counts.setdefault(question, {})
        for option, n in options.items():
            total = kept.get(option, 0) + n
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
