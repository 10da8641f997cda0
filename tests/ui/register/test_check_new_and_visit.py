from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from models.households.progress import WorkFilter
from models.households.records import Household
from tests.ui.register.checking import Officer
from ui.register.check_draft import KIND

KEY = Qt.Key


def found_new(officer: Officer, known: set[object]) -> list[Household]:
    return [one for one in officer.households(600) if one.id not in known]


@pytest.fixture
def known(officer: Officer) -> set[object]:
    return {one.id for one in officer.households(600)}


def test_a_household_that_no_list_names_is_added_where_one_stands(
    officer: Officer, known: set[object]
) -> None:
    here = officer.households(1)[0]
    officer.open(here)
    officer.key(KEY.Key_F9)
    officer.rest()
    assert officer.view.head.title() == "New household"
    assert officer.focus() is officer.view.form.grid.fields["name"]
    officer.write("Lý Thị Mới")
    officer.field("house_number")
    officer.write("12A")
    officer.press("X6E")
    officer.rest()
    (new,) = found_new(officer, known)
    assert (new.name, new.house_number, new.outcome) == ("Lý Thị Mới", "12A", "de_nghi_cap_ma")
    assert new.hamlet_key == here.hamlet_key
    assert new.list is None
    assert officer.view.household == new.id
    assert officer.view.head.saved.text() == "Saved: Lý Thị Mới – Asks for a code"


def test_a_new_household_needs_a_name_and_an_outcome(
    officer: Officer, known: set[object]
) -> None:
    officer.page.start_new(officer.hamlet(), WorkFilter())
    officer.rest()
    assert officer.view.form.grid.message("name") == ""
    officer.press("E")
    assert "needs the head's name" in officer.view.form.grid.message("name")
    officer.write("Có tên")
    officer.field("hamlet")
    officer.key(KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    officer.key(KEY.Key_Delete)
    officer.press("E")
    assert "needs a hamlet" in officer.view.form.grid.message("hamlet")
    assert officer.view.form._said.text().startswith("No outcome")
    assert found_new(officer, known) == []


def test_a_new_household_half_typed_comes_back(officer: Officer, known: set[object]) -> None:
    officer.page.start_new(officer.hamlet(), WorkFilter())
    officer.rest()
    officer.write("Nửa chừng")
    again = Officer(officer.session)
    try:
        assert again.page.resume()
        again.rest()
        assert again.view.form.grid.fields["name"].text() == "Nửa chừng"
        again.press("X1E")
        again.rest()
        (new,) = found_new(again, known)
        assert new.hamlet_key == officer.hamlet()
        assert again.drafts.all(KIND) == []
    finally:
        again.stop()


def test_another_hamlet_of_the_ward_is_said_to_be_new(officer: Officer) -> None:
    officer.open(officer.households(1)[0])
    officer.field("hamlet")
    officer.replace("Khu 99")
    assert "has that name yet" in officer.view.form.grid.message("hamlet")


@pytest.fixture
def visiting(officer: Officer) -> Callable[[Household], None]:
    def open_visit(household: Household) -> None:
        officer.open(household)
        officer.key(KEY.Key_F4)
        officer.rest()
        assert officer.view.panels.is_visit

    return open_visit


def test_a_visit_is_answered_by_digits_and_saved_with_the_check(
    officer: Officer, visiting: Callable[[Household], None]
) -> None:
    first, second = officer.households(2)
    visiting(first)
    officer.press("111231E")
    assert officer.view.panels.is_form
    assert officer.focus() is officer.view
    officer.press("1E")
    officer.rest()
    visit = officer.stored(first.id).visit
    assert visit is not None
    assert visit.questionnaire == "ho-so-hoa-2024"
    assert len(visit.answers) == 6
    assert officer.view.household == second.id


def test_a_visit_half_answered_comes_back_where_it_stood(
    officer: Officer, visiting: Callable[[Household], None]
) -> None:
    household = officer.households(1)[0]
    visiting(household)
    officer.press("12X")
    assert officer.view.panels.is_form
    officer.press("X")
    assert officer.closed == 1
    visiting(household)
    answers = officer.view.panels.visit._answers
    assert answers.current() == 2
    officer.press("-")
    assert answers.current() == 1
    officer.press("0")
    draft = officer.entry.visit_draft
    assert draft is not None
    assert list(draft["answers"].values())[1] == ""
    assert len(officer.entry.visit["answers"]) == 1


def test_the_answers_of_the_last_visit_stand_there_to_be_changed(
    officer: Officer, visiting: Callable[[Household], None]
) -> None:
    household = officer.households(1)[0]
    visiting(household)
    officer.press("111111E1E")
    officer.rest()
    visiting(household)
    assert officer.entry.is_untouched
    officer.press("2E")
    officer.key(KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    officer.rest()
    visit = officer.stored(household.id).visit
    assert visit is not None
    values = list(visit.answers.values())
    assert len(values) == 6
    assert len(set(values[1:])) == 1
    assert values[0] != values[1]
