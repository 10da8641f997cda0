"""What a person should know of this station: that it was copied, that a clock is wrong."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.stations.copies import CopyTrace
from models.stations.watch import Watch
from ui import watch_words
from ui.theme.sizes import Space
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.surfaces import Card
from ui.widgets.text import Text


class WatchCard(Card):
    """Hidden while there is nothing; what came back stays until a person has taken note of it."""

    recovery_requested = Signal()
    noted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._trace: CopyTrace | None = None
        self.copied = Text("")
        self._copied_icon = IconLabel("info", 18)
        self.recover_button = SecondaryButton(self.tr("Get them back"), icon="undo")
        self.note_button = QuietButton(self.tr("Understood"))
        self._copy = QWidget()
        self._clocks = QVBoxLayout()
        self.clocks: list[Text] = []
        line = _line(self._copy, self._copied_icon, self.copied)
        line.addWidget(self.recover_button)
        line.addWidget(self.note_button)
        self.body.setSpacing(Space.S)
        self.body.addWidget(self._copy)
        self.body.addLayout(self._clocks)
        self.recover_button.clicked.connect(self.recovery_requested)
        self.note_button.clicked.connect(self._on_noted)
        self.setVisible(False)

    def show_watch(self, watch: Watch, units: Mapping[str, str]) -> None:
        """Show what is known; `units` are names by code."""
        trace = watch.copy
        self._trace = trace if trace is None or trace.missing or not trace.is_noted else None
        if self._trace is not None:
            tone, said = watch_words.copy_line(self._trace)
            self.copied.setText(said)
            self._copied_icon.set_tone(tone)
            self.recover_button.setVisible(bool(self._trace.missing))
            self.note_button.setVisible(not self._trace.missing)
        self._copy.setVisible(self._trace is not None)
        self._show_clocks([watch_words.clock_line(one, units) for one in watch.clocks])
        self.setVisible(self._trace is not None or bool(watch.clocks))

    def _show_clocks(self, lines: list[str]) -> None:
        if [text.text() for text in self.clocks] == lines:
            return
        while (item := self._clocks.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.clocks = [Text(line) for line in lines]
        for text in self.clocks:
            holder = QWidget()
            _line(holder, IconLabel("warning", 18, tone="warning"), text)
            self._clocks.addWidget(holder)

    @Slot()
    def _on_noted(self) -> None:
        if self._trace is not None:
            self.noted.emit(self._trace)


def _line(holder: QWidget, icon: IconLabel, text: Text) -> QHBoxLayout:
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(Space.S)
    line.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(text, 1)
    return line
