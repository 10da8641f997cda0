"""The kiosk from the first touch to the thank-you, and back to the start when nobody is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLayout, QStackedWidget, QVBoxLayout, QWidget

from models.clock import Clock
from models.errors import UserError
from models.kiosk.codes import DIGITS, check_code
from models.kiosk.pin import MOST_DIGITS, PinHash
from models.kiosk.votes import Vote
from models.questionnaires.compiled import CompiledForm
from models.sentences.catalog import Language, say
from models.settings.kiosk import KioskSettings
from ui.context import PageContext
from ui.kiosk import drafts
from ui.kiosk.calm import PRESSES, Calm
from ui.kiosk.gate import PinGate, Tries
from ui.kiosk.head import KioskHead
from ui.kiosk.in_hand import VoteInHand
from ui.kiosk.look import GAP_MM, KioskLook, look_for, screen_dpi
from ui.kiosk.pad import CodePage, PinPage
from ui.kiosk.page import KioskPage
from ui.kiosk.question_page import QuestionPage
from ui.kiosk.sample import SampleStrip
from ui.kiosk.saver import VoteSaver
from ui.kiosk.start_page import ClosedPage, StartPage, ThanksPage
from ui.kiosk.tile import TouchTile
from ui.messages import sentence

THANKS_MS: Final = 6000
# Codes are mistyped by one citizen after the other, none of whom knows of those before.
_CODE_WAIT_MS: Final = 60_000
_CODE_FORGOTTEN_MS: Final = 5 * 60_000
_TOUCHES: Final = frozenset({
    QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class BoothSetting:
    """What the kiosk was started with; `asks_code` lets in only who has a one-time code.

    `is_sample` says that nothing of the store is real.
    """

    compiled: CompiledForm
    rules: KioskSettings
    pin: PinHash
    unit_name: str
    language: Language = "vi"
    officer: str = ""
    procedure: str = ""
    asks_code: bool = False
    is_sample: bool = False


class KioskBooth(QWidget):
    """`ended` says that the right PIN was given; `language_wanted` asks for the screens' words."""

    ended = Signal()
    language_wanted = Signal(str)

    def __init__(
        self, context: PageContext, clock: Clock, setting: BoothSetting,
        up_ms: Callable[[], int], parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._context = context
        self._clock = clock
        self.setting = setting
        self.language: Language = setting.language
        self.look: KioskLook = look_for(screen_dpi(self.screen()), self.screen().size())
        rules = setting.rules
        self.in_hand = VoteInHand(
            context, clock, setting.compiled, up_ms, rules.kiosk_repeat_s, self
        )
        self.saver = VoteSaver(context, self)
        self.saver.refused.connect(self._on_refused)
        self.gate = PinGate(context, clock, setting.pin, up_ms, self)
        self.gate.opened.connect(self.ended)
        self.gate.refused.connect(self._on_pin_refused)
        self.tries = Tries(clock, up_ms, longest_ms=_CODE_WAIT_MS, forgotten_ms=_CODE_FORGOTTEN_MS)
        self._calm = Calm(up_ms)
        # Who is at the screen now: an answer that comes late is for who asked.
        self._citizen = object()
        self._is_closed = False
        self.idle = self._timer(rules.kiosk_idle_s * 1000, self.go_to_start)
        self.thanks_over = self._timer(THANKS_MS, self.go_to_start)
        self._make_pages()
        self._say_words()
        self._restyle()
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    @property
    def page(self) -> KioskPage:
        """The page on show."""
        page = self.pages.currentWidget()
        assert isinstance(page, KioskPage)
        return page

    def start(self) -> None:
        """Record what an earlier start left; who was voting a moment ago goes on."""
        now_ms = self._clock.now_ms()
        self._show(self.start_page)
        is_taken = False
        for kept in drafts.load(self._context.drafts):
            age_ms = now_ms - kept.touched_ms
            is_there = 0 <= age_ms < self.setting.rules.kiosk_idle_s * 1000
            if kept.entry is None:
                self.saver.send(kept)
            elif is_there and not is_taken and self.in_hand.resume(kept):
                is_taken = True
                self._show_question()
            else:
                self.saver.send(drafts.KeptVote(drafts.left(kept.vote), kept.touched_ms))

    @Slot()
    def go_to_start(self) -> None:
        """Wait for the next one, as everybody finds it; what is half answered is kept as such."""
        self.thanks_over.stop()
        self._citizen = object()
        self._leave_vote()
        if self.look.is_large or self.look.is_strong:
            self._set_look(is_large=False, is_strong=False)
        if self.language != self.setting.language:
            self._on_language(self.setting.language)
        self._show(self.closed if self._is_closed else self.start_page)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that somebody is there, and take no tap that was meant for the page before."""
        kind = event.type()
        is_tap = isinstance(watched, TouchTile) and self.isAncestorOf(watched) and kind in PRESSES
        if is_tap and not self._calm.takes(kind):
            return True
        if kind in _TOUCHES and self.page not in (self.start_page, self.closed):
            self.idle.start()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a code that is scanned before anybody touched: its digits open the page for it."""
        is_waiting = self.page in (self.start_page, self.thanks)
        if self.setting.asks_code and is_waiting and event.text().isdecimal():
            self.go_to_start()
            self._on_started()
            self.code.take(event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the letters to the screen that this turned out to be."""
        super().resizeEvent(event)
        look = look_for(
            screen_dpi(self.screen()), self.size(), is_large=self.look.is_large,
            is_strong=self.look.is_strong,
        )  # fmt: skip
        if look != self.look:
            self.look = look
            self._restyle()

    def showEvent(self, event: QShowEvent) -> None:
        """Look once more whether all pages are whole: only what is on show is measured."""
        super().showEvent(event)
        self._restyle()

    def _make_pages(self) -> None:
        look, setting = self.look, self.setting
        self.head = KioskHead(look, setting.officer, setting.procedure)
        self.head.language_chosen.connect(self._on_language)
        self.head.size_changed.connect(self._on_size)
        self.head.contrast_changed.connect(self._on_contrast)
        self.sample = SampleStrip(look)
        self.start_page = StartPage(look, setting.unit_name)
        self.start_page.started.connect(self._on_started)
        self.question = QuestionPage(look)
        self.question.chosen.connect(self._on_chosen)
        self.question.toggled.connect(self._on_toggled)
        self.question.skipped.connect(self._on_skipped)
        self.question.went_on.connect(self._on_went_on)
        self.question.went_back.connect(self._on_went_back)
        self.thanks = ThanksPage(look)
        self.code = CodePage(look, DIGITS, is_hidden=False)
        self.code.entered.connect(self._on_code)
        self.pin = PinPage(look, MOST_DIGITS, is_hidden=True)
        self.pin.entered.connect(self._on_pin)
        self.closed = ClosedPage(look)
        for left in (self.thanks.left, self.code.left, self.pin.left):
            left.connect(self.go_to_start)
        for wanted in (self.start_page.staff_wanted, self.closed.staff_wanted):
            wanted.connect(self._on_staff_wanted)
        self._pages: tuple[KioskPage, ...] = (
            self.start_page, self.code, self.question, self.thanks, self.pin, self.closed,
        )  # fmt: skip
        self.pages = QStackedWidget()
        for page in self._pages:
            self.pages.addWidget(page)
        margin = look.px(GAP_MM * 1.5)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(look.px(GAP_MM))
        column.addWidget(self.sample)
        self.sample.setVisible(self.setting.is_sample)
        column.addWidget(self.head)
        column.addWidget(self.pages, 1)
        # The glass is as large as it is: what would like more room has to do with that.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setObjectName("booth")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _restyle(self) -> None:
        self._wear()
        # Letters that were made larger shrink again where a page would not be whole; on the
        # smallest screens all letters do, as far as the look allows. Targets never shrink.
        while self.isVisible() and self._is_too_high() and not self.look.is_least:
            self.look = self.look.smaller()
            self._wear()

    def _is_too_high(self) -> bool:
        return self.minimumSizeHint().height() > self.height()

    def _wear(self) -> None:
        colours = self.look.colours
        self.setStyleSheet(f"#booth {{ background: {colours.ground.name()}; }}")
        for page in (self.sample, self.head, *self._pages):
            page.set_look(self.look)

    def _say_words(self) -> None:
        self.head.show_language(self.language)
        for page in (self.sample, self.head, *self._pages):
            page.say_words()

    def _set_look(self, *, is_large: bool, is_strong: bool) -> None:
        self.look = look_for(
            screen_dpi(self.screen()), self.size(), is_large=is_large, is_strong=is_strong
        )
        self._restyle()

    def _show(self, page: KioskPage) -> None:
        self._calm.begin()
        self.pages.setCurrentWidget(page)
        page.take_focus()
        if page is self.start_page or page is self.closed:
            self.idle.stop()
        else:
            self.idle.start()

    def _show_question(self) -> None:
        self.question.show_question(self.in_hand.vote, self.language)
        self._show(self.question)

    @Slot(str)
    def _on_language(self, language: str) -> None:
        self.language = "en" if language == "en" else "vi"
        self.question.set_language(self.language)
        self.language_wanted.emit(language)
        self._say_words()

    @Slot()
    def _on_size(self) -> None:
        self._set_look(is_large=not self.look.is_large, is_strong=self.look.is_strong)

    @Slot()
    def _on_contrast(self) -> None:
        self._set_look(is_large=self.look.is_large, is_strong=not self.look.is_strong)

    @Slot()
    def _on_started(self) -> None:
        if self.setting.asks_code:
            self.code.clear()
            self._show(self.code)
        else:
            self.in_hand.start()
            self._show_question()

    @Slot(str)
    def _on_code(self, typed: str) -> None:
        if self.tries.wait_s:
            self.code.clear(say("kiosk.code_wait", self.language, seconds=self.tries.wait_s))
            return
        self.code.wait()
        self._context.read(
            partial(check_code, typed=typed), partial(self._on_right_code, self._citizen),
            partial(self._on_wrong_code, self._citizen),
        )  # fmt: skip

    def _on_right_code(self, citizen: object, mark: str) -> None:
        self.tries.forgive()
        if self.page is self.code and citizen is self._citizen:
            self._leave_vote()
            self.in_hand.start(mark)
            self._show_question()

    def _on_wrong_code(self, citizen: object, error: Exception) -> None:
        if isinstance(error, UserError) and error.code == "kiosk.code_wrong":
            self.tries.count()
        if citizen is self._citizen:
            self.code.clear(sentence(error, self.language))

    def _leave_vote(self) -> None:
        """Keep what is half answered as such: nobody goes on with it."""
        left = self.in_hand.leave()
        if left is not None:
            self._send(left)

    def _send(self, vote: Vote) -> None:
        self.saver.send(drafts.KeptVote(vote, self._clock.now_ms()))

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        self.in_hand.vote.choose(name)
        self._go_on()

    @Slot(str)
    def _on_toggled(self, name: str) -> None:
        self.in_hand.vote.toggle(name)
        self.in_hand.keep()
        self.question.say_words()

    @Slot()
    def _on_skipped(self) -> None:
        self.in_hand.vote.skip()
        self._go_on()

    @Slot()
    def _on_went_on(self) -> None:
        self.in_hand.vote.go_on()
        self._go_on()

    @Slot()
    def _on_went_back(self) -> None:
        if self.in_hand.vote.back():
            self._show_question()
        else:
            self.go_to_start()

    def _go_on(self) -> None:
        if self.in_hand.vote.current is not None:
            self.in_hand.keep()
            self._show_question()
            return
        self._send(self.in_hand.finish())
        self._show(self.thanks)
        self.idle.stop()
        self.thanks_over.start()

    def _on_refused(self, _sent: drafts.KeptVote, error: Exception) -> None:
        """Tell who is still there of a code that is used up; close for all that others meet too.

        A vote of a day to come was given while the clock was wrong. It stays a draft.
        """
        code = error.code if isinstance(error, UserError) else ""
        said = sentence(error, self.language)
        if code == "kiosk.code_used":
            if self.page is self.thanks:
                self.thanks_over.stop()
                self.code.clear(said)
                self._show(self.code)
        elif code != "surveys.date_to_come":
            self._is_closed = True
            self.closed.reason.set_words(said)
            self.go_to_start()

    @Slot()
    def _on_staff_wanted(self) -> None:
        self.pin.clear()
        self._show(self.pin)

    @Slot(str)
    def _on_pin(self, typed: str) -> None:
        self.pin.wait()
        self.gate.check(typed)

    @Slot(str)
    def _on_pin_refused(self, said: str) -> None:
        self.pin.clear(said)

    def _timer(self, wait_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait_ms)
        timer.timeout.connect(slot)
        return timer
