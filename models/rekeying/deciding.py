"""Decides what two keyers differ on; the slip follows by a correction, and the summary with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from models.errors import UserError
from models.journal.event import NewEvent
from models.json_text import parse_json
from models.permissions import Permission, permitted
from models.rekeying.commands import draw
from models.rekeying.compare import errors_of
from models.rekeying.events import DECIDED, PAPER
from models.rekeying.plan import Standing
from models.rekeying.queries import content_of, others, parties, plan_of, rekeyed_row
from models.rekeying.records import Decided
from models.settings.queries import read_settings
from models.store.store import Transaction
from models.surveys.checked import add_checked, correct_checked, standing_slip, void_checked
from models.surveys.events import content_fields, flat_fields
from models.surveys.records import SlipContent

# Why a slip of which there is no paper was voided; it stands beside the slip, for people.
NO_PAPER: Final = "Không có phiếu giấy này trong tập phiếu (nhập lần hai)"


@permitted(Permission.KEY_SLIPS)
def decide(
    tx: Transaction, rekeyed: UUID, decided: Mapping[str, Decided], *, before: SlipContent,
    after: SlipContent, seen: Sequence[UUID],
) -> int:  # fmt: skip
    """Record a person's word on all that two keyers differ on; return how many slips that draws.

    `before` is the slip and `seen` its heads as the person had them on the screen, `after` what the
    decision makes of it. It is for who keyed neither; where nobody else works here, for a reviewer,
    and the event says so. UserError for anybody else, for what is decided already, and for a field
    that is left out; ValueError where `after` does not hold what was decided.
    """
    row = rekeyed_row(tx.connection, rekeyed)
    found = parse_json(row.differing)
    if not row.is_waiting or set(decided) != set(found):
        raise UserError("rekeying.nothing_to_decide")
    is_alone = ask_third(tx, parties(tx.connection, row))
    changed = row.slip
    if row.outcome == "extra":
        if decided[PAPER].value:
            changed = add_checked(tx, row.batch, content_of(row))
    else:
        current = standing_slip(tx, row.slip)
        if row.outcome == "missing":
            if not decided[PAPER].value:
                void_checked(tx, current, NO_PAPER)
        else:
            _ask_same(decided, after)
            correct_checked(tx, current, before, after, seen)
    content = {
        "keying": str(row.keying),
        "slip": str(changed) if changed is not None else None,
        "decided": {
            field: {"value": one.value, "taken": one.taken} for field, one in decided.items()
        },
        "is_alone": is_alone,
    }
    tx.append(NewEvent(DECIDED, row.unit, rekeyed, content))
    firsts = {field: one for field, (one, _) in found.items()}
    values = {field: one.value for field, one in decided.items()}
    if row.first_by is None or not errors_of(values, firsts):
        return 0
    # At one error all is checked at once, the rest of this batch too.
    plan = plan_of(read_settings(tx.connection))
    return draw(tx, row.batch, plan, {row.first_by: Standing()}, "error")


def _ask_same(decided: Mapping[str, Decided], after: SlipContent) -> None:
    fields = flat_fields(content_fields(after))
    values = {field: one.value for field, one in decided.items()}
    if errors_of(values, fields):
        raise ValueError("the slip is not as it was decided")


def ask_third(tx: Transaction, those: set[UUID]) -> bool:
    """Return whether the actor decides of his own keying; UserError unless nobody else can."""
    if tx.actor not in those:
        return False
    if others(tx.connection, those):
        raise UserError("rekeying.third_needed")
    tx.demand(Permission.REVIEW_SLIPS)
    return True
