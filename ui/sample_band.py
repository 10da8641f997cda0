"""The band above every page of the sample data: nothing there is real, and one button leaves it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme.sizes import Space
from ui.theme.theme import current_theme
from ui.widgets.buttons import QuietButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text


class SampleBand(QWidget):
    """`left` asks for what stands behind the sample data, where anything does."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None, *, may_leave: bool) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        said = self.tr("Sample data: nothing here is real, and nothing of it counts.")
        self.setAccessibleName(said)
        self.leave_button = QuietButton(self.tr("Leave the sample data"))
        self.leave_button.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.XS, Space.L, Space.XS)
        row.setSpacing(Space.S)
        row.addWidget(IconLabel("warning", 16, tone="warning"))
        row.addWidget(Text(said, "strong", is_wrapped=False))
        row.addStretch(1)
        row.addWidget(self.leave_button)
        self.leave_button.setVisible(may_leave)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground that no other page has."""
        painter = QPainter(self)
        colours = current_theme().colours
        painter.fillRect(self.rect(), colours.soft("warning"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.tone("warning"))
