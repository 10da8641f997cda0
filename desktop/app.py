"""Starts the window: Qt and the sign-in page first, everything else after the first paint."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from desktop.collector import Collector
from desktop.display import has_display
from desktop.door import Door
from desktop.first_start import FirstStart
from desktop.jobs import ThreadJobs
from desktop.language import chosen_language, install_translation
from desktop.log import start_log
from desktop.paths import DataPaths, data_paths
from desktop.turns import take_turns
from desktop.warm_up import WarmUp
from desktop.window_size import remember_size, show_window
from ui.habits import LANGUAGE, SCHEME, habit, remember_in
from ui.main_window import MainWindow
from ui.theme.theme import CHOICES, apply_theme

if TYPE_CHECKING:
    from desktop.automatic_backups import AutomaticBackups
    from desktop.idle_lock import IdleLock
    from desktop.kiosk.opening import KioskOpening
    from desktop.repair_desk import RepairDesk
    from desktop.session import Session
    from desktop.work import Work
    from models.clock import Clock
    from models.sentences.catalog import Language
    from models.store.drafts import DraftBox
    from ui.hub_rounds import HubRounds
    from ui.kiosk.start_form import KioskOrder

# What was typed while the window came goes before all that is only loaded in advance.
_BREATH_MS = 50


class Application(QObject):
    """Wires the window to the store; there is one per process."""

    painted = Signal()
    _bug_described = Signal(str)

    def __init__(
        self, paths: DataPaths, language: Language, account: str | None = None,
        clock: Clock | None = None, *, backs_up: bool = False,
        up_ms: Callable[[], int] | None = None, home: DataPaths | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._backs_up = backs_up
        self.paths = paths
        # Where the own store lies or will lie, also while sample data is on show.
        self._home = home or paths
        self.language: Language = language
        self.clock = clock
        self.window = MainWindow()
        self.window.help.language = language
        self.jobs = ThreadJobs(self)
        self.work: Work | None = None
        self.door = Door(self.window, lambda: self.jobs, paths, language, clock, account, self)
        self.door.opened.connect(self._on_opened)
        self.door.damage_met.connect(self._on_damage_met)
        self.repairs: RepairDesk | None = None
        self.first_start = FirstStart(
            self.window, self.jobs, self._home, language, clock, self
        )
        self.first_start.made.connect(self._on_made)
        self.first_start.sample_made.connect(self._on_sample_made)
        self.window.sample_left.connect(self._on_sample_left)
        self.idle: IdleLock | None = None
        self._up_ms = up_ms
        self.window.closed.connect(self.stop)
        self.window.lock_requested.connect(self.lock)
        self.window.change_requested.connect(self._on_change_requested)
        self.window.kiosk_requested.connect(self._on_kiosk_requested)
        self.kiosk: KioskOpening | None = None
        self.window.installEventFilter(self)
        # Later, and on the window's thread: a bug may come up while something is being painted.
        self._bug_described.connect(
            self.window.show_problem, Qt.ConnectionType.QueuedConnection
        )
        self.warm_up = WarmUp(self.jobs, self._on_failed, self)
        self._collector = Collector(self)
        self._is_painted = False

    @property
    def session(self) -> Session | None:
        """The open store of who is at work."""
        return self.work.session if self.work is not None else None

    @property
    def drafts(self) -> DraftBox | None:
        """What is half typed by who is at work."""
        return self.work.drafts if self.work is not None else None

    @property
    def rounds(self) -> HubRounds | None:
        """The exchange with the hub."""
        return self.work.rounds if self.work is not None else None

    @property
    def backups(self) -> AutomaticBackups | None:
        """The backups that are made by themselves."""
        return self.work.backups if self.work is not None else None

    def start(self) -> None:
        """Show the window; load the rest once it has been painted."""
        self._collector.start()
        self._mark_sample()
        if self.paths.damage.exists():
            self._on_damaged()
        elif self.paths != self._home:
            self._on_sample_made()
        elif self.paths.keyring.exists() or self.paths.store.exists():
            self.door.show_sign_in()
        else:
            self.first_start.show()
        show_window(self.window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Load the rest once the window has been painted, not before."""
        if event.type() == QEvent.Type.Paint and not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(_BREATH_MS, self._on_painted)
        return False

    @Slot()
    def stop(self) -> None:
        """Finish what is being written and close the store."""
        remember_size(self.window)
        self.first_start.stop()
        self._rest_idle()
        self.warm_up.stop()
        self._collector.stop()
        if self.work is not None:
            self.work.note_sign_out(is_handing_over=False)
            self.work.stop()
        self.jobs.shut_down()
        self.door.stop()
        if self.work is not None:
            self.work.close()
        self.work = None

    @Slot()
    def come_forward(self) -> None:
        """Bring the window before the others."""
        self.window.setWindowState(
            self.window.windowState() & ~self.window.windowState().WindowMinimized
        )
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def tell_bug(self, error: Exception) -> None:
        """Have a bug that nobody caught shown in the window; may be called on any thread."""
        from ui.messages import sentence

        self._bug_described.emit(sentence(error, self.language))

    @Slot()
    def lock(self, *, is_leaving: bool = False, is_idle: bool = False) -> None:
        """Cover the screen until the same account, or another one, signs in."""
        if self.work is not None and not self.door.is_locked:
            self.work.note_lock(is_idle=is_idle)
            self._rest_idle()
            self.window.put_away()
            self.door.lock(self.work.session, is_leaving=is_leaving)

    @Slot()
    def _on_idle(self) -> None:
        self.lock(is_idle=True)

    @Slot()
    def _on_change_requested(self) -> None:
        self.lock(is_leaving=True)

    @Slot(object)
    def _on_kiosk_requested(self, order: KioskOrder) -> None:
        """Close the window for the kiosk, which is opened once all is written."""
        from desktop.kiosk.opening import KioskOpening

        if self.work is not None:
            self.kiosk = KioskOpening(
                self.work.session, order, self.language, self._home.folder
            )
            self.window.close()

    @Slot()
    def _on_damaged(self) -> None:
        """Give the window to the repair: the store was found damaged, by whomever."""
        from models.errors import KnownError
        from ui.messages import sentence

        error = KnownError("store.damaged", path=str(self.paths.store))
        self._on_damage_met(sentence(error, self.language))

    @Slot(str)
    def _on_damage_met(self, said: str) -> None:
        from desktop.repair_desk import RepairDesk

        self.window.put_away()
        self._end_work()
        self.door.forget()
        if self.repairs is None:
            self.repairs = RepairDesk(
                self.window, lambda: self.jobs, self.paths, self.language, self.clock, self
            )
            self.repairs.finished.connect(self._on_repaired)
        self.repairs.show(said)

    @Slot()
    def _on_repaired(self) -> None:
        self.door.show_sign_in()

    @Slot()
    def _on_made(self) -> None:
        self.door.show_sign_in()

    @Slot()
    def _on_sample_made(self) -> None:
        from desktop.sample_account import ACCOUNT, PASSWORD

        self._move_to(self._home.sample)
        self.door.show_sign_in().offer(ACCOUNT, PASSWORD)

    @Slot()
    def _on_sample_left(self) -> None:
        """Go back to the own store, or to its first start; the sample data stays for later."""
        self.window.put_away()
        self._end_work()
        self._move_to(self._home)
        if self._home.store.exists() or self._home.keyring.exists():
            self.door.show_sign_in()
        else:
            self.first_start.show(self.jobs)

    def _move_to(self, paths: DataPaths) -> None:
        self.paths = paths
        self.door.move_to(paths)
        self.repairs = None
        self._mark_sample()

    def _mark_sample(self) -> None:
        is_sample = self.paths.sample_mark.exists()
        self.window.mark_sample(is_sample=is_sample, may_leave=self.paths != self._home)

    @Slot()
    def _on_painted(self) -> None:
        from desktop.memory_dumps import forbid_memory_dumps

        self.painted.emit()
        forbid_memory_dumps()
        self.warm_up.start()

    @Slot(object)
    def _on_opened(self, session: Session) -> None:
        at_work = self.work
        if at_work is None or at_work.session.store is not session.store:
            self._begin_work(session)
        else:
            if at_work.session.role != session.role:
                self._change_pages(at_work, session)
            else:
                at_work.session = session
                self.window.show_work()
            at_work.note_sign_in(is_return=True)
        if self.work is not None:
            self._watch_idle(self.work.session.role)

    def _begin_work(self, session: Session) -> None:
        """Give the window to an account; what the one before left is saved or kept as its draft."""
        from desktop.work import Work, open_drafts
        from models.clock import Clock
        from models.errors import KnownError

        self._end_work()
        try:
            drafts = open_drafts(self.paths.drafts, session.key, session.account)
        except KnownError as error:
            session.store.close()
            self.door.refuse(error)
            return
        self.clock = self.clock or Clock()
        self.work = Work(
            session, drafts, self.window, self.clock, self.language, self,
            backs_up=self._backs_up,
        )  # fmt: skip
        self.work.role_changed.connect(self._on_role_changed)
        self.work.damaged.connect(self._on_damaged)
        self.work.show_pages(self.jobs)
        self.work.note_sign_in()

    def _change_pages(self, work: Work, session: Session) -> None:
        """Show an account the pages of another role."""
        self._end_pages(work)
        work.session = session
        work.show_pages(self.jobs)

    def _end_work(self) -> None:
        work, self.work = self.work, None
        if work is not None:
            work.note_sign_out(is_handing_over=True)
            self._end_pages(work)
            work.close()
            work.deleteLater()

    def _end_pages(self, work: Work) -> None:
        """Finish what is being written and take the pages away; answers reach them no more."""
        self._rest_idle()
        work.stop()
        self.jobs.shut_down()
        self.window.end_work()
        self.jobs.deleteLater()
        self.jobs = ThreadJobs(self)

    @Slot(str)
    def _on_role_changed(self, role: str) -> None:
        if self.work is None or self.door.is_locked:
            # Who comes back is asked then what the role is.
            return
        from models.errors import UserError
        from ui.messages import sentence

        session = self.work.session
        if role:
            self._change_pages(self.work, replace(session, role=role))
            self._watch_idle(role)
        else:
            self._end_work()
            error = UserError("accounts.removed", name=session.account_name)
            self.door.show_sign_in(sentence(error, self.language))

    def _watch_idle(self, role: str) -> None:
        if self.idle is None:
            from desktop.idle_lock import IdleLock
            from models.clock import up_ms

            self.idle = IdleLock(self._up_ms or up_ms, self)
            self.idle.over.connect(self._on_idle)
        self.idle.start(role)

    def _rest_idle(self) -> None:
        if self.idle is not None:
            self.idle.stop()

    def _on_failed(self, error: Exception) -> None:
        from ui.messages import sentence

        self.window.show_problem(sentence(error, self.language))


def run_window(arguments: Sequence[str]) -> int:
    """Open the window and return the exit code; a second start on one store raises the first."""
    parser = argparse.ArgumentParser(prog="motcua")
    for option in ("--data-dir", "--lang", "--account", "--home"):
        parser.add_argument(option)
    options = parser.parse_args(list(arguments))
    paths = data_paths(options.data_dir)
    home = data_paths(options.home) if options.home else paths
    remember_in(home.habits)
    language = chosen_language(options.lang or habit(LANGUAGE, str))
    if not has_display():
        from models.sentences.catalog import say

        print(say("commands.no_display", language), file=sys.stderr)  # noqa: T201
        return 3
    bugs = start_log(paths.log)
    app = QApplication(["motcua"])
    app.setApplicationName("motcua")
    install_translation(app, language)
    apply_theme(app, CHOICES.get(habit(SCHEME, str) or "system", "system"))
    try:
        paths.folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        from models.sentences.catalog import say

        print(say("store.disk", language, path=paths.folder), file=sys.stderr)  # noqa: T201
        return 3

    def make() -> Application:
        application = Application(paths, language, options.account, backs_up=True, home=home)
        bugs.tell(application.tell_bug)
        return application

    return take_turns(app, make, home.window_lock, language)

