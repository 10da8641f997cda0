"""A page of things that wait for a decision, one after the other, worked through by keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.theme.sizes import Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import SecondaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.page_header import PageHeader
from ui.widgets.role import plays


@plays(QAccessible.Role.Form)
class DecidingPage(QWidget):
    """Page down leaves one for later, F2 opens what it is of, Esc leaves the page."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Waiting for a decision"))
        self.header = PageHeader(self.accessibleName())
        self.banner = Banner()
        self.banner.setVisible(False)
        self._stack = QStackedWidget()
        self._focus_view: Callable[[], None] | None = None

    def lay_out(
        self, view: QWidget, focus_view: Callable[[], None], *, open_text: str, advice: str,
        back_text: str,
    ) -> None:  # fmt: skip
        """Take the view of one thing with its sides, and the words of what is decided."""
        for text, key, slot in (
            (self.tr("Back"), "Esc", self.left), (open_text, "F2", self.on_open),
            (self.tr("Decide later"), "PgDn", self.on_later),
        ):  # fmt: skip
            button = SecondaryButton(text, hint=key)
            button.clicked.connect(slot)
            self.header.add_action(button)
        self._focus_view = focus_view
        self.empty = EmptyState(
            "check", self.tr("Nothing waits for a decision"), advice, back_text, hint="Esc"
        )
        self.empty.action_requested.connect(self.left)
        self._stack.addWidget(view)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.M)
        column.addWidget(self.header)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)

    def show_one(self, title: str, subtitle: str) -> None:
        """Show the view under the name of what it shows."""
        self.header.set_title(title)
        self.header.set_subtitle(subtitle)
        self._stack.setCurrentIndex(0)

    def show_none(self) -> None:
        """Say that nothing waits."""
        self.header.set_title(self.tr("Waiting for a decision"))
        self.header.set_subtitle("")
        self._stack.setCurrentWidget(self.empty)

    def take_focus(self) -> None:
        """Put the focus where the next key is wanted."""
        if self._stack.currentWidget() is self.empty:
            self.empty.action.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._focus_view is not None:
            self._focus_view()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that stand on the buttons."""
        if event.key() == Qt.Key.Key_PageDown:
            self.on_later()
        elif event.key() == Qt.Key.Key_F2:
            self.on_open()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def on_later(self) -> None:
        """Leave what is shown for later."""
        raise NotImplementedError

    @Slot()
    def on_open(self) -> None:
        """Open what the thing shown is of."""
        raise NotImplementedError
