"""Starts the window: Qt and the sign-in page first, everything else after the first paint."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from desktop.collector import Collector
from desktop.jobs import ThreadJobs
from desktop.language import chosen_language, install_translation
from desktop.log import start_log
from desktop.paths import DataPaths, data_paths
from desktop.single_window import SingleWindow
from desktop.warm_up import WarmUp
from ui.jobs import Progress
from ui.main_window import MainWindow
from ui.theme.theme import apply_theme

if TYPE_CHECKING:
    from desktop.automatic_backups import AutomaticBackups
    from desktop.backup_places import Outcome
    from desktop.session import NewStore, Session
    from models.clock import Clock
    from models.sentences.catalog import Language
    from models.store.drafts import DraftBox
    from models.store.store import Store
    from ui.accounts.set_up_page import SetUp, SetUpPage
    from ui.accounts.sign_in_page import SignInPage
    from ui.hub_rounds import HubRounds

# Widths in pixels of the laptops that counters have.
_SMALLEST_SCREEN, _SMALL_SCREEN = 1024, 1440
_WATCH_MS = 1000
# What was typed while the window came goes before all that is only loaded in advance.
_BREATH_MS = 50


class Application(QObject):
    """Wires the window to the store; there is one per process."""

    painted = Signal()
    _bug_described = Signal(str)

    def __init__(
        self, paths: DataPaths, language: Language, account: str | None = None,
        clock: Clock | None = None, *, backs_up: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self.paths = paths
        self._backs_up = backs_up
        self.backups: AutomaticBackups | None = None
        self.language = language
        self.clock = clock
        self.window = MainWindow()
        self.jobs = ThreadJobs(self)
        self.session: Session | None = None
        self.drafts: DraftBox | None = None
        self.rounds: HubRounds | None = None
        self._account = account
        self._data_version: int | None = None
        self._is_asking = False
        self._watch = QTimer(self)
        self._watch.setInterval(_WATCH_MS)
        self._watch.timeout.connect(self._on_watch)
        self.window.closed.connect(self.stop)
        self.window.installEventFilter(self)
        # Later, and on the window's thread: a bug may come up while something is being painted.
        self._bug_described.connect(
            self.window.show_problem, Qt.ConnectionType.QueuedConnection
        )
        self.warm_up = WarmUp(self.jobs, self._on_failed, self)
        self._collector = Collector(self)
        self._is_painted = self._is_stopping = False

    def start(self) -> None:
        """Show the window; load the rest once it has been painted."""
        self._collector.start()
        if self.paths.keyring.exists() or self.paths.store.exists():
            self._show_sign_in()
        else:
            self._show_set_up()
        self._show_window()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Load the rest once the window has been painted, not before."""
        if event.type() == QEvent.Type.Paint and not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(_BREATH_MS, self._on_painted)
        return False

    def _show_window(self) -> None:
        """Show the window, as large as a small screen allows: a slip then needs no scrolling."""
        screen = self.window.screen().availableGeometry()
        if _SMALLEST_SCREEN <= screen.width() <= _SMALL_SCREEN:
            self.window.showMaximized()
        else:
            self.window.show()

    @Slot()
    def stop(self) -> None:
        """Finish what is being written and close the store."""
        self._is_stopping = True
        self._watch.stop()
        self.warm_up.stop()
        self._collector.stop()
        if self.rounds is not None:
            self.rounds.stop()
        self.jobs.shut_down()
        if self.drafts is not None:
            self.drafts.close()
        if self.backups is not None:
            self.backups.stop()
        if self.session is not None:
            self.session.store.close()
        self.session = self.drafts = None

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

    def _show_sign_in(self) -> None:
        from ui.accounts.sign_in_page import SignInPage

        self._sign_in: SignInPage = SignInPage(self._account_names())
        self._sign_in.submitted.connect(self._on_sign_in)
        self.window.show_alone(self._sign_in)
        self._sign_in.start()

    def _account_names(self) -> list[str]:
        import json

        if self._account is not None:
            return [self._account]
        try:
            data = json.loads(self.paths.keyring.read_bytes())
            return [str(item["name"]) for item in data["accounts"]]
        except (OSError, ValueError, KeyError, TypeError):
            # The sentence about a damaged keyring comes when the password is tried.
            return []

    def _show_set_up(self) -> None:
        from models.units.unit import order_key, shipped_units
        from ui.accounts.set_up_page import SetUpPage

        today = [unit for unit in shipped_units() if unit.valid_to is None]
        units = [(unit.code, unit.full_name) for unit in sorted(today, key=order_key)]
        self._set_up: SetUpPage = SetUpPage(units)
        self._set_up.submitted.connect(self._on_set_up)
        self._set_up.demo_requested.connect(self._on_demo_requested)
        self._set_up.finished.connect(self._show_sign_in_again)
        self._set_up.recovery.sheet_requested.connect(self._on_sheet_requested)
        self.window.show_alone(self._set_up)
        self._set_up.start()

    @Slot()
    def _show_sign_in_again(self) -> None:
        self._show_sign_in()

    @Slot()
    def _on_painted(self) -> None:
        self.painted.emit()
        self.warm_up.start()

    @Slot(str, str)
    def _on_sign_in(self, name: str, password: str) -> None:
        def work(_progress: Progress) -> Session:
            from desktop.session import open_session

            return open_session(self.paths, password, name, self.clock)

        self.jobs.run(work, done=self._on_opened, failed=self._on_refused, lane="write")

    def _on_opened(self, session: Session) -> None:
        from models.clock import Clock
        from models.errors import KnownError
        from ui.bus import Bus
        from ui.context import PageContext
        from ui.hub_rounds import HubRounds

        try:
            self.drafts = open_drafts(self.paths.drafts, session.key)
        except KnownError as error:
            session.store.close()
            self._on_refused(error)
            return
        self.session = session
        self.clock = self.clock or Clock()
        bus = Bus(self)
        self._bus = bus
        session.store.on_change(bus.announce)
        context = PageContext(
            store=session.store, drafts=self.drafts, jobs=self.jobs, bus=bus,
            account=session.account, account_name=session.account_name, unit=session.unit,
            language=self.language, show_error=self.window.show_error,
        )  # fmt: skip
        self.rounds = HubRounds(context, self.clock, self)
        self.window.start_work(context, self.clock, self.rounds)
        self.rounds.start()
        self._start_backups(session, self.clock)
        self._on_watch()
        self._watch.start()

    def _start_backups(self, session: Session, clock: Clock) -> None:
        from desktop.automatic_backups import AutomaticBackups
        from desktop.demo import ACCOUNT

        # A server's data is backed up there, and sample data can be made anew.
        if self._backs_up and not session.store.is_shared and session.account_name != ACCOUNT:
            self.backups = AutomaticBackups(session, clock, self)
            self.backups.ended.connect(self._on_backed_up)
            self.backups.start()

    @Slot(object)
    def _on_backed_up(self, outcomes: dict[str, Outcome]) -> None:
        from models.sentences.catalog import say

        for outcome in outcomes.values():
            if not outcome.is_good:
                params = outcome.params or {}
                self.window.show_problem(say(outcome.code, self.language, **params))

    def _on_refused(self, error: Exception) -> None:
        from ui.messages import sentence

        self._sign_in.show_error(sentence(error, self.language))

    def _on_failed(self, error: Exception) -> None:
        from ui.messages import sentence

        self.window.show_problem(sentence(error, self.language))

    @Slot(object)
    def _on_set_up(self, wanted: SetUp) -> None:
        def work(_progress: Progress) -> NewStore:
            from desktop.session import create_store

            return create_store(
                self.paths, unit_code=wanted.unit_code, unit_name=wanted.unit_name,
                admin=wanted.admin, password=wanted.password, clock=self.clock,
            )  # fmt: skip

        self._set_up.set_busy(self.tr("Creating the store …"))
        self.jobs.run(work, done=self._on_created, failed=self._on_not_created, lane="write")

    def _on_created(self, made: NewStore) -> None:
        if self._is_stopping:
            from desktop.session import take_back

            # The window is gone: the recovery key would never be seen.
            take_back(self.paths)
            return
        self._set_up.set_busy("")
        self._set_up.show_recovery_key(made.recovery_key)

    def _on_not_created(self, error: Exception) -> None:
        from ui.messages import sentence

        self._set_up.show_error(sentence(error, self.language))

    @Slot()
    def _on_demo_requested(self) -> None:
        def work(progress: Progress) -> None:
            from desktop.demo import create_demo

            create_demo(self.paths, self.clock, progressed=progress.report)

        self._set_up.set_busy(
            self.tr("Making the sample data: 34.043 households. This can take half a minute …")
        )
        self.jobs.run(
            work, done=self._on_demo_made, failed=self._on_not_created, lane="write",
            progressed=self._set_up.show_progress,
        )  # fmt: skip

    def _on_demo_made(self, _nothing: None) -> None:
        from desktop.demo import ACCOUNT, PASSWORD

        self._show_sign_in()
        self._sign_in.offer(ACCOUNT, PASSWORD)

    @Slot()
    def _on_sheet_requested(self) -> None:
        from desktop.recovery import save_sheet

        save_sheet(self.window, self._set_up.recovery, self.jobs, self.language)

    @Slot()
    def _on_watch(self) -> None:
        """Notice what another program wrote into the store."""
        if self.session is None:
            return
        from models.errors import KnownError

        store = self.session.store
        if store.is_shared:
            self._ask_server(store)
            return
        try:
            version = store.data_version()
        except KnownError as error:
            self._on_no_version(error)
            return
        self._on_version(version)

    def _ask_server(self, store: Store) -> None:
        """Ask on a thread: a server that is gone may take seconds to be missed."""
        if not self._is_asking:
            self._is_asking = True
            self.jobs.run(
                lambda _progress: store.data_version(), done=self._on_version,
                failed=self._on_no_version,
            )  # fmt: skip

    def _on_no_version(self, _error: Exception) -> None:
        # Asked again in a second; who writes or reads next says what is wrong.
        self._is_asking = False

    def _on_version(self, version: int | None) -> None:
        from models.store.changes import Changes

        self._is_asking = False
        if version is None or self.session is None:
            return
        if self._data_version is not None and version != self._data_version:
            self._bus.announce(Changes(is_elsewhere=True))
        self._data_version = version


def run_window(arguments: Sequence[str]) -> int:
    """Open the window and return the exit code; a second start on one store raises the first."""
    parser = argparse.ArgumentParser(prog="motcua")
    for option in ("--data-dir", "--lang", "--account"):
        parser.add_argument(option)
    options = parser.parse_args(list(arguments))
    language = chosen_language(options.lang)
    paths = data_paths(options.data_dir)
    if not _has_display():
        from models.sentences.catalog import say

        print(say("commands.no_display", language), file=sys.stderr)  # noqa: T201
        return 3
    bugs = start_log(paths.log)
    app = QApplication(["motcua"])
    app.setApplicationName("motcua")
    install_translation(app, language)
    apply_theme(app)
    try:
        paths.folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        from models.sentences.catalog import say

        print(say("store.disk", language, path=paths.folder), file=sys.stderr)  # noqa: T201
        return 3
    single = SingleWindow(paths.window_lock)
    if not single.take():
        return 0
    application = Application(paths, language, options.account, backs_up=True)
    bugs.tell(application.tell_bug)
    single.raised.connect(application.come_forward)
    application.painted.connect(single.listen)
    application.start()
    code = app.exec()
    single.release()
    return code


def _has_display() -> bool:
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_drafts(path: Path, key: bytes) -> DraftBox:
    """Open what is half typed; a damaged file is set aside, so that nobody is locked out by it."""
    from models.errors import KnownError
    from models.store.drafts import DraftBox

    try:
        return DraftBox(path, key)
    except KnownError as error:
        if error.code != "store.damaged":
            raise
    for part in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        if part.exists():
            part.replace(part.with_name("damaged-" + part.name))
    return DraftBox(path, key)
