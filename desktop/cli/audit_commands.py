"""`audit list | export | slips`: who did what, when, and on which machine."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from desktop.audit import note_done, note_sign_in
from desktop.cli.invocation import Invocation, parse_day
from desktop.session import Session
from exports.audit_list import audit_rows, check_suffix, render
from exports.audit_wording import account_text, details_text, what_text
from models.accounts.queries import account_names
from models.audit.happenings import exported
from models.audit.queries import check_group, read_audit, read_whole_audit, slips_keyed
from models.audit.records import AuditFilter
from models.errors import UserError
from models.permissions import Permission
from models.store.files import write_atomically
from models.text import search_key

Outcome = tuple[int, dict[str, Any]]
# The newest of them, where nothing narrows the list.
_MOST: Final = 1000


def list_entries(run: Invocation) -> Outcome:
    """List the newest entries first."""
    session = run.open(Permission.READ_AUDIT)
    try:
        wanted = _wanted(run, session)
        found = session.store.read(partial(read_audit, wanted=wanted, limit=_MOST))
        names = session.store.read(account_names)
        note_sign_in(session, run.command)
    finally:
        session.store.close()
    language = run.language
    entries = [
        {
            "at": one.at.isoformat(timespec="seconds"),
            "account": account_text(one.account, names, language),
            "what": what_text(one, language), "details": details_text(one, names, language),
            "machine": one.machine, "type": one.type,
        }
        for one in found
    ]  # fmt: skip
    return 0, {"entries": entries}


def export(run: Invocation) -> Outcome:
    """Write all entries, the oldest first, to a file."""
    path = Path(run.options.out)
    check_suffix(path.suffix)
    session = run.open(Permission.READ_AUDIT)
    try:
        wanted = _wanted(run, session)
        names = session.store.read(account_names)
        rows = session.store.read(
            lambda c: audit_rows(read_whole_audit(c, wanted), names, run.language)
        )
        if not path.parent.is_dir():
            raise UserError("documents.no_folder", folder=path.parent)
        content = render(rows, path.suffix, run.language, session.store.clock.today())
        write_atomically(path, content, refused="documents.disk")
        done = exported("audit", path.suffix, len(rows), is_personal=True)
        note_done(session, done)
    finally:
        session.store.close()
    return 0, {"file": str(path.absolute()), "rows": len(rows)}


def slips(run: Invocation) -> Outcome:
    """Tell who recorded how many slips on each day."""
    start, end = parse_day(run.options.start, "--from"), parse_day(run.options.end, "--to")
    session = run.open(Permission.READ_AUDIT)
    try:
        found = session.store.read(partial(slips_keyed, start=start, end=end))
        names = session.store.read(account_names)
        note_sign_in(session, run.command)
    finally:
        session.store.close()
    days = [
        {
            "day": one.day.isoformat(), "account": account_text(one.account, names, run.language),
            "slips": one.slips,
        }
        for one in found
    ]  # fmt: skip
    return 0, {"days": days}


def _wanted(run: Invocation, session: Session) -> AuditFilter:
    options = run.options
    if options.kind is not None:
        check_group(options.kind)
    return AuditFilter(
        parse_day(options.start, "--from") if options.start else None,
        parse_day(options.end, "--to") if options.end else None,
        _account(session, options.by) if options.by else None, options.kind,
    )  # fmt: skip


def _account(session: Session, name: str) -> UUID:
    """Return the account of a name, one that was removed too; UserError for none."""
    for account, known in session.store.read(account_names).items():
        if search_key(known) == search_key(name):
            return account
    raise UserError("accounts.unknown", name=name)
