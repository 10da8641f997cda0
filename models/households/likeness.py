"""Finds the households of a hamlet that may be one and the same, for a person to decide."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select

from models.households.matching import Candidate, duplicates
from models.households.naming import ERASED_PLACE
from models.households.records import HamletKey
from models.households.tables import households, households_apart


@dataclass(frozen=True, slots=True)
class AlikePair:
    """Two households that look alike; `score` is out of 100, see `matching.duplicates`."""

    one: UUID
    other: UUID
    score: float
    is_sure: bool


def alike_households(connection: Connection, hamlet: HamletKey) -> list[AlikePair]:
    """Return the pairs of a hamlet that nobody has decided on, the likeliest first.

    Merged households and pairs that a person called two households are left out.
    """
    candidates = _candidates(connection, hamlet)
    apart = _apart(connection, {candidate.key for candidate in candidates})
    pairs: list[AlikePair] = []
    for found in duplicates(candidates):
        one, other = found.first, found.second
        assert isinstance(one, UUID)
        assert isinstance(other, UUID)
        if frozenset((one, other)) not in apart:
            pairs.append(AlikePair(one, other, found.score, found.is_sure))
    return pairs


def _candidates(connection: Connection, hamlet: HamletKey) -> list[Candidate]:
    query = select(
        households.c.id, households.c.name, households.c.address, households.c.house_number,
        households.c.street, households.c.code, households.c.list_code,
    ).where(
        households.c.unit == hamlet.unit, households.c.old_unit == hamlet.old_unit,
        households.c.hamlet == hamlet.hamlet, households.c.merged_into.is_(None),
        households.c.order_key != ERASED_PLACE,
    )  # fmt: skip
    return [
        Candidate(
            row.id, hamlet.unit, hamlet.hamlet, row.name,
            row.address or f"{row.house_number} {row.street}".strip(), row.code, row.list_code,
        )
        for row in connection.execute(query)
    ]  # fmt: skip


def _apart(connection: Connection, ids: set[object]) -> set[frozenset[UUID]]:
    rows = connection.execute(select(households_apart)).all()
    return {frozenset((row.one, row.other)) for row in rows if row.one in ids}
