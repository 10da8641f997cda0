"""The state machine of the exchange: anything may happen, in any order, and nothing is lost."""

from __future__ import annotations

from functools import lru_cache
from typing import ClassVar, Final
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from models.households.commands import place_hamlet
from models.journal.event import NewEvent
from models.settings.commands import change_settings
from models.store.schema import metadata
from models.surveys.commands import correct_slip, void_slip
from models.surveys.records import SlipContent
from tests.exchange.beginning import COMMUNE, OTHER
from tests.exchange.stations import DAY_MS, TABLES, Memory
from tests.exchange.world import World

NAMES: Final = st.sampled_from(["a", "b", "c", "hub", "clone"])
CLERKS: Final = st.sampled_from(["a", "b", "c", "clone"])
WHICH: Final = st.integers(0, 2)
PHONES: Final = st.sampled_from(["0912000001", "0912000002"])
SHARE: Final = st.floats(0, 1)
QUIET: Final = list(HealthCheck)


@lru_cache(maxsize=1)
def scratch() -> Memory:
    """Return a database for replays, with the tables of the projections."""
    memory = Memory()
    with memory.engine.connect() as connection, connection.begin():
        metadata.create_all(connection, tables=list(TABLES))
    return memory


class ExchangeMachine(RuleBasedStateMachine):
    """Turns the world, and in the end holds it against what must be so."""

    world_class: ClassVar[type[World]] = World

    def __init__(self) -> None:
        """Begin with stations that know each other."""
        super().__init__()
        self.world = self.world_class()

    def _is_there(self, *names: str) -> bool:
        self.world.steps += 1
        return all(name in self.world.stations for name in names)

    @rule(name=CLERKS, which=WHICH, value=PHONES)
    def check(self, name: str, which: int, value: str) -> None:
        """An officer says something of a household."""
        if self._is_there(name):
            self.world.check(name, which, "phone", value)

    @rule(one=CLERKS, other=CLERKS, which=WHICH, field=st.sampled_from(["phone", "name"]))
    def check_at_two(self, one: str, other: str, which: int, field: str) -> None:
        """Two officers say something of a household, and do not hear of each other."""
        if self._is_there(one, other):
            self.world.check(one, which, field, "0912000001")
            self.world.check(other, which, field, "0912000002")

    @rule(name=CLERKS, which=WHICH)
    def settle(self, name: str, which: int) -> None:
        """Somebody decides what waits for a person."""
        if self._is_there(name):
            self.world.settle(name, which)

    @rule(name=CLERKS, number=st.integers(3, 4), phone=st.sampled_from(["0912000003", ""]))
    def take_list(self, name: str, number: int, phone: str) -> None:
        """A list comes in."""
        if self._is_there(name):
            self.world.take_list(name, number, phone)

    @rule(one=CLERKS, other=CLERKS, which=WHICH)
    def erase(self, one: str, other: str, which: int) -> None:
        """A household's data is erased; an officer who did not hear of it says something of it."""
        if self._is_there(one, other):
            self.world.erase(one, which)
            self.world.check(other, which, "phone", "0912000003")

    @rule(name=CLERKS, which=st.none() | WHICH, option=st.sampled_from(["2", "3", ""]))
    def key_slip(self, name: str, which: int | None, option: str) -> None:
        """A slip is keyed; another is corrected, or voided."""
        if not self._is_there(name):
            return
        slip = None if which is None else self.world.slip_of(name, which)
        if slip is None:
            self.world.key_slip(name)
        else:
            self._correct(name, slip, option)

    @rule(one=CLERKS, other=CLERKS, which=WHICH)
    def correct_at_two(self, one: str, other: str, which: int) -> None:
        """Two clerks correct a slip, and do not hear of each other."""
        if self._is_there(one, other):
            for name, option in ((one, "2"), (other, "3")):
                slip = self.world.slip_of(name, which)
                if slip is not None:
                    self._correct(name, slip, option)

    @rule(name=CLERKS, which=WHICH)
    def settle_slip(self, name: str, which: int) -> None:
        """Somebody decides what waits of a slip."""
        if self._is_there(name):
            self.world.settle_slip(name, which)

    def _correct(self, name: str, slip: UUID, option: str) -> None:
        self.world.say(
            self.world.stations[name], slip,
            lambda tx: correct_slip(tx, slip, SlipContent({"q": option}))
            if option else void_slip(tx, slip, reason="x"),
        )  # fmt: skip

    @rule(name=NAMES, what=st.sampled_from(["80", "90", COMMUNE, OTHER, "future"]), which=WHICH)
    def say_something_else(self, name: str, what: str, which: int) -> None:
        """A setting is changed, a hamlet belongs elsewhere, or a newer program says something."""
        if not self._is_there(name):
            return
        station, entity = self.world.stations[name], self.world.entities[which]
        if what == "future":
            future = NewEvent("future.fact", station.unit, entity, {"x": which})
            self.world.say(station, entity, lambda tx: tx.append(future))
        elif what in (COMMUNE, OTHER):
            # An event of that unit, whoever says it.
            station.write(lambda tx: place_hamlet(tx, "06817", "Khu 9", what))
        else:
            station.write(
                lambda tx: change_settings(tx, unit=station.unit, values={"target": what})
            )

    @rule(name=NAMES, days=st.sampled_from([-3650, -1, 0, 365]))
    def turn_clock(self, name: str, days: int) -> None:
        """A clock is set wrong, or right again."""
        if self._is_there(name):
            self.world.stations[name].off_ms = days * DAY_MS

    @rule(name=NAMES, is_orderly=st.booleans())
    def end_program(self, name: str, is_orderly: bool) -> None:
        """A program is closed, or crashes; it is started again."""
        if self._is_there(name):
            if is_orderly:
                self.world.stations[name].store.close()
            self.world.start(self.world.stations[name])

    @rule(name=NAMES, which=st.none() | WHICH)
    def back_up_or_restore(self, name: str, which: int | None) -> None:
        """A backup is made, or a station or the hub is restored from one."""
        if not self._is_there(name):
            return
        if which is None:
            self.world.keep_copy(name)
        else:
            self.world.restore(name, which)

    @rule(name=st.sampled_from(["a", "c"]))
    def clone(self, name: str) -> None:
        """A machine is copied while it runs, and both run on."""
        if self._is_there(name):
            self.world.clone(name)

    @rule(
        at=NAMES, of=NAMES,
        units=st.sampled_from([[], [COMMUNE], [OTHER], [COMMUNE, OTHER], None]),
    )  # fmt: skip
    def change_enrolment(self, at: str, of: str, units: list[str] | None) -> None:
        """A station is let read something else, or nothing."""
        if self._is_there(at, of):
            self.world.change_enrolment(at, of, units)

    @rule(one=CLERKS, other=NAMES)
    def exchange(self, one: str, other: str) -> None:
        """Two stations exchange as it is meant to be."""
        if self._is_there(one, other):
            self.world.exchange(one, other)

    @rule(giver=NAMES, taker=NAMES, part=st.none() | st.tuples(SHARE, SHARE))
    def write_stick(self, giver: str, taker: str, part: tuple[float, float] | None) -> None:
        """A bundle is written: all that the other lacks, or any slice of all there is."""
        if not self._is_there(giver, taker):
            return
        if part is None:
            stick = self.world.make(giver, taker)
        else:
            stick = self.world.make_part(giver, taker, *part)
        if stick is not None:
            self.world.sticks.append(stick)

    @rule(which=st.integers(0, 7), fails=st.booleans(), is_clone=st.booleans())
    def deliver_stick(self, which: int, fails: bool, is_clone: bool) -> None:
        """A stick comes, perhaps again; the power may fail while it is taken in."""
        self.world.steps += 1
        if not self.world.sticks:
            return
        stick = self.world.sticks[which % len(self.world.sticks)]
        takers = [name for name, one in self.world.stations.items() if one.id == stick.to]
        self.world.take(takers[-1 if is_clone else 0], stick, fails=fails)

    def teardown(self) -> None:
        """Exchange until nobody lacks anything, and look at what came of it."""
        try:
            self.world.settle_down()
            self.world.hold_all(scratch())
        finally:
            self.world.end()


def run_settings(number: int, steps: int) -> settings:
    """Return the settings of so many runs of at most so many steps."""
    return settings(
        max_examples=number, stateful_step_count=steps, deadline=None, database=None,
        suppress_health_check=QUIET,
    )  # fmt: skip
