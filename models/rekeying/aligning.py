"""Puts second keyings beside the papers that they are of, where the bundle was keyed shifted.

Slips bear no numbers of their own: where one of the two keyers left a paper out, or keyed one
twice, each of the following is set beside its neighbour, and all differ. Whoever decides says once
what happened; what was keyed is moved by one, and compared anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal
from uuid import UUID

from sqlalchemy import Row, select

from models.errors import UserError
from models.ids import uuid7
from models.journal.event import NewEvent
from models.permissions import Permission, permitted
from models.rekeying.commands import extra_payload, keyed_payload
from models.rekeying.deciding import ask_third
from models.rekeying.events import REALIGNED, SHIFTED
from models.rekeying.queries import STANDING, content_of, parties, rekeyed_row
from models.rekeying.tables import rekeyed_slips
from models.store.store import Transaction
from models.surveys.queries import read_slip
from models.surveys.records import SlipContent
from models.surveys.tables import responses

Shift = Literal["second_skipped", "second_twice", "first_skipped", "first_twice"]
SHIFTS: Final[tuple[Shift, ...]] = (
    "second_skipped", "second_twice", "first_skipped", "first_twice",
)  # fmt: skip
# What was keyed moves to the paper behind; else to the one before.
_LATER: Final = frozenset({"second_skipped", "first_twice"})


@dataclass(frozen=True, slots=True)
class Moved:
    """What a place of the bundle was keyed as, None for "no such paper"; or open: by nobody."""

    content: SlipContent | None
    is_open: bool = False


_OPEN: Final = Moved(None, is_open=True)
_MISSING: Final = Moved(None)


@permitted(Permission.KEY_SLIPS)
def align(tx: Transaction, rekeyed: UUID, what: Shift) -> int:
    """Record what happened at the paper of a difference, and move what follows by one.

    Moved is what the same second keyer keyed of the papers from this one on, as far as their
    numbers follow one another. Where he was the one who erred, what he keyed behind a gap is of
    papers that nobody drew: it is to be keyed again. Return how many slips are.

    It is for who may decide the difference. UserError for anybody else, and where nothing waits.
    """
    row = rekeyed_row(tx.connection, rekeyed)
    if not row.is_waiting or row.slip is None:
        raise UserError("rekeying.nothing_to_decide")
    is_alone = ask_third(tx, parties(tx.connection, row))
    rows = _from_here(tx, row)
    end = next(
        (n for n in range(1, len(rows)) if rows[n].number > rows[n - 1].number + 1), len(rows)
    )
    run, behind = rows[:end], rows[end:]
    moved, over = _moved(run, what)
    said = {
        "batch": str(row.batch), "number": row.number, "what": what, "is_alone": is_alone,
    }  # fmt: skip
    tx.append(
        NewEvent(SHIFTED, row.unit, uuid7(tx.clock.now_ms()), said, parents=(), is_creation=True)
    )
    given = list(zip(run, moved, strict=True))
    if what.startswith("second"):
        given += [(one, _OPEN) for one in behind if one.slip is not None]
    for one, now in given:
        if now != Moved(_content(one)):
            _append(tx, one, now)
    if over is not None and not behind:
        payload = extra_payload(tx, row.batch, over)
        event = {**payload, "outcome": "extra", "about": None, "second_by": str(row.second_by)}
        tx.append(NewEvent(REALIGNED, row.unit, uuid7(tx.clock.now_ms()), event, parents=()))
    return sum(now.is_open for one, now in given if one.slip is not None)


def _from_here(tx: Transaction, row: Row[Any]) -> Sequence[Row[Any]]:
    """Return what the same keyer keyed of the batch from a slip on, papers left over last."""
    columns = rekeyed_slips.c
    query = (
        select(rekeyed_slips)
        .outerjoin(responses, responses.c.id == columns.slip)
        .where(columns.batch == row.batch, columns.second_by == row.second_by)
        .where(columns.number >= row.number)
        .where(
            (columns.slip.is_(None) & columns.is_waiting.is_(True))
            | responses.c.status.in_(STANDING)
        )
        .order_by(columns.slip.is_(None), columns.number, columns.id)
    )
    rows = tx.connection.execute(query).all()
    place = next(n for n, one in enumerate(rows) if one.id == row.id)
    return rows[place:]


def _moved(rows: Sequence[Row[Any]], what: Shift) -> tuple[list[Moved], SlipContent | None]:
    """Return what each place is keyed as now, and the paper that has no place any more."""
    keyed = [_content(one) for one in rows]
    if what in _LATER:
        begin = _MISSING if what == "first_twice" else _OPEN
        moved = [begin, *map(Moved, keyed[:-1])]
        over = keyed[-1]
    else:
        moved = [*map(Moved, keyed[1:]), _OPEN]
        over = keyed[0] if what == "first_skipped" else None
        if over is not None and rows[-1].slip is None:
            moved[-1], over = Moved(over), None
    # A paper left over that nothing is left of is none.
    return [
        _OPEN if one.slip is None and now.content is None else now
        for one, now in zip(rows, moved, strict=True)
    ], over


def _content(row: Row[Any]) -> SlipContent | None:
    return None if row.outcome == "missing" else content_of(row)


def _append(tx: Transaction, row: Row[Any], now: Moved) -> None:
    slip = read_slip(tx.connection, row.slip) if row.slip is not None else None
    if now.is_open:
        payload: dict[str, Any] = {"outcome": "open"}
    elif slip is not None:
        payload = keyed_payload(tx, slip, now.content)
    else:
        assert now.content is not None
        payload = {**extra_payload(tx, row.batch, now.content), "number": row.number}
    event = {**payload, "about": str(row.keying), "second_by": str(row.second_by)}
    tx.append(NewEvent(REALIGNED, row.unit, row.id, event))
