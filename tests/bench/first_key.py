"""A child: how long from process start until a field on the screen takes its first key.

`window` is the program's own start, `field` a bare window with one line edit, `empty` a bare
widget that is only painted. Nothing of the program is imported here before it would be.
"""

from __future__ import annotations

import sys
import time
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from tests.bench.children import tell


class FirstKey(QObject):
    """Types into a field as soon as it has been painted and has the focus."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Wait for the first painting."""
        if event.type() == QEvent.Type.Paint:
            self._field.removeEventFilter(self)
            QTimer.singleShot(0, self._type)
        return False

    def _type(self) -> None:
        field = self._field
        if not isinstance(field, QLineEdit):
            tell(at=time.monotonic())
        if QApplication.focusWidget() is not field:
            QTimer.singleShot(0, self._type)
            return
        made = time.monotonic()
        key = _key()
        making = time.monotonic() - made
        QApplication.sendEvent(field, key)
        assert field.text() == "a"
        # A keyboard's own events need no Python; a bare window would load Qt's names for this one.
        at = time.monotonic() - making
        import psutil

        tell(at=at, held=psutil.Process().memory_info().rss / 2**20)


def _key() -> QEvent:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QKeyEvent

    none = Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, none, "a")


def _window(folder: str, account: str) -> None:
    from desktop.lean_imports import spare_sources

    spare_sources()
    from desktop.app import Application, run_window

    start = Application.start

    def watched(self: Any) -> None:
        start(self)
        FirstKey(self.window.focusWidget())

    Application.start = watched  # type: ignore[method-assign]
    run_window(["--data-dir", folder, "--account", account])


def _bare(made: QWidget) -> None:
    window = made
    if isinstance(made, QLineEdit):
        window = QWidget()
        QVBoxLayout(window).addWidget(made)
        made.setFocus()
    window.resize(1280, 720)
    FirstKey(made)
    window.show()
    QApplication.exec()


if __name__ == "__main__":
    kind = sys.argv[1]
    if kind == "window":
        _window(*sys.argv[2:])
    else:
        app = QApplication(["bare"])
        _bare(QLineEdit() if kind == "field" else QWidget())
