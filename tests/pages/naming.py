"""What a screen reader is told of a page: every control has a name and the role that it plays."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHeaderView, QScrollArea, QScrollBar, QTableView, QWidget

from tests.pages.looking import named, shown

_NOTHING = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window}


def nameless(page: QWidget) -> list[str]:
    """Return the controls that have no name or play no role, each in a line."""
    found = []
    for widget in shown(page):
        if not is_control(widget):
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        if told is None or not told.text(QAccessible.Text.Name).strip():
            found.append(f"no name: {named(widget)}")
        if told is None or told.role() in _NOTHING:
            found.append(f"no role: {named(widget)}")
        if isinstance(widget, QTableView):
            found += [f"{named(widget)}: {wrong}" for wrong in _heads(widget)]
    return found


def is_control(widget: QWidget) -> bool:
    """Say whether the keyboard reaches a widget."""
    if isinstance(widget, QScrollBar | QHeaderView | QScrollArea) or widget.isWindow():
        return False
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None


def _heads(table: QTableView) -> Iterator[str]:
    model = table.model()
    for column in range(model.columnCount()):
        if not table.isColumnHidden(column):
            head = model.headerData(column, Qt.Orientation.Horizontal)
            if not str(head or "").strip():
                yield f"column {column} has no head"
