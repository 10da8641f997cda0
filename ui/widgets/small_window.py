"""Lets a window be smaller than its pages: on a small screen with large letters one scrolls."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class SmallWindowArea(QScrollArea):
    """Holds the pages at `least` or more; where there is less room it has scroll bars.

    It takes no key: those that the pages leave are the window's.
    """

    def __init__(self, pages: QWidget, least: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        pages.setMinimumSize(least)
        self.setWidget(pages)
        self.setWidgetResizable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the key to the window."""
        event.ignore()
