"""Exchanges with the hub: by a person's key, and by itself while the window is open.

What goes wrong by itself is silent: it is told where the exchange is shown, and tried again later.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from models.clock import Clock
from models.errors import CodedError
from models.stations.hub import HubRound, keep_hub
from models.stations.schedule import Schedule
from models.store.changes import Changes
from ui import hub_tasks
from ui.context import PageContext
from ui.hub_tasks import HubLine, KnownHub
from ui.jobs import Job, Progress
from ui.messages import sentence

if TYPE_CHECKING:
    from exports.exchange.stoppable import Stoppable

_TICK_MS: Final = 2000
_NO_HUB: Final = KnownHub()


@dataclass(frozen=True, slots=True)
class HubState:
    """How the exchange with the hub stands; times are milliseconds since 1970.

    `total` is None while nobody knows how much there is to do. `trouble` is the sentence of what
    went wrong last, "" after a round that ended well or was stopped by a person. `next_ms` is None
    where nothing is tried by itself.
    """

    known: KnownHub = _NO_HUB
    is_running: bool = False
    done: int = 0
    total: int | None = None
    trouble: str = ""
    was_stopped: bool = False
    next_ms: int | None = None


class HubRounds(QObject):
    """One round at a time; `changed` says that `state` is another, `ended` that a round is over."""

    changed = Signal()
    ended = Signal()

    def __init__(
        self, context: PageContext, clock: Clock, parent: QObject | None = None, *,
        line_to: Callable[[str], HubLine] = hub_tasks.hub_line,
        seconds: Callable[[], float] = time.monotonic, chance: Callable[[], float] = random.random,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._context = context
        self._clock = clock
        self._line_to = line_to
        self._seconds = seconds
        self._chance = chance
        self._schedule = Schedule()
        self._state = HubState()
        self._stopping: Stoppable | None = None
        self._reading: Job | None = None
        self._is_over = False
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        context.bus.changed.connect(self._on_changed)

    @property
    def state(self) -> HubState:
        """How it stands, with the time of the next try."""
        place = self._state.known.place
        if place is None or not place.is_automatic:
            return self._state
        wait_s = self._schedule.wait_s(self._seconds())
        return replace(self._state, next_ms=self._clock.now_ms() + round(wait_s * 1000))

    def start(self) -> None:
        """Read which hub was chosen, and try at once and every few minutes."""
        self.reload()
        self._timer.start()

    def stop(self) -> None:
        """Try no more, and leave what is under way."""
        self._is_over = True
        self._timer.stop()
        self.cancel()

    def reload(self) -> None:
        """Read which hub was chosen; another program may have chosen it."""
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._context.read(hub_tasks.read_known, self._on_known)

    def choose(
        self, url: str, done: Callable[[], Any], failed: Callable[[Exception], Any]
    ) -> None:
        """Choose the hub at a URL in place of the one before, and exchange with it."""
        if self._stopping is not None:
            return
        stopping = self._begin()
        work = partial(
            hub_tasks.choose, self._context.store, url, self._context.account, stopping,
            self._line_to,
        )  # fmt: skip
        self._run(work, partial(self._on_chosen, done), partial(self._on_not_chosen, failed))

    def set_automatic(self, is_automatic: bool) -> None:
        """Exchange by itself from now on, or only when a person says so."""
        place = self._state.known.place
        if place is None or place.is_automatic == is_automatic:
            return
        wanted = replace(place, is_automatic=is_automatic)
        self._context.write(
            lambda tx: keep_hub(tx.connection, wanted), lambda _nothing: self.reload()
        )

    @Slot()
    def exchange_now(self) -> None:
        """Begin a round, unless there is no hub or one is under way."""
        place = self._state.known.place
        if place is None or self._stopping is not None or self._is_over:
            return
        stopping = self._begin()
        work = partial(
            hub_tasks.run_round, self._context.store, place, self._context.account, stopping,
            self._line_to, self._is_keying,
        )  # fmt: skip
        self._run(work, self._on_done, self._on_failed)

    @Slot()
    def cancel(self) -> None:
        """Have what is under way stopped; what had gone and come by then stays."""
        if self._stopping is not None:
            self._stopping.stop()

    @Slot()
    def tick(self) -> None:
        """Begin a round if it is time, and nobody is keying at this moment."""
        place = self._state.known.place
        if place is None or not place.is_automatic or not self._schedule.is_due(self._seconds()):
            return
        if not self._is_keying():
            self.exchange_now()

    def _is_keying(self) -> bool:
        return self._context.jobs.is_writing

    def _begin(self) -> Stoppable:
        from exports.exchange.stoppable import Stoppable

        self._stopping = Stoppable()
        return self._stopping

    def _run(
        self, work: Callable[[Progress], Any], done: Callable[[Any], Any],
        failed: Callable[[Exception], Any],
    ) -> None:  # fmt: skip
        self._show(is_running=True, done=0, total=None)
        self._context.jobs.run(
            work, done=done, failed=failed, lane="exchange", progressed=self._on_progressed
        )

    def _show(self, **changed: Any) -> None:
        self._state = replace(self._state, **changed)
        self.changed.emit()

    def _on_known(self, known: KnownHub) -> None:
        if known != self._state.known:
            self._show(known=known)

    def _on_progressed(self, done: int, total: int | None, _detail: str) -> None:
        self._show(done=done, total=total)

    def _on_chosen(self, done: Callable[[], Any], known: KnownHub) -> None:
        self._stopping = None
        self._schedule = Schedule()
        self._show(known=known, is_running=False, trouble="", was_stopped=False)
        done()
        self.exchange_now()

    def _on_not_chosen(self, failed: Callable[[Exception], Any], error: Exception) -> None:
        self._stopping = None
        self._show(is_running=False)
        failed(error)

    def _on_done(self, last: HubRound) -> None:
        self._stopping = None
        self._schedule = self._schedule.succeeded(self._seconds(), self._chance())
        known = replace(self._state.known, last=last)
        self._show(is_running=False, trouble="", was_stopped=False, known=known)
        self.ended.emit()

    def _on_failed(self, error: Exception) -> None:
        from exports.exchange.stoppable import RoundStopped

        self._stopping = None
        now_s, chance = self._seconds(), self._chance()
        trouble = ""
        if isinstance(error, RoundStopped):
            self._schedule = self._schedule.succeeded(now_s, chance)
        else:
            trouble = sentence(error, self._context.language)
            params = error.params if isinstance(error, CodedError) else {}
            least_s = float(params.get("seconds", 0))
            self._schedule = self._schedule.failed(now_s, chance, least_s)
        self._show(is_running=False, trouble=trouble, was_stopped=not trouble)
        self.ended.emit()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.is_elsewhere or changes.touches("station."):
            self.reload()
