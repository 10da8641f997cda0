"""A short word that comes, is read and goes, in place of a box to click away."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.colours import Tone
from ui.theme.sizes import Radius, Space
from ui.theme.theme import current_theme
from ui.widgets.announcement import announce
from ui.widgets.buttons import QuietButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.painting import fill_box
from ui.widgets.text import Text

SHOWN_MS: Final = 4_000
SHOWN_LONGER_MS: Final = 8_000


class Toast(QWidget):
    """Lies at the bottom of its host, takes no focus, and waits while the pointer is on it."""

    action_requested = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._tone: Tone = "info"
        self._icon = IconLabel("info", tone="info")
        self._message = Text(is_wrapped=False)
        self.action = QuietButton("")
        self.action.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.action.clicked.connect(self._on_action)
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        line.setSpacing(Space.M)
        line.addWidget(self._icon)
        line.addWidget(self._message, 1)
        line.addWidget(self.action)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        host.installEventFilter(self)
        self.hide()

    def message(self) -> str:
        """Return the sentence last shown."""
        return self._message.text()

    def show_message(self, message: str, tone: Tone = "success", action: str = "") -> None:
        """Show a sentence for a few seconds, longer when there is something to press or to note."""
        self._tone = tone
        self._icon.set_tone(tone)
        self._message.setWordWrap(False)
        self._message.setText(message)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.setAccessibleName(message)
        self._place()
        self.show()
        self.raise_()
        self.update()
        announce(self, message)
        self._timer.start(SHOWN_LONGER_MS if action or tone == "danger" else SHOWN_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom of the host when it changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while the pointer rests here."""
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go a moment after the pointer has left."""
        self._timer.start(SHOWN_MS)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tinted surface."""
        colours = current_theme().colours
        soft, edge = colours.soft(self._tone), colours.tone(self._tone)
        fill_box(QPainter(self), QRectF(self.rect()), soft, edge, radius=Radius.CARD)

    @Slot()
    def _on_action(self) -> None:
        self.hide()
        self.action_requested.emit()

    def _place(self) -> None:
        room = self._host.width() - 2 * Space.XL
        size = self.sizeHint()
        if size.width() > room:
            self._message.setWordWrap(True)
            size.setWidth(room)
            size.setHeight(max(self.heightForWidth(room), size.height()))
        self.resize(size)
        self.move((self._host.width() - size.width()) // 2, self._bottom() - size.height())

    def _bottom(self) -> int:
        return self._host.height() - Space.XL
