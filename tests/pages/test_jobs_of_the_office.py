"""The main jobs of settings, audit, reports and kiosk, each done by keys alone."""

from __future__ import annotations

import subprocess
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.paths import DataPaths
from desktop.session import Session
from models.questionnaires.queries import list_published
from models.settings.queries import read_settings
from models.store.backup_file import SUFFIX
from tests.conftest import SECRET
from tests.exports.sheets import makers
from tests.pages.hands import CONTROL, Hands, hands_at
from tests.scenarios.desk import Desk, at_desk
from tests.scenarios.first_start import GOOD, ask_for_a_store, keep_key, wait_for_key
from tests.ui.kiosk.standing import PIN, standing
from ui.kiosk.calm import CALM_MS

KEY = Qt.Key
OTHER = "Mat-khau-khac-2026"
FORM = {
    "survey": [["type", "name", "label"], ["text", "gop_y", "Góp ý"]],
    "settings": [["form_title", "form_id", "version"], ["Phiếu thử", "thu", "1"]],
}


@pytest.fixture(autouse=True)
def _no_bugs(no_bugs: object, themed: QApplication) -> None:
    """Nothing escapes from a slot in any of these tests."""


def key_slip_of_last_month(hands: Hands) -> str:
    """Key a slip that was collected on the last day of the month before, and return the day."""
    hands.page("keying")
    hands.press(KEY.Key_N, CONTROL)
    hands.to("Day of collection")
    before = hands.desk.session.store.clock.today().replace(day=1) - timedelta(days=1)
    day = f"{before:%d/%m/%Y}"
    hands.overwrite(day)
    hands.enter()
    hands.desk.pad("1111111E")
    hands.rest()
    return day


def test_the_first_start_ends_at_the_first_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet, pressed = tmp_path / "khoa.pdf", list[object]()
    key, write = Desk.key, Desk.write

    def count_key(desk: Desk, *keys: Any) -> None:
        pressed.append(keys)
        key(desk, *keys)

    def count_letters(desk: Desk, text: str) -> None:
        pressed.extend(text)
        write(desk, text)

    monkeypatch.setattr(Desk, "key", count_key)
    monkeypatch.setattr(Desk, "write", count_letters)
    with at_desk(DataPaths(tmp_path / "new")) as desk:
        hands = Hands(desk)
        ask_for_a_store(desk)
        wait_for_key(desk)
        desk.tab_to(lambda widget: hands.here() == "Save the sheet…")
        hands.answer_file(sheet)
        desk.key(KEY.Key_Space)
        hands.rest()
        hands.says("The sheet is saved.")
        assert hands.here() == "The key is on paper and kept in a safe place"
        keep_key(desk)
        desk.sign_in(GOOD)
        hands.rest()
        hands.says("Today")
        assert len(PdfDocument(sheet)) == 1
    # And Enter in the dialog, where the name is offered. docs/decisions/0018 tells how long it is.
    assert len(pressed) + 1 == 72


def test_a_backup_is_made_and_tried(
    paths: DataPaths, children: list[subprocess.Popen[bytes]]
) -> None:
    with hands_at(paths, backs_up=True) as hands:
        hands.page("settings")
        hands.push("Back up now")
        (folder,) = paths.backup_places(None)
        hands.desk.wait(lambda: list(folder.glob(f"*{SUFFIX}")))
        hands.says("Proven backup of")
        hands.push("Try a restore")
        hands.says("can be restored", "all proven")


def test_settings_a_questionnaire_and_passwords_are_changed(
    paths: DataPaths, tmp_path: Path
) -> None:
    book = makers.sheets(tmp_path / "phieu.xlsx", FORM)
    with hands_at(paths) as hands:
        hands.page("settings")
        hands.to("Valid slips wanted in a month")
        hands.overwrite("250")
        hands.press(KEY.Key_S, CONTROL)
        hands.says("The changes are saved.")
        store = hands.desk.session.store
        assert store.read(read_settings).month_goal == 250
        hands.answer_file(book)
        hands.push("Publish from an XLSForm file…")
        hands.says("Once published, a version never changes.")
        assert hands.here() == "Publish"
        hands.enter()
        hands.says("Published.")
        assert "thu" in {one.code for one in store.read(list_published)}
        hands.push("Change my password…")
        hands.write(SECRET)
        hands.enter()
        for _ in range(2):
            hands.write(OTHER)
            hands.enter()
        hands.says("The password is changed.")


def test_the_audit_is_filtered_and_saved(paths: DataPaths, tmp_path: Path) -> None:
    file = tmp_path / "nhat-ky.pdf"
    with hands_at(paths) as hands:
        hands.page("audit")
        hands.to("What")
        hands.press(KEY.Key_Down)
        hands.answer_file(file)
        hands.press(KEY.Key_S, CONTROL)
        hands.pick(0)
        hands.says("Saved:", str(file))
        assert len(PdfDocument(file)) == 1


def test_a_report_is_chosen_looked_at_saved_and_the_months_pack_made(
    paths: DataPaths, tmp_path: Path
) -> None:
    report, pack = tmp_path / "tong-hop.pdf", tmp_path / "thang.pdf"
    with hands_at(paths) as hands:
        day = key_slip_of_last_month(hands)
        hands.page("reports")
        hands.to("Period")
        hands.press(KEY.Key_End)
        hands.to("First day")
        hands.overwrite(day)
        hands.to("What is shown of the report")
        hands.press(KEY.Key_Right, times=3)
        hands.says("Compared with")
        hands.to("Compared with")
        hands.press(KEY.Key_End)
        hands.answer_file(report)
        hands.press(KEY.Key_S, CONTROL)
        hands.pick(0)
        hands.says("Saved:", str(report))
        assert report.is_file()
        hands.answer_file(pack)
        hands.push("Monthly pack")
        hands.says("the Word file beside it")
        assert pack.is_file()
        assert pack.with_suffix(".docx").is_file()


def test_the_kiosk_is_asked_for(paths: DataPaths) -> None:
    with hands_at(paths) as hands:
        orders: list[object] = []
        hands.desk.window.kiosk_requested.disconnect()
        hands.desk.window.kiosk_requested.connect(orders.append)
        hands.page("keying")

        def fill_in() -> None:
            for _ in range(2):
                hands.write("284631")
                hands.key(KEY.Key_Tab)
            hands.to("Start the kiosk")
            hands.key(KEY.Key_Return)

        hands.push("Kiosk")
        hands.answer(fill_in)
        hands.pick(0)
        hands.desk.wait(lambda: orders)


def test_the_kiosk_takes_a_vote_and_is_left_with_its_pin(session: Session) -> None:
    def key(key: Qt.Key) -> None:
        citizen.up_ms += CALM_MS
        taker = QApplication.focusWidget()
        assert taker is not None
        assert taker.isVisible()
        QTest.keyClick(taker, key)
        citizen.rest()

    with standing(session) as citizen:
        key(KEY.Key_Return)
        for _ in range(7):
            key(KEY.Key_Tab)
            key(KEY.Key_Space)
        assert [slip.status for slip in citizen.slips()] == ["valid"]
        key(KEY.Key_Return)
        while QApplication.focusWidget() is not citizen.booth.start_page.staff:
            key(KEY.Key_Tab)
        key(KEY.Key_Space)
        for digit in PIN:
            key(KEY(KEY.Key_0.value + int(digit)))
        key(KEY.Key_Return)
        assert citizen.left
