"""An icon that stands beside a text and says nothing by itself."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.colours import Tone
from ui.theme.icons import IconName, draw_icon
from ui.theme.theme import current_theme
from ui.widgets.painting import fill_box

TONE_ICONS: dict[Tone, IconName] = {
    "info": "info",
    "success": "check",
    "warning": "warning",
    "danger": "danger",
}


class IconLabel(QWidget):
    """A painted icon of `size` pixels at scale 1; `is_in_circle` sets it on a soft disc."""

    def __init__(
        self,
        name: IconName,
        size: int = 20,
        parent: QWidget | None = None,
        *,
        tone: Tone | None = None,
        is_in_circle: bool = False,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._size = size
        self._tone: Tone | None = tone
        self._is_in_circle = is_in_circle
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_tone(self, tone: Tone) -> None:
        """Show the icon and the colour of a tone."""
        self._name, self._tone = TONE_ICONS[tone], tone
        self.update()

    def sizeHint(self) -> QSize:
        """Return the icon's side, or the disc's, at the theme's scale."""
        side = round(self._size * current_theme().scale * (2 if self._is_in_circle else 1))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc and the icon."""
        painter = QPainter(self)
        colours = current_theme().colours
        area = QRectF(self.rect())
        ink = colours.accent if self._tone is None else colours.tone(self._tone)
        if self._is_in_circle:
            soft = colours.accent_soft if self._tone is None else colours.soft(self._tone)
            fill_box(painter, area, soft, radius=area.height() / 2)
            inset = area.width() / 4
            area = area.adjusted(inset, inset, -inset, -inset)
        draw_icon(painter, self._name, area, ink)
