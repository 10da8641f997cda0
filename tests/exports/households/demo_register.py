"""The demo's listed rows as households, as they stand before anybody checked one."""

from __future__ import annotations

from datetime import date
from typing import Any

from models.households.records import Household, ListRow
from models.households.values import day_of, place_of

_SAME = (
    "list_code", "phone", "address", "house_number", "street", "code", "place_id", "old_unit",
    "has_plate",
)  # fmt: skip


def household_of(row: ListRow) -> Household:
    """Return the household that a row makes."""
    fields: dict[str, Any] = {name: row.fields[name] for name in _SAME if name in row.fields}
    plate_on: date | None = day_of(row.fields.get("plate_on"))
    return Household(
        id=row.key, unit=row.unit, hamlet=row.hamlet, name=row.fields.get("name") or "",
        place=place_of(row.fields.get("place")), plate_on=plate_on, list_row=row.row, **fields,
    )  # fmt: skip
