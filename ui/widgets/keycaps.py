"""Keys of the keyboard shown on the screen, with what they do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from ui.theme.sizes import Space
from ui.widgets.painting import draw_key_cap, key_cap_size
from ui.widgets.text import Text


class KeyMeaning(NamedTuple):
    """The keys that do one thing, and the thing in a few words."""

    keys: tuple[str, ...]
    meaning: str


class KeyCap(QWidget):
    """One drawn key, for instance "+", "0" or "⏎"."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def key(self) -> str:
        """Return the key's label."""
        return self._key

    def sizeHint(self) -> QSize:
        """Return the key's size."""
        return key_cap_size(self._key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the key."""
        draw_key_cap(QPainter(self), QRectF(self.rect()), self._key)


class KeyLegend(QWidget):
    """Which key does what, in one or more columns."""

    def __init__(
        self,
        entries: Sequence[KeyMeaning] = (),
        columns: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = max(columns, 1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.S)
        self._grid.setVerticalSpacing(Space.S)
        self.setAccessibleName(self.tr("Keys"))
        self.set_entries(entries)

    def set_entries(self, entries: Sequence[KeyMeaning]) -> None:
        """Show other keys."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for index, entry in enumerate(entries):
            row, column = divmod(index, self._columns)
            self._add(entry, row, 3 * column)
        spoken = (f"{' '.join(entry.keys)}: {entry.meaning}" for entry in entries)
        self.setAccessibleDescription("; ".join(spoken))

    def _add(self, entry: KeyMeaning, row: int, column: int) -> None:
        caps = QWidget()
        line = QHBoxLayout(caps)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.XS)
        for key in entry.keys:
            line.addWidget(KeyCap(key))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(caps, row, column, left)
        self._grid.addWidget(Text(entry.meaning, "caption"), row, column + 1)
        self._grid.setColumnStretch(column + 1, 1)
        if column + 3 < 3 * self._columns:
            self._grid.setColumnMinimumWidth(column + 2, Space.L)
