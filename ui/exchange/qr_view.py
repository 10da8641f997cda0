"""A QR code on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import current_theme

# The quiet zone that the standard asks for, in modules on each side.
_QUIET: Final = 4
# A module in pixels at scale 1: what telephones read from the screen at arm's length.
_MODULE: Final = 3


class QrView(QWidget):
    """Dark modules on white in both schemes: many readers know no other."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._modules: tuple[bytes, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_modules(self, modules: Sequence[bytes]) -> None:
        """Show a code, given row by row, 1 for dark."""
        self._modules = tuple(modules)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the side of the code with its quiet zone, in whole pixels a module."""
        side = (len(self._modules) + 2 * _QUIET) * self._step() if self._modules else 0
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the modules."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        step = self._step()
        for down, row in enumerate(self._modules):
            for across, module in enumerate(row):
                if module:
                    left, top = (across + _QUIET) * step, (down + _QUIET) * step
                    painter.fillRect(QRect(left, top, step, step), Qt.GlobalColor.black)

    @staticmethod
    def _step() -> int:
        return max(round(_MODULE * current_theme().scale), 2)
