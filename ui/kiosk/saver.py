"""Records votes behind the screen, as `ui.saver` does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar
from uuid import UUID

from models.kiosk.votes import record_vote
from models.store.store import Transaction
from ui.kiosk.drafts import KeptVote, forget, keep
from ui.saver import Saver


class VoteSaver(Saver[KeptVote, UUID]):
    """A vote whose code was used up by another is no draft any more."""

    useless: ClassVar[frozenset[str]] = frozenset({"kiosk.code_used"})

    def command(self, sending: KeptVote) -> Callable[[Transaction], UUID]:
        """Return the command that records a vote."""
        return partial(record_vote, vote=sending.vote)

    def put(self, sending: KeptVote) -> None:
        """Keep a vote that is on its way."""
        keep(self._context.drafts, sending)

    def drop(self, sending: KeptVote) -> None:
        """Drop a vote, and all that names its code."""
        forget(self._context.drafts, sending.vote)
