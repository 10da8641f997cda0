"""An account at work: its drafts, the pages of the window, the hub and what others write."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.automatic_backups import AutomaticBackups
from desktop.people import SessionPeople
from desktop.safekeeping import SessionSafekeeping
from desktop.store_safety import StoreSafety
from desktop.store_watch import StoreWatch
from desktop.version import VERSION
from models.accounts.queries import role_of
from models.audit.happenings import backed_up, locked, signed_out
from models.clock import Clock
from models.errors import KnownError
from models.sentences.catalog import Language, say
from models.store.changes import Changes
from models.store.drafts import DraftBox
from models.store.schema import HEAD
from ui.about.facts import Facts
from ui.bus import Bus
from ui.context import PageContext
from ui.hub_rounds import HubRounds
from ui.jobs import Progress

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.backup_log import Outcome
    from desktop.jobs import ThreadJobs
    from desktop.session import Session
    from ui.main_window import MainWindow


class Work(QObject):
    """From signing in until somebody else does; `role_changed` asks for other pages.

    `damaged` says that the store was found damaged: nothing can be done but to repair it.
    """

    role_changed = Signal(str)
    damaged = Signal()

    def __init__(
        self, session: Session, drafts: DraftBox, window: MainWindow, clock: Clock,
        language: Language, parent: QObject | None = None, *, backs_up: bool,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.session = session
        self.drafts = drafts
        self._window = window
        self._clock = clock
        self._language: Language = language
        self._bus = Bus(self)
        session.store.on_change(self._bus.announce)
        self._bus.changed.connect(self._on_changed)
        self.backups: AutomaticBackups | None = None
        # A server's data is backed up there, and sample data can be made anew.
        is_sample = session.paths.sample_mark.exists()
        if backs_up and not session.store.is_shared and not is_sample:
            self.backups = AutomaticBackups(session, clock, self)
            self.backups.ended.connect(self._on_backed_up)
            self.backups.start()
        self.safety: StoreSafety | None = None
        if backs_up and not session.store.is_shared:
            self.safety = StoreSafety(session, clock, window.show_problem, language, self)
            self.safety.damaged.connect(self.damaged)
            self.safety.start()

    def show_pages(self, jobs: ThreadJobs) -> None:
        """Show the pages of the account's role, and go on with what goes on by itself."""
        session = self.session
        self._context = PageContext(
            store=session.store, drafts=self.drafts, jobs=jobs, bus=self._bus,
            account=session.account, account_name=session.account_name, unit=session.unit,
            language=self._language, show_error=self._window.show_error, role=session.role,
            machine=session.machine, facts=Facts(VERSION, HEAD, session.paths.log),
        )  # fmt: skip
        self.rounds = HubRounds(self._context, self._clock, self)
        self._watch = StoreWatch(session.store, self._bus, jobs, self)
        people = SessionPeople(session)
        keeping = SessionSafekeeping(session, self.backups) if self.backups is not None else None
        self._window.start_work(self._context, self._clock, self.rounds, people, keeping)
        self.rounds.start()
        self._watch.start()

    def note_sign_in(self, *, is_return: bool = False) -> None:
        """Tell the audit who came in, or came back, after what is shown first."""

        def work(_progress: Progress) -> None:
            from desktop.audit import note_return, note_sign_in

            (note_return if is_return else note_sign_in)(self.session)

        self._context.jobs.run(work, done=_go_on, failed=self._window.show_error, lane="write")

    def note_lock(self, *, is_idle: bool) -> None:
        """Tell the audit that the screen was covered."""
        self._context.note_later(locked(is_idle=is_idle))

    def note_sign_out(self, *, is_handing_over: bool) -> None:
        """Tell the audit that the account leaves, after what was written before; then `stop`."""
        self._context.note_later(signed_out(is_handing_over=is_handing_over))

    def stop(self) -> None:
        """Begin nothing more; what is being written is left to the jobs."""
        if (page := self._window.page) is not None:
            # What a page notes when it is left can still be written now.
            page.hide()
        for part in (self._watch, self.rounds):
            part.stop()
            part.deleteLater()

    def close(self) -> None:
        """Close drafts and store, once nothing uses them any more."""
        if self.safety is not None:
            self.safety.stop()
        self.drafts.close()
        if self.backups is not None:
            self.backups.stop()
        self.session.store.close()

    @Slot(object)
    def _on_backed_up(self, outcomes: dict[str, Outcome]) -> None:
        made = [outcome.made_ms for outcome in outcomes.values() if outcome.is_good]
        if made:
            self._context.note_later(backed_up(max(made)))
        for outcome in outcomes.values():
            if not outcome.is_good:
                params = outcome.params or {}
                self._window.show_problem(say(outcome.code, self._language, **params))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        """Notice that an administrator gave this account another role, or took it away."""
        if changes.is_elsewhere or changes.touches("account."):
            query = partial(role_of, account=self.session.account)
            self._context.read(query, self._on_role)

    def _on_role(self, role: str) -> None:
        if role != self.session.role:
            self.role_changed.emit(role)


def open_drafts(path: Path, key: bytes, owner: UUID) -> DraftBox:
    """Open what is half typed; a damaged file is set aside, so that nobody is locked out by it."""
    try:
        return DraftBox(path, key, owner)
    except KnownError as error:
        if error.code != "store.damaged":
            raise
    for part in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        if part.exists():
            part.replace(part.with_name("damaged-" + part.name))
    return DraftBox(path, key, owner)


def _go_on(_done: None) -> None:
    """Go on: nobody waits for it."""
