"""Taking a list in at the window: what its columns, hamlets and rejected rows ask."""

from __future__ import annotations

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.audit.events import EXPORTED
from models.audit.queries import newest
from models.errors import KnownError
from models.households.list_queries import placed_hamlets, remembered_layout
from tests.ui.register.taking_in import (
    AN,
    BAC_SON,
    BAD,
    BINH,
    CHI,
    CTRL,
    DUNG,
    HEADER,
    Seat,
)


def test_hamlets_of_a_split_ward_are_settled_by_digits_and_asked_once(seat: Seat):
    seat.open(AN, CHI, DUNG)
    assert not seat.is_ready
    seat.press(Qt.Key.Key_1)
    seat.press(Qt.Key.Key_2)
    seat.settle()
    assert seat.figures == (3, 0, 0, 0)
    seat.take_in()
    assert seat.session.store.read(placed_hamlets) == {
        ("06820", "Khu 2"): "06811", ("06820", "Khu 3"): "06820",
    }  # fmt: skip
    assert [one.unit for one in seat.found("chi")] == ["06811"]
    seat.open(CHI, [*DUNG[:1], "0911111111", *DUNG[2:]])
    assert not seat.steps.hamlets.isVisibleTo(seat.page)
    assert seat.figures == (0, 1, 1, 0)


def test_a_hamlet_can_be_chosen_anew(seat: Seat):
    seat.open(CHI)
    seat.press(Qt.Key.Key_1)
    seat.settle()
    seat.steps.hamlets.take_focus()
    seat.press(Qt.Key.Key_2)
    seat.settle()
    seat.take_in()
    assert [one.unit for one in seat.found("chi")] == ["06820"]


def test_rejected_rows_stop_all_until_they_are_left_out_on_purpose(seat: Seat):
    seat.open(AN, BAD)
    assert seat.figures == (1, 0, 0, 1)
    assert not seat.is_ready
    seat.take_in()
    assert seat.households == 0
    seat.steps.problems.leave_out.setFocus()
    seat.press(Qt.Key.Key_Space)
    assert seat.is_ready
    seat.take_in()
    assert [one.name for one in seat.found("")] == []
    assert seat.households == 1


def test_problems_are_saved_as_a_spreadsheet(seat: Seat):
    seat.open(AN, BAD)
    seat.answer = seat.folder / "lỗi.xlsx"
    seat.steps.problems.save_button.click()
    seat.settle()
    sheet = openpyxl.load_workbook(seat.answer).active
    cells = [cell.value for row in sheet.iter_rows() for cell in row]
    assert "Hoàng Thị Em" in cells
    assert seat.figures == (1, 0, 0, 1)
    told = seat.session.store.read(lambda c: newest(c, EXPORTED))
    assert told is not None
    assert {**told.facts, "machine": ""} == {
        "what": "list_problems", "suffix": ".xlsx", "rows": sheet.max_row - 1, "is_personal": True,
        "machine": "",
    }  # fmt: skip


def test_problems_that_the_audit_cannot_be_told_of_are_not_saved(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
):
    def busy(*_arguments: object, **_others: object) -> None:
        raise KnownError("store.busy")

    seat.open(AN, BAD)
    seat.answer = seat.folder / "lỗi.xlsx"
    monkeypatch.setattr(seat.session.store, "write", busy)
    seat.steps.problems.save_button.click()
    seat.settle()
    assert seat.page.banner.isVisibleTo(seat.page)
    assert not seat.answer.exists()


def test_a_corrected_column_is_taken_and_remembered(seat: Seat):
    header = ["Tên gọi khác", *HEADER[1:]]
    seat.open(AN, BINH, header=header)
    seat.choose_column("Tên gọi khác", "name")
    assert seat.column("Tên gọi khác").currentData() == "name"
    seat.take_in()
    assert [one.name for one in seat.found("0912345678")] == ["Nguyễn Văn An"]
    fingerprint = next(iter(seat.steps.columns._columns))
    remembered = seat.session.store.read(lambda c: remembered_layout(c, fingerprint))
    assert remembered is not None
    assert (remembered[0]["name"], remembered[1]) == (0, 1)
    seat.open(["Vũ Thị Gái", None, "9", "Lê Lợi", "Khu 1", BAC_SON, None], header=header)
    assert seat.column("Tên gọi khác").currentData() == "name"


def test_two_columns_never_hold_the_same_field(seat: Seat):
    seat.open(AN)
    seat.choose_column("Số nhà", "name")
    assert seat.column("Họ và tên chủ hộ").currentData() is None
    seat.choose_column("Họ và tên chủ hộ", "name")
    assert seat.column("Số nhà").currentData() is None
    seat.choose_column("Họ và tên chủ hộ", "street")
    columns = next(iter(seat.steps.columns._columns.values()))
    assert len(set(columns.values())) == len(columns)
    assert columns["street"] == 0


def test_rows_without_a_hamlet_get_the_one_that_is_typed(seat: Seat):
    seat.open(["Nguyễn Văn An", "12", "Trần Phú"], header=["Họ và tên chủ hộ", "Số nhà", "Đường"])
    assert seat.figures == (0, 0, 0, 1)
    assert "where the rows belong" in seat.steps.overview._said.text()
    QTest.keyClicks(seat.steps.defaults.hamlet, "khu 5")
    QTest.keyClick(seat.steps.defaults.hamlet, Qt.Key.Key_Return)
    seat.settle()
    assert seat.figures == (1, 0, 0, 0)
    seat.take_in()
    assert [(one.hamlet, one.unit) for one in seat.found("an")] == [("Khu 5", "06811")]


def test_the_main_action_s_keys_lead_to_what_stands_in_its_way(seat: Seat):
    seat.open(AN, BAD)
    seat.page._back.setFocus()
    seat.press(Qt.Key.Key_Return, CTRL)
    assert QApplication.focusWidget() is seat.steps.problems.leave_out
    assert seat.households == 0


def test_rejected_rows_of_a_list_that_is_known_need_no_decision(known: Seat):
    known.open(AN, BINH, BAD)
    assert "knows all of this" in known.steps.overview._said.text()
    assert not known.steps.problems.leave_out.isVisibleTo(known.page)
    assert known.steps.problems.isVisibleTo(known.page)
    assert QApplication.focusWidget() is known.page._back


def test_a_list_of_which_no_row_can_be_read_leads_to_its_columns(seat: Seat):
    seat.open(BAD)
    assert QApplication.focusWidget() in seat.steps.columns._boxes.values()


def test_hamlets_stand_in_the_order_people_count_them(seat: Seat):
    rows = [[*CHI[:4], f"Khu {number}", *CHI[5:]] for number in (10, 2, 1)]
    seat.open(*rows)
    lines = [line.accessibleName() for line in seat.steps.hamlets._lines.values()]
    assert [line.split(" (")[0] for line in lines] == ["Khu 1", "Khu 2", "Khu 10"]
