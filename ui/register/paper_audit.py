"""What the audit is told of a paper about households, whether it was saved or printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.audit.happenings import exported, printed
from models.audit.records import Happening
from models.households.progress import WorkFilter
from models.households.queries import count_on_paper
from ui.register.papers import Paper

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from models.store.store import Store


def paper_told(store: Store, paper: Paper, suffix: str) -> Happening:
    """Return that a paper was saved with a suffix, "" for printed; reads how many rows it has."""
    rows = store.read(lambda connection: _rows(connection, paper))
    # The progress report bears figures alone, and this list names nobody.
    is_personal = paper.kind not in ("report", "list")
    if suffix:
        return exported(paper.kind, suffix, rows, is_personal=is_personal)
    return printed(paper.kind, rows, is_personal=is_personal)


def _rows(connection: Connection, paper: Paper) -> int | None:
    """Return how many households stand on a paper, None where that is told by none."""
    if paper.kind == "household_minutes":
        return 1
    if paper.kind == "hamlet_minutes":
        return count_on_paper(connection, WorkFilter(hamlets=paper.wanted.hamlets))
    if paper.kind in ("report", "corrected"):
        return None
    return count_on_paper(connection, paper.wanted)
