"""Saves what is keyed a second time, as safely as what is keyed first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final
from uuid import UUID

from models.rekeying.commands import rekey_extra, rekey_slip
from models.store.drafts import DraftBox
from models.store.store import Transaction
from models.surveys.records import SlipContent
from ui.keying.saver import content_data, content_of
from ui.saver import Saver

KIND: Final = "second"


@dataclass(frozen=True, slots=True)
class SecondSending:
    """A paper that was keyed a second time; `content` None for one that is not in the bundle.

    `is_extra` says that the first keyer has no such slip, and that `slip` is an id minted for it.
    """

    draft: UUID
    batch: UUID
    slip: UUID
    content: SlipContent | None
    is_extra: bool = False


class SecondSaver(Saver[SecondSending, int]):
    """Records second keyings."""

    # Somebody else was first, or the slip is gone.
    useless: ClassVar[frozenset[str]] = frozenset({"rekeying.already_keyed", "surveys.no_slip"})

    def send_left_over(self) -> None:
        """Save what an earlier start sent and could not finish."""
        for draft, data in self._context.drafts.all(KIND):
            if data["sent"]:
                self.send(_sending_of(draft, data))

    def slips(self) -> set[UUID]:
        """Return the slips that are on their way."""
        return {sending.slip for sending in self.sent}

    def command(self, sending: SecondSending) -> Callable[[Transaction], int]:
        """Return the command that records a second keying."""

        def save(tx: Transaction) -> int:
            if sending.is_extra and sending.content is not None:
                return int(rekey_extra(tx, sending.batch, sending.slip, sending.content))
            return int(rekey_slip(tx, sending.slip, sending.content))

        return save

    def put(self, sending: SecondSending) -> None:
        """Keep a second keying as a draft that is marked as sent."""
        content = sending.content
        self._context.drafts.put(
            KIND,
            sending.draft,
            {
                "sent": True,
                "batch": str(sending.batch),
                "slip": str(sending.slip),
                "is_extra": sending.is_extra,
                "content": None if content is None else content_data(content),
            },
        )


def half_keyed(box: DraftBox, batch: UUID) -> tuple[UUID, Mapping[str, Any]] | None:
    """Return the half-keyed paper of a batch: its draft's id and data, None for none."""
    found = [
        (draft, data)
        for draft, data in box.all(KIND)
        if not data["sent"] and data["batch"] == str(batch)
    ]
    return found[-1] if found else None


def _sending_of(draft: UUID, data: Mapping[str, Any]) -> SecondSending:
    content = data["content"]
    return SecondSending(
        draft, UUID(data["batch"]), UUID(data["slip"]),
        None if content is None else content_of(content), data["is_extra"],
    )  # fmt: skip
