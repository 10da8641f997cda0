"""Holds keys back for a moment, in their order, and lets them go on where the focus is then."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


class KeyHold(QObject):
    """While it holds, no key reaches a widget: what comes after `+` is meant for the slip it
    brings, which may be on its way to the disk still.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._held: list[QKeyEvent] = []
        self._is_holding = False

    def hold(self) -> None:
        """Keep every key from here on."""
        if not self._is_holding:
            self._is_holding = True
            self._app().installEventFilter(self)

    def drop(self) -> None:
        """Forget the keys that are held, and hold no more."""
        self._held.clear()
        self._stop()

    def release(self) -> None:
        """Let the keys go on, until one of them makes it hold again."""
        self._stop()
        while self._held and not self._is_holding:
            receiver = QApplication.focusWidget() or self._page
            QApplication.sendEvent(receiver, self._held.pop(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take keys before any widget does."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._held.append(event.clone())
            return True
        return event.type() == QEvent.Type.KeyRelease

    def _stop(self) -> None:
        if self._is_holding:
            self._is_holding = False
            self._app().removeEventFilter(self)

    def _app(self) -> QApplication:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        return app
