"""What is kept of sign-ins beside the store: it has to be known before anybody can open it.

No secret is in it and no name; who can write here could as well guess at a copy of the keyring.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from models.accounts.lockout import NONE, Failures, Moment
from models.json_text import parse_json
from models.store.files import write_atomically

IDLE_DAYS: Final = 45
_DAMAGE: Final = (OSError, ValueError, KeyError, TypeError, AttributeError)


@dataclass(frozen=True, slots=True)
class Attempts:
    """What is kept of one account.

    `used_on` is the last day on which it was opened, `step` the last code of its second factor that
    was taken (a number of half minutes since 1970): none is taken twice. `untold` failures are not
    in the journal yet, the last of them at `untold_ms` by the calendar.
    """

    failures: Failures = NONE
    used_on: date | None = None
    step: int = 0
    untold: int = 0
    untold_ms: int = 0

    def is_idle(self, today: date) -> bool:
        """Say whether the account was not used for so long that it is closed."""
        return self.used_on is not None and (today - self.used_on).days > IDLE_DAYS


def load_attempts(path: Path) -> dict[UUID, Attempts]:
    """Return what is kept of each account; nothing where the file is missing or damaged.

    A damaged file must not keep everybody out; deleting it takes as much as changing it.
    """
    try:
        data = parse_json(path.read_bytes())
        return {UUID(account): _attempts(item) for account, item in data.items()}
    except _DAMAGE:
        return {}


def keep_attempts(
    path: Path, account: UUID, attempts: Attempts, *, came_in: bool = False
) -> None:
    """Write what is to be kept of one account, beside what is kept of the others.

    Who came in last stands last.
    """
    every = load_attempts(path)
    if came_in:
        every.pop(account, None)
    every[account] = attempts
    data = {str(one): _data(kept) for one, kept in every.items()}
    write_atomically(path, json.dumps(data, indent=1).encode())


def forgiven(attempts: Attempts, today: date) -> Attempts:
    """Return what is kept once the account was opened."""
    return replace(attempts, failures=NONE, used_on=today)


def _attempts(item: Mapping[str, Any]) -> Attempts:
    last = Moment(*map(int, item["last"])) if item["last"] else None
    used_on = date.fromisoformat(item["used_on"]) if item["used_on"] else None
    failures = Failures(int(item["failures"]), last)
    return Attempts(failures, used_on, int(item["step"]), int(item["untold"]),
                    int(item.get("untold_ms", 0)))  # fmt: skip


def _data(kept: Attempts) -> dict[str, Any]:
    last = kept.failures.last
    return {
        "failures": kept.failures.count,
        "last": [last.wall_ms, last.up_ms] if last else None,
        "used_on": kept.used_on.isoformat() if kept.used_on else None,
        "step": kept.step, "untold": kept.untold,
        "untold_ms": kept.untold_ms,
    }  # fmt: skip
