"""The right side of the report page: the printed pages, the charts, or why there are none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ui.context import PageContext
from ui.reports.compare_view import CompareView
from ui.reports.figures_view import FiguresView
from ui.reports.trend_view import TrendView
from ui.theme.icons import IconName
from ui.theme.sizes import Space
from ui.widgets.buttons import IconButton, QuietButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.page_view import PageView
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.text import Text

if TYPE_CHECKING:
    from exports.reports import SatisfactionReport

_PAGES, _FIGURES, _TREND, _COMPARISON = range(4)
# Work that is done sooner is not worth a flicker.
_PATIENCE_MS = 400


class ReportView(QWidget):
    """Shows one thing at a time; what was shown stays until the new is there."""

    tab_changed = Signal()
    cancelled = Signal()
    action_requested = Signal()

    def __init__(
        self, context: PageContext, failed: Callable[[Exception], None],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._tabs = QTabBar()
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setAccessibleName(self.tr("What is shown of the report"))
        self._tabs.addTab(self.tr("Printed page"))
        self._tabs.addTab(self.tr("Charts"))
        self._tabs.addTab(self.tr("Over time"))
        self._tabs.addTab(self.tr("Comparison"))
        self.trend = TrendView(context, failed)
        self.comparison = CompareView(context, failed)
        self.pages = PageView()
        self.figures = FiguresView()
        self._message = EmptyState("report", "")
        self._busy = ProgressPanel()
        self._busy_page = QWidget()
        self._stack = QStackedWidget()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._lay_out()
        self._tabs.currentChanged.connect(self._on_tab_changed)
        self.pages.page_changed.connect(self._on_page_changed)
        self.pages.zoom_changed.connect(self._on_page_changed)
        self._busy.cancelled.connect(self.cancelled)
        # The focus stays with the choices, so Escape has to find the button by itself.
        self._busy.cancel_button.setShortcut("Esc")
        self._patience.timeout.connect(self._on_patience_ended)

    @property
    def has_pages_on_show(self) -> bool:
        """Say whether the printed pages are what the person looks at."""
        return self._tabs.currentIndex() == _PAGES

    @property
    def has_trend_on_show(self) -> bool:
        """Say whether what is over time and by unit is what the person looks at."""
        return self._tabs.currentIndex() == _TREND

    @property
    def has_comparison_on_show(self) -> bool:
        """Say whether a comparison is what the person looks at."""
        return self._tabs.currentIndex() == _COMPARISON

    def show_figures(self, report: SatisfactionReport) -> None:
        """Fill the charts."""
        self.figures.show_report(report)

    def show_pages(self, images: Sequence[QImage], *, keeps_place: bool) -> None:
        """Fill the pages, from the first on or where the person was reading."""
        bar = self.pages.verticalScrollBar()
        place = bar.value() if keeps_place else 0
        self.pages.set_pages(images)
        bar.setValue(place)
        self._on_page_changed()

    def show_content(self) -> None:
        """Show what the chosen tab stands for."""
        self._patience.stop()
        shown = {
            _PAGES: self.pages, _FIGURES: self.figures, _TREND: self.trend,
            _COMPARISON: self.comparison,
        }  # fmt: skip
        self._stack.setCurrentWidget(shown[self._tabs.currentIndex()])
        self._zoom_row.setVisible(self.has_pages_on_show)

    def show_message(self, icon: IconName, title: str, advice: str, action: str = "") -> None:
        """Show why there is nothing to see and what to do about it."""
        self._patience.stop()
        before, self._message = self._message, EmptyState(icon, title, advice, action)
        self._message.action_requested.connect(self.action_requested)
        self._stack.addWidget(self._message)
        self._stack.setCurrentWidget(self._message)
        self._stack.removeWidget(before)
        before.deleteLater()
        self._zoom_row.setVisible(False)

    def show_busy(self, label: str) -> None:
        """Name the work; it is shown when it takes long enough to wonder."""
        self._busy.start(label)
        if not self._patience.isActive() and self._stack.currentWidget() is not self._busy_page:
            self._patience.start()

    @Slot(int, object)
    def show_progress(self, done: int, total: int | None) -> None:
        """Show how far the work is."""
        self._busy.set_progress(done, total)

    def _lay_out(self) -> None:
        self._page_number = Text("", "caption", tone="muted", is_wrapped=False)
        smaller = IconButton("minus", self.tr("Smaller (Ctrl+−)"))
        smaller.clicked.connect(self._on_smaller)
        larger = IconButton("plus", self.tr("Larger (Ctrl++)"))
        larger.clicked.connect(self._on_larger)
        fit = QuietButton(self.tr("Fit the width"))
        fit.clicked.connect(self._on_fit)
        self._zoom_row = QWidget()
        zoom = QHBoxLayout(self._zoom_row)
        zoom.setContentsMargins(0, 0, 0, 0)
        zoom.setSpacing(Space.XS)
        for widget in (self._page_number, smaller, larger, fit):
            zoom.addWidget(widget)
        zoom.insertStretch(0, 1)
        centre = QVBoxLayout(self._busy_page)
        centre.setContentsMargins(Space.XXL, 0, Space.XXL, 0)
        centre.addStretch(1)
        centre.addWidget(self._busy)
        centre.addStretch(1)
        views = (self.pages, self.figures, self.trend, self.comparison)
        for page in (*views, self._message, self._busy_page):
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(self._message)
        self._zoom_row.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addWidget(self._stack, 1)
        column.addWidget(self._zoom_row)

    @Slot()
    def _on_tab_changed(self) -> None:
        self.tab_changed.emit()

    @Slot()
    def _on_page_changed(self) -> None:
        text = self.tr("Page %1 of %2").replace("%1", str(self.pages.current_page() + 1))
        self._page_number.setText(text.replace("%2", str(self.pages.page_count())))

    @Slot()
    def _on_smaller(self) -> None:
        self.pages.zoom_out()

    @Slot()
    def _on_larger(self) -> None:
        self.pages.zoom_in()

    @Slot()
    def _on_fit(self) -> None:
        self.pages.set_zoom(None)

    @Slot()
    def _on_patience_ended(self) -> None:
        self._stack.setCurrentWidget(self._busy_page)
        self._zoom_row.setVisible(False)
