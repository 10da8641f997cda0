"""The window that nobody leaves but by the PIN, as far as a program can see to that.

What the system itself answers to (Ctrl+Alt+Del, gestures, another user) is shut off by the
system's own kiosk settings: `docs/kiosk.md`.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget

from ui.kiosk.booth import KioskBooth

# All that the kiosk answers to; digits are for the pads and what a scanner types.
_KEYS: Final = frozenset({
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter,
    Qt.Key.Key_Backspace, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right,
    *(Qt.Key(Qt.Key.Key_0.value + digit) for digit in range(10)),
})  # fmt: skip
_HARMLESS: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_KEY_EVENTS: Final = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride,
    QEvent.Type.Shortcut,
})  # fmt: skip
_MENU_EVENTS: Final = frozenset({
    QEvent.Type.ContextMenu, QEvent.Type.DragEnter, QEvent.Type.Drop, QEvent.Type.ToolTip,
    QEvent.Type.WhatsThis,
})  # fmt: skip


class KioskWindow(QWidget):
    """Fills the screen, stays on top, takes the focus back and closes for `leave` alone."""

    def __init__(self, booth: KioskBooth) -> None:
        super().__init__(
            None,
            Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint,
        )  # fmt: skip
        self.setWindowTitle("motcua")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._may_leave = False
        self.booth = booth
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(booth)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def show_all(self) -> None:
        """Fill the screen and keep the keys."""
        self.showFullScreen()
        self.raise_()
        self.activateWindow()
        handle = self.windowHandle()
        if handle is not None:
            # Where the system lets a window have all keys, Alt+Tab is one of them.
            handle.setKeyboardGrabEnabled(True)

    def leave(self) -> None:
        """Close."""
        self._may_leave = True
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
            app.removeEventFilter(self.booth)
        self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let through the keys that the kiosk answers to; no menu, no help, nothing dropped."""
        if event.type() in _MENU_EVENTS:
            return True
        if event.type() in _KEY_EVENTS:
            return not (isinstance(event, QKeyEvent) and _is_plain(event))
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay, however it was asked for."""
        if self._may_leave:
            event.accept()
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Come back when the window was made small or another one came before it."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.WindowStateChange, QEvent.Type.ActivationChange}:
            QTimer.singleShot(0, self, self._come_back)

    def hideEvent(self, event: QHideEvent) -> None:
        """Come back when it was hidden."""
        super().hideEvent(event)
        QTimer.singleShot(0, self, self._come_back)

    @Slot()
    def _come_back(self) -> None:
        if self._may_leave:
            return
        if not self.isVisible() or not self.isFullScreen():
            self.showFullScreen()
        if not self.isActiveWindow():
            self.raise_()
            self.activateWindow()


def _is_plain(event: QKeyEvent) -> bool:
    return Qt.Key(event.key()) in _KEYS and not event.modifiers() & ~_HARMLESS
