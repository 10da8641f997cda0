"""The box that finds a household as it is typed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme.icons import draw_icon
from ui.theme.sizes import Space
from ui.theme.theme import current_theme


class SearchBox(QLineEdit):
    """Down goes into the list, Enter opens what was found, Escape clears and then goes too."""

    down_pressed = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Name, address, telephone or code"))
        self.setAccessibleName(self.tr("Find a household"))
        self.setClearButtonEnabled(True)
        self.setMaxLength(200)
        self.setTextMargins(round(current_theme().scale * 22), 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Know the few keys that lead on."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self.down_pressed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.down_pressed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a glass before the words."""
        super().paintEvent(event)
        side = 16 * current_theme().scale
        spot = QRectF(Space.S + 2, (self.height() - side) / 2, side, side)
        draw_icon(QPainter(self), "search", spot, current_theme().colours.text_muted)
