"""Votes as they are kept in the draft box: half given, or on their way to the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final
from uuid import UUID

from models.kiosk.votes import LEFT, Vote
from models.store.drafts import DraftBox
from models.surveys.events import content_fields
from models.surveys.records import SlipContent

KIND: Final = "vote"


@dataclass(frozen=True, slots=True)
class KeptVote:
    """A vote as it would be recorded now; `entry` is how the questions stood, None once sent.

    `touched_ms` is when it was touched last, by the calendar.
    """

    vote: Vote
    touched_ms: int
    entry: Mapping[str, Any] | None = None

    @property
    def draft(self) -> UUID:
        """The id that it is kept under."""
        return self.vote.id


def keep(box: DraftBox, kept: KeptVote) -> None:
    """Keep a vote under its id; KnownError as `DraftBox`."""
    vote = kept.vote
    data = {
        "unit": vote.unit, "day": vote.day.isoformat(), "questionnaire": vote.questionnaire,
        "version": vote.version, "content": content_fields(vote.content), "mark": vote.mark,
        "touched_ms": kept.touched_ms, "entry": dict(kept.entry) if kept.entry else None,
    }  # fmt: skip
    box.put(KIND, vote.id, data)


def forget(box: DraftBox, vote: Vote) -> None:
    """Drop a vote; of one that came by a code no byte is left that names both."""
    if vote.mark:
        box.drop_everyones(KIND, vote.mark)
    box.drop(vote.id)


def load(box: DraftBox) -> list[KeptVote]:
    """Return what an earlier start left, whoever started it, oldest first.

    A machine that was switched off leaves votes, and another account may start the kiosk next.
    There is one kiosk to a store's folder, so nobody else's is at work on them.
    """
    box.take_everyones(KIND)
    found = []
    for vote, data in box.all(KIND):
        said = data["content"]
        content = SlipContent(
            said["answers"], said["reason"], said["note"], said["dossier"],
            tuple(said["not_asked"]), tuple(said["typed"]),
        )  # fmt: skip
        made = Vote(
            vote, data["unit"], date.fromisoformat(data["day"]), data["questionnaire"],
            data["version"], content, data["mark"],
        )  # fmt: skip
        found.append(KeptVote(made, data["touched_ms"], data["entry"]))
    return found


def left(vote: Vote) -> Vote:
    """Return a vote that nobody finished: it uses up no code."""
    return replace(vote, content=replace(vote.content, reason=LEFT), mark="")
