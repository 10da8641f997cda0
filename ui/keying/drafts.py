"""Half-keyed slips as they are kept in the draft box."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from models.store.drafts import DraftBox
from models.surveys.records import SlipContent
from ui.keying.entry import SlipEntry
from ui.keying.saver import KIND, Sending, sending_of


@dataclass(frozen=True, slots=True)
class KeyedDraft:
    """A slip in hand: its own id, and what it changes or renews.

    `undoes` is the slip that was being taken back to be keyed again in this draft: while that one
    still stands, it was not taken back and the draft means nothing. `minted` is the id under which
    it was sent once and refused.
    """

    id: UUID
    corrects: UUID | None = None
    replaces: UUID | None = None
    number: int | None = None
    entry: Mapping[str, Any] | None = None
    undoes: UUID | None = None
    minted: UUID | None = None

    def data(self, batch: UUID, entry: Mapping[str, Any]) -> dict[str, Any]:
        """Return the draft as JSON data."""
        return {
            "sent": False,
            "batch": str(batch),
            "corrects": str(self.corrects) if self.corrects else None,
            "replaces": str(self.replaces) if self.replaces else None,
            "undoes": str(self.undoes) if self.undoes else None,
            "minted": str(self.minted) if self.minted else None,
            "number": self.number,
            "entry": dict(entry),
        }


def keep_draft(box: DraftBox, draft: KeyedDraft, batch: UUID, entry: SlipEntry) -> None:
    """Keep the slip in hand, or forget it when there is nothing of it; KnownError as `DraftBox`."""
    if entry.is_untouched and entry.mode == "answers" and draft.replaces is None:
        box.drop(draft.id)
    else:
        box.put(KIND, draft.id, draft.data(batch, entry.to_draft()))


def draft_of(content: SlipContent) -> dict[str, Any]:
    """Return a content as what `SlipEntry.from_draft` takes, for a form that is not at hand."""
    return {
        "answers": dict(content.answers),
        "position": 0,
        "mode": "reasons" if content.reason else "answers",
        "reason": content.reason,
        "note": content.note,
        "dossier": content.dossier or "",
    }


def load_keyed(box: DraftBox, batch: UUID) -> list[KeyedDraft]:
    """Return the half-keyed slips of a batch, oldest first."""
    return [
        KeyedDraft(
            draft, _id(data["corrects"]), _id(data["replaces"]), data["number"], data["entry"],
            _id(data.get("undoes")), _id(data.get("minted")),
        )
        for draft, data in box.all(KIND)
        if data["batch"] == str(batch) and not data["sent"]
    ]  # fmt: skip


def load_sent(box: DraftBox) -> list[Sending]:
    """Return the slips of all batches that were sent and not acknowledged, oldest first."""
    return [sending_of(draft, data) for draft, data in box.all(KIND) if data["sent"]]


def last_batch(box: DraftBox) -> UUID | None:
    """Return the batch of what was keyed last: half keyed before sent; None without drafts."""
    drafts = box.all(KIND)
    wanted = [data for _, data in drafts if not data["sent"]] or [data for _, data in drafts]
    return UUID(wanted[-1]["batch"]) if wanted else None


def _id(text: str | None) -> UUID | None:
    return UUID(text) if text else None
