"""Which hub this station exchanges with: its address, and the station that it is enrolled as."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from models.json_text import canonical_json, parse_json
from models.store.schema import store_state

_KEY: Final = "hub"


@dataclass(frozen=True, slots=True)
class HubPlace:
    """A hub's URL and its id among the enrolled stations."""

    url: str
    station: UUID


def read_hub(connection: Connection) -> HubPlace | None:
    """Return the hub that was kept last, None before there was any."""
    query = select(store_state.c.value).where(store_state.c.key == _KEY)
    text = connection.execute(query).scalar()
    if text is None:
        return None
    kept = parse_json(text)
    return HubPlace(kept["url"], UUID(kept["station"]))


def keep_hub(connection: Connection, place: HubPlace) -> None:
    """Keep a hub in place of the one before; no fact to exchange."""
    connection.execute(delete(store_state).where(store_state.c.key == _KEY))
    text = canonical_json({"url": place.url, "station": str(place.station)})
    connection.execute(insert(store_state), {"key": _KEY, "value": text})
