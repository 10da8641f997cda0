"""How the accounts of a store stand on one machine: who can come in, and when they last did."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models.accounts.attempts import Attempts
from models.accounts.lockout import Moment, remaining_ms, since_start
from models.accounts.queries import Account
from models.store.keys import Keyring

_MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Standing:
    """An account; `locked_minutes` is 0 for one that is not locked.

    `is_here` says that its password opens the store on this machine, `used_on` when it last did.
    """

    account: Account
    is_here: bool
    used_on: date | None = None
    locked_minutes: int = 0
    is_idle: bool = False
    must_change: bool = False
    has_second_factor: bool = False


def standings(
    accounts: Iterable[Account], keyring: Keyring, attempts: Mapping[UUID, Attempts], now: Moment,
    today: date,
) -> list[Standing]:  # fmt: skip
    """Return how each account stands, in the order given."""
    holders = {holder.id: holder for holder in keyring.holders}
    found = []
    for account in accounts:
        holder = holders.get(account.id)
        if holder is None:
            found.append(Standing(account, is_here=False))
            continue
        kept = attempts.get(account.id, Attempts())
        left_ms = remaining_ms(since_start(kept.failures, now), now)
        found.append(
            Standing(
                account, is_here=True, used_on=kept.used_on,
                locked_minutes=-(-left_ms // _MINUTE_MS),
                is_idle=kept.is_idle(today) and len(holders) > 1,
                must_change=holder.must_change,
                has_second_factor=holder.second_factor is not None,
            )
        )
    return found
