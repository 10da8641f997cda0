"""A citizen before the real kiosk: touches in, what the store holds out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.jobs import ThreadJobs
from desktop.language import install_translation
from desktop.session import Session
from models.clock import Clock
from models.kiosk.pin import hash_pin
from models.questionnaires.compiled import CompiledForm, compile_form
from models.questionnaires.queries import read_form
from models.settings.queries import read_settings
from models.store.drafts import DraftBox
from models.surveys.queries import list_batches, list_slips
from models.surveys.records import Batch, Slip
from tests.waiting import settle, wait_for_work, wait_until
from ui.bus import Bus
from ui.context import PageContext
from ui.kiosk.booth import BoothSetting, KioskBooth
from ui.kiosk.calm import CALM_MS
from ui.kiosk.window import KioskWindow

PIN = "284631"
FORM = "qn-18-2021"


class Citizen:
    """Touches one `KioskWindow`; `hand` is the touch screen."""

    hand: QPointingDevice | None = None

    def __init__(self, session: Session, compiled: CompiledForm | None = None, **setting: Any):
        self.session = session
        self.jobs = ThreadJobs()
        self.up_ms = 1_000_000
        self.drafts = DraftBox(session.paths.drafts, session.key, session.account)
        self.bugs: list[Exception] = []
        self.context = PageContext(
            store=session.store, drafts=self.drafts, jobs=self.jobs, bus=Bus(),
            account=session.account, account_name=session.account_name, unit=session.unit,
            language="vi", show_error=self.bugs.append, role=session.role,
        )  # fmt: skip
        self.form = compiled or compile_form(
            session.store.read(lambda connection: read_form(connection, FORM))
        )
        rules = session.store.read(read_settings)
        self.setting = BoothSetting(
            self.form, rules, hash_pin(PIN), "Phường Uông Bí", **setting
        )
        self.double_click_ms = QApplication.doubleClickInterval()
        self.translators: list[Any] = []
        self.left: list[bool] = []

    def stand(self, clock: Clock | None = None) -> None:
        """Start the kiosk, as its process does; its time is `up_ms`, which touches let pass."""
        QApplication.setDoubleClickInterval(0)
        self.booth = KioskBooth(
            self.context, clock or self.session.store.clock, self.setting, lambda: self.up_ms
        )
        self.booth.language_wanted.connect(self._on_language)
        self.booth.ended.connect(self._on_ended)
        self._on_language(self.setting.language)
        self.booth._say_words()
        self.window = KioskWindow(self.booth)
        self.window.show_all()
        self.booth.start()
        self.rest()

    def walk_away(self) -> None:
        """Close everything."""
        QApplication.setDoubleClickInterval(self.double_click_ms)
        self.jobs.shut_down()
        self.window.leave()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.drafts.close()
        self._forget_language()
        assert self.bugs == []

    def touch(self, widget: QWidget) -> None:
        """Touch the middle of what is on the screen, calmly."""
        self.up_ms += CALM_MS
        self.tap(widget)

    def tap(self, widget: QWidget) -> None:
        """Touch at once, as a finger does that taps twice."""
        assert widget.isVisible(), widget
        assert widget.isEnabled(), widget
        if Citizen.hand is None:
            Citizen.hand = QTest.createTouchDevice()
        at = QPoint(widget.width() // 2, widget.height() // 2)
        QTest.touchEvent(widget, Citizen.hand).press(0, at, widget)
        QTest.touchEvent(widget, Citizen.hand).release(0, at, widget)
        settle()

    def answer(self, place: int = 0) -> None:
        """Touch an answer of the question on the screen."""
        self.touch(self.booth.question.options[place])

    def vote(self, *places: int) -> None:
        """Give a whole vote from the start; without `places` the first answer of each question."""
        self.touch(self.booth.start_page.begin)
        for place in places or (0,) * 7:
            self.answer(place)
        self.rest()

    def type_pin(self, pin: str) -> None:
        """Open the staff's page and type a PIN."""
        if self.booth.page is not self.booth.pin:
            self.touch(self.booth.start_page.staff)
        for digit in pin:
            self.touch(self.booth.pin.keys[digit])
        self.touch(self.booth.pin.enter)
        self.rest()

    def rest(self) -> None:
        """Wait until nothing is under way."""
        wait_for_work(self.jobs)
        wait_until(lambda: self.booth.saver.waiting == 0, "all votes are stored")

    def batches(self) -> list[Batch]:
        """Return what the store holds."""
        return self.session.store.read(list_batches)

    def slips(self) -> list[Slip]:
        """Return the slips of the only batch, the last first."""
        (batch,) = self.batches()
        return self.session.store.read(lambda c: list_slips(c, batch.id))

    def _on_language(self, language: str) -> None:
        app = QApplication.instance()
        self._forget_language()
        self.translators = list(install_translation(app, "en" if language == "en" else "vi"))

    def _forget_language(self) -> None:
        for translator in self.translators:
            QApplication.removeTranslator(translator)
        self.translators = []

    def _on_ended(self) -> None:
        self.left.append(True)


@contextmanager
def standing(session: Session, **setting: Any) -> Iterator[Citizen]:
    """A citizen before a kiosk that was just started."""
    citizen = Citizen(session, **setting)
    citizen.stand()
    try:
        yield citizen
    finally:
        citizen.walk_away()
