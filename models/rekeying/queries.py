"""Reads what is to be keyed a second time, and on what two keyers differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Integer, Row, Select, cast, func, select

from models.accounts.queries import Account, role_of, standing_accounts
from models.clock import hlc_time
from models.errors import UserError
from models.journal.histories import read_entities
from models.journal.log import head_ids
from models.journal.tables import heads
from models.json_text import parse_json
from models.permissions import Permission, may
from models.rekeying.compare import errors_of
from models.rekeying.plan import Plan, Standing, plan_for, standing_from
from models.rekeying.records import Difference, DrawnBatch, DrawnSlip
from models.rekeying.tables import drawn_slips, rekeyed_slips
from models.settings.record import Settings
from models.store.parts import in_parts
from models.surveys.queries import batch_headers, read_slip
from models.surveys.records import BatchHeader, SlipContent
from models.surveys.tables import responses

STANDING: Final = ("valid", "invalid")
NOTHING: Final = "{}"
_AT_ONCE: Final = 500


def drawn_batches(connection: Connection, account: UUID) -> list[DrawnBatch]:
    """Return the batches of which an account has slips to key a second time, the oldest first."""
    left = _left(connection, account)
    return _batches(connection, left) if left else []


def count_left(connection: Connection, account: UUID) -> int:
    """Return how many slips wait for an account's second keying."""
    return sum(map(len, _left(connection, account).values()))


def read_drawn(connection: Connection, batch: UUID, account: UUID) -> DrawnBatch:
    """Return a batch with what is left of it for an account; UserError if it is not here."""
    left = _left(connection, account, batch).get(batch, [])
    found = _batches(connection, {batch: left})
    if not found:
        raise UserError("surveys.no_batch")
    return found[0]


def keyers_of(connection: Connection, slips: Mapping[UUID, str]) -> dict[UUID, set[UUID]]:
    """Return who keyed or changed each of some slips, `{slip: its unit}`."""
    keyers: dict[UUID, set[UUID]] = {slip: set() for slip in slips}
    changed: set[UUID] = set()
    for part in in_parts(slips):
        first = select(responses.c.id, responses.c.keyed_by).where(responses.c.id.in_(part))
        for row in connection.execute(first):
            keyers[row.id].add(row.keyed_by)
        # Of what was only recorded there is no head beside it.
        spoken = select(heads.c.entity).where(
            heads.c.entity.in_(part), heads.c.event_id != heads.c.entity
        )
        changed.update(connection.execute(spoken).scalars())
    histories = read_entities(connection, {slip: slips[slip] for slip in changed})
    for slip, history in histories.items():
        keyers[slip] |= {event.actor for event in history}
    return keyers


def undecided(connection: Connection, account: UUID) -> list[UUID]:
    """Return the differences that wait and that an account may decide, the oldest first."""
    query = (
        select(
            rekeyed_slips.c.id, rekeyed_slips.c.slip, rekeyed_slips.c.first_by,
            rekeyed_slips.c.second_by, rekeyed_slips.c.unit,
        )
        .outerjoin(responses, responses.c.id == rekeyed_slips.c.slip)
        .where(rekeyed_slips.c.is_waiting.is_(True))
        .where(rekeyed_slips.c.slip.is_(None) | responses.c.status.in_(STANDING))
        .order_by(rekeyed_slips.c.second_hlc, rekeyed_slips.c.id)
    )  # fmt: skip
    rows = connection.execute(query).all()
    if not rows:
        return []
    keyers = keyers_of(connection, {row.slip: row.unit for row in rows if row.slip is not None})
    accounts = standing_accounts(connection)
    return [
        row.id
        for row in rows
        if _may_decide(accounts, account, _parties(row, keyers.get(row.slip, set())))
    ]


def hidden_slips(connection: Connection, batch: UUID, account: UUID) -> frozenset[UUID]:
    """Return the slips of a batch that an account must not see: it is to key them, or yet may.

    As long as something of a batch is open an error may have the rest of it drawn. Who reviews
    slips has to see them, and so is not asked to wait for that.
    """
    left = {one.slip for one in _left(connection, account, batch).get(batch, [])}
    if may(role_of(connection, account), Permission.REVIEW_SLIPS):
        return frozenset(left)
    to_key = select(drawn_slips.c.slip).where(
        drawn_slips.c.batch == batch, drawn_slips.c.is_done.is_(False)
    )
    to_decide = select(rekeyed_slips.c.slip).where(
        rekeyed_slips.c.batch == batch, rekeyed_slips.c.is_waiting.is_(True)
    )
    if all(connection.execute(query).first() is None for query in (to_key, to_decide)):
        return frozenset(left)
    rest = (
        select(responses.c.id, responses.c.unit)
        .outerjoin(drawn_slips, drawn_slips.c.slip == responses.c.id)
        .where(responses.c.batch == batch, responses.c.status.in_(STANDING))
        .where(drawn_slips.c.slip.is_(None), responses.c.keyed_by != account)
    )
    units = {row.id: row.unit for row in connection.execute(rest)}
    keyers = keyers_of(connection, units)
    return frozenset(left | {slip for slip in units if account not in keyers[slip]})


def has_keyed_in(connection: Connection, batch: UUID, account: UUID) -> bool:
    """Say whether an account keyed slips of a batch, so that nothing of it is left over for it."""
    query = select(responses.c.id).where(
        responses.c.batch == batch, responses.c.keyed_by == account
    )
    return connection.execute(query.limit(1)).first() is not None


def parties(connection: Connection, row: Any) -> set[UUID]:
    """Return those whose word is in question: who keyed or changed the slip, and who did again."""
    slips = {} if row.slip is None else {row.slip: row.unit}
    return _parties(row, keyers_of(connection, slips).get(row.slip, set()))


def others(connection: Connection, those: set[UUID]) -> bool:
    """Say whether somebody works here who keys slips and is none of `those`."""
    return _others(standing_accounts(connection), those)


def _parties(row: Any, keyers: set[UUID]) -> set[UUID]:
    return {one for one in (row.second_by, row.first_by, *keyers) if one is not None}


def _others(accounts: Sequence[Account], those: set[UUID]) -> bool:
    return any(
        account.id not in those and may(account.role, Permission.KEY_SLIPS)
        for account in accounts
    )


def _may_decide(accounts: Sequence[Account], account: UUID, those: set[UUID]) -> bool:
    if account not in those:
        return True
    role = next((one.role for one in accounts if one.id == account), "")
    return may(role, Permission.REVIEW_SLIPS) and not _others(accounts, those)


def rekeyed_row(connection: Connection, rekeyed: UUID) -> Row[Any]:
    """Return the row of a second keying; UserError if it is not here."""
    query = select(rekeyed_slips).where(rekeyed_slips.c.id == rekeyed)
    row = connection.execute(query).first()
    if row is None:
        raise UserError("rekeying.nothing_to_decide")
    return row


def read_difference(connection: Connection, rekeyed: UUID) -> Difference:
    """Return what two keyers differ on; UserError if it is not here."""
    row = rekeyed_row(connection, rekeyed)
    slip = read_slip(connection, row.slip) if row.slip is not None else None
    return Difference(
        row.id, row.outcome, row.batch, row.unit, row.number, row.questionnaire, row.version, slip,
        row.first_by, row.second_by, hlc_time(row.second_hlc), content_of(row),
        {field: (one, other) for field, (one, other) in parse_json(row.differing).items()},
        head_ids(connection, row.slip, row.unit) if row.slip is not None else (),
        not others(connection, parties(connection, row)),
    )  # fmt: skip


def content_of(row: Row[Any]) -> SlipContent:
    """Return what the second keyer keyed."""
    fields = parse_json(row.content)
    return SlipContent(
        fields["answers"], fields["reason"], fields["note"], fields["dossier"],
        tuple(fields["not_asked"]), tuple(fields["typed"]),
    )  # fmt: skip


def plan_of(settings: Settings) -> Plan:
    """Return the plan that the settings ask for."""
    return plan_for(
        float(settings.rekey_target) / 10_000, float(settings.rekey_share) / 100,
        settings.rekey_levels,
    )  # fmt: skip


def standing_of(connection: Connection, plan: Plan, account: UUID) -> Standing:
    """Return where a clerk stands by all of his slips that were keyed a second time.

    What nobody has decided yet counts as an error until somebody does.
    """
    query = (
        counted(rekeyed_slips.c.fields, rekeyed_slips.c.differing, rekeyed_slips.c.decided,
                rekeyed_slips.c.is_waiting)
        .where(rekeyed_slips.c.first_by == account)
        .order_by(rekeyed_slips.c.second_hlc.desc(), rekeyed_slips.c.id.desc())
    )  # fmt: skip
    # Of a clerk's years only the last slips are fetched, as far as they are wanted.
    with connection.execute(query, execution_options={"yield_per": _AT_ONCE}) as rows:
        return standing_from(
            plan,
            (
                (len(parse_json(row.fields)), 0 if row.differing == NOTHING else _errors(row))
                for row in rows
            ),
        )


def counted(*columns: Any) -> Select[Any]:
    """Return the query for what was keyed a second time and counts.

    A difference on a slip that was voided before somebody decided it is nobody's error.
    """
    return (
        select(*columns)
        .outerjoin_from(rekeyed_slips, responses, responses.c.id == rekeyed_slips.c.slip)
        .where(
            rekeyed_slips.c.is_waiting.is_(False)
            | rekeyed_slips.c.slip.is_(None)
            | responses.c.status.in_(STANDING)
        )
    )


def _errors(row: Any) -> int:
    if row.is_waiting:
        return 1
    firsts = {field: one for field, (one, _) in parse_json(row.differing).items()}
    return len(errors_of(parse_json(row.decided), firsts))


def _left(
    connection: Connection, account: UUID, batch: UUID | None = None
) -> dict[UUID, list[DrawnSlip]]:
    """Return what of all batches, or of one, is left to key for an account, `{batch: slips}`."""
    query = (
        select(
            drawn_slips.c.slip, drawn_slips.c.batch, drawn_slips.c.number, responses.c.unit
        )
        .join(responses, responses.c.id == drawn_slips.c.slip)
        .where(drawn_slips.c.is_done.is_(False), responses.c.status.in_(STANDING))
        .where(drawn_slips.c.first_by != account)
        .order_by(drawn_slips.c.batch, drawn_slips.c.number, drawn_slips.c.slip)
    )  # fmt: skip
    if batch is not None:
        query = query.where(drawn_slips.c.batch == batch)
    rows = connection.execute(query).all()
    # Who corrected a slip has seen what was keyed first.
    keyers = keyers_of(connection, {row.slip: row.unit for row in rows})
    left: dict[UUID, list[DrawnSlip]] = {}
    for row in rows:
        if account not in keyers[row.slip]:
            left.setdefault(row.batch, []).append(DrawnSlip(row.slip, row.number))
    return left


def _batches(
    connection: Connection, left: Mapping[UUID, Sequence[DrawnSlip]]
) -> list[DrawnBatch]:
    """Return the batches that are here with what is drawn and keyed of them, the oldest first."""
    drawn = (
        select(
            drawn_slips.c.batch, func.count().label("slips"),
            func.sum(cast(drawn_slips.c.is_done, Integer)).label("keyed"),
        )
        .join(responses, responses.c.id == drawn_slips.c.slip)
        .where(responses.c.status.in_(STANDING))
        .group_by(drawn_slips.c.batch)
    )  # fmt: skip
    extra = (
        select(rekeyed_slips.c.batch, func.count().label("papers"))
        .where(rekeyed_slips.c.outcome == "extra")
        .group_by(rekeyed_slips.c.batch)
    )
    counts: dict[UUID, tuple[int, int]] = {}
    papers: dict[UUID, int] = {}
    headers: dict[UUID, BatchHeader] = {}
    for part in in_parts(left):
        for row in connection.execute(drawn.where(drawn_slips.c.batch.in_(part))):
            counts[row.batch] = row.slips, row.keyed
        for row in connection.execute(extra.where(rekeyed_slips.c.batch.in_(part))):
            papers[row.batch] = row.papers
        headers |= batch_headers(connection, part)
    return [
        DrawnBatch(
            batch, headers[batch], *counts.get(batch, (0, 0)), tuple(left[batch]),
            papers.get(batch, 0),
        )
        for batch in sorted(headers, key=lambda one: one.int)
    ]  # fmt: skip
