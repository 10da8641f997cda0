"""All slips that wait for a decision, one after the other."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models.clock import Clock
from models.figures import format_integer
from models.surveys.commands import settle_slip
from ui.context import PageContext
from ui.keying.slip_deciding import OpenDecision, SlipDeciding, read_waiting
from ui.messages import sentence
from ui.theme.sizes import Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import SecondaryButton
from ui.widgets.decision_view import DecisionView, Taken
from ui.widgets.empty_state import EmptyState
from ui.widgets.page_header import PageHeader


class SlipDecisionsPage(QWidget):
    """Settles slips by keyboard; Page down leaves one for later, F2 opens its batch."""

    left = Signal()
    batch_chosen = Signal(object)

    def __init__(self, context: PageContext, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._clock = clock
        self._opened: OpenDecision | None = None
        self._deciding: SlipDeciding | None = None
        self._is_busy = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.header = PageHeader(self.tr("Waiting for a decision"))
        for text, key, slot in (
            (self.tr("Back"), "Esc", self.left),
            (self.tr("Open the batch"), "F2", self._on_open),
            (self.tr("Decide later"), "PgDn", self._on_later),
        ):
            button = SecondaryButton(text, hint=key)
            button.clicked.connect(slot)
            self.header.add_action(button)
        self.banner = Banner()
        self.banner.setVisible(False)
        self.decisions = DecisionView(context.language)
        self.decisions.settled.connect(self._on_settled)
        self.decisions.left.connect(self.left)
        self.empty = EmptyState(
            "check",
            self.tr("Nothing waits for a decision"),
            self.tr("Where two people corrected one slip differently, it is shown here."),
            self.tr("All batches"),
            hint="Esc",
        )
        self.empty.action_requested.connect(self.left)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.decisions)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.M)
        column.addWidget(self.header)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)

    def open(self) -> None:
        """Begin with the first slip that waits."""
        self.banner.setVisible(False)
        self._read(None)

    def take_focus(self) -> None:
        """Put the focus where the next key is wanted."""
        if self._stack.currentWidget() is self.empty:
            self.empty.action.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.decisions.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that stand on the buttons."""
        if event.key() == Qt.Key.Key_PageDown:
            self._on_later()
        elif event.key() == Qt.Key.Key_F2:
            self._on_open()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _read(self, after: UUID | None) -> None:
        self._is_busy = True
        self._context.read(partial(read_waiting, after=after), self._on_read, self._on_failed)

    def _on_read(self, found: tuple[OpenDecision | None, int]) -> None:
        self._is_busy = False
        self._opened, waiting = found
        if self._opened is None:
            self.header.set_title(self.tr("Waiting for a decision"))
            self.header.set_subtitle("")
            self._stack.setCurrentWidget(self.empty)
        else:
            self._show(self._opened, waiting)
        self.take_focus()

    def _show(self, opened: OpenDecision, waiting: int) -> None:
        slip = opened.undecided.slip
        title = self.tr("Slip %1").replace("%1", str(slip.number or ""))
        left = self.tr("%n slip(s) wait", "", waiting)
        left = left.replace(str(waiting), format_integer(waiting))
        self.header.set_title(title)
        self.header.set_subtitle(f"{opened.unit_name}  ·  {slip.collected_on:%d/%m/%Y}  ·  {left}")
        self._deciding = SlipDeciding(opened, self._context.language, self._clock.today())
        self._stack.setCurrentWidget(self.decisions)
        self.decisions.show_decisions(self._deciding.decisions(), self._deciding.read_typed)

    @Slot(object)
    def _on_settled(self, taken: dict[int, Taken]) -> None:
        if self._opened is None or self._deciding is None or self._is_busy:
            return
        self._is_busy = True
        undecided = self._opened.undecided
        after, decided = self._deciding.outcome(taken)
        command = partial(
            settle_slip, slip=undecided.slip.id, before=undecided.slip.content, after=after,
            decided=decided, seen=undecided.seen,
        )  # fmt: skip
        self._context.write(command, self._on_written, self._on_failed)

    def _on_written(self, _event: UUID) -> None:
        self.banner.setVisible(False)
        self._read(None)

    def _on_failed(self, error: Exception) -> None:
        self._is_busy = False
        self.banner.show_message("danger", sentence(error, self._context.language))

    @Slot()
    def _on_later(self) -> None:
        if not self._is_busy and self._opened is not None:
            self._read(self._opened.undecided.slip.id)

    @Slot()
    def _on_open(self) -> None:
        if self._opened is not None:
            self.batch_chosen.emit(self._opened.undecided.slip.batch)
