"""Reads batches and slips for screens and files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, TypeVar
from uuid import UUID

from sqlalchemy import Column, Connection, Row, Select, case, func, select

from models.clock import hlc_time
from models.errors import UserError
from models.journal.histories import read_entity
from models.json_text import parse_json
from models.store.parts import in_parts
from models.surveys.events import (
    CORRECTED,
    RECORDED,
    SETTLED,
    content_fields,
    corrected,
)
from models.surveys.records import Batch, BatchHeader, Slip, SlipContent, SlipVersion
from models.surveys.tables import batches, responses

T = TypeVar("T")

_STANDING: Final = ("valid", "invalid")
_CHANGES: Final = frozenset({CORRECTED, SETTLED})


def list_batches(
    connection: Connection, *, state: str | None = None, limit: int = 200
) -> list[Batch]:
    """Return batches, the newest first."""
    query = _batch_query().order_by(batches.c.opened_hlc.desc()).limit(limit)
    if state is not None:
        query = query.where(batches.c.state == state)
    return [_batch_of(row) for row in connection.execute(query)]


def read_batch(connection: Connection, batch: UUID) -> Batch:
    """Return one batch; UserError if it is not here."""
    row = connection.execute(_batch_query().where(batches.c.id == batch)).first()
    if row is None:
        raise UserError("surveys.no_batch")
    return _batch_of(row)


def batch_headers(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, BatchHeader]:
    """Return the headers of those batches that are here, by their ids."""
    return {
        row.id: _header_of(row)
        for part in in_parts(ids)
        for row in connection.execute(select(batches).where(batches.c.id.in_(part)))
    }


def list_slips(
    connection: Connection, batch: UUID, *, limit: int | None = None, with_undone: bool = False
) -> list[Slip]:
    """Return a batch's slips, the last first; those taken back by undo only on request."""
    query = select(responses).where(responses.c.batch == batch)
    if not with_undone:
        query = query.where(responses.c.status != "undone")
    query = query.order_by(responses.c.number.desc(), responses.c.recorded_hlc.desc())
    return [slip_of(row) for row in connection.execute(query.limit(limit))]


def read_slip(connection: Connection, slip: UUID) -> Slip | None:
    """Return one slip, None if it was never recorded."""
    row = connection.execute(select(responses).where(responses.c.id == slip)).first()
    return slip_of(row) if row else None


def batch_tally(connection: Connection, batch: UUID) -> dict[str, dict[str, int]]:
    """Return how many valid slips of a batch chose what, `{question: {option: n}}`."""
    query = select(responses.c.answers, responses.c.typed).where(
        responses.c.batch == batch, responses.c.status == "valid"
    )
    tally: dict[str, dict[str, int]] = {}
    for answers, typed in connection.execute(query):
        left_out = parse_json(typed)
        for question, answer in parse_json(answers).items():
            if question in left_out:
                continue
            counts = tally.setdefault(question, {})
            for option in [answer] if isinstance(answer, str) else answer:
                counts[option] = counts.get(option, 0) + 1
    return tally


def export_slips(
    connection: Connection, *, start: date | None = None, end: date | None = None,
    units: tuple[str, ...] = (), questionnaire: str | None = None,
) -> Iterator[Slip]:  # fmt: skip
    """Yield the slips that stand, valid and invalid, by unit, day, batch and number."""
    query = select(responses).where(responses.c.status.in_(_STANDING))
    if start is not None:
        query = query.where(responses.c.collected_on >= start.isoformat())
    if end is not None:
        query = query.where(responses.c.collected_on <= end.isoformat())
    if units:
        query = query.where(responses.c.unit.in_(units))
    if questionnaire is not None:
        query = query.where(responses.c.questionnaire == questionnaire)
    query = query.order_by(
        responses.c.unit, responses.c.collected_on, responses.c.batch, responses.c.number
    )
    rows = connection.execution_options(yield_per=1000).execute(query)
    for row in rows:
        yield slip_of(row)


def known_slips(connection: Connection, ids: Sequence[UUID]) -> set[UUID]:
    """Return those of `ids` that are recorded here."""
    return set(_those_in(connection, responses.c.id, ids))


def known_dossiers(connection: Connection, dossiers: Sequence[str]) -> set[str]:
    """Return those of `dossiers` that a slip here rates."""
    return set(_those_in(connection, responses.c.dossier, dossiers))


def slip_history(connection: Connection, slip: UUID) -> list[SlipVersion]:
    """Return what happened to a slip, oldest first, each change with before and after."""
    unit = connection.execute(select(responses.c.unit).where(responses.c.id == slip)).scalar() or ""
    versions: list[SlipVersion] = []
    fields: Mapping[str, Any] = content_fields(SlipContent({}))
    for event in read_entity(connection, slip, unit):
        content = event.content
        after = fields
        if event.type == RECORDED:
            after = {key: content[key] for key in fields}
        elif event.type in _CHANGES:
            after = corrected(fields, content["set"])
        changed = {
            key: (_field(fields, key), _field(after, key))
            for key in (content["set"] if event.type in _CHANGES else ())
        }
        reason = "" if event.type == RECORDED else str(content.get("reason", ""))
        versions.append(
            SlipVersion(event.type, event.actor, hlc_time(event.hlc), reason, changed)
        )
        fields = after
    return versions


def slip_of(row: Row[Any]) -> Slip:
    """Return the slip in a row of `responses`."""
    return Slip(
        id=row.id,
        batch=row.batch,
        number=row.number,
        unit=row.unit,
        questionnaire=row.questionnaire,
        version=row.version,
        collected_on=date.fromisoformat(row.collected_on),
        channel=row.channel,
        status=row.status,
        content=SlipContent(
            answers=parse_json(row.answers),
            reason=row.reason if row.status == "invalid" else "",
            note=row.note,
            dossier=row.dossier,
            not_asked=tuple(parse_json(row.not_asked)),
            typed=tuple(parse_json(row.typed)),
        ),
        replaces=row.replaces,
        keyed_by=row.keyed_by,
        recorded_at=hlc_time(row.recorded_hlc),
    )


def _those_in(connection: Connection, column: Column[T], wanted: Sequence[T]) -> Iterator[T]:
    for part in in_parts(wanted):
        yield from connection.execute(select(column).where(column.in_(part))).scalars()


def _field(fields: Mapping[str, Any], key: str) -> object:
    if key.startswith("answers/"):
        return fields["answers"].get(key.removeprefix("answers/"))
    return fields.get(key)


def _batch_query() -> Select[Any]:
    counted = [
        func.coalesce(func.sum(case((responses.c.status == status, 1), else_=0)), 0).label(label)
        for status, label in (("valid", "valid"), ("invalid", "invalid"), ("void", "voided"))
    ]
    return (
        select(batches, *counted)
        .select_from(batches.outerjoin(responses, responses.c.batch == batches.c.id))
        .group_by(*batches.c)
    )


def _batch_of(row: Row[Any]) -> Batch:
    return Batch(
        row.id, _header_of(row), row.state, row.difference_reason, row.opened_by,
        hlc_time(row.opened_hlc), row.valid, row.invalid, row.voided,
    )  # fmt: skip


def _header_of(row: Row[Any]) -> BatchHeader:
    return BatchHeader(
        unit=row.unit,
        collected_on=date.fromisoformat(row.collected_on),
        questionnaire=row.questionnaire,
        version=row.version,
        channel=row.channel,
        handed_out=row.handed_out,
        returned=row.returned,
    )
