"""A line of text that never makes the window grow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.sizes import Role
from ui.widgets.text import Text


class ElidedText(Text):
    """What does not fit ends in dots, and stands whole in the tool tip and for who hears it."""

    def __init__(self, text: str = "", role: Role = "body", parent: QWidget | None = None) -> None:
        self._whole = ""
        super().__init__("", role, parent, is_wrapped=False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def text(self) -> str:
        """Return what was said, as it was said."""
        return self._whole

    def setText(self, text: str) -> None:
        """Say something else."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.contentsRect().width()
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        super().setText(shown)
        self.setToolTip("" if shown == self._whole else self._whole)
