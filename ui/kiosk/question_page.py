"""One question with its answers, how far one has come, and the ways back and on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from models.questionnaires.form import Choice
from models.sentences.catalog import Language
from ui.kiosk.faces import CALM, GLAD, SAD
from ui.kiosk.look import GAP_MM, KioskLook
from ui.kiosk.page import KioskPage
from ui.kiosk.tile import TouchTile
from ui.kiosk.vote import KioskVote
from ui.widgets.role import plays

# More answers than this stand in two columns.
_MOST_IN_A_COLUMN: Final = 5
_BAR_MM: Final = 3.0


class Progress(QWidget):
    """A bar of as many parts as there are questions."""

    def __init__(self, look: KioskLook) -> None:
        super().__init__()
        self._look = look
        self._done = self._of = 0
        self.set_look(look)

    def set_look(self, look: KioskLook) -> None:
        """Take other sizes and colours."""
        self._look = look
        self.setFixedHeight(look.px(_BAR_MM))
        self.update()

    def show_progress(self, done: int, of: int) -> None:
        """Show how many of the questions are reached."""
        self._done, self._of = done, of
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the parts."""
        if not self._of:
            return
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = self._look.px(1)
        wide = (self.width() - gap * (self._of - 1)) / self._of
        colours = self._look.colours
        for place in range(self._of):
            painter.setBrush(colours.accent if place < self._done else colours.edge)
            high = self.height() if place < self._done else self.height() / 3
            top = (self.height() - high) / 2
            painter.drawRect(QRectF(place * (wide + gap), top, wide, high))


@plays(QAccessible.Role.Grouping)
class QuestionPage(KioskPage):
    """Shows the question in hand of a `KioskVote`; changes nothing itself."""

    chosen = Signal(str)
    toggled = Signal(str)
    skipped = Signal()
    went_on = Signal()
    went_back = Signal()

    def __init__(self, look: KioskLook, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._vote: KioskVote | None = None
        self._full = look
        self._language: Language = "vi"
        self.question = self.words("question", is_centred=False)
        self.hint = self.words("caption", is_muted=True, is_centred=False)
        self.problem = self.words("button", is_centred=False)
        self.options: list[TouchTile] = []
        self.progress = Progress(look)
        self.place = self.words("caption")
        self.back, self.skip, self.go_on, self.more = (self.tile() for _ in range(4))
        self.go_on.kind = "primary"
        self.back.clicked.connect(self.went_back)
        self.skip.clicked.connect(self.skipped)
        self.go_on.clicked.connect(self.went_on)
        self.more.clicked.connect(self._on_more)
        self.more.setVisible(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()

    def show_question(self, vote: KioskVote, language: Language) -> None:
        """Show the question in hand."""
        self._vote, self._language = vote, language
        self._wear(self._full)
        self.say_words()
        self.area.verticalScrollBar().setValue(0)
        self.take_focus()

    def set_language(self, language: Language) -> None:
        """Take note of the language in use."""
        self._language = language

    def set_look(self, look: KioskLook) -> None:
        """Take other sizes and colours."""
        self._full = look
        self._wear(look)

    def say_words(self) -> None:
        """Say everything again."""
        vote = self._vote
        node = vote.current if vote is not None else None
        self.back.set_words("←  " + self.tr("Back"))
        self.skip.set_words(self.tr("Skip this question"))
        self.more.set_words("↓  " + self.tr("More answers"))
        if vote is None or node is None:
            return
        form, asked = vote.compiled.form, vote.asked
        state = vote.state_of(node)
        is_multiple = node.kind == "select_multiple"
        has_answer = bool(vote.chosen(node))
        asking = self._filled(form.text(node.labels, self._language))
        self.question.set_words(asking)
        self.setAccessibleName(asking)
        hint = self._filled(form.text(node.hints, self._language))
        if is_multiple and not hint:
            hint = self.tr("You may choose several answers.")
        self.hint.set_words(hint)
        self.problem.set_words(vote.problem(self._language))
        self._show_options(vote.choices(node), vote.chosen(node), is_multiple=is_multiple)
        self.skip.setVisible(not state.required and not (is_multiple and has_answer))
        self.go_on.setVisible(is_multiple or has_answer)
        self.go_on.setEnabled(has_answer and not vote.problem(self._language))
        is_last = vote.position == len(asked) - 1
        self.go_on.set_words(self.tr("Finish") if is_last else self.tr("Next") + "  →")
        said = self.tr("Question %1 of %2").replace("%1", str(vote.position + 1))
        self.place.set_words(said.replace("%2", str(len(asked))))
        self.progress.show_progress(vote.position + 1, len(asked))

    def take_focus(self) -> None:
        """Put the focus before the answers: none of them may look as if it were proposed."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        gap = self.look.px(GAP_MM)
        holder = QWidget()
        holder.setObjectName("answers")
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)
        self.area = QScrollArea()
        self.area.setWidget(holder)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.verticalScrollBar().rangeChanged.connect(self._show_more)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setProperty("surface", "plain")
        self.area.viewport().setAutoFillBackground(False)
        holder.setProperty("surface", "plain")
        foot = QHBoxLayout()
        foot.setSpacing(gap)
        foot.addWidget(self.back)
        foot.addWidget(self.more)
        foot.addWidget(self.place, 1)
        foot.addWidget(self.skip)
        foot.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        for words in (self.question, self.hint, self.problem):
            column.addWidget(words)
        column.addWidget(self.area, 1)
        column.addWidget(self.progress)
        column.addLayout(foot)

    def _show_options(
        self, choices: Sequence[Choice], chosen: Sequence[str], *, is_multiple: bool
    ) -> None:
        focused = next((at for at, tile in enumerate(self.options) if tile.hasFocus()), None)
        for tile in self.options:
            self._grid.removeWidget(tile)
            tile.setVisible(False)
            tile.deleteLater()
        assert self._vote is not None
        form = self._vote.compiled.form
        columns = 2 if len(choices) > _MOST_IN_A_COLUMN else 1
        self.options = []
        for place, choice in enumerate(choices):
            words = self._filled(form.text(choice.labels, self._language))
            tile = TouchTile(
                words, self.look, kind="option", mood=_mood(choice, choices), is_tick=is_multiple
            )
            tile.setAccessibleName(words)
            if is_multiple:
                tile.setChecked(choice.name in chosen)
                tile.clicked.connect(partial(self._on_toggled, choice.name))
            else:
                tile.clicked.connect(partial(self._on_chosen, choice.name))
                tile.set_chosen(choice.name in chosen)
            self._grid.addWidget(tile, place // columns, place % columns)
            QWidget.setTabOrder(self.options[-1] if self.options else self, tile)
            self.options.append(tile)
        if focused is not None and focused < len(self.options):
            self.options[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _filled(self, text: str) -> str:
        assert self._vote is not None
        node = self._vote.current
        return self._vote.state.filled(text, node.path if node is not None else "")

    def _on_chosen(self, name: str, _is_checked: bool = False) -> None:
        self.chosen.emit(name)

    def _on_toggled(self, name: str, _is_checked: bool = False) -> None:
        self.toggled.emit(name)

    def _wear(self, look: KioskLook) -> None:
        super().set_look(look)
        self.progress.set_look(look)

    @Slot(int, int)
    def _show_more(self, _least: int, most: int) -> None:
        """Offer the answers below, where not all have room.

        Letters that were made larger shrink first: the answer that is out of sight would be the
        last one, which is the worst.
        """
        self.more.setVisible(most > 0)
        if most > 0 and self.look.growth > 1.0:
            QTimer.singleShot(0, self, self._shrink)

    @Slot()
    def _shrink(self) -> None:
        if self.look.growth > 1.0 and self.area.verticalScrollBar().maximum() > 0:
            self._wear(self.look.smaller())

    @Slot()
    def _on_more(self) -> None:
        """Go on by a page of answers, from the end to the first again."""
        bar = self.area.verticalScrollBar()
        is_at_end = bar.value() >= bar.maximum()
        bar.setValue(0 if is_at_end else bar.value() + bar.pageStep())


def _mood(choice: Choice, choices: Sequence[Choice]) -> int | None:
    """Return the face of a scored answer: by its share of the most points; None without score."""
    most = max((one.points for one in choices if one.points is not None), default=None)
    if choice.points is None or not most:
        return None
    if choice.points >= most:
        return GLAD
    return CALM if choice.points > 0 else SAD
