"""What a check found otherwise than a list says: field by field, as texts to print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from exports.household_values import Names, current, value_text
from models.households.records import Household

# In the order in which they are told; the outcome has columns of its own.
COMPARED: Final = (
    "list_code", "name", "phone", "address", "house_number", "street", "hamlet", "unit", "code",
    "place_id", "place", "has_plate", "plate_on",
)  # fmt: skip
_PLACED: Final = frozenset({"list_code", "hamlet", "unit"})


@dataclass(frozen=True, slots=True)
class CorrectedRow:
    """A row of a list and its household as it stands; `row` counts as the spreadsheet shows it.

    `original` holds what the list says, in stored form, by field; `extra` the text of cells that
    mean nothing here, by column number from 0.
    """

    row: int
    original: Mapping[str, Any]
    household: Household
    extra: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """One field that differs: its name, what the list says and what stands, as printed."""

    field: str
    old: str
    new: str


def is_changed(row: CorrectedRow, name: str) -> bool:
    """Say whether a field stands otherwise than the list has it; empty is empty in any form.

    How a place was found does not matter, where it is does. Where a household belongs is no change
    when the list says it in no column.
    """
    if name in _PLACED and name not in row.original:
        return False
    stands = _compared(name, current(row.household, name))
    return bool(_compared(name, row.original.get(name)) != stands)


def changes(row: CorrectedRow, names: Names) -> Iterator[Change]:
    """Yield the fields of a row that stand otherwise than the list has them."""
    for name in COMPARED:
        if is_changed(row, name):
            old = value_text(name, row.original.get(name), names)
            yield Change(name, old, value_text(name, current(row.household, name), names))


def _compared(name: str, value: Any) -> Any:
    if name == "place" and value:
        return (value["lat"], value["lon"])
    return value or None
