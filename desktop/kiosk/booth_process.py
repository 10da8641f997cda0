"""The process that shows the kiosk."""

from __future__ import annotations

import logging
import os
from functools import partial
from typing import IO, TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from desktop.automatic_backups import AutomaticBackups
from desktop.display import has_display
from desktop.jobs import ThreadJobs
from desktop.kiosk.guard import WatcherGuard
from desktop.kiosk.request import KioskRequest
from desktop.kiosk.watcher import NO_SCREEN, OCCUPIED, REFUSED
from desktop.language import install_translation
from desktop.log import start_log
from desktop.memory_dumps import forbid_memory_dumps
from desktop.session import Session, reopen_session
from desktop.single_window import SingleWindow
from desktop.work import open_drafts
from models.audit.commands import note
from models.audit.happenings import signed_out
from models.clock import Clock, up_ms
from models.errors import CodedError
from models.kiosk.pin import PinHash
from models.kiosk.votes import end_kiosk, read_kiosk_form
from models.questionnaires.compiled import compile_form
from models.sentences.catalog import Language
from models.settings.queries import read_settings
from models.units.queries import read_units
from ui.bus import Bus
from ui.context import PageContext
from ui.kiosk.booth import BoothSetting, KioskBooth
from ui.kiosk.window import KioskWindow
from ui.messages import is_passing, sentence
from ui.theme.theme import apply_theme

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator
    from sqlalchemy import Connection

    from models.store.store import Transaction

_LOG = logging.getLogger(__name__)
# For the watcher that is a crash like another.
TRY_AGAIN = 1


class KioskApplication(QObject):
    """Wires the kiosk to its store; `session` is closed by `stop`. `left`: by the PIN."""

    left = Signal()

    def __init__(
        self, app: QApplication, request: KioskRequest, session: Session, *, backs_up: bool = True
    ) -> None:
        super().__init__()
        self._app = app
        self._request = request
        self._session = session
        self._translators: list[QTranslator] = []
        self._clock = session.store.clock
        self._is_sample = session.paths.sample_mark.exists()
        self.jobs = ThreadJobs(self)
        self._drafts = open_drafts(session.paths.drafts, session.key, session.account)
        self._context = PageContext(
            store=session.store, drafts=self._drafts, jobs=self.jobs, bus=Bus(self),
            account=session.account, account_name=session.account_name, unit=session.unit,
            language=request.language, show_error=self._on_failed, role=session.role,
            machine=session.machine,
        )  # fmt: skip
        self.show_language(request.language)
        self.booth = KioskBooth(
            self._context, self._clock, session.store.read(self._setting), up_ms
        )
        self.booth.language_wanted.connect(self.show_language)
        self.booth.ended.connect(self._on_ended)
        self.window = KioskWindow(self.booth)
        self._backups: AutomaticBackups | None = None
        if backs_up and not session.store.is_shared and not self._is_sample:
            self._backups = AutomaticBackups(session, self._clock, self)
            self._backups.start()

    def start(self) -> None:
        """Show it, and record what an earlier start left."""
        self.window.show_all()
        self.booth.start()

    def stop(self) -> None:
        """Finish what is being written and close the store."""
        self.jobs.shut_down()
        self._drafts.close()
        if self._backups is not None:
            self._backups.stop()
        self._session.store.close()

    @Slot(str)
    def show_language(self, language: str) -> None:
        """Have the screens' own words in a language."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
        wanted: Language = "en" if language == "en" else "vi"
        self._translators = install_translation(self._app, wanted)

    def _setting(self, connection: Connection) -> BoothSetting:
        request, unit = self._request, self._session.unit
        form = read_kiosk_form(connection, request.questionnaire, request.version)
        known = read_units(connection).find(unit, self._clock.today())
        return BoothSetting(
            compile_form(form), read_settings(connection), PinHash.of(request.pin),
            known.full_name if known else unit, request.language, request.officer,
            request.procedure, request.asks_code, self._is_sample,
        )  # fmt: skip

    @Slot()
    def _on_ended(self) -> None:
        """Close the day's batch, tell the audit who ended it, and leave; by the PIN in any case."""
        machine = self._session.machine

        def end(tx: Transaction) -> None:
            end_kiosk(tx)
            note(tx, signed_out(is_handing_over=False), machine=machine)

        self._context.write(end, self._leave, self._on_not_closed)

    def _on_not_closed(self, error: Exception) -> None:
        # The batch is closed with the next day's first vote.
        self._on_failed(error)
        self._leave()

    def _leave(self, _nothing: None = None) -> None:
        self.window.leave()
        self.left.emit()

    def _on_failed(self, error: Exception) -> None:
        # Citizens are told nothing of it; for the log a bug is put into words all the same.
        sentence(error, self._request.language)


def run_booth(stream: IO[bytes]) -> int:
    """Show the kiosk that was asked for on `stream` until it is ended; return how that came."""
    request = KioskRequest.of(stream.readline())
    guard = WatcherGuard(request, partial(os.read, stream.fileno(), 1))
    code = _show_booth(request, guard)
    guard.tell(code)
    return code


def _show_booth(request: KioskRequest, guard: WatcherGuard) -> int:
    forbid_memory_dumps()
    if not has_display():
        return NO_SCREEN
    start_log(request.paths.log)
    app = QApplication(["motcua"])
    app.setApplicationName("motcua")
    app.setQuitOnLastWindowClosed(False)
    apply_theme(app)
    single = SingleWindow(request.paths.window_lock)
    if not single.take():
        return OCCUPIED
    try:
        key = bytes.fromhex(request.key)
        session = reopen_session(request.paths, key, request.holder, Clock())
        application = KioskApplication(app, request, session)
    except CodedError as error:
        _LOG.error("the kiosk cannot be shown: %s", error.code)
        single.release()
        return TRY_AGAIN if is_passing(error) else REFUSED
    application.left.connect(app.quit)
    single.listen()
    application.start()
    guard.begin()
    code = app.exec()
    application.stop()
    single.release()
    return code

