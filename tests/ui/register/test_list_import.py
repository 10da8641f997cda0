"""Taking a list in at the window: nothing is stored before the main action."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from exports.household_import import plan_household_file
from models.households.list_commands import import_list
from models.households.list_queries import read_lists
from tests.exports.sheets import makers
from tests.ui.register.taking_in import (
    AN,
    BINH,
    HEADER,
    PLAIN,
    Seat,
)


def test_a_clear_list_needs_one_key(seat: Seat):
    before = seat.events
    seat.open(AN, BINH)
    assert (seat.figures, seat.events) == ((2, 0, 0, 0), before)
    assert seat.is_ready
    seat.take_in()
    assert seat.households == 2
    with seat.qtbot.waitSignal(seat.page.closed):
        seat.press(Qt.Key.Key_Return)


def test_the_page_asks_which_file_and_escape_leaves(seat: Seat):
    seat.page.start()
    seat.answer = makers.xlsx(seat.folder / "x.xlsx", [HEADER, AN])
    seat.press(Qt.Key.Key_Return)
    seat.settle()
    assert seat.figures == (1, 0, 0, 0)
    with seat.qtbot.waitSignal(seat.page.closed):
        seat.press(Qt.Key.Key_Escape)
    assert seat.households == 0


def test_a_dropped_file_is_opened(seat: Seat):
    path = makers.csv(seat.folder / "x.csv", [HEADER, AN])
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, PLAIN
    )
    seat.page.dropEvent(event)
    seat.settle()
    assert seat.figures == (1, 0, 0, 0)


def test_the_same_list_again_has_nothing_to_take_in(known: Seat):
    known.open(AN, BINH)
    assert known.figures == (0, 0, 2, 0)
    assert not known.is_ready


@pytest.mark.parametrize(
    "make",
    [
        lambda folder: makers.xlsx(folder / "x.xlsx", []),
        lambda folder: makers.bomb(folder / "x.xlsx", size=1 << 27),
        lambda folder: folder / "khong-co.xlsx",
    ],
    ids=["empty", "bomb", "missing"],
)
def test_a_file_that_cannot_be_read_is_told(seat: Seat, make: Callable[[Path], Path]):
    seat.page.start(make(seat.folder))
    seat.settle()
    assert seat.page.banner.isVisibleTo(seat.page) or seat.steps.problems.isVisibleTo(seat.page)
    assert not seat.is_ready
    seat.take_in()
    assert seat.households == 0


def test_a_choice_that_was_not_compared_yet_is_neither_lost_nor_stored(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
):
    seat.open(AN, BINH)
    reached, released = threading.Event(), threading.Event()

    def slow(*arguments: Any, **options: Any) -> Any:
        reached.set()
        assert released.wait(10)
        return plan_household_file(*arguments, **options)

    monkeypatch.setattr("exports.household_import.plan_household_file", slow)
    box = seat.column("SĐT")
    box.setFocus()
    box.setCurrentIndex(box.findData(None))
    seat.qtbot.waitUntil(reached.is_set)
    seat.page._work._on_cancelled()
    released.set()
    seat.settle()
    assert not seat.is_ready
    seat.steps.agreed.emit()
    assert not seat.is_ready
    seat.page.banner.action.click()
    seat.settle()
    assert seat.column("SĐT").currentData() is None
    assert seat.is_ready
    seat.take_in()
    assert [one.phone for one in seat.found("an")] == [None]




def test_a_register_that_changed_meanwhile_is_looked_at_again(seat: Seat):
    seat.open(AN, BINH)
    other = seat.page._preview
    assert other is not None
    seat.take_in()
    # The same preview again, as another window that was opened before would hold it.
    seat.page._show_preview(other)
    before = seat.events
    seat.page._on_take_in()
    seat.settle()
    assert seat.events == before
    assert "changed since" in seat.page.banner.message()
    assert not seat.is_ready
    seat.page.banner.action.click()
    seat.settle()
    assert seat.figures == (0, 0, 2, 0)


class Held:
    """Taking in that waits for the test, before or after all rows are recorded."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, is_late: bool) -> None:
        self.reached, self.released = threading.Event(), threading.Event()

        def slow(*arguments: Any, **options: Any) -> None:
            if is_late:
                import_list(*arguments, **options)
            self.reached.set()
            assert self.released.wait(10)
            if not is_late:
                import_list(*arguments, **options)

        monkeypatch.setattr("exports.household_import.import_list", slow)


def stopped(seat: Seat, held: Held) -> None:
    """Press Escape while the list is taken in."""
    seat.page._take_in.click()
    seat.qtbot.waitUntil(held.reached.is_set)
    # The veil takes the keys at once.
    seat.press(Qt.Key.Key_Escape)
    held.released.set()
    seat.settle()


def test_a_list_that_is_stopped_stores_nothing(seat: Seat, monkeypatch: pytest.MonkeyPatch):
    seat.open(AN, BINH)
    before = seat.events
    stopped(seat, Held(monkeypatch, is_late=False))
    assert "Stopped" in seat.page.banner.message()
    assert (seat.events, seat.households) == (before, 0)
    assert seat.is_ready


def test_what_is_stopped_too_late_is_not_called_stopped(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
):
    seat.open(AN, BINH)
    stopped(seat, Held(monkeypatch, is_late=True))
    assert not seat.page.banner.isVisibleTo(seat.page)
    assert seat.households == 2


def test_a_failure_stores_nothing_and_is_told(seat: Seat, monkeypatch: pytest.MonkeyPatch):
    seat.open(AN, BINH)
    before = seat.events

    def fail(*_arguments: object, **_options: object) -> None:
        raise OSError("disk")

    monkeypatch.setattr("exports.household_import.import_list", fail)
    seat.take_in()
    assert seat.events == before
    assert seat.page.banner.isVisibleTo(seat.page)
    monkeypatch.undo()
    seat.take_in()
    assert [one.title for one in seat.session.store.read(read_lists)] == ["hộ"]
