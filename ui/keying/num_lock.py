"""The line that says that NumLock is off."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.keying.keys import without_num_lock
from ui.widgets.announcement import announce
from ui.widgets.text import Text


class NumLockLine(Text):
    """Learns from each key whether NumLock is off: Qt does not tell it by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "caption", parent, tone="warning")
        self.setText(self.tr("NumLock is off. The pad is understood all the same; "
                             "press NumLock to switch it on."))  # fmt: skip
        self.hide()

    def follow(self, event: QKeyEvent) -> None:
        """Come with a key that the pad sends without NumLock, go with the next digit of the pad."""
        if without_num_lock(event) is not None:
            if self.isHidden():
                self.show()
                announce(self, self.text())
        elif event.key() == Qt.Key.Key_NumLock or _is_digit_of_the_pad(event):
            self.hide()


def _is_digit_of_the_pad(event: QKeyEvent) -> bool:
    is_digit = Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9
    return is_digit and bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier)
