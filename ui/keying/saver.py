"""Saves slips behind the clerk's back without losing one.

A slip that Enter sent off stays a draft, marked as sent, until the store has acknowledged it; a
kill in between leaves the draft, and the next start sends it again under the same id, which the
store takes once only. That id is minted when it is sent and not when it is begun: two machines of
which one is a copy of the other may both go on with one half-keyed draft, and make two slips of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from models.errors import KnownError
from models.rekeying.commands import record_and_draw
from models.store.store import Transaction
from models.surveys.commands import correct_slip
from models.surveys.records import SlipContent
from ui.context import PageContext
from ui.messages import is_passing, sentence

KIND: Final = "slip"
_RETRY_MS: Final = 2000


@dataclass(frozen=True, slots=True)
class Sending:
    """A slip on its way. `corrects` is the slip it changes, `replaces` the voided one it renews.

    `minted` is the id for a new slip; drafts of before have none and lend it theirs.
    """

    draft: UUID
    batch: UUID
    content: SlipContent
    corrects: UUID | None = None
    replaces: UUID | None = None
    minted: UUID | None = None

    @property
    def slip(self) -> UUID:
        """Return the slip that is recorded or changed."""
        return self.corrects or self.minted or self.draft


class OnItsWay(Protocol):
    """What is sent off: the draft that it is kept under, and the slip that it is of."""

    @property
    def draft(self) -> UUID:
        """The draft that it is kept under till it is stored."""

    @property
    def slip(self) -> UUID:
        """The slip that is recorded or changed."""


S = TypeVar("S", bound=OnItsWay)


class Saver(QObject, Generic[S]):
    """Sends slips to the store in the order in which they were keyed.

    While the disk refuses, or another program writes for long, it tries again by itself. What they
    are drafts of, and which command stores one, says the class that is made of this.
    """

    saved = Signal(object, int)
    refused = Signal(object, str)
    delayed = Signal(str)

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._waiting: list[S] = []
        self._is_sending = False
        self._is_delayed = False
        self._unkept: list[S] = []
        self._done: list[UUID] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_RETRY_MS)
        self._timer.timeout.connect(self._send_next)

    @property
    def waiting(self) -> int:
        """Return how many slips are sent but not acknowledged."""
        return len(self._waiting)

    @property
    def is_delayed(self) -> bool:
        """Say whether the last try failed, so that nobody knows how long it takes."""
        return self._is_delayed

    def send(self, sending: S) -> None:
        """Save a slip; it is safe from a kill when this returns, and on the disk when `saved`.

        Where the disk takes no draft it is kept in memory alone, which `delayed` says.
        """
        if any(other.draft == sending.draft for other in self._waiting):
            return
        self._waiting.append(sending)
        self._unkept.append(sending)
        self._send_next()

    @Slot()
    def _send_next(self) -> None:
        self._keep()
        if self._is_sending or not self._waiting:
            return
        self._is_sending = True
        sending = self._waiting[0]
        self._context.write(
            self._command(sending), partial(self._on_saved, sending),
            partial(self._on_failed, sending),
        )  # fmt: skip

    def _on_saved(self, sending: S, number: int) -> None:
        self._is_sending = self._is_delayed = False
        self._waiting.pop(0)
        self._forget(sending.draft)
        self.saved.emit(sending.slip, number)
        self._send_next()

    def _on_failed(self, sending: S, error: Exception) -> None:
        self._is_sending = False
        said = sentence(error, self._context.language)
        if is_passing(error):
            self._delay(error)
            return
        # It stays a draft, so that nothing keyed is lost; the page takes it up again.
        self._waiting.pop(0)
        self.refused.emit(sending, said)
        self._send_next()

    def _command(self, sending: S) -> Callable[[Transaction], int]:
        """Return the command that stores a slip."""
        raise NotImplementedError

    def _put(self, sending: S) -> None:
        """Keep a slip that is on its way as a draft; KnownError as `DraftBox`."""
        raise NotImplementedError

    def _keep(self) -> None:
        """Keep what is on its way as drafts, before anything else is tried."""
        try:
            while self._unkept:
                sending = self._unkept[0]
                if sending in self._waiting:
                    self._put(sending)
                self._unkept.pop(0)
        except KnownError as error:
            self._delay(error)

    def _delay(self, error: Exception) -> None:
        self._is_delayed = True
        self._timer.start()
        self.delayed.emit(sentence(error, self._context.language))

    def _forget(self, draft: UUID) -> None:
        """Drop what is stored, the oldest first; a full disk may refuse, then with the next."""
        self._done.append(draft)
        try:
            while self._done:
                self._context.drafts.drop(self._done[0])
                self._done.pop(0)
        except KnownError:
            # Sent again at the next start, it changes nothing: the store knows its id.
            return


class SlipSaver(Saver[Sending]):
    """Records new slips and corrections."""

    def new_slips(self, batch: UUID) -> int:
        """Return how many slips on their way add to a batch."""
        return sum(
            sending.batch == batch and sending.corrects is None and sending.replaces is None
            for sending in self._waiting
        )

    def _command(self, sending: Sending) -> Callable[[Transaction], int]:
        def save(tx: Transaction) -> int:
            if sending.corrects is not None:
                correct_slip(tx, sending.corrects, sending.content)
                return 0
            return record_and_draw(
                tx, sending.batch, sending.slip, sending.content, replaces=sending.replaces
            )

        return save

    def _put(self, sending: Sending) -> None:
        self._context.drafts.put(KIND, sending.draft, sending_draft(sending))


def sending_draft(sending: Sending) -> dict[str, Any]:
    """Return a slip on its way as a draft's JSON data."""
    content = sending.content
    return {
        "sent": True,
        "batch": str(sending.batch),
        "corrects": str(sending.corrects) if sending.corrects else None,
        "replaces": str(sending.replaces) if sending.replaces else None,
        "minted": str(sending.minted) if sending.minted else None,
        "content": content_data(content),
    }


def content_data(content: SlipContent) -> dict[str, Any]:
    """Return a content as a draft's JSON data."""
    return {
        "answers": dict(content.answers),
        "reason": content.reason,
        "note": content.note,
        "dossier": content.dossier,
        "not_asked": list(content.not_asked),
        "typed": list(content.typed),
    }


def content_of(data: Mapping[str, Any]) -> SlipContent:
    """Return the content that `content_data` kept."""
    return SlipContent(
        data["answers"], data["reason"], data["note"], data["dossier"], tuple(data["not_asked"]),
        tuple(data.get("typed", ())),
    )  # fmt: skip


def sending_of(draft: UUID, data: Mapping[str, Any]) -> Sending:
    """Return the slip that `sending_draft` kept."""
    return Sending(
        draft,
        UUID(data["batch"]),
        content_of(data["content"]),
        UUID(data["corrects"]) if data["corrects"] else None,
        UUID(data["replaces"]) if data["replaces"] else None,
        UUID(data["minted"]) if data.get("minted") else None,
    )  # fmt: skip
