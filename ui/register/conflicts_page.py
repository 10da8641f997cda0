"""All households that wait for a decision, one after the other."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from models.clock import Clock
from models.figures import format_integer
from models.households.commands import settle
from models.households.progress import WorkFilter
from ui.context import PageContext
from ui.messages import sentence
from ui.register.check_loading import OpenConflicts, read_waiting
from ui.register.check_words import where_line
from ui.register.conflict_view import ConflictView
from ui.widgets.deciding_page import DecidingPage


class ConflictsPage(DecidingPage):
    """Settles households of a work list by keyboard; Page down leaves one for later."""

    household_chosen = Signal(object)

    def __init__(self, context: PageContext, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._clock = clock
        self._wanted = WorkFilter()
        self._here: UUID | None = None
        self._seen: tuple[UUID, ...] = ()
        self._is_busy = False
        self.conflicts = ConflictView(context.language)
        self.conflicts.settled.connect(self._on_settled)
        self.conflicts.left.connect(self.left)
        self.lay_out(
            self.conflicts, self.conflicts.take_focus, open_text=self.tr("Open the household"),
            advice=self.tr(
                "Where two people, or a person and a newer list, differ, it is shown here."
            ),
            back_text=self.tr("Back to the register"),
        )  # fmt: skip

    def open(self, wanted: WorkFilter) -> None:
        """Begin with the first household of a work list."""
        self._wanted, self._here = wanted, None
        self.banner.setVisible(False)
        self._read()

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
            self.show_none()
        else:
            household = opened.household
            self._here, self._seen = household.id, opened.seen
            left = self.tr("%n household(s) wait", "", waiting)
            left = left.replace(str(waiting), format_integer(waiting))
            self.show_one(
                household.name or self.tr("No name"),
                f"{where_line(household, opened.names)}  ·  {left}",
            )
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
    def on_later(self) -> None:
        """Leave what is shown for later."""
        if not self._is_busy and self._here is not None:
            self._read()

    @Slot()
    def on_open(self) -> None:
        """Open what the thing shown is of."""
        if self._here is not None:
            self.household_chosen.emit(self._here)
