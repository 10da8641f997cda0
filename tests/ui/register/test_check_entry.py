from __future__ import annotations

import json
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import CodedError
from models.households.cards import CardHolder
from models.households.fields import OUTCOME_CODES
from models.households.records import Household, Place
from ui.register.check_entry import TYPED_FIELDS, CheckEntry, Reading

TODAY = date(2026, 11, 22)
HOUSEHOLD = Household(
    UUID(int=1), "06811", "Khu 1", name="Nguyễn Văn A", phone="0912345678",
    address="12 Trần Phú", house_number="12", street="Trần Phú", code="0221300001",
    place=Place(21.0345, 106.7712, "list"), has_plate=True, plate_on=date(2026, 10, 1),
)  # fmt: skip
BARE = Household(UUID(int=2), "06811", "Khu 1")


def entry(household: Household = HOUSEHOLD, **words: object) -> CheckEntry:
    return CheckEntry(household, today=TODAY, **words)  # type: ignore[arg-type]


def codes(reading: Reading) -> dict[str, str]:
    return {name: problem.code for name, problem in reading.problems.items()}


def test_untouched_it_says_nothing_and_asks_for_an_outcome() -> None:
    hand = entry()
    assert hand.is_untouched
    assert not hand.is_passed_over
    assert hand.read().values == {}
    assert codes(hand.read()) == {"outcome": "households.no_outcome"}


def test_digits_choose_outcomes_in_their_order_and_others_nothing() -> None:
    hand = entry()
    for number, code in enumerate(OUTCOME_CODES, 1):
        assert hand.choose(number)
        assert hand.outcome == code
    assert not hand.choose(0)
    assert not hand.choose(8)
    assert hand.outcome == OUTCOME_CODES[-1]


def test_a_checked_household_is_passed_over_until_something_is_new() -> None:
    hand = entry(Household(UUID(int=3), "06811", "Khu 1", outcome="tu_choi"))
    assert hand.is_passed_over
    assert hand.shown_outcome == "tu_choi"
    assert hand.read().problems == {}
    hand.note = "lần hai"
    assert not hand.is_passed_over


@pytest.mark.parametrize("field", TYPED_FIELDS)
def test_what_stands_typed_again_is_no_change(field: str) -> None:
    hand = entry()
    stands = hand.text_of(field)
    hand.type_text(field, "x")
    assert hand.is_changed(field)
    hand.type_text(field, stands)
    assert not hand.is_changed(field)
    assert field not in hand.read().values


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("name", "  Trần   Thị B ", "Trần Thị B"), ("name", "", None), ("phone", "", None),
        ("phone", "+84 987 654 321", "0987654321"), ("code", "02213 00009", "0221300009"),
        ("code", "https://diachiso.gov.vn/#/map/0221300009", "0221300009"),
        ("code", " ", None), ("place_id", "1234 5678 9012", "123456789012"),
        ("plate_on", "05/11/2026", "2026-11-05"), ("plate_on", "05/11/26", "2026-11-05"),
        ("place", "21,0345; 106,7712",
         {"lat": 21.0345, "lon": 106.7712, "source": "typed", "accuracy": None}),
        ("place", "geo:21.03,106.77;u=8",
         {"lat": 21.03, "lon": 106.77, "source": "gps", "accuracy": 8.0}),
    ],
)  # fmt: skip
def test_typed_texts_are_read(field: str, text: str, value: object) -> None:
    hand = entry()
    hand.choose(2)
    hand.type_text(field, text)
    reading = hand.read()
    assert reading.problems == {}
    assert reading.values[field] == value


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("phone", "12", "households.bad_phone"), ("code", "123", "households.bad_code"),
        ("place_id", "1", "households.bad_place_id"),
        ("place", "đầu ngõ", "households.place_unreadable"),
        ("place", "https://maps.app.goo.gl/abc", "households.place_short_link"),
        ("plate_on", "31/02/2026", "households.bad_day"),
        ("plate_on", "23/11/2026", "households.day_to_come"),
        ("name", "x" * 501, "households.too_long"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_of_its_field(field: str, text: str, code: str) -> None:
    hand = entry()
    hand.choose(2)
    hand.type_text(field, text)
    assert codes(hand.read()) == {field: code}
    assert field not in hand.read().values


def test_a_short_plus_code_is_looked_for_in_the_hamlet() -> None:
    near = Place(21.03, 106.77)
    hand = entry(BARE, near=near)
    hand.choose(1)
    hand.type_text("place", "2QMX+2F")
    place = hand.read().values["place"]
    assert abs(place["lat"] - near.lat) < 1
    assert place["source"] == "plus_code"
    lost = entry(BARE)
    lost.type_text("place", "2QMX+2F")
    assert codes(lost.read())["place"] == "households.plus_code_short"


def test_the_plate_goes_on_today_and_off_without_its_day() -> None:
    hand = entry(BARE)
    hand.choose(1)
    hand.toggle_plate()
    assert hand.read().values == {"has_plate": True, "plate_on": "2026-11-22"}
    hand.toggle_plate()
    assert hand.read().values == {}
    off = entry()
    off.choose(1)
    off.toggle_plate()
    assert off.read().values == {"has_plate": False, "plate_on": None}
    off.toggle_plate()
    assert off.read().values == {"plate_on": "2026-11-22"}


def test_a_plates_day_says_that_there_is_one() -> None:
    hand = entry(BARE)
    hand.type_text("plate_on", "01/11/2026")
    assert hand.shown_plate
    assert hand.read().values == {"has_plate": True, "plate_on": "2026-11-01"}


def test_right_with_a_correction_is_doubted_but_not_with_what_was_missing() -> None:
    hand = entry()
    hand.choose(1)
    hand.type_text("place_id", "123456789012")
    assert hand.read().warnings == {}
    hand.type_text("name", "Khác")
    warnings = hand.read().warnings["outcome"]
    assert [one.code for one in warnings] == ["households.right_but_corrected"]
    assert hand.read().problems == {}
    hand.choose(2)
    assert "outcome" not in hand.read().warnings


def test_the_day_is_today_the_usual_one_or_its_own_and_never_to_come() -> None:
    usual = TODAY - timedelta(days=2)
    assert entry().day == TODAY
    hand = entry(usual_day=usual)
    assert (hand.day, hand.is_untouched) == (usual, True)
    # What is begun keeps its day: tomorrow "the usual day" is another.
    assert hand.to_draft()["on"] == usual.isoformat()
    hand.on = TODAY + timedelta(days=1)
    assert codes(hand.read())["on"] == "households.day_to_come"


def test_a_card_gives_name_and_address_alone() -> None:
    hand = entry()
    hand.take_holder(CardHolder("Lê Thị C", "3 Phố Mới"))
    assert hand.typed == {"name": "Lê Thị C", "address": "3 Phố Mới"}
    hand.take_holder(CardHolder("Lê Thị D", ""))
    assert hand.text_of("address") == "3 Phố Mới"


def test_a_new_household_needs_somebody_and_a_hamlet() -> None:
    hand = entry(Household(UUID(int=4), "06811", ""), is_new=True)
    hand.choose(6)
    assert codes(hand.read()) == {
        "name": "households.nobody", "hamlet": "households.no_hamlet",
    }  # fmt: skip
    hand.type_text("house_number", "7")
    hand.type_text("hamlet", "Khu 2")
    assert hand.read().problems == {}


def test_going_on_from_how_it_stands_drops_what_is_no_news() -> None:
    hand = entry()
    hand.type_text("name", "Trần Thị B")
    hand.type_text("phone", "0987654321")
    now = Household(UUID(int=1), "06811", "Khu 1", name="Trần Thị B")
    hand.stand_on(now, None)
    assert hand.typed == {"phone": "0987654321"}


typed = st.dictionaries(st.sampled_from(TYPED_FIELDS), st.text(max_size=60), max_size=5)


@given(typed, st.integers(0, 9), st.text(max_size=20), st.booleans())
def test_a_draft_is_taken_up_as_it_was_and_reading_never_fails(
    texts: dict[str, str], digit: int, note: str, has_plate: bool
) -> None:
    hand = entry()
    for field, text in texts.items():
        hand.type_text(field, text)
    hand.choose(digit)
    hand.note = note
    if has_plate:
        hand.toggle_plate()
    kept = json.loads(json.dumps(hand.to_draft()))
    again = entry()
    again.from_draft(kept)
    assert again.to_draft() == hand.to_draft()
    reading = again.read()
    assert reading.values == hand.read().values
    assert set(reading.values).isdisjoint(reading.problems)
    assert all(isinstance(problem, CodedError) for problem in reading.problems.values())
