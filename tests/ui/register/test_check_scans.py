from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from models.households.marks import household_mark
from models.households.records import Household
from models.households.tables import households
from tests.ui.register.checking import GAP_MS, PLAIN, Officer
from ui.register.check_draft import KIND

KEY = Qt.Key
NUMBER = "022187001234"
CARD = f"{NUMBER}||Phạm Thị Thẻ|01021970|Nữ|Số 9 đường Thẻ, Uông Bí|05062021"
ENDS = [KEY.Key_Return, KEY.Key_Tab, None]


def with_code(officer: Officer) -> Household:
    return next(one for one in officer.households(100) if one.code)


def without_code(officer: Officer) -> Household:
    return next(one for one in officer.households(100) if not one.code)


@pytest.mark.parametrize("end", ENDS)
def test_the_plate_of_the_household_agrees_and_changes_nothing(
    officer: Officer, end: Qt.Key | None
) -> None:
    household = with_code(officer)
    officer.open(household)
    officer.scan(f"https://diachiso.gov.vn/#/map/{household.code}", end)
    assert officer.banner.startswith("The plate agrees with the register")
    assert officer.entry.is_untouched
    assert officer.view.household == household.id
    officer.press("1E")
    officer.rest()
    assert officer.stored(household.id).outcome == "dung"


def test_a_scan_that_begins_with_a_digit_chooses_no_outcome(officer: Officer) -> None:
    household = without_code(officer)
    officer.open(household)
    officer.press("4")
    officer.scan("1234567890")
    assert officer.entry.outcome == "khong_tim_thay"
    assert officer.stored(household.id).outcome == ""


def test_a_mobile_number_that_is_no_known_code_is_called_so(officer: Officer) -> None:
    household = without_code(officer)
    officer.open(household)
    officer.scan("0912345678")
    assert "may be a telephone number" in officer.banner
    assert officer.entry.text_of("code") == ""


def test_a_code_that_nobody_has_is_offered_and_taken_with_one_key(officer: Officer) -> None:
    household = without_code(officer)
    officer.open(household)
    officer.press("2")
    officer.scan("0299912345")
    assert "which no household has" in officer.banner
    assert officer.entry.text_of("code") == ""
    officer.key(KEY.Key_F3)
    assert officer.view.form.grid.fields["code"].text() == "0299912345"
    officer.press("E")
    officer.rest()
    assert officer.stored(household.id).code == "0299912345"


def test_anothers_plate_opens_that_household_where_nothing_was_begun(officer: Officer) -> None:
    household, other = without_code(officer), with_code(officer)
    officer.open(household)
    officer.scan(str(other.code))
    assert officer.view.household == other.id


def test_anothers_plate_is_told_where_something_was_typed(officer: Officer) -> None:
    household, other = without_code(officer), with_code(officer)
    officer.open(household)
    officer.press("3")
    officer.scan(str(other.code))
    assert other.name in officer.banner
    assert officer.view.household == household.id
    officer.key(KEY.Key_F3)
    officer.rest()
    assert officer.view.household == other.id
    officer.open(household)
    assert officer.entry.outcome == "trung_ma"


def test_the_mark_of_a_walk_sheet_opens_its_household(officer: Officer) -> None:
    first, other = officer.households(2)
    officer.open(first)
    officer.scan(household_mark(other.id))
    assert officer.view.household == other.id


def test_twelve_digits_are_the_place_identifier(officer: Officer) -> None:
    household = officer.households(1)[0]
    officer.open(household)
    officer.scan("123456789012")
    assert officer.view.form.grid.fields["place_id"].text() == "123456789012"
    officer.press("1E")
    officer.rest()
    assert officer.stored(household.id).place_id == "123456789012"


def test_what_is_no_plate_is_told(officer: Officer) -> None:
    officer.open(officer.households(1)[0])
    officer.scan("KHONG PHAI BIEN SO NHA")
    assert officer.banner.startswith("This scan is no plate")
    assert officer.entry.is_untouched


def kept(officer: Officer) -> str:
    """Return all that is kept anywhere: drafts and what is on the screen."""
    form = officer.view.form
    shown = [field.text() for field in form.fields()]
    return json.dumps([officer.drafts.all(KIND), shown], default=str, ensure_ascii=False)


@pytest.mark.parametrize("field", [None, "name", "phone"])
def test_a_card_offers_name_and_address_and_nothing_else_is_kept(
    officer: Officer, field: str | None
) -> None:
    household = officer.households(1)[0]
    officer.open(household)
    officer.press("2")
    if field is not None:
        officer.field(field)
    officer.scan(CARD)
    assert "Phạm Thị Thẻ" in officer.banner
    assert NUMBER not in officer.banner
    assert officer.entry.typed == {}
    assert "0221870" not in kept(officer)
    assert "Thẻ" not in kept(officer)
    officer.key(KEY.Key_F3)
    assert officer.entry.typed == {"name": "Phạm Thị Thẻ", "address": "Số 9 đường Thẻ, Uông Bí"}
    for secret in (NUMBER, "01021970", "05062021"):
        assert secret not in kept(officer)
    officer.press("E" if field is None else "XE")
    officer.rest()
    assert officer.stored(household.id).name == "Phạm Thị Thẻ"


def test_an_offer_not_taken_is_gone_with_the_next_household(officer: Officer) -> None:
    first, second = officer.households(2)
    officer.open(first)
    officer.scan(CARD)
    officer.press("D")
    officer.rest()
    officer.key(KEY.Key_F3)
    officer.rest()
    assert officer.view.household == second.id
    assert officer.entry.is_untouched


def test_a_damaged_card_is_refused_with_a_sentence(officer: Officer) -> None:
    officer.open(officer.households(1)[0])
    officer.scan(CARD.replace("Phạm", "PhaÌ£m"))
    assert "could not be read" in officer.banner
    assert officer.entry.is_untouched


def test_a_card_that_came_too_slowly_leaves_the_field_as_it_stood(officer: Officer) -> None:
    household = officer.households(1)[0]
    officer.open(household)
    officer.field("name")
    officer.key(KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    officer.scan(CARD, end=None, gap_ms=GAP_MS + 30)
    assert NUMBER not in kept(officer)
    assert NUMBER not in officer.view.form.grid.fields["name"].text()


def test_words_typed_fast_stay_words(officer: Officer) -> None:
    officer.open(officer.households(1)[0])
    officer.field("name")
    officer.key(KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    officer.scan("Nguyễn Văn Nhanh", end=None)
    assert officer.view.form.grid.fields["name"].text() == "Nguyễn Văn Nhanh"


def test_the_end_of_a_scan_into_a_field_is_no_wish_to_save(officer: Officer) -> None:
    household = without_code(officer)
    officer.open(household)
    officer.press("2")
    officer.field("code")
    officer.scan("0299912345")
    assert officer.view.form.grid.fields["code"].text() == "0299912345"
    assert officer.stored(household.id).outcome == ""
    assert officer.view.household == household.id


def test_a_scan_cut_in_two_by_a_busy_screen_is_one_scan(officer: Officer) -> None:
    household = without_code(officer)
    officer.open(household)
    moment = 5_000
    for half in ("12345", "67890"):
        for letter in half:
            event = QKeyEvent(QEvent.Type.KeyPress, 0, PLAIN, letter)
            event.setTimestamp(moment)
            QApplication.sendEvent(officer.focus(), event)
            moment += 4
        officer.wait(lambda: not officer.view.scans.box.is_fresh)
    event = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Return, PLAIN, "\r")
    event.setTimestamp(moment)
    QApplication.sendEvent(officer.focus(), event)
    officer.rest()
    assert "12345 67890" in officer.banner
    assert officer.entry.is_untouched
    assert officer.stored(household.id).outcome == ""


def test_a_scan_at_the_visits_questions_answers_none(officer: Officer) -> None:
    household, other = officer.households(2)
    officer.open(household)
    officer.key(KEY.Key_F4)
    officer.rest()
    assert officer.view.panels.is_visit
    officer.scan(household_mark(other.id))
    assert officer.view.household == other.id
    officer.open(household)
    assert officer.entry.is_untouched


def test_a_person_who_presses_digits_quickly_is_no_scanner(officer: Officer) -> None:
    household = officer.households(1)[0]
    officer.open(household)
    officer.scan("12", KEY.Key_Return)
    officer.rest()
    assert officer.stored(household.id).outcome == "sai_thong_tin"


def test_the_code_of_two_households_is_found_whoever_has_it(officer: Officer) -> None:
    household, other = without_code(officer), with_code(officer)
    found = officer.session.store.read(
        lambda c: c.execute(households.select().where(households.c.code == other.code)).all()
    )
    assert len(found) == 1
    officer.open(household)
    officer.press("1")
    officer.field("code")
    officer.write(str(other.code))
    officer.rest()
    assert other.name in officer.view.form.grid.message("code")


