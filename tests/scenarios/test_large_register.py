"""A register of two hundred thousand households: opened, searched and paged at the window."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.paths import DataPaths
from desktop.session import open_session
from models.households.demo import made_rows
from models.households.list_commands import import_list
from models.households.list_plan import plan_list
from tests.bench import register_store
from tests.conftest import ADMIN, SECRET, UNIT
from tests.scenarios.desk import at_desk
from tests.scenarios.officer import CONTROL, Officer

# Copied so often, with units and codes of their own, see `register_store`.
MODELS, COPIES = 3_500, 58
SEED = 200


@pytest.fixture
def large(paths: DataPaths, monkeypatch: pytest.MonkeyPatch) -> int:
    """Fill the store and return how many households it holds."""
    monkeypatch.setattr(register_store, "COPIES", COPIES)
    session = open_session(paths, SECRET, ADMIN)
    plan = session.store.read(partial(plan_list, rows=made_rows(MODELS, MODELS // 2, SEED)))
    command = partial(import_list, plan=plan, unit=UNIT, title="1", columns={}, header=[])
    session.store.write(command, actor=session.account)
    register_store.fill(session)
    session.store.close()
    return MODELS * COPIES


def test_two_hundred_thousand_households_are_opened_searched_and_paged(
    paths: DataPaths, large: int, themed: QApplication, no_bugs: object
) -> None:
    assert large > 200_000
    with at_desk(paths) as desk:
        desk.sign_in()
        officer = Officer(desk)
        officer.to_register()
        page, model = officer.page, officer.page.model
        whole = page.panel._model.place(0)
        assert whole is not None
        assert whole.progress.households == large
        # The table holds what it shows, and fetches more where the keys go.
        first = model.rowCount()
        assert 0 < first < 1_000
        assert officer.desk.focus() is page.search
        officer.key(Qt.Key.Key_Down)
        for _ in range(6):
            officer.key(Qt.Key.Key_End)
            officer.rest()
        assert first < model.rowCount() < 5_000
        last = page.table.current()
        assert last is not None
        # Each letter finds; the household that stands far below is among them in the end.
        officer.shortcut(Qt.Key.Key_F, CONTROL)
        officer.write(str(last.list_code))
        officer.rest()
        assert [model.household(row).id for row in range(model.rowCount())] == [last.id]
        officer.press("E")
        officer.rest()
        assert officer.standing().id == last.id
        officer.press("1E")
        officer.rest()
        assert last.name in officer.view.head.saved.text()
