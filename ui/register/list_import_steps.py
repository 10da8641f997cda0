"""The parts of a list's preview, one below the other: what needs a person comes first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from models.errors import Problem
from models.sentences.catalog import Language
from ui.register.list_import_columns import ColumnsCard
from ui.register.list_import_hamlets import HamletOf, HamletsCard
from ui.register.list_import_overview import DefaultsCard, OverviewCard, TextCard
from ui.register.list_import_pairs import PairsCard
from ui.register.list_import_problems import NotesCard, ProblemsCard
from ui.register.list_import_tasks import ListPreview
from ui.theme.sizes import Space

if TYPE_CHECKING:
    from exports.household_import import ListChoices
    from exports.sheets.household_records import Unsettled


class ListSteps(QScrollArea):
    """Shows a preview and gathers what a person says of it.

    `changed` asks for a new plan; `settled` too, once all that one card asks is answered; `agreed`
    only says that rejected rows are left out, or not, or that one of several pairs is settled.
    """

    columns_chosen = Signal(str, object)
    changed = Signal()
    settled = Signal()
    agreed = Signal()
    save_requested = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hamlets_asked: dict[HamletOf, Unsettled] = {}
        self._has_rows = False
        self.overview = OverviewCard()
        self.hamlets = HamletsCard()
        self.defaults = DefaultsCard()
        self.pairs = PairsCard(language)
        self.problems = ProblemsCard(language)
        self.columns = ColumnsCard(language)
        self.converted = TextCard()
        self.notes = NotesCard(language)
        self.columns.columns_chosen.connect(self.columns_chosen)
        self.hamlets.placed.connect(self._on_settled)
        self.defaults.chosen.connect(self.changed)
        self.defaults.settled.connect(self._on_settled)
        self.pairs.decided.connect(self._on_decided)
        self.problems.left_out_changed.connect(self.agreed)
        self.problems.save_requested.connect(self.save_requested)
        self.notes.save_requested.connect(self.save_requested)
        self._lay_out()

    def show_preview(self, preview: ListPreview, unit: str) -> None:
        """Show another plan; what was said so far stays."""
        plan = preview.plan
        self._hamlets_asked |= {(one.old_unit, one.hamlet): one for one in plan.unsettled}
        self.overview.show_plan(plan, "")
        self._has_rows = bool(plan.read.rows)
        self.hamlets.show_hamlets(tuple(self._hamlets_asked.values()), preview.names)
        self.defaults.show_problems(plan.problems, preview.names, unit)
        self.pairs.show_pairs(plan.likely, preview.known)
        self.problems.show_problems(plan.problems, can_leave_out=bool(plan.added or plan.updated))
        self.columns.show_file(plan.file)
        self.converted.show_previews(plan.previews)
        self.notes.show_notes(plan.notes)
        self.overview.show_notes(len(plan.notes))

    def show_alike(self, notes: Sequence[Problem]) -> None:
        """Show which rows of the list may be one household."""
        self.notes.show_alike(notes)
        self.overview.show_notes(len(self.notes.notes()))

    def clear(self) -> None:
        """Forget what was said: another list comes."""
        self._hamlets_asked = {}
        self.hamlets.clear()
        self.defaults.clear()
        self.pairs.clear()
        self.problems.leave_out.setChecked(False)
        self.verticalScrollBar().setValue(0)

    def say(self, said: str) -> None:
        """Say what is to be done next."""
        self.overview.say(said)

    def choices(self) -> ListChoices:
        """Return all that was said of the list."""
        from exports.household_import import ListChoices

        return ListChoices(
            self.defaults.unit(), self.defaults.hamlet.text().strip(),
            dict(self.hamlets.chosen()), self.pairs.decisions(),
        )  # fmt: skip

    def is_left_out(self) -> bool:
        """Say whether a person agreed to leave the rejected rows out."""
        return self.problems.is_left_out()

    def asks_where(self) -> bool:
        """Say whether rows lack a hamlet or a ward that a person may name for all of them."""
        return self.defaults.isVisibleTo(self) and not self.defaults.is_said()

    def has_decisions(self) -> bool:
        """Say whether leaving would lose something."""
        return bool(self.pairs.decisions() or self.hamlets.chosen())

    def take_focus(self) -> bool:
        """Put the focus on the first thing that needs a person; False where nothing does."""
        card = self._asking()
        if card is None:
            return False
        card.take_focus()
        # Once the cards have their places: other ones may just have come or gone.
        QTimer.singleShot(0, self, partial(self.ensureWidgetVisible, card, 0, 0))
        return True

    def _asking(self) -> HamletsCard | DefaultsCard | PairsCard | ProblemsCard | ColumnsCard | None:
        """Return the first card that waits for a person."""
        if self._hamlets_asked.keys() - self.hamlets.chosen().keys():
            return self.hamlets
        if self.asks_where():
            return self.defaults
        if self.pairs.waiting():
            return self.pairs
        if self.problems.leave_out.isVisibleTo(self) and not self.is_left_out():
            return self.problems
        return self.columns if self.columns.has_doubtful() or not self._has_rows else None

    def _lay_out(self) -> None:
        holder = QWidget()
        holder.setProperty("surface", "plain")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(Space.M)
        for card in (
            self.overview, self.hamlets, self.defaults, self.pairs, self.problems, self.columns,
            self.converted, self.notes,
        ):  # fmt: skip
            column.addWidget(card)
        column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("surface", "plain")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(holder)

    @Slot()
    def _on_settled(self) -> None:
        self.settled.emit()

    @Slot()
    def _on_decided(self) -> None:
        (self.agreed if self.pairs.waiting() else self.settled).emit()
