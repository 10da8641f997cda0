"""Records votes behind the screen without losing one: each stays a draft until it is stored."""

from __future__ import annotations

from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from models.errors import KnownError
from models.kiosk.votes import Vote, record_vote
from ui.context import PageContext
from ui.kiosk.drafts import KeptVote, forget, keep
from ui.messages import is_passing

_RETRY_MS: Final = 2000


class VoteSaver(QObject):
    """Sends votes to the store in their order, again and again while the disk refuses.

    `refused` brings a vote that the store does not take, and why; it is no draft any more where
    its code was used up by another, and stays one else.
    """

    saved = Signal(object)
    refused = Signal(object, object)

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._waiting: list[Vote] = []
        self._unkept: list[KeptVote] = []
        self._gone: list[Vote] = []
        self._is_sending = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_RETRY_MS)
        self._timer.timeout.connect(self._send_next)

    @property
    def waiting(self) -> int:
        """Return how many votes are not stored yet."""
        return len(self._waiting)

    def send(self, vote: Vote, now_ms: int) -> None:
        """Record a vote; it is safe from a kill when this returns, and on the disk when `saved`."""
        self._waiting.append(vote)
        self._unkept.append(KeptVote(vote, now_ms))
        self._send_next()

    @Slot()
    def _send_next(self) -> None:
        self._keep()
        if self._is_sending or not self._waiting:
            return
        self._is_sending = True
        vote = self._waiting[0]
        self._context.write(
            partial(record_vote, vote=vote), partial(self._on_saved, vote),
            partial(self._on_failed, vote),
        )  # fmt: skip

    def _on_saved(self, vote: Vote, _batch: UUID) -> None:
        self._is_sending = False
        self._waiting.pop(0)
        self._forget(vote)
        self.saved.emit(vote)
        self._send_next()

    def _on_failed(self, vote: Vote, error: Exception) -> None:
        self._is_sending = False
        if is_passing(error):
            self._timer.start()
            return
        self._waiting.pop(0)
        if getattr(error, "code", "") == "kiosk.code_used":
            self._forget(vote)
        self.refused.emit(vote, error)
        self._send_next()

    def _keep(self) -> None:
        """Keep what is on its way as drafts, before anything else is tried."""
        try:
            while self._unkept:
                if self._unkept[0].vote in self._waiting:
                    keep(self._context.drafts, self._unkept[0])
                self._unkept.pop(0)
        except KnownError:
            self._timer.start()

    def _forget(self, vote: Vote) -> None:
        self._gone.append(vote)
        try:
            while self._gone:
                forget(self._context.drafts, self._gone[0])
                self._gone.pop(0)
        except KnownError:
            # Sent again at the next start, it changes nothing: the store knows its id.
            return
