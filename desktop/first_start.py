"""The first start: a store of one's own, or the sample data in a folder of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.loading import load_for_work
from ui.jobs import Progress

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.jobs import ThreadJobs
    from desktop.paths import DataPaths
    from desktop.session import NewStore
    from models.clock import Clock
    from models.sentences.catalog import Language
    from models.store.store import Store
    from ui.accounts.set_up_page import SetUp, SetUpPage
    from ui.main_window import MainWindow


class FirstStart(QObject):
    """Shows the page that asks, and has the store made; it is one only once its key is kept.

    `made` says that the store is in its place, `sample_made` that the sample data is.
    """

    made = Signal()
    sample_made = Signal()

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
        self._wanted: SetUp | None = None
        self._made: NewStore | None = None

    def show(self, jobs: ThreadJobs | None = None) -> None:
        """Show the page; `jobs` where those of the start are not those at work any more."""
        from models.units.unit import order_key, shipped_units
        from ui.accounts.set_up_page import SetUpPage

        self._jobs = jobs or self._jobs
        today = [unit for unit in shipped_units() if unit.valid_to is None]
        units = [(unit.code, unit.full_name) for unit in sorted(today, key=order_key)]
        self.page: SetUpPage = SetUpPage(units, self._language)
        self.page.submitted.connect(self._on_set_up)
        self.page.abandoned.connect(self._on_abandoned)
        self.page.demo_requested.connect(self._on_demo_requested)
        self.page.finished.connect(self._on_finished)
        self.page.recovery.sheet_requested.connect(self._on_sheet_requested)
        self.page.recovery.print_requested.connect(self._on_print_requested)
        self._window.show_alone(self.page)
        self.page.start()

    def stop(self) -> None:
        """Leave nothing whose recovery key nobody kept."""
        self._is_stopping = True
        self._drop()

    @Slot(object)
    def _on_set_up(self, wanted: SetUp) -> None:
        self._wanted = wanted

        def work(_progress: Progress) -> NewStore:
            load_for_work()
            from desktop.session import prepare_store

            return prepare_store(
                self._paths, unit_code=wanted.unit_code, unit_name=wanted.unit_name,
                admin=wanted.admin, password=wanted.password, clock=self._clock,
                fill=partial(_keep_backup_place, wanted, self._paths),
            )  # fmt: skip

        self.page.set_busy(self.tr("Creating the store…"))
        self._jobs.run(work, done=self._on_created, failed=self._on_not_created, lane="write")

    def _on_created(self, made: NewStore) -> None:
        self._made = made
        if self._is_stopping:
            # The window is gone: the recovery key would never be seen.
            self._drop()
            return
        self.page.set_busy("")
        self.page.show_recovery_key(made.recovery_key)

    def _on_not_created(self, error: Exception) -> None:
        from ui.messages import sentence

        self.page.show_error(sentence(error, self._language))

    @Slot()
    def _on_abandoned(self) -> None:
        self._drop()

    def _drop(self) -> None:
        if self._made is not None:
            from desktop.session import drop_prepared

            self._made = None
            drop_prepared(self._paths)

    @Slot()
    def _on_finished(self) -> None:
        made, self._made = self._made, None
        assert made is not None

        def work(_progress: Progress) -> None:
            from desktop.session import place_store

            place_store(self._paths, made)

        # From here on it is wanted, also where the window is closed this moment.
        self.page.set_busy(self.tr("Creating the store…"))
        self._jobs.run(work, done=self._on_placed, failed=self._on_not_placed, lane="write")

    def _on_not_placed(self, error: Exception) -> None:
        """Begin anew: the store is gone, so that the key that was kept opens nothing."""
        from ui.messages import sentence

        gone = self.tr("The recovery key that was printed opens nothing; another one will follow.")
        self.page.recovery.forget_key()
        self.page.show_error(f"{sentence(error, self._language)} {gone}")

    def _on_placed(self, _nothing: None) -> None:
        self.made.emit()

    @Slot()
    def _on_demo_requested(self) -> None:
        sample = self._paths.sample
        if sample.store.exists():
            # An earlier version made it without its mark.
            sample.sample_mark.touch()
            self.sample_made.emit()
            return

        def work(progress: Progress) -> None:
            load_for_work()
            from desktop.demo import create_demo

            create_demo(sample, self._clock, progressed=progress.report)

        self.page.set_busy(
            self.tr("Making the sample data: 34.043 households. This can take half a minute…")
        )
        self._jobs.run(
            work, done=self._on_demo_made, failed=self._on_not_created, lane="write",
            progressed=self.page.show_progress,
        )  # fmt: skip

    def _on_demo_made(self, _nothing: None) -> None:
        self.sample_made.emit()

    @Slot()
    def _on_sheet_requested(self) -> None:
        from desktop.recovery import save_sheet

        card = self.page.recovery
        save_sheet(self._window, card, self._jobs, self._language, *self._named())

    @Slot()
    def _on_print_requested(self) -> None:
        from desktop.recovery import print_sheet

        card = self.page.recovery
        print_sheet(self._window, card, self._jobs, self._language, *self._named())

    def _named(self) -> tuple[str, str]:
        """Return the names of unit and administrator, for the sheet."""
        assert self._made is not None
        assert self._wanted is not None
        return self._made.unit.full_name, self._wanted.admin


def _keep_backup_place(wanted: SetUp, paths: DataPaths, store: Store, account: UUID) -> None:
    if wanted.backup_folder is not None:
        from models.store.second_place import keep_second_place

        command = partial(keep_second_place, folder=wanted.backup_folder, store=paths.folder)
        store.write(command, actor=account)
