"""Holds keys back for a moment, in their order, and lets them go on where the focus is then."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

_ENTER: Final = (Qt.Key.Key_Enter, Qt.Key.Key_Return)
_KEYS: Final = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class KeyHold(QObject):
    """While it holds, no key reaches the page: what comes after `+` is meant for the slip it
    brings, which may be on its way to the disk still.

    A page that is out of sight holds nothing any more, and what is typed into a dialog or another
    window before it is theirs. Whoever holds has to `release` or `drop` whatever the answer is.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._held: list[QKeyEvent] = []
        self._is_holding = False
        self._leaves_out_enter = False

    def hold(self) -> None:
        """Keep every key from here on."""
        if not self._is_holding:
            self._is_holding = True
            self._app().installEventFilter(self)

    def hold_for_opening(self) -> None:
        """Keep what is keyed while something opens.

        Enter before anything else is left out: it was pressed twice.
        """
        self._leaves_out_enter = True
        self.hold()

    @Slot()
    def drop(self) -> None:
        """Forget the keys that are held, and hold no more."""
        self._held.clear()
        self._stop()

    def release(self) -> None:
        """Let the keys go on, until one of them makes it hold again."""
        if not self._page.isVisible() or self._is_behind():
            self.drop()
            return
        self._stop()
        while self._held and not self._is_holding:
            QApplication.sendEvent(self._receiver(), self._held.pop(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take keys before any widget does."""
        if event.type() not in _KEYS or self._is_behind():
            return False
        if not self._page.isVisible():
            # Behind a locked screen a password is typed.
            self.drop()
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_again = self._leaves_out_enter and not self._held and event.key() in _ENTER
            if not is_again:
                self._held.append(event.clone())
        return True

    def _is_behind(self) -> bool:
        """Say whether something else takes the keys: a dialog, a menu, another window."""
        if QApplication.activeModalWidget() or QApplication.activePopupWidget():
            return True
        active = QApplication.activeWindow()
        return active is not None and active is not self._page.window()

    def _receiver(self) -> QWidget:
        page = self._page
        while isinstance(page, QStackedWidget) and (shown := page.currentWidget()) is not None:
            page = shown
        return QApplication.focusWidget() or page

    def _stop(self) -> None:
        if self._is_holding:
            self._is_holding = self._leaves_out_enter = False
            self._app().removeEventFilter(self)

    def _app(self) -> QApplication:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        return app
