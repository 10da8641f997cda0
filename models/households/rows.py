"""Makes the row of a household: of all that was said of it, or of what an erasure left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from models.households.naming import ERASED_PLACE, order_key
from models.households.sayings import fullest
from models.households.state import State
from models.households.tables import households
from models.journal.event import Event
from models.json_text import canonical_json

# A row of which nothing is known; what a household's values say under the same names stands in it
# as it is said, a text that is not said is "".
_TEXTS: Final = frozenset({
    "unit", "old_unit", "hamlet", "name", "address", "house_number", "street", "outcome",
})  # fmt: skip
_OPTIONAL: Final = frozenset({"list_code", "phone", "code", "place_id", "plate_on"})
BLANK: Final[Mapping[str, Any]] = {
    **{column.name: None for column in households.columns if column.name != "key"},
    **dict.fromkeys(_TEXTS, ""),
    "note": "",
}


def erased_row(entity: UUID, home: str, said: Sequence[Event]) -> dict[str, Any]:
    """Return the row of `households` for one whose data was erased, as figures count it."""
    content = fullest(said)
    return {
        **BLANK, "id": entity, "home": home, "unit": content["unit"],
        "old_unit": content["old_unit"], "hamlet": content["hamlet"], "order_key": ERASED_PLACE,
        "has_listed_code": content["has_code"], "has_plate": content["has_plate"],
        "plate_on": content["plate_on"], "outcome": content["outcome"],
        "checked_on": content["checked_on"], "conflicts": 0,
        "merged_into": UUID(content["merged_into"]) if content["merged_into"] else None,
    }  # fmt: skip


def household_row(entity: UUID, home: str, state: State) -> dict[str, Any]:
    """Return the row of `households` for a household in a state."""
    row = dict(BLANK)
    for name, value in state.values.items():
        if name in _OPTIONAL or (value and name in _TEXTS):
            row[name] = value
    values = state.values
    row["id"], row["home"] = entity, home
    row["unit"] = row["unit"] or home
    row["order_key"] = order_key(
        row["street"], row["house_number"], row["address"], row["name"]
    )
    row["has_listed_code"] = state.has_listed_code
    row["has_plate"] = bool(values.get("has_plate"))
    if place := values.get("place"):
        row["lat"], row["lon"] = place.get("lat"), place.get("lon")
        row["place_source"], row["place_accuracy"] = place.get("source"), place.get("accuracy")
    if checked := state.checked:
        row["checked_on"], row["checked_by"] = checked.content["on"], checked.actor
        row["note"] = checked.content["note"]
    if visit := values.get("visit"):
        row["visit"] = canonical_json(visit)
    if source := state.source:
        row["list"], row["list_row"] = _list_id(source.content["list"]), source.content["row"]
    if state.listed:
        row["listed"] = canonical_json(dict(state.listed))
    row["conflicts"] = len(state.conflicts)
    if merged := values.get("merged_into"):
        row["merged_into"] = UUID(merged)
    return row


@lru_cache(maxsize=64)
def _list_id(text: str) -> UUID:
    return UUID(text)
