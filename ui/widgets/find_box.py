"""Finds in a list as it is typed, marks or none; Down goes into what was found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QTableWidget, QVBoxLayout, QWidget

from models.text import search_key
from ui.theme.icons import draw_icon
from ui.theme.sizes import Space
from ui.theme.theme import current_theme

# A list with fewer rows is seen whole, and has no box.
FEWEST: Final = 10
_LONGEST: Final = 200


def fits(typed: str, text: str) -> bool:
    """Say whether each word that was typed stands in a text: `dang` stands in `Đặng`."""
    key = search_key(text)
    return all(word in key for word in search_key(typed).split())


class FindBox(QLineEdit):
    """Down goes into the list, Enter opens what was found, Escape clears and then goes too."""

    down_pressed = Signal()
    submitted = Signal()

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        self.setMaxLength(_LONGEST)
        self.setTextMargins(round(current_theme().scale * 22), 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Know the few keys that lead on."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self.down_pressed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.down_pressed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a glass before the words."""
        super().paintEvent(event)
        side = 16 * current_theme().scale
        spot = QRectF(Space.S + 2, (self.height() - side) / 2, side, side)
        draw_icon(QPainter(self), "search", spot, current_theme().colours.text_muted)


def searched(box: FindBox, table: QTableWidget) -> QVBoxLayout:
    """Return a list with its box above it."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.S)
    column.addWidget(box)
    column.addWidget(table, 1)
    return column


class RowFinder(QObject):
    """Shows only the rows of a table in which stands what is typed; Ctrl+F on the page asks.

    `refresh` once the table is filled. Whichever row is in hand is one that can be seen.
    """

    def __init__(
        self, table: QTableWidget, box: FindBox, page: QWidget,
        opened: Callable[[], object] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(table)
        self._table, self._box, self._opened = table, box, opened
        box.setVisible(False)
        box.textChanged.connect(self.refresh)
        box.down_pressed.connect(self._on_down)
        box.submitted.connect(self._on_submitted)
        shortcut = QShortcut("Ctrl+F", page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._on_asked)

    @Slot()
    def refresh(self) -> None:
        """Hide the rows in which it does not stand."""
        table, typed = self._table, self._box.text()
        had_focus = self._box.hasFocus()
        self._box.setVisible(table.rowCount() >= FEWEST or bool(typed))
        if had_focus and not self._box.isVisible():
            table.setFocus(Qt.FocusReason.OtherFocusReason)
        for row in range(table.rowCount()):
            table.setRowHidden(row, bool(typed) and not fits(typed, self._text(row)))
        seen = self._seen()
        if seen and table.currentRow() not in seen:
            table.setCurrentCell(seen[0], 0)
        elif not seen:
            table.setCurrentCell(-1, -1)

    def _text(self, row: int) -> str:
        items = [self._table.item(row, column) for column in range(self._table.columnCount())]
        return " ".join(item.text() for item in items if item is not None)

    def _seen(self) -> list[int]:
        table = self._table
        return [row for row in range(table.rowCount()) if not table.isRowHidden(row)]

    @Slot()
    def _on_asked(self) -> None:
        if self._box.isVisible():
            self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._box.selectAll()

    @Slot()
    def _on_down(self) -> None:
        if self._seen():
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_submitted(self) -> None:
        if self._seen() and self._opened is not None:
            self._opened()
        else:
            self._on_down()
