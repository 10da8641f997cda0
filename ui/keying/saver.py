"""Saves slips behind the clerk's back, as `ui.saver` does.

The id of a slip is minted when it is sent and not when it is begun: two machines of
which one is a copy of the other may both go on with one half-keyed draft, and make two slips of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from models.rekeying.commands import record_and_draw
from models.store.store import Transaction
from models.surveys.commands import correct_slip
from models.surveys.records import SlipContent
from ui.saver import Saver

KIND: Final = "slip"


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


class SlipSaver(Saver[Sending, int]):
    """Records new slips and corrections."""

    def new_slips(self, batch: UUID) -> int:
        """Return how many slips on their way add to a batch."""
        return sum(
            sending.batch == batch and sending.corrects is None and sending.replaces is None
            for sending in self.sent
        )

    def command(self, sending: Sending) -> Callable[[Transaction], int]:
        """Return the command that records or corrects a slip."""

        def save(tx: Transaction) -> int:
            if sending.corrects is not None:
                correct_slip(tx, sending.corrects, sending.content)
                return 0
            return record_and_draw(
                tx, sending.batch, sending.slip, sending.content, replaces=sending.replaces
            )

        return save

    def put(self, sending: Sending) -> None:
        """Keep a slip as a draft that is marked as sent."""
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
