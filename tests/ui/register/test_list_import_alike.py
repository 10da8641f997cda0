"""Taking a list in at the window: rows of one list that may be one household."""

from __future__ import annotations

import threading
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt

from exports.household_import import alike_rows as find
from tests.exports.sheets import makers
from tests.ui.register.taking_in import (
    AN,
    BAD,
    BINH,
    HEADER,
    Seat,
    likely,
)

# Bình again within one list, with a letter lost.
TWICE_BINH = ["Trần Thị Than Bình", *BINH[1:]]


def alike(seat: Seat) -> list[tuple[int | None, Any]]:
    """Wait for what is looked for beside the window, and return the pairs of rows."""
    seat.qtbot.waitUntil(lambda: not seat.page._alike.is_looking, timeout=20_000)
    notes = [note for note in seat.steps.notes.notes() if "other" in note.params]
    return [(note.row, note.params["other"]) for note in notes]


def test_rows_that_may_be_one_household_are_named_once_the_preview_stands(seat: Seat):
    seat.open(AN, BINH, TWICE_BINH)
    assert "are being looked for" in seat.steps.overview._said.text()
    assert seat.is_ready
    assert alike(seat) == [(4, 3)]
    assert "looked for" not in seat.steps.overview._said.text()
    assert seat.steps.notes.isVisibleTo(seat.page)
    assert seat.steps.overview.notes.accessibleName() == "worth a look: 1"
    assert seat.figures == (3, 0, 0, 0)


def test_rows_that_may_be_one_household_are_saved_as_notes(seat: Seat):
    seat.open(AN, BINH, TWICE_BINH, BAD)
    assert alike(seat) == [(4, 3)]
    seat.answer = seat.folder / "lỗi.xlsx"
    seat.steps.notes.save_button.click()
    seat.settle()
    book = openpyxl.load_workbook(seat.answer)
    assert book.sheetnames == ["Problems", "Notes"]
    rows = [[cell.value for cell in row] for row in book["Notes"].iter_rows()]
    assert rows[1][1] == 4
    assert TWICE_BINH[0] in rows[1]


def test_the_notes_are_of_the_columns_chosen_last(seat: Seat):
    seat.open(AN, BINH, TWICE_BINH)
    seat.choose_column("Họ và tên chủ hộ", None)
    assert alike(seat) == []
    seat.choose_column("Họ và tên chủ hộ", "name")
    assert alike(seat) == [(4, 3)]


class Watched:
    """Looking for rows that may be one household, counted and held until it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun, self.finished, self.released = 0, 0, threading.Event()

        def slow(plan: Any, ask: Any) -> Any:
            self.begun += 1
            assert self.released.wait(10)
            found = find(plan, ask)
            self.finished += 1
            return found

        monkeypatch.setattr("exports.household_import.alike_rows", slow)


def test_one_list_at_a_time_is_looked_through_and_what_was_left_says_nothing(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
):
    watched = Watched(monkeypatch)
    seat.page.start(makers.xlsx(seat.folder / "a.xlsx", [HEADER, BINH, TWICE_BINH]))
    seat.qtbot.waitUntil(lambda: watched.begun == 1)
    seat.press(Qt.Key.Key_Escape)
    assert not seat.page._alike.is_looking
    seat.page.start(makers.xlsx(seat.folder / "b.xlsx", [HEADER, AN]))
    seat.qtbot.waitUntil(lambda: seat.page._preview is not None, timeout=20_000)
    seat.qtbot.waitUntil(lambda: not seat.page._alike._rest.isActive())
    assert (watched.begun, seat.page._alike.is_looking) == (1, True)
    watched.released.set()
    assert alike(seat) == []
    # What was left behind was not looked through to its end.
    assert (watched.begun, watched.finished) == (2, 1)


def test_other_columns_end_the_search_that_is_under_way(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
):
    watched = Watched(monkeypatch)
    seat.page.start(makers.xlsx(seat.folder / "a.xlsx", [HEADER, BINH, TWICE_BINH]))
    seat.qtbot.waitUntil(lambda: watched.begun == 1, timeout=20_000)
    before, names = seat.page._preview, seat.column("Họ và tên chủ hộ")
    names.setCurrentIndex(names.findData(None))
    seat.qtbot.waitUntil(lambda: seat.page._preview not in (None, before), timeout=20_000)
    seat.qtbot.waitUntil(lambda: not seat.page._alike._rest.isActive())
    assert watched.begun == 1
    watched.released.set()
    assert alike(seat) == []
    assert (watched.begun, watched.finished) == (2, 1)


def test_rows_are_not_looked_through_again_for_a_pair_that_is_decided(
    known: Seat, monkeypatch: pytest.MonkeyPatch
):
    watched = Watched(monkeypatch)
    watched.released.set()
    likely(known)
    assert alike(known) == []
    known.steps.pairs.take_focus()
    known.press(Qt.Key.Key_2)
    known.settle()
    assert alike(known) == []
    assert watched.begun == 1
