"""A small form within a card: Enter goes on, Esc leaves, what is refused stands at its field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.errors import CodedError
from models.sentences.catalog import Language
from ui.messages import sentence
from ui.theme.sizes import Space
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.field_row import FieldRow
from ui.widgets.text import Heading


class AccountForm(QWidget):
    """Fields go into `body`; `submitted` once they may be handed on, `cancelled` on Esc."""

    submitted = Signal()
    cancelled = Signal()

    def __init__(
        self, title: str, verb: str, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._language: Language = language
        self._places: list[tuple[str, Callable[[str], Any]]] = []
        self._is_busy = False
        self._go_on = PrimaryButton(verb, hint="⏎")
        self._go_on.clicked.connect(self.submit)
        self._cancel = SecondaryButton(self.tr("Cancel"), hint="Esc")
        self._cancel.clicked.connect(self._on_cancelled)
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.M)
        buttons = QHBoxLayout()
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        buttons.addWidget(self._go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(Heading(title, "strong"))
        column.addLayout(self.body)
        column.addLayout(buttons)
        self.setAccessibleName(title)

    def start(self) -> None:
        """Put the cursor into the first field."""
        raise NotImplementedError

    def is_complete(self) -> bool:
        """Say whether all may be handed on; what is wrong is said beside its field."""
        raise NotImplementedError

    def open_after(self, before: QWidget) -> None:
        """Show the form, which has its parent, and have Tab lead into it from `before`."""
        self.setVisible(True)
        buttons = [self._cancel, self._go_on]
        stops: list[QWidget] = []
        widget = self.nextInFocusChain()
        while widget is not None and self.isAncestorOf(widget):
            is_stop = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if is_stop and widget not in buttons:
                stops.append(widget)
            widget = widget.nextInFocusChain()
        for stop in [*stops, *buttons]:
            QWidget.setTabOrder(before, stop)
            before = stop
        self.start()

    def place(self, code: str, tell: Callable[[str], Any]) -> None:
        """Have errors whose code begins so told there."""
        self._places.append((code, tell))

    def refuse(self, error: Exception) -> bool:
        """Tell an error beside its field, and say whether it has one."""
        self._set_busy(is_busy=False)
        code = error.code if isinstance(error, CodedError) else ""
        for beginning, tell in self._places:
            if code.startswith(beginning):
                tell(sentence(error, self._language))
                return True
        return False

    @Slot()
    def submit(self) -> None:
        """Hand on what was typed, once, if it is complete."""
        if not self._is_busy and self.is_complete():
            self._set_busy(is_busy=True)
            self.submitted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_cancelled()
        else:
            super().keyPressEvent(event)

    def _set_busy(self, *, is_busy: bool) -> None:
        self._is_busy = is_busy
        self._go_on.setEnabled(not is_busy)
        self._cancel.setEnabled(not is_busy)

    @Slot()
    def _on_cancelled(self) -> None:
        if not self._is_busy:
            self.cancelled.emit()


def tell_beside(row: FieldRow, field: QLineEdit) -> Callable[[str], None]:
    """Return what shows a sentence at a field and goes there."""

    def tell(said: str) -> None:
        row.set_error(said)
        field.selectAll()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    return tell
