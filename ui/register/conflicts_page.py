"""All households that wait for a decision, one after the other."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models.clock import Clock
from models.figures import format_integer
from models.households.commands import settle
from models.households.progress import WorkFilter
from ui.context import PageContext
from ui.messages import sentence
from ui.register.check_loading import OpenConflicts, read_waiting
from ui.register.check_words import where_line
from ui.register.conflict_view import ConflictView
from ui.theme.sizes import Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import SecondaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.page_header import PageHeader


class ConflictsPage(QWidget):
    """Settles households of a work list by keyboard; Page down leaves one for later."""

    left = Signal()
    household_chosen = Signal(object)

    def __init__(self, context: PageContext, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._clock = clock
        self._wanted = WorkFilter()
        self._here: UUID | None = None
        self._seen: tuple[UUID, ...] = ()
        self._is_busy = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.header = PageHeader(self.tr("Waiting for a decision"))
        for text, key, slot in (
            (self.tr("Back"), "Esc", self.left),
            (self.tr("Open the household"), "F2", self._on_open),
            (self.tr("Decide later"), "PgDn", self._on_later),
        ):
            button = SecondaryButton(text, hint=key)
            button.clicked.connect(slot)
            self.header.add_action(button)
        self.banner = Banner()
        self.banner.setVisible(False)
        self.conflicts = ConflictView(context.language)
        self.conflicts.settled.connect(self._on_settled)
        self.conflicts.left.connect(self.left)
        self.empty = EmptyState(
            "check",
            self.tr("Nothing waits for a decision"),
            self.tr("Where two people, or a person and a newer list, differ, it is shown here."),
            self.tr("Back to the register"),
            hint="Esc",
        )
        self.empty.action_requested.connect(self.left)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.conflicts)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.M)
        column.addWidget(self.header)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)

    def open(self, wanted: WorkFilter) -> None:
        """Begin with the first household of a work list."""
        self._wanted, self._here = wanted, None
        self.banner.setVisible(False)
        self._read()

    def take_focus(self) -> None:
        """Put the focus where the next key is wanted."""
        if self._stack.currentWidget() is self.empty:
            self.empty.action.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.conflicts.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that stand on the buttons."""
        if event.key() == Qt.Key.Key_PageDown:
            self._on_later()
        elif event.key() == Qt.Key.Key_F2:
            self._on_open()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _read(self) -> None:
        self._is_busy = True
        query = partial(
            read_waiting, wanted=self._wanted, after=self._here, language=self._context.language
        )
        self._context.read(query, self._on_read, self._on_failed)

    def _on_read(self, found: tuple[OpenConflicts | None, int]) -> None:
        self._is_busy = False
        opened, waiting = found
        if opened is None:
            self._here = None
            self.header.set_subtitle("")
            self._stack.setCurrentWidget(self.empty)
        else:
            household = opened.household
            self._here, self._seen = household.id, opened.seen
            self.header.set_title(household.name or self.tr("No name"))
            left = self.tr("%n household(s) wait", "", waiting)
            left = left.replace(str(waiting), format_integer(waiting))
            self.header.set_subtitle(f"{where_line(household, opened.names)}  ·  {left}")
            self._stack.setCurrentWidget(self.conflicts)
            self.conflicts.open(opened, self._clock.today())
        self.take_focus()

    @Slot(object)
    def _on_settled(self, values: dict[str, object]) -> None:
        if self._here is None or self._is_busy:
            return
        self._is_busy = True
        command = partial(settle, household=self._here, values=values, seen=self._seen)
        self._context.write(command, self._on_written, self._on_failed)

    def _on_written(self, _event: UUID) -> None:
        self._read()

    def _on_failed(self, error: Exception) -> None:
        self._is_busy = False
        self.banner.show_message("danger", sentence(error, self._context.language))

    @Slot()
    def _on_later(self) -> None:
        if not self._is_busy and self._here is not None:
            self._read()

    @Slot()
    def _on_open(self) -> None:
        if self._here is not None:
            self.household_chosen.emit(self._here)
