"""`second list | figures`: what is to be keyed a second time, and how well somebody keys."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from desktop.audit import note_done, note_sign_in
from desktop.cli.invocation import Invocation, parse_day
from desktop.session import Session
from models.accounts.queries import account_names
from models.audit.happenings import figures_viewed
from models.errors import UserError
from models.permissions import Permission
from models.rekeying.figures import Errors, read_figures
from models.rekeying.queries import drawn_batches, undecided
from models.text import search_key

Outcome = tuple[int, dict[str, Any]]


def list_drawn(run: Invocation) -> Outcome:
    """List the batches that the account may key a second time, and count what it may decide."""
    session = run.open(Permission.KEY_SLIPS)
    try:
        found = session.store.read(partial(drawn_batches, account=session.account))
        waiting = session.store.read(partial(undecided, account=session.account))
        note_sign_in(session, run.command)
    finally:
        session.store.close()
    batches = [
        {
            "batch": str(one.id), "unit": one.header.unit,
            "day": one.header.collected_on.isoformat(), "drawn": one.drawn, "keyed": one.keyed,
            "left": len(one.left),
        }
        for one in found
    ]  # fmt: skip
    return 0, {"batches": batches, "differences": len(waiting)}


def figures(run: Invocation) -> Outcome:
    """Tell one's own figures; another's are for the head, and the audit is told."""
    options = run.options
    start = parse_day(options.start, "--from") if options.start else None
    end = parse_day(options.end, "--to") if options.end else None
    session = run.open(Permission.KEY_SLIPS)
    try:
        account = _account(session, options.by) if options.by else session.account
        if account != session.account:
            session.demand(Permission.READ_OTHERS_FIGURES)
        note_sign_in(session, run.command)
        if account != session.account:
            note_done(session, figures_viewed(account))
        found = session.store.read(partial(read_figures, account=account, start=start, end=end))
        name = session.store.read(account_names).get(account, "")
    finally:
        session.store.close()
    return 0, {
        "account": name, "slips": found.slips, "keys": found.keys, "seconds": found.seconds,
        "slips_per_hour": _rounded(found.slips_an_hour),
        "keystrokes_per_hour": _rounded(found.keys_an_hour),
        **_errors(found.total), "undecided": found.undecided, "level": found.standing.level,
        "share": round(found.share * 100, 1),
        "questions": [
            {"field": field, **_errors(one)} for field, one in found.questions.items()
        ],
    }  # fmt: skip


def _errors(found: Errors) -> dict[str, Any]:
    interval = found.interval
    return {
        "fields": found.fields, "errors": found.errors, "per_10000": _rounded(found.rate),
        "interval": [_rounded(end) for end in interval] if interval is not None else None,
    }  # fmt: skip


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 1)


def _account(session: Session, name: str) -> UUID:
    for account, known in session.store.read(account_names).items():
        if search_key(known) == search_key(name):
            return account
    raise UserError("accounts.unknown", name=name)
