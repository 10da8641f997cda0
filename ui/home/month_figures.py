"""The reporting month in four numbers, each leading to its list."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.figures import format_decimal, format_integer, format_percent
from models.intervals import share_interval
from models.permissions import Permission
from ui.context import PageContext
from ui.home.loading import Overview, days_until
from ui.theme.sizes import Space
from ui.widgets.figure_button import FigureButton


class MonthFigures(QWidget):
    """Slips against the month's goal, satisfied share, hamlets in progress, days left."""

    place_chosen = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.valid, self.share = FigureButton(), FigureButton()
        self.hamlets, self.due = FigureButton(), FigureButton()
        slips = "keying" if context.may(Permission.KEY_SLIPS) else "reports"
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.M)
        for figure, place in (
            (self.valid, slips), (self.share, "reports"), (self.hamlets, "register/begun"),
            (self.due, "reports"),
        ):  # fmt: skip
            figure.clicked.connect(partial(self._on_clicked, place))
            line.addWidget(figure, 1)
        self.hamlets.setVisible(context.may(Permission.READ_HOUSEHOLDS))

    def show_overview(self, found: Overview, today: date) -> None:
        """Show how the month stands."""
        self._show_valid(found)
        self._show_share(found)
        stages = found.hamlets
        said = self.tr("hamlets in progress; %1 of %2 done")
        for place, figure in enumerate((stages.done, stages.every), start=1):
            said = said.replace(f"%{place}", format_integer(figure))
        self.hamlets.show_figure(format_integer(stages.begun), said)
        day = str(found.settings.report_day)
        self.due.show_figure(
            self.tr("%n day(s)", "", days_until(today, found.settings.report_day)),
            self.tr("until the report is due on day %1").replace("%1", day),
        )

    def _show_valid(self, found: Overview) -> None:
        valid, goal = found.summary.total.valid, found.settings.month_goal
        span = f"{found.month.start:%d/%m} – {found.month.end:%d/%m/%Y}"
        said = self.tr("valid slips, %1; today: %2").replace("%1", span)
        said = said.replace("%2", format_integer(found.today))
        if goal is None:
            self.valid.show_figure(format_integer(valid), said)
            return
        wanted = self.tr("valid slips of %1 wanted this month; today: %2")
        wanted = wanted.replace("%1", format_integer(goal))
        wanted = wanted.replace("%2", format_integer(found.today))
        self.valid.show_figure(format_integer(valid), wanted, share=valid / goal)

    def _show_share(self, found: Overview) -> None:
        total = found.summary.total
        target = format_percent(found.settings.target)
        interval = share_interval(total.satisfied, total.valid)
        if total.satisfied_percent is None or interval is None:
            said = self.tr("satisfied; the target is %1").replace("%1", target)
            self.share.show_figure("–", said)
            return
        said = self.tr("satisfied, interval %1–%2; the target is %3")
        for place, text in enumerate(
            (format_decimal(interval.low), format_percent(interval.high), target), start=1
        ):
            said = said.replace(f"%{place}", text)
        self.share.show_figure(format_percent(total.satisfied_percent), said)

    def _on_clicked(self, place: str, _is_checked: bool = False) -> None:
        self.place_chosen.emit(place)
