"""Walks the real window through every page and dialog; whoever walks along looks at each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import Application
from desktop.paths import DataPaths
from desktop.sample_account import PASSWORD
from desktop.session import create_store, open_session
from models.clock import Clock
from models.journal.event import NewEvent
from models.journal.reconcile import state_streams
from models.periods import period
from models.sentences.catalog import Language
from models.stations.card import StationCard
from models.stations.commands import enrol
from models.stations.hub import HubPlace, HubRound, keep_hub, keep_round
from models.stations.ledger import hear, note_told
from models.stations.own import make_own
from models.store.store import Transaction
from models.surveys.events import CORRECTED
from models.surveys.queries import list_batches, list_slips
from tests.pages.kept import Backups
from tests.pages.rooms import kiosk, register, reports, second_keying
from tests.waiting import settle, wait_for_work, wait_until

SIZE: Final = (1366, 768)
# A working day of the demo's year, so that the first page has something to show.
DAY: Final = datetime(2023, 11, 14, 3, 0, tzinfo=UTC)
PAD: Final = Qt.KeyboardModifier.KeypadModifier
NONE: Final = Qt.KeyboardModifier.NoModifier
HUB: Final = "https://trungchuyen.example.vn"
# A page by its name, and what of the window is the page.
Page = tuple[str, QWidget]


def day_ms() -> int:
    """Return the moment at which the walk takes place."""
    return int(DAY.timestamp() * 1000)


def neighbour_card(paths: DataPaths) -> StationCard:
    """Return the card of a station that stands for the hub; its store is made for it."""
    create_store(paths, unit_code="06811", admin="lan", password=PASSWORD)
    session = open_session(paths, PASSWORD)
    own = session.store.write(
        partial(make_own, name="Máy chủ trung chuyển thành phố"), actor=session.account
    )
    session.store.close()
    return own.card


class Walk:
    """One window on a copy of the demo store; `pages` is gone through once.

    `scrolls` shows each part of a page that is higher than the window: the same widgets again.
    """

    def __init__(
        self, store: Path, language: Language, neighbour: StationCard,
        rest: Callable[[Application], None] | None = None, *, scrolls: bool = False,
    ) -> None:  # fmt: skip
        self.language: Language = language
        self.scrolls = scrolls
        self.folder, self._neighbour, self._rest = store, neighbour, rest
        self.application = Application(DataPaths(store), language, clock=Clock(day_ms))
        self.window = self.application.window

    def rest(self) -> None:
        """Let the window come to rest."""
        if self._rest is not None:
            self._rest(self.application)
            return
        wait_for_work(self.application.jobs)
        settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        settle()

    def write(self, text: str) -> None:
        """Type letters without marks where the focus is."""
        for letter in text:
            QTest.keyClick(QApplication.focusWidget(), letter, NONE)

    def pages(self) -> Iterator[Page]:
        """Yield page after page, each at rest; the window is closed behind the last."""
        self.application.start()
        self.window.resize(*SIZE)
        wait_until(self.window.isActiveWindow)
        yield self.at("sign-in")
        self.write("wrong")
        self.key(Qt.Key.Key_Return)
        yield self.at("sign-in-refused")
        self.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        start, backups = self.window.start_work, Backups(day_ms())
        # As after the sign-in, but with backups, which the walk has nobody to make.
        self.window.start_work = lambda *given: start(*given[:4], backups)
        self.write(PASSWORD)
        self.key(Qt.Key.Key_Return)
        wait_until(lambda: self.application.session is not None)
        for part in (
            self._start, partial(reports, self), self._register, self._exchange, self._later,
            partial(second_keying, self), partial(kiosk, self), partial(register, self),
            self._settings,
        ):  # fmt: skip
            yield from part()
        self.application.lock()
        yield self.at("locked")
        self.window.close()
        yield from self._alone()

    def at(self, name: str, page: QWidget | None = None) -> Page:
        """Return a page once it is at rest."""
        self.rest()
        return name, page or self.window

    def show(self, name: str) -> None:
        """Go to a page of the rail."""
        self.window.show_page(name)
        self.rest()

    def dialog(self, name: str, dialog: QWidget) -> Iterator[Page]:
        """Yield a dialog, and close it."""
        dialog.show()
        settle()
        yield self.at(name, dialog)
        dialog.close()
        dialog.deleteLater()
        self.window.activateWindow()
        settle()

    def _start(self) -> Iterator[Page]:
        yield self.at("today")
        self.show("keying")
        section = self.window._keying()
        form = section.batches._form
        self.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        wait_until(lambda: form.isAncestorOf(QApplication.focusWidget()), "the head of a batch")
        yield self.at("new-batch")
        self.key(Qt.Key.Key_Return)
        wait_until(section.entry.hasFocus, "the entry page")
        for digit in (1, 1, 2, 1):
            self.key(Qt.Key(Qt.Key.Key_0 + digit), PAD)
        yield self.at("keying")
        for digit in (1, 3, 1):
            self.key(Qt.Key(Qt.Key.Key_0 + digit), PAD)
        yield self.at("soft-check")
        self.key(Qt.Key.Key_Enter, PAD)
        self.key(Qt.Key.Key_Asterisk, PAD)
        yield self.at("not-valid")
        self.key(Qt.Key.Key_Asterisk, PAD)
        self.window.show_page("keying")
        self.show("settings")
        yield self.at("settings")

    def _register(self) -> Iterator[Page]:
        self.show("register")
        self.write("nguyen van 12")
        yield self.at("register")
        self.key(Qt.Key.Key_Down)
        self.key(Qt.Key.Key_Return)
        self.rest()
        self.key(Qt.Key.Key_2, PAD)
        self.key(Qt.Key.Key_F2)
        yield self.at("check")
        self.key(Qt.Key.Key_F4)
        yield self.at("visit")
        self.key(Qt.Key.Key_F4)
        self.key(Qt.Key.Key_F6)
        yield self.at("history")
        for _ in range(3):
            self.key(Qt.Key.Key_Escape)
            self.rest()
        self.key(Qt.Key.Key_Escape)
        self.key(Qt.Key.Key_M)
        yield self.at("map")
        self.key(Qt.Key.Key_M)
        self.key(Qt.Key.Key_I)
        yield self.at("list")

    def _exchange(self) -> Iterator[Page]:
        session, rounds = self.application.session, self.application.rounds
        assert session is not None
        assert rounds is not None
        store = session.store
        self.show("exchange")
        self.key(Qt.Key.Key_Return)
        self.rest()

        def join_hub(tx: Transaction) -> None:
            enrol(tx, self._neighbour, units=None)
            place = HubPlace(HUB, self._neighbour.id, is_automatic=False)
            keep_hub(tx.connection, place)
            now_ms = tx.clock.now_ms()
            stated = state_streams(tx.connection)
            hear(tx.connection, self._neighbour.id, stated, made_ms=now_ms, now_ms=now_ms)
            note_told(tx.connection, self._neighbour.id, now_ms)
            keep_round(tx.connection, HubRound(now_ms, 38_612, 214, 0, 0, 0))

        store.write(join_hub, actor=session.account)
        rounds.reload()
        self.rest()
        (batch,) = store.read(partial(list_batches, state="open"))
        slip = store.read(partial(list_slips, batch=batch.id))[0]

        def quarrel(tx: Transaction) -> None:
            for said in ({"answers/danh_gia_chung": "hai_long", "note": "chờ lâu"},
                         {"answers/danh_gia_chung": "khong_hai_long"}):  # fmt: skip
                tx.append(NewEvent(CORRECTED, slip.unit, slip.id, {"set": said}, (slip.id,)))

        store.write(quarrel, actor=session.account)
        yield self.at("exchange")
        self.show("home")
        yield self.at("to-decide")
        self.window._on_slip_decisions_requested()
        yield self.at("decision")
        from ui.exchange.enrol_dialog import EnrolDialog

        codes = {"06811": "Phường Uông Bí", "06820": "Phường Vàng Danh"}
        dialog = EnrolDialog(self._neighbour, "Phường Uông Bí", codes, self.window)
        yield from self.dialog("enrolling", dialog)

    def _later(self) -> Iterator[Page]:
        from ui.about.licences_dialog import LicencesDialog
        from ui.keying.closing_dialog import ClosingDialog
        from ui.register.erase_dialog import EraseDialog
        from ui.register.label_dialog import LabelDialog
        from ui.register.report_dialog import ReportDialog
        from ui.signing.files import system_files
        from ui.signing.sign_dialog import SignDialog

        session = self.application.session
        assert session is not None
        (batch,) = session.store.read(partial(list_batches, state="open"))
        yield from self.dialog("closing", ClosingDialog(batch, self.window))
        yield from self.dialog("labels", LabelDialog(self.language, self.window))
        dialog = ReportDialog(
            self.language, period("year", 2023), date(2023, 11, 14), (1, 1), self.window
        )
        yield from self.dialog("progress-report", dialog)
        who = "Nguyễn Văn An, 12 Trần Phú, Khu 1, Phường Bắc Sơn"
        yield from self.dialog("erasing", EraseDialog(self.language, who, 12, 3, self.window))
        context = self.window._context
        assert context is not None
        paper = Path("tong-hop-2023.pdf")
        yield from self.dialog("signing", SignDialog(context, paper, system_files(), self.window))
        done = next(one for one in session.store.read(list_batches) if one.state != "open")
        self.window._on_batch_chosen(done.id)
        yield self.at("closed-batch")
        self.window._keying()._on_left()
        yield from self.dialog("licences", LicencesDialog(self.window))
        self.show("audit")
        yield self.at("audit")

    def _settings(self) -> Iterator[Page]:
        self.show("settings")
        page = self.window._page("settings")
        for name, card in (
            ("settings-rules", page.rules), ("settings-reasons", page.reasons),
            ("settings-kiosk", page.kiosk), ("settings-splits", page.splits),
            ("accounts", page.accounts), ("backups", page.backups), ("about", page.appearance),
        ) if self.scrolls else ():  # fmt: skip
            bar = page.area.verticalScrollBar()
            bar.setValue(card.mapTo(page.area.widget(), card.rect().topLeft()).y())
            yield self.at(name)
        page.accounts.add_button.click()
        self.rest()
        page.area.ensureWidgetVisible(page.accounts.banner)
        yield self.at("new-account")
        page.own.password_button.click()
        self.rest()
        page.area.ensureWidgetVisible(page.own.banner)
        yield self.at("own-password")

    def _alone(self) -> Iterator[Page]:
        """Yield the pages that fill a window before anybody signed in."""
        from ui.accounts.damage_page import DamagePage
        from ui.accounts.new_password_page import NewPasswordPage

        beginning = Application(DataPaths(self.folder / "new"), self.language)
        self.application, self.window = beginning, beginning.window
        beginning.start()
        self.window.resize(*SIZE)
        wait_until(self.window.isActiveWindow)
        page = beginning.first_start.page
        page.unit.search.setText("uong bi")
        yield self.at("set-up")
        page._next.click()
        page.administrator.name.setText("quantri")
        yield self.at("set-up-administrator")
        for field in (page.administrator.pair.new, page.administrator.pair.again):
            field.setText(PASSWORD)
        page._next.click()
        yield self.at("set-up-backup")
        page.show_recovery_key("-".join(["4QF7-Z2MK"] * 7))
        yield self.at("recovery-key")
        self.window.mark_sample(is_sample=True, may_leave=True)
        chosen = NewPasswordPage("lan", self.language)
        self.window.show_alone(chosen)
        chosen.start()
        yield self.at("new-password")
        said = "Kho dữ liệu bị hỏng." if self.language == "vi" else "The store is damaged."
        repair = DamagePage(said, "06811-20231114-1000.backup", ["demo", "lan"])
        self.window.show_alone(repair)
        repair.start()
        yield self.at("damage")
        self.window.close()
