"""What the audit's page has read and made off the GUI thread; what is heavy is loaded in here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from models.accounts.queries import account_names
from models.audit.happenings import exported, printed
from models.audit.queries import count_audit, read_audit, read_whole_audit
from models.audit.records import AuditEntry, AuditFilter, AuditPlace, Happening
from models.errors import UserError
from models.permissions import Permission
from ui.papers.pages import count_pages
from ui.papers.press import holding_press

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from ui.context import PageContext
    from ui.jobs import Progress


@dataclass(frozen=True, slots=True)
class AuditPart:
    """A part of the entries, the newest first; `count` of all that are wanted, and all names."""

    entries: tuple[AuditEntry, ...]
    count: int
    names: Mapping[UUID, str]


def read_part(
    context: PageContext, wanted: AuditFilter, before: AuditPlace | None, limit: int
) -> AuditPart:
    """Return the entries after a place, or the newest; UserError unless that is allowed."""

    def query(connection: Connection) -> AuditPart:
        entries = read_audit(connection, wanted, before=before, limit=limit)
        return AuditPart(
            tuple(entries), count_audit(connection, wanted), account_names(connection)
        )

    context.demand(Permission.READ_AUDIT)
    return context.store.read(query)


def make_audit(
    context: PageContext, wanted: AuditFilter, suffix: str, today: date, progress: Progress
) -> bytes:
    """Return all wanted entries, the oldest first, as the bytes of a file."""
    from exports.audit_list import audit_rows, render

    def tell(done: int, of: int) -> None:
        progress.report(done, of)

    def query(connection: Connection) -> list[tuple[str, ...]]:
        names = account_names(connection)
        return audit_rows(read_whole_audit(connection, wanted), names, context.language)

    with holding_press(progress):
        return render(context.store.read(query), suffix, context.language, today, tell)


def save_audit(
    context: PageContext, wanted: AuditFilter, today: date, path: Path, progress: Progress
) -> Path:
    """Write all wanted entries in the format of the file's suffix and return the file."""
    from models.store.files import write_atomically

    if not path.parent.is_dir():
        raise UserError("documents.no_folder", folder=path.parent)
    content = make_audit(context, wanted, path.suffix, today, progress)
    write_atomically(path, content, refused="documents.disk")
    return path


def press_audit(
    context: PageContext, wanted: AuditFilter, today: date, progress: Progress
) -> tuple[bytes, int]:
    """Return all wanted entries as PDF, and how many pages it has."""
    content = make_audit(context, wanted, ".pdf", today, progress)
    with holding_press(progress):
        return content, count_pages(content)


def audit_told(context: PageContext, wanted: AuditFilter, suffix: str) -> Happening:
    """Return that the audit was saved with a suffix, or printed for ""."""
    rows = context.store.read(lambda connection: count_audit(connection, wanted))
    if suffix:
        return exported("audit", suffix, rows, is_personal=True)
    return printed("audit", rows, is_personal=True)
