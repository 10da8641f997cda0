"""Tells the audit what an account does with a store, and what happened while it was closed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from uuid import UUID

from desktop.backup_log import read_outcomes
from desktop.session import Session
from desktop.untold import forget_untold, read_untold
from models.accounts.attempts import Attempts, keep_attempts, load_attempts
from models.audit.commands import note
from models.audit.events import BACKED_UP, PREFIX
from models.audit.happenings import backed_up, sign_in_failed, signed_in, unlocked
from models.audit.queries import newest
from models.audit.records import Happening
from models.errors import KnownError
from models.store.changes import Changes


def note_done(session: Session, *happenings: Happening) -> None:
    """Record what the session's account did. KnownError where the disk refuses."""
    session.store.write(
        lambda tx: note(tx, *happenings, machine=session.machine), actor=session.account
    )


def note_sign_in(session: Session, command: str = "") -> None:
    """Record that somebody signed in, for a command or at the window; before it what was untold.

    KnownError where the disk refuses: what was not recorded is told at the next sign-in.
    """
    _note_coming_in(session, signed_in(command))


def note_return(session: Session) -> None:
    """Record that the account came back behind the cover. Errors as of `note_sign_in`."""
    _note_coming_in(session, unlocked())


def _note_coming_in(session: Session, how: Happening) -> None:
    failed = {account: kept.untold for account, kept in _failed(session).items()}
    note_done(session, *untold(session), how)
    forget_untold(session.paths.untold)
    for account, times in failed.items():
        kept = load_attempts(session.paths.attempts)[account]
        with suppress(KnownError):
            left = replace(kept, untold=kept.untold - times)
            keep_attempts(session.paths.attempts, account, left)


def tells_of_work(changes: Changes) -> bool:
    """Say whether a commit recorded more than entries of the audit."""
    return any(not kind.startswith(PREFIX) for kind in changes.event_types)


def untold(session: Session) -> list[Happening]:
    """Return what happened beside the store since anybody signed in: wrong passwords of any
    account, a restore, a password set with the recovery key, a backup made as the window closed.
    """
    failures = [
        sign_in_failed(account, kept.untold, kept.untold_ms)
        for account, kept in _failed(session).items()
    ]
    return [*read_untold(session.paths.untold), *_backups(session), *failures]


def _failed(session: Session) -> dict[UUID, Attempts]:
    return {
        account: kept
        for account, kept in load_attempts(session.paths.attempts).items()
        if kept.untold
    }


def _backups(session: Session) -> list[Happening]:
    made = read_outcomes(session.paths.backups_log).values()
    newest_ms = max((one.made_ms for one in made if one.is_good), default=0)
    if not newest_ms:
        return []
    told = session.store.read(partial(newest, kind=BACKED_UP))
    told_ms = told.facts.get("made_ms", 0) if told is not None else 0
    return [backed_up(newest_ms)] if newest_ms > told_ms else []
