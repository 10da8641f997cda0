"""What is done with the hub off the GUI thread; lines and seals are loaded in here, on use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol
from uuid import UUID

from models.stations.hub import HubPlace, HubRound, keep_round, read_hub, read_round
from models.stations.queries import enrolled

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from exports.exchange.stoppable import Stoppable
    from models.store.store import Store
    from ui.jobs import Progress

# How often a round looks whether keying has let go of the store.
_GLANCE_S: Final = 0.05


class HubLine(Protocol):
    """What speaks to a hub."""

    def post(self, sealed: bytes) -> bytes:
        """Return the hub's answer to a sealed request."""

    def station(self) -> UUID:
        """Return as which station the hub is enrolled."""


@dataclass(frozen=True, slots=True)
class KnownHub:
    """The hub that was chosen, what it is called here, and what the last round did."""

    place: HubPlace | None = None
    name: str = ""
    last: HubRound | None = None


def hub_line(url: str) -> HubLine:
    """Return the line to the hub at a URL."""
    from exports.exchange.hub_link import HubLink

    return HubLink(url)


def read_known(connection: Connection) -> KnownHub:
    """Return the hub that was chosen here."""
    place = read_hub(connection)
    if place is None:
        return KnownHub()
    station = enrolled(connection).get(place.station)
    return KnownHub(place, station.name if station else place.url, read_round(connection))


def choose(
    store: Store, url: str, account: UUID, stopping: Stoppable,
    line_to: Callable[[str], HubLine], _progress: Progress,
) -> KnownHub:  # fmt: skip
    """Choose the hub at a URL, whose card must be enrolled here.

    RoundStopped where it was stopped; then the hub before stays.
    """
    from exports.exchange.sync import choose_hub

    choose_hub(
        store, url, actor=account, ask=lambda _link: stopping.run(line_to(url).station)
    )
    return store.read(read_known)


def run_round(
    store: Store, place: HubPlace, account: UUID, stopping: Stoppable,
    line_to: Callable[[str], HubLine], is_keying: Callable[[], bool], progress: Progress,
) -> HubRound:  # fmt: skip
    """Exchange with the hub until nothing is left on both sides, and keep what that did.

    Between two requests it waits while `is_keying`. RoundStopped where it was stopped; what had
    gone and come by then stays.
    """
    from exports.exchange.aggregates import state_aggregates
    from exports.exchange.sync import sync

    state_aggregates(store, actor=account)
    line = line_to(place.url)

    def post(sealed: bytes) -> bytes:
        return stopping.run(partial(line.post, sealed))

    def report(done: int, total: int) -> None:
        stopping.check()
        progress.report(done, total or None)
        while is_keying():
            stopping.pause(_GLANCE_S)

    done = sync(store, place.station, post, actor=account, report=report)
    found = HubRound(
        store.clock.now_ms(), done.sent, done.received, done.held, done.quarantined, done.pending
    )
    store.write(lambda tx: keep_round(tx.connection, found), actor=account)
    return found
