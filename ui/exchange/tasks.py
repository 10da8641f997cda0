"""What the exchange has done off the GUI thread; keys and seals are loaded in here, on use."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from models.stations.card import StationCard
from models.stations.commands import check_card
from models.surveys.undecided import undecided_slips
from ui.exchange.loading import read_conflicts

if TYPE_CHECKING:
    from exports.exchange.round import TakenBundle
    from models.store.store import Store, Transaction
    from ui.jobs import Progress

# Making, writing, noting.
_STEPS: Final = 3
# Reading, opening and the journal, besides each projection.
_OTHER_STEPS: Final = 3


class ExchangeStopped(Exception):  # noqa: N818 - not an error: the person chose it
    """Raised while a person stops an exchange: nothing was written, nothing taken in."""


@dataclass(frozen=True, slots=True)
class Written:
    """A bundle that is on the disk, read back, and for whom it is."""

    path: Path
    events: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the events of a bundle.

    `conflicts` counts households and `slips` slips that wait for a person now, `erased` entries of
    before that lost their content, as somebody's data was erased.
    """

    station: UUID
    name: str
    events: int
    new: int
    known: int
    held: int
    quarantined: int
    conflicts: int
    slips: int
    erased: int = 0


def write_for(
    store: Store, recipients: Sequence[UUID], path: Path, account: UUID, stop: threading.Event,
    progress: Progress,
) -> Written:  # fmt: skip
    """Write what the recipients lack of what they all may read, and read it back.

    Raises ExchangeStopped where `stop` was set before the file was written.
    """
    from exports.exchange.aggregates import state_aggregates
    from exports.exchange.files import write_bundle
    from exports.exchange.round import make_bundle, note_made

    progress.report(0, _STEPS)
    state_aggregates(store, actor=account)
    now_ms = store.clock.now_ms()
    made = store.read(partial(make_bundle, recipients=recipients, now_ms=now_ms))
    _go_on(stop)
    progress.report(1, _STEPS)
    write_bundle(path, made.sealed)
    progress.report(2, _STEPS)
    store.write(partial(note_made, made=made), actor=account)
    return Written(path, made.events, tuple(one.name for one in made.recipients))


def take_from(
    store: Store, path: Path, account: UUID, stop: threading.Event, progress: Progress
) -> Taken:
    """Take in a bundle, all of it or nothing.

    Raises ExchangeStopped where `stop` was set before it was stored.
    """
    from exports.exchange.files import read_bundle
    from exports.exchange.round import open_content, take_bundle

    steps, total = count(), len(store.projections) + _OTHER_STEPS

    def stepped() -> None:
        _go_on(stop)
        progress.report(next(steps), total)

    stepped()
    content = store.read(partial(open_content, sealed=read_bundle(path)))

    def command(tx: Transaction) -> TakenBundle:
        stepped()
        return take_bundle(tx, content, stepped)

    taken = store.write(command, actor=account)
    conflicts, slips = store.read(read_conflicts), store.read(undecided_slips)
    return Taken(
        taken.sender.id, taken.sender.name, taken.events, taken.new, taken.duplicates, taken.held,
        taken.quarantined, conflicts, len(slips), taken.erased,
    )  # fmt: skip


def read_other_card(store: Store, path: Path, progress: Progress) -> StationCard:
    """Return the card in a file, which can be enrolled here once it was compared."""
    from exports.exchange.files import read_card_file

    progress.report(0)
    card = read_card_file(path)
    store.read(partial(check_card, card=card))
    return card


def save_card(card: StationCard, path: Path, progress: Progress) -> Path:
    """Write this station's card as a file to give away."""
    from models.store.files import write_atomically

    progress.report(0)
    write_atomically(path, card.to_text().encode(), refused="stations.not_saved")
    return path


def card_modules(card: StationCard, _progress: Progress) -> tuple[bytes, ...]:
    """Return the modules of the card's QR, row by row, 1 for dark."""
    from exports.writers.qr import matrix

    return matrix(card.to_text())


def _go_on(stop: threading.Event) -> None:
    if stop.is_set():
        raise ExchangeStopped
