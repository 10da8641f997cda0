"""A part of a page that is as high as what it holds and scrolls where there is less room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStyle, QWidget


class SnugArea(QScrollArea):
    """Holds one widget on the ground of its page; it gives up height down to `least` pixels.

    Whoever changes what is held calls `updateGeometry`: Qt asks once for the sizes and keeps to
    them. (To listen for it in Python ended the program where windows were taken away.)
    """

    def __init__(self, held: QWidget, least: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = held
        self._least = least
        held.setProperty("surface", "plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("surface", "plain")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(held)

    def sizeHint(self) -> QSize:
        """Return the size of what is held: Qt would stop at some twenty lines."""
        return self._held.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the width that what is held needs, and little height."""
        held = self._held.minimumSizeHint()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        return QSize(held.width() + bar, min(held.height(), self._least))
