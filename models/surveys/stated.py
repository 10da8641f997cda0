"""Tallies for those who may not read the slips: stated by who holds them, kept by who does not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from models.ids import derived_id
from models.journal.event import Event, NewEvent
from models.json_text import canonical_json, parse_json
from models.store.aggregates import AGGREGATES
from models.store.last_words import LastWordProjection
from models.store.store import Transaction
from models.surveys.events import DAY_STATED
from models.surveys.tables import stated_tallies, tallies
from models.surveys.tally import (
    FIRST_DAY_SPAN,
    INVALID,
    VALID,
    Counts,
    day_number,
    merged,
)

# Of a unit's day: {questionnaire: {version: counts}}.
DayCounts = dict[str, dict[str, Counts]]


def stated_tallies_projection() -> LastWordProjection:
    """Return what keeps the last that each station stated of a unit's day."""
    return LastWordProjection(stated_tallies, DAY_STATED, _row)


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
        .where(stated_tallies.c.day.between(day_number(start), day_number(end)))
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
    is_day = func.abs(tallies.c.span) > FIRST_DAY_SPAN
    for row in connection.execute(select(tallies).where(is_day)):
        of_day = found.setdefault((row.unit, abs(row.span)), {})
        of_day.setdefault(row.questionnaire, {})[row.version] = parse_json(row.counts)
    return found


def _row(event: Event) -> dict[str, Any]:
    """Return the row of a statement; that of a day without slips is none."""
    content = event.content
    key = {"unit": content["unit"], "day": content["day"], "stated_by": UUID(content["station"])}
    if not content["counts"]:
        return key
    return {
        **key, "slips": _slips(content["counts"]), "stated_hlc": event.hlc,
        "counts": canonical_json(content["counts"]),
    }  # fmt: skip


def _slips(counts: Mapping[str, Mapping[str, Mapping[str, Mapping[str, int]]]]) -> int:
    return sum(
        told_counts.get("", {}).get(option, 0)
        for versions in counts.values()
        for told_counts in versions.values()
        for option in (VALID, INVALID)
    )
