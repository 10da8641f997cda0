"""Stores to test with: fresh ones, and a copy of the demo store that is made once."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from collections.abc import Iterator, Sequence
from importlib.abc import MetaPathFinder
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from desktop.demo import create_demo
from desktop.paths import DataPaths
from desktop.sample_account import ACCOUNT, PASSWORD
from desktop.session import Session, create_store, open_session
from models.store import keys

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.exchange.hub.server import Cluster

# The same examples in every run of the suite; `make soak` looks for new ones.
settings.register_profile("suite", derandomize=True, deadline=None)
settings.register_profile("soak", max_examples=2000, deadline=None)
settings.load_profile("soak" if os.environ.get("MOTCUA_SOAK") else "suite")

UNIT = "06811"
ADMIN = "quantri"
SECRET = "Mat-khau-thu-2026"


# What takes longest begins first, so that no worker is left with it alone at the end.
LONGEST = (
    "test_long_runs.py", "test_short_runs.py", "test_every_page.py", "test_wrong_variants.py",
    "test_whole_day.py", "test_by_keyboard.py", "test_officers_day.py",
    "test_large_register.py", "test_fifty_stations.py", "test_bundle.py", "test_kills.py",
)  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Bring the longest files to the front, in their order; the others stay as they are."""
    places = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path.name, len(LONGEST)))


class FacesOffTheWindow(MetaPathFinder):
    """Notes modules of screens that are loaded beside the window: at times that crashes it."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def find_spec(self, name: str, path: Sequence[str] | None, target: object = None) -> None:
        """Find nothing; only look on."""
        is_beside = threading.current_thread() is not threading.main_thread()
        if is_beside and name.partition(".")[0] in {"ui", "PySide6"}:
            self.found.append(name)


@pytest.fixture(scope="session")
def _faces_off_the_window() -> Iterator[FacesOffTheWindow]:
    watch = FacesOffTheWindow()
    sys.meta_path.insert(0, watch)
    yield watch
    sys.meta_path.remove(watch)


@pytest.fixture(autouse=True)
def _qt_is_loaded_on_its_own_thread(_faces_off_the_window: FacesOffTheWindow) -> Iterator[None]:
    yield
    found = list(_faces_off_the_window.found)
    _faces_off_the_window.found.clear()
    assert found == [], f"loaded beside the window: {found}"


def _windows() -> set[QWidget]:
    """Return the windows that are there, if anybody has begun with windows at all."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return set()
    return set(widgets.QApplication.topLevelWidgets())


@pytest.fixture(autouse=True)
def _no_window_is_left(_qt_is_loaded_on_its_own_thread: None) -> Iterator[None]:
    """Take away the windows that a test leaves: each change of the look would paint them again."""
    before = _windows()
    yield
    left = _windows() - before
    if left:
        from PySide6.QtCore import QCoreApplication, QEvent

        for window in left:
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(scope="session", autouse=True)
def _cheap_passwords() -> Iterator[None]:
    """Let Argon2id cost next to nothing; what it costs for real is held by a test of its own."""
    kept = dict(keys.COST)
    keys.COST.update(memory_kib=64, passes=1, lanes=1)
    yield
    keys.COST.update(kept)


@pytest.fixture(scope="session", autouse=True)
def _own_limits() -> Iterator[None]:
    """Let no window of a test lower the limits of the process that all tests share, for good."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.memory_dumps.forbid_memory_dumps", lambda: None)
        yield


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test away from the stores of whoever runs it."""
    monkeypatch.setenv("MOTCUA_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("MOTCUA_PASSWORD", raising=False)
    monkeypatch.delenv("MOTCUA_DATABASE", raising=False)


@pytest.fixture(scope="session")
def _template(tmp_path_factory: pytest.TempPathFactory, _cheap_passwords: None) -> Path:
    folder = tmp_path_factory.mktemp("template")
    create_store(DataPaths(folder), unit_code=UNIT, admin=ADMIN, password=SECRET)
    return folder


@pytest.fixture(scope="session")
def demo_template(tmp_path_factory: pytest.TempPathFactory, _cheap_passwords: None) -> Path:
    """A folder with the demo store; copy it before opening."""
    folder = tmp_path_factory.mktemp("demo")
    create_demo(DataPaths(folder))
    return folder


@pytest.fixture
def paths(tmp_path: Path, _template: Path) -> DataPaths:
    """The files of a fresh store of Phường Uông Bí with one administrator."""
    folder = tmp_path / "data"
    shutil.copytree(_template, folder)
    return DataPaths(folder)


@pytest.fixture
def session(paths: DataPaths) -> Iterator[Session]:
    """A fresh store, open."""
    opened = open_session(paths, SECRET, ADMIN)
    yield opened
    opened.store.close()


@pytest.fixture
def demo_paths(tmp_path: Path, demo_template: Path) -> DataPaths:
    """The files of a demo store."""
    folder = tmp_path / "demo"
    shutil.copytree(demo_template, folder)
    return DataPaths(folder)


@pytest.fixture
def demo_session(demo_paths: DataPaths) -> Iterator[Session]:
    """A demo store, open."""
    opened = open_session(demo_paths, PASSWORD, ACCOUNT)
    yield opened
    opened.store.close()


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL server, started for the first test that wants one."""
    from tests.exchange.hub.server import running_cluster

    with running_cluster() as running:
        yield running


@pytest.fixture
def database_url(cluster: Cluster) -> str:
    """The address of a database of the test's own."""
    return cluster.database()
