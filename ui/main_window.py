"""The window: signing in first, then the pages beside their rail.

Pages are imported when they are first shown, so the window itself needs Qt and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

if TYPE_CHECKING:
    from models.clock import Clock
    from ui.context import PageContext
    from ui.exchange.page import ExchangePage
    from ui.home.page import HomePage
    from ui.hub_rounds import HubRounds
    from ui.keying.section import KeyingSection
    from ui.register.section import RegisterSection
    from ui.widgets.toast import Toast

_SMALLEST = QSize(1024, 640)
_USUAL = QSize(1280, 720)


class MainWindow(QMainWindow):
    """Shows one thing at a time: signing in, setting up, or the working pages."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("motcua")
        self.setMinimumSize(_SMALLEST)
        self.resize(_USUAL)
        self._context: PageContext | None = None
        self._clock: Clock | None = None
        self._pages: dict[str, QWidget] = {}
        self._toast: Toast | None = None
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)

    @property
    def page(self) -> QWidget | None:
        """The page on show."""
        return self._work.currentWidget() if self._context is not None else None

    def show_alone(self, page: QWidget) -> None:
        """Show a page that fills the window; the one before is gone, with what was typed there."""
        before = self._stack.currentWidget()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()

    def start_work(self, context: PageContext, clock: Clock, rounds: HubRounds) -> None:
        """Show the working pages; what was half typed comes first."""
        from ui.widgets.navigation_rail import NavigationRail

        self._context, self._clock, self._rounds = context, clock, rounds
        self._rail = NavigationRail()
        self._rail.add_page("home", self.tr("Today"), "home")
        self._rail.add_page("keying", self.tr("Keying slips"), "keyboard")
        self._rail.add_page("register", self.tr("Households"), "households")
        self._rail.add_page("reports", self.tr("Summary"), "report")
        self._rail.add_page("exchange", self.tr("Exchange"), "exchange")
        self._rail.add_page("settings", self.tr("Settings"), "settings", is_at_end=True)
        self._rail.page_chosen.connect(self.show_page)
        self._work = QStackedWidget()
        desk = QWidget()
        row = QHBoxLayout(desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._work, 1)
        self.show_alone(desk)
        if self._keying().resume():
            self.show_page("keying")
        elif self._is_check_kept(context) and self._register().resume():
            self.show_page("register")
        else:
            self.show_page("home")

    def show_error(self, error: Exception) -> None:
        """Show what went wrong outside any page."""
        from ui.messages import sentence

        if self._context is not None:
            self.show_problem(sentence(error, self._context.language))

    @Slot(str)
    def show_problem(self, said: str) -> None:
        """Show a sentence at the foot of the window, whatever page is on show."""
        from ui.widgets.toast import Toast

        if self._toast is None:
            self._toast = Toast(self)
        # A bug that comes again with each painting must not bring its own sentence for ever.
        if not (self._toast.isVisible() and self._toast.message() == said):
            self._toast.show_message(said, "danger")

    @Slot(str)
    def show_page(self, key: str) -> None:
        """Show a page of the rail, made on first use."""
        page = self._page(key)
        self._work.setCurrentWidget(page)
        self._rail.set_current(key)
        take_focus = getattr(page, "take_focus", None)
        if take_focus is not None:
            take_focus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the process finish what is being written."""
        self.closed.emit()
        super().closeEvent(event)

    def _page(self, key: str) -> QWidget:
        if key not in self._pages:
            self._pages[key] = self._make(key)
            self._work.addWidget(self._pages[key])
        return self._pages[key]

    def _make(self, key: str) -> QWidget:
        assert self._context is not None
        assert self._clock is not None
        if key == "home":
            return self._make_home()
        if key == "keying":
            from ui.keying.section import KeyingSection

            return KeyingSection(self._context, self._clock)
        if key == "register":
            from ui.register.section import RegisterSection

            return RegisterSection(self._context, self._clock, self._work)
        if key == "reports":
            from ui.reports.page import ReportPage

            return ReportPage(self._context, self._clock)
        if key == "exchange":
            return self._make_exchange()
        from ui.settings.page import SettingsPage

        return SettingsPage(self._context, self._clock)

    def _make_home(self) -> HomePage:
        from ui.home.page import HomePage

        assert self._context is not None
        assert self._clock is not None
        page = HomePage(self._context, self._clock, self._rounds)
        page.batch_chosen.connect(self._on_batch_chosen)
        page.new_batch_requested.connect(self._on_new_batch_requested)
        page.report_requested.connect(self._on_report_requested)
        page.register_requested.connect(self._on_register_requested)
        page.list_requested.connect(self._on_list_requested)
        page.own_hamlets_requested.connect(self._on_own_hamlets_requested)
        page.decisions_requested.connect(self._on_decisions_requested)
        page.slip_decisions_requested.connect(self._on_slip_decisions_requested)
        page.exchange_requested.connect(self._on_exchange_requested)
        return page

    def _make_exchange(self) -> ExchangePage:
        from ui.exchange.page import ExchangePage

        assert self._context is not None
        assert self._clock is not None
        page = ExchangePage(self._context, self._clock, self._rounds)
        page.decisions_requested.connect(self._on_decisions_requested)
        page.slip_decisions_requested.connect(self._on_slip_decisions_requested)
        return page

    def _keying(self) -> KeyingSection:
        from ui.keying.section import KeyingSection

        page = self._page("keying")
        assert isinstance(page, KeyingSection)
        return page

    @staticmethod
    def _is_check_kept(context: PageContext) -> bool:
        """Say whether a household was half checked; without, its pages are spared."""
        from ui.register.check_draft import KIND

        return bool(context.drafts.all(KIND))

    def _register(self) -> RegisterSection:
        from ui.register.section import RegisterSection

        page = self._page("register")
        assert isinstance(page, RegisterSection)
        return page

    @Slot(object)
    def _on_batch_chosen(self, batch: object) -> None:
        self.show_page("keying")
        self._keying().open_batch(batch)  # type: ignore[arg-type]

    @Slot()
    def _on_new_batch_requested(self) -> None:
        self.show_page("keying")
        self._keying().start_new()

    @Slot()
    def _on_report_requested(self) -> None:
        self.show_page("reports")

    @Slot()
    def _on_register_requested(self) -> None:
        self.show_page("register")

    @Slot()
    def _on_list_requested(self) -> None:
        self.show_page("register")
        self._register().start_import()

    @Slot()
    def _on_own_hamlets_requested(self) -> None:
        assert self._context is not None
        self.show_page("register")
        self._register().show_officer(self._context.account_name)

    @Slot()
    def _on_exchange_requested(self) -> None:
        self.show_page("exchange")

    @Slot()
    def _on_slip_decisions_requested(self) -> None:
        self.show_page("keying")
        self._keying().open_decisions()

    @Slot()
    def _on_decisions_requested(self) -> None:
        self.show_page("register")
        self._register().open_decisions()
