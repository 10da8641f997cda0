"""The first start: a store of one's own, or the sample data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.loading import load_for_work
from ui.jobs import Progress

if TYPE_CHECKING:
    from desktop.jobs import ThreadJobs
    from desktop.paths import DataPaths
    from desktop.session import NewStore
    from models.clock import Clock
    from models.sentences.catalog import Language
    from ui.accounts.set_up_page import SetUp, SetUpPage
    from ui.main_window import MainWindow


class FirstStart(QObject):
    """Shows the page that asks, and has the store made; `made` names what to sign in with."""

    made = Signal(str, str)

    def __init__(
        self, window: MainWindow, jobs: ThreadJobs, paths: DataPaths, language: Language,
        clock: Clock | None, parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._window = window
        self._jobs = jobs
        self._paths = paths
        self._language: Language = language
        self._clock = clock
        self._is_stopping = False

    def show(self) -> None:
        """Show the page."""
        from models.units.unit import order_key, shipped_units
        from ui.accounts.set_up_page import SetUpPage

        today = [unit for unit in shipped_units() if unit.valid_to is None]
        units = [(unit.code, unit.full_name) for unit in sorted(today, key=order_key)]
        self.page: SetUpPage = SetUpPage(units)
        self.page.submitted.connect(self._on_set_up)
        self.page.demo_requested.connect(self._on_demo_requested)
        self.page.finished.connect(self._on_finished)
        self.page.recovery.sheet_requested.connect(self._on_sheet_requested)
        self._window.show_alone(self.page)
        self.page.start()

    def stop(self) -> None:
        """Leave nothing that nobody could open again."""
        self._is_stopping = True

    @Slot()
    def _on_finished(self) -> None:
        self.made.emit("", "")

    @Slot(object)
    def _on_set_up(self, wanted: SetUp) -> None:
        def work(_progress: Progress) -> NewStore:
            load_for_work()
            from desktop.session import create_store

            return create_store(
                self._paths, unit_code=wanted.unit_code, unit_name=wanted.unit_name,
                admin=wanted.admin, password=wanted.password, clock=self._clock,
            )  # fmt: skip

        self.page.set_busy(self.tr("Creating the store …"))
        self._jobs.run(work, done=self._on_created, failed=self._on_not_created, lane="write")

    def _on_created(self, made: NewStore) -> None:
        if self._is_stopping:
            from desktop.session import take_back

            # The window is gone: the recovery key would never be seen.
            take_back(self._paths)
            return
        self.page.set_busy("")
        self.page.show_recovery_key(made.recovery_key)

    def _on_not_created(self, error: Exception) -> None:
        from ui.messages import sentence

        self.page.show_error(sentence(error, self._language))

    @Slot()
    def _on_demo_requested(self) -> None:
        def work(progress: Progress) -> None:
            load_for_work()
            from desktop.demo import create_demo

            create_demo(self._paths, self._clock, progressed=progress.report)

        self.page.set_busy(
            self.tr("Making the sample data: 34.043 households. This can take half a minute …")
        )
        self._jobs.run(
            work, done=self._on_demo_made, failed=self._on_not_created, lane="write",
            progressed=self.page.show_progress,
        )  # fmt: skip

    def _on_demo_made(self, _nothing: None) -> None:
        from desktop.sample_account import ACCOUNT, PASSWORD

        self.made.emit(ACCOUNT, PASSWORD)

    @Slot()
    def _on_sheet_requested(self) -> None:
        from desktop.recovery import save_sheet

        save_sheet(self._window, self.page.recovery, self._jobs, self._language)
