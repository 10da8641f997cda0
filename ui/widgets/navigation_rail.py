"""The main window's rail of pages."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.theme.icons import IconName
from ui.theme.sizes import Space
from ui.theme.theme import current_theme
from ui.widgets.rail_button import RailButton


class NavigationRail(QWidget):
    """Pages by key; Alt+1, Alt+2 … go to them in order, arrows move along the rail.

    The mark moves when the window says so with `set_current`, not before: a page may hold on.
    """

    page_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, RailButton] = {}
        self._current = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Pages"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.S, Space.M, Space.S, Space.M)
        self._column.setSpacing(Space.XS)
        self._column.addStretch(1)
        self._upper = 0

    def add_page(self, key: str, text: str, icon: IconName, *, is_at_end: bool = False) -> None:
        """Add a page; those at the end stand at the foot of the rail."""
        button = RailButton(text, icon)
        button.clicked.connect(partial(self._on_clicked, key))
        self._buttons[key] = button
        if is_at_end:
            self._column.addWidget(button)
        else:
            self._column.insertWidget(self._upper, button)
            self._upper += 1
        number = len(self._buttons)
        if number <= 9:
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.activated.connect(partial(self._on_clicked, key))
            button.setToolTip(f"Alt+{number}")

    def add_foot(self, widget: QWidget) -> None:
        """Put something that is no page below them all."""
        self._column.addWidget(widget)

    def pages(self) -> tuple[str, ...]:
        """Return the keys in the order of their shortcuts."""
        return tuple(self._buttons)

    def current(self) -> str:
        """Return the key of the marked page, "" before one is."""
        return self._current

    def set_current(self, key: str) -> None:
        """Mark the page on show."""
        self._current = key
        self._buttons[key].setChecked(True)

    def set_badge(self, key: str, count: int) -> None:
        """Show how many things wait on a page, nothing for 0."""
        self._buttons[key].set_badge(count)

    def set_compact(self, is_compact: bool) -> None:
        """Show icons alone, for narrow windows and large type."""
        for button in self._buttons.values():
            button.set_compact(is_compact)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the rail with Up and Down."""
        step = (event.key() == Qt.Key.Key_Down) - (event.key() == Qt.Key.Key_Up)
        order = list(self._buttons.values())
        at = next((i for i, button in enumerate(order) if button.hasFocus()), None)
        if at is None or step == 0:
            super().keyPressEvent(event)
            return
        order[(at + step) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rail's own surface."""
        QPainter(self).fillRect(event.rect(), current_theme().colours.rail)

    def _on_clicked(self, key: str, _is_checked: bool = False) -> None:
        if key == self._current:
            self._buttons[key].setChecked(True)
            return
        if self._current:
            self._buttons[self._current].setChecked(True)
        self.page_chosen.emit(key)
