"""Saves checks without losing one.

A check that Enter sent off stays a draft, marked as sent, until the store has acknowledged it; a
kill in between leaves the draft, and the next start sends it again, which is recorded once only.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from models.errors import KnownError
from models.households.once import add_once, check_once
from models.store.store import Transaction
from ui.context import PageContext
from ui.messages import is_passing, sentence
from ui.register.check_draft import CheckDraft, keep_draft, load_draft, load_sent

_RETRY_MS = 2000


class CheckSaver(QObject):
    """Sends checks in the order in which Enter was pressed.

    While the disk refuses, or another program writes for long, it tries again by itself.
    """

    saved = Signal(object, object)
    refused = Signal(object, object)
    delayed = Signal(str)

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._waiting: list[CheckDraft] = []
        self._is_sending = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_RETRY_MS)
        self._timer.timeout.connect(self._send_next)

    @property
    def waiting(self) -> int:
        """Return how many checks are sent and not acknowledged."""
        return len(self._waiting)

    def send_left_over(self) -> None:
        """Save what an earlier start sent and could not finish."""
        waiting = {draft.id for draft in self._waiting}
        for draft in load_sent(self._context.drafts):
            if draft.id in waiting:
                continue
            self._waiting.append(draft)
            # A kill came before its half-typed draft was forgotten; a newer one stays.
            if load_draft(self._context.drafts, draft.household) is None:
                with suppress(KnownError):
                    self._context.drafts.drop(replace(draft, sending=None).id)
        self._send_next()

    def send(self, draft: CheckDraft) -> None:
        """Save a check; it is safe from a kill when this returns, and on the disk when `saved`.

        Where the disk takes no draft it is kept in memory alone, which `delayed` says.
        """
        self._waiting.append(draft)
        try:
            keep_draft(self._context.drafts, draft)
            self._context.drafts.drop(replace(draft, sending=None).id)
        except KnownError as error:
            self.delayed.emit(sentence(error, self._context.language))
        self._send_next()

    @Slot()
    def _send_next(self) -> None:
        if self._is_sending or not self._waiting:
            return
        self._is_sending = True
        draft = self._waiting[0]
        self._context.write(
            _command(draft), partial(self._on_saved, draft), partial(self._on_failed, draft)
        )

    def _on_saved(self, draft: CheckDraft, made: UUID) -> None:
        self._is_sending = False
        self._waiting.pop(0)
        # Where the disk refuses it is sent again at the next start, which changes nothing.
        with suppress(KnownError):
            self._context.drafts.drop(draft.id)
        self.saved.emit(draft, made)
        self._send_next()

    def _on_failed(self, draft: CheckDraft, error: Exception) -> None:
        self._is_sending = False
        if is_passing(error):
            self._timer.start()
            self.delayed.emit(sentence(error, self._context.language))
            return
        self._waiting.pop(0)
        try:
            # Half typed again, so that nothing is lost; whoever opens the household has it back,
            # unless somebody typed there meanwhile.
            self._context.drafts.drop(draft.id)
            if load_draft(self._context.drafts, draft.household) is None:
                keep_draft(self._context.drafts, replace(draft, sending=None))
        except KnownError as again:
            self.delayed.emit(sentence(again, self._context.language))
        self.refused.emit(draft, error)
        self._send_next()


def _command(draft: CheckDraft) -> Callable[[Transaction], UUID]:
    sending, added = draft.sending, draft.added
    assert sending is not None

    def save(tx: Transaction) -> UUID:
        if added is None:
            return check_once(
                tx, draft.household, outcome=sending.outcome, values=sending.values,
                note=sending.note, on=sending.on, seen=draft.seen,
            )  # fmt: skip
        values = {**sending.values, "old_unit": added.old_unit}
        values.pop("hamlet", None)
        return add_once(
            tx, added.unit, added.hamlet, values, outcome=sending.outcome, note=sending.note,
            on=sending.on,
        )  # fmt: skip

    return save
