"""The households of a hamlet that may be one, decided with one key each."""

from __future__ import annotations

from functools import partial
from typing import Final, NamedTuple
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.households.commands import keep_apart, merge, undo_apart, undo_merge
from models.households.records import HamletKey
from models.store.store import Transaction
from ui.context import PageContext
from ui.messages import sentence
from ui.register.check_loading import AlikeHouseholds, AlikeList, read_alike
from ui.register.pair_view import PairView
from ui.theme.sizes import Space
from ui.widgets.buttons import Button, SecondaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.page_header import PageHeader
from ui.widgets.role import plays
from ui.widgets.undo_banner import UndoBanner

_DIGITS: Final[dict[int, int]] = {Qt.Key.Key_0: 0, Qt.Key.Key_1: 1, Qt.Key.Key_2: 2}


class _Act(NamedTuple):
    """What was decided of the pair at a place: `other` went into `one`, or both stand."""

    at: int
    one: UUID
    other: UUID
    is_merge: bool


@plays(QAccessible.Role.Form)
class DuplicatesPage(QWidget):
    """Shows one pair after the other: 1 or 2 for the one that stands, 0 for two households."""

    left = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._hamlet: HamletKey | None = None
        self._found: AlikeList | None = None
        self._at = 0
        self._gone: set[UUID] = set()
        # What was decided here, the last one at the end; each look through a hamlet has its own
        # list, by which an answer that comes after it is known.
        self._acts: list[_Act] = []
        self._is_writing = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Possible duplicates"))
        self.header = PageHeader(self.tr("Possible duplicates"))
        back = SecondaryButton(self.tr("Back"), hint="Esc")
        back.clicked.connect(self.left)
        self.header.add_action(back)
        self.banner = UndoBanner()
        self.banner.undo_requested.connect(self._on_undo)
        self.pair = PairView(context.language)
        self.pair.first.clicked.connect(partial(self._decide, 1))
        self.pair.second.clicked.connect(partial(self._decide, 2))
        self.empty = EmptyState(
            "check",
            self.tr("No two households look alike here"),
            self.tr("All of them are decided, or there are none in this hamlet."),
            self.tr("Back"),
            hint="Esc",
        )
        self.empty.action_requested.connect(self.left)
        self._lay_out()

    def open(self, hamlet: HamletKey) -> None:
        """Look through a hamlet."""
        self._hamlet, self._found, self._at = hamlet, None, 0
        self._gone, self._acts, self._is_writing = set(), [], False
        self.banner.withdraw()
        self.header.set_subtitle(self.tr("Comparing the households of %1…").replace(
            "%1", hamlet.hamlet))  # fmt: skip
        self._stack.setCurrentWidget(self._blank)
        query = partial(read_alike, hamlet=hamlet, language=self._context.language)
        self._context.read(
            query, partial(self._on_read, hamlet), partial(self._on_failed, self._acts)
        )

    def take_focus(self) -> None:
        """Put the focus where the next key is wanted."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the digits, Page down to decide later, Ctrl+Z to undo, and Escape."""
        key = event.key()
        if self.banner.takes(event):
            return
        if key in _DIGITS and not event.isAutoRepeat():
            self._decide(_DIGITS[key])
        elif key == Qt.Key.Key_PageDown:
            self._go_on()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._blank = QWidget()
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.pair, 1)
        buttons = QHBoxLayout()
        apart: Button = SecondaryButton(self.tr("Two households"), hint="0")
        apart.clicked.connect(partial(self._decide, 0))
        later = SecondaryButton(self.tr("Decide later"), hint="PgDn")
        later.clicked.connect(self._go_on)
        buttons.addWidget(apart)
        buttons.addStretch(1)
        buttons.addWidget(later)
        column.addLayout(buttons)
        self._stack = QStackedWidget()
        for page in (self._blank, work, self.empty):
            self._stack.addWidget(page)
        self._work = work
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        whole.setSpacing(Space.M)
        whole.addWidget(self.header)
        whole.addWidget(self.banner)
        whole.addWidget(self._stack, 1)

    def _on_read(self, hamlet: HamletKey, found: AlikeList) -> None:
        if hamlet == self._hamlet:
            self._found = found
            self._show()

    def pair_now(self) -> AlikeHouseholds | None:
        """Return the pair on show, None when all are decided."""
        pairs = self._found.pairs if self._found is not None else ()
        while self._at < len(pairs):
            pair = pairs[self._at]
            if not {pair.one.id, pair.other.id} & self._gone:
                return pair
            # One of them was merged away since.
            self._at += 1
        return None

    def _show(self) -> None:
        pair = self.pair_now()
        if self._found is None or self._hamlet is None:
            return
        if pair is None:
            self.header.set_subtitle(self._hamlet.hamlet)
            self._stack.setCurrentWidget(self.empty)
            self.empty.action.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        said = self.tr("%1  ·  pair %2 of %3").replace("%1", self._hamlet.hamlet)
        said = said.replace("%2", str(self._at + 1)).replace("%3", str(len(self._found.pairs)))
        self.header.set_subtitle(said)
        self.pair.show_pair(pair.one, pair.other, self._found.names)
        self._stack.setCurrentWidget(self._work)
        self.take_focus()

    def _go_on(self) -> None:
        if not self._is_writing:
            self._at += 1
            self._show()

    def _decide(self, number: int, _is_checked: bool = False) -> None:
        pair = self.pair_now()
        if pair is None or self._is_writing:
            return
        self._is_writing = True
        one, other = pair.one.id, pair.other.id
        if number == 0:
            act = _Act(self._at, one, other, is_merge=False)
            command = partial(_apart, one=one, other=other)
        else:
            self.pair.choose(number)
            kept, gone = (one, other) if number == 1 else (other, one)
            act = _Act(self._at, kept, gone, is_merge=True)
            command = partial(merge, kept=kept, gone=gone)
        self._context.write(
            command, partial(self._on_written, self._acts, act),
            partial(self._on_failed, self._acts),
        )  # fmt: skip

    def _on_written(self, acts: list[_Act], act: _Act, _nothing: None) -> None:
        if acts is not self._acts:
            return
        self._is_writing = False
        acts.append(act)
        self._tell_last()
        if act.is_merge:
            self._gone.add(act.other)
        self._at = act.at + 1
        self._show()

    def _tell_last(self) -> None:
        """Say what was decided last, with the way back."""
        if not self._acts:
            self.banner.withdraw()
            return
        merged = self.tr("The pair before was made one household.")
        apart = self.tr("The pair before stays two households.")
        said = merged if self._acts[-1].is_merge else apart
        self.banner.offer("success", said, self._acts[-1])

    @Slot(object)
    def _on_undo(self, act: _Act) -> None:
        if self._is_writing:
            return
        self._is_writing = True
        if act.is_merge:
            command = partial(undo_merge, gone=act.other)
        else:
            command = partial(undo_apart, household=act.one, other=act.other)
        self._context.write(
            command, partial(self._on_undone, self._acts),
            partial(self._on_undo_failed, self._acts, act),
        )  # fmt: skip

    def _on_undone(self, acts: list[_Act], _nothing: None) -> None:
        if acts is not self._acts:
            return
        self._is_writing = False
        act = acts.pop()
        self._gone.discard(act.other)
        self._at = act.at
        self._tell_last()
        self._show()

    def _on_undo_failed(self, acts: list[_Act], act: _Act, error: Exception) -> None:
        if acts is not self._acts:
            self._on_failed(acts, error)
            return
        self._is_writing = False
        self.banner.offer("danger", sentence(error, self._context.language), act)

    def _on_failed(self, acts: list[_Act], error: Exception) -> None:
        if acts is self._acts:
            self._is_writing = False
        # What was refused is told wherever one is by now.
        self.banner.show_message("danger", sentence(error, self._context.language))


def _apart(tx: Transaction, one: UUID, other: UUID) -> None:
    keep_apart(tx, one, [other])
