"""How fast and how well somebody keys. Whoever calls asks first whose figures may be read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Select, func, select

from models.clock import first_hlc, last_hlc
from models.intervals import limits
from models.json_text import parse_json
from models.rekeying.compare import errors_of
from models.rekeying.plan import Standing
from models.rekeying.queries import NOTHING, counted, plan_of, standing_of
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
    checked, wrong = _settled(connection, account, start, end)
    slips, keys, seconds = _sat(connection, account, start, end)
    plan = plan_of(read_settings(connection))
    standing = standing_of(connection, plan, account)
    return ClerkFigures(
        account, slips, keys, seconds, Errors(sum(checked.values()), sum(wrong.values())),
        {field: Errors(n, wrong[field]) for field, n in sorted(checked.items())},
        _waiting(connection, account, start, end), standing, plan.share(standing.level),
    )  # fmt: skip


def _settled(
    connection: Connection, account: UUID, start: date | None, end: date | None
) -> tuple[Counter[str], Counter[str]]:
    """Return how often each field was checked, and how often it was wrong.

    Nearly all slips are without a difference and of few forms: those alike are counted by the
    database. The index of what waits holds the days too, so that of some days no others are read.
    """
    columns = rekeyed_slips.c
    alike = (columns.fields, columns.differing, columns.decided, columns.first_by == account)
    query = _of(
        account, start, end, select(*alike, func.count()).where(columns.is_waiting.is_(False))
    )
    checked: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for fields, differing, decided, is_first, slips in connection.execute(
        query.group_by(columns.fields, columns.differing, columns.decided, columns.first_by)
    ):
        checked.update(dict.fromkeys(parse_json(fields), slips))
        if differing != NOTHING:
            place = 0 if is_first else 1
            values = {field: pair[place] for field, pair in parse_json(differing).items()}
            wrong.update(dict.fromkeys(errors_of(parse_json(decided), values), slips))
    return checked, wrong


def _waiting(
    connection: Connection, account: UUID, start: date | None, end: date | None
) -> int:
    query = counted(func.count()).where(rekeyed_slips.c.is_waiting.is_(True))
    return int(connection.execute(_of(account, start, end, query)).scalar_one())


def _of(account: UUID, start: date | None, end: date | None, query: Select[Any]) -> Select[Any]:
    """Narrow a query to what somebody keyed, first or second, and another again on some days."""
    columns = rekeyed_slips.c
    query = query.where((columns.first_by == account) | (columns.second_by == account))
    if start is not None:
        query = query.where(columns.second_hlc >= first_hlc(start))
    if end is not None:
        query = query.where(columns.second_hlc <= last_hlc(end))
    return query


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
