"""What an exchange left for somebody: parts that are missing, what was set apart, decisions."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.figures import format_integer
from ui.theme.colours import Tone
from ui.theme.sizes import Space
from ui.widgets.buttons import SecondaryButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.surfaces import Card
from ui.widgets.text import Text


class WaitingCard(Card):
    """A line for each kind of which there is something; hidden while there is nothing."""

    decisions_requested = Signal()
    slip_decisions_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setSpacing(Space.S)
        self.decide_button = SecondaryButton(self.tr("Decide"), icon="arrow-right")
        self.decide_button.clicked.connect(self.decisions_requested)
        self.decide_slips_button = SecondaryButton(self.tr("Decide"), icon="arrow-right")
        self.decide_slips_button.clicked.connect(self.slip_decisions_requested)
        self.held, self._held_line = self._line("info")
        self.set_apart, self._apart_line = self._line("danger")
        self.conflicts, self._conflicts_line = self._line("warning", self.decide_button)
        self.slips, self._slips_line = self._line("warning", self.decide_slips_button)

    def show_counts(self, held: int, quarantined: int, conflicts: int, slips: int) -> None:
        """Show what waits: records twice, then households and slips."""
        for text, line, figure, said in (
            (self.held, self._held_line, held, self.tr(
                "%1 received records wait for a part that is still missing. Ask the other station"
                " for its newest bundle; they join by themselves."
            )),
            (self.set_apart, self._apart_line, quarantined, self.tr(
                "%1 received records were set apart: another record bears their number. They are"
                " kept and not used. Tell the administrator."
            )),
            (self.conflicts, self._conflicts_line, conflicts, self.tr(
                "%1 households were corrected differently and wait for a decision."
            )),
            (self.slips, self._slips_line, slips, self.tr(
                "%1 slips were corrected differently and wait for a decision."
            )),
        ):  # fmt: skip
            text.setText(said.replace("%1", format_integer(figure)))
            line.setVisible(bool(figure))
        self.setVisible(bool(held or quarantined or conflicts or slips))

    def _line(self, tone: Tone, action: QWidget | None = None) -> tuple[Text, QWidget]:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        icon = IconLabel("info", 18)
        icon.set_tone(tone)
        text = Text("")
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(text, 1)
        if action is not None:
            row.addWidget(action)
        self.body.addWidget(line)
        return text, line
