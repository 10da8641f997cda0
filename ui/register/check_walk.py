"""Goes from household to household; keys that come meanwhile wait for the one that is fetched."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from models.clock import Clock
from models.households.progress import WorkFilter
from models.households.records import HamletKey, Household
from models.ids import uuid7
from models.store.changes import Changes
from ui.context import PageContext
from ui.keying.key_hold import KeyHold
from ui.register.check_draft import NewPlace, load_half
from ui.register.check_loading import OpenHousehold, read_new, read_next, read_open

if TYPE_CHECKING:
    from sqlalchemy import Connection

Query = Callable[["Connection"], OpenHousehold | None]


class CheckWalk(QObject):
    """Holds the household on show and its work list.

    `came` when a household is there, `finished` when the list has none unchecked, `failed` when it
    could not be read, `changed_elsewhere` when the one on show stands otherwise now.
    """

    came = Signal()
    finished = Signal()
    failed = Signal(object)
    changed_elsewhere = Signal(object)

    def __init__(self, context: PageContext, clock: Clock, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._clock = clock
        self.keys = KeyHold(page)
        self.wanted = WorkFilter()
        self.opened: OpenHousehold | None = None
        self.added: NewPlace | None = None
        context.bus.changed.connect(self._on_bus)

    def open(self, household: UUID, wanted: WorkFilter) -> None:
        """Fetch a household."""
        self.wanted = wanted
        self._fetch(partial(read_open, household=household, wanted=wanted, language=self._language))

    def open_new(self, hamlet: HamletKey, wanted: WorkFilter) -> None:
        """Fetch an empty form for a household of a hamlet that no list names."""
        self._fetch_new(
            uuid7(self._clock.now_ms()),
            NewPlace(hamlet.unit, hamlet.hamlet, hamlet.old_unit or None), wanted,
        )  # fmt: skip

    def resume(self) -> bool:
        """Fetch what was half typed last; False when there is nothing."""
        half = load_half(self._context.drafts)
        if not half:
            return False
        draft = half[-1]
        if draft.added is None:
            self.open(draft.household, draft.wanted)
        else:
            self._fetch_new(draft.household, draft.added, draft.wanted)
        return True

    def next(self) -> None:
        """Fetch the next unchecked household, or tell that there is none."""
        here = self.opened.household.id if self.opened and self.added is None else None
        self._fetch(
            partial(read_next, household=here, wanted=self.wanted, language=self._language)
        )

    def after(self) -> None:
        """Fetch the household after this one in the list, if there is one."""
        if self.opened is not None and self.opened.after is not None:
            self.open(self.opened.after, self.wanted)

    def before(self) -> None:
        """Fetch the household before this one in the list, if there is one."""
        if self.opened is not None and self.opened.before is not None:
            self.open(self.opened.before, self.wanted)

    def look_again(self) -> None:
        """Read the household on show again; `changed_elsewhere` if it stands otherwise."""
        if self.opened is not None and self.added is None:
            query = partial(
                read_open, household=self.opened.household.id, wanted=self.wanted,
                language=self._language,
            )  # fmt: skip
            self._context.read(query, self._on_looked)

    @property
    def _language(self) -> str:
        return self._context.language

    def _fetch_new(self, draft: UUID, place: NewPlace, wanted: WorkFilter) -> None:
        self.wanted = wanted
        blank = Household(draft, place.unit, place.hamlet, old_unit=place.old_unit)
        query = partial(read_new, household=blank, wanted=wanted, language=self._language)
        self._fetch(query, place)

    def _fetch(self, query: Query, added: NewPlace | None = None) -> None:
        self.keys.hold()
        self._context.read(query, partial(self._on_fetched, added), self._on_failed)

    def _on_fetched(self, added: NewPlace | None, opened: OpenHousehold | None) -> None:
        self.opened, self.added = opened, added
        if opened is None:
            self.finished.emit()
        else:
            if added is None:
                self._context.note_view(opened.household.id)
            self.came.emit()
        self.keys.release()

    def _on_failed(self, error: Exception) -> None:
        self.keys.drop()
        self.failed.emit(error)

    def _on_looked(self, found: OpenHousehold) -> None:
        opened = self.opened
        is_here = opened is not None and opened.household.id == found.household.id
        if is_here and opened is not None and opened.seen != found.seen:
            self.changed_elsewhere.emit(found)

    @Slot(object)
    def _on_bus(self, changes: Changes) -> None:
        if self.opened is not None and changes.touches("household."):
            household = self.opened.household.id
            if changes.is_elsewhere or household in changes.entities:
                self.look_again()
