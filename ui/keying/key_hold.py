"""Holds keys back for a moment, in their order, and lets them go on where the focus is then."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

# Whoever opens a batch and keys on meets its first question; a store that takes longer than this
# has said why, and nobody keys into what is not there.
_OPENING_MS: Final = 3000
_ENTER: Final = (Qt.Key.Key_Enter, Qt.Key.Key_Return)


class KeyHold(QObject):
    """While it holds, no key reaches a widget: what comes after `+` is meant for the slip it
    brings, which may be on its way to the disk still. A page that is out of sight holds nothing.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._held: list[QKeyEvent] = []
        self._is_holding = False
        self._leaves_out_enter = False
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(_OPENING_MS)
        self._limit.timeout.connect(self.drop)

    def hold(self) -> None:
        """Keep every key from here on."""
        if not self._is_holding:
            self._is_holding = True
            self._app().installEventFilter(self)

    def hold_for_opening(self) -> None:
        """Keep what is keyed while something opens, for some seconds at the most.

        Enter before anything else is left out: it was pressed twice.
        """
        self._leaves_out_enter = True
        self._limit.start()
        self.hold()

    @Slot()
    def drop(self) -> None:
        """Forget the keys that are held, and hold no more."""
        self._held.clear()
        self._stop()

    def release(self) -> None:
        """Let the keys go on, until one of them makes it hold again."""
        if not self._page.isVisible():
            self.drop()
            return
        self._stop()
        while self._held and not self._is_holding:
            receiver = QApplication.focusWidget() or self._page
            QApplication.sendEvent(receiver, self._held.pop(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take keys before any widget does."""
        if not self._page.isVisible():
            # Behind a locked screen a password is typed.
            self.drop()
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_again = self._leaves_out_enter and not self._held and event.key() in _ENTER
            if not is_again:
                self._held.append(event.clone())
            return True
        return event.type() == QEvent.Type.KeyRelease

    def _stop(self) -> None:
        if self._is_holding:
            self._is_holding = self._leaves_out_enter = False
            self._limit.stop()
            self._app().removeEventFilter(self)

    def _app(self) -> QApplication:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        return app
