"""Three stations, two of one commune, and a hub: what happens to them, and what must hold.

What happened is told a second time beside the program, as simply as can be: who had what in the
store when something was said. Against that the program is held after a full exchange.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any, Final
from unittest.mock import patch
from uuid import UUID

from exports.exchange.bundle import seal
from exports.exchange.round import make_bundle, open_content, take_bundle
from exports.exchange.wire import pack_body
from models.accounts.tables import accounts
from models.errors import UserError
from models.households.commands import check_household, settle
from models.households.erasing import erase_household
from models.households.fields import ERASURE_CODES
from models.households.list_commands import import_list
from models.households.list_plan import plan_list
from models.households.sayings import read_sayings
from models.households.state import resolve
from models.households.tables import hamlet_tallies, households
from models.ids import uuid7
from models.journal.chain import verify_chain
from models.journal.erasure import read_erased
from models.journal.log import head_ids
from models.journal.periods import Told
from models.journal.reconcile import lacking, read_lacking, state_streams
from models.stations.commands import enrol, revoke
from models.stations.tables import stations as enrolled_stations
from models.store.store import Transaction
from models.surveys.commands import record_slip, settle_slip
from models.surveys.events import ANSWER_PREFIX
from models.surveys.records import SlipContent
from models.surveys.tables import batches, responses, tallies
from models.surveys.undecided import read_undecided, undecided_slips
from tests.exchange.beginning import (
    CITY,
    PAIRS,
    UNITS,
    first_batches,
    first_entities,
    row,
    templates,
    units_for,
)
from tests.exchange.said import Said, conflicts_of, events_of, fields_of, unseen
from tests.exchange.stations import (
    NOON_MS,
    TABLES,
    Memory,
    Station,
    Stick,
    copied,
    enrolment,
    give_back,
    replayed,
    table_rows,
)

STEP_MS: Final = 60_000
NEVER_MS: Final = 10**13
ROUNDS: Final = 6
OF_A_UNIT: Final = (batches, responses, tallies, households, hamlet_tallies)


class UndoneError(Exception):
    """Raised in the middle of a transaction, as by a power cut."""


class World:
    """The stations as they run; wrong variants replace how a store starts, gives and takes."""

    def __init__(self) -> None:
        self.random = random.Random(1)
        # Periods of two steps, told in sums as soon as that may be.
        self._patches = (
            patch("secrets.token_bytes", self.random.randbytes),
            patch("models.journal.periods.PERIOD_MS", 2 * STEP_MS),
            patch("exports.exchange.round.RECENT_MS", -NEVER_MS),
        )
        for one in self._patches:
            one.start()
        self.steps = 0
        self.stations = {name: copied(one, self.now) for name, one in templates().items()}
        self.copies: dict[str, list[Station]] = {
            name: [one] for name, one in templates().items()
        }
        self._taken: list[Memory] = []
        self.sticks: list[Stick] = []
        self.said: dict[UUID, Said] = {}
        self.entities = list(first_entities())
        self.batches = dict(first_batches())
        self.slips = {unit: [] for unit in UNITS.values()}

    def end(self) -> None:
        """Give back what was used."""
        for one in self._patches:
            one.stop()
        for memory in self._taken:
            give_back(memory)
        for station in self.stations.values():
            give_back(station.memory)

    def now(self) -> int:
        """Return the right time."""
        return NOON_MS + self.steps * STEP_MS

    # What people do.

    def check(self, name: str, which: int, field: str, value: str) -> None:
        """Say something of a household that this station may know."""
        station, entity = self.stations[name], self._household(name, which)
        if entity is not None:
            self.say(
                station, entity,
                lambda tx: check_household(
                    tx, entity, outcome="sai_thong_tin", values={field: value}
                ),
            )  # fmt: skip

    def settle(self, name: str, which: int) -> None:
        """Settle the first field of a household that waits for a person."""
        station, entity = self.stations[name], self._household(name, which)
        if entity is None:
            return
        state = resolve(station.read(read_sayings, [entity])[entity])
        if state.conflicts:
            field, sides = next(iter(state.conflicts.items()))
            values = {field: sides[-1].value}
            self.say(station, entity, lambda tx: settle(tx, entity, values))

    def take_list(self, name: str, number: int, phone: str) -> None:
        """Take in a list of one row, which another station may take in too."""
        station = self.stations[name]
        rows = [row(number, station.unit, phone)]
        plan = station.read(plan_list, rows)
        if plan.erased:
            return
        entity = plan.rows[0].household
        seen = frozenset(events_of(station, entity))
        station.write(
            lambda tx: import_list(
                tx, plan, unit=station.unit, title="x", columns={"name": 1}, header=[["x"]]
            )
        )
        for made in set(events_of(station, entity)) - seen:
            # It stands on what was said before, and nobody's word on a field is taken from them.
            self.said[made] = Said(made, entity, station.unit, {}, seen)
        if entity not in self.entities:
            self.entities.append(entity)

    def erase(self, name: str, which: int) -> None:
        """Erase the data of a household that this station may know, if it is not erased yet."""
        station, entity = self.stations[name], self._household(name, which)
        if entity is not None and not station.read(read_erased, [entity]):
            station.write(lambda tx: erase_household(tx, entity, reason=ERASURE_CODES[0]))
            self._note_kept(station)

    def _note_kept(self, station: Station) -> None:
        """Take note of the rows that were said again beside a list: they stand on all there is."""
        query = "SELECT event_id, entity, unit FROM events WHERE type = 'household.row_kept'"
        for one, of, unit in station.rows(query):
            made, entity = UUID(bytes=one), UUID(bytes=of)
            if made not in self.said:
                seen = frozenset(events_of(station, entity)) - {made}
                self.said[made] = Said(made, entity, unit, {}, seen)

    def say(
        self, station: Station, entity: UUID, command: Callable[[Transaction], Any]
    ) -> None:
        """Run a command that says one thing of an entity, and take note of it."""
        seen = frozenset(events_of(station, entity))
        try:
            station.write(command)
        except UserError:
            return
        # None where nothing was said that did not stand already.
        for made in set(events_of(station, entity)) - seen:
            ((unit, payload),) = station.rows(
                "SELECT unit, payload FROM events WHERE event_id = ?", made.bytes
            )
            self.said[made] = Said(made, entity, unit, fields_of(payload), seen)

    def key_slip(self, name: str) -> None:
        """Record a slip."""
        station = self.stations[name]
        slip = uuid7(station.store.clock.now_ms())
        content = SlipContent({"q": "1"})
        batch = self.batches[station.unit]
        station.write(lambda tx: record_slip(tx, batch, slip, content))
        self.slips[station.unit].append(slip)

    def settle_slip(self, name: str, which: int) -> None:
        """Settle the first field of a slip that waits for a person."""
        station, slip = self.stations[name], self.slip_of(name, which)
        if slip is None or slip not in station.read(undecided_slips):
            return
        found = station.read(read_undecided, slip)
        (conflict, *_), before = found.conflicts, found.slip.content
        answers = dict(before.answers)
        answers[conflict.field.removeprefix(ANSWER_PREFIX)] = conflict.sides[-1].value
        self.say(
            station, slip,
            lambda tx: settle_slip(
                tx, slip, before, SlipContent(answers), decided={conflict.field}, seen=found.seen
            ),
        )  # fmt: skip

    def slip_of(self, name: str, which: int) -> UUID | None:
        """Return a slip of a station's unit that is there."""
        station = self.stations[name]
        there = {
            UUID(bytes=one) for (one,) in station.rows("SELECT id FROM responses")
        }
        known = [slip for slip in self.slips[station.unit] if slip in there]
        return known[which % len(known)] if known else None

    # What happens to machines.

    def keep_copy(self, name: str) -> None:
        """Make a backup."""
        copy = copied(self.stations[name], self.now)
        self._taken.append(copy.memory)
        self.copies[name].append(copy)

    def restore(self, name: str, which: int) -> None:
        """Write a backup over a store; its program starts anew."""
        station = self.stations[name]
        copy = self.copies[name][which % len(self.copies[name])]
        copy.memory.copy_to(station.memory)
        station.granted = copy.granted
        self.start(station)

    def clone(self, name: str) -> None:
        """Let a second machine run on from what one is at this moment."""
        if "clone" not in self.stations and name != "hub":
            self.stations["clone"] = self.stations[name].cloned("clone")
            self.copies["clone"] = list(self.copies[name])

    def start(self, station: Station) -> None:
        """Start a station's program again."""
        station.crash()

    # What they exchange.

    def change_enrolment(self, at: str, of: str, units: Sequence[str] | None) -> None:
        """Let a station read other units from now on, none for nothing any more."""
        station, other = self.stations[at], self.stations[of]
        if station.id == other.id:
            return
        if units == []:
            if enrolment(station, other)[0]:
                station.write(lambda tx: revoke(tx, other.id))
            return
        card = other.own.card
        station.write(lambda tx: enrol(tx, card, units=units))

    def make(self, giver: str, taker: str) -> Stick | None:
        """Return what one station has for another, None if it does not know it."""
        station, other = self.stations[giver], self.stations[taker]
        is_known, units = enrolment(station, other)
        if not is_known:
            return None
        made = station.read(make_bundle, [other.id], now_ms=station.store.clock.now_ms())
        return Stick(made.sealed, other.id, units)

    def make_part(self, giver: str, taker: str, start: float, end: float) -> Stick | None:
        """Return any slice of all that one station may tell another."""
        station, other = self.stations[giver], self.stations[taker]
        is_known, units = enrolment(station, other)
        if not is_known:
            return None
        mine = station.read(state_streams, units)
        every = station.read(lambda c: [
            event for stream in read_lacking(c, lacking(mine, None)) for event in stream
        ])  # fmt: skip
        first, last = sorted((start, end))
        part = every[int(first * len(every)) : int(last * len(every)) + 1]
        made_ms = station.store.clock.now_ms()
        body = pack_body([part], Told(mine))
        sealed = seal(station.own, [other.own.card.box_key], body, made_ms=made_ms)
        return Stick(sealed, other.id, units)

    def take(self, name: str, stick: Stick, *, fails: bool = False) -> None:
        """Take a bundle in, or begin to and come to nothing."""
        station = self.stations[name]

        def command(tx: Transaction) -> None:
            self.take_in(tx, station, stick)
            if fails:
                raise UndoneError

        try:
            station.write(command)
        except UndoneError:
            return
        except UserError as error:
            if error.code in ("exchange.revoked_sender", "exchange.unknown_sender"):
                return  # Its sender is known no more, or not yet: a store was restored.
            raise
        if stick.units is None or station.granted is None:
            station.granted = None
        else:
            station.granted |= stick.units
        self._note_kept(station)
        self.hold_private(station)

    def take_in(self, tx: Transaction, station: Station, stick: Stick) -> None:
        """Take in what a bundle holds."""
        take_bundle(tx, open_content(tx.connection, stick.sealed))

    def exchange(self, one: str, other: str) -> None:
        """Let two stations give each other what they have."""
        for giver, taker in ((one, other), (other, one)):
            stick = self.make(giver, taker)
            if stick is not None:
                self.take(taker, stick)

    # What must hold.

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

    def _enrol_again(self, at: str, of: str, units: Sequence[str] | None) -> None:
        wanted = (True, frozenset(units) if units is not None else None)
        if enrolment(self.stations[at], self.stations[of]) != wanted:
            self.change_enrolment(at, of, units)

    def _machines(self, name: str) -> list[str]:
        clone = self.stations.get("clone")
        is_of = clone is not None and clone.id == self.stations[name].id
        return [name, "clone"] if is_of else [name]

    def _household(self, name: str, which: int) -> UUID | None:
        station = self.stations[name]
        there = {UUID(bytes=one) for (one,) in station.rows(
            "SELECT id FROM households WHERE home = ?", station.unit
        )}  # fmt: skip
        known = [entity for entity in self.entities if entity in there]
        return known[which % len(known)] if known else None


def _held(station: Station) -> set[tuple[Any, ...]]:
    return set(station.rows("SELECT unit, event_id, hash FROM events"))
