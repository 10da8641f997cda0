"""Chooses a period: its kind, then its year and number, or any two days."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.errors import UserError
from models.periods import Period, range_period
from models.sentences.catalog import Language
from ui.messages import sentence
from ui.papers.period_choice import KINDS, named_period, numbers, period_around, years
from ui.papers.period_names import days_between, kind_name, number_name
from ui.theme.sizes import Space
from ui.widgets.date_field import DateField
from ui.widgets.dropdown import Dropdown
from ui.widgets.field_row import FieldRow
from ui.widgets.text import Text


class PeriodPicker(QWidget):
    """Holds a period, or none while the two days of a free range are not both there."""

    period_changed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._year_start = (1, 1)
        self._today = date.min
        self._period: Period | None = None
        self._kind, self._year, self._number = Dropdown(), Dropdown(), Dropdown()
        self._first, self._last = DateField(), DateField()
        for kind in KINDS:
            self._kind.addItem(kind_name(kind), kind)
        self._year.setAccessibleName(self.tr("Year"))
        self._number.setAccessibleName(self.tr("Which part of the year"))
        self._kind_row = FieldRow(self.tr("Period"), self._kind)
        self._first_row = FieldRow(self.tr("First day"), self._first)
        self._last_row = FieldRow(self.tr("Last day"), self._last)
        self._days = Text("", "caption", tone="muted")
        self._lay_out()
        self.setFocusProxy(self._kind)
        self._kind.currentIndexChanged.connect(self._on_kind_changed)
        self._year.currentIndexChanged.connect(self._on_part_changed)
        self._number.currentIndexChanged.connect(self._on_part_changed)
        self._first.date_changed.connect(self._on_day_changed)
        self._last.date_changed.connect(self._on_day_changed)

    def period(self) -> Period | None:
        """Return the period, None while it is not complete."""
        return self._period

    def show_period(self, period: Period, today: date, year_start: tuple[int, int]) -> None:
        """Show a period, without a signal; the years on offer end with today's."""
        self._today, self._year_start, self._period = today, year_start, period
        blockers = [
            QSignalBlocker(field)
            for field in (self._kind, self._year, self._number, self._first, self._last)
        ]
        self._kind.setCurrentIndex(self._kind.findData(period.kind))
        self._year.clear()
        for year in years(today, year_start, period.year):
            self._year.addItem(str(year), year)
        self._year.setCurrentIndex(self._year.findData(period.year))
        self._number.clear()
        for number in numbers(period.kind):
            self._number.addItem(number_name(period.kind, number), number)
        self._number.setCurrentIndex(max(self._number.findData(period.number), 0))
        self._first.set_date(period.start)
        self._last.set_date(period.end)
        for blocker in blockers:
            blocker.unblock()
        self._show()

    def _lay_out(self) -> None:
        parts = QHBoxLayout()
        parts.setSpacing(Space.S)
        parts.addWidget(self._number, 3)
        parts.addWidget(self._year, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._kind_row)
        column.addLayout(parts)
        column.addWidget(self._first_row)
        column.addWidget(self._last_row)
        column.addWidget(self._days)

    def _show(self) -> None:
        kind = self._kind.currentData()
        is_range = kind == "range"
        self._year.setVisible(not is_range)
        self._number.setVisible(self._number.count() > 0)
        self._first_row.setVisible(is_range)
        self._last_row.setVisible(is_range)
        self._days.setVisible(not is_range)
        self._days.setText(days_between(self._period) if self._period else "")

    @Slot()
    def _on_kind_changed(self) -> None:
        kind, before = self._kind.currentData(), self._period
        day = before.end if before is not None else self._today
        if kind == "range":
            year = before.year if before is not None else day.year
            start = before.start if before is not None else day
            chosen = Period("range", start, day, year)
        else:
            chosen = period_around(kind, day, self._year_start)
        self._set_range_errors(None, None)
        self.show_period(chosen, self._today, self._year_start)
        self.period_changed.emit()

    @Slot()
    def _on_part_changed(self) -> None:
        kind, number = self._kind.currentData(), self._number.currentData() or 1
        self._period = named_period(kind, self._year.currentData(), number, self._year_start)
        self._show()
        self.period_changed.emit()

    @Slot()
    def _on_day_changed(self) -> None:
        start, end = self._first.date(), self._last.date()
        self._period = None
        self._set_range_errors(self._first.problem(), self._last.problem())
        if start is not None and end is not None:
            try:
                named = range_period(start, end, self._year_start)
            except UserError as error:
                self._set_range_errors(None, sentence(error, self._language))
            else:
                # The fields stay those of a free range, whatever name the days bear on paper.
                self._period = Period("range", start, end, named.year)
        self.period_changed.emit()

    def _set_range_errors(self, first: str | None, last: str | None) -> None:
        self._first_row.set_error(first)
        self._last_row.set_error(last)
