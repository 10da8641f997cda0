"""What the entry page shows and what the store holds of it."""

from __future__ import annotations

from functools import partial

from models.surveys.queries import list_slips
from models.surveys.records import Slip
from tests.scenarios.desk import Desk


def slips(desk: Desk) -> list[Slip]:
    """Return what the store holds, the first slip first."""
    desk.saved()
    batch = desk.entry._open.progress.batch.id  # type: ignore[union-attr]
    return desk.session.store.read(partial(list_slips, batch=batch))[::-1]


def title(desk: Desk) -> str:
    """Return the name of the slip in hand."""
    return desk.entry._view._title.text()


def banner(desk: Desk) -> str:
    """Return what the banner says, "" while there is none."""
    found = desk.entry._banner
    return found.message() if found.isVisible() else ""
