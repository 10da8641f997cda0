"""Surfaces that group things: the card and the dividing line."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.sizes import Space
from ui.widgets.text import Heading


class Card(QFrame):
    """A raised surface; put things into `body`."""

    def __init__(
        self, title: str = "", parent: QWidget | None = None, *, padding: Space = Space.L
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(Space.M)
        self._title: Heading | None = None
        if title:
            self.set_title(title)

    def set_title(self, title: str) -> None:
        """Head the card with a title."""
        if self._title is None:
            self._title = Heading(title, "subtitle")
            self.body.insertWidget(0, self._title)
        self._title.setText(title)
        self.setAccessibleName(title)


class Divider(QFrame):
    """A thin line between things, lying or standing."""

    def __init__(self, parent: QWidget | None = None, *, is_vertical: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("surface", "divider")
        fixed, wide = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        if is_vertical:
            self.setFixedWidth(1)
            self.setSizePolicy(fixed, wide)
        else:
            self.setFixedHeight(1)
            self.setSizePolicy(wide, fixed)
