"""The band above the kiosk of sample data: no citizen shall think that a rating there counts."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kiosk.look import GAP_MM, KioskLook
from ui.kiosk.page import KioskPage


class SampleStrip(KioskPage):
    """Is read on every page, in the language of the citizen."""

    def __init__(self, look: KioskLook, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.said = self.words("caption")
        # One line: the letters shrink with the screen, and a laptop has no room for two.
        self.said.setWordWrap(False)
        margin = look.px(GAP_MM / 2)
        row = QHBoxLayout(self)
        row.setContentsMargins(margin, margin, margin, margin)
        row.addWidget(self.said)

    def say_words(self) -> None:
        """Say everything again."""
        self.said.set_words(self.tr("Sample data, to try it out: ratings here do not count."))
        self.setAccessibleName(self.said.text())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground that nothing else here has."""
        painter = QPainter(self)
        colours, line = self.look.colours, max(self.look.px(0.5), 1)
        painter.fillRect(self.rect(), colours.moods[1])
        inside = self.rect().adjusted(line, line, -line, -line)
        painter.fillRect(inside, colours.soft_moods[1])
