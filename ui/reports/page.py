"""The report page: choose, look at it as it is printed, save and print."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QImage, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.clock import Clock
from models.periods import Period, last_complete_month, month_of
from models.settings.queries import read_settings
from models.settings.record import Settings
from models.store.changes import Changes
from ui.context import PageContext
from ui.messages import sentence
from ui.papers.files import ChoosePath, choose_path
from ui.papers.period_names import period_title
from ui.papers.printing import ChoosePrinter, choose_printer
from ui.papers.replacing import AskReplace, ask_replace
from ui.reports.choice import ReportChoice
from ui.reports.choices_panel import ChoicesPanel
from ui.reports.papers import (
    ReportPaper,
    comparison_paper,
    satisfaction_paper,
    trend_paper,
)
from ui.reports.previewer import Previewer
from ui.reports.report_desk import ReportDesk
from ui.reports.report_view import ReportView
from ui.reports.tasks import Choices, read_choices
from ui.theme.sizes import Space
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from exports.reports import SatisfactionReport

_READ = ("survey.", "setting.", "unit.", "questionnaire.")


class ReportPage(QWidget):
    """Refreshes itself after every choice and every slip; what is saved is always as chosen."""

    def __init__(
        self, context: PageContext, clock: Clock, parent: QWidget | None = None, *,
        ask_path: ChoosePath = choose_path, ask_printer: ChoosePrinter = choose_printer,
        ask_replace: AskReplace = ask_replace,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._context = context
        self._clock = clock
        self._choices: Choices | None = None
        self._report: SatisfactionReport | None = None
        self._drawn_choice: ReportChoice | None = None
        self._is_stale = True
        self.panel = ChoicesPanel(context.language)
        self.view = ReportView(context, self._tell)
        self._previewer = Previewer(context, self)
        self._desk = ReportDesk(context, self, ask_path, ask_printer, ask_replace)
        self.banner = self._desk.banner
        self._lay_out()
        self._connect()

    def open_part(self, part: str) -> None:
        """Do what a place of the window names: `pack` makes the pack of the last month."""
        if part == "pack":
            self._context.read(read_settings, partial(self._on_pack_asked, None))

    def refresh(self) -> None:
        """Read choices and figures again."""
        self._is_stale = False
        self._context.read(read_choices, self._on_choices_read, self._on_failed)

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew what changed meanwhile."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Make nothing that nobody looks at."""
        super().hideEvent(event)
        self._is_stale = self._is_stale or self._previewer.is_busy
        self._previewer.stop()

    def _lay_out(self) -> None:
        self._header = PageHeader(self.tr("Summary"), " ")
        self._print = SecondaryButton(self.tr("Print"), icon="printer", hint="Ctrl+P")
        self._print.setShortcut("Ctrl+P")
        self._save = PrimaryButton(self.tr("Save"), icon="save", hint="Ctrl+S")
        self._save.setShortcut("Ctrl+S")
        self._signatures = SecondaryButton(self.tr("Signatures"), icon="check", hint="Ctrl+K")
        self._signatures.setShortcut("Ctrl+K")
        self._pack = SecondaryButton(self.tr("Monthly pack"))
        self._header.add_action(self._pack)
        self._header.add_action(self._signatures)
        self._header.add_action(self._print)
        self._header.add_action(self._save)
        self._allow(is_allowed=False)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.panel)
        row.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self.banner)
        column.addLayout(row, 1)
        # Tab goes from what is chosen to what is done with it, so the head comes last.
        column.insertWidget(0, self._header)

    def _connect(self) -> None:
        self._save.clicked.connect(self._on_save)
        self._print.clicked.connect(self._on_print)
        self._pack.clicked.connect(self._on_pack)
        self._signatures.clicked.connect(self._on_signatures)
        self.panel.choice_changed.connect(self._on_choice_changed)
        self.view.tab_changed.connect(self._on_tab_changed)
        self.view.cancelled.connect(self._on_cancelled)
        self.view.action_requested.connect(self._on_action_requested)
        self._previewer.started.connect(self._on_started)
        self._previewer.progressed.connect(self.view.show_progress)
        self._previewer.counted.connect(self._on_counted)
        self._previewer.drawn.connect(self._on_drawn)
        self._previewer.failed.connect(self._on_failed)
        self._context.bus.changed.connect(self._on_changed)

    def _allow(self, *, is_allowed: bool) -> None:
        self._save.setEnabled(is_allowed)
        self._print.setEnabled(is_allowed)

    def _ask(self, *, is_at_once: bool) -> None:
        choice = self.panel.choice()
        self._allow(is_allowed=choice is not None)
        self._previewer.ask(choice, is_at_once=is_at_once)
        if choice is not None:
            self._header.set_subtitle(period_title(choice.period))
            return
        self._report = None
        self.view.show_message(
            "list",
            self.tr("The choice is not complete yet"),
            self.tr("Fill in the fields on the left; the report then comes by itself."),
        )

    def _on_choices_read(self, choices: Choices) -> None:
        is_first, self._choices = self._choices is None, choices
        self.panel.show_choices(choices, self._clock.today())
        if is_first and self.isVisible():
            self.panel.start()
        self._ask(is_at_once=True)

    @Slot()
    def _on_choice_changed(self) -> None:
        self.banner.setVisible(False)
        self._ask(is_at_once=False)

    @Slot()
    def _on_started(self) -> None:
        self.view.show_busy(self.tr("The report is being made"))

    @Slot(object)
    def _on_counted(self, report: SatisfactionReport) -> None:
        self._report = report
        self.view.show_figures(report)
        self._show_report(report)

    @Slot()
    def _on_tab_changed(self) -> None:
        # Figures on their way will show themselves on the tab chosen by then.
        if self._report is not None and not self._previewer.is_counting:
            self._show_report(self._report)

    def _show_report(self, report: SatisfactionReport) -> None:
        total = report.summary.total
        if total.valid + total.invalid == 0:
            self._show_empty(report.summary.period)
        elif self.view.has_pages_on_show:
            self._previewer.draw(report)
        else:
            self._show_seen()
            self.view.show_content()

    def _show_seen(self) -> None:
        """Have what is over time, or compared, read for what is chosen."""
        choice = self.panel.choice()
        if choice is None or self._choices is None:
            return
        if self.view.has_trend_on_show:
            self.view.trend.show_choice(choice)
        elif self.view.has_comparison_on_show:
            self.view.comparison.show_choice(choice, self._choices)

    def _show_empty(self, shown: Period) -> None:
        title = self.tr("There are no slips in this period")
        newest = self._newest_month()
        if newest is None:
            said = self.tr("Key the first bundle of slips; its summary then stands here.")
            self.view.show_message("inbox", title, said)
        elif shown.start <= newest.start and newest.end <= shown.end:
            said = self.tr("Choose other units on the left, or key the slips of these first.")
            self.view.show_message("inbox", title, said)
        else:
            said = self.tr("Choose another period on the left, or key the slips of this one first.")
            action = self.tr("Show %1").replace("%1", period_title(newest))
            self.view.show_message("inbox", title, said, action)

    def _newest_month(self) -> Period | None:
        if self._choices is None or self._choices.newest_day is None:
            return None
        return month_of(self._choices.newest_day, self._choices.settings.year_start)

    @Slot(list)
    def _on_drawn(self, images: list[QImage]) -> None:
        choice = self.panel.choice()
        if images:
            self.view.show_pages(images, keeps_place=choice == self._drawn_choice)
            self._drawn_choice = choice
        self.view.show_content()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._report = None
        self._tell(error)
        self.view.show_message(
            "warning",
            self.tr("The report could not be made"),
            self.tr("The reason stands above."),
            self.tr("Try again"),
        )

    @Slot()
    def _on_cancelled(self) -> None:
        self._previewer.stop()
        self._report = None
        self.view.show_message(
            "report",
            self.tr("Stopped"),
            self.tr("The report was not made. It can still be saved and printed as chosen."),
            self.tr("Make it now"),
        )

    @Slot()
    def _on_action_requested(self) -> None:
        newest = self._newest_month()
        if self._report is not None and newest is not None:
            self.panel.show_period(newest, self._clock.today())
            self.panel.start()
        else:
            self.banner.setVisible(False)
            self.refresh()

    @Slot()
    def _on_save(self) -> None:
        choice = self.panel.choice()
        if choice is not None:
            below = self._save.mapToGlobal(self._save.rect().bottomLeft())
            self._desk.offer_kinds(self._paper(choice), below)

    @Slot()
    def _on_print(self) -> None:
        choice = self.panel.choice()
        if choice is not None:
            self._desk.print_report(self._paper(choice))

    def _paper(self, choice: ReportChoice) -> ReportPaper:
        """Return what the tab on show is saved and printed as."""
        first = self.view.comparison.first()
        if self.view.has_trend_on_show:
            return trend_paper(choice)
        if self.view.has_comparison_on_show and first is not None:
            return comparison_paper(first, choice)
        return satisfaction_paper(choice)

    @Slot()
    def _on_pack(self) -> None:
        chosen = self.panel.choice()
        month = chosen.period if chosen is not None and chosen.period.kind == "month" else None
        self._context.read(read_settings, partial(self._on_pack_asked, month))

    def _on_pack_asked(self, chosen: Period | None, settings: Settings) -> None:
        """Make the pack of a chosen month that is over, else of the last one that is."""
        today = self._clock.today()
        is_over = chosen is not None and chosen.end < today
        month = chosen if is_over else last_complete_month(today, settings.year_start)
        assert month is not None
        self._desk.make_pack(month, today, hides_small=self.panel.hides_small)

    @Slot()
    def _on_signatures(self) -> None:
        self._desk.offer_signing(
            self._signatures.mapToGlobal(self._signatures.rect().bottomLeft())
        )

    def _tell(self, error: Exception) -> None:
        self.banner.show_message("danger", sentence(error, self._context.language))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if not any(changes.touches(prefix) for prefix in _READ):
            return
        if self.isVisible():
            self.refresh()
        else:
            self._is_stale = True
