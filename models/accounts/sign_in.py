"""Signing in: a name, a password, and where it is set up the code of a second factor."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from models.accounts.attempts import IDLE_DAYS, Attempts, forgiven, keep_attempts, load_attempts
from models.accounts.lockout import Moment, after_failure, remaining_ms, since_start
from models.accounts.second_factor import matching_step
from models.clock import Clock, up_ms
from models.errors import KnownError, UserError
from models.store.keys import KeyHolder, Keyring, open_second_factor, unlock

_MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who came in, the store's key, and when the account was used last."""

    holder: KeyHolder
    key: bytes
    used_on: date | None


def moment(clock: Clock) -> Moment:
    """Return the present by the calendar and by how long the machine has been running."""
    return Moment(clock.now_ms(), up_ms())


def sign_in(
    keyring: Keyring, file: Path, name: str, password: str, code: str | None, *, clock: Clock,
    now: Moment | None = None,
) -> SignedIn:  # fmt: skip
    """Open the keyring for an account; what is kept of its sign-ins lies in `file`.

    UserError for a wrong name, password or code; while it is locked, with the minutes left; where a
    code is needed (`accounts.code_needed`); and for one that was not used for 45 days, unless it is
    the only one: nobody could open it again.
    """
    now = now or moment(clock)
    holder, key = unlock_counted(keyring, file, name, password, now)
    kept = load_attempts(file).get(holder.id, Attempts())
    today = clock.today()
    if kept.is_idle(today) and len(keyring.holders) > 1:
        raise UserError("accounts.idle", name=holder.name, days=IDLE_DAYS)
    secret = open_second_factor(keyring, holder, key)
    done = forgiven(kept, today)
    if secret is not None:
        if not code:
            raise UserError("accounts.code_needed")
        step = matching_step(secret, code, now.wall_ms, after=kept.step)
        if step is None:
            _keep_failure(file, holder, kept, now)
            raise UserError("accounts.wrong_code")
        done = replace(done, step=step)
    # A full disk must not keep people out.
    with suppress(KnownError):
        keep_attempts(file, holder.id, done, came_in=True)
    return SignedIn(holder, key, kept.used_on)


def unlock_counted(
    keyring: Keyring, file: Path, name: str, password: str, now: Moment
) -> tuple[KeyHolder, bytes]:
    """Return the account and the store's key; a wrong password counts in `file`, as of sign-ins.

    UserError as of `unlock`, and while the account is locked. A right one forgives nothing: that
    is for who comes in.
    """
    holder = keyring.holder(name)
    kept = load_attempts(file).get(holder.id, Attempts())
    _refuse_while_locked(file, holder, kept, now)
    try:
        return unlock(keyring, name, password)
    except UserError:
        _keep_failure(file, holder, kept, now)
        raise


def let_in_again(file: Path, account: UUID, today: date) -> None:
    """Take a lock off an account and let it count as used: an administrator gave it a password."""
    kept = load_attempts(file).get(account, Attempts())
    keep_attempts(file, account, forgiven(kept, today))


def _refuse_while_locked(file: Path, holder: KeyHolder, kept: Attempts, now: Moment) -> None:
    failures = since_start(kept.failures, now)
    left_ms = remaining_ms(failures, now)
    if failures != kept.failures:
        keep_attempts(file, holder.id, replace(kept, failures=failures))
    if left_ms:
        minutes = -(-left_ms // _MINUTE_MS)
        raise UserError("accounts.locked", name=holder.name, minutes=minutes)


def _keep_failure(file: Path, holder: KeyHolder, kept: Attempts, now: Moment) -> None:
    failures = after_failure(kept.failures, now)
    more = replace(kept, failures=failures, untold=kept.untold + 1, untold_ms=now.wall_ms)
    keep_attempts(file, holder.id, more)
