"""Changes settings; each value is checked before it is recorded."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, Final

from models.errors import UserError
from models.ids import derived_id
from models.journal.event import NewEvent
from models.permissions import Permission, permitted
from models.settings.projection import SETTING_CHANGED
from models.settings.queries import parse
from models.settings.record import Settings
from models.store.store import Transaction

# Fields whose refusal has a sentence of its own.
_SAID: Final = frozenset({
    "year_start", "target", "margin", "report_day", "month_goal", "rekey_target", "rekey_share",
    "rekey_levels",
})  # fmt: skip


@permitted(Permission.CHANGE_SETTINGS)
def change_settings(tx: Transaction, *, unit: str, values: dict[str, Any]) -> None:
    """Record new values, `{field of Settings: JSON data}`; UserError for one that cannot be."""
    for key, value in values.items():
        check_setting(key, value)
    tx.append(
        *(
            NewEvent(SETTING_CHANGED, unit, derived_id("setting", [key]),
                     {"key": key, "value": value})
            for key, value in values.items()
        )
    )  # fmt: skip


def check_setting(key: str, value: Any) -> None:
    """Raise UserError for a key that is none, or a value that it cannot have."""
    if key not in {item.name for item in fields(Settings)}:
        raise UserError("settings.unknown", key=key)
    try:
        parse(key, value)
    except (ValueError, TypeError, ArithmeticError, KeyError) as error:
        raise UserError(f"settings.bad_{key}" if key in _SAID else "settings.bad") from error
