"""What is chosen set beside another period or other units, on the page of reports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from models.figures import format_integer, format_percent, is_untold
from models.periods import Period
from models.sentences.catalog import Language
from models.surveys.comparison import Comparison, Side
from models.surveys.trend import point_of
from ui.context import PageContext
from ui.jobs import Progress
from ui.newest import Newest
from ui.papers.period_names import period_title
from ui.papers.period_picker import PeriodPicker
from ui.reports.change_words import change_sentence, interval_text, no_overall
from ui.reports.choice import ReportChoice, period_before, unit_options, year_before
from ui.reports.compare_table import CompareTable
from ui.reports.interval_plot import IntervalPlot, PlotMark
from ui.reports.tasks import Choices, read_comparison_of
from ui.theme.sizes import Space
from ui.widgets.dropdown import Dropdown
from ui.widgets.field_row import FieldRow
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

_BEFORE: Final = "before"
_LAST_YEAR: Final = "year"
_SAME: Final = "same"
_OTHER: Final = "other"
_EVERY: Final = "*"


class CompareView(QScrollArea):
    """What is chosen on the left stands against what is chosen here."""

    comparison_changed = Signal()

    def __init__(
        self, context: PageContext, failed: Callable[[Exception], None],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._context = context
        self._failed = failed
        self._language: Language = context.language
        self._choices: Choices | None = None
        self._second: ReportChoice | None = None
        self._answers = Newest(self._on_read)
        self._which, self._unit = Dropdown(), Dropdown()
        for said, kind in (
            (self.tr("The period before"), _BEFORE),
            (self.tr("The same period a year before"), _LAST_YEAR),
            (self.tr("The same period"), _SAME), (self.tr("Another period…"), _OTHER),
        ):  # fmt: skip
            self._which.addItem(said, kind)
        self._picker = PeriodPicker(context.language)
        self._said = Text("")
        self._shared = Text("", "caption", tone="muted")
        self._plot = IntervalPlot(is_over_time=False)
        self._plot.setAccessibleName(self.tr("Satisfied on both sides, with 95% intervals"))
        self.table = CompareTable()
        self._lay_out()
        self._which.currentIndexChanged.connect(self._on_which_changed)
        self._unit.currentIndexChanged.connect(self._on_unit_changed)
        self._picker.period_changed.connect(self._on_unit_changed)

    def first(self) -> ReportChoice | None:
        """Return what is compared with, None while it is not complete."""
        if self._second is None:
            return None
        period = self._period(self._second.period)
        if period is None:
            return None
        code = self._unit.currentData()
        codes = {None: self._second.unit_codes, _EVERY: ()}.get(code, (code,))
        return replace(self._second, period=period, unit_codes=codes)

    def show_choice(self, choice: ReportChoice, choices: Choices) -> None:
        """Compare another choice; what it is compared with stays as it was chosen."""
        is_first = self._choices is None
        self._choices, self._second = choices, choice
        if is_first:
            year_start = choices.settings.year_start
            before = period_before(choice.period, year_start)
            self._picker.show_period(before, before.end, year_start)
        self._offer_units()
        self._ask()

    def _lay_out(self) -> None:
        choosing = QHBoxLayout()
        choosing.setSpacing(Space.M)
        choosing.addWidget(FieldRow(self.tr("Compared with"), self._which), 1)
        choosing.addWidget(FieldRow(self.tr("Units"), self._unit), 1)
        card = Card()
        card.body.addLayout(choosing)
        card.body.addWidget(self._picker)
        card.body.addWidget(self._said)
        card.body.addWidget(self._plot)
        card.body.addWidget(self._shared)
        self._picker.setVisible(False)
        holder = QWidget()
        holder.setProperty("surface", "plain")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, Space.M, Space.S, Space.S)
        column.setSpacing(Space.M)
        column.addWidget(card)
        column.addWidget(self.table)
        column.addStretch(1)
        self.setWidget(holder)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("surface", "plain")
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Comparison"))

    def _period(self, second: Period) -> Period | None:
        year_start = self._choices.settings.year_start if self._choices else (1, 1)
        which = self._which.currentData()
        if which == _OTHER:
            return self._picker.period()
        if which == _SAME:
            return second
        return (period_before if which == _BEFORE else year_before)(second, year_start)

    def _offer_units(self) -> None:
        first = self.first()
        if self._choices is None or self._second is None or first is None:
            return
        chosen = self._unit.currentData()
        blocker = QSignalBlocker(self._unit)
        self._unit.clear()
        self._unit.addItem(self.tr("The same units"), None)
        self._unit.addItem(self.tr("All units"), _EVERY)
        for option in unit_options(self._choices.register, first.period, first.unit_map):
            self._unit.addItem(option.name, option.code)
        self._unit.setCurrentIndex(max(self._unit.findData(chosen), 0))
        blocker.unblock()

    def _ask(self) -> None:
        first, second, store = self.first(), self._second, self._context.store
        self.comparison_changed.emit()
        if first is None or second is None:
            return

        def work(_progress: Progress) -> Comparison:
            return read_comparison_of(store, first, second, self._language)

        self._context.jobs.run(work, done=self._answers.answer(), failed=self._failed)

    def _on_read(self, found: Comparison) -> None:
        names = self._names(found)
        if found.lacks_overall:
            said = no_overall()
        elif found.satisfied is None:
            said = self.tr("One side has no valid slips, so there is nothing to compare.")
        else:
            head = self.tr("%2 against %1:").replace("%1", names[0]).replace("%2", names[1])
            said = f"{head} {change_sentence(found.satisfied)}"
        self._said.setText(said)
        self._shared.setText(
            self.tr("Some slips count on both sides, so the interval is wider than it had to be.")
        )
        self._shared.setVisible(found.shares_slips)
        marks = [
            _mark(name, side)
            for name, side in zip(names, (found.first, found.second), strict=True)
        ]
        self._plot.show_marks(marks, found.second.summary.target)
        self.table.show_comparison(found, names)

    def _names(self, found: Comparison) -> tuple[str, str]:
        periods = [period_title(side.summary.period) for side in (found.first, found.second)]
        if found.first.unit_names == found.second.unit_names:
            return periods[0], periods[1]
        whose = [
            ", ".join(side.unit_names) or self.tr("All units")
            for side in (found.first, found.second)
        ]
        if periods[0] == periods[1]:
            return whose[0], whose[1]
        return f"{whose[0]}, {periods[0]}", f"{whose[1]}, {periods[1]}"

    @Slot()
    def _on_which_changed(self) -> None:
        self._picker.setVisible(self._which.currentData() == _OTHER)
        self._on_unit_changed()

    @Slot()
    def _on_unit_changed(self) -> None:
        self._offer_units()
        self._ask()


def _mark(name: str, side: Side) -> PlotMark:
    total = side.total
    share, interval = total.satisfied_percent, point_of(total).interval
    if share is None or interval is None or is_untold(share):
        return PlotMark(name, None, None, None, interval_text(interval))
    said = (
        f"{format_percent(share)} ({interval_text(interval)}),"
        f" {format_integer(total.satisfied)}/{format_integer(total.valid)}"
    )
    return PlotMark(name, share, interval.low, interval.high, said)
