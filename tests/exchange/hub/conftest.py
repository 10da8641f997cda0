"""A database for each test, and a hub over it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest

from exports.hub.app import build_app
from exports.hub.database import HubDatabase, open_hub
from models.stations.own import make_own
from tests.exchange.hub.server import listening


@pytest.fixture
def database(database_url: str) -> Iterator[HubDatabase]:
    """A hub's database with the hub's keys."""
    opened = open_hub(database_url)
    opened.administer(partial(make_own, name="Máy chủ"))
    yield opened
    opened.close()


@pytest.fixture
def hub_url(database: HubDatabase) -> Iterator[str]:
    """The address of a running hub."""
    with listening(build_app(database)) as port:
        yield f"http://127.0.0.1:{port}"
