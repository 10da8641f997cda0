"""Rows of one list that may be one household, looked for once the preview stands."""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from models.errors import Problem
from ui.context import PageContext
from ui.register.list_import_tasks import find_alike

if TYPE_CHECKING:
    from exports.household_import import HouseholdImport

# A person who goes through columns makes a plan with each key: only one that rests is looked at.
_REST_MS: Final = 400


class AlikeRows(QObject):
    """Looks at one plan at a time, beside the GUI thread, and never at two at once.

    `found` carries the notes on a plan's rows, a tuple of Problem; of a plan that was dropped
    nothing is said.
    """

    found = Signal(object)

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted: HouseholdImport | None = None
        self._looked_at: HouseholdImport | None = None
        self._known: tuple[HouseholdImport, tuple[Problem, ...]] | None = None
        self._stop: threading.Event | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_rested)

    @property
    def is_looking(self) -> bool:
        """Say whether `found` is still to come."""
        return self._wanted is not None

    def look(self, plan: HouseholdImport) -> None:
        """Look at a plan in place of the one before; the same rows are not looked at twice."""
        self._wanted = plan
        if self._known is not None and _has_same_rows(plan, self._known[0]):
            self._tell(self._known[1])
            return
        if self._looked_at is not None and not _has_same_rows(plan, self._looked_at):
            self._stop_looking()
        self._rest.start()

    def drop(self) -> None:
        """Tell nothing of the plan that was wanted; the next may be one of the same rows."""
        self._wanted = None
        self._rest.stop()

    def clear(self) -> None:
        """Look no further, and forget the list."""
        self.drop()
        self._stop_looking()
        self._known = self._looked_at = None

    def _stop_looking(self) -> None:
        if self._stop is not None:
            self._stop.set()

    @Slot()
    def _on_rested(self) -> None:
        # Until the one before has stopped, a second one would keep the lists from being read.
        if self._wanted is None or self._stop is not None:
            return
        plan, self._stop = self._wanted, threading.Event()
        self._looked_at = plan
        self._context.jobs.run(
            partial(find_alike, plan, self._stop), done=partial(self._on_found, plan),
            failed=self._on_failed,
        )  # fmt: skip

    def _on_found(self, plan: HouseholdImport, notes: tuple[Problem, ...] | None) -> None:
        self._stop = None
        if notes is not None and plan is self._looked_at:
            self._known = (plan, notes)
        if self._wanted is None:
            return
        if notes is not None and _has_same_rows(self._wanted, plan):
            self._tell(notes)
        else:
            self._rest.start()

    def _on_failed(self, error: Exception) -> None:
        self._stop = None
        if self._wanted is not None:
            self._tell(())
        self._context.show_error(error)

    def _tell(self, notes: tuple[Problem, ...]) -> None:
        self._wanted = None
        self._rest.stop()
        self.found.emit(notes)


def _has_same_rows(one: HouseholdImport, other: HouseholdImport) -> bool:
    """Say whether two plans read the same rows: pairs that are decided change none of them."""
    return one.file is other.file and (
        replace(one.choices, decided={}) == replace(other.choices, decided={})
    )
