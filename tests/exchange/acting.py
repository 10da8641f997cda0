"""Three stations, two of one commune, and a hub: what happens to them.

What happened is told a second time beside the program, as simply as can be: who had what in the
store when something was said.
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
from models.errors import UserError
from models.households.commands import check_household, settle
from models.households.erasing import erase_household
from models.households.fields import ERASURE_CODES
from models.households.list_commands import import_list
from models.households.list_plan import plan_list
from models.households.sayings import read_sayings
from models.households.state import resolve
from models.ids import uuid7
from models.journal.erasure import read_erased
from models.journal.periods import Told
from models.journal.reconcile import lacking, read_lacking, state_streams
from models.stations.commands import enrol, revoke
from models.store.store import Transaction
from models.surveys.commands import record_slip, settle_slip
from models.surveys.events import ANSWER_PREFIX
from models.surveys.records import SlipContent
from models.surveys.undecided import read_undecided, undecided_slips
from tests.exchange.beginning import (
    UNITS,
    first_batches,
    first_entities,
    row,
    templates,
)
from tests.exchange.said import Said, events_of, fields_of
from tests.exchange.stations import (
    NOON_MS,
    Memory,
    Station,
    Stick,
    copied,
    enrolment,
    give_back,
)

STEP_MS: Final = 60_000
NEVER_MS: Final = 10**13


class UndoneError(Exception):
    """Raised in the middle of a transaction, as by a power cut."""


class Acting:
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
