"""What a check of the paper changes in a batch that may be closed long ago.

The commands that call these ask who may: `models.rekeying.deciding`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from models.errors import UserError
from models.ids import uuid7
from models.journal.event import NewEvent
from models.store.store import Transaction
from models.surveys.commands import check_dossier, recording
from models.surveys.events import (
    CORRECTED,
    VOIDED,
    content_fields,
    difference,
    header_fields,
)
from models.surveys.queries import read_batch, read_slip
from models.surveys.records import Slip, SlipContent
from models.surveys.tables import responses

STANDING: Final = ("valid", "invalid")


def standing_slip(tx: Transaction, slip: UUID) -> Slip:
    """Return a slip that stands; UserError where it was voided or is not here."""
    found = read_slip(tx.connection, slip)
    if found is None or found.status not in STANDING:
        raise UserError("surveys.no_slip")
    return found


def correct_checked(
    tx: Transaction, current: Slip, before: SlipContent, content: SlipContent,
    seen: Sequence[UUID],
) -> bool:  # fmt: skip
    """Correct a slip that the author had before him as `before`, with the heads `seen`.

    Only what he changed is told: what came meanwhile is not put back. False for no change.
    """
    if content.dossier != current.content.dossier:
        check_dossier(tx, content.dossier)
    changes = difference(content_fields(before), content_fields(content))
    if changes:
        tx.append(
            NewEvent(CORRECTED, current.unit, current.id, {"set": changes}, tuple(seen))
        )
    return bool(changes)


def void_checked(tx: Transaction, current: Slip, reason: str) -> None:
    """Void a slip of which there is no paper."""
    tx.append(
        NewEvent(VOIDED, current.unit, current.id, {"reason": reason, "undone": False})
    )


def add_checked(tx: Transaction, batch: UUID, content: SlipContent) -> UUID:
    """Record a slip of which there is a paper, behind the last of its batch; return its id."""
    header = read_batch(tx.connection, batch).header
    last = select(func.max(responses.c.number)).where(responses.c.batch == batch)
    number = (tx.connection.execute(last).scalar() or 0) + 1
    check_dossier(tx, content.dossier)
    slip = uuid7(tx.clock.now_ms())
    head = {"id": batch, **header_fields(header)}
    tx.append(recording(head, slip, number, content, is_creation=True))
    return slip
