"""Lets a window be smaller than its pages: on a small screen with large letters one scrolls."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class SmallWindowArea(QScrollArea):
    """Holds the pages at `least` or more; where there is less room it has scroll bars.

    It takes no key: those that the pages leave are the window's.
    """

    def __init__(self, pages: QWidget, least: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # The ground is the window's, which has to be painted: who waits for it would wait for ever.
        # Qt's own viewport would fill it; and to be handed that one takes a start's 20 ms, see
        # `desktop.warm_up`.
        self.setViewport(QWidget())
        held = _Held(pages, least)
        self.setWidget(held)
        held.setAutoFillBackground(False)
        self.setWidgetResizable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the key to the window."""
        event.ignore()


class _Held(QWidget):
    """Gives the pages all its room.

    A layout would tell the area what height the pages' texts would like, and the area would scroll
    where the pages only stand closer together.
    """

    def __init__(self, pages: QWidget, least: QSize) -> None:
        super().__init__()
        self.setMinimumSize(least)
        self._pages = pages
        pages.setParent(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the pages follow."""
        super().resizeEvent(event)
        self._pages.setGeometry(self.rect())
