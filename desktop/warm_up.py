"""Loads what signing in and the first pages need while the password is being typed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QTableView

from desktop.jobs import ThreadJobs
from desktop.loading import load_for_work
from ui.jobs import Progress

# The faces of the pages, what stands on others last: each step is short, and what is typed goes
# between them.
_AT_THE_WINDOW: Final = (
    "ui.widgets.buttons",
    "ui.widgets.navigation_rail",
    "ui.rail_pages",
    "ui.widgets.toast",
    "ui.accounts.account_button",
    "desktop.work",
    "ui.widgets.date_field",
    "ui.keying.loading",
    "ui.keying.batch_table",
    "ui.keying.drafts",
    "ui.keying.batches_page",
    "ui.keying.entry_page",
    "ui.keying.section",
    "ui.home.page",
)
# What is opened from there: loaded while nobody waits for an answer, such as that to a password.
_FURTHER: Final = (
    "ui.register.hamlet_model",
    "ui.register.hamlet_delegate",
    "ui.register.check_draft",
    "ui.register.household_table",
    "ui.register.register_page",
    "ui.register.section",
)
_AGAIN_MS: Final = 50


class WarmUp(QObject):
    """Loads in advance; whoever is faster than it loads the same at once and loses nothing."""

    def __init__(
        self, jobs: ThreadJobs, failed: Callable[[Exception], Any], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._failed = failed
        self._left: list[Callable[[], Any]] = [
            _learn_widgets,
            *(partial(import_module, name) for name in (*_AT_THE_WINDOW, *_FURTHER)),
        ]
        self._is_begun = False
        self._steps = QTimer(self)
        self._steps.timeout.connect(self._on_step)

    @property
    def is_done(self) -> bool:
        """Say whether all is loaded."""
        return not self._left

    def start(self) -> None:
        """Load what has no face on a thread, then the faces on the window's own."""
        if not self._is_begun:
            self._is_begun = True
            self._jobs.run(_load_beside, done=self._on_loaded, failed=self._failed)

    def stop(self) -> None:
        """Load no more."""
        self._left.clear()

    def _on_loaded(self, _nothing: None) -> None:
        self._steps.start(0)

    @Slot()
    def _on_step(self) -> None:
        if not self._left:
            self._steps.stop()
        elif len(self._left) <= len(_FURTHER) and self._jobs.pending:
            self._steps.start(_AGAIN_MS)
        else:
            self._left.pop(0)()
            self._steps.start(0)


def _learn_widgets() -> None:
    """Have PySide make its types of widgets, which it does when Qt hands it one of its own.

    That takes 20 ms, and would be part of the first page with a table.
    """
    QTableView().viewport()


def _load_beside(_progress: Progress) -> None:
    load_for_work()
