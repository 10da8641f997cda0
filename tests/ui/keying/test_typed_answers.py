from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt

from models.questionnaires.commands import publish
from models.surveys.commands import open_batch
from models.surveys.queries import list_slips
from models.surveys.records import BatchHeader, SlipContent
from tests.conftest import UNIT
from tests.scenarios.desk import Desk
from tests.ui.keying.forms import mixed_form


@pytest.fixture
def typing(desk: Desk, no_bugs: object) -> Desk:
    """A batch of the questionnaire that has every kind of question."""
    session = desk.session
    session.store.write(partial(publish, form=mixed_form(), unit=UNIT), actor=session.account)
    header = BatchHeader(UNIT, session.store.clock.today(), "nhieu-loai", "1")
    batch = session.store.write(partial(open_batch, header=header), actor=session.account)
    desk.window._on_batch_chosen(batch)
    desk.wait_for_entry()
    return desk


def stored(desk: Desk) -> list[SlipContent]:
    desk.saved()
    batch = desk.entry._open.progress.batch.id  # type: ignore[union-attr]
    slips = desk.session.store.read(partial(list_slips, batch=batch))
    return [slip.content for slip in slips[::-1]]


def error(desk: Desk) -> str:
    return desk.entry._view._typed_row.error() or ""


def enter(desk: Desk, text: str) -> None:
    assert desk.focus() is desk.entry._view._typed
    desk.write(text)
    desk.pad("E")


def test_a_slip_of_every_kind_is_keyed_without_the_mouse(typing: Desk) -> None:
    typing.pad("1")
    for text in ("3", "1,234", "loa; mạng", "5/11/2026", "Ghế ít"):
        enter(typing, text)
    assert typing.focus() is typing.entry
    typing.pad("2E")
    (content,) = stored(typing)
    assert content.answers == {
        "den_quay": "co", "so_lan": "3", "gio_cho": "1.234", "kenh": ["loa", "mang"],
        "ngay": "2026-11-05", "gop_y": "Ghế ít", "hai_long": "khong",
    }  # fmt: skip
    assert typing.focus() is typing.entry


def test_questions_that_are_not_asked_are_passed_over(typing: Desk) -> None:
    typing.pad("2")
    for text in ("", "", ""):
        enter(typing, text)
    typing.pad("1E")
    (content,) = stored(typing)
    assert content.answers == {"den_quay": "khong", "hai_long": "co"}
    assert set(content.not_asked) == {"so_lan", "gio_cho"}


def test_a_wrong_answer_is_said_beside_the_field_and_stays_to_be_put_right(typing: Desk) -> None:
    typing.pad("1")
    enter(typing, "mấy")
    assert error(typing) != ""
    assert typing.entry._view._typed.text() == "mấy"
    typing.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    enter(typing, "2")
    assert error(typing) == ""
    assert typing.entry.entry.position == 2


def test_a_broken_rule_is_shown_at_its_question(typing: Desk) -> None:
    typing.pad("1")
    for text in ("100", "1", "", "", ""):
        enter(typing, text)
    typing.pad("1E")
    assert stored(typing) == []
    assert typing.entry.entry.position == 1
    assert typing.entry._view._answers.row(1).warning() == "Không quá 99 lần."
    typing.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    enter(typing, "9")
    assert typing.entry._view._answers.row(1).warning() == ""


def test_plus_goes_on_from_an_unchanged_correction_that_left_questions_out(typing: Desk) -> None:
    for _ in range(2):
        typing.pad("2")
        for text in ("", "", ""):
            enter(typing, text)
        typing.pad("1E")
        typing.saved()
    typing.pad("++")
    assert typing.entry._view._title.text() == "Correcting slip 1"


def test_the_note_keeps_the_focus_while_a_typed_question_is_in_hand(typing: Desk) -> None:
    typing.pad("1")
    typing.click(typing.button("Note"))
    typing.write("Chờ lâu")
    assert typing.entry.entry.note == "Chờ lâu"
    typing.pad("E")
    assert typing.focus() is typing.entry._view._typed


def test_half_typed_words_are_kept_as_a_draft(typing: Desk) -> None:
    typing.pad("2")
    enter(typing, "")
    enter(typing, "")
    typing.write("Bàn ca")
    ((_, data),) = typing.desktop.drafts.all("slip")  # type: ignore[union-attr]
    assert data["entry"]["typed"] == "Bàn ca"
    typing.click(typing.button("All batches"))
    typing.wait(typing.batches.isVisible)
    typing.window._on_batch_chosen(typing.entry._open.progress.batch.id)  # type: ignore[union-attr]
    typing.wait(lambda: typing.focus() is typing.entry._view._typed)
    assert typing.entry._view._typed.text() == "Bàn ca"


def test_half_typed_words_become_an_answer_when_another_question_is_opened(typing: Desk) -> None:
    typing.pad("2")
    enter(typing, "")
    enter(typing, "")
    typing.write("Bàn cao")
    typing.click(typing.entry._view._answers.row(0)._line)
    assert typing.entry.entry.answers["gop_y"] == "Bàn cao"
    assert typing.entry.entry.position == 0


def test_esc_and_then_minus_or_backspace_in_an_empty_field_go_back(typing: Desk) -> None:
    typing.pad("1")
    typing.pad("X-")
    assert typing.entry.entry.position == 0
    typing.pad("1")
    typing.key(Qt.Key.Key_Backspace)
    assert typing.entry.entry.position == 0
