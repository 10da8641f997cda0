"""Tells a scanner from a person: it types like a keyboard, only faster than any hand.

What a person types goes on at once. The signs that follow faster than hands are held for a moment:
if they make a scan they never reach a field, else they go on in their order. The first sign of a
scan cannot be told apart and does go on; `began` comes before it, so that the page can take back
what it did.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from models.households.cards import is_card
from models.households.marks import read_mark

# Scanners send a sign every 1 to 20 ms; a hand that types 120 words a minute, every 100.
GAP_MS: Final = 50
# The shortest thing on a label is a code of ten digits.
_FEWEST: Final = 8
_SITE: Final = "diachiso.gov.vn"
_ENDS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_ACTING: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)  # fmt: skip


class ScanBox(QObject):
    """Watches a page's fields, and the keys that the page itself is given, see `takes`."""

    began = Signal()
    scanned = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._text = ""
        self._held: list[QKeyEvent] = []
        self._watched: list[QWidget] = []
        self._last_ms = 0
        self._is_passing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(GAP_MS)
        self._timer.timeout.connect(self.release)

    @property
    def is_fresh(self) -> bool:
        """Say whether the last sign came so lately that the next may be of the same scan."""
        return self._timer.isActive()

    def watch(self, field: QWidget) -> None:
        """Look at the keys of a field, or of the page, before it does."""
        self._watched.append(field)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what a scanner types; let all else through in its order."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            # What a field leaves to the page has been looked at on its way.
            focused = QApplication.focusWidget()
            is_seen = watched is self._page and focused is not watched and focused in self._watched
            return not is_seen and self.takes(event)
        if event.type() == QEvent.Type.InputMethod:
            self.release()
        return False

    def takes(self, event: QKeyEvent) -> bool:
        """Take a key press; True if it must not act, now or at all."""
        if self._is_passing or event.key() in (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock):
            return False
        is_quick = self._is_quick(event)
        if event.key() in _ENDS and is_quick and len(self._text) >= _FEWEST:
            # The end of a scan is no wish to save, even where its signs are left in a field.
            self.release()
            self._text = ""
            return True
        if not _is_sign(event):
            self.release()
            self._text = ""
            return False
        self._last_ms = event.timestamp()
        if not is_quick:
            self.release()
            self._text = event.text()
            self.began.emit()
            self._timer.start()
            return False
        self._text += event.text()
        self._held.append(event.clone())
        self._timer.start()
        return True

    @Slot()
    def release(self) -> None:
        """Let go on what is held, as if it had been typed just now; a scan without an end ends."""
        self._timer.stop()
        if self._held and self._is_scan():
            text, self._text = self._text, ""
            self._held.clear()
            self.scanned.emit(text)
            return
        held, self._held = self._held, []
        self._is_passing = True
        try:
            for event in held:
                QApplication.sendEvent(self._receiver(), event)
        finally:
            self._is_passing = False

    def _is_quick(self, event: QKeyEvent) -> bool:
        """Say whether a key follows the sign before it faster than a hand."""
        if not self._text:
            return False
        if event.timestamp() and self._last_ms:
            # By when the keys were pressed: a screen that was busy must not cut a scan in two.
            return event.timestamp() - self._last_ms <= GAP_MS
        return self._timer.isActive()

    def _is_scan(self) -> bool:
        if len(self._text) < _FEWEST:
            return False
        if not isinstance(self._receiver(), QLineEdit):
            return True
        # In a field words are words, however fast; but these are never meant to stand in one.
        text = self._text
        return is_card(text) or read_mark(text) is not None or _SITE in text.lower()

    def _receiver(self) -> QWidget:
        focused = QApplication.focusWidget()
        is_here = focused is not None and self._page.isAncestorOf(focused)
        return focused if focused is not None and is_here else self._page


def _is_sign(event: QKeyEvent) -> bool:
    text = event.text()
    return bool(text) and text.isprintable() and not event.modifiers() & _ACTING

