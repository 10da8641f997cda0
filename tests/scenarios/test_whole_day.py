"""A counter's whole day through the real windows, from the first start to the month's papers."""

from __future__ import annotations

import subprocess
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.backup_log import read_outcomes
from desktop.paths import DataPaths
from desktop.session import create_store
from models.kiosk.votes import LEFT
from models.store.backup_file import SUFFIX
from models.store.doctor import examine
from models.surveys.queries import list_batches, list_slips
from tests.conftest import SECRET, UNIT
from tests.exports.sheets import makers
from tests.scenarios.counter import Counter, at_counter
from tests.scenarios.desk import Desk, at_desk
from tests.scenarios.first_start import GOOD, ask_for_a_store, keep_key, wait_for_key
from tests.scenarios.people import (
    add_account,
    hand_over,
    hand_over_first,
    to_settings,
)
from tests.ui.kiosk.standing import standing

KEY = Qt.Key
ADMINISTRATOR, CLERK, REVIEWER, OFFICER = "quantri", "Lan Hương", "Minh Đức", "Đặng Dũng"
GIVEN = "Dat-tam-cho-nhau-2026"
OWN = {CLERK: "Cua-rieng-Lan-2026!", REVIEWER: "Cua-rieng-Minh-2026!",
       OFFICER: "Cua-rieng-Dung-2026!"}  # fmt: skip
OTHER = "lan"
HEADER = ["Họ và tên chủ hộ", "SĐT", "Số nhà", "Đường", "Thôn/Khu", "Phường/Xã cũ", "Mã ĐCS"]
HOMES = [
    ["Nguyễn Văn Ấn", "0912345678", "12", "Trần Phú", "Khu 1", "Phường Quang Trung", "0221300001"],
    ["Lê Thị Chi", None, "14", "Trần Phú", "Khu 1", "Phường Quang Trung", None],
    ["Hoàng Văn Đạt", None, "16", "Trần Phú", "Khu 1", "Phường Quang Trung", None],
]
# What is on the paper: an answer from 1 for each of the seven questions of a slip.
PAPER = ("1111111", "1121112", "1111111", "2111211", "1112113", "1111111")


def begin(desk: Desk) -> None:
    """Set the program up, and give three people an account each."""
    ask_for_a_store(desk)
    wait_for_key(desk)
    keep_key(desk)
    desk.sign_in(GOOD, ADMINISTRATOR)
    for name, role in ((CLERK, "counter"), (REVIEWER, "reviewer"), (OFFICER, "officer")):
        add_account(desk, name, GIVEN, role)


def votes(desk: Desk) -> None:
    """Two citizens vote, a third goes away in the middle and half a minute passes."""
    with standing(desk.session) as citizen:
        citizen.vote(0, 0, 0, 0, 0, 0, 0)
        citizen.touch(citizen.booth.thanks.done)
        citizen.up_ms += 60_000
        citizen.vote(1, 0, 1, 0, 0, 1, 1)
        citizen.touch(citizen.booth.thanks.done)
        citizen.touch(citizen.booth.start_page.begin)
        citizen.answer(2)
        citizen.booth.idle.timeout.emit()
        citizen.rest()
        assert citizen.booth.page is citizen.booth.start_page
        third, second, first = citizen.slips()
        assert [first.status, second.status] == ["valid", "valid"]
        assert (third.status, third.content.reason) == ("invalid", LEFT)
    desk.come_back()
    desk.rest()


def key_batch(desk: Desk) -> None:
    """Key the paper slips and close their batch."""
    desk.to_page("home")
    desk.new_batch(returned=len(PAPER))
    for slip in PAPER:
        desk.pad(f"{slip}E")
    desk.saved()

    def answer(_dialog: QWidget) -> None:
        desk.key(KEY.Key_Return)

    desk.answer_dialog(answer)
    desk.click(desk.entry._close)
    desk.wait(desk.batches.isVisible, "the list of batches")
    desk.come_back()
    desk.rest()


def walk_hamlet(counter: Counter, book: Path) -> None:
    """Take a list in and find each of its households right, but one that nobody finds."""
    officer = counter.officer
    officer.to_register()
    officer.press("E")
    officer.open_list(book)
    officer.take_in()
    officer.press("N")
    officer.rest()
    for outcome in ("1", "1", "4"):
        officer.press(f"{outcome}E")
        officer.rest()
    officer.press("X")
    officer.rest()


def back_up(desk: Desk) -> None:
    """Have a backup made and proven by hand."""
    card = to_settings(desk).backups
    desk.tab_to(lambda widget: widget is card.now_button, 200)
    desk.key(KEY.Key_Space)
    desk.wait(card.now_button.isEnabled, "the backup is made")
    desk.rest()
    (folder,) = desk.paths.backup_places(None)
    assert list(folder.glob(f"*{SUFFIX}"))


def test_a_whole_day(
    themed: QApplication, no_bugs: object, children: list[subprocess.Popen[bytes]],
    tmp_path: Path,
) -> None:  # fmt: skip
    stick = tmp_path / "stick"
    stick.mkdir()
    book = makers.xlsx(tmp_path / "list.xlsx", [HEADER, *HOMES])
    first, second = DataPaths(tmp_path / "first"), DataPaths(tmp_path / "second")
    create_store(second, unit_code=UNIT, admin=OTHER, password=SECRET)
    with at_desk(first, backs_up=True) as desk:
        begin(desk)
        hand_over_first(desk, CLERK, GIVEN, OWN[CLERK])
        votes(desk)
        key_batch(desk)
        hand_over_first(desk, OFFICER, GIVEN, OWN[OFFICER])
        here = Counter(desk, stick)
        walk_hamlet(here, book)
        hand_over(desk, ADMINISTRATOR, GOOD)
        back_up(desk)
        with at_counter(second, stick, OTHER) as there:
            cards = here.make_card("Quầy 1"), there.make_card("Quầy 2")
            assert here.enrol(cards[1]) == there.page.own.fingerprint.text()
            assert there.enrol(cards[0]) == here.page.own.fingerprint.text()
            assert "new, 0 known" in here.gives(there)
            for counter in (here, there):
                assert [check.code for check in examine(counter.store) if not check.ok] == []
                kept = counter.store.read(list_batches)
                assert {(one.header.channel, one.keyed) for one in kept} == {
                    ("kiosk", 3), ("paper", len(PAPER)),
                }  # fmt: skip
                for one in kept:
                    slips = counter.store.read(lambda c, id=one.id: list_slips(c, id))
                    assert len(slips) == one.keyed
    assert [child.wait(60) for child in children] == [0] * len(children)
    assert [one.is_good for one in read_outcomes(first.backups_log).values()] == [True]
