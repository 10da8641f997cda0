"""Says when nobody touched a key or the mouse for so long that the screen has to be covered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

from models.accounts.presence import Presence, lock_after_ms

_LOOK_MS: Final = 5000
_TOUCHES: Final = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TabletPress,
    QEvent.Type.TabletMove,
})  # fmt: skip


class IdleLock(QObject):
    """Looks on at the program's windows, not at each widget: that would cost with every event.

    What an input method composes passes no window; it moves the cursor.
    """

    over = Signal()

    def __init__(self, up_ms: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._up_ms = up_ms
        self._presence: Presence | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._on_window)
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self.touch)

    def start(self, role: str) -> None:
        """Look from now on, for as long as a role may be away."""
        self._presence = Presence(self._up_ms(), lock_after_ms(role))
        self._on_window(QGuiApplication.focusWindow())
        self._timer.start()

    @Slot()
    def stop(self) -> None:
        """Look no more."""
        self._presence = None
        self._timer.stop()

    @Slot()
    def touch(self) -> None:
        """Take note that somebody is there, unless it is too late."""
        if self._presence is not None and not self.look():
            self._presence = self._presence.touched(self._up_ms())

    @Slot(result=bool)
    def look(self) -> bool:
        """Say `over` if nobody was there for too long, and whether that is so."""
        if self._presence is None or not self._presence.is_over(self._up_ms()):
            return False
        self.stop()
        self.over.emit()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Notice keys and mouse; what wakes a machine that slept too long does nothing more."""
        if self._presence is None or event.type() not in _TOUCHES:
            return False
        self.touch()
        return self._presence is None

    @Slot(object)
    def _on_window(self, window: QWindow | None) -> None:
        if window is not None:
            # A filter that is there already is not there twice.
            window.installEventFilter(self)
