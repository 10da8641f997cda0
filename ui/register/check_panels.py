"""What a household's page shows: the check, or in its place the visit, the history, a decision."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from models.clock import Clock
from models.households.commands import settle
from models.questionnaires.compiled import CompiledForm
from ui.context import PageContext
from ui.messages import sentence
from ui.register.check_entry import CheckEntry
from ui.register.check_form import CheckForm
from ui.register.check_loading import (
    HouseholdStory,
    OpenConflicts,
    read_conflicts,
    read_story,
    read_visit_form,
)
from ui.register.conflict_view import ConflictView
from ui.register.history_view import HistoryView
from ui.register.visit_view import VisitView
from ui.widgets.empty_state import EmptyState


class CheckPanels(QStackedWidget):
    """Reads what a panel needs and shows it; `told` says why there is nothing to show."""

    told = Signal(str, str)
    left = Signal()
    visited = Signal()
    settled = Signal()

    def __init__(self, context: PageContext, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._clock = clock
        self._household: UUID | None = None
        self._conflicts_seen: tuple[UUID, ...] = ()
        self._entry: CheckEntry | None = None
        self.form = CheckForm(context.language)
        self.visit = VisitView(context.language)
        self.history = HistoryView()
        self.conflicts = ConflictView(context.language)
        self.done = EmptyState(
            "check",
            self.tr("Every household of this work list is checked"),
            self.tr("Choose another hamlet or another filter in the register."),
            self.tr("Back to the register"),
            hint="Esc",
        )
        for panel in (self.form, self.visit, self.history, self.conflicts, self.done):
            self.addWidget(panel)
        self.visit.answered.connect(self.visited)
        self.visit.left.connect(self.left)
        self.history.left.connect(self.left)
        self.conflicts.left.connect(self.left)
        self.conflicts.settled.connect(self._on_settled)

    @property
    def is_form(self) -> bool:
        """Say whether the check itself is on show."""
        return self.currentWidget() is self.form

    @property
    def is_visit(self) -> bool:
        """Say whether the visit's questions are on show."""
        return self.currentWidget() is self.visit

    def show_form(self, entry: CheckEntry) -> None:
        """Show the check of a household."""
        self._household, self._entry = entry.standing.id, entry
        self.setCurrentWidget(self.form)

    def show_done(self) -> None:
        """Show that nothing is left to check."""
        self._household = self._entry = None
        self.setCurrentWidget(self.done)

    def open_visit(self) -> None:
        """Show the visit's questions."""
        self._context.read(read_visit_form, partial(self._on_visit_form, self._household))

    def open_history(self) -> None:
        """Show the household's history."""
        if self._household is not None:
            query = partial(
                read_story, household=self._household, language=self._context.language
            )
            self._context.read(query, partial(self._on_story, self._household))

    def open_conflicts(self) -> None:
        """Show what waits for a decision."""
        if self._household is not None:
            query = partial(
                read_conflicts, household=self._household, language=self._context.language
            )
            self._context.read(query, self._on_conflicts)

    def _on_visit_form(self, household: UUID | None, form: CompiledForm | None) -> None:
        if self._entry is None or household != self._household:
            return
        if form is None:
            said = self.tr("The visit questionnaire was not published in this store.")
            self.told.emit("info", said)
            return
        self.setCurrentWidget(self.visit)
        entry = self._entry
        self.visit.open(form, self._clock.today(), entry.standing.visit, entry.visit_draft)

    def _on_story(self, household: UUID, story: HouseholdStory) -> None:
        if household == self._household:
            self.history.show_story(story)
            self.setCurrentWidget(self.history)
            self.history.take_focus()

    def _on_conflicts(self, opened: OpenConflicts) -> None:
        if opened.household.id != self._household:
            return
        if not opened.conflicts:
            self.told.emit("info", self.tr("Nothing waits for a decision at this household."))
            return
        self._conflicts_seen = opened.seen
        self.setCurrentWidget(self.conflicts)
        self.conflicts.open(opened, self._clock.today())

    @Slot(object)
    def _on_settled(self, values: dict[str, object]) -> None:
        assert self._household is not None
        command = partial(
            settle, household=self._household, values=values, seen=self._conflicts_seen
        )
        self._context.write(command, self._on_written, self._on_not_written)

    def _on_written(self, _event: UUID) -> None:
        self.settled.emit()

    def _on_not_written(self, error: Exception) -> None:
        self.conflicts.say(sentence(error, self._context.language))
