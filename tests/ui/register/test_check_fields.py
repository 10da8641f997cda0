"""What is typed into the fields of a check, and what of it is recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from models.households.commands import check_household
from tests.ui.register.checking import Officer, checks


def test_only_what_differs_is_recorded(officer: Officer) -> None:
    household = next(one for one in officer.households() if one.phone and one.code is None)
    officer.open(household)
    officer.press("2T")
    officer.replace("Nguyễn Thị Mới")
    officer.field("phone")
    officer.replace("+84 912 345 678")
    officer.field("code")
    officer.write("02213 00999")
    officer.field("place")
    officer.replace("7PJ22QMX+2F")
    officer.press("E")
    officer.rest()
    (said,) = checks(officer, household)
    place = said.pop("place")
    assert said == {
        "outcome": "sai_thong_tin", "name": "Nguyễn Thị Mới", "phone": "0912345678",
        "code": "0221300999",
    }  # fmt: skip
    assert isinstance(place, dict)
    assert place["source"] == "plus_code"
    stored = officer.stored(household.id)
    assert (stored.name, stored.address) == ("Nguyễn Thị Mới", household.address)


def test_what_is_typed_back_is_no_news(officer: Officer) -> None:
    household = officer.households(1)[0]
    officer.open(household)
    officer.press("T")
    officer.replace("Ai đó")
    officer.replace(household.name)
    assert officer.entry.is_untouched
    officer.press("X1E")
    officer.rest()
    assert checks(officer, household) == [{"outcome": "dung"}]


def test_errors_stand_beside_their_field_and_take_the_focus(officer: Officer) -> None:
    household = officer.households(1)[0]
    officer.open(household)
    officer.press("2")
    officer.field("code")
    officer.replace("12345")
    grid = officer.view.form.grid
    assert grid.message("code") == ""
    officer.field("place_id")
    assert "has exactly 10 digits" in grid.message("code")
    officer.field("phone")
    officer.replace("912")
    officer.press("E")
    officer.rest()
    assert officer.stored(household.id).outcome == ""
    assert officer.focus() is grid.fields["phone"]
    assert "telephone number is wrong" in grid.message("phone")
    assert grid.fields["phone"].property("invalid")
    officer.replace("0912345678")
    officer.field("code")
    officer.replace("0221399999")
    officer.press("E")
    officer.rest()
    assert officer.stored(household.id).code == "0221399999"


def test_swapped_coordinates_are_turned_and_said(officer: Officer) -> None:
    household = officer.households(1)[0]
    officer.open(household)
    officer.press("1")
    officer.field("place")
    officer.replace("106.7712, 21.0345")
    officer.press("X")
    assert "other way round" in officer.view.form.grid.message("place")
    officer.press("E")
    officer.rest()
    place = officer.stored(household.id).place
    assert place is not None
    assert (place.lat, place.lon, place.source) == (21.0345, 106.7712, "typed")


def test_one_key_attaches_the_plate_today_and_again_takes_it_off(officer: Officer) -> None:
    household = officer.households(1)[0]
    officer.open(household)
    officer.press("1*")
    assert officer.view.form.grid.plate.isChecked()
    officer.press("**E")
    officer.rest()
    stored = officer.stored(household.id)
    assert (stored.has_plate, stored.plate_on) == (True, officer.clock.today())
    officer.open(household)
    officer.press("*")
    assert not officer.view.form.grid.plate.isChecked()
    officer.press("E")
    officer.rest()
    stored = officer.stored(household.id)
    assert (stored.has_plate, stored.plate_on) == (False, None)


def test_the_plate_has_a_day_of_its_own_not_to_come(officer: Officer) -> None:
    household = officer.households(1)[0]
    officer.open(household)
    officer.press("1")
    officer.field("plate_on")
    tomorrow = officer.clock.today() + timedelta(days=1)
    officer.write(tomorrow.strftime("%d%m%Y"))
    officer.press("E")
    assert "yet to come" in officer.view.form.grid.message("plate_on")
    officer.replace("01112026")
    officer.press("E")
    officer.rest()
    stored = officer.stored(household.id)
    assert stored.has_plate
    assert f"{stored.plate_on}" == "2026-11-01"


def test_yesterdays_papers_keep_their_day_from_one_to_the_next(officer: Officer) -> None:
    first, second = officer.households(2)
    officer.open(first)
    day = officer.clock.today() - timedelta(days=3)
    officer.press("1")
    officer.view.form.day.setFocus()
    officer.replace(day.strftime("%d%m%Y"))
    officer.press("E")
    officer.rest()
    assert officer.view.household == second.id
    officer.press("4E")
    officer.rest()
    assert officer.stored(first.id).checked_on == day
    assert officer.stored(second.id).checked_on == day


def test_a_note_is_typed_and_the_slash_leads_to_it(officer: Officer) -> None:
    household = officer.households(1)[0]
    officer.open(household)
    officer.press("5/")
    officer.write("Nhà khóa cửa")
    officer.press("E")
    officer.rest()
    assert officer.stored(household.id).note == "Nhà khóa cửa"
    officer.open(household)
    assert officer.view.form._note_row._message.text() == "Noted before: Nhà khóa cửa"


def test_the_list_is_shown_where_it_says_otherwise(officer: Officer) -> None:
    household = officer.households(1)[0]
    officer.write_store(
        check_household, household=household.id, outcome="sai_thong_tin",
        values={"name": "Tên đúng"},
    )  # fmt: skip
    officer.open(replace(household))
    assert officer.view.form.grid.message("name") == f"The list says: {household.name}"
