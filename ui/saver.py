"""Saves what somebody has finished behind the screen, without losing one.

What was sent off stays a draft, marked as sent, until the store has acknowledged it; a kill in
between leaves the draft, and the next start sends it again under the same id, which the store takes
once only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar, Final, Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from models.errors import CodedError, KnownError
from models.store.store import Transaction
from ui.context import PageContext
from ui.messages import is_passing, sentence

_RETRY_MS: Final = 2000


class Finished(Protocol):
    """What is sent off."""

    @property
    def draft(self) -> UUID:
        """The draft that it is kept under till it is stored."""


S = TypeVar("S", bound=Finished)
R = TypeVar("R")


class Saver(QObject, Generic[S, R]):
    """Sends to the store in the order in which things were finished.

    While the disk refuses, or another program writes for long, it tries again by itself. `saved`
    brings what was sent and what its command returned, `refused` what the store does not take and
    the error, `delayed` the sentence of what it waits for. Which command stores one, and what is
    kept of it, says the class that is made of this.
    """

    # Errors after which what was sent is of no use any more; else it stays a draft.
    useless: ClassVar[frozenset[str]] = frozenset()

    saved = Signal(object, object)
    refused = Signal(object, object)
    delayed = Signal(str)

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._waiting: list[S] = []
        self._unkept: list[S] = []
        self._done: list[S] = []
        self._is_sending = False
        self._is_delayed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_RETRY_MS)
        self._timer.timeout.connect(self._send_next)

    @property
    def sent(self) -> Sequence[S]:
        """What is sent and not acknowledged, in its order."""
        return tuple(self._waiting)

    @property
    def waiting(self) -> int:
        """Return how many are sent and not acknowledged."""
        return len(self._waiting)

    @property
    def is_delayed(self) -> bool:
        """Say whether the last try failed, so that nobody knows how long it takes."""
        return self._is_delayed

    def send(self, sending: S) -> None:
        """Save one; it is safe from a kill when this returns, and on the disk when `saved`.

        Where the disk takes no draft it is kept in memory alone, which `delayed` says.
        """
        if any(other.draft == sending.draft for other in self._waiting):
            return
        self._waiting.append(sending)
        self._unkept.append(sending)
        self._send_next()

    def command(self, sending: S) -> Callable[[Transaction], R]:
        """Return the command that stores one."""
        raise NotImplementedError

    def put(self, sending: S) -> None:
        """Keep one as a draft that is marked as sent; KnownError as `DraftBox`."""
        raise NotImplementedError

    def drop(self, sending: S) -> None:
        """Drop the draft of one that is stored; KnownError as `DraftBox`."""
        self._context.drafts.drop(sending.draft)

    @Slot()
    def _send_next(self) -> None:
        self._keep()
        if self._is_sending or not self._waiting:
            return
        self._is_sending = True
        sending = self._waiting[0]
        self._context.write(
            self.command(sending), partial(self._on_saved, sending),
            partial(self._on_failed, sending),
        )  # fmt: skip

    def _on_saved(self, sending: S, result: R) -> None:
        self._is_sending = self._is_delayed = False
        self._waiting.pop(0)
        self._forget(sending)
        self.saved.emit(sending, result)
        self._send_next()

    def _on_failed(self, sending: S, error: Exception) -> None:
        self._is_sending = False
        if is_passing(error):
            self._delay(error)
            return
        self._waiting.pop(0)
        if isinstance(error, CodedError) and error.code in self.useless:
            self._forget(sending)
        self.refused.emit(sending, error)
        self._send_next()

    def _keep(self) -> None:
        """Keep what is on its way as drafts, before anything else is tried."""
        try:
            while self._unkept:
                if self._unkept[0] in self._waiting:
                    self.put(self._unkept[0])
                self._unkept.pop(0)
        except KnownError as error:
            self._delay(error)

    def _delay(self, error: Exception) -> None:
        self._is_delayed = True
        self._timer.start()
        self.delayed.emit(sentence(error, self._context.language))

    def _forget(self, sending: S) -> None:
        """Drop what is stored, the oldest first; a full disk may refuse, then with the next."""
        self._done.append(sending)
        try:
            while self._done:
                self.drop(self._done[0])
                self._done.pop(0)
        except KnownError:
            # Sent again at the next start, it changes nothing: the store knows its id.
            return
