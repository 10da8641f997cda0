"""Four ways in which others lose data or keep what should be gone, for the machine to catch.

- A device has one stream and a counter, both stored: after a restore it counts on from where the
  backup stood, and what others hold under the same numbers is taken for what they know already.
- A client remembers up to where it has sent to whom, and never asks.
- Of two words on the same field the later by the clock stands, and nobody hears of the other.
- What is erased goes where it lies, and comes back with the next stick from before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar
from unittest.mock import patch

from exports.exchange.bundle import seal
from exports.exchange.round import open_content, take_bundle
from exports.exchange.wire import pack_body
from models.households.state import Saying, State, resolve
from models.journal.periods import Told
from models.journal.reconcile import lacking, read_lacking, state_streams
from models.store.store import Transaction
from tests.exchange.machine import ExchangeMachine
from tests.exchange.stations import Station, Stick, enrolment, own_streams
from tests.exchange.world import World


class CounterWorld(World):
    """A device goes by its stored counter, and events go by device and number."""

    def start(self, station: Station) -> None:
        """Go on with the streams that the store knows."""
        super().start(station)
        station.store._states = own_streams(station)

    def take_in(self, tx: Transaction, station: Station, stick: Stick) -> None:
        """Take in what has a number that is not here yet."""
        content = open_content(tx.connection, stick.sealed)
        known = set(station.rows("SELECT stream, seq FROM events"))
        news = [event for event in content.events if (event.stream, event.seq) not in known]
        take_bundle(tx, replace(content, events=news))


class CursorWorld(World):
    """Each side remembers what it sent: what was lost on the way is not sent again."""

    def make(self, giver: str, taker: str) -> Stick | None:
        """Return what was recorded since the last bundle for this station."""
        station, other = self.stations[giver], self.stations[taker]
        is_known, units = enrolment(station, other)
        if not is_known:
            return None
        mine = station.read(state_streams, units)
        sent = self.sent.setdefault((giver, taker), set())
        every = station.read(lambda c: [
            event
            for stream in read_lacking(c, lacking(mine, None))
            for event in stream
            if event.hash not in sent
        ])  # fmt: skip
        sent.update(event.hash for event in every)
        body = pack_body([every], Told(mine))
        made_ms = station.store.clock.now_ms()
        sealed = seal(station.own, [other.own.card.box_key], body, made_ms=made_ms)
        return Stick(sealed, other.id, units)

    def __init__(self) -> None:
        """Begin with nothing sent."""
        super().__init__()
        self.sent: dict[tuple[str, str], set[bytes]] = {}


class LastWriterWorld(World):
    """The later word stands."""

    def __init__(self) -> None:
        """Let the register be made by the clock alone."""
        super().__init__()
        self._rule = patch("models.households.projection.resolve", last_stands)
        self._rule.start()

    def end(self) -> None:
        """Put the rule back."""
        self._rule.stop()
        super().end()


def last_stands(sayings: Sequence[Saying]) -> State:
    """Return what was said last of each field, and nothing that waits for a person."""
    state = resolve(sayings)
    values = dict(state.values)
    for saying in sorted(sayings, key=lambda one: one.order):
        values |= saying.content["set"]
    return state._replace(values=values, conflicts={})


class OpenDoorWorld(World):
    """Erasures are kept to once, and nobody looks at what comes later."""

    def __init__(self) -> None:
        """Let in whatever comes."""
        super().__init__()
        self._door = patch("models.journal.intake.silence", lambda _connection, came: list(came))
        self._door.start()

    def end(self) -> None:
        """Put the door back."""
        self._door.stop()
        super().end()


class CounterMachine(ExchangeMachine):
    """The machine with a stored counter."""

    world_class: ClassVar[type[World]] = CounterWorld


class CursorMachine(ExchangeMachine):
    """The machine with a cursor of the sender's."""

    world_class: ClassVar[type[World]] = CursorWorld


class LastWriterMachine(ExchangeMachine):
    """The machine in which the clock decides."""

    world_class: ClassVar[type[World]] = LastWriterWorld


class OpenDoorMachine(ExchangeMachine):
    """The machine in which what is erased comes back."""

    world_class: ClassVar[type[World]] = OpenDoorWorld
