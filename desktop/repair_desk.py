"""At the door of a damaged store: shows the page that says so, and has the store repaired."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from desktop.known_accounts import known_accounts
from ui.accounts.damage_page import DamagePage
from ui.jobs import Progress

if TYPE_CHECKING:
    from desktop.jobs import ThreadJobs
    from desktop.paths import DataPaths
    from models.clock import Clock
    from models.sentences.catalog import Language
    from ui.main_window import MainWindow


class RepairDesk(QObject):
    """`finished` asks for the sign-in."""

    finished = Signal()

    def __init__(
        self, window: MainWindow, jobs: Callable[[], ThreadJobs], paths: DataPaths,
        language: Language, clock: Clock | None, parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._window = window
        self._jobs = jobs
        self._paths = paths
        self._language: Language = language
        self._clock = clock
        self._file: Path | None = None
        self.page: DamagePage | None = None

    def show(self, said: str) -> None:
        """Show the page; `said` is what was found."""
        self._file = None
        self.page = DamagePage(said, self._newest(), known_accounts(self._paths))
        self.page.submitted.connect(self._on_submitted)
        self.page.file_requested.connect(self._on_file_requested)
        self.page.finished.connect(self.finished)
        self._window.show_alone(self.page)
        self.page.start()

    def _newest(self) -> str:
        from desktop.repair_offer import offers

        found = offers(self._paths)
        if not found:
            return self.tr(
                "No backup is in sight. Plug in the disk of the second place, or choose a backup"
                " file."
            )
        return self._offer(found[0].manifest.made_ms, found[0].manifest.events)

    def _offer(self, made_ms: int, events: int) -> str:
        from models.clock import local_time
        from models.figures import format_integer

        said = self.tr(
            "The backup of %1 holds %2 events. What was recorded after it is taken from the"
            " damaged store as far as that can be read; what is missing is told plainly."
        )
        said = said.replace("%1", local_time(made_ms).strftime("%H:%M %d/%m/%Y"))
        return said.replace("%2", format_integer(events))

    @Slot()
    def _on_file_requested(self) -> None:
        from models.errors import CodedError
        from models.store.backup_file import SUFFIX, read_manifest
        from ui.messages import sentence

        page = self.page
        title = self.tr("Choose a backup")
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, "", f"motcua (*{SUFFIX})")
        if not chosen or page is None:
            return
        try:
            manifest = read_manifest(Path(chosen))
        except CodedError as error:
            page.show_error(sentence(error, self._language))
            return
        self._file = Path(chosen)
        page.show_offer(self._offer(manifest.made_ms, manifest.events))
        page.start()

    @Slot(str, str, str)
    def _on_submitted(self, account: str, password: str, recovery_key: str) -> None:
        file, language = self._file, self._language

        def work(progress: Progress) -> list[str]:
            from desktop.repair import Secret, repair
            from desktop.repair_words import repair_sentences

            secret = Secret(account or None, password, recovery_key or None)
            done = repair(
                self._paths, secret, file=file, progress=progress.report, clock=self._clock
            )
            return repair_sentences(done, language)

        assert self.page is not None
        self._jobs().run(
            work, done=self._on_repaired, failed=self._on_failed, lane="write",
            progressed=self.page.show_progress,
        )  # fmt: skip

    def _on_repaired(self, lines: list[str]) -> None:
        if self.page is not None:
            self.page.show_result(lines)

    def _on_failed(self, error: Exception) -> None:
        from ui.messages import sentence

        if self.page is not None:
            self.page.show_error(sentence(error, self._language))
