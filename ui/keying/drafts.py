"""Half-keyed slips as they are kept in the draft box."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from models.store.drafts import DraftBox
from ui.keying.entry import SlipEntry
from ui.keying.saver import KIND, Sending, sending_of


@dataclass(frozen=True, slots=True)
class KeyedDraft:
    """A slip in hand: the id it will be recorded under, and what it changes or renews."""

    id: UUID
    corrects: UUID | None = None
    replaces: UUID | None = None
    number: int | None = None
    entry: Mapping[str, Any] | None = None

    def data(self, batch: UUID, entry: Mapping[str, Any]) -> dict[str, Any]:
        """Return the draft as JSON data."""
        return {
            "sent": False,
            "batch": str(batch),
            "corrects": str(self.corrects) if self.corrects else None,
            "replaces": str(self.replaces) if self.replaces else None,
            "number": self.number,
            "entry": dict(entry),
        }


@dataclass(frozen=True, slots=True)
class FoundDrafts:
    """What an earlier start left of a batch: slips that were sent, and slips half keyed."""

    sent: tuple[Sending, ...]
    keyed: tuple[KeyedDraft, ...]


def store_draft(box: DraftBox, draft: KeyedDraft, batch: UUID, entry: SlipEntry) -> None:
    """Keep the slip in hand, or forget it when there is nothing of it."""
    if entry.is_untouched and entry.mode == "answers" and draft.replaces is None:
        box.drop(draft.id)
    else:
        box.put(KIND, draft.id, draft.data(batch, entry.to_draft()))


def load_drafts(box: DraftBox, batch: UUID) -> FoundDrafts:
    """Return the drafts of a batch, oldest first."""
    sent: list[Sending] = []
    keyed: list[KeyedDraft] = []
    for draft, data in box.all(KIND):
        if data["batch"] != str(batch):
            continue
        if data["sent"]:
            sent.append(sending_of(draft, data))
            continue
        corrects, replaces = data["corrects"], data["replaces"]
        keyed.append(
            KeyedDraft(
                draft, UUID(corrects) if corrects else None, UUID(replaces) if replaces else None,
                data["number"], data["entry"],
            )
        )  # fmt: skip
    return FoundDrafts(tuple(sent), tuple(keyed))


def batches_with_drafts(box: DraftBox) -> set[UUID]:
    """Return the batches that have something half keyed or not acknowledged."""
    return {UUID(data["batch"]) for _, data in box.all(KIND)}
