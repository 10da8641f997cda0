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
from models.rekeying.queries import NOTHING, STANDING, content_of, parties, rekeyed_row
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
    numbers follow one another. Behind a gap, what he keyed is one paper off as well where the first
    keyer erred: it moves, and its ends are to be keyed again, unless all of it agrees. Where he was
    the one who erred, it is of papers that nobody drew: all of it is. Return how many slips are to
    be keyed again.

    It is for who may decide each of the differences. UserError for anybody else, and where nothing
    waits.
    """
    row = rekeyed_row(tx.connection, rekeyed)
    if not row.is_waiting or row.slip is None:
        raise UserError("rekeying.nothing_to_decide")
    given, over = _given(_runs(_from_here(tx, row)), what)
    changed = [(one, now) for one, now in given if now != Moved(_content(one))]
    asked = {one.id: one for one in (row, *(one for one, _ in changed))}
    alone = {ask_third(tx, parties(tx.connection, one)) for one in asked.values()}
    said = {
        "batch": str(row.batch), "number": row.number, "what": what, "is_alone": True in alone,
    }  # fmt: skip
    tx.append(
        NewEvent(SHIFTED, row.unit, uuid7(tx.clock.now_ms()), said, parents=(), is_creation=True)
    )
    for one, now in changed:
        _append(tx, one, now)
    if over is not None:
        payload = extra_payload(tx, row.batch, over)
        event = {**payload, "about": None, "second_by": str(row.second_by)}
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


def _runs(rows: Sequence[Row[Any]]) -> list[list[Row[Any]]]:
    """Return the rows in runs whose numbers follow one another."""
    runs: list[list[Row[Any]]] = []
    for row in rows:
        if not runs or row.number > runs[-1][-1].number + 1:
            runs.append([])
        runs[-1].append(row)
    return runs


def _given(
    runs: Sequence[Sequence[Row[Any]]], what: Shift
) -> tuple[list[tuple[Row[Any], Moved]], SlipContent | None]:
    """Return what each place is keyed as now, and the paper that has no place any more."""
    first, *behind = runs
    moved, over = _moved(first, what, is_first=True)
    given = list(zip(first, moved, strict=True))
    for run in behind:
        if what in _LATER:
            # What was keyed last before a gap is of a paper that nobody drew.
            over = None
        if what.startswith("second"):
            given += [(one, _OPEN) for one in run if one.slip is not None]
        elif any(one.differing != NOTHING for one in run):
            moved, last = _moved(run, what, is_first=False)
            given += zip(run, moved, strict=True)
            over = over or last
    last_row, last_now = given[-1]
    if what == "first_skipped" and last_row.slip is None and last_now.is_open:
        # Where a paper is left over anyway, it is the one that the first keyer has not.
        given[-1], over = (last_row, Moved(over)), None
    # A paper left over that nothing is left of is none.
    return [
        (one, _OPEN if one.slip is None and now.content is None else now) for one, now in given
    ], over


def _moved(
    rows: Sequence[Row[Any]], what: Shift, *, is_first: bool
) -> tuple[list[Moved], SlipContent | None]:
    """Return what the places of a run are keyed as now, and what has no place in it any more."""
    keyed = [_content(one) for one in rows]
    if what in _LATER:
        begin = _MISSING if what == "first_twice" and is_first else _OPEN
        return [begin, *map(Moved, keyed[:-1])], keyed[-1]
    over = keyed[0] if what == "first_skipped" and is_first else None
    return [*map(Moved, keyed[1:]), _OPEN], over


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
