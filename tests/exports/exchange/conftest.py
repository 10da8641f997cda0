from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.paths import DataPaths
from desktop.session import create_store, open_session
from tests.conftest import ADMIN, SECRET
from tests.exports.exchange.pair import Station


def opened(template: Path, folder: Path, name: str) -> Station:
    """Open a store in a folder of its own."""
    shutil.copytree(template, folder)
    return Station.made(open_session(DataPaths(folder), SECRET, ADMIN), name)


@pytest.fixture
def here(tmp_path: Path, _template: Path) -> Iterator[Station]:
    """A station of Phường Uông Bí."""
    station = opened(_template, tmp_path / "here", "Quầy 1")
    yield station
    station.session.store.close()


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Station]:
    """Another station of the same ward, with a store of its own."""
    paths = DataPaths(tmp_path / "there")
    create_store(paths, unit_code="06811", admin=ADMIN, password=SECRET)
    station = Station.made(open_session(paths, SECRET, ADMIN), "Quầy 2")
    yield station
    station.session.store.close()


@pytest.fixture
def pair(here: Station, there: Station) -> tuple[Station, Station]:
    """Both, enrolled at each other for all units."""
    here.enrols(there)
    there.enrols(here)
    return here, there


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Station]:
    """A third station, enrolled nowhere."""
    paths = DataPaths(tmp_path / "other")
    create_store(paths, unit_code="06820", admin=ADMIN, password=SECRET)
    station = Station.made(open_session(paths, SECRET, ADMIN), "Quầy 3")
    yield station
    station.session.store.close()
