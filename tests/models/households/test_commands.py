"""Checks, settlements, merges and assignments, and what each leaves."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from models.errors import UserError
from models.households.commands import (
    add_household,
    assign_hamlet,
    check_household,
    keep_apart,
    merge,
    place_hamlet,
    remember_layout,
    settle,
    undo_apart,
    undo_merge,
)
from models.households.fields import OUTCOME_CODES
from models.households.history import heads_of_household, household_conflicts, household_history
from models.households.list_queries import placed_hamlets, remembered_layout
from models.households.progress import WorkFilter, hamlet_progress, officers
from models.households.queries import count_walk, merged_with, search_households
from models.households.records import HamletKey, Place, Visit
from models.households.tables import households_apart
from models.store.doctor import compare_projections
from tests.models.households.conftest import UNIT, row

KHU_1 = HamletKey(UNIT, "", "Khu 1")


def refused(register, command, *arguments, **options) -> str:
    before = register.events()
    with pytest.raises(UserError) as caught:
        register.write(command, *arguments, **options)
    assert register.events() == before
    return caught.value.code


def progress(register):
    [hamlet] = register.read(hamlet_progress)
    return hamlet.progress


@pytest.mark.parametrize("outcome", OUTCOME_CODES)
def test_a_check_is_counted_under_its_outcome(register, outcome):
    household = register.one()
    register.write(check_household, household, outcome=outcome)
    found = register.get(household)
    assert (found.outcome, found.checked_on) == (outcome, register.store.clock.today())
    assert found.checked_by == register.session.account
    assert (progress(register).checked, progress(register).outcomes) == (1, {outcome: 1})


def test_a_second_check_moves_the_count(register):
    household = register.one()
    register.write(check_household, household, outcome="khong_tim_thay")
    register.write(check_household, household, outcome="dung")
    assert progress(register).outcomes == {"dung": 1}
    assert progress(register).checked == 1


def test_only_what_differs_is_recorded(register):
    household = register.one("An", phone="0912345678")
    register.write(check_household, household, outcome="sai_thong_tin",
                   values={"name": "Ân", "phone": "0912345678"}, note=" ghi  chú ")  # fmt: skip
    step = register.read(household_history, household)[-1]
    assert step.values == {"name": "Ân", "outcome": "sai_thong_tin"}
    assert step.note == "ghi chú"


def test_every_field_can_be_said(register):
    household = register.one()
    values = {
        "name": "Đặng Thị Bé", "phone": "0912345678", "address": "Ngõ 1", "house_number": "12A",
        "street": "Quang Trung", "hamlet": "KHU 02", "code": "0212345678",
        "place_id": "221234567890", "place": Place(21.03, 106.77, "gps", 5.0), "has_plate": True,
        "plate_on": date(2026, 11, 1), "visit": Visit("ho-so-hoa-2024", "1", {"cap_quang": "co"}),
    }  # fmt: skip
    register.write(check_household, household, outcome="sai_thong_tin", values=values)
    found = register.get(household)
    assert found.hamlet == "Khu 2"
    for field, value in values.items():
        if field != "hamlet":
            assert getattr(found, field) == value, field
    assert compare_projections(register.store, register.store.projections) == []


def test_a_plate_with_a_day_is_attached(register):
    household = register.one()
    values = {"plate_on": "2026-11-01"}
    register.write(check_household, household, outcome="dung", values=values)
    assert register.get(household).has_plate


def test_a_plate_that_is_gone_leaves_no_day_behind(register):
    household = register.one()
    day = date(2026, 11, 1)
    register.write(check_household, household, outcome="dung", values={"plate_on": day})
    register.write(check_household, household, outcome="dung", values={"has_plate": False})
    stands = register.get(household)
    assert (stands.has_plate, stands.plate_on) == (False, None)
    # The day alone, even the same one, brings the plate back.
    register.write(check_household, household, outcome="dung", values={"plate_on": day})
    stands = register.get(household)
    assert (stands.has_plate, stands.plate_on) == (True, day)
    assert progress(register).plate == 1


def test_a_moved_household_is_counted_where_it_went(register):
    household = register.one()
    values = {"hamlet": "Khu 2"}
    register.write(check_household, household, outcome="sai_thong_tin", values=values)
    [hamlet] = register.read(hamlet_progress)
    assert hamlet.hamlet.hamlet == "Khu 2"


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"outcome": ""}, "households.no_outcome"),
        ({"outcome": "tot"}, "households.bad_outcome"),
        ({"outcome": "dung", "values": {"code": "123"}}, "households.bad_code"),
        ({"outcome": "dung", "values": {"place_id": "0212345678"}}, "households.bad_place_id"),
        ({"outcome": "dung", "values": {"unit": "06820"}}, "households.no_field"),
        ({"outcome": "dung", "values": {"outcome": "dung"}}, "households.no_field"),
        ({"outcome": "dung", "values": {"name": "x" * 501}}, "households.too_long"),
        ({"outcome": "dung", "note": "x" * 2001}, "households.too_long"),
        ({"outcome": "dung", "values": {"plate_on": "31/02/2026"}}, "households.bad_day"),
        ({"outcome": "dung", "values": {"plate_on": "2999-12-31"}}, "households.day_to_come"),
        ({"outcome": "dung", "values": {"plate_on": "1999-12-31"}}, "households.day_too_old"),
        ({"outcome": "dung", "on": date(1999, 12, 31)}, "households.day_too_old"),
        ({"outcome": "dung", "values": {"hamlet": " "}}, "households.hamlet_needed"),
        ({"outcome": "dung", "values": {"name": "", "address": ""}}, "households.words_needed"),
        ({"outcome": "dung", "values": {"place": Place(91, 0)}}, "households.bad_place"),
        (
            {"outcome": "dung", "values": {"place": Place(1, 1, "sao")}},
            "households.bad_place_source",
        ),
    ],
)
def test_a_bad_check_is_refused_and_changes_nothing(register, options, code):
    household = register.one()
    assert refused(register, check_household, household, **options) == code


def test_a_day_to_come_and_an_unknown_household_are_refused(register):
    household = register.one()
    tomorrow = register.store.clock.today() + timedelta(days=1)
    assert refused(register, check_household, household, outcome="dung", on=tomorrow) == (
        "households.day_to_come"
    )
    assert refused(register, check_household, uuid4(), outcome="dung") == "households.no_household"


def test_who_did_not_see_the_other_check_overrules_nobody(register):
    household = register.one("An")
    seen = register.read(heads_of_household, household)
    for name in ("Ân", "Anh"):
        register.write(check_household, household, outcome="sai_thong_tin",
                       values={"name": name}, seen=seen)  # fmt: skip
    assert register.get(household).conflicts == 1
    assert progress(register).conflicts == 1
    assert register.read(count_walk, WorkFilter(has_conflicts=True)) == 1
    [conflict] = register.read(household_conflicts, household)
    assert [side.value for side in conflict.sides] == ["Ân", "Anh"]
    register.write(settle, household, {"name": "Anh"}, note="đã gọi điện")
    assert register.get(household).name == "Anh"
    assert register.get(household).conflicts == 0
    assert progress(register).conflicts == 0
    assert compare_projections(register.store, register.store.projections) == []


def test_nobody_calls_right_what_came_after_the_screen_was_opened(register):
    household = register.one("An", list_code="H1", phone="0911111111")
    seen = register.read(heads_of_household, household)
    register.take([row(1, "An", list_code="H1", phone="0922222222")])
    register.write(check_household, household, outcome="dung", seen=seen)
    [conflict] = register.read(household_conflicts, household)
    assert [side.value for side in conflict.sides] == ["0911111111", "0922222222"]


def test_what_was_typed_stands_though_a_newer_list_says_it_too(register):
    household = register.one("An", list_code="H1", phone="0911111111")
    seen = register.read(heads_of_household, household)
    register.take([row(1, "An", list_code="H1", phone="0922222222")])
    register.write(check_household, household, outcome="sai_thong_tin",
                   values={"phone": "0922222222"}, seen=seen)  # fmt: skip
    assert register.get(household).conflicts == 0
    register.take([row(1, "An", list_code="H1", phone="0933333333")])
    assert (register.get(household).phone, register.get(household).conflicts) == ("0922222222", 1)


def test_who_settles_overrules_no_side_that_came_later(register):
    household = register.one("An")
    first = register.read(heads_of_household, household)
    for name in ("Ân", "Anh"):
        register.write(check_household, household, outcome="sai_thong_tin",
                       values={"name": name}, seen=first)  # fmt: skip
    shown = register.read(heads_of_household, household)
    register.write(check_household, household, outcome="sai_thong_tin", values={"name": "Ấn"},
                   seen=first)  # fmt: skip
    register.write(settle, household, {"name": "Anh"}, seen=shown)
    [conflict] = register.read(household_conflicts, household)
    assert {side.value for side in conflict.sides} == {"Anh", "Ấn"}


def test_disjoint_fields_of_two_checks_merge(register):
    household = register.one("An")
    seen = register.read(heads_of_household, household)
    for values in ({"name": "Ân"}, {"phone": "0912345678"}):
        register.write(check_household, household, outcome="sai_thong_tin", values=values,
                       seen=seen)  # fmt: skip
    found = register.get(household)
    assert (found.name, found.phone, found.conflicts) == ("Ân", "0912345678", 0)


def test_only_what_waits_can_be_settled(register):
    household = register.one("An")
    assert refused(register, settle, household, {"name": "B"}) == "households.nothing_to_settle"
    assert refused(register, settle, household, {}) == "households.nothing_to_settle"


def test_a_merge_hides_one_and_fills_the_other_and_can_be_undone(register):
    more = {"phone": "0912345678", "code": "0212345678"}
    plan = register.take([row(1, "An", list_code="H1"), row(2, "An", list_code="H2", **more)])
    kept, gone = (planned.household for planned in plan.rows)
    register.write(merge, kept, gone, note="một nhà")
    assert progress(register).households == 1
    assert [one.id for one in register.read(merged_with, kept)] == [gone]
    assert (register.get(kept).phone, register.get(kept).code) == ("0912345678", "0212345678")
    assert [one.id for one in register.read(search_households, "0912345678")] == [kept]
    assert refused(register, check_household, gone, outcome="dung") == "households.is_merged"
    register.write(check_household, kept, outcome="sai_thong_tin", values={"phone": "0987654321"})
    register.write(undo_merge, gone)
    assert progress(register).households == 2
    assert register.get(gone).merged_into is None
    # What was changed since stays; what was only taken over goes back.
    assert (register.get(kept).phone, register.get(kept).code) == ("0987654321", None)
    assert refused(register, undo_merge, gone) == "households.not_merged"
    assert compare_projections(register.store, register.store.projections) == []


def test_after_an_undone_merge_the_lists_speak_again(register):
    plan = register.take([row(1, "An", list_code="H1"),
                          row(2, "Anh", list_code="H2", phone="0912345678")])  # fmt: skip
    kept, gone = (planned.household for planned in plan.rows)
    register.write(merge, kept, gone)
    register.take([row(1, "An", list_code="H1", phone="0987654321")])
    assert register.get(kept).conflicts == 1
    register.write(undo_merge, gone)
    assert (register.get(kept).phone, register.get(kept).conflicts) == ("0987654321", 0)
    register.take([row(1, "An", list_code="H1", phone="0977777777")])
    assert (register.get(kept).phone, register.get(kept).conflicts) == ("0977777777", 0)
    assert compare_projections(register.store, register.store.projections) == []


def test_after_an_undone_merge_what_a_person_took_away_stays_away(register):
    plan = register.take([row(1, "An", list_code="H1", phone="0911111111"),
                          row(2, "Anh", list_code="H2", phone="0912345678")])  # fmt: skip
    kept, gone = (planned.household for planned in plan.rows)
    register.write(check_household, kept, outcome="sai_thong_tin", values={"phone": ""})
    register.write(merge, kept, gone)
    assert register.get(kept).phone == "0912345678"
    register.write(undo_merge, gone)
    assert register.get(kept).phone is None


def test_a_household_is_not_merged_into_itself_nor_twice(register):
    plan = register.take([row(1, list_code="1"), row(2, list_code="2"), row(3, list_code="3")])
    first, second, third = (planned.household for planned in plan.rows)
    assert refused(register, merge, first, first) == "households.merge_itself"
    register.write(merge, first, second)
    assert refused(register, merge, third, second) == "households.is_merged"
    assert refused(register, merge, second, third) == "households.is_merged"


def test_a_household_that_no_list_names_is_added(register):
    household = register.write(
        add_household, UNIT, "khu 01", {"name": "Lê Văn Mới", "phone": ""}, outcome="de_nghi_cap_ma"
    )
    found = register.get(household)
    assert (found.name, found.hamlet, found.outcome) == ("Lê Văn Mới", "Khu 1", "de_nghi_cap_ma")
    assert progress(register).with_code == 0
    assert refused(register, add_household, UNIT, "Khu 1", {}, outcome="dung") == (
        "households.nobody"
    )
    assert refused(register, add_household, UNIT, " ", {"name": "x"}, outcome="dung") == (
        "households.no_hamlet"
    )


def test_a_hamlet_is_given_to_an_officer_and_taken_back(register):
    register.one()
    register.write(assign_hamlet, KHU_1, " Trần  Thị Cúc ")
    assert register.read(officers) == ["Trần Thị Cúc"]
    assert register.read(hamlet_progress)[0].officer == "Trần Thị Cúc"
    assert register.read(count_walk, WorkFilter(officer="Trần Thị Cúc")) == 1
    assert register.read(count_walk, WorkFilter(officer="Ai khác")) == 0
    register.write(assign_hamlet, KHU_1, "")
    assert register.read(officers) == []


def test_places_layouts_and_pairs_are_remembered(register):
    register.write(place_hamlet, "06820", "Khu 1", "06811")
    register.write(place_hamlet, "06820", "Khu 1", "06820")
    assert register.read(placed_hamlets) == {("06820", "Khu 1"): "06820"}
    register.write(remember_layout, UNIT, "f", {"name": 3}, 2)
    assert register.read(remembered_layout, "f") == ({"name": 3}, 2)
    assert register.read(remembered_layout, "g") is None
    plan = register.take([row(1, list_code="1"), row(2, list_code="2")])
    one, other = (planned.household for planned in plan.rows)
    register.write(keep_apart, one, [other])
    register.write(keep_apart, other, [one])
    pairs = register.store.read(lambda c: c.execute(households_apart.select()).all())
    assert [set(pair) for pair in pairs] == [{one, other}]


def test_what_keeps_a_pair_apart_is_taken_back_whoever_said_it(register):
    def pairs() -> list[set[UUID]]:
        found = register.store.read(lambda c: c.execute(households_apart.select()).all())
        return [set(pair) for pair in found]

    plan = register.take([row(number, list_code=str(number)) for number in (1, 2, 3)])
    one, other, third = (planned.household for planned in plan.rows)
    assert refused(register, undo_apart, one, other) == "households.not_apart"
    register.write(keep_apart, one, [other])
    register.write(keep_apart, other, [one, third])
    register.write(undo_apart, one, other)
    assert pairs() == [{other, third}]
    register.store.replace_projections()
    assert pairs() == [{other, third}]
    # Said again, it stands again.
    register.write(keep_apart, one, [other])
    assert sorted(map(sorted, pairs())) == sorted(map(sorted, ([one, other], [other, third])))
    register.write(undo_apart, other, one)
    assert pairs() == [{other, third}]
