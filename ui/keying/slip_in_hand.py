"""The slip in hand and those put aside, each kept in the draft box with every key."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from models.clock import Clock
from models.errors import KnownError
from models.ids import uuid7
from models.surveys.records import Slip, SlipContent
from ui.context import PageContext
from ui.draft_keeper import DraftKeeper
from ui.keying.drafts import KeyedDraft, draft_of, keep_draft, load_keyed
from ui.keying.entry import SlipEntry
from ui.keying.saver import KIND, Sending


class SlipInHand(DraftKeeper):
    """One slip is in hand; a correction puts what was in hand aside until it is done."""

    def __init__(self, context: PageContext, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self._clock = clock
        self._batch: UUID | None = None
        self._entry: SlipEntry | None = None
        self._aside: list[KeyedDraft] = []
        self.draft = self._new()

    @property
    def entry(self) -> SlipEntry:
        """What is keyed of the slip in hand."""
        assert self._entry is not None
        return self._entry

    @property
    def is_idle(self) -> bool:
        """Say whether nothing is in hand or aside."""
        draft = self.draft
        is_new = draft.corrects is None and draft.replaces is None
        return is_new and self.entry.is_untouched and not self._aside

    def open(self, batch: UUID, entry: SlipEntry, standing: set[UUID]) -> bool:
        """Take up what an earlier start left of a batch; False when nothing was left.

        `standing` are the last slips that stand: a draft that was to undo one of them did not.
        """
        self._batch, self._entry = batch, entry
        self.draft, self._aside = self._new(), []
        found = load_keyed(self._context.drafts, batch)
        for draft in [one for one in found if one.undoes in standing]:
            self.forget(draft.id)
            found.remove(draft)
        # A correction was on top of the slip that it interrupted.
        for draft in sorted(found, key=lambda one: one.corrects is not None):
            self.put_aside()
            self._take(draft)
        return bool(found)

    def renew(self, slip: Slip) -> None:
        """Take a voided slip in hand, to be keyed again in its place."""
        known = [draft for draft in self._aside if draft.replaces == slip.id]
        if self.draft.replaces == slip.id:
            return
        self.put_aside()
        if known:
            self._aside.remove(known[0])
            self._take(known[0])
            return
        self.draft = KeyedDraft(self._new().id, replaces=slip.id, number=slip.number)
        self.entry.load(slip.content)

    def correct(self, slip: Slip) -> None:
        """Take a recorded slip in hand; another correction in hand is left."""
        if self.draft.corrects is None:
            self.put_aside()
        else:
            self.forget(self.draft.id)
        self.draft = KeyedDraft(self._new().id, corrects=slip.id, number=slip.number)
        self.entry.load(slip.content)
        self.keep()

    def undo(self, slip: Slip) -> KeyedDraft:
        """Keep the slip that is being taken back, so that a kill in between cannot lose it."""
        assert self._batch is not None
        draft = KeyedDraft(self._new().id, undoes=slip.id)
        made = draft.data(self._batch, self.entry.draft_of(slip.content))
        self._context.drafts.put(KIND, draft.id, made)
        return draft

    def take_back(self, draft: KeyedDraft, content: SlipContent) -> None:
        """Take what was kept by `undo` in hand."""
        self.put_aside()
        self.draft = draft
        self.entry.load(content)
        self.keep()

    def take_refused(self, sending: Sending) -> None:
        """Take a slip that the store refused back: in hand when it is empty, else aside."""
        draft = KeyedDraft(
            sending.draft, sending.corrects, sending.replaces, minted=sending.minted
        )
        made = draft_of(sending.content)
        if sending.batch == self._batch:
            made = self.entry.draft_of(sending.content)
            kept = replace(draft, entry=made)
            if self.is_idle:
                self._take(kept)
                self.keep()
                return
            self._aside.append(kept)
        try:
            self._context.drafts.put(KIND, draft.id, draft.data(sending.batch, made))
        except KnownError as error:
            self._say_unkept(error)

    def put_aside(self) -> None:
        """Make room for another slip; an empty one needs none."""
        draft = self.draft
        if self.entry.is_untouched and draft.replaces is None and draft.corrects is None:
            self.forget(draft.id)
            return
        self._aside.append(replace(draft, entry=self.entry.to_draft()))

    def sending(self, batch: UUID) -> Sending:
        """Return what is in hand as it is sent off, to be recorded under an id of its own."""
        draft, minted = self.draft, None
        if draft.corrects is None:
            minted = draft.minted or uuid7(self._clock.now_ms())
        return Sending(
            draft.id, batch, self.entry.content(), draft.corrects, draft.replaces, minted
        )

    def next(self) -> None:
        """Take what was put aside last in hand again, else an empty slip."""
        self._take(self._aside.pop() if self._aside else self._new())

    def throw_away(self) -> KeyedDraft:
        """Forget what is in hand, take the next, and return what it was."""
        thrown = replace(self.draft, entry=self.entry.to_draft())
        self.forget(self.draft.id)
        self.next()
        return thrown

    def take_thrown(self, thrown: KeyedDraft) -> None:
        """Take what was thrown away in hand again."""
        self.put_aside()
        self._take(thrown)
        self.keep()

    def forget(self, draft: UUID) -> None:
        """Drop a draft; where the disk refuses it comes back at the next start."""
        try:
            self._context.drafts.drop(draft)
        except KnownError as error:
            self._say_unkept(error)

    @Slot()
    def keep(self) -> None:
        """Keep what is in hand as a draft."""
        if self._batch is not None:
            super().keep()

    def _put(self) -> None:
        assert self._batch is not None
        keep_draft(self._context.drafts, self.draft, self._batch, self.entry)

    def _new(self) -> KeyedDraft:
        return KeyedDraft(uuid7(self._clock.now_ms()))

    def _take(self, draft: KeyedDraft) -> None:
        self.draft = draft
        if draft.entry is None:
            self.entry.clear()
        else:
            self.entry.from_draft(draft.entry)
