"""What a page is handed: the store's two doors, the drafts, the broadcast and who is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from models.permissions import Permission, may
from ui.bus import Bus
from ui.jobs import Job, Jobs, Progress

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from models.sentences.catalog import Language
    from models.store.drafts import DraftBox
    from models.store.store import Store, Transaction

T = TypeVar("T")


@dataclass(frozen=True)
class PageContext:
    """An open store as screens see it, and who is there. Callbacks come on the GUI thread.

    `role` says what is shown; what is done asks the store, whatever is shown.
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

    def may(self, permission: Permission) -> bool:
        """Say whether to show what needs a permission."""
        return may(self.role, permission)

    def demand(self, permission: Permission) -> None:
        """Raise UserError unless the account is allowed something; reads: not on the GUI thread."""
        self.store.demand(permission, actor=self.account)

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
