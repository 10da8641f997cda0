"""The check in hand, kept in the draft box with every key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from models.clock import Clock
from models.errors import KnownError
from models.households.progress import WorkFilter
from ui.context import PageContext
from ui.messages import sentence
from ui.register.check_draft import CheckDraft, NewPlace, Sending, keep_draft, load_draft
from ui.register.check_entry import CheckEntry
from ui.register.check_loading import OpenHousehold

_SETTLE_MS = 3000
_RETRY_MS = 2000
# Nothing was typed before; something was; something was, and the household was changed since.
Found = Literal["fresh", "resumed", "stale"]


class CheckInHand(QObject):
    """One household's check. `unkept` says why the disk takes no draft; it is tried again."""

    unkept = Signal(str)
    kept_again = Signal()

    def __init__(self, context: PageContext, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._clock = clock
        self._added: NewPlace | None = None
        self._draft: CheckDraft | None = None
        self._entry: CheckEntry | None = None
        self._was_unkept = False
        self._usual_day: date | None = None
        self._settle = self._timer(_SETTLE_MS, self._on_settled)
        self._retry = self._timer(_RETRY_MS, self.keep)

    @property
    def entry(self) -> CheckEntry:
        """What is typed."""
        assert self._entry is not None
        return self._entry

    @property
    def is_unkept(self) -> bool:
        """Say whether what is in hand is in memory alone."""
        return self._retry.isActive()

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
        if self._draft is None:
            return
        was_unkept, self._was_unkept = self._was_unkept, False
        self._retry.stop()
        try:
            if self.entry.is_untouched:
                self._context.drafts.drop(self._draft.id)
            else:
                now = self._clock.now_ms()
                made = replace(self._draft, at=now, entry=self.entry.to_draft())
                keep_draft(self._context.drafts, made)
        except KnownError as error:
            self._was_unkept = True
            self._retry.start()
            self.unkept.emit(sentence(error, self._context.language))
            return
        self._settle.start()
        if was_unkept:
            self.kept_again.emit()

    def _timer(self, wait_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait_ms)
        timer.timeout.connect(slot)
        return timer

    @Slot()
    def _on_settled(self) -> None:
        try:
            self._context.drafts.settle()
        except KnownError:
            # The drafts outlive a kill as they are; only a power cut would lose the last ones.
            return
