"""A list to choose one from; it paints its own arrow, since the theme ships no image files."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from ui.theme.icons import draw_icon
from ui.theme.sizes import Space
from ui.theme.theme import current_theme


class Dropdown(QComboBox):
    """A combo box in the theme's look."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxVisibleItems(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow upon the styled box; what does not fit ends in dots."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        kind = QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(kind, option, part, self).width()
        elide = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(option.currentText, elide, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(kind, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        colours = current_theme().colours
        side = 16 * current_theme().scale
        left = self.width() - side - Space.S
        spot = QRectF(left, (self.height() - side) / 2, side, side)
        ink = colours.text if self.isEnabled() else colours.text_muted
        draw_icon(painter, "chevron-down", spot, ink)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling past a field must not change it."""
        event.ignore()
