from __future__ import annotations

from uuid import uuid4

from sqlalchemy import update

from desktop.session import Session
from models.stations.hub import (
    HubPlace,
    HubRound,
    keep_hub,
    keep_round,
    read_hub,
    read_round,
)
from models.store.schema import store_state


def test_a_hub_is_kept_with_what_its_last_round_did(session: Session) -> None:
    store = session.store
    assert store.read(read_hub) is None
    assert store.read(read_round) is None
    place, done = HubPlace("https://hub.example.vn", uuid4()), HubRound(5, 1, 2, 3, 4, 5)
    store.write(lambda tx: keep_hub(tx.connection, place), actor=session.account)
    store.write(lambda tx: keep_round(tx.connection, done), actor=session.account)
    moved = HubPlace("https://other.example.vn", place.station, is_automatic=False)
    store.write(lambda tx: keep_hub(tx.connection, moved), actor=session.account)
    assert store.read(read_hub) == moved
    assert store.read(read_round) == done
    other = HubPlace("https://hub.example.vn", uuid4())
    store.write(lambda tx: keep_hub(tx.connection, other), actor=session.account)
    assert store.read(read_hub) == other
    assert store.read(read_round) is None


def test_a_hub_that_was_kept_before_it_could_be_automatic_is_so(session: Session) -> None:
    place = HubPlace("https://hub.example.vn", uuid4())
    old = f'{{"url":"{place.url}","station":"{place.station}"}}'

    def keep_old(tx) -> None:
        keep_hub(tx.connection, place)
        tx.connection.execute(
            update(store_state).where(store_state.c.key == "hub").values(value=old)
        )

    session.store.write(keep_old, actor=session.account)
    assert session.store.read(read_hub) == place
