"""A counter's whole day through the real windows, from the first start to the month's papers."""

from __future__ import annotations

import subprocess
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.backup_log import read_outcomes
from desktop.paths import DataPaths
from desktop.session import create_store
from exports.figures_json import figures
from models.clock import Clock
from models.households.progress import ward_progress
from models.kiosk.votes import LEFT
from models.periods import month_of
from models.questionnaires.queries import read_form
from models.store.backup_file import SUFFIX
from models.store.doctor import examine
from models.store.store import Store
from models.surveys.summary_query import read_summary
from tests.conftest import SECRET, UNIT
from tests.exports.sheets import makers
from tests.scenarios.counter import Counter as Seat
from tests.scenarios.counter import at_counter
from tests.scenarios.desk import Desk, at_desk
from tests.scenarios.first_start import GOOD, ask_for_a_store, keep_key, wait_for_key
from tests.scenarios.people import (
    add_account,
    hand_over,
    hand_over_first,
    to_settings,
)
from tests.ui.kiosk.standing import standing
from ui.keying.second_section import SecondSection
from ui.reports.page import ReportPage

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
# A day on which the kiosk stands, and one on which that month's papers are due soon.
DAY = datetime(2026, 10, 22, 3, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 16, 3, 0, tzinfo=UTC)
# What is on the paper: an answer from 1 for each of the seven questions of a slip.
PAPER = ("1111111", "1121112", "1111111", "2111211", "1112113", "1111111")
# What the two made of it: the first errs on the second and the fifth slip, the other on the fourth.
# What two citizens touch; a third goes away in the middle of a vote.
VOTES = ("1111111", "2121122")
KEYED = ("1111111", "1121122", "1111111", "2111211", "1112112", "1111111")
KEYED_AGAIN = ("1111111", "1121112", "1111111", "2111111", "1112113", "1111111")


def clock_at(day: datetime) -> Clock:
    """Return a clock that goes on from a moment."""
    off_ms = int(day.timestamp() * 1000) - time.time_ns() // 1_000_000
    return Clock(lambda: time.time_ns() // 1_000_000 + off_ms)


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
        for vote in VOTES:
            citizen.vote(*(int(digit) - 1 for digit in vote))
            citizen.touch(citizen.booth.thanks.done)
            citizen.up_ms += 60_000
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
    for slip in KEYED:
        desk.pad(f"{slip}E")
    desk.saved()

    def answer(_dialog: QWidget) -> None:
        desk.key(KEY.Key_Return)

    desk.answer_dialog(answer)
    desk.click(desk.entry._close)
    desk.wait(desk.batches.isVisible, "the list of batches")
    desk.come_back()
    desk.rest()


def key_again(desk: Desk) -> None:
    """Key the same paper a second time, blind."""
    section = to_second_keying(desk)
    desk.wait(section.list._table.hasFocus, "the list of batches has the focus")
    desk.key(KEY.Key_Return)
    desk.rest()
    desk.wait(section.entry.hasFocus, "the second keying has the focus")
    for slip in KEYED_AGAIN:
        assert section.entry.entry.is_untouched
        desk.pad(f"{slip}E")
        desk.rest()
    assert section.entry._done.action.hasFocus()


def decide(desk: Desk) -> int:
    """Look at the paper for every field that differs, and return how many there were."""
    section = to_second_keying(desk)
    form = desk.session.store.read(lambda connection: read_form(connection, "qn-18-2021"))
    options = {node.key: [one.name for one in form.choices(node)] for node in form.questions()}
    desk.key(KEY.Key_F6)
    desk.rest()
    page = section._decisions
    assert page is not None
    decided = 0
    while (opened := page._opened) is not None:
        paper = dict(zip(options, PAPER[opened.difference.number - 1], strict=True))
        for field, (first, second) in opened.difference.differing.items():
            key = field.removeprefix("answers/")
            right = options[key][int(paper[key]) - 1]
            assert right in (first, second)
            desk.pad("1" if first == right else "2")
            decided += 1
        desk.pad("E")
        desk.rest()
    return decided


def to_second_keying(desk: Desk) -> SecondSection:
    desk.to_page("keying")
    desk.key(KEY.Key_F6)
    desk.rest()
    section = desk.section.second()
    assert section.isVisible()
    return section


def walk_hamlet(counter: Seat, book: Path) -> None:
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


def hold_figures(store: Store) -> None:
    """Hold the figures of the month against a plain count of the paper and the votes."""
    month = month_of(store.clock.today())
    found = figures(store.read(lambda connection: read_summary(connection, month)))
    said = (*PAPER, *VOTES)
    total = found["total"]
    assert (total["valid"], total["invalid"]) == (len(said), 1)
    assert {one["code"]: one["n"] for one in total["invalid_reasons"] if one["n"]} == {LEFT: 1}
    for place, question in enumerate(total["questions"]):
        counted = Counter(slip[place] for slip in said)
        numbers = {str(option): one["n"] for option, one in enumerate(question["options"], 1)}
        assert {option: n for option, n in numbers.items() if n} == counted
    satisfied = sum(slip[-1] in "12" for slip in said)
    assert total["satisfied"] == satisfied
    assert total["satisfied_percent"] == round(100 * satisfied / len(said), 1)
    assert [one.progress.checked for one in store.read(ward_progress)] == [len(HOMES)]


def make_pack(desk: Desk, target: Path) -> str:
    """Make the month's papers from the reminder of the first page; return the text of the PDF."""
    reports = desk.window._page("reports")
    assert isinstance(reports, ReportPage)
    reports._desk._ask_path = lambda *_asked: target
    reminder = desk.window._page("home")._reminder
    assert "is due on 20/11/2026 and is not made yet" in reminder.message()
    desk.tab_to(lambda widget: widget is reminder.action)
    desk.key(KEY.Key_Space)
    desk.wait(lambda: "the Word file beside it" in reports.banner.message(), "the pack is saved")
    desk.rest()
    desk.to_page("home")
    assert not reminder.isVisible()
    pages = [page.get_textpage().get_text_range() for page in PdfDocument(target)]
    return " ".join(" ".join(pages).split())


def test_a_whole_day(
    themed: QApplication, no_bugs: object, children: list[subprocess.Popen[bytes]],
    tmp_path: Path,
) -> None:  # fmt: skip
    stick = tmp_path / "stick"
    stick.mkdir()
    book = makers.xlsx(tmp_path / "list.xlsx", [HEADER, *HOMES])
    first, second = DataPaths(tmp_path / "first"), DataPaths(tmp_path / "second")
    clock = clock_at(DAY)
    create_store(second, unit_code=UNIT, admin=OTHER, password=SECRET, clock=clock)
    with at_desk(first, clock, backs_up=True) as desk:
        begin(desk)
        hand_over_first(desk, CLERK, GIVEN, OWN[CLERK])
        votes(desk)
        key_batch(desk)
        hand_over_first(desk, REVIEWER, GIVEN, OWN[REVIEWER])
        key_again(desk)
        hand_over_first(desk, OFFICER, GIVEN, OWN[OFFICER])
        here = Seat(desk, stick)
        walk_hamlet(here, book)
        hand_over(desk, ADMINISTRATOR, GOOD)
        assert decide(desk) == 3
        back_up(desk)
        with at_counter(second, stick, OTHER, clock=clock_at(DAY)) as there:
            cards = here.make_card("Quầy 1"), there.make_card("Quầy 2")
            assert here.enrol(cards[1]) == there.page.own.fingerprint.text()
            assert there.enrol(cards[0]) == here.page.own.fingerprint.text()
            assert "new, 0 known" in here.gives(there)
            for counter in (here, there):
                assert [check.code for check in examine(counter.store) if not check.ok] == []
                hold_figures(counter.store)
    with at_desk(second, clock_at(LATER)) as desk:
        desk.sign_in(SECRET, OTHER)
        text = make_pack(desk, tmp_path / "thang.pdf")
    said = len(PAPER) + len(VOTES)
    assert (tmp_path / "thang.docx").is_file()
    assert f"đã nhận được {said} phiếu phản hồi hợp lệ" in text
    assert f"Tỷ lệ hài lòng là 87,5% (7/{said} phiếu hợp lệ)" in text
    # Households, of them with a code, checked, with a plate.
    assert f"Tổng cộng {len(HOMES)} 1 33,3 {len(HOMES)} 100 0 0" in text
    assert [child.wait(60) for child in children] == [0] * len(children)
    assert [one.is_good for one in read_outcomes(first.backups_log).values()] == [True]
