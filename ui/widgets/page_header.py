"""The head of a page: what it is, and what can be done on it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.sizes import Space
from ui.widgets.text import Heading, Text


class PageHeader(QWidget):
    """Title and subtitle on the left, actions on the right, the main one last."""

    def __init__(self, title: str = "", subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Heading(title)
        self._subtitle = Text(subtitle, tone="muted")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(Space.S)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.L)
        line.addLayout(words, 1)
        line.addLayout(self._actions)
        self.set_subtitle(subtitle)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_subtitle(self, subtitle: str) -> None:
        """Show another subtitle, none for an empty text."""
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def add_action(self, widget: QWidget) -> None:
        """Add a button, or another small control, on the right."""
        self._actions.addWidget(widget)
