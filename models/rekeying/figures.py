"""How fast and how well somebody keys. Whoever calls asks first whose figures may be read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, func, select

from models.clock import hlc_time
from models.intervals import limits
from models.json_text import parse_json
from models.rekeying.compare import errors_of
from models.rekeying.plan import Standing
from models.rekeying.queries import counted, plan_of, standing_of
from models.rekeying.tables import keying_sittings, rekeyed_slips
from models.settings.queries import read_settings

_HOUR_S: Final = 3600
PER: Final = 10_000


@dataclass(frozen=True, slots=True)
class Errors:
    """How many fields were checked against another's keying, and in how many he was wrong."""

    fields: int
    errors: int

    @property
    def rate(self) -> float | None:
        """Return the errors in 10.000 fields, None where nothing was checked."""
        return self.errors * PER / self.fields if self.fields else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Return Wilson's 95 % interval of the rate, None where nothing was checked."""
        if not self.fields:
            return None
        low, high = limits(self.errors, self.fields)
        return float(low) * PER, float(high) * PER


@dataclass(frozen=True, slots=True)
class ClerkFigures:
    """What somebody keyed, first and second, and how much of it was wrong.

    `seconds` are those at the keys, without long pauses. `questions` is by the field's name.
    `undecided` slips wait for a third; they are in no number of errors. `share` is what of the
    clerk's next batch is keyed a second time.
    """

    account: UUID
    slips: int
    keys: int
    seconds: int
    total: Errors
    questions: dict[str, Errors]
    undecided: int
    standing: Standing
    share: float

    @property
    def slips_an_hour(self) -> float | None:
        """Return the slips an hour, None where no time was noted."""
        return self.slips * _HOUR_S / self.seconds if self.seconds else None

    @property
    def keys_an_hour(self) -> float | None:
        """Return the keys an hour, None where no time was noted."""
        return self.keys * _HOUR_S / self.seconds if self.seconds else None


def read_figures(
    connection: Connection, account: UUID, start: date | None = None, end: date | None = None
) -> ClerkFigures:
    """Return somebody's figures of some days, both included; the standing is today's."""
    checked: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    undecided = 0
    query = counted(rekeyed_slips).where(
        (rekeyed_slips.c.first_by == account) | (rekeyed_slips.c.second_by == account)
    )
    for row in connection.execute(query):
        day = hlc_time(row.second_hlc).date()
        if (start is not None and day < start) or (end is not None and day > end):
            continue
        differing = parse_json(row.differing)
        if row.is_waiting:
            undecided += 1
            continue
        checked.update(parse_json(row.fields))
        if differing:
            place = 0 if row.first_by == account else 1
            values = {field: pair[place] for field, pair in differing.items()}
            wrong.update(errors_of(parse_json(row.decided), values))
    slips, keys, seconds = _sat(connection, account, start, end)
    plan = plan_of(read_settings(connection))
    standing = standing_of(connection, plan, account)
    return ClerkFigures(
        account, slips, keys, seconds, Errors(sum(checked.values()), sum(wrong.values())),
        {field: Errors(n, wrong[field]) for field, n in sorted(checked.items())},
        undecided, standing, plan.share(standing.level),
    )  # fmt: skip


def _sat(
    connection: Connection, account: UUID, start: date | None, end: date | None
) -> tuple[int, int, int]:
    columns = keying_sittings.c
    query = select(
        func.coalesce(func.sum(columns.slips), 0), func.coalesce(func.sum(columns["keys"]), 0),
        func.coalesce(func.sum(columns.seconds), 0),
    ).where(columns.account == account)  # fmt: skip
    if start is not None:
        query = query.where(columns.day >= start.isoformat())
    if end is not None:
        query = query.where(columns.day <= end.isoformat())
    slips, keys, seconds = connection.execute(query).one()
    return int(slips), int(keys), int(seconds)
