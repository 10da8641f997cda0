"""The check in hand, kept in the draft box with every key."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Literal

from PySide6.QtCore import QObject, Slot

from models.clock import Clock
from models.households.progress import WorkFilter
from ui.context import PageContext
from ui.draft_keeper import DraftKeeper
from ui.register.check_draft import CheckDraft, NewPlace, Sending, keep_draft, load_draft
from ui.register.check_entry import CheckEntry
from ui.register.check_loading import OpenHousehold

# Nothing was typed before; something was; something was, and the household was changed since.
Found = Literal["fresh", "resumed", "stale"]


class CheckInHand(DraftKeeper):
    """One household's check."""

    def __init__(self, context: PageContext, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self._clock = clock
        self._draft: CheckDraft | None = None
        self._entry: CheckEntry | None = None
        self._usual_day: date | None = None

    @property
    def entry(self) -> CheckEntry:
        """What is typed."""
        assert self._entry is not None
        return self._entry

    def open(
        self, opened: OpenHousehold, wanted: WorkFilter, added: NewPlace | None = None
    ) -> Found:
        """Take a household in hand, with what was typed of it before."""
        household = opened.household
        self._entry = CheckEntry(
            household, today=self._clock.today(), near=opened.near, is_new=added is not None,
            usual_day=self._usual_day,
        )  # fmt: skip
        self._draft = CheckDraft(
            household.id, wanted, opened.seen, self._clock.now_ms(), {}, added
        )
        found = load_draft(self._context.drafts, household.id)
        if found is None:
            return "fresh"
        self._entry.from_draft(found.entry)
        # The heads that it saw stay: what others said meanwhile is no error of theirs.
        self._draft = replace(self._draft, seen=found.seen, added=found.added)
        return "resumed" if found.seen == opened.seen else "stale"

    def stand_on(self, opened: OpenHousehold) -> None:
        """Go on from how the household stands now, which the person has been shown."""
        assert self._draft is not None
        self.entry.stand_on(opened.household, opened.near)
        self._draft = replace(self._draft, seen=opened.seen)
        self.keep()

    def sent(self) -> CheckDraft:
        """Return the check as it is to be sent; its problems must be none."""
        assert self._draft is not None
        entry = self.entry
        self._usual_day = entry.day if entry.day != self._clock.today() else None
        sending = Sending(entry.shown_outcome, entry.read().values, entry.note, entry.day)
        added = self._draft.added
        if added is not None:
            added = NewPlace(added.unit, entry.text_of("hamlet"), added.old_unit)
        return replace(
            self._draft, at=self._clock.now_ms(), entry=entry.to_draft(), added=added,
            sending=sending,
        )  # fmt: skip

    def throw_away(self) -> None:
        """Forget what was typed; the household stands as it stood."""
        self.entry.clear()
        self.keep()

    @Slot()
    def keep(self) -> None:
        """Keep what is in hand as a draft, or forget it when there is nothing of it."""
        if self._draft is not None:
            super().keep()

    def _put(self) -> None:
        assert self._draft is not None
        if self.entry.is_untouched:
            self._context.drafts.drop(self._draft.id)
        else:
            now = self._clock.now_ms()
            made = replace(self._draft, at=now, entry=self.entry.to_draft())
            keep_draft(self._context.drafts, made)
