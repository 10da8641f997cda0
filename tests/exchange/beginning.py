"""How each run of the machine begins: stations that know each other, with a list and a batch."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final
from unittest.mock import patch
from uuid import UUID

from exports.exchange.round import make_bundle, open_content, take_bundle
from models.households.list_commands import import_list
from models.households.list_plan import plan_list
from models.households.records import ListRow
from models.stations.commands import enrol
from models.store.store import Transaction
from models.surveys.commands import open_batch
from models.surveys.records import BatchHeader
from tests.exchange.stations import NOON_MS, Station, new_station

COMMUNE: Final = "06811"
OTHER: Final = "06820"
CITY: Final = "22"
# As they are enrolled in the end: the hub with each, and the two of one commune with each other.
UNITS: Final[Mapping[str, str]] = {"a": COMMUNE, "b": COMMUNE, "c": OTHER, "hub": CITY}
PAIRS: Final = (("hub", "a"), ("hub", "b"), ("hub", "c"), ("a", "b"), ("a", "c"))


def units_for(at: str, of: str) -> list[str] | None:
    """Return which units a station is let read at another, when all is well."""
    if of == "hub":
        return None
    return [UNITS[of]]


def row(number: int, unit: str, phone: str) -> ListRow:
    """Return one household of a list."""
    said = {"name": f"Nguyễn Văn {number}", "address": f"Số {number}", "phone": phone}
    return ListRow(number, unit, "Khu 1", said, {3: f"Ghi chú {number}"})


@lru_cache(maxsize=1)
def templates() -> dict[str, Station]:
    """Return the stations as each run finds them: enrolled, with a list, a batch and a slip."""
    with patch("secrets.token_bytes", random.Random(0).randbytes):
        made = {name: new_station(name, unit, lambda: NOON_MS) for name, unit in UNITS.items()}
        for at, of in PAIRS:
            for one, other in ((at, of), (of, at)):
                card, units = made[other].own.card, units_for(one, other)
                made[one].write(lambda tx, card=card, units=units: enrol(tx, card, units=units))
        for name in ("a", "c"):
            _begin(made[name])
        for _ in range(2):
            for name in ("a", "b", "c"):
                for giver, taker in ((made[name], made["hub"]), (made["hub"], made[name])):
                    bundle = giver.read(make_bundle, [taker.id], now_ms=NOON_MS)
                    content = taker.read(open_content, bundle.sealed)
                    taker.write(lambda tx, content=content: take_bundle(tx, content))
    for station in made.values():
        station.granted = None if station.name == "hub" else frozenset({station.unit})
    return made


def _begin(station: Station) -> None:
    rows = [row(number, station.unit, "0912345678") for number in (1, 2)]
    plan = station.read(plan_list, rows)

    def first(tx: Transaction) -> None:
        import_list(tx, plan, unit=station.unit, title="x", columns={"name": 1}, header=[["x"]])
        open_batch(tx, BatchHeader(station.unit, date(2026, 11, 1), "q", "1"))

    station.write(first)


@lru_cache(maxsize=1)
def first_entities() -> tuple[UUID, ...]:
    """Return the households that each run finds."""
    rows = templates()["hub"].rows("SELECT id FROM households ORDER BY home, name")
    return tuple(UUID(bytes=one) for (one,) in rows)


@lru_cache(maxsize=1)
def first_batches() -> dict[str, UUID]:
    """Return the batch of each unit that each run finds."""
    found = templates()["hub"].rows("SELECT unit, id FROM batches")
    return {unit: UUID(bytes=one) for unit, one in found}
