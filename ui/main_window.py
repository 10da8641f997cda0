"""The window: signing in first, then the pages beside their rail.

Pages are imported when they are first shown, so the window itself needs Qt and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from ui.focus_in_sight import FocusInSight
from ui.help.desk import HelpDesk
from ui.widgets.small_window import SmallWindowArea

if TYPE_CHECKING:
    from models.clock import Clock
    from ui.accounts.people import People
    from ui.context import PageContext
    from ui.exchange.page import ExchangePage
    from ui.home.page import HomePage
    from ui.hub_rounds import HubRounds
    from ui.keying.section import KeyingSection
    from ui.register.section import RegisterSection
    from ui.sample_band import SampleBand
    from ui.settings.safekeeping import Safekeeping
    from ui.widgets.navigation_rail import NavigationRail
    from ui.widgets.toast import Toast

# Pages need so much; the window may be smaller, as where 1366×768 is shown at 150 %.
_SMALLEST_PAGE = QSize(1024, 640)
_SMALLEST = QSize(640, 400)
_USUAL = QSize(1280, 720)


class MainWindow(QMainWindow):
    """Shows one thing at a time: signing in, setting up, or the working pages.

    While something else is shown the working pages stay as they are, out of sight and out of reach.
    """

    closed = Signal()
    lock_requested = Signal()
    change_requested = Signal()
    kiosk_requested = Signal(object)
    sample_left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("motcua")
        self.setMinimumSize(_SMALLEST)
        self.resize(_USUAL)
        self._context: PageContext | None = None
        self._clock: Clock | None = None
        self._pages: dict[str, QWidget] = {}
        self._toast: Toast | None = None
        self._desk: QWidget | None = None
        self._untold = ""
        self._stack = QStackedWidget()
        self._band: SampleBand | None = None
        whole = QWidget()
        self._column = QVBoxLayout(whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)
        self.setCentralWidget(SmallWindowArea(whole, _SMALLEST_PAGE))
        FocusInSight(self)
        self.help = HelpDesk(self)

    @property
    def page(self) -> QWidget | None:
        """The page on show."""
        return self._work.currentWidget() if self._context is not None else None

    def mark_sample(self, *, is_sample: bool, may_leave: bool) -> None:
        """Mark all pages as those of sample data, with a button to leave it, or as real ones."""
        if self._band is not None:
            self._column.removeWidget(self._band)
            self._band.deleteLater()
            self._band = None
        if is_sample:
            from ui.sample_band import SampleBand

            self._band = SampleBand(may_leave=may_leave)
            self._band.left.connect(self.sample_left)
            self._column.insertWidget(0, self._band)

    def show_alone(self, page: QWidget) -> None:
        """Show a page that fills the window; the one before is gone, unless it is the work."""
        before = self._stack.currentWidget()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if before is not None and before is not self._desk:
            self._stack.removeWidget(before)
            before.deleteLater()

    def start_work(
        self, context: PageContext, clock: Clock, rounds: HubRounds, people: People,
        keeping: Safekeeping | None = None,
    ) -> None:  # fmt: skip
        """Show the working pages; what was half typed comes first.

        `keeping` None is for stores that are backed up elsewhere.
        """
        self._context, self._clock, self._rounds = context, clock, rounds
        self._people, self._keeping_backups = people, keeping
        self._rail = self._make_rail(context)
        self._work = QStackedWidget()
        desk = QWidget()
        row = QHBoxLayout(desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._work, 1)
        self.show_alone(desk)
        self._desk = desk
        self._tell_untold()
        pages = self._rail.pages()
        if "keying" in pages and self._keying().resume():
            self.show_page("keying")
        elif "register" in pages and self._is_check_kept(context) and self._register().resume():
            self.show_page("register")
        else:
            self.show_page("home")

    def put_away(self) -> None:
        """Close what stands before the window: dialogs, menus, and what they say."""
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        # The innermost first: each lies upon the one that it was asked from.
        for dialog in reversed(self.findChildren(QDialog)):
            if dialog.isVisible():
                dialog.reject()
        for menu in self.findChildren(QMenu):
            menu.close()
        QToolTip.hideText()
        if self._toast is not None:
            self._toast.hide()

    def show_work(self) -> None:
        """Show the working pages again as they were left."""
        cover = self._stack.currentWidget()
        if self._desk is None or cover is self._desk:
            return
        self._stack.setCurrentWidget(self._desk)
        if cover is not None:
            self._stack.removeWidget(cover)
            cover.deleteLater()
        self._tell_untold()
        held = self._desk.focusWidget()
        if held is not None and held.isVisible():
            held.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.page is not None:
            self._focus(self.page)

    def end_work(self) -> None:
        """Take the working pages away; what is shown instead comes next."""
        desk, self._desk = self._desk, None
        self._context = self._clock = None
        self._pages.clear()
        if desk is not None and desk is not self._stack.currentWidget():
            self._stack.removeWidget(desk)
            desk.deleteLater()

    def show_error(self, error: Exception) -> None:
        """Show what went wrong outside any page."""
        from ui.messages import sentence

        if self._context is not None:
            self.show_problem(sentence(error, self._context.language))

    @Slot(str)
    def show_problem(self, said: str) -> None:
        """Show a sentence at the foot of the window, whatever page is on show.

        What concerns the work is kept until it is in sight again.
        """
        from ui.widgets.toast import Toast

        if self._desk is not None and self._stack.currentWidget() is not self._desk:
            self._untold = said
            return
        if self._toast is None:
            self._toast = Toast(self)
        # A bug that comes again with each painting must not bring its own sentence for ever.
        if not (self._toast.isVisible() and self._toast.message() == said):
            self._toast.show_message(said, "danger")

    @Slot(str)
    def show_page(self, key: str) -> bool:
        """Show a page of the rail, made on first use; False for one that the account may not use.
        """
        if key not in self._rail.pages():
            return False
        page = self._page(key)
        self._work.setCurrentWidget(page)
        self._rail.set_current(key)
        self._focus(page)
        return True

    @Slot(str)
    def open_place(self, place: str) -> None:
        """Show a page of the rail, or a part of it that the page knows: `keying/decisions`."""
        key, _, part = place.partition("/")
        if not self.show_page(key):
            return
        open_part = getattr(self._page(key), "open_part", None)
        if part and open_part is not None:
            open_part(part)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the process finish what is being written."""
        self.closed.emit()
        super().closeEvent(event)

    @staticmethod
    def _focus(page: QWidget) -> None:
        take_focus = getattr(page, "take_focus", None)
        if take_focus is not None:
            take_focus()

    def _tell_untold(self) -> None:
        said, self._untold = self._untold, ""
        if said:
            self.show_problem(said)

    def _make_rail(self, context: PageContext) -> NavigationRail:
        """Return the rail with the pages that the account may use."""
        from ui.accounts.account_button import AccountButton
        from ui.rail_pages import rail_pages
        from ui.widgets.navigation_rail import NavigationRail

        rail = NavigationRail()
        for page in rail_pages(context):
            rail.add_page(page.key, page.title, page.icon, is_at_end=page.is_at_end)
        rail.page_chosen.connect(self.show_page)
        account = AccountButton(context.account_name)
        account.lock_requested.connect(self.lock_requested)
        account.change_requested.connect(self.change_requested)
        account.own_requested.connect(self._on_own_requested)
        account.help_requested.connect(self.help.open)
        rail.add_foot(account)
        return rail

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

            section = KeyingSection(self._context, self._clock)
            section.kiosk_requested.connect(self.kiosk_requested)
            return section
        if key == "register":
            from ui.register.section import RegisterSection

            return RegisterSection(self._context, self._clock, self._work)
        if key == "reports":
            from ui.reports.page import ReportPage

            return ReportPage(self._context, self._clock)
        if key == "exchange":
            return self._make_exchange()
        if key == "audit":
            from ui.audit.page import AuditPage

            return AuditPage(self._context, self._clock)
        from ui.settings.page import SettingsPage

        return SettingsPage(
            self._context, self._clock, self._people, keeping=self._keeping_backups
        )

    def _make_home(self) -> HomePage:
        from ui.home.page import HomePage

        assert self._context is not None
        assert self._clock is not None
        page = HomePage(
            self._context, self._clock, self._rounds, self._people, self._keeping_backups
        )
        page.batch_chosen.connect(self._on_batch_chosen)
        page.new_batch_requested.connect(self._on_new_batch_requested)
        page.register_requested.connect(self._on_register_requested)
        page.list_requested.connect(self._on_list_requested)
        page.own_hamlets_requested.connect(self._on_own_hamlets_requested)
        page.exchange_requested.connect(self._on_exchange_requested)
        page.place_requested.connect(self.open_place)
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

    @Slot()
    def _on_own_requested(self) -> None:
        from ui.settings.page import SettingsPage

        self.show_page("settings")
        page = self._page("settings")
        assert isinstance(page, SettingsPage)
        page.show_own_account()

    @Slot(object)
    def _on_batch_chosen(self, batch: object) -> None:
        if self.show_page("keying"):
            self._keying().open_batch(batch)  # type: ignore[arg-type]

    @Slot()
    def _on_new_batch_requested(self) -> None:
        if self.show_page("keying"):
            self._keying().start_new()

    @Slot()
    def _on_register_requested(self) -> None:
        self.show_page("register")

    @Slot()
    def _on_list_requested(self) -> None:
        if self.show_page("register"):
            self._register().start_import()

    @Slot()
    def _on_own_hamlets_requested(self) -> None:
        assert self._context is not None
        if self.show_page("register"):
            self._register().show_officer(self._context.account_name)

    @Slot()
    def _on_exchange_requested(self) -> None:
        self.show_page("exchange")

    @Slot()
    def _on_slip_decisions_requested(self) -> None:
        if self.show_page("keying"):
            self._keying().open_decisions()

    @Slot()
    def _on_decisions_requested(self) -> None:
        if self.show_page("register"):
            self._register().open_decisions()
