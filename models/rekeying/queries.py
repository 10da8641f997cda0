"""Reads what is to be keyed a second time, and on what two keyers differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Row, and_, func, select

from models.accounts.queries import standing_accounts
from models.clock import hlc_time
from models.errors import UserError
from models.journal.histories import read_entities
from models.journal.log import head_ids
from models.journal.tables import heads
from models.json_text import parse_json
from models.permissions import Permission, may
from models.rekeying.compare import errors_of
from models.rekeying.plan import Plan, Standing, plan_for, standing_after
from models.rekeying.records import Difference, DrawnBatch, DrawnSlip
from models.rekeying.tables import drawn_slips, rekeyed_slips
from models.settings.record import Settings
from models.store.parts import in_parts
from models.surveys.queries import read_batch, read_slip
from models.surveys.records import SlipContent
from models.surveys.tables import responses

_STANDING: Final = ("valid", "invalid")
_NOTHING: Final = "{}"


def drawn_batches(connection: Connection, account: UUID) -> list[DrawnBatch]:
    """Return the batches of which an account has slips to key a second time, the oldest first."""
    found = [
        read_drawn(connection, batch, account) for batch in _unfinished(connection)
    ]
    return [one for one in found if one.left]


def read_drawn(connection: Connection, batch: UUID, account: UUID) -> DrawnBatch:
    """Return a batch with what is left of it for an account; UserError if it is not here."""
    rows = connection.execute(_drawn(batch)).all()
    header = read_batch(connection, batch).header
    open_ = [row for row in rows if row.is_done is None and row.first_by != account]
    # Who corrected a slip has seen what was keyed first.
    keyers = keyers_of(connection, [row.slip for row in open_], header.unit)
    left = [DrawnSlip(row.slip, row.number) for row in open_ if account not in keyers[row.slip]]
    extra = select(func.count()).where(
        rekeyed_slips.c.batch == batch, rekeyed_slips.c.outcome == "extra"
    )
    return DrawnBatch(
        batch, header, len(rows),
        sum(row.is_done is not None for row in rows), tuple(left),
        connection.execute(extra).scalar_one(),
    )  # fmt: skip


def keyers_of(
    connection: Connection, slips: Sequence[UUID], unit: str
) -> dict[UUID, set[UUID]]:
    """Return who keyed or changed each of some slips of a unit."""
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
    histories = read_entities(connection, dict.fromkeys(changed, unit))
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
        .where(rekeyed_slips.c.differing != _NOTHING, rekeyed_slips.c.decided == "")
        .where(rekeyed_slips.c.slip.is_(None) | responses.c.status.in_(_STANDING))
        .order_by(rekeyed_slips.c.second_hlc, rekeyed_slips.c.id)
    )  # fmt: skip
    return [
        row.id
        for row in connection.execute(query)
        if _may_decide(connection, account, parties(connection, row))
    ]


def parties(connection: Connection, row: Any) -> set[UUID]:
    """Return those whose word is in question: who keyed or changed the slip, and who did again."""
    slips = [] if row.slip is None else [row.slip]
    keyers = keyers_of(connection, slips, row.unit)
    found = {row.second_by, row.first_by}.union(*keyers.values())
    return {one for one in found if one is not None}


def others(connection: Connection, those: Sequence[UUID] | set[UUID]) -> bool:
    """Say whether somebody works here who keys slips and is none of `those`."""
    return any(
        account.id not in those and may(account.role, Permission.KEY_SLIPS)
        for account in standing_accounts(connection)
    )


def _may_decide(connection: Connection, account: UUID, those: set[UUID]) -> bool:
    if account not in those:
        return True
    role = {one.id: one.role for one in standing_accounts(connection)}.get(account, "")
    return may(role, Permission.REVIEW_SLIPS) and not others(connection, those)


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
        select(rekeyed_slips.c.fields, rekeyed_slips.c.differing, rekeyed_slips.c.decided)
        .where(rekeyed_slips.c.first_by == account)
        .order_by(rekeyed_slips.c.second_hlc, rekeyed_slips.c.id)
    )
    return standing_after(
        plan,
        (
            (len(parse_json(row.fields)), 0 if row.differing == _NOTHING else _errors(row))
            for row in connection.execute(query)
        ),
    )


def _errors(row: Any) -> int:
    if not row.decided:
        return 1
    firsts = {field: one for field, (one, _) in parse_json(row.differing).items()}
    return len(errors_of(parse_json(row.decided), firsts))


def _unfinished(connection: Connection) -> list[UUID]:
    # By the ids alone, which an index holds: a join would read every row with its content.
    done = select(rekeyed_slips.c.id)
    query = (
        select(drawn_slips.c.batch)
        .join(responses, responses.c.id == drawn_slips.c.slip)
        .where(drawn_slips.c.rekeyed.not_in(done), responses.c.status.in_(_STANDING))
        .distinct()
    )
    return sorted(connection.execute(query).scalars(), key=lambda one: one.int)


def _drawn(batch: UUID) -> Any:
    return (
        select(
            drawn_slips.c.slip, drawn_slips.c.number, drawn_slips.c.first_by,
            rekeyed_slips.c.id.label("is_done"),
        )
        .join(
            responses,
            and_(responses.c.id == drawn_slips.c.slip, responses.c.status.in_(_STANDING)),
        )
        .outerjoin(rekeyed_slips, rekeyed_slips.c.id == drawn_slips.c.rekeyed)
        .where(drawn_slips.c.batch == batch)
        .order_by(drawn_slips.c.number, drawn_slips.c.slip)
    )  # fmt: skip
