"""Who may do what: one table, asked by every command, by the screens and by the command line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum, auto
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, Final, ParamSpec, TypeVar

if TYPE_CHECKING:
    from models.store.store import Transaction

P = ParamSpec("P")
T = TypeVar("T")


class Role(StrEnum):
    """What somebody was given an account for."""

    COUNTER = auto()
    REVIEWER = auto()
    OFFICER = auto()
    HEAD = auto()
    ADMINISTRATOR = auto()


class Permission(StrEnum):
    """What can be allowed or not."""

    KEY_SLIPS = auto()
    IMPORT_SLIPS = auto()
    REVIEW_SLIPS = auto()
    EXPORT_SLIPS = auto()
    READ_HOUSEHOLDS = auto()
    CHECK_HOUSEHOLDS = auto()
    IMPORT_HOUSEHOLDS = auto()
    SETTLE_HOUSEHOLDS = auto()
    EXPORT_HOUSEHOLDS = auto()
    ASSIGN_HAMLETS = auto()
    REPORT = auto()
    EXCHANGE = auto()
    ENROL_STATIONS = auto()
    CHANGE_SETTINGS = auto()
    PUBLISH_QUESTIONNAIRES = auto()
    DEFINE_UNITS = auto()
    MANAGE_ACCOUNTS = auto()
    BACK_UP = auto()
    EXAMINE = auto()
    READ_AUDIT = auto()
    ERASE_HOUSEHOLDS = auto()
    READ_OTHERS_FIGURES = auto()


_EVERYONE: Final = frozenset({Permission.REPORT, Permission.EXCHANGE})
_REVIEWING: Final = frozenset(
    {
        Permission.KEY_SLIPS, Permission.IMPORT_SLIPS, Permission.REVIEW_SLIPS,
        Permission.EXPORT_SLIPS,
    }
)  # fmt: skip
_REGISTER: Final = frozenset(
    {
        Permission.READ_HOUSEHOLDS, Permission.CHECK_HOUSEHOLDS, Permission.IMPORT_HOUSEHOLDS,
        Permission.SETTLE_HOUSEHOLDS, Permission.EXPORT_HOUSEHOLDS,
    }
)  # fmt: skip
_HEADING: Final = frozenset(
    {
        Permission.ASSIGN_HAMLETS, Permission.CHANGE_SETTINGS, Permission.BACK_UP,
        Permission.EXAMINE, Permission.READ_AUDIT, Permission.ERASE_HOUSEHOLDS,
        Permission.READ_OTHERS_FIGURES,
    }
)  # fmt: skip
# The administrator of a counter is often its only account: all of it must be possible with one.
ALLOWED: Final[Mapping[Role, frozenset[Permission]]] = {
    Role.COUNTER: _EVERYONE | {Permission.KEY_SLIPS},
    Role.REVIEWER: _EVERYONE | _REVIEWING,
    Role.OFFICER: _EVERYONE | _REGISTER,
    Role.HEAD: _EVERYONE | _REVIEWING | _REGISTER | _HEADING,
    Role.ADMINISTRATOR: frozenset(Permission),
}

# Every command that asks, by its full name: what the matrix of the tests is made of.
COMMANDS: Final[dict[str, tuple[Permission, Callable[..., Any]]]] = {}


def may(role: str, permission: Permission) -> bool:
    """Say whether a role allows something; one that is not in the table allows nothing."""
    return role in ALLOWED and permission in ALLOWED[Role(role)]


def permitted(
    permission: Permission,
) -> Callable[[Callable[Concatenate[Transaction, P], T]], Callable[Concatenate[Transaction, P], T]]:
    """Have a command ask, before anything else, whether its actor is allowed what it does."""

    def mark(
        command: Callable[Concatenate[Transaction, P], T],
    ) -> Callable[Concatenate[Transaction, P], T]:
        @wraps(command)
        def asking(tx: Transaction, /, *args: P.args, **kwargs: P.kwargs) -> T:
            tx.demand(permission)
            return command(tx, *args, **kwargs)

        COMMANDS[f"{command.__module__}.{command.__qualname__}"] = permission, asking
        return asking

    return mark
