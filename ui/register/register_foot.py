"""The foot of the register page: how many there are, and the rarer things to do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from models.figures import format_integer
from ui.widgets.buttons import QuietButton
from ui.widgets.text import Text


class RegisterFoot(QWidget):
    """A household that no list names, possible duplicates, and what waits for a decision."""

    new_requested = Signal()
    duplicates_requested = Signal()
    decisions_requested = Signal()
    erase_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = Text("", "caption", tone="muted", is_wrapped=False)
        # A narrow window has it say less rather than grow.
        self._found.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._ways: tuple[str, ...] = ("",)
        self._decisions = QuietButton(self.tr("Decisions"))
        self._duplicates = QuietButton(self.tr("Duplicates"))
        self._new = QuietButton(self.tr("New household"))
        self._erase = QuietButton(self.tr("Erase data"))
        self._keys = (
            (self._decisions, "W"), (self._duplicates, "D"), (self._new, "+"), (self._erase, "Del"),
        )  # fmt: skip
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._found, 1)
        for button, signal in (
            (self._decisions, self.decisions_requested),
            (self._duplicates, self.duplicates_requested),
            (self._new, self.new_requested),
            (self._erase, self.erase_requested),
        ):
            button.clicked.connect(signal)
            line.addWidget(button)
        self.set_narrow(is_narrow=False)
        self.show_waiting(0)
        self.allow_hamlet(is_one=False)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Leave the words their room in a narrow window, where the keys are not shown."""
        for button, key in self._keys:
            button.set_hint("" if is_narrow else key)

    def found(self) -> str:
        """Return the sentence on show, as long as there is room for."""
        return self._found.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def show_listed(self, count: int) -> None:
        """Say how many households the work list has."""
        said = self.tr("%n household(s) in this list", "", count)
        brief = self.tr("%n household(s)", "", count)
        figure = format_integer(count)
        self._say(said.replace(str(count), figure), brief.replace(str(count), figure), figure)

    def show_found(self, count: int, *, is_cut_off: bool) -> None:
        """Say how many a search found."""
        if is_cut_off:
            said = self.tr("The first %n found in the whole register; write on", "", count)
            self._say(said, self.tr("The first %n; write on", "", count), f"{count}…")
        else:
            said = self.tr("%n found in the whole register", "", count)
            self._say(said, self.tr("%n found", "", count), f"{count}")

    def show_waiting(self, conflicts: int) -> None:
        """Say how many fields wait for a decision."""
        said = self.tr("Decisions")
        self._decisions.setText(f"{said} ({format_integer(conflicts)})" if conflicts else said)
        self._decisions.setEnabled(bool(conflicts))

    def allow_hamlet(self, *, is_one: bool) -> None:
        """Allow what is done within one hamlet."""
        advice = "" if is_one else self.tr("Choose one hamlet on the left first.")
        for button in (self._duplicates, self._new):
            button.setEnabled(is_one)
            button.setToolTip(advice)

    def offer_erasing(self, *, is_offered: bool) -> None:
        """Show or hide what erases the data of the household in hand."""
        self._erase.setVisible(is_offered)

    def _say(self, said: str, *briefer: str) -> None:
        keys = self.tr("F finds  ·  Enter opens")
        self._ways = (f"{said}      {keys}", said, *briefer)
        self._fit()

    def _fit(self) -> None:
        metrics, room = self._found.fontMetrics(), self._found.width()
        fitting = (way for way in self._ways if metrics.horizontalAdvance(way) <= room)
        self._found.setText(next(fitting, self._ways[-1]))
