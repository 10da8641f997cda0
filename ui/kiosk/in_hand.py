"""The vote in hand, kept as a draft with every touch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject

from models.clock import Clock
from models.ids import uuid7
from models.kiosk.votes import REPEATED, Vote
from models.questionnaires.compiled import CompiledForm
from models.surveys.records import SlipContent
from ui.context import PageContext
from ui.draft_keeper import DraftKeeper
from ui.kiosk import drafts
from ui.kiosk.drafts import KeptVote
from ui.kiosk.vote import KioskVote


@dataclass(frozen=True, slots=True)
class _Finished:
    """The last vote that was finished: when by the machine's running time, and what it said."""

    up_ms: int
    content: SlipContent
    mark: str


class VoteInHand(DraftKeeper):
    """Makes votes of touches. `up_ms` is for how long the machine has been running."""

    def __init__(
        self, context: PageContext, clock: Clock, compiled: CompiledForm,
        up_ms: Callable[[], int], repeat_s: int, parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(context, parent)
        self._clock = clock
        self._compiled = compiled
        self._up_ms = up_ms
        self._repeat_ms = repeat_s * 1000
        self._last: _Finished | None = None
        self.start()

    def start(self, mark: str = "") -> None:
        """Take an empty vote in hand; `mark` is that of the code that let somebody in."""
        self._id: UUID = uuid7(self._clock.now_ms())
        self._mark = mark
        self.vote = KioskVote(self._compiled, self._clock.today())

    def resume(self, kept: KeptVote) -> bool:
        """Take up a vote that was half given; False where the questionnaire is another by now."""
        form = self._compiled.form
        if kept.entry is None or (kept.vote.questionnaire, kept.vote.version) != (
            form.code, form.version
        ):  # fmt: skip
            return False
        self._id, self._mark = kept.vote.id, kept.vote.mark
        self.vote = KioskVote(self._compiled, self._clock.today())
        self.vote.take(kept.entry)
        return True

    def finish(self) -> Vote:
        """Return the vote as it counts, and take an empty one in hand.

        The same answers within seconds are a second touch, or a child at play: they are recorded as
        a repeat, which counts as no valid slip. Who comes with a code of their own is not one.
        """
        content, now_ms = self.vote.content(), self._up_ms()
        last, self._last = self._last, _Finished(now_ms, content, self._mark)
        is_repeat = (
            last is not None and last.content == content and last.mark == self._mark
            and now_ms - last.up_ms <= self._repeat_ms and content.is_valid
        )  # fmt: skip
        vote = self._made(content)
        if is_repeat:
            vote = self._made(SlipContent(content.answers, REPEATED, not_asked=content.not_asked,
                                          typed=content.typed))  # fmt: skip
        self.start()
        return vote

    def leave(self) -> Vote | None:
        """Return what was answered of a vote that nobody goes on with, None for nothing."""
        vote = None
        if not self.vote.is_untouched:
            vote = drafts.left(self._made(self.vote.content()))
        self.start()
        return vote

    def _made(self, content: SlipContent) -> Vote:
        form = self._compiled.form
        return Vote(
            self._id, self._context.unit, self._clock.today(), form.code, form.version, content,
            self._mark,
        )  # fmt: skip

    def _put(self) -> None:
        if self.vote.is_untouched:
            self._context.drafts.drop(self._id)
            return
        left = self._made(self.vote.content(is_left=True))
        kept = KeptVote(left, self._clock.now_ms(), self.vote.to_draft())
        drafts.keep(self._context.drafts, kept)
