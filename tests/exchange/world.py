"""What must hold of the stations and the hub, whatever happened to them.

The program is held against what was told beside it, after a full exchange.
"""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from models.accounts.tables import accounts
from models.households.tables import hamlet_tallies, households
from models.journal.chain import verify_chain
from models.journal.erasure import read_erased
from models.journal.log import head_ids
from models.stations.tables import stations as enrolled_stations
from models.surveys.tables import batches, responses, tallies
from tests.exchange.acting import Acting
from tests.exchange.beginning import (
    CITY,
    PAIRS,
    UNITS,
    row,
    templates,
    units_for,
)
from tests.exchange.said import Said, conflicts_of, unseen
from tests.exchange.stations import (
    TABLES,
    Memory,
    Station,
    replayed,
    table_rows,
)

ROUNDS: Final = 6
OF_A_UNIT: Final = (batches, responses, tallies, households, hamlet_tallies)


class World(Acting):
    """The stations, and what must hold once they have exchanged all that they may."""

    def hold_private(self, station: Station) -> None:
        """Hold that a station has events of those units only that it was let read, or wrote of."""
        if station.granted is None:
            return
        written = {
            unit for (unit,) in station.rows(
                "SELECT DISTINCT unit FROM stream_units JOIN streams USING (stream) WHERE is_local"
            )
        }  # fmt: skip
        held = {
            unit
            for table in ("events", "held_events", "quarantined_events")
            for (unit,) in station.rows(f"SELECT DISTINCT unit FROM {table}")
        }
        # What a station wrote before it was restored is its own, though it comes from elsewhere.
        assert held <= station.granted | written | {station.unit}, "private"

    def settle_down(self) -> None:
        """Enrol all as in the beginning, and exchange until everybody has what it may have."""
        self.steps += 1
        for at, of in PAIRS:
            for one, other in ((at, of), (of, at)):
                for name in self._machines(one):
                    self._enrol_again(name, other, units_for(one, other))
        for _ in range(ROUNDS):
            missing = self.missing()
            if not missing:
                return
            for name in self.stations:
                if name != "hub" and (name in missing or "hub" in missing):
                    self.exchange(name, "hub")
        missing = self.missing()
        assert not missing, f"missing: {missing}"

    def missing(self) -> dict[str, int]:
        """Return how many events each station lacks of those that anybody has and it may read."""
        held = {name: _held(station) for name, station in self.stations.items()}
        every = frozenset().union(*held.values())
        found: dict[str, int] = {}
        for name, station in self.stations.items():
            lacks = sum(
                station.unit in (CITY, unit) for unit, *_ in every - held[name]
            )
            if lacks:
                found[name] = lacks
        return found

    def hold_all(self, scratch: Memory) -> None:
        """Hold all that must be so after a full exchange."""
        hub = self.stations["hub"]
        alike = self._hold_alike()
        for station in self.stations.values():
            self.hold_private(station)
            assert station.read(verify_chain) == [], "chain"
            assert station.rows("SELECT * FROM quarantined_events") == [], "quarantined"
            waiting = station.rows("SELECT unit FROM held_events")
            assert (station.unit,) not in waiting, "held"
            origin = templates().get(station.name)
            if origin is not None and _held(station) == _held(origin):
                # A replay of what nobody added to makes what stood in the beginning.
                for table in TABLES:
                    mine, theirs = (table_rows(one.memory, table) for one in (station, origin))
                    assert mine == theirs, f"differs: {table.name}"
            elif station in alike:
                assert list(replayed(station, scratch)) == [], "replay"
            self.hold_flagged(station)
            self.hold_erased(station)
            for table in OF_A_UNIT:
                mine = table_rows(station.memory, table, station.unit)
                theirs = table_rows(hub.memory, table, station.unit)
                assert mine == theirs, f"differs: {table.name}"

    def _hold_alike(self) -> list[Station]:
        """Hold that who has the same events has the same tables; return one of each kind.

        What of its unit a station's tables show depends on the unit too; whom it enrolled, and what
        its accounts are allowed, is nobody else's.
        """
        first: dict[tuple[str, frozenset[Any]], Station] = {}
        for station in self.stations.values():
            other = first.setdefault((station.unit, frozenset(_held(station))), station)
            for table in TABLES if other is not station else ():
                if table in (enrolled_stations, accounts):
                    continue
                mine, theirs = (table_rows(one.memory, table) for one in (station, other))
                assert mine == theirs, f"differs: {table.name}"
        return list(first.values())

    def hold_erased(self, station: Station) -> None:
        """Hold that nothing of an erased household is left, in the journal or beside it."""
        erased = station.read(read_erased, self.entities)
        if not erased:
            return
        said = station.rows(
            "SELECT unit, payload FROM events UNION ALL SELECT unit, payload FROM held_events"
            " UNION ALL SELECT unit, payload FROM quarantined_events"
        )
        numbers = {
            row(number, unit, "").key: (unit, number)
            for unit in UNITS.values() for number in (1, 2, 3, 4)
        }  # fmt: skip
        for entity in erased:
            unit, number = numbers[entity]
            words = f"Nguyễn Văn {number}", f"Ghi chú {number}"
            left = [text for of, text in said if of == unit and text is not None]
            assert not any(word in text for text in left for word in words), "erased"
            assert not any(
                str(entity) in text and '"set"' in text for text in left
            ), "erased"
            told = station.rows(
                "SELECT payload FROM events WHERE entity = ? AND type LIKE 'household.%'"
                " AND payload IS NOT NULL", entity.bytes,
            )  # fmt: skip
            assert told == [], "erased"

    def hold_flagged(self, station: Station) -> None:
        """Hold that whoever did not see another's word on the same field is shown to a person."""
        there = {UUID(bytes=one) for (one,) in station.rows("SELECT event_id FROM events")}
        by_entity: dict[UUID, list[Said]] = {}
        for said in self.said.values():
            if said.id in there and said.unit == station.unit:
                by_entity.setdefault(said.entity, []).append(said)
        erased = station.read(read_erased, by_entity) if by_entity else set()
        for entity, every in by_entity.items():
            heads = set(station.read(head_ids, entity, station.unit))
            last = {one.id for one in unseen(every)}
            assert last <= heads, "heads"
            if entity in erased:
                continue  # Whatever was said of it, nobody is asked any more.
            conflicts = conflicts_of(station, entity)
            fields = {name for said in every for name in said.fields}
            for field in fields if conflicts is not None else ():
                stand = unseen([said for said in every if field in said.fields])
                if len({repr(said.fields[field]) for said in stand}) > 1:
                    assert field in conflicts, f"not flagged: {field}"


def _held(station: Station) -> set[tuple[Any, ...]]:
    return set(station.rows("SELECT unit, event_id, hash FROM events"))
