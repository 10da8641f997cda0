"""Which hub this station exchanges with: its address, its station, and what the last round did."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from models.json_text import canonical_json, parse_json
from models.store.schema import store_state

_KEY: Final = "hub"
_ROUND_KEY: Final = "hub_round"


@dataclass(frozen=True, slots=True)
class HubPlace:
    """A hub's URL and its id among the enrolled stations.

    `is_automatic` says whether the window exchanges with it by itself.
    """

    url: str
    station: UUID
    is_automatic: bool = True


@dataclass(frozen=True, slots=True)
class HubRound:
    """What the last whole round did; `done_ms` since 1970 by this station's clock.

    `pending` events the hub had not stated to hold by then.
    """

    done_ms: int
    sent: int
    received: int
    held: int
    quarantined: int
    pending: int


def read_hub(connection: Connection) -> HubPlace | None:
    """Return the hub that was kept last, None before there was any."""
    kept = _read(connection, _KEY)
    if kept is None:
        return None
    return HubPlace(kept["url"], UUID(kept["station"]), kept.get("is_automatic", True))


def keep_hub(connection: Connection, place: HubPlace) -> None:
    """Keep a hub in place of the one before, whose last round is forgotten; no fact to exchange."""
    before = read_hub(connection)
    if before is not None and before.station != place.station:
        connection.execute(delete(store_state).where(store_state.c.key == _ROUND_KEY))
    content = {"url": place.url, "station": str(place.station), "is_automatic": place.is_automatic}
    _keep(connection, _KEY, content)


def read_round(connection: Connection) -> HubRound | None:
    """Return what the last round with the hub did, None before there was any."""
    kept = _read(connection, _ROUND_KEY)
    return HubRound(**kept) if kept is not None else None


def keep_round(connection: Connection, done: HubRound) -> None:
    """Keep what a round did in place of the one before; no fact to exchange."""
    _keep(connection, _ROUND_KEY, asdict(done))


def _read(connection: Connection, key: str) -> dict[str, Any] | None:
    query = select(store_state.c.value).where(store_state.c.key == key)
    text = connection.execute(query).scalar()
    return parse_json(text) if text is not None else None


def _keep(connection: Connection, key: str, content: dict[str, Any]) -> None:
    connection.execute(delete(store_state).where(store_state.c.key == key))
    row = {"key": key, "value": canonical_json(content)}
    connection.execute(insert(store_state), row)
