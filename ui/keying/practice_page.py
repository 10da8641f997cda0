"""Practice on invented slips: paper on the left, keys on the right, and no store behind it."""

from __future__ import annotations

import secrets
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.clock import Clock
from models.figures import format_integer
from models.questionnaires.compiled import CompiledForm, compile_form
from models.questionnaires.queries import list_slip_forms, read_form
from models.rekeying.practice import Round, as_asked, invented_slips, marked
from models.settings.queries import read_settings
from models.settings.record import Settings
from models.surveys.records import SlipContent
from ui.context import PageContext
from ui.keying.entry import SlipEntry
from ui.keying.paper_view import PaperView
from ui.keying.slip_keys import NARROW, SlipKeysPage
from ui.keying.story import field_text
from ui.theme.sizes import Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import SecondaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from sqlalchemy import Connection

SLIPS: Final = 20
_LARGEST_SEED: Final = 1 << 30
_PAPER: Final = 320
_NARROW_PAPER: Final = 280


class PracticePage(SlipKeysPage):
    """Says at once what was wrong, and at the end how fast and how well it went.

    Nothing of it becomes a draft or an event: slips come from a seed, and go nowhere.
    """

    left = Signal()

    def __init__(self, context: PageContext, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._clock = clock
        self._form: CompiledForm | None = None
        self._entry: SlipEntry | None = None
        self._papers: Sequence[SlipContent] = ()
        self._round = Round()
        self._began: float | None = None
        self._view.hide_actions("note", "correct", "undo")
        self._lay_out()

    @property
    def entry(self) -> SlipEntry:
        """The slip in hand."""
        assert self._entry is not None
        return self._entry

    @property
    def round(self) -> Round:
        """How it went so far."""
        return self._round

    @property
    def paper(self) -> SlipContent | None:
        """What stands on the paper in hand."""
        return self._papers[self._round.slips] if self._round.slips < len(self._papers) else None

    def open(self) -> None:
        """Begin a round."""
        self._context.read(_read_form, self._on_read)

    def begin(self, seed: int, count: int = SLIPS) -> None:
        """Begin a round of the slips of a seed."""
        if self._form is None:
            return
        today = self._clock.today()
        self._papers = [
            as_asked(self._form, paper, today)
            for paper in invented_slips(self._form.form, self.entry.reasons, seed, count)
        ]
        self._round, self._began = Round(), None
        self._banner.setVisible(False)
        self.entry.clear()
        self._show()
        self.take_focus()

    @Slot()
    def take_focus(self) -> None:
        """Put the focus where the next key is wanted."""
        if self._form is not None and not self._is_open():
            self._done.action.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc where nothing is keyed."""
        is_empty = not self._is_open() or self.entry.is_untouched
        if event.key() == Qt.Key.Key_Escape and is_empty:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the keys below the slip their room in a narrow window."""
        super().resizeEvent(event)
        self._paper.setFixedWidth(_NARROW_PAPER if self.width() < NARROW else _PAPER)

    def _lay_out(self) -> None:
        self._header = PageHeader(
            self.tr("Practice"), self.tr("Invented slips; nothing of this is kept or counted.")
        )
        leave = SecondaryButton(self.tr("Second keying"), icon="arrow-left", hint="Esc")
        leave.clicked.connect(self.left)
        self._header.add_action(leave)
        self._banner = Banner()
        self._banner.setVisible(False)
        self._paper = PaperView()
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.L)
        row.addWidget(self._paper)
        row.addWidget(self._view, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(work)
        self._work = work
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self._column.setSpacing(Space.M)
        self._column.addWidget(self._header)
        self._column.addWidget(self._banner)
        self._column.addWidget(self._pages, 1)
        self._done = self._result("", "")

    def _result(self, title: str, advice: str) -> EmptyState:
        done = EmptyState("check", title, advice, self.tr("Another round"))
        done.action_requested.connect(self._on_again)
        self._pages.addWidget(done)
        return done

    def _on_read(self, found: tuple[CompiledForm, Settings]) -> None:
        self._form, settings = found
        language = self._context.language
        reasons = [item.code for item in settings.invalid_reasons]
        self._entry = SlipEntry(self._form, reasons, today=self._clock.today(), language=language)
        self._view.set_form(self._entry, settings, language)
        self._paper.set_form(self._form.form, settings, language)
        self._on_again()

    @Slot()
    def _on_again(self) -> None:
        self.begin(secrets.randbelow(_LARGEST_SEED))

    def _is_open(self) -> bool:
        return self._entry is not None and self.paper is not None

    def _is_late(self) -> bool:
        return not self._is_open()

    def _key_counted(self) -> None:
        now = time.monotonic()
        self._began = now if self._began is None else self._began
        self._round = replace(
            self._round, keys=self._round.keys + 1, seconds=now - self._began
        )

    def _keep(self) -> None:
        """Keep nothing: what is practised is no draft."""

    def _escape(self, is_throwing: bool) -> None:
        self.entry.clear()
        self._show()

    def _save(self) -> None:
        paper = self.paper
        assert paper is not None
        assert self._form is not None
        fields, wrong = marked(self._form.form, paper, self.entry.content())
        done = self._round
        self._round = replace(
            done, slips=done.slips + 1, fields=done.fields + fields, errors=done.errors + len(wrong)
        )
        self.entry.clear()
        self._say(wrong)
        self._show()
        self.take_focus()

    def _say(self, wrong: dict[str, object]) -> None:
        if not wrong:
            self._banner.show_message("success", self.tr("Right."))
            return
        assert self._form is not None
        form, language = self._form.form, self._context.language
        said = "; ".join(
            f"{field_text(form, field, language)}: {self._paper.value(field, value)}"
            for field, value in wrong.items()
        )
        self._banner.show_message(
            "warning", self.tr("Keyed wrongly. On the paper stands: %1").replace("%1", said)
        )

    def _show(self) -> None:
        paper = self.paper
        if paper is None:
            self._show_result()
            return
        self._pages.setCurrentWidget(self._work)
        number = self._round.slips + 1
        self._paper.show_paper(paper, number)
        title = self.tr("Practice slip %1 of %2").replace("%1", format_integer(number))
        said = self.tr("Complete: Enter saves it") if self.entry.is_at_end else ""
        self._view.show_entry(title.replace("%2", format_integer(len(self._papers))), said)

    def _show_result(self) -> None:
        before, done = self._done, self._round
        speed = done.slips_an_hour
        advice = self.tr("%1 slips an hour, %2 errors in %3 fields (%4 in 10.000).")
        advice = advice.replace("%1", "–" if speed is None else format_integer(round(speed)))
        advice = advice.replace("%2", format_integer(done.errors))
        advice = advice.replace("%3", format_integer(done.fields))
        rate = done.rate.rate or 0.0
        advice = advice.replace("%4", format_integer(round(rate)))
        self._done = self._result(self.tr("The round is over"), advice)
        self._pages.setCurrentWidget(self._done)
        self._pages.removeWidget(before)
        before.deleteLater()


def _read_form(connection: Connection) -> tuple[CompiledForm, Settings]:
    newest = list_slip_forms(connection)[0]
    form = read_form(connection, newest.code, newest.version)
    return compile_form(form), read_settings(connection)
