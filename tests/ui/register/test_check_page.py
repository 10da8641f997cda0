from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from models.households.commands import check_household
from models.households.fields import OUTCOME_CODES
from models.households.history import household_conflicts
from models.households.progress import WorkFilter
from tests.ui.register.checking import CONTROL, Officer, checks
from ui.register.check_draft import KIND, load_sent

KEY = Qt.Key


def test_a_right_household_takes_two_keys_and_the_next_one_comes(officer: Officer) -> None:
    first, second = officer.households(2)
    officer.open(first)
    officer.press("1")
    assert officer.stored(first.id).outcome == ""
    officer.press("E")
    officer.rest()
    assert officer.stored(first.id).outcome == "dung"
    assert officer.stored(first.id).checked_on == officer.clock.today()
    assert checks(officer, first) == [{"outcome": "dung"}]
    assert officer.view.household == second.id
    assert officer.view.head.saved.text() == f"Saved: {first.name} – Right"
    assert officer.focus() is officer.view


@pytest.mark.parametrize(("digit", "outcome"), list(enumerate(OUTCOME_CODES, 1)))
def test_each_digit_is_its_outcome(officer: Officer, digit: int, outcome: str) -> None:
    household = officer.households(1)[0]
    officer.open(household)
    officer.press(f"{digit}E")
    officer.rest()
    assert officer.stored(household.id).outcome == outcome


def test_enter_without_an_outcome_saves_nothing_and_says_why(officer: Officer) -> None:
    household = officer.households(1)[0]
    officer.open(household)
    officer.press("E")
    officer.rest()
    assert officer.view.household == household.id
    assert officer.stored(household.id).outcome == ""
    assert officer.view.form._said.text().startswith("No outcome was chosen")
    officer.press("98")
    assert officer.entry.outcome == ""


def test_nothing_is_called_saved_before_it_is_on_the_disk(
    officer: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    household = officer.households(1)[0]
    officer.open(household)
    asked: list[object] = []
    monkeypatch.setattr(
        type(officer.context), "write", lambda _self, *arguments: asked.append(arguments)
    )
    officer.press("1E")
    assert len(asked) == 1
    assert officer.view.is_saving
    assert officer.view.head.saved.text() == ""
    assert officer.view.household == household.id
    # It is a draft by then, so that a kill cannot lose it.
    (draft,) = load_sent(officer.drafts)
    assert draft.sending is not None
    assert draft.sending.outcome == "dung"
    officer.view.saver._on_saved(draft, household.id)


def test_control_enter_saves_and_stays(officer: Officer) -> None:
    household = officer.households(1)[0]
    officer.open(household)
    officer.press("3")
    officer.key(KEY.Key_Return, CONTROL)
    officer.rest()
    assert officer.view.household == household.id
    assert officer.stored(household.id).outcome == "trung_ma"
    assert officer.entry.is_untouched


def test_page_keys_walk_the_list_and_enter_passes_over_what_is_checked(officer: Officer) -> None:
    first, second, third = officer.households(3)
    officer.open(first)
    officer.press("D")
    officer.rest()
    assert officer.view.household == second.id
    officer.press("U")
    officer.rest()
    assert officer.view.household == first.id
    officer.press("1E")
    officer.rest()
    officer.press("1E")
    officer.rest()
    officer.press("U")
    officer.rest()
    assert officer.view.household == second.id
    officer.press("E")
    officer.rest()
    assert officer.view.household == third.id
    assert len(checks(officer, second)) == 1


def test_the_next_unchecked_is_of_the_work_list_and_at_its_end_it_says_so(
    officer: Officer,
) -> None:
    street = next(one.street for one in officer.households() if one.street)
    wanted = WorkFilter(hamlets=(officer.hamlet(),), street=street)
    theirs = officer.households(500, wanted)
    for household in theirs[2:]:
        officer.write_store(check_household, household=household.id, outcome="dung")
    officer.open(theirs[1], wanted)
    officer.press("1E")
    officer.rest()
    assert officer.view.household == theirs[0].id
    officer.press("1E")
    officer.rest()
    assert officer.view.panels.currentWidget() is officer.view.panels.done
    assert officer.view.household is None
    officer.press("E")
    assert officer.closed == 1


def test_escape_leads_out_of_a_field_and_then_back_with_the_draft_kept(officer: Officer) -> None:
    household = officer.households(1)[0]
    officer.open(household)
    officer.press("2T")
    officer.replace("Trần Văn Nửa")
    assert isinstance(officer.focus(), QLineEdit)
    officer.press("X")
    assert officer.focus() is officer.view
    assert officer.closed == 0
    officer.press("X")
    assert officer.closed == 1
    assert officer.stored(household.id).outcome == ""
    officer.open(household)
    assert officer.entry.outcome == "sai_thong_tin"
    assert officer.view.form.grid.fields["name"].text() == "Trần Văn Nửa"
    assert officer.banner.startswith("What was half typed here is back")


def test_what_was_typed_is_thrown_away_only_when_asked_twice(officer: Officer) -> None:
    household = officer.households(1)[0]
    officer.open(household)
    officer.press("2-")
    assert officer.entry.outcome == "sai_thong_tin"
    officer.press("3-")
    assert officer.entry.outcome == "trung_ma"
    officer.press("-")
    assert officer.entry.is_untouched
    assert officer.drafts.all(KIND) == []


def test_keys_pressed_while_the_next_one_is_fetched_are_meant_for_it(officer: Officer) -> None:
    first, second, third = officer.households(3)
    officer.open(first)
    officer.press("1E4E")
    officer.rest()
    assert officer.stored(first.id).outcome == "dung"
    assert officer.stored(second.id).outcome == "khong_tim_thay"
    assert officer.view.household == third.id


def test_a_digit_pressed_right_after_page_down_is_meant_for_the_next(officer: Officer) -> None:
    first, second = officer.households(2)
    officer.open(first)
    officer.press("D4")
    officer.rest()
    assert officer.view.household == second.id
    assert officer.entry.outcome == "khong_tim_thay"
    officer.open(first)
    assert officer.entry.is_untouched


def test_two_peoples_checks_become_a_conflict_and_overwrite_nothing(officer: Officer) -> None:
    household = officer.households(1)[0]
    officer.open(household)
    officer.press("2T")
    officer.replace("Tên thứ nhất")
    officer.write_store(
        check_household, household=household.id, outcome="sai_thong_tin",
        values={"name": "Tên thứ hai"},
    )  # fmt: skip
    officer.rest()
    assert "changed meanwhile" in officer.banner
    officer.press("E")
    officer.rest()
    found = officer.session.store.read(lambda c: household_conflicts(c, household.id))
    assert {side.value for conflict in found for side in conflict.sides} == {
        "Tên thứ nhất", "Tên thứ hai",
    }  # fmt: skip


def test_f5_shows_how_it_stands_and_the_check_then_knows_it(officer: Officer) -> None:
    household = officer.households(1)[0]
    officer.open(household)
    officer.press("2T")
    officer.replace("Tên thứ nhất")
    officer.write_store(
        check_household, household=household.id, outcome="sai_thong_tin",
        values={"name": "Tên thứ hai"},
    )  # fmt: skip
    officer.rest()
    officer.key(KEY.Key_F5)
    assert officer.view.form.grid._standing["name"].text() == "Tên thứ hai"
    assert officer.view.form.grid.fields["name"].text() == "Tên thứ nhất"
    officer.press("E")
    officer.rest()
    assert officer.session.store.read(lambda c: household_conflicts(c, household.id)) == []
    assert officer.stored(household.id).name == "Tên thứ nhất"


def test_a_household_nobody_typed_at_shows_the_change_by_itself(officer: Officer) -> None:
    household = officer.households(1)[0]
    officer.open(household)
    officer.write_store(
        check_household, household=household.id, outcome="sai_thong_tin",
        values={"name": "Tên mới"},
    )  # fmt: skip
    officer.rest()
    assert officer.banner == ""
    assert officer.view.form.grid.fields["name"].text() == "Tên mới"
    assert officer.view.head.title() == "Tên mới"


def test_every_stop_of_tab_has_a_name_and_tab_comes_round(officer: Officer) -> None:
    officer.open(officer.households(1)[0])
    seen: list[object] = []
    for _ in range(60):
        officer.key(KEY.Key_Tab)
        if officer.focus() in seen:
            break
        seen.append(officer.focus())
        words = officer.focus().accessibleName() or getattr(officer.focus(), "text", str)()
        assert words, officer.focus()
    else:
        raise AssertionError("Tab never comes round")
    assert set(officer.view.form.stops()) < set(seen)
    assert officer.view in seen
