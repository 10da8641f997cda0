"""The rules of the summary: the year's first day, target, margin of error, due day, goal."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from models.settings.record import MOST_SLIPS
from ui.settings.section import Binding, Section
from ui.settings.values import share_text, share_value
from ui.theme.sizes import Space
from ui.widgets.dropdown import Dropdown
from ui.widgets.field_row import FieldRow
from ui.widgets.number_field import NumberField

_LAST_DAY = 28


class YearStartField(QWidget):
    """A day and a month; no day after the 28th, which every month has."""

    value_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day, self._month = Dropdown(), Dropdown()
        for day in range(1, _LAST_DAY + 1):
            self._day.addItem(self.tr("day %1").replace("%1", str(day)), day)
        for month in range(1, 13):
            self._month.addItem(self.tr("month %1").replace("%1", str(month)), month)
        self._day.setAccessibleName(self.tr("Day on which the reporting year begins"))
        self._month.setAccessibleName(self.tr("Month in which the reporting year begins"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.S)
        line.addWidget(self._day)
        line.addWidget(self._month)
        self.setFocusProxy(self._day)
        self._day.currentIndexChanged.connect(self.value_changed)
        self._month.currentIndexChanged.connect(self.value_changed)

    def value(self) -> str:
        """Return the first day as "month-day"."""
        return f"{self._month.currentData()}-{self._day.currentData()}"

    def set_value(self, value: str) -> None:
        """Show a first day, with one signal."""
        month, day = (int(part) for part in value.split("-"))
        blocker = QSignalBlocker(self)
        self._day.setCurrentIndex(self._day.findData(day))
        self._month.setCurrentIndex(self._month.findData(month))
        blocker.unblock()
        self.value_changed.emit()


class RulesSection(Section):
    """Rules that differ from place to place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Rules of the summary"),
            self.tr("They apply to every report made from now on, also of times past."),
            parent,
        )
        start = YearStartField()
        start_row = FieldRow(
            self.tr("The reporting year begins on"), start,
            self.tr("A year that begins after June bears the name of the next."),
        )  # fmt: skip
        self.bind(
            "year_start", Binding(start_row, start.value, start.set_value), start.value_changed
        )
        day = NumberField(minimum=1, maximum=_LAST_DAY)
        day_row = FieldRow(
            self.tr("The monthly report is due on day"), day, self.tr("of the month, 1 to 28")
        )
        self.bind("report_day", Binding(day_row, day.value, day.set_value), day.value_changed)
        target = self._share("target", self.tr("Target share of satisfied slips, %"), "")
        margin = self._share(
            "margin", self.tr("Margin of error, %"), self.tr("e in n = N ÷ (1 + N·e²)")
        )
        goal = NumberField(minimum=1, maximum=MOST_SLIPS)
        goal_row = FieldRow(
            self.tr("Valid slips wanted in a month"), goal, self.tr("empty for no goal")
        )
        self.bind("month_goal", Binding(goal_row, goal.value, goal.set_value), goal.value_changed)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.M)
        for place, row in enumerate((start_row, day_row, target, margin, goal_row)):
            grid.addWidget(row, place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)

    def _share(self, key: str, label: str, hint: str) -> FieldRow:
        field = QLineEdit()
        field.setMaxLength(8)
        field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = FieldRow(label, field, hint)

        def read() -> str:
            return share_value(field.text())

        def show(value: str) -> None:
            field.setText(share_text(value))

        self.bind(key, Binding(row, read, show), field.textChanged)
        return row
