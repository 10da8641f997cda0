"""Lists that come in: the same twice, newer ones, joined ones, and what each changes."""

from __future__ import annotations

from uuid import uuid4

import pytest

from models.households.commands import add_household, check_household, merge
from models.households.history import household_conflicts, household_history
from models.households.list_plan import plan_list
from models.households.list_queries import list_members, list_sayings, read_lists, unlisted
from models.households.progress import hamlet_progress
from models.store.doctor import compare_projections
from tests.models.households.conftest import UNIT, row


def actions(plan) -> dict[str, int]:
    return {action: plan.count(action) for action in ("add", "update", "unchanged")}


def test_a_list_adds_its_households(register):
    plan = register.take([row(1), row(2, code="0212345678")])
    assert actions(plan) == {"add": 2, "update": 0, "unchanged": 0}
    [hamlet] = register.read(hamlet_progress)
    assert (hamlet.hamlet.hamlet, hamlet.progress.households) == ("Khu 1", 2)
    assert hamlet.progress.with_code == 1


def test_the_same_list_twice_changes_nothing(register):
    rows = [row(number, list_code=f"H{number}") for number in range(1, 30)]
    register.take(rows)
    before = register.events()
    plan = register.take(rows)
    assert actions(plan) == {"add": 0, "update": 0, "unchanged": 29}
    assert register.events() == before


def test_a_long_list_updates_what_is_here_and_adds_what_is_not(register):
    register.take([row(number, list_code=f"H{number}") for number in range(1, 301)])
    longer = [row(n, list_code=f"H{n}", phone="0912345678") for n in range(600, 0, -1)]
    plan = register.take(longer)
    assert actions(plan) == {"add": 300, "update": 300, "unchanged": 0}
    assert {register.get(one.household).phone for one in plan.rows} == {"0912345678"}
    [hamlet] = register.read(hamlet_progress)
    assert hamlet.progress.households == 600
    assert compare_projections(register.store, register.store.projections) == []


def test_a_list_that_mixes_units_is_one_run_of_events_for_each(register):
    rows = [
        row(n, list_code=f"H{n}", unit="06820" if n % 2 else UNIT, hamlet=f"Khu {n % 3}")
        for n in range(1, 41)
    ]  # fmt: skip
    register.take(rows)
    query = "SELECT unit FROM events WHERE type = 'household.listed' ORDER BY hlc"
    units = register.store.read(lambda c: list(c.exec_driver_sql(query).scalars()))
    assert units == [UNIT] * 20 + ["06820"] * 20
    progress = register.read(hamlet_progress)
    assert sum(hamlet.progress.households for hamlet in progress) == 40
    assert compare_projections(register.store, register.store.projections) == []


def test_the_same_list_makes_the_same_households_on_another_machine(register):
    plan = register.take([row(1, list_code="H1"), row(2)])
    again = [planned.row.key for planned in plan.rows]
    assert [planned.household for planned in plan.rows] == again


def test_a_newer_list_updates_what_the_list_owns(register):
    register.take([row(1, "An", list_code="H1", phone="0912345678")])
    plan = register.take([row(1, "Bình", list_code="H1")])
    assert actions(plan) == {"add": 0, "update": 1, "unchanged": 0}
    household = register.get(plan.rows[0].household)
    assert (household.name, household.phone) == ("Bình", "0912345678")
    assert household.conflicts == 0


def test_a_blank_cell_of_a_newer_list_empties_nothing(register):
    register.take([row(1, "An", list_code="H1", phone="0912345678", code="0212345678")])
    plan = register.take([row(1, "An", list_code="H1", phone=None, code=None)])
    assert actions(plan)["unchanged"] == 1
    assert register.get(plan.rows[0].household).phone == "0912345678"


def test_a_newer_list_does_not_overrule_the_officer(register):
    household = register.one("An", list_code="H1")
    register.write(check_household, household, outcome="sai_thong_tin", values={"name": "Ân"})
    register.take([row(1, "Anh", list_code="H1")])
    assert register.get(household).name == "Ân"
    [conflict] = register.read(household_conflicts, household)
    assert conflict.field == "name"
    assert [side.value for side in conflict.sides] == ["Ân", "Anh"]
    assert conflict.sides[1].list is not None


def test_a_newer_list_that_says_what_the_officer_found_is_agreed(register):
    household = register.one("An", list_code="H1")
    register.write(check_household, household, outcome="sai_thong_tin", values={"name": "Ân"})
    register.take([row(1, "Ân", list_code="H1")])
    assert register.get(household).conflicts == 0


def test_the_list_that_the_officer_overruled_does_not_ask_again(register):
    rows = [row(1, "An", list_code="H1")]
    household = register.take(rows).rows[0].household
    register.write(check_household, household, outcome="sai_thong_tin", values={"name": "Ân"})
    plan = register.take(rows)
    assert actions(plan)["unchanged"] == 1
    assert register.get(household).conflicts == 0


def test_a_row_is_found_by_the_platforms_code(register):
    first = register.one("Nguyễn Văn An", list_code="H1", code="0212345678")
    plan = register.take([row(7, "NGUYEN VAN AN", code="0212345678", address="ngõ 3")])
    assert plan.rows[0].household == first
    assert actions(plan) == {"add": 0, "update": 1, "unchanged": 0}


def test_a_row_is_found_by_name_and_address(register):
    register.take([row(number, f"Trần Thị {name}") for number, name in
                   enumerate(["Hòa", "Minh", "Lan", "Đào", "Cúc"], 1)])  # fmt: skip
    second = [row(3, "TRẦN THỊ LAN", address="Số nhà 3, đường Trần Hưng Đạo", code="0212345678")]
    plan = register.take(second)
    assert actions(plan) == {"add": 0, "update": 1, "unchanged": 0}
    assert register.get(plan.rows[0].household).code == "0212345678"
    before = register.events()
    assert actions(register.take(second))["unchanged"] == 1
    assert register.events() == before


def test_a_row_that_was_joined_stays_joined_though_its_household_is_renamed(register):
    household = register.one("Trần Thị Lan")
    second = [row(3, "Trần Thị Lan", address="1 Trần Hưng Đạo", list_code="P-3")]
    plan = register.take(second, decided={second[0].key: household})
    assert plan.rows[0].household == household
    register.write(check_household, household, outcome="sai_thong_tin",
                   values={"name": "Phạm Văn Khác", "address": "Số 99 Quang Trung"})  # fmt: skip
    assert actions(register.take(second)) == {"add": 0, "update": 0, "unchanged": 1}


def test_a_row_that_a_person_called_another_household_is_one(register):
    household = register.one("Trần Thị Lan")
    second = [row(1, "Trần Thị Lan", address="Số 1 Trần Hưng Đạo", list_code="P-1")]
    plan = register.take(second, decided={second[0].key: None})
    assert plan.rows[0].household != household
    assert actions(plan)["add"] == 1


def test_a_row_of_a_merged_household_speaks_of_the_one_that_stands(register):
    plan = register.take([row(1, "An", list_code="H1"), row(2, "An", list_code="H2")])
    kept, gone = (planned.household for planned in plan.rows)
    register.write(merge, kept, gone)
    again = register.take([row(2, "An", list_code="H2", phone="0912345678")])
    assert again.rows[0].household == kept
    assert register.get(kept).phone == "0912345678"


def test_the_same_list_changes_nothing_after_a_merge(register):
    rows = [row(1, "An", list_code="H1"), row(2, "Anh", list_code="H2", phone="0912345678")]
    kept, gone = (planned.household for planned in register.take(rows).rows)
    register.write(merge, kept, gone)
    before = register.events()
    assert actions(register.take(rows)) == {"add": 0, "update": 0, "unchanged": 2}
    assert register.events() == before
    assert actions(register.read(plan_list, rows[1:]))["update"] == 0


def test_beside_a_household_s_own_row_one_merged_into_it_speaks_for_itself(register):
    rows = [row(1, "An", list_code="H1", phone="0911111111"), row(2, "Anh", list_code="H2")]
    kept, gone = (planned.household for planned in register.take(rows).rows)
    register.write(merge, kept, gone)
    newer = [rows[0], row(2, "Anh", list_code="H2", phone="0912345678")]
    assert [planned.household for planned in register.take(newer).rows] == [kept, gone]
    assert (register.get(kept).name, register.get(kept).phone) == ("An", "0911111111")
    assert register.get(gone).phone == "0912345678"
    assert actions(register.take(newer))["update"] == 0
    assert compare_projections(register.store, register.store.projections) == []


def test_two_rows_of_one_merged_household_are_named(register):
    rows = [row(1, "An", list_code="H1"), row(2, "Anh", list_code="H2", code="0212345678")]
    kept, gone = (planned.household for planned in register.take(rows).rows)
    # Joined to it by the code, this row is another name of the second household.
    register.take([row(7, "Anh", list_code="P7", code="0212345678")])
    register.write(merge, kept, gone)
    both = [row(3, "Anh", list_code="P7", hamlet="Khu 3"), row(4, "Anh", list_code="H2")]
    assert register.take(both).repeated == ((4, 3),)
    assert actions(register.take(both))["update"] == 0


def test_two_rows_of_one_list_never_speak_of_one_household(register):
    code = "0212345678"
    known = register.one("Nguyễn Văn An", list_code="H1", code=code)
    rows = [row(1, "Nguyễn Văn An", list_code="H1"), row(2, "Trần Bình", list_code="H2", code=code)]
    plan = register.take(rows)
    assert plan.rows[0].household == known != plan.rows[1].household
    assert register.get(known).name == "Nguyễn Văn An"
    assert actions(register.take(rows)) == {"add": 0, "update": 0, "unchanged": 2}


def test_rows_that_a_person_calls_one_household_are_not_both_taken(register):
    known = register.one("Nguyễn Văn An", list_code="H1")
    rows = [row(4, "Lê Ba", list_code="X4"), row(7, "Lê Tư", list_code="X7")]
    plan = register.take(rows, decided={one.key: known for one in rows})
    assert (len(plan.rows), plan.repeated) == (1, ((7, 4),))


def test_a_code_finds_the_household_behind_a_merge(register):
    rows = [row(1, "An", list_code="H1"), row(2, "Bình", list_code="H2", code="0212345678")]
    kept, gone = (planned.household for planned in register.take(rows).rows)
    register.write(merge, kept, gone)
    again = register.take([row(9, "Lê Cúc", list_code="P9", code="0212345678")])
    assert again.rows[0].household == kept
    assert compare_projections(register.store, register.store.projections) == []


def test_a_code_that_two_households_have_finds_neither(register):
    plan = register.take([row(1, "An", code="0211111111"), row(2, "Bình", code="0212345678")])
    second = plan.rows[1].household
    register.write(check_household, second, outcome="trung_ma", values={"code": "0211111111"})
    again = register.take([row(9, "Lê Cúc", list_code="P9", code="0211111111")])
    assert actions(again) == {"add": 1, "update": 0, "unchanged": 0}


def test_a_code_is_looked_for_as_it_stands(register):
    plan = register.take([row(1, "An", code="0211111111"), row(2, "Bình", code="0212345678")])
    first, second = (planned.household for planned in plan.rows)
    for household, code in ((first, "0212345678"), (second, "0211111111")):
        register.write(
            check_household, household, outcome="sai_thong_tin", values={"code": code}
        )
    newer = [row(5, "An", list_code="P1", code="0212345678"),
             row(6, "Bình", list_code="P2", code="0211111111")]  # fmt: skip
    assert [planned.household for planned in register.take(newer).rows] == [first, second]
    assert register.get(first).name == "An"


def test_a_row_that_repeats_another_is_named(register):
    plan = register.take([row(4, list_code="H1"), row(9, list_code="H1")])
    assert plan.repeated == ((9, 4),)
    assert len(plan.rows) == 1


def test_the_rows_of_a_list_are_kept_with_what_meant_nothing(register):
    one = row(4, list_code="H1")
    one = type(one)(one.row, one.unit, one.hamlet, one.fields, {7: "ghi chú"})
    plan = register.take([one, row(5)])
    [taken] = register.read(read_lists)
    assert (taken.title, taken.rows, taken.columns) == ("Danh sách", 2, {"name": 1})
    members, extras = register.read(list_members, taken.id)
    assert members == [(planned.row.row, planned.household) for planned in plan.rows]
    assert extras == {4: {7: "ghi chú"}}


def test_what_a_list_said_is_known_after_all_corrections(register):
    household = register.one("An", list_code="H1")
    [taken] = register.read(read_lists)
    register.write(check_household, household, outcome="sai_thong_tin", values={"name": "Ân"})
    register.take([row(1, "Anh", list_code="H1")])
    said = register.read(list_sayings, taken.id, [household])
    assert said[household]["name"] == "An"


def test_the_history_names_the_list(register):
    household = register.one("An")
    [step] = register.read(household_history, household)
    assert step.kind == "household.listed"
    assert step.list == register.read(read_lists)[0].id


def test_what_lists_leave_can_be_rebuilt(register):
    register.take([row(number, list_code=f"H{number}") for number in range(1, 40)])
    register.take([row(number, f"B{number}", list_code=f"H{number}") for number in range(20, 60)])
    assert compare_projections(register.store, register.store.projections) == []


@pytest.mark.parametrize("number", [0, 1])
def test_a_decision_for_a_household_that_is_not_here_adds_the_row(register, number):
    register.take([row(5)] * number)
    one = row(1)
    plan = register.take([one], decided={one.key: uuid4()})
    assert actions(plan)["add"] == 1


def test_who_no_list_named_is_found_in_the_hamlet_of_a_list_or_in_its_units(register):
    register.take([row(1), row(2)])
    here = register.write(add_household, UNIT, "Khu 1", {"name": "An Bé"}, outcome="dung")
    near = register.write(add_household, UNIT, "Khu 2", {"name": "Lê Cầu"}, outcome="dung")
    register.write(add_household, "06820", "Khu 1", {"name": "Vũ Xa"}, outcome="dung")
    assert register.read(unlisted, {(UNIT, "Khu 1")}) == [here]
    assert register.read(unlisted, {(UNIT, "Khu 1"), (UNIT, "Khu 9")}) == [here, near]
    register.write(merge, here, near)
    assert register.read(unlisted, {(UNIT, "Khu 1"), (UNIT, "Khu 9")}) == [here]
