"""What a page is handed: the store's two doors, the drafts, the broadcast and who is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from models.audit.views import Views
from models.permissions import Permission, may
from ui.bus import Bus
from ui.jobs import Job, Jobs, Progress

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from models.audit.records import Happening
    from models.sentences.catalog import Language
    from models.store.drafts import DraftBox
    from models.store.store import Store, Transaction
    from ui.about.facts import Facts

T = TypeVar("T")


@dataclass(frozen=True)
class PageContext:
    """An open store as screens see it, and who is there. Callbacks come on the GUI thread.

    `role` says what is shown; what is done asks the store, whatever is shown. `machine` is the mark
    that the audit bears, `views` what of the register the account looked at, `facts` what is said
    of the program itself.
    """

    store: Store
    drafts: DraftBox
    jobs: Jobs
    bus: Bus
    account: UUID
    account_name: str
    unit: str
    language: Language
    show_error: Callable[[Exception], Any]
    role: str
    machine: str = ""
    views: Views = field(default_factory=Views)
    facts: Facts | None = None

    def may(self, permission: Permission) -> bool:
        """Say whether to show what needs a permission."""
        return may(self.role, permission)

    def demand(self, permission: Permission) -> None:
        """Raise UserError unless the account is allowed something; reads: not on the GUI thread."""
        self.store.demand(permission, actor=self.account)

    def note(self, *happenings: Happening) -> None:
        """Tell the audit what was done; writes: not on the GUI thread."""
        from models.audit.commands import note

        self.store.write(
            lambda tx: note(tx, *happenings, machine=self.machine), actor=self.account
        )

    def note_later(self, *happenings: Happening) -> Job:
        """Have the audit told, after what was asked to be written before."""

        def work(_progress: Progress) -> None:
            self.note(*happenings)

        return self.jobs.run(work, done=_go_on, failed=self.show_error, lane="write")

    def note_view(self, household: UUID) -> None:
        """Take note that a household's details were opened: very many are told to the audit."""
        many = self.views.opened(household, self.store.clock.now_ms())
        if many is not None:
            from models.audit.happenings import households_viewed

            self.note_later(households_viewed(many))

    def read(
        self, query: Callable[[Connection], T], done: Callable[[T], Any],
        failed: Callable[[Exception], Any] | None = None,
    ) -> Job:  # fmt: skip
        """Run a query beside the GUI thread."""

        def work(_progress: Progress) -> T:
            return self.store.read(query)

        return self.jobs.run(work, done=done, failed=failed or self.show_error)

    def write(
        self, command: Callable[[Transaction], T], done: Callable[[T], Any],
        failed: Callable[[Exception], Any] | None = None,
    ) -> Job:  # fmt: skip
        """Run a command beside the GUI thread, after those asked for before it."""

        def work(_progress: Progress) -> T:
            return self.store.write(command, actor=self.account)

        return self.jobs.run(work, done=done, failed=failed or self.show_error, lane="write")


def _go_on(_done: None) -> None:
    """Go on: nobody waits for it."""
