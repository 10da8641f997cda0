"""The register part of the window: the list, the household in hand, and lists taken in.

The pages beside the list are imported when they are first shown.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from models.clock import Clock
from models.households.progress import WorkFilter
from models.households.queries import next_unchecked
from models.households.records import HamletKey, Household
from ui.context import PageContext
from ui.keying.key_hold import KeyHold
from ui.register.register_page import RegisterPage

if TYPE_CHECKING:
    from ui.register.check_page import CheckPage
    from ui.register.list_import_page import ListImportPage

_ALL_DECISIONS: Final = WorkFilter(has_conflicts=True)


class RegisterSection(QStackedWidget):
    """Leads from the list to a household and back."""

    household_opened = Signal(object)

    def __init__(self, context: PageContext, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._clock = clock
        self._check: CheckPage | None = None
        self._lists: ListImportPage | None = None
        self._in_hand: UUID | None = None
        # Whoever asks for the next household answers for it, before it is there.
        self._keys = KeyHold(self)
        self.register = RegisterPage(context, clock, self)
        self.addWidget(self.register)
        self.register.household_chosen.connect(self.open_household)
        self.register.next_requested.connect(self._on_next_requested)
        self.register.import_requested.connect(self.start_import)
        self.register.new_requested.connect(self._on_new_requested)
        self.register.decisions_requested.connect(self.open_decisions)
        self.register.duplicates_requested.connect(self._on_duplicates_requested)

    @property
    def check(self) -> CheckPage:
        """The page on which households are checked."""
        if self._check is None:
            from ui.register.check_page import CheckPage

            self._check = CheckPage(self._context, self._clock)
            self._check.closed.connect(self._on_closed)
            self._check.household_opened.connect(self._on_household_opened)
            self.addWidget(self._check)
        return self._check

    @property
    def lists(self) -> ListImportPage:
        """The page on which lists are taken in."""
        if self._lists is None:
            from ui.register.list_import_page import ListImportPage

            self._lists = ListImportPage(self._context, self._clock)
            self._lists.closed.connect(self._on_closed)
            self.addWidget(self._lists)
        return self._lists

    def resume(self) -> bool:
        """Go back to the check that was half typed last; False when there is none."""
        if not self.check.resume():
            return False
        self.setCurrentWidget(self.check)
        return True

    def take_focus(self) -> None:
        """Put the focus where the next key is wanted."""
        page = self.currentWidget()
        take = getattr(page, "take_focus", None)
        if take is not None:
            take()

    @Slot(object, object)
    def open_household(self, household: UUID, wanted: WorkFilter) -> None:
        """Show a household to check, as part of a work list."""
        self.setCurrentWidget(self.check)
        self.check.open_household(household, wanted)
        self.check.take_focus()

    @Slot()
    def start_import(self, path: Path | None = None) -> None:
        """Take in a list; without a file it is asked for. One that is in hand stays."""
        if self._is_list_in_hand():
            return
        self.setCurrentWidget(self.lists)
        self.lists.start(path)

    @Slot(object)
    def open_decisions(self, wanted: WorkFilter = _ALL_DECISIONS) -> None:
        """Show what waits for a decision, of a work list or of the whole register."""
        if self._is_list_in_hand():
            return
        self.setCurrentWidget(self.check)
        self.check.open_conflicts(wanted)
        self.check.take_focus()

    def open_part(self, part: str) -> None:
        """Show a part by its name: `decisions`, or `begun` for the hamlets in progress."""
        if part == "decisions":
            self.open_decisions()
        elif part == "begun" and not self._is_list_in_hand():
            self.setCurrentWidget(self.register)
            # Nothing is left out of them.
            self.register.filters.clear()
            self.register.panel.choose_begun()
            self.register.take_focus()

    def show_officer(self, officer: str) -> None:
        """Show the households that an officer was asked to check."""
        if self._is_list_in_hand():
            return
        self.setCurrentWidget(self.register)
        self.register.show_officer(officer)
        self.register.take_focus()

    def _is_list_in_hand(self) -> bool:
        return self._lists is not None and self.currentWidget() is self._lists

    @Slot(object, object)
    def _on_next_requested(self, household: UUID | None, wanted: WorkFilter) -> None:
        query = partial(next_unchecked, household=household, wanted=wanted)
        self._keys.hold_for_opening()
        self._context.read(query, partial(self._on_next, wanted), self._on_no_next)

    def _on_next(self, wanted: WorkFilter, household: Household | None) -> None:
        if household is None:
            self._keys.drop()
            self.register.tell(self.tr("Every household of this list is checked."))
        elif self.currentWidget() is self.register:
            self.open_household(household.id, wanted)
            self._keys.release()
        else:
            self._keys.drop()

    def _on_no_next(self, error: Exception) -> None:
        self._keys.drop()
        self._context.show_error(error)

    @Slot(object, object)
    def _on_new_requested(self, hamlet: HamletKey, wanted: WorkFilter) -> None:
        self.setCurrentWidget(self.check)
        self.check.start_new(hamlet, wanted)
        self.check.take_focus()

    @Slot(object)
    def _on_duplicates_requested(self, hamlet: HamletKey) -> None:
        self.setCurrentWidget(self.check)
        self.check.open_duplicates(hamlet)

    @Slot(object)
    def _on_household_opened(self, household: UUID) -> None:
        self._in_hand = household
        self.household_opened.emit(household)

    @Slot()
    def _on_closed(self) -> None:
        self.setCurrentWidget(self.register)
        if self._in_hand is not None:
            self.register.mark(self._in_hand)
            self._in_hand = None
        self.register.take_focus()
