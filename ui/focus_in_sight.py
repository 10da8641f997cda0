"""Scrolls what takes the focus into sight, wherever the focus came from."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


class FocusInSight(QObject):
    """Qt does so only for a Tab within one area: not for one that comes from beside it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self._window.isAncestorOf(now):
            return
        parent = now.parentWidget()
        while parent is not None and now.visibleRegion().isEmpty():
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(now)
            parent = parent.parentWidget()
