"""A store with several hamlets of the invented register, and somebody at the register's pages."""

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
from tests.ui.register.browsing import Browser

HOUSEHOLDS = 900


@pytest.fixture(scope="session")
def hamlets_store(tmp_path_factory: pytest.TempPathFactory, _template: Path) -> Path:
    """A folder with a store that holds the first hamlets; copy it before opening."""
    folder = tmp_path_factory.mktemp("hamlets") / "store"
    shutil.copytree(_template, folder)
    session = open_session(DataPaths(folder), SECRET, ADMIN)
    plan = session.store.read(partial(plan_list, rows=demo_rows()[:HOUSEHOLDS]))
    command = partial(import_list, plan=plan, unit=UNIT, title="1", columns={}, header=[])
    session.store.write(command, actor=session.account)
    session.store.close()
    return folder


@pytest.fixture
def hamlets_session(tmp_path: Path, hamlets_store: Path) -> Iterator[Session]:
    """A store with several hamlets, open."""
    folder = tmp_path / "hamlets"
    shutil.copytree(hamlets_store, folder)
    opened = open_session(DataPaths(folder), SECRET, ADMIN)
    yield opened
    opened.store.close()


@pytest.fixture
def browser(
    hamlets_session: Session, themed: QApplication, no_bugs: object
) -> Iterator[Browser]:
    """Somebody at the register of several hamlets."""
    seated = Browser(hamlets_session)
    yield seated
    seated.stop()
    assert seated.raised == []


@pytest.fixture
def beginner(session: Session, themed: QApplication, no_bugs: object) -> Iterator[Browser]:
    """Somebody at an empty register."""
    seated = Browser(session)
    yield seated
    seated.stop()
    assert seated.raised == []
