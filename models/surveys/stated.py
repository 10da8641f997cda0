"""Tallies for those who may not read the slips: stated by who holds them, kept by who does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Table, delete, func, insert, select

from models.ids import derived_id
from models.journal.event import Event, NewEvent
from models.journal.histories import read_entities, told
from models.json_text import canonical_json, parse_json
from models.store.aggregates import AGGREGATES
from models.store.store import Transaction
from models.surveys.events import DAY_STATED
from models.surveys.tables import stated_tallies, tallies
from models.surveys.tally import INVALID, VALID, Counts, merged

_FIRST_DAY_SPAN: Final = 10_000_000
# Of a unit's day: {questionnaire: {version: counts}}.
DayCounts = dict[str, dict[str, Counts]]
_KEY: Final = (stated_tallies.c.unit, stated_tallies.c.day, stated_tallies.c.stated_by)


class StatedTalliesProjection:
    """The last that each station stated of a unit's day."""

    tables: tuple[Table, ...] = (stated_tallies,)
    event_types: frozenset[str] = frozenset({DAY_STATED})

    def apply(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Store each statement in place of the one before; a day without slips has no row."""
        for event in events:
            content = event.content
            row = {
                "unit": content["unit"], "day": content["day"],
                "stated_by": UUID(content["station"]),
            }  # fmt: skip
            connection.execute(
                delete(stated_tallies).where(*(column == row[column.name] for column in _KEY))
            )
            if content["counts"]:
                row |= {
                    "slips": _slips(content["counts"]), "stated_hlc": event.hlc,
                    "counts": canonical_json(content["counts"]),
                }  # fmt: skip
                connection.execute(insert(stated_tallies), row)

    def refold(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Let the last word of each station on each day stand, in whatever order it came."""
        histories = read_entities(journal, {event.entity: event.unit for event in events})
        for history in histories.values():
            self.apply(connection, told(history, self.event_types)[-1:], journal)


def state_tallies(tx: Transaction, station: UUID) -> None:
    """Record as `station` each day's tallies that differ from what it stated of them."""
    tx.append(*unstated_days(tx.connection, station))


def unstated_days(connection: Connection, station: UUID) -> list[NewEvent]:
    """Return what `station` has to state so that nothing that it holds is untold."""
    said: dict[tuple[str, int], Any] = {
        (row.unit, row.day): parse_json(row.counts)
        for row in connection.execute(
            select(stated_tallies).where(stated_tallies.c.stated_by == station)
        )
    }
    held = _days(connection)
    news = []
    for unit, day in sorted(held.keys() | said.keys()):
        counts = held.get((unit, day), {})
        if counts != said.get((unit, day), {}):
            entity = derived_id("stated tallies", [str(station), unit, str(day)])
            content = {"station": str(station), "unit": unit, "day": day, "counts": counts}
            news.append(NewEvent(DAY_STATED, AGGREGATES, entity, content))
    return news


def stated_counts(
    connection: Connection, start: date, end: date
) -> dict[tuple[str, str, str], Counts]:
    """Return what was stated of a period, `{(unit, questionnaire, version): counts}`.

    Only of units that no slip is held of here. Where several stations stated one day, the one that
    knew of the most slips is believed, and of these the last.
    """
    held = select(tallies.c.unit)
    query = (
        select(stated_tallies)
        .where(stated_tallies.c.day.between(_number(start), _number(end)))
        .where(stated_tallies.c.unit.not_in(held))
        .order_by(stated_tallies.c.slips, stated_tallies.c.stated_hlc, stated_tallies.c.stated_by)
    )
    fullest = {(row.unit, row.day): row.counts for row in connection.execute(query)}
    found: dict[tuple[str, str, str], Counts] = {}
    for (unit, _), counts in sorted(fullest.items()):
        for questionnaire, versions in parse_json(counts).items():
            for version, told_counts in versions.items():
                merged(found.setdefault((unit, questionnaire, version), {}), told_counts)
    return found


def newest_stated_day(connection: Connection) -> int | None:
    """Return the number (20260105) of the last day that was stated, None for none."""
    day: int | None = connection.execute(select(func.max(stated_tallies.c.day))).scalar()
    return day


def _days(connection: Connection) -> dict[tuple[str, int], DayCounts]:
    found: dict[tuple[str, int], DayCounts] = {}
    # The latest day of a month stands under its negative number.
    is_day = func.abs(tallies.c.span) > _FIRST_DAY_SPAN
    for row in connection.execute(select(tallies).where(is_day)):
        of_day = found.setdefault((row.unit, abs(row.span)), {})
        of_day.setdefault(row.questionnaire, {})[row.version] = parse_json(row.counts)
    return found


def _slips(counts: Mapping[str, Mapping[str, Mapping[str, Mapping[str, int]]]]) -> int:
    return sum(
        told_counts.get("", {}).get(option, 0)
        for versions in counts.values()
        for told_counts in versions.values()
        for option in (VALID, INVALID)
    )


def _number(day: date) -> int:
    return day.year * 10000 + day.month * 100 + day.day
