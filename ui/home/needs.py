"""What needs a person: one entry for each kind, counted beside the GUI thread.

Who adds something that has to wait for a person adds a `Need` here: the first page then shows how
many there are, and leads to where they are decided.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from models.clock import DAY_MS, local_time
from models.figures import format_integer
from models.kiosk.review import read_findings
from models.permissions import Permission
from models.rekeying.queries import count_left, undecided
from models.stations.ledger import events_apart

if TYPE_CHECKING:
    from models.store.store import Store
    from ui.accounts.people import People
    from ui.home.loading import Overview
    from ui.settings.safekeeping import Safekeeping

# Backups go on by themselves every day: after a week of none a person has to look.
BACKUP_DAYS: Final = 7


@dataclass(frozen=True, slots=True)
class Look:
    """What is counted from: the store, the time in milliseconds, and what lies beside the store.

    `overview` was read just before. `account` is who looks: nobody keys his own slips a second
    time. `keeping` is None where the store is backed up elsewhere.
    """

    store: Store
    overview: Overview
    account: UUID
    now_ms: int
    people: People
    keeping: Safekeeping | None


@dataclass(frozen=True, slots=True)
class Need:
    """One kind of thing that waits for a person who may do something about it.

    `count` is quick and reads from a `Look`, off the GUI thread; `said` returns the sentence with
    `%1` for the number, on it; `place` is where it leads (`MainWindow.open_place`); `events` begins
    the names of what changes the number.
    """

    permission: Permission
    count: Callable[[Look], int]
    said: Callable[[], str]
    place: str
    events: tuple[str, ...] = ()
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """So many of a kind."""

    need: Need
    number: int

    @property
    def sentence(self) -> str:
        """The sentence, in the window's language."""
        return self.need.said().replace("%1", format_integer(self.number))


def _slips(look: Look) -> int:
    return look.overview.undecided


def _second(look: Look) -> int:
    """Return how many slips wait for this account's second keying."""
    return look.store.read(lambda connection: count_left(connection, look.account))


def _differences(look: Look) -> int:
    return len(look.store.read(lambda connection: undecided(connection, look.account)))


def _votes(look: Look) -> int:
    """Return how many patterns in the kiosk's votes nobody has judged."""
    today = local_time(look.now_ms).date()
    return len(look.store.read(lambda connection: read_findings(connection, today)))


def _households(look: Look) -> int:
    return look.overview.households.conflicts


def _apart(look: Look) -> int:
    return look.store.read(events_apart)


def _locked(look: Look) -> int:
    return sum(1 for one in look.people.every() if one.locked_minutes)


def _without_backup(look: Look) -> int:
    """Return 1 where a place failed last, or no backup of the last days is a good one."""
    if look.keeping is None:
        return 0
    state = look.keeping.state()
    made_ms = state.last_good_ms
    is_late = made_ms is not None and look.now_ms - made_ms > BACKUP_DAYS * DAY_MS
    return int(is_late or state.has_failed)


def _slips_said() -> str:
    return QCoreApplication.translate("home", "Slips to be decided: %1")


def _votes_said() -> str:
    return QCoreApplication.translate("home", "Striking votes of the kiosk: %1")


def _second_said() -> str:
    return QCoreApplication.translate("home", "Slips to key a second time: %1")


def _differences_said() -> str:
    return QCoreApplication.translate("home", "Differences between two keyings: %1")


def _households_said() -> str:
    return QCoreApplication.translate("home", "Households to be decided: %1")


def _apart_said() -> str:
    return QCoreApplication.translate("home", "Records set apart in the exchange: %1")


def _locked_said() -> str:
    return QCoreApplication.translate("home", "Accounts locked after wrong passwords: %1")


def _backup_said() -> str:
    return QCoreApplication.translate("home", "The last backup did not succeed, or is too old")


NEEDS: Final[tuple[Need, ...]] = (
    Need(Permission.BACK_UP, _without_backup, _backup_said, "settings/backups",
         ("audit.backed_up",), is_urgent=True),
    Need(Permission.EXCHANGE, _apart, _apart_said, "exchange", ("station.",), is_urgent=True),
    Need(Permission.REVIEW_SLIPS, _slips, _slips_said, "keying/decisions", ("survey.",)),
    Need(Permission.KEY_SLIPS, _differences, _differences_said, "keying/differences",
         ("second.", "survey.", "account.")),
    Need(Permission.REVIEW_SLIPS, _votes, _votes_said, "keying/votes", ("vote.", "survey.")),
    Need(Permission.KEY_SLIPS, _second, _second_said, "keying/second", ("second.", "survey.")),
    Need(Permission.SETTLE_HOUSEHOLDS, _households, _households_said, "register/decisions",
         ("household.",)),
    Need(Permission.MANAGE_ACCOUNTS, _locked, _locked_said, "settings/accounts",
         ("account.", "audit.sign_in_failed")),
)  # fmt: skip


def count_needs(look: Look, may: Callable[[Permission], bool]) -> tuple[Waiting, ...]:
    """Return what waits for somebody who `may` do something about it, the urgent first."""
    found = [Waiting(need, need.count(look)) for need in NEEDS if may(need.permission)]
    return tuple(one for one in found if one.number)
