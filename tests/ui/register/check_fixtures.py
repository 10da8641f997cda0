"""A store with the first households of the invented register, and an officer at the page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.paths import DataPaths
from desktop.session import Session, open_session
from models.households.demo import demo_rows
from models.households.list_commands import import_list
from models.households.list_plan import plan_list
from tests.conftest import ADMIN, SECRET, UNIT
from tests.ui.register.checking import Officer

HOUSEHOLDS = 260
TITLE = "Danh sách thử"


@pytest.fixture(scope="session")
def register_store(tmp_path_factory: pytest.TempPathFactory, _template: Path) -> Path:
    """A folder with a store that holds a small register; copy it before opening."""
    folder = tmp_path_factory.mktemp("register") / "store"
    shutil.copytree(_template, folder)
    session = open_session(DataPaths(folder), SECRET, ADMIN)
    plan = session.store.read(partial(plan_list, rows=demo_rows()[:HOUSEHOLDS]))
    command = partial(import_list, plan=plan, unit=UNIT, title=TITLE, columns={}, header=[])
    session.store.write(command, actor=session.account)
    session.store.close()
    return folder


@pytest.fixture
def register_paths(tmp_path: Path, register_store: Path) -> DataPaths:
    """The files of a store with a small register."""
    folder = tmp_path / "register"
    shutil.copytree(register_store, folder)
    return DataPaths(folder)


@pytest.fixture
def register_session(register_paths: DataPaths) -> Iterator[Session]:
    """A store with a small register, open."""
    opened = open_session(register_paths, SECRET, ADMIN)
    yield opened
    opened.store.close()


@pytest.fixture
def officer(
    register_session: Session, themed: QApplication, no_bugs: object
) -> Iterator[Officer]:
    """An officer at the page, no household open."""
    seated = Officer(register_session)
    yield seated
    seated.stop()
    assert seated.raised == []
