"""What the settings page reads and writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models.questionnaires.queries import Published, list_published
from models.settings.commands import change_settings
from models.settings.queries import read_settings
from models.settings.record import Settings
from models.units.commands import settle_split
from models.units.queries import read_units
from models.units.unit import UnitRegister
from ui.settings.values import SPLIT, split_units

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from models.store.store import Transaction


@dataclass(frozen=True, slots=True)
class InForce:
    """The settings, units and questionnaires in force."""

    settings: Settings
    register: UnitRegister
    questionnaires: tuple[Published, ...]


def read_in_force(connection: Connection) -> InForce:
    """Return what is in force, in one consistent view."""
    return InForce(
        read_settings(connection), read_units(connection), tuple(list_published(connection))
    )


def store_changes(tx: Transaction, *, unit: str, values: Mapping[str, Any]) -> None:
    """Record changed values, all or none; UserError for one that cannot be."""
    settings = {key: value for key, value in values.items() if not key.startswith(SPLIT)}
    if settings:
        change_settings(tx, unit=unit, values=settings)
    old_units = {SPLIT + item.code: item for item in split_units(read_units(tx.connection))}
    for key, code in values.items():
        if key in old_units:
            settle_split(tx, old_units[key], code, unit=unit)
