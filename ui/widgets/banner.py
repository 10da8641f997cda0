"""A message that stays at the top of what it is about until it is settled or dismissed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme.colours import Tone
from ui.theme.sizes import Radius, Space
from ui.theme.theme import current_theme
from ui.widgets.announcement import announce
from ui.widgets.buttons import IconButton, QuietButton
from ui.widgets.icon_label import TONE_ICONS, IconLabel
from ui.widgets.painting import fill_box
from ui.widgets.text import Text


class Banner(QWidget):
    """Info, success, warning or danger, with an action or two."""

    action_requested = Signal()
    other_requested = Signal()
    dismissed = Signal()

    def __init__(
        self,
        tone: Tone = "info",
        message: str = "",
        action: str = "",
        parent: QWidget | None = None,
        *,
        is_dismissible: bool = True,
    ) -> None:
        super().__init__(parent)
        self._tone: Tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._icon = IconLabel(TONE_ICONS[tone], tone=tone)
        self._message = Text(message)
        self.action = QuietButton(action)
        self.action.clicked.connect(self.action_requested)
        self.other = QuietButton("")
        self.other.clicked.connect(self.other_requested)
        self.other.setVisible(False)
        self.close_button = IconButton("close", self.tr("Dismiss"))
        self.close_button.clicked.connect(self._on_dismissed)
        self._line = line = QHBoxLayout(self)
        line.setSpacing(Space.M)
        line.addWidget(self._icon)
        line.addWidget(self._message, 1)
        line.addWidget(self.other)
        line.addWidget(self.action)
        line.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.close_button.setVisible(is_dismissible)
        self._describe(action)

    def message(self) -> str:
        """Return the sentence on show."""
        return self._message.text()

    def show_message(
        self, tone: Tone, message: str, action: str = "", other: str = ""
    ) -> None:
        """Replace tone, sentence and actions, show the banner and read it out."""
        self._tone = tone
        self._icon.set_tone(tone)
        self._message.setText(message)
        self._describe(action)
        self.other.setText(other)
        self.other.setVisible(bool(other))
        self.setVisible(True)
        self.update()
        announce(self, message)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tinted surface with its coloured edge."""
        colours = current_theme().colours
        painter = QPainter(self)
        area = QRectF(self.rect())
        fill_box(painter, area, colours.soft(self._tone), colours.tone(self._tone))
        painter.setClipRect(QRectF(0, 0, Space.XS, area.height()))
        fill_box(painter, area, colours.tone(self._tone), radius=Radius.CONTROL)

    def _describe(self, action: str) -> None:
        self.setAccessibleName(self._message.text())
        self.action.setText(action)
        self.action.setVisible(bool(action))
        has_button = bool(action) or self.close_button.isVisibleTo(self)
        edge = Space.XS if has_button else Space.M
        self._line.setContentsMargins(Space.M, edge, Space.XS, edge)

    @Slot()
    def _on_dismissed(self) -> None:
        self.setVisible(False)
        self.dismissed.emit()
