"""Votes at the kiosk: slips of a batch of the day that opens and closes by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, select

from models.errors import UserError
from models.kiosk.codes import tell_used, use_code
from models.permissions import Permission, permitted
from models.questionnaires.form import Form
from models.questionnaires.queries import read_form
from models.store.store import Transaction
from models.surveys.commands import close_batch, open_batch, record_slip
from models.surveys.queries import read_slip
from models.surveys.records import KIOSK_CHANNEL, BatchHeader, SlipContent
from models.surveys.tables import batches

# Reasons for which what was said at the kiosk does not count (`models.settings.record`).
LEFT: Final = "bo_do"
REPEATED: Final = "trung_phieu"
WHOLLY_BLANK: Final = "bo_trong"
SHOWN: Final = frozenset({"select_one", "select_multiple"})


@dataclass(frozen=True, slots=True)
class Vote:
    """What somebody said at the kiosk on a day; `mark` is that of the code that it used up."""

    id: UUID
    unit: str
    day: date
    questionnaire: str
    version: str
    content: SlipContent
    mark: str = ""


def read_kiosk_form(
    connection: Connection, questionnaire: str, version: str | None = None
) -> Form:
    """Return a form that the kiosk can show, the newest version where none is named.

    Nothing is typed at the kiosk. UserError for a form with repeats, without a question to choose
    in, or with a typed answer that is required.
    """
    form = read_form(connection, questionnaire, version)
    title = form.text(form.titles)
    if any(node.kind == "repeat" for node in form.nodes()):
        raise UserError("surveys.form_repeats", title=title)
    for node in form.questions():
        if node.kind not in SHOWN and node.required is not None:
            raise UserError("kiosk.form_typed", title=title, question=form.text(node.labels))
    if not any(node.kind in SHOWN for node in form.questions()):
        raise UserError("kiosk.form_empty", title=title)
    return form


@permitted(Permission.KEY_SLIPS)
def record_vote(tx: Transaction, vote: Vote) -> UUID:
    """Record a vote once, in this account's batch of its day; return the batch.

    UserError for a code that another vote used up meanwhile.
    """
    known = read_slip(tx.connection, vote.id)
    if known is not None:
        return known.batch
    _end_earlier(tx, vote)
    query = select(batches.c.id).where(
        batches.c.channel == KIOSK_CHANNEL, batches.c.state == "open",
        batches.c.unit == vote.unit, batches.c.collected_on == vote.day.isoformat(),
        batches.c.questionnaire == vote.questionnaire, batches.c.version == vote.version,
        batches.c.opened_by == tx.actor,
    )  # fmt: skip
    batch: UUID | None = tx.connection.execute(query).scalars().first()
    if batch is None:
        batch = open_batch(
            tx,
            BatchHeader(vote.unit, vote.day, vote.questionnaire, vote.version, KIOSK_CHANNEL),
        )
    if vote.mark:
        use_code(tx, vote.mark)
    record_slip(tx, batch, vote.id, vote.content, is_vote=True)
    return batch


@permitted(Permission.KEY_SLIPS)
def end_kiosk(tx: Transaction) -> None:
    """Close this account's open batches of the kiosk."""
    _close(tx, batches.c.opened_by == tx.actor)


def _end_earlier(tx: Transaction, vote: Vote) -> None:
    """Close the unit's batches of the days before, whoever opened them.

    The machine may have been switched off without the PIN, and another one starts it next.
    """
    _close(
        tx, batches.c.unit == vote.unit, batches.c.collected_on < vote.day.isoformat()
    )


def _close(tx: Transaction, *which: ColumnElement[bool]) -> None:
    query = select(batches.c.id).where(
        batches.c.channel == KIOSK_CHANNEL, batches.c.state == "open", *which
    )
    ended = tx.connection.execute(query).scalars().all()
    for batch in ended:
        try:
            close_batch(tx, batch, returned=None)
        except UserError as error:
            # Somebody said how many there are, and there are others: that a person has to explain.
            if error.code != "surveys.difference_unexplained":
                raise
    if ended:
        tell_used(tx)
