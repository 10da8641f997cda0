"""The reason for which a slip is to be voided, kept from its first letter."""

from __future__ import annotations

from contextlib import suppress
from typing import Final, NamedTuple
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from models.errors import KnownError
from models.ids import uuid7
from ui.context import PageContext
from ui.draft_keeper import DraftKeeper
from ui.widgets.field_row import FieldRow

KIND: Final = "void"
_LONGEST: Final = 300


class ReasonField(QLineEdit):
    """Escape leads out of it; what is typed stays."""

    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Know Escape besides what a field knows."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class _Named(NamedTuple):
    """The slip the reason is typed for, and where its draft is."""

    batch: UUID
    slip: UUID
    draft: UUID


class Sent(NamedTuple):
    """The reason that a slip is being voided for, and the draft it was."""

    draft: UUID | None
    text: str


class VoidReason(DraftKeeper):
    """One reason at a time, of the batch on show, in `row`; `field` is typed in."""

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self._context = context
        self._named: _Named | None = None
        self.field = ReasonField()
        self.field.setMaxLength(_LONGEST)
        self.row = FieldRow(self.tr("Reason for voiding"), self.field)
        self.field.textEdited.connect(self._on_edited)

    def open(self, batch: UUID) -> UUID | None:
        """Bring back what was half typed in a batch; the slip it was typed for, None if nothing."""
        if self.is_unkept:
            self.keep()
        self._named = None
        self.field.clear()
        self.row.set_error(None)
        for draft, kept in self._context.drafts.all(KIND):
            if kept["batch"] == str(batch):
                self._named = _Named(batch, UUID(kept["slip"]), draft)
                self.field.setText(kept["reason"])
        return self._named.slip if self._named is not None else None

    def name(self, batch: UUID, slip: UUID) -> None:
        """Say for which slip a reason would be typed from now on; what is typed stays typed."""
        if self._named is None:
            self._named = _Named(batch, slip, uuid7(self._context.store.clock.now_ms()))
        elif self._named.slip != slip:
            self._named = self._named._replace(slip=slip)
            if self.text():
                self.keep()

    def text(self) -> str:
        """Return what is typed, without what surrounds it."""
        return self.field.text().strip()

    @Slot()
    def ask(self) -> None:
        """Say that a reason is wanted, and where."""
        self.row.set_error(self.tr("Please give the reason for voiding the slip."))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def sent(self) -> Sent:
        """Return what is sent off with the slip in hand; `forget` it once the slip is voided."""
        return Sent(self._named.draft if self._named is not None else None, self.text())

    def forget(self, sent: Sent | None = None) -> None:
        """Drop what was sent, or what is half typed; what was typed since stays."""
        draft = self._named.draft if self._named is not None else None
        if sent is not None and (sent.draft != draft or sent.text != self.text()):
            if sent.draft is not None and sent.draft != draft:
                with suppress(KnownError):
                    # Who opens its batch again finds the slip voided, and this with it gone.
                    self._context.drafts.drop(sent.draft)
            return
        self.field.clear()
        self.row.set_error(None)
        self.keep()

    @Slot()
    def _on_edited(self) -> None:
        self.row.set_error(None)
        self.keep()

    def _put(self) -> None:
        if self._named is None:
            return
        batch, slip, draft = self._named
        if self.text():
            kept = {"batch": str(batch), "slip": str(slip), "reason": self.field.text()}
            self._context.drafts.put(KIND, draft, kept)
        else:
            self._context.drafts.drop(draft)
