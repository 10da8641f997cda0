"""Half-typed and sent checks as they are kept in the draft box.

A household has one half-typed draft. A check that is sent gets a draft of its own, so that who
opens the household again meanwhile types into another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from models.households.progress import WorkFilter
from models.households.records import HamletKey
from models.ids import derived_id
from models.store.drafts import DraftBox

KIND: Final = "check"


@dataclass(frozen=True, slots=True)
class NewPlace:
    """Where a household is added that no list names."""

    unit: str
    hamlet: str
    old_unit: str | None = None


@dataclass(frozen=True, slots=True)
class Sending:
    """A check on its way: all that the command takes."""

    outcome: str
    values: Mapping[str, Any]
    note: str
    on: date


@dataclass(frozen=True, slots=True)
class CheckDraft:
    """A check begun at a household, for which the work list it came from and the heads it saw.

    `added` tells that the household is new; then `household` is only how the draft is found.
    `at` is when it was last touched, milliseconds. `sending` is None while it is half typed.
    """

    household: UUID
    wanted: WorkFilter
    seen: tuple[UUID, ...]
    at: int
    entry: Mapping[str, Any]
    added: NewPlace | None = None
    sending: Sending | None = None

    @property
    def id(self) -> UUID:
        """The id under which the box holds it."""
        if self.sending is not None:
            return derived_id("sent check", [self.household.hex, str(self.at)])
        return derived_id("check draft", [self.household.hex])

    def data(self) -> dict[str, Any]:
        """Return the draft as JSON data."""
        wanted = asdict(self.wanted)
        if self.wanted.hamlets is not None:
            wanted["hamlets"] = [list(hamlet) for hamlet in self.wanted.hamlets]
        return {
            "household": str(self.household),
            "wanted": wanted,
            "seen": [str(head) for head in self.seen],
            "at": self.at,
            "entry": dict(self.entry),
            "added": asdict(self.added) if self.added else None,
            "sending": _sending_data(self.sending) if self.sending else None,
        }


def keep_draft(box: DraftBox, draft: CheckDraft) -> None:
    """Keep a check; KnownError as `DraftBox`."""
    box.put(KIND, draft.id, draft.data())


def load_sent(box: DraftBox) -> list[CheckDraft]:
    """Return the checks that were sent and not acknowledged, the first first."""
    return [draft for draft in _load(box) if draft.sending is not None]


def load_half(box: DraftBox) -> list[CheckDraft]:
    """Return the checks that are half typed, the last touched last.

    What was just sent as it stood is none, though a kill may have left its draft.
    """
    found = _load(box)
    sent = [(draft.household, draft.entry) for draft in found if draft.sending is not None]
    return [
        draft for draft in found
        if draft.sending is None and (draft.household, draft.entry) not in sent
    ]  # fmt: skip


def load_draft(box: DraftBox, household: UUID) -> CheckDraft | None:
    """Return what is half typed of a household, None when nothing is."""
    return next((draft for draft in load_half(box) if draft.household == household), None)


def _load(box: DraftBox) -> list[CheckDraft]:
    found = [_draft(data) for _, data in box.all(KIND)]
    return sorted(found, key=lambda draft: draft.at)


def _draft(data: Mapping[str, Any]) -> CheckDraft:
    wanted = dict(data["wanted"])
    if wanted["hamlets"] is not None:
        wanted["hamlets"] = tuple(HamletKey(*hamlet) for hamlet in wanted["hamlets"])
    return CheckDraft(
        UUID(data["household"]), WorkFilter(**wanted),
        tuple(UUID(head) for head in data["seen"]), data["at"], data["entry"],
        NewPlace(**data["added"]) if data["added"] else None,
        _sending(data["sending"]) if data["sending"] else None,
    )  # fmt: skip


def _sending_data(sending: Sending) -> dict[str, Any]:
    return {
        "outcome": sending.outcome,
        "values": dict(sending.values),
        "note": sending.note,
        "on": sending.on.isoformat(),
    }


def _sending(data: Mapping[str, Any]) -> Sending:
    return Sending(data["outcome"], data["values"], data["note"], date.fromisoformat(data["on"]))
