"""The paper in hand while a batch is keyed a second time, kept as a draft with every key."""

from __future__ import annotations

from collections import deque
from uuid import UUID

from PySide6.QtCore import QObject

from models.clock import Clock
from models.errors import KnownError
from models.ids import uuid7
from models.rekeying.records import DrawnBatch, DrawnSlip
from ui.context import PageContext
from ui.draft_keeper import DraftKeeper
from ui.keying.entry import SlipEntry
from ui.keying.second_saver import KIND, SecondSending, half_keyed


class SecondInHand(DraftKeeper):
    """The drawn slips in the paper's order, and behind them what is left over."""

    def __init__(self, context: PageContext, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self._clock = clock
        self._entry: SlipEntry | None = None
        self._batch: UUID | None = None
        self._left: deque[DrawnSlip] = deque()
        self._sent: set[UUID] = set()
        self._extra: UUID | None = None
        self._draft = self._minted()

    @property
    def entry(self) -> SlipEntry:
        """What is keyed of the paper in hand."""
        assert self._entry is not None
        return self._entry

    @property
    def is_open(self) -> bool:
        """Say whether there is a paper in hand."""
        return bool(self._left) or self._extra is not None

    @property
    def number(self) -> int | None:
        """The place of the paper in hand among the slips, None for one that is left over."""
        return self._left[0].number if self._extra is None and self._left else None

    @property
    def left(self) -> int:
        """How many drawn slips are left."""
        return len(self._left)

    def open(self, drawn: DrawnBatch, entry: SlipEntry, sent: set[UUID]) -> bool:
        """Take a batch in hand, but for what is on its way; say whether a draft came back."""
        self._batch, self._entry, self._extra = drawn.id, entry, None
        self._sent = set(sent)
        self._left = deque(one for one in drawn.left if one.slip not in sent)
        self._draft = self._minted()
        found = half_keyed(self._context.drafts, drawn.id)
        if found is None:
            return False
        draft, data = found
        slip = UUID(data["slip"])
        if data["is_extra"]:
            self._extra = slip
        elif any(one.slip == slip for one in self._left):
            while self._left[0].slip != slip:
                self._left.rotate(-1)
        else:
            self._forget(draft)
            return False
        self._draft = draft
        entry.from_draft(data["entry"])
        return True

    def follow(self, drawn: DrawnBatch) -> int | None:
        """Go on without what others keyed meanwhile, and with what was drawn since.

        Return the number of the paper in hand where somebody else was first and something was
        keyed of it, None else.
        """
        if drawn.id != self._batch:
            return None
        before = self._left[0] if self._left else None
        known = {one.slip for one in self._left}
        left = {one.slip for one in drawn.left}
        self._left = deque(one for one in self._left if one.slip in left)
        self._left.extend(
            one for one in drawn.left if one.slip not in known and one.slip not in self._sent
        )
        if before is None or before.slip in left or self._extra is not None:
            return None
        was_begun = not self.entry.is_untouched
        self._forget(self._draft)
        self._draft = self._minted()
        self.entry.clear()
        return before.number if was_begun else None

    def take_extra(self) -> None:
        """Take a paper in hand that is left over."""
        self._extra = self._minted()
        self._draft = self._minted()
        self.entry.clear()

    def sending(self, *, is_missing: bool = False) -> SecondSending:
        """Return what is in hand as it is sent off, and take the next in hand."""
        assert self._batch is not None
        content = None if is_missing else self.entry.content()
        if self._extra is not None:
            made = SecondSending(self._draft, self._batch, self._extra, content, is_extra=True)
            self._extra = None
        else:
            made = SecondSending(self._draft, self._batch, self._left.popleft().slip, content)
            self._sent.add(made.slip)
        self._draft = self._minted()
        self.entry.clear()
        return made

    def throw_away(self) -> None:
        """Empty what is in hand; a paper that is left over is put back."""
        self._forget(self._draft)
        self._extra = None
        self.entry.clear()

    def _put(self) -> None:
        if self._batch is None or not self.is_open:
            return
        if self.entry.is_untouched and self.entry.mode == "answers":
            self._context.drafts.drop(self._draft)
            return
        slip = self._extra or self._left[0].slip
        self._context.drafts.put(
            KIND,
            self._draft,
            {
                "sent": False,
                "batch": str(self._batch),
                "slip": str(slip),
                "is_extra": self._extra is not None,
                "entry": self.entry.to_draft(),
            },
        )

    def _forget(self, draft: UUID) -> None:
        try:
            self._context.drafts.drop(draft)
        except KnownError as error:
            self._say_unkept(error)

    def _minted(self) -> UUID:
        return uuid7(self._clock.now_ms())
