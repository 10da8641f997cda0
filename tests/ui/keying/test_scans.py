"""The scanned slip beside a decision, and a bundle that was keyed shifted, by keyboard."""

from __future__ import annotations

import json
from types import SimpleNamespace
from uuid import uuid4

import pytest
from PIL import Image
from PySide6.QtCore import Qt

from models.rekeying.commands import rekey_slip
from models.rekeying.queries import read_drawn, undecided
from models.surveys.records import SlipContent
from tests.scenarios.desk import Desk
from tests.ui.held import HeldJobs
from tests.ui.keying.office import Office
from ui.habits import remember_in
from ui.keying.scan_panel import ScanPanel
from ui.keying.scan_places import ScanPlace, keep_place, place_of

KEY = Qt.Key
OTHER = SlipContent({
    "cong_khai": "dap_ung", "thai_do": "than_thien", "danh_gia_chung": "rat_hai_long",
})  # fmt: skip


@pytest.fixture(autouse=True)
def _no_bugs(no_bugs: object) -> None:
    """Nothing escapes from a slot in any of these tests."""


@pytest.fixture
def office(desk: Desk, tmp_path) -> Office:
    remember_in(tmp_path / "window.json")
    yield Office(desk)
    remember_in(None)


@pytest.fixture
def scans(tmp_path):
    """A folder of five pages, each of its own grey."""
    folder = tmp_path / "quét"
    folder.mkdir()
    for number in range(1, 6):
        Image.new("L", (900, 1200), number * 40).save(folder / f"{number}.png")
    return folder


def differing(office, slips=3):
    """Have somebody key a batch a second time, all of it otherwise; open the decisions."""
    batch = office.batch(slips)
    second = office.hire("người nhập hai")
    for one in office.store.read(lambda c: read_drawn(c, batch, second)).left:
        office.store.write(
            lambda tx, slip=one.slip: rekey_slip(tx, slip, OTHER), actor=second
        )
    page = office.open()
    office.desk.key(KEY.Key_F6)
    office.desk.rest()
    return batch, page._decisions


def grey(page) -> int:
    [image] = page.scans.pages._pages
    return image.pixelColor(5, 5).red()


def test_the_page_of_the_slip_stands_beside_it_and_a_shift_is_remembered(office, scans):
    batch, page = differing(office)
    assert page.scans.isHidden()
    office.desk.key(KEY.Key_F4)
    assert page.scans.choose_file.hasFocus()
    page.scans._ask = lambda _parent, is_folder: scans if is_folder else None
    office.desk.key(KEY.Key_Tab)
    office.desk.key(KEY.Key_Return)
    office.desk.rest()
    assert page.decisions.hasFocus()
    assert grey(page) == 40
    assert "Page 1 of 5" in office.texts()
    office.desk.key(KEY.Key_F6)
    office.desk.rest()
    assert grey(page) == 80
    assert place_of(batch) == ScanPlace(scans, 1)
    office.desk.key(KEY.Key_PageDown)
    office.desk.rest()
    assert "Paper 2 of the bundle" in office.texts()
    assert grey(page) == 120
    zoom = page.scans.pages.zoom()
    office.desk.key(KEY.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert page.scans.pages.zoom() > zoom
    page.open()
    office.desk.rest()
    assert grey(page) == 80
    office.desk.key(KEY.Key_F4)
    assert page.scans.isHidden()


def test_what_is_wrong_with_the_scans_is_said_and_others_can_be_chosen(office, scans):
    batch, page = differing(office)
    keep_place(batch, ScanPlace(scans / "gone.pdf"))
    page.scans._batch = None
    page.open()
    office.desk.rest()
    assert "is not where it was" in office.texts()
    assert page.scans.choose_folder.isVisible()
    (scans / "1.png").write_bytes(b"no picture")
    page.scans._ask = lambda _parent, _is_folder: scans
    page.scans.choose_folder.click()
    office.desk.rest()
    assert "cannot be read" in office.texts()
    office.desk.key(KEY.Key_F6)
    office.desk.rest()
    assert grey(page) == 80
    keep_place(batch, ScanPlace(scans, 7))
    page.scans._batch = None
    page.open()
    office.desk.rest()
    assert "none for this slip" in office.texts()


def test_where_scans_lie_is_in_the_machine_s_own_file_alone(office, scans, tmp_path):
    batch, page = differing(office)
    page.scans._ask = lambda _parent, _is_folder: scans
    office.desk.key(KEY.Key_F4)
    page.scans.choose_file.click()
    office.desk.rest()
    kept = json.loads((tmp_path / "window.json").read_bytes())
    assert kept["scans"] == [[batch.hex, str(scans), 0]]
    remember_in(tmp_path / "window.json")
    assert place_of(batch) == ScanPlace(scans)
    told = office.store.read(
        lambda c: c.exec_driver_sql("SELECT group_concat(payload) FROM events").scalar_one()
    )
    assert "quét" not in told
    (tmp_path / "window.json").write_text('{"scans": [1, ["a"], ["b", "c", "d"]]}')
    remember_in(tmp_path / "window.json")
    assert place_of(batch) is None


def test_a_bundle_that_was_keyed_shifted_is_put_right_by_keyboard(office):
    batch, page = differing(office)
    office.desk.key(KEY.Key_F7)
    assert "What happened at paper 1" in page.decisions._decisions[0].name
    office.desk.key(KEY.Key_Escape)
    assert page.isVisible()
    assert "What happened" not in page.decisions._decisions[0].name
    office.desk.key(KEY.Key_F7)
    office.desk.pad("1E")
    office.desk.rest()
    assert "to be keyed a second time again" in office.texts()
    left = office.store.read(lambda c: read_drawn(c, batch, office.me)).left
    assert [one.number for one in left] == [1]
    assert len(office.store.read(lambda c: undecided(c, office.me))) == 3
    assert page.decisions.hasFocus()


@pytest.fixture
def alone(qtbot, themed, tmp_path):
    """The panel by itself, whose answers come when the test says so."""
    remember_in(tmp_path / "window.json")
    held = HeldJobs()
    panel = ScanPanel(SimpleNamespace(jobs=held, language="en", show_error=pytest.fail))
    qtbot.addWidget(panel)
    yield SimpleNamespace(scans=panel), held
    remember_in(None)


def other_scans(folder):
    folder.mkdir()
    Image.new("L", (900, 1200), 240).save(folder / "1.png")
    return folder


def test_a_late_paper_of_another_batch_does_not_answer_where_none_is_known(alone, scans):
    page, held = alone
    known, unknown = uuid4(), uuid4()
    keep_place(known, ScanPlace(scans))
    page.scans.show_slip(known, 1)
    page.scans.show_slip(unknown, 1)
    held.held[0].release()
    page.scans.toggle()
    assert page.scans._pages == ()
    assert page.scans.choose_file.isVisible()
    assert not page.scans.pages.isVisible()
    page.scans.show_slip(known, 1)
    page.scans.show_none()
    held.held[1].release()
    assert page.scans._pages == ()


def test_a_late_paper_of_another_batch_is_not_turned_in_the_one_on_show(alone, scans, tmp_path):
    page, held = alone
    first, second = uuid4(), uuid4()
    keep_place(first, ScanPlace(scans))
    keep_place(second, ScanPlace(other_scans(tmp_path / "khác")))
    page.scans.show_slip(first, 1)
    page.scans.show_slip(second, 1)
    held.held[0].release()
    page.scans.turn_on()
    for job in held.held[1:]:
        job.release()
    assert grey(page) == 240
    assert place_of(second).shift == 0


def test_a_late_paper_does_not_come_back_where_other_scans_were_chosen(alone, scans, tmp_path):
    page, held = alone
    batch = uuid4()
    keep_place(batch, ScanPlace(scans))
    page.scans.show_slip(batch, 1)
    chosen = other_scans(tmp_path / "khác")
    page.scans._ask = lambda _parent, _is_folder: chosen
    page.scans.choose_folder.click()
    held.held[0].release()
    assert page.scans._pages == ()
    held.held[1].release()
    assert grey(page) == 240


def test_scans_chosen_while_another_batch_came_are_kept_for_their_own(alone, scans):
    page, held = alone
    first, second = uuid4(), uuid4()

    def ask(_parent, _is_folder):
        page.scans.show_slip(second, 1)
        return scans

    page.scans.show_slip(first, 1)
    page.scans._ask = ask
    page.scans.choose_folder.click()
    assert (place_of(first), place_of(second)) == (ScanPlace(scans), None)
    assert held.held == []


def test_two_quick_turns_turn_two_pages(alone, scans):
    page, held = alone
    batch = uuid4()
    keep_place(batch, ScanPlace(scans))
    page.scans.show_slip(batch, 1)
    held.held[0].release()
    page.scans.show()
    page.scans.turn_on()
    page.scans.turn_on()
    for job in held.held[1:]:
        job.release()
    assert grey(page) == 120
    assert place_of(batch).shift == 2
