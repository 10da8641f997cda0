"""How the exchange with other stations stands, in one line, and the way to it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.clock import local_time
from models.figures import format_integer
from models.stations.ledger import Delivery, Ledger
from models.stations.watch import Watch
from ui import hub_words, watch_words
from ui.hub_rounds import HubState
from ui.theme.colours import Tone
from ui.theme.sizes import Space
from ui.widgets.buttons import SecondaryButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

# One station in words; of several, those that wait.
_SHOWN: Final = 2
_CALM: Final = Watch()


class ExchangeLine(Card):
    """Hidden until a station is enrolled or something waits; the page owns the hub's key."""

    exchange_requested = Signal()
    hub_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=Space.M)
        self.icon = IconLabel("info", 18)
        self.said = Text("")
        self.rest = Text("", "caption")
        self.hub = Text("", "caption")
        self.watch = Text("")
        self._is_late = self._is_apart = self._is_cut = False
        for text in (self.hub, self.watch):
            text.setVisible(False)
        self.button = SecondaryButton(self.tr("Open the exchange"), icon="exchange")
        self.button.clicked.connect(self.exchange_requested)
        self.hub_button = SecondaryButton(self.tr("Exchange now"), icon="exchange", hint="F5")
        self.hub_button.clicked.connect(self.hub_requested)
        self.hub_button.setVisible(False)
        line = QHBoxLayout()
        line.setSpacing(Space.M)
        line.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.watch)
        words.addWidget(self.said)
        words.addWidget(self.rest)
        words.addWidget(self.hub)
        line.addLayout(words, 1)
        line.addWidget(self.hub_button)
        line.addWidget(self.button)
        self.body.addLayout(line)
        self.setVisible(False)

    def show_ledger(self, ledger: Ledger, conflicts: int, watch: Watch = _CALM) -> None:
        """Show how it stands; `conflicts` counts what waits for a decision."""
        waiting = sum(one.waiting for one in ledger.deliveries)
        self._is_late = bool(waiting or ledger.held)
        self._is_apart = bool(ledger.quarantined)
        self.said.setText(self._sentence(ledger))
        parts = [self._last(ledger.deliveries)] if ledger.deliveries else []
        for figure, said in (
            (ledger.held, self.tr("%1 wait for a missing part")),
            (ledger.quarantined, self.tr("%1 set apart")),
            (conflicts, self.tr("to be decided: %1")),
        ):
            if figure:
                parts.append(said.replace("%1", format_integer(figure)))
        self.rest.setText("  ·  ".join(parts))
        is_watched = self._show_watch(watch)
        is_used = bool(ledger.deliveries or ledger.held or ledger.quarantined)
        self.setVisible(is_used or is_watched)
        self._colour()

    def _show_watch(self, watch: Watch) -> bool:
        lines = [watch_words.clock_line(one) for one in watch.own_clocks]
        if watch.copy is not None and (watch.copy.missing or not watch.copy.is_noted):
            lines.append(watch_words.copy_line(watch.copy)[1])
        self._is_apart = self._is_apart or bool(watch.copy is not None and watch.copy.missing)
        self._is_late = self._is_late or bool(lines)
        self.watch.setText("\n".join(lines))
        self.watch.setVisible(bool(lines))
        return bool(lines)

    def show_hub(self, state: HubState) -> None:
        """Show what stands in the way of exchanging with the hub, or that it is under way."""
        self._is_cut = bool(state.trouble)
        said = hub_words.since(state) if state.trouble else ""
        if state.is_running:
            said = self.tr("Exchanging with the hub…")
        self.hub.setText(said)
        self.hub.setVisible(bool(said))
        self.hub_button.setVisible(state.known.place is not None)
        self._colour()

    def _colour(self) -> None:
        is_late = self._is_late or self._is_cut
        tone: Tone = "danger" if self._is_apart else "warning" if is_late else "success"
        self.icon.set_tone(tone)

    def _sentence(self, ledger: Ledger) -> str:
        shown = sorted(ledger.deliveries, key=_waiting, reverse=True)[:_SHOWN]
        return "\n".join(self._of_one(one) for one in shown) or self.tr("Exchange")

    def _of_one(self, delivery: Delivery) -> str:
        said = self.tr("%4: %1 recorded · %2 received · %3 waiting")
        figures = (delivery.recorded, delivery.received, delivery.waiting)
        for place, figure in enumerate(figures, start=1):
            said = said.replace(f"%{place}", format_integer(figure))
        return said.replace("%4", delivery.station.name)

    def _last(self, deliveries: tuple[Delivery, ...]) -> str:
        times = [ms for one in deliveries for ms in (one.heard_ms, one.told_ms) if ms is not None]
        if not times:
            return self.tr("nothing exchanged yet")
        said = self.tr("last exchange %1")
        return said.replace("%1", local_time(max(times)).strftime("%d/%m/%Y %H:%M"))


def _waiting(delivery: Delivery) -> int:
    return delivery.waiting
