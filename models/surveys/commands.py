"""What can be done to batches and slips.

Each command runs inside `Store.write`; what it refuses it refuses with a UserError and changes
nothing. A closed batch's slips can only be voided, and keyed again in their place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, bindparam, func, literal_column, select

from models.errors import UserError
from models.ids import derived_id, uuid7
from models.journal.event import NewEvent
from models.permissions import Permission, permitted
from models.questionnaires.queries import read_form
from models.store.prepared import Prepared
from models.store.store import Transaction
from models.store.types import Id
from models.surveys.events import (
    BATCH_CHANGED,
    BATCH_CLOSED,
    BATCH_OPENED,
    CORRECTED,
    RECORDED,
    SETTLED,
    VOIDED,
    content_fields,
    difference,
    flat_fields,
    header_fields,
)
from models.surveys.queries import known_slips, slip_of
from models.surveys.records import KIOSK_CHANNEL, BatchHeader, ImportedSlip, Slip, SlipContent
from models.surveys.tables import batches, responses
from models.surveys.undecided import read_undecided

_BATCH: Final = select(batches).where(batches.c.id == bindparam("of"))
_LAST_NUMBER: Final = select(func.max(responses.c.number)).where(
    responses.c.batch == bindparam("of")
)
# One question for all that a slip's saving must know: its batch, the last number, and whether the
# slip is here already (a retry).
_BEFORE_SLIP: Final = Prepared(select(
    batches.c.state, batches.c.unit, batches.c.questionnaire, batches.c.version,
    batches.c.collected_on, batches.c.channel,
    select(func.max(responses.c.number))
    .where(responses.c.batch == bindparam("of", type_=Id()))
    .scalar_subquery()
    .label("last_number"),
    select(func.coalesce(responses.c.number, literal_column("0")))
    .where(responses.c.id == bindparam("slip", type_=Id()))
    .scalar_subquery()
    .label("known"),
).where(batches.c.id == bindparam("of", type_=Id())))  # fmt: skip
_HEADER_FIELDS: Final = ("unit", "questionnaire", "version", "collected_on", "channel")
_SLIP: Final = select(responses).where(responses.c.id == bindparam("of"))
_DOSSIER: Final = select(responses.c.id).where(responses.c.dossier == bindparam("of"))


@permitted(Permission.KEY_SLIPS)
def open_batch(tx: Transaction, header: BatchHeader) -> UUID:
    """Open a batch and return its id; UserError for a date to come or a negative count."""
    _check_header(header, tx.clock.today())
    batch = uuid7(tx.clock.now_ms())
    content = header_fields(header)
    tx.append(
        NewEvent(BATCH_OPENED, header.unit, batch, content, parents=(), is_creation=True)
    )
    return batch


@permitted(Permission.KEY_SLIPS)
def open_batch_to_key(tx: Transaction, header: BatchHeader) -> UUID:
    """Open a batch whose slips are keyed one question after the other.

    UserError for a questionnaire with repeats: one row of keys cannot hold them.
    """
    form = read_form(tx.connection, header.questionnaire, header.version)
    if any(node.kind == "repeat" for node in form.nodes()):
        raise UserError("surveys.form_repeats", title=form.text(form.titles))
    return open_batch(tx, header)


@permitted(Permission.KEY_SLIPS)
def change_batch(
    tx: Transaction, batch: UUID, *, handed_out: int | None, returned: int | None
) -> None:
    """Change how many slips were handed out and came back; UserError once it is closed."""
    row = _open_batch_row(tx, batch)
    for number in (handed_out, returned):
        _check_count(number)
    changes = {"handed_out": handed_out, "returned": returned}
    tx.append(NewEvent(BATCH_CHANGED, row.unit, batch, {"set": changes}))


@permitted(Permission.KEY_SLIPS)
def close_batch(tx: Transaction, batch: UUID, *, returned: int | None, reason: str = "") -> None:
    """Close a batch. UserError where keyed and returned differ and no reason is given.

    Without `returned` the number stands that was given before.
    """
    row = _open_batch_row(tx, batch)
    returned = row.returned if returned is None else returned
    _check_count(returned)
    query = select(func.count()).where(
        responses.c.batch == batch, responses.c.status.in_(("valid", "invalid"))
    )
    keyed = tx.connection.execute(query).scalar_one()
    if returned is not None and returned != keyed and not reason.strip():
        raise UserError("surveys.difference_unexplained", keyed=keyed, returned=returned)
    content = {"keyed": keyed, "returned": returned, "reason": reason.strip()}
    tx.append(NewEvent(BATCH_CLOSED, row.unit, batch, content))


@permitted(Permission.KEY_SLIPS)
def record_slip(
    tx: Transaction, batch: UUID, slip: UUID, content: SlipContent, *,
    replaces: UUID | None = None, is_vote: bool = False,
) -> int:  # fmt: skip
    """Record a slip under the id that it was sent with; return its number in the batch.

    Recording the same id twice changes nothing (a retry after a doubtful commit). `replaces` keys
    a voided slip again, in its place and under its number, in a closed batch too. A kiosk's batch
    takes what was said there (`is_vote`) and nothing else.
    """
    found = _BEFORE_SLIP.first(tx.connection, {"of": batch, "slip": slip})
    if found is None:
        raise UserError("surveys.no_batch")
    state, *fields, last_number, known = found
    if known is not None:
        return int(known)
    if state != "open":
        if replaces is None:
            raise UserError("surveys.batch_closed")
        tx.demand(Permission.REVIEW_SLIPS)
    number = (last_number or 0) + 1
    head = {"id": batch, **dict(zip(_HEADER_FIELDS, fields, strict=True))}
    if not is_vote and head["channel"] == KIOSK_CHANNEL:
        raise UserError("kiosk.votes_alone" if replaces is None else "kiosk.vote_stands")
    if replaces is not None:
        # An imported batch holds slips of many days: the new one keeps the day of the old.
        number, head["collected_on"] = _place_of(tx, batch, replaces)
    check_dossier(tx, content.dossier)
    tx.append(recording(head, slip, number, content, replaces=replaces, is_creation=True))
    return number


@permitted(Permission.KEY_SLIPS)
def correct_slip(tx: Transaction, slip: UUID, content: SlipContent) -> bool:
    """Change a keyed slip of an open batch; False when nothing differs. Its first version stays."""
    current = _standing_slip(tx, slip)
    _refuse_vote(current.channel)
    _open_batch_row(tx, current.batch)
    if content.dossier != current.content.dossier:
        check_dossier(tx, content.dossier)
    changes = difference(content_fields(current.content), content_fields(content))
    if not changes:
        return False
    tx.append(NewEvent(CORRECTED, current.unit, slip, {"set": changes}))
    return True


@permitted(Permission.REVIEW_SLIPS)
def settle_slip(
    tx: Transaction, slip: UUID, before: SlipContent, after: SlipContent, *,
    decided: Set[str], seen: Sequence[UUID],
) -> UUID:  # fmt: skip
    """Record a person's last word on fields of a slip that wait for one; return the event's id.

    `before` is the slip and `seen` its heads as the person had them on the screen: a side that came
    later is not overruled by who never saw it. `after` holds the decided values and what the form
    makes of them. A closed batch's slips are settled too: what waits was said while it was open
    elsewhere. UserError for a field that does not wait (any more).
    """
    current = _standing_slip(tx, slip)
    waiting = {conflict.field for conflict in read_undecided(tx.connection, slip).conflicts}
    if not decided or not decided <= waiting:
        raise UserError("surveys.nothing_to_settle")
    if after.dossier != current.content.dossier:
        check_dossier(tx, after.dossier)
    said = flat_fields(content_fields(after))
    changes = difference(content_fields(before), content_fields(after))
    values = {**changes, **{field: said.get(field) for field in decided}}
    event = NewEvent(SETTLED, current.unit, slip, {"set": values}, tuple(seen))
    return tx.append(event)[0].event_id


@permitted(Permission.KEY_SLIPS)
def undo_last(tx: Transaction, batch: UUID) -> Slip:
    """Take back the last slip of an open batch and return it, so that it can be keyed again."""
    _refuse_vote(_open_batch_row(tx, batch).channel)
    query = (
        select(responses)
        .where(responses.c.batch == batch, responses.c.status.in_(("valid", "invalid")))
        .order_by(responses.c.number.desc())
        .limit(1)
    )
    row = tx.connection.execute(query).first()
    if row is None or row.number != _last_number(tx, batch):
        raise UserError("surveys.nothing_to_undo")
    tx.append(NewEvent(VOIDED, row.unit, row.id, {"reason": "", "undone": True}))
    return slip_of(row)


@permitted(Permission.KEY_SLIPS)
def void_slip(tx: Transaction, slip: UUID, *, reason: str) -> None:
    """Void a slip for a reason that is kept; UserError without one."""
    current = _standing_slip(tx, slip)
    if current.channel == KIOSK_CHANNEL or _batch_row(tx, current.batch).state != "open":
        tx.demand(Permission.REVIEW_SLIPS)
    if not reason.strip():
        raise UserError("surveys.reason_missing")
    tx.append(
        NewEvent(VOIDED, current.unit, slip, {"reason": reason.strip(), "undone": False})
    )


@permitted(Permission.IMPORT_SLIPS)
def import_slips(
    tx: Transaction, slips: Sequence[ImportedSlip], *, questionnaire: str, version: str
) -> tuple[int, list[ImportedSlip]]:
    """Record slips keyed elsewhere; return how many, and the rows that were here already.

    The same row is known again by its derived id. One closed batch is made for each unit, month
    and channel of the file, and numbers run within it.
    """
    ids = {slip.slip_id: slip for slip in slips}
    known = known_slips(tx.connection, list(ids))
    groups: dict[tuple[str, str, str], list[tuple[UUID, ImportedSlip]]] = {}
    for slip_id, slip in ids.items():
        if slip_id not in known:
            group = (slip.unit, slip.collected_on.isoformat()[:7], slip.channel)
            groups.setdefault(group, []).append((slip_id, slip))
    opened: list[NewEvent] = []
    recorded: list[NewEvent] = []
    closed: list[NewEvent] = []
    for group, members in groups.items():
        # Of what is new: a file that grew makes another batch, the same file the same one.
        batch = derived_id("import", [str(min(slip_id for slip_id, _ in members)), *group])
        day = max(slip.collected_on for _, slip in members)
        header = BatchHeader(group[0], day, questionnaire, version, group[2])
        opened.append(
            NewEvent(BATCH_OPENED, header.unit, batch, header_fields(header), parents=())
        )
        for number, (slip_id, slip) in enumerate(members, 1):
            row = {"id": batch, **header_fields(header)}
            row["collected_on"] = slip.collected_on.isoformat()
            recorded.append(recording(row, slip_id, number, slip.content))
        content = {"keyed": len(members), "returned": None, "reason": ""}
        closed.append(NewEvent(BATCH_CLOSED, header.unit, batch, content))
    tx.append(*opened)
    tx.append(*recorded)
    tx.append(*closed)
    return len(recorded), [slip for slip_id, slip in ids.items() if slip_id in known]


def recording(
    head: Mapping[str, Any], slip: UUID, number: int, content: SlipContent, *,
    replaces: UUID | None = None, is_creation: bool = False,
) -> NewEvent:  # fmt: skip
    """Return the event of a slip in a batch; `head` holds the batch's id and header fields."""
    payload = {
        "batch": str(head["id"]),
        "number": number,
        "unit": head["unit"],
        "questionnaire": head["questionnaire"],
        "version": head["version"],
        "collected_on": head["collected_on"],
        "channel": head["channel"],
        "replaces": str(replaces) if replaces else None,
        **content_fields(content),
    }
    return NewEvent(
        RECORDED, head["unit"], slip, payload, parents=(), is_creation=is_creation
    )


def _batch_row(tx: Transaction, batch: UUID) -> Row[Any]:
    row = tx.connection.execute(_BATCH, {"of": batch}).first()
    if row is None:
        raise UserError("surveys.no_batch")
    return row


def _open_batch_row(tx: Transaction, batch: UUID) -> Row[Any]:
    row = _batch_row(tx, batch)
    if row.state != "open":
        raise UserError("surveys.batch_closed")
    return row


def _last_number(tx: Transaction, batch: UUID) -> int:
    return tx.connection.execute(_LAST_NUMBER, {"of": batch}).scalar() or 0


def _place_of(tx: Transaction, batch: UUID, replaced: UUID) -> tuple[int, str]:
    row = tx.connection.execute(_SLIP, {"of": replaced}).first()
    if row is None or row.batch != batch or row.status != "void":
        raise UserError("surveys.not_voided")
    query = select(responses.c.id).where(
        responses.c.batch == batch,
        responses.c.number == row.number,
        responses.c.status.in_(("valid", "invalid")),
    )
    if tx.connection.execute(query).first() is not None:
        raise UserError("surveys.already_replaced")
    return int(row.number), row.collected_on


def _standing_slip(tx: Transaction, slip: UUID) -> Slip:
    row = tx.connection.execute(_SLIP, {"of": slip}).first()
    if row is None or row.status not in ("valid", "invalid"):
        raise UserError("surveys.no_slip")
    return slip_of(row)


def _refuse_vote(channel: str) -> None:
    """What citizens said themselves is not changed by who sits at the counter."""
    if channel == KIOSK_CHANNEL:
        raise UserError("kiosk.vote_stands")


def check_dossier(tx: Transaction, dossier: str | None) -> None:
    """Raise UserError where a slip rates the dossier already."""
    if dossier and tx.connection.execute(_DOSSIER, {"of": dossier}).first() is not None:
        raise UserError("surveys.dossier_rated", dossier=dossier)


def _check_header(header: BatchHeader, today: date) -> None:
    if header.collected_on > today:
        raise UserError("surveys.date_to_come", day=header.collected_on.strftime("%d/%m/%Y"))
    for number in (header.handed_out, header.returned):
        _check_count(number)


def _check_count(number: int | None) -> None:
    if number is not None and number < 0:
        raise UserError("surveys.count_negative")
