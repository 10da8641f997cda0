"""Reads the audit. Whoever calls asks first whether that is allowed (`READ_AUDIT`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Row,
    Select,
    bindparam,
    case,
    func,
    literal,
    select,
    tuple_,
)

from models.audit.events import EXPORTED, FACTS_READ, GROUPS, SIGNED_IN
from models.audit.records import AuditEntry, AuditFilter, AuditPlace, SlipsKeyed
from models.audit.tables import audit_entries
from models.clock import DAY_MS, first_hlc, hlc_time, last_hlc
from models.errors import UserError
from models.journal.tables import events
from models.json_text import parse_json
from models.periods import Period
from models.store.schema import own_unit

# The type of the events that are counted by `slips_keyed`, as it stands in the journal.
SLIP_RECORDED: Final = "survey.response_recorded"
_COUNTER: Final = 1 << 16
_ZONE_MS: Final = 7 * 3600 * 1000
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_CHUNK: Final = 1000
_SIGNED_IN: Final = (
    select(events.c.payload)
    .where(events.c.stream == bindparam("of"), events.c.type == SIGNED_IN)
    .order_by(events.c.seq)
    .limit(1)
)
_KEY: Final = (audit_entries.c.hlc, audit_entries.c.event_id, audit_entries.c.unit)


def read_audit(
    connection: Connection, wanted: AuditFilter, *, before: AuditPlace | None = None,
    limit: int = 200,
) -> list[AuditEntry]:  # fmt: skip
    """Return the newest entries, or those that come next after the place `before`."""
    query = _entries(wanted).order_by(*(column.desc() for column in _KEY)).limit(limit)
    if before is not None:
        place = zip(_KEY, before, strict=True)
        query = query.where(tuple_(*_KEY) < tuple_(*(literal(v, c.type) for c, v in place)))
    machines = _Machines(connection)
    return [_entry(row, machines) for row in connection.execute(query).all()]


def read_whole_audit(connection: Connection, wanted: AuditFilter) -> Iterator[AuditEntry]:
    """Yield every entry, the oldest first."""
    query = _entries(wanted).order_by(*_KEY)
    machines = _Machines(connection)
    # Said of this statement alone: machines are asked for by others meanwhile.
    with connection.execute(query, execution_options={"stream_results": True}) as rows:
        for part in rows.partitions(_CHUNK):
            for row in part:
                yield _entry(row, machines)


def count_audit(connection: Connection, wanted: AuditFilter) -> int:
    """Return how many entries there are."""
    query = select(func.count()).select_from(audit_entries).where(*_conditions(wanted))
    return int(connection.execute(query).scalar_one())


def newest(connection: Connection, kind: str) -> AuditEntry | None:
    """Return the newest entry of an event type, None for none."""
    query = _entries(AuditFilter()).where(audit_entries.c.type == kind)
    row = connection.execute(query.order_by(*(column.desc() for column in _KEY))).first()
    return _entry(row, _Machines(connection)) if row is not None else None


def is_pack_made(connection: Connection, month: Period) -> bool:
    """Say whether the pack of a month was written here or elsewhere in the unit, since its end."""
    query = (
        select(events.c.payload)
        .join(
            audit_entries,
            (events.c.unit == audit_entries.c.unit)
            & (events.c.event_id == audit_entries.c.event_id),
        )
        .where(
            audit_entries.c.hlc > last_hlc(month.end), audit_entries.c.type == EXPORTED,
            audit_entries.c.unit == own_unit(connection),
        )
    )
    first = month.start.isoformat()
    return any(
        _facts(payload).get("month") == first for payload in connection.execute(query).scalars()
    )


def is_kept_since(connection: Connection, day: date) -> bool:
    """Say whether anything was done here, or elsewhere in the unit, by the end of a day."""
    query = select(literal(1)).where(
        audit_entries.c.hlc <= last_hlc(day), audit_entries.c.unit == own_unit(connection)
    )
    return connection.execute(query.limit(1)).first() is not None


def slips_keyed(connection: Connection, start: date, end: date) -> list[SlipsKeyed]:
    """Return who recorded how many slips on each day, both days included.

    Nothing but the journal tells: the slips themselves name nobody. It is read from end to end.
    """
    first, last = first_hlc(start), last_hlc(end)
    day = (events.c.hlc // literal(_COUNTER, BigInteger) + _ZONE_MS) // literal(DAY_MS, BigInteger)
    query = (
        select(day.label("day"), events.c.actor, func.count().label("slips"))
        .where(events.c.type == SLIP_RECORDED, events.c.hlc >= first, events.c.hlc <= last)
        .group_by(day, events.c.actor)
        .order_by(day, events.c.actor)
    )
    return [
        SlipsKeyed((_EPOCH + timedelta(days=int(row.day))).date(), row.actor, row.slips)
        for row in connection.execute(query)
    ]


def check_group(group: str) -> None:
    """Raise UserError for a word that names no group of entries."""
    if group not in GROUPS:
        raise UserError("audit.unknown_group", group=group[:40], groups=", ".join(GROUPS))


def _entries(wanted: AuditFilter) -> Select[Any]:
    return (
        select(
            *_KEY, audit_entries.c.type, audit_entries.c.account, events.c.entity,
            events.c.stream,
            case((audit_entries.c.type.in_(FACTS_READ), events.c.payload)).label("payload"),
        )
        .join(
            events,
            (events.c.unit == audit_entries.c.unit)
            & (events.c.event_id == audit_entries.c.event_id),
        )
        .where(*_conditions(wanted))
    )  # fmt: skip


def _conditions(wanted: AuditFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.start is not None:
        found.append(audit_entries.c.hlc >= first_hlc(wanted.start))
    if wanted.end is not None:
        found.append(audit_entries.c.hlc <= last_hlc(wanted.end))
    if wanted.account is not None:
        found.append(audit_entries.c.account == wanted.account)
    if wanted.group is not None:
        found.append(audit_entries.c.type.in_(GROUPS[wanted.group]))
    return found


class _Machines:
    """Finds the machine on which a stream was written: one process mints it, on one machine."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[bytes, str] = {}

    def of(self, stream: bytes) -> str:
        """Return what the first sign-in of a stream says, "" where there is none."""
        found = self._known.get(stream)
        if found is None:
            payload = self._connection.execute(_SIGNED_IN, {"of": stream}).scalar()
            found = self._known[stream] = _machine(_facts(payload))
        return found


def _entry(row: Row[Any], machines: _Machines) -> AuditEntry:
    facts = _facts(row.payload)
    place = AuditPlace(row.hlc, row.event_id, row.unit)
    return AuditEntry(
        place, hlc_time(row.hlc), row.type, row.account, row.entity,
        _machine(facts) or machines.of(row.stream), facts,
    )  # fmt: skip


def _machine(facts: Mapping[str, Any]) -> str:
    machine = facts.get("machine", "")
    return machine if isinstance(machine, str) else ""


def _facts(payload: str | None) -> Mapping[str, Any]:
    try:
        found = parse_json(payload) if payload is not None else {}
    except ValueError:
        # What came from elsewhere may hold anything; that it happened is shown all the same.
        return {}
    return found if isinstance(found, dict) else {}
