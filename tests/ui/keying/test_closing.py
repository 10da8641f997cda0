from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.paths import DataPaths
from models.surveys.commands import void_slip
from models.surveys.queries import list_batches, list_slips, slip_history
from tests.scenarios.desk import Desk, at_desk
from tests.ui.held import HeldJobs
from tests.ui.keying.seen import banner, slips, title
from ui.keying.closed_page import ClosedBatchPage
from ui.keying.closing_dialog import ClosingDialog


@pytest.fixture(autouse=True)
def _no_bugs(no_bugs: object) -> None:
    """Nothing escapes from a slot in any of these tests."""


def close_batch(desk: Desk, answer: object) -> None:
    desk.saved()
    desk.answer_dialog(answer)  # type: ignore[arg-type]
    desk.click(desk.button("Close the batch"))
    desk.come_back()
    desk.rest()


def accept(dialog: QWidget) -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_closing_asks_for_a_reason_only_when_the_numbers_differ(keying: Desk) -> None:
    keying.pad("1111111E")
    seen: list[str] = []

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, ClosingDialog)
        assert not dialog._reason_row.isVisible()
        keying.key(Qt.Key.Key_Up)
        assert dialog._reason_row.isVisible()
        keying.key(Qt.Key.Key_Return)
        seen.append(dialog._reason_row.error() or "")
        keying.write("Một phiếu mất")
        keying.key(Qt.Key.Key_Return)

    close_batch(keying, answer)
    keying.wait(keying.batches.isVisible)
    (batch,) = keying.session.store.read(list_batches)
    assert seen == ["Please say why the numbers differ."]
    assert (batch.state, batch.header.returned, batch.difference_reason) == (
        "closed", 2, "Một phiếu mất",
    )  # fmt: skip


def test_esc_in_the_dialog_goes_on_keying(keying: Desk) -> None:
    close_batch(keying, lambda dialog: keying.key(Qt.Key.Key_Escape))
    keying.pad("1111111E")
    assert len(slips(keying)) == 1


def test_a_batch_with_a_slip_in_hand_does_not_close(keying: Desk) -> None:
    keying.pad("1")
    keying.click(keying.button("Close the batch"))
    assert banner(keying) == "A slip is still in hand. Please save or clear it first."
    keying.click(keying.button("Throw away"))
    assert keying.entry.entry.is_untouched
    close_batch(keying, accept)
    keying.wait(keying.batches.isVisible)
    assert keying.session.store.read(list_batches)[0].state == "closed"


def test_a_slip_of_a_closed_batch_is_voided_and_keyed_again_in_its_place(keying: Desk) -> None:
    keying.pad("1111111E2222222E")
    close_batch(keying, accept)
    keying.wait(keying.batches.isVisible)
    keying.rest()
    keying.key(Qt.Key.Key_Return)
    page = keying.closed
    keying.wait(lambda: page.isVisible() and page._table.rowCount() == 2)
    keying.rest()
    keying.click(keying.button("Void this slip"))
    assert page._reason.row.error() == "Please give the reason for voiding the slip."
    keying.write("Nhập nhầm")
    assert page._reason.row.error() is None
    keying.click(keying.button("Void this slip"))
    keying.rest()
    keying.click(keying.button("Key it again"))
    keying.wait_for_entry()
    assert title(keying) == "Keying voided slip 1 again"
    keying.pad("-3E")
    keying.wait(lambda: page.isVisible() and page._table.rowCount() == 3)
    keying.rest()

    batch = keying.session.store.read(list_batches)[0]
    found = keying.session.store.read(partial(list_slips, batch=batch.id))
    assert sorted((slip.number, slip.status) for slip in found) == [
        (1, "valid"), (1, "void"), (2, "valid"),
    ]  # fmt: skip
    void = next(slip for slip in found if slip.status == "void")
    history = keying.session.store.read(partial(slip_history, slip=void.id))
    assert [version.reason for version in history] == ["", "Nhập nhầm"]
    place = [page._slips[row].status for row in range(3)].index("void")
    page._table.setCurrentCell(place, 0)
    keying.rest()
    story = page._story.text()
    assert "Very satisfied" in story
    assert "voided: Nhập nhầm" in story
    assert not page._renew.isVisible()


def test_a_renewal_that_is_left_comes_back_for_its_own_slip_only(keying: Desk) -> None:
    keying.pad("1111111E2222222E3333333E")
    close_batch(keying, accept)
    keying.wait(keying.batches.isVisible)
    keying.rest()
    keying.key(Qt.Key.Key_Return)
    page = keying.closed
    keying.wait(lambda: page.isVisible() and page._table.rowCount() == 3)
    for row in (0, 1):
        page._table.setCurrentCell(row, 0)
        keying.rest()
        page._reason.field.setText("nhầm")
        keying.click(page._void)
        keying.rest()
    page._table.setCurrentCell(0, 0)
    keying.rest()
    keying.click(page._renew)
    keying.wait_for_entry()
    keying.pad("-3")
    keying.click(keying.button("All batches"))
    keying.wait(keying.batches.isVisible)
    keying.rest()
    keying.section._on_renewal_requested(page._slips[1])
    keying.wait_for_entry()
    assert title(keying) == "Keying voided slip 2 again"
    keying.pad("E")
    keying.saved()
    assert title(keying) == "Keying voided slip 1 again"
    assert keying.entry.entry.content().answers["danh_gia_chung"] == "khong_hai_long"
    keying.pad("E")
    keying.wait(page.isVisible)


def test_only_the_voiding_that_the_banner_offers_is_taken_back(keying: Desk) -> None:
    keying.pad("1111111E2222222E")
    close_batch(keying, accept)
    keying.wait(keying.batches.isVisible)
    keying.rest()
    keying.key(Qt.Key.Key_Return)
    page = keying.closed
    keying.wait(lambda: page.isVisible() and page._table.rowCount() == 2)
    keying.rest()
    held = HeldJobs()
    page._context = replace(page._context, jobs=held)

    def void(row: int) -> None:
        page._table.setCurrentCell(row, 0)
        page._reason.field.setText("nhầm")
        held.held.clear()
        page._void.click()

    def undo() -> None:
        QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def answer() -> None:
        """Write, and read what became of it."""
        while held.held:
            held.held.pop(0).release()

    void(0)
    answer()
    void(1)
    held.held.pop().refuse(OSError("full"))
    undo()
    assert held.held == []
    void(1)
    answer()
    # Taking back fails once, and is pressed twice.
    for _ in range(2):
        undo()
    held.held.pop().refuse(OSError("full"))
    assert held.held == []
    assert page._banner.action.isVisible()
    undo()
    answer()
    assert sorted(slip.status for slip in page._slips) == ["valid", "void", "void"]
    undo()
    assert held.held == []

    # What is answered once another batch is on show says nothing there.
    opened = page._open
    assert opened is not None
    progress = opened.progress
    other = replace(
        opened, progress=replace(progress, batch=replace(progress.batch, id=uuid4()))
    )
    place = [slip.status for slip in page._slips].index("valid")
    void(place)
    page._refresh()
    before = list(held.held)
    page.open(other)
    for job in before:
        job.release()
    assert not page._banner.isVisible()
    assert page._table.rowCount() == 0


def open_closed(desk: Desk, count: int) -> ClosedBatchPage:
    desk.key(Qt.Key.Key_Return)
    page = desk.closed
    desk.wait(lambda: page.isVisible() and page._table.rowCount() == count)
    desk.rest()
    return page


def test_a_reason_half_typed_is_back_after_leaving_and_in_the_next_window(
    paths: DataPaths, themed: QApplication
) -> None:
    with at_desk(paths) as desk:
        desk.sign_in()
        desk.new_batch()
        desk.pad("1111111E2222222E")
        close_batch(desk, accept)
        desk.wait(desk.batches.isVisible)
        desk.rest()
        page = open_closed(desk, 2)
        page._table.setCurrentCell(1, 0)
        desk.rest()
        number = page._slips[1].number
        desk.tab_to(lambda widget: widget is page._reason.field)
        desk.write("Nhập nhầm")
        # Escape leads out of the field, and then out of the batch.
        desk.key(Qt.Key.Key_Escape)
        assert desk.focus() is page._table
        desk.key(Qt.Key.Key_Escape)
        desk.wait(desk.batches.isVisible)
        desk.rest()
        page = open_closed(desk, 2)
        assert page._slips[page._table.currentRow()].number == number
        assert page._reason.field.text() == "Nhập nhầm"

    with at_desk(paths) as desk:
        desk.sign_in()
        desk.to_page("keying")
        desk.wait(desk.batches.isVisible)
        desk.rest()
        page = open_closed(desk, 2)
        assert page._slips[page._table.currentRow()].number == number
        desk.click(page._void)
        desk.rest()
        assert [slip.status for slip in page._slips if slip.number == number] == ["void"]
        assert page._context.drafts.all("void") == []


def test_the_reason_of_a_slip_that_another_voided_is_not_taken_for_the_next(
    keying: Desk,
) -> None:
    keying.pad("1111111E2222222E")
    close_batch(keying, accept)
    keying.wait(keying.batches.isVisible)
    keying.rest()
    page = open_closed(keying, 2)
    keying.tab_to(lambda widget: widget is page._reason.field)
    keying.write("Nhập nhầm")
    slip = page._slips[page._table.currentRow()]
    keying.key(Qt.Key.Key_Escape)
    keying.key(Qt.Key.Key_Escape)
    keying.wait(keying.batches.isVisible)
    keying.rest()
    session = keying.session
    session.store.write(partial(void_slip, slip=slip.id, reason="khác"), actor=session.account)
    page = open_closed(keying, 2)
    for row in (0, 1):
        page._table.setCurrentCell(row, 0)
        keying.rest()
        assert page._reason.field.text() == ""
    assert page._context.drafts.all("void") == []
