"""The main jobs of the pages of households, each done by keys alone."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.paths import DataPaths
from models.households.commands import check_household
from models.households.history import heads_of_household
from models.households.progress import WorkFilter
from models.households.queries import walk_all
from models.households.records import Household
from tests.exports.sheets import makers
from tests.pages.hands import CONTROL, Hands, hands_at

KEY = Qt.Key
HEADER = ["Họ và tên chủ hộ", "SĐT", "Số nhà", "Đường", "Thôn/Khu", "Phường/Xã cũ", "Mã ĐCS"]
HOMES = [
    ["Nguyễn Văn Ấn", "0912345678", "12", "Trần Phú", "Khu 1", "Phường Quang Trung", "0221300001"],
    ["Lê Thị Chi", None, "14", "Trần Phú", "Khu 1", "Phường Quang Trung", None],
    ["Lê Thị Chí", None, "14A", "Trần Phú", "Khu 1", "Phường Quang Trung", None],
    ["Hoàng Văn Đạt", None, "16", "Lê Lợi", "Khu 1", "Phường Quang Trung", None],
    ["Hoàng Văn Đại", None, "16B", "Lê Lợi", "Khu 1", "Phường Quang Trung", None],
]


@pytest.fixture(autouse=True)
def _no_bugs(no_bugs: object, themed: QApplication) -> None:
    """Nothing escapes from a slot in any of these tests."""


def households(hands: Hands) -> dict[str, Household]:
    """Return the households that stand, by the name of the head."""

    def walked(connection):
        return list(walk_all(connection, WorkFilter()))

    return {one.name: one for one in hands.desk.session.store.read(walked)}


def quarrel(hands: Hands, household: Household) -> None:
    """Have two people give a household different names without seeing each other's."""
    session = hands.desk.session
    seen = session.store.read(partial(heads_of_household, household=household.id))
    for name in ("Trần Văn Một", "Trần Văn Hai"):
        command = partial(
            check_household, household=household.id, outcome="sai_thong_tin",
            values={"name": name}, seen=seen,
        )  # fmt: skip
        session.store.write(command, actor=session.account)
    hands.rest()


def take_in(hands: Hands, book: Path) -> None:
    """Take a list in, from the first page of an empty register."""
    hands.page("register")
    hands.enter()
    hands.answer_file(book)
    hands.enter()
    hands.press(KEY.Key_Return, CONTROL)
    hands.enter()


def test_a_list_is_taken_in_households_are_checked_decided_told_apart_merged_and_erased(
    paths: DataPaths, tmp_path: Path
) -> None:
    with hands_at(paths) as hands:
        take_in(hands, makers.xlsx(tmp_path / "list.xlsx", [HEADER, *HOMES]))
        assert set(households(hands)) == {home[0] for home in HOMES}
        # Checked: the next one is right, the one after it has another name.
        hands.press(KEY.Key_N)
        hands.digits("1")
        hands.enter()
        hands.digits("2")
        hands.to("Head of household")
        hands.overwrite("Nguyễn Văn Ân")
        hands.press(KEY.Key_Escape)
        hands.enter()
        assert households(hands)["Hoàng Văn Đại"].outcome == "dung"
        assert households(hands)["Nguyễn Văn Ân"].outcome == "sai_thong_tin"
        hands.press(KEY.Key_Escape)
        # Decided: of two names one stands.
        quarrel(hands, households(hands)["Nguyễn Văn Ân"])
        hands.press(KEY.Key_W, CONTROL)
        hands.digits("2")
        hands.enter()
        assert "Trần Văn Hai" in households(hands)
        hands.says("Nothing waits for a decision")
        hands.enter()
        # Two that look alike are told apart, two others are merged.
        hands.to("Wards and hamlets")
        hands.press(KEY.Key_End)
        hands.press(KEY.Key_A)
        hands.write("Đặng Dũng")
        hands.enter()
        hands.press(KEY.Key_D)
        hands.says("pair 1 of 2")
        hands.digits("0")
        hands.says("pair 2 of 2")
        # Each is taken back, also once all are decided, and decided again.
        hands.press(KEY.Key_Z, CONTROL)
        hands.says("pair 1 of 2")
        hands.digits("0")
        hands.digits("1")
        hands.says("No two households look alike here")
        assert len(households(hands)) == len(HOMES) - 1
        hands.press(KEY.Key_Z, CONTROL)
        hands.says("pair 2 of 2")
        hands.says("The pair before stays two households.")
        assert len(households(hands)) == len(HOMES)
        hands.digits("1")
        hands.enter()
        assert len(households(hands)) == len(HOMES) - 1
        # Saved: the list as a PDF file.
        file = tmp_path / "danh-sach.pdf"
        hands.press(KEY.Key_P, CONTROL)
        hands.answer_file(file)
        hands.pick(4, 1)
        assert len(PdfDocument(file)) == 1
        # Erased: the household in hand.
        hands.press(KEY.Key_F, CONTROL)
        hands.write("hoang van")
        hands.press(KEY.Key_Down)

        def erase() -> None:
            hands.to("I have looked at the request, and it is this household")
            hands.key(KEY.Key_Space)
            hands.to("Erase for good")
            hands.key(KEY.Key_Space)

        hands.answer(erase)
        hands.press(KEY.Key_Delete)
        hands.says("The household's data is erased.")
