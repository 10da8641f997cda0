from __future__ import annotations

from typing import NoReturn

import pytest

from desktop.session import open_session
from models.errors import KnownError
from models.surveys.queries import list_batches
from tests.conftest import ADMIN, SECRET
from tests.scenarios.desk import Desk, at_desk
from tests.ui.keying.seen import banner, title


@pytest.fixture(autouse=True)
def _no_bugs(no_bugs: object) -> None:
    """Nothing escapes from a slot in any of these tests."""


@pytest.fixture
def damaged(keying: Desk, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Each write to the store is refused from now on; the list counts them."""
    tried: list[int] = []

    def refuse(*_arguments: object, **_options: object) -> NoReturn:
        tried.append(1)
        raise KnownError("store.damaged", path="store.db")

    monkeypatch.setattr(keying.session.store, "write", refuse)
    return tried


def test_a_damaged_store_is_told_at_once_and_the_slip_stays_in_hand(
    keying: Desk, damaged: list[int]
) -> None:
    keying.pad("1111112E")
    keying.saved()
    assert banner(keying).startswith("The data file store.db is damaged")
    assert "restore a backup" in banner(keying)
    assert damaged == [1]
    assert not keying.entry._saver._timer.isActive()
    assert title(keying) == "Slip 1"
    assert keying.entry.entry.is_at_end


def test_what_a_damaged_store_refuses_is_there_at_the_next_start(
    keying: Desk, damaged: list[int]
) -> None:
    keying.pad("1111112E2222222E3")
    keying.saved()
    assert len(damaged) == 2
    keying.window.close()
    with at_desk(keying.paths) as again:
        again.sign_in()
        again.wait_for_entry()
        again.pad("333333EEE")
        again.saved()
    session = open_session(keying.paths, SECRET, ADMIN)
    (batch,) = session.store.read(list_batches)
    session.store.close()
    assert batch.keyed == 3
