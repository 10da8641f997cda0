"""The satisfied share over time and by unit, on the page of reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from models.figures import format_integer, format_percent, is_untold
from models.surveys.trend import Point, Trend
from ui.context import PageContext
from ui.jobs import Progress
from ui.newest import Newest
from ui.papers.period_names import period_title
from ui.reports.change_words import change_sentence, interval_text, no_overall
from ui.reports.choice import ReportChoice
from ui.reports.interval_plot import IntervalPlot, PlotMark
from ui.reports.tasks import read_trend_of
from ui.theme.sizes import Space
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable


class TrendView(QScrollArea):
    """Read when it is shown; scrolls by the keyboard too."""

    def __init__(
        self, context: PageContext, failed: Callable[[Exception], None],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._context = context
        self._failed = failed
        self._answers = Newest(self._on_read)
        self._said = Text(self.tr("The charts are being drawn…"))
        self._months = IntervalPlot(is_over_time=True)
        self._units = IntervalPlot(is_over_time=False)
        self._by_month = Card(self.tr("Satisfied, by month, with 95% intervals"))
        self._by_unit = Card(self.tr("Satisfied, by unit, with 95% intervals"))
        self._by_month.body.addWidget(self._said)
        self._by_month.body.addWidget(self._months)
        self._by_unit.body.addWidget(self._units)
        for plot, card in ((self._months, self._by_month), (self._units, self._by_unit)):
            plot.setAccessibleName(card.accessibleName())
        note = self.tr(
            "The interval says how far the share may stray by chance with so many slips; the dashed"
            " line is the target."
        )
        holder = QWidget()
        holder.setProperty("surface", "plain")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, Space.M, Space.S, Space.S)
        column.setSpacing(Space.M)
        column.addWidget(self._by_month)
        column.addWidget(self._by_unit)
        column.addWidget(Text(note, "caption", tone="muted"))
        column.addStretch(1)
        self.setWidget(holder)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("surface", "plain")
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Over time"))

    def show_choice(self, choice: ReportChoice) -> None:
        """Read the months and units of a choice, and show them."""
        store = self._context.store

        def work(_progress: Progress) -> Trend:
            return read_trend_of(store, choice)

        self._context.jobs.run(work, done=self._answers.answer(), failed=self._failed)

    def _on_read(self, trend: Trend) -> None:
        self._months.show_marks(self._marks(trend.months), trend.target)
        self._units.show_marks(self._marks(trend.units), trend.target)
        self._by_unit.setVisible(len(trend.units) > 1)
        self._said.setVisible(trend.last is not None or trend.lacks_overall)
        if trend.lacks_overall:
            self._said.setText(no_overall())
        elif trend.last is not None and trend.last_months is not None:
            before, after = (period_title(month) for month in trend.last_months)
            head = self.tr("%2 against %1:").replace("%1", before).replace("%2", after)
            self._said.setText(f"{head} {change_sentence(trend.last)}")

    def _marks(self, points: Sequence[Point]) -> list[PlotMark]:
        return [
            _mark(point, self._name(point)) for point in points
            if is_untold(point.valid) or point.valid
        ]  # fmt: skip

    def _name(self, point: Point) -> str:
        if point.period is None:
            return point.name
        return f"{point.period.number}/{point.period.year % 100:02}"


def _mark(point: Point, name: str) -> PlotMark:
    if point.percent is None or point.interval is None or is_untold(point.percent):
        return PlotMark(name, None, None, None, interval_text(point.interval))
    said = (
        f"{format_percent(point.percent)} ({interval_text(point.interval)}),"
        f" {format_integer(point.satisfied)}/{format_integer(point.valid)}"
    )
    return PlotMark(name, point.percent, point.interval.low, point.interval.high, said)
