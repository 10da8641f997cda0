"""What is shown once a list was taken in: how many of what, and the way to the register."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from models.figures import format_integer
from ui.register.list_import_tasks import ListTaken
from ui.widgets.empty_state import EmptyState


def taken_state(taken: ListTaken | None) -> EmptyState:
    """Return a place that says what was stored; its one action leads to the register."""
    title = QCoreApplication.translate("register", "The list was taken in")
    action = QCoreApplication.translate("register", "To the register")
    return EmptyState("check", title, _counted(taken) if taken else "", action, hint="⏎")


def _counted(taken: ListTaken) -> str:
    said = QCoreApplication.translate(
        "register", "%1: %2 added, %3 updated, %4 unchanged, %5 left out."
    )
    counts = (taken.added, taken.updated, taken.unchanged, taken.rejected)
    for place, text in enumerate((taken.title, *map(format_integer, counts)), start=1):
        said = said.replace(f"%{place}", text)
    return said
