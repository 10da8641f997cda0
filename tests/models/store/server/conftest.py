"""A PostgreSQL server for this folder's tests, and stores on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.wiring import projections
from models.clock import Clock
from models.store.server import open_server
from models.store.store import Store

Opener = Callable[..., Store]


@pytest.fixture
def open_store(database_url: str, tmp_path: Path) -> Iterator[Opener]:
    """Open the test's database once more, as another process would."""
    opened: list[Store] = []

    def another(clock: Clock | None = None) -> Store:
        database = open_server(database_url, tmp_path / "server")
        opened.append(Store(database, clock or Clock(), projections()))
        return opened[-1]

    yield another
    for store in opened:
        store.close()
