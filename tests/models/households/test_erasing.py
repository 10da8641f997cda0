"""What an erasure takes and what it leaves: here, in the past's figures, and for the next list."""

from __future__ import annotations

from datetime import timedelta

import pytest

from models.errors import UserError
from models.households.commands import (
    add_household,
    check_household,
    keep_apart,
    merge,
    undo_merge,
)
from models.households.erasing import erase_household, plan_erasure
from models.households.fields import ERASURE_CODES
from models.households.figures_query import read_register
from models.households.history import household_history
from models.households.likeness import alike_households
from models.households.list_plan import plan_list
from models.households.list_queries import list_members, list_sayings, read_lists, unlisted
from models.households.progress import WorkFilter, hamlet_progress
from models.households.queries import (
    count_walk,
    next_unchecked,
    search_households,
    walk_all,
    walk_page,
)
from models.households.records import HamletKey, ListRow
from models.journal.chain import verify_chain
from models.periods import Period
from models.store.doctor import compare_projections
from tests.models.households.conftest import UNIT, row

REASON = ERASURE_CODES[0]
NAME, PHONE = "Hoàng Thị Quyên", "0912345678"


def erase(register, household, reason=REASON):
    return register.write(erase_household, household, reason=reason)


def payloads(register) -> str:
    """Return all that the journal says in plain text."""
    query = "SELECT payload FROM events WHERE payload IS NOT NULL"
    return "\n".join(register.store.read(lambda c: list(c.exec_driver_sql(query).scalars())))


def tables(register) -> str:
    """Return all that the register's tables say in plain text."""
    found = []
    for part in register.store.projections:
        for table in part.tables:
            rows = register.store.read(lambda c, table=table: c.execute(table.select()).all())
            found += [repr(tuple(one)) for one in rows]
    return "\n".join(found)


def is_whole(register) -> bool:
    return (
        register.read(verify_chain) == []
        and compare_projections(register.store, register.store.projections) == []
    )


@pytest.fixture
def listed(register):
    """A household of a list with others, checked on the spot."""
    plan = register.take(
        [row(1, NAME, phone=PHONE, code="0212345678"), row(2), row(3, code="0298765432")]
    )
    household = plan.rows[0].household
    register.write(check_household, household, outcome="sai_thong_tin",
                   values={"phone": "0987654321"}, note=f"Gặp bà {NAME}")  # fmt: skip
    return household


def test_nothing_of_the_person_is_left(register, listed):
    assert NAME in payloads(register)
    told = erase(register, listed)
    assert (told.households, told.sayings, told.lists) == ((listed,), 2, 0)
    for said in (payloads(register), tables(register)):
        assert not any(word in said for word in (NAME, PHONE, "0987654321", "0212345678", "Số 1 "))
    assert register.read(search_households, NAME) == []
    assert register.read(search_households, "0987654") == []
    assert is_whole(register)


def test_what_it_was_is_no_longer_in_the_file(register, listed):
    """Words of the index and pages of before are gone too, not only unlinked."""

    def data(c):
        index = c.exec_driver_sql("SELECT block FROM household_search_data").scalars().all()
        return b"".join(index)

    assert b"quyen" in register.store.read(data)
    erase(register, listed)
    assert b"quyen" not in register.store.read(data)
    log = register.store.path.with_name(register.store.path.name + "-wal")
    assert log.stat().st_size == 0


def test_figures_of_today_and_of_the_past_stay_as_they_were(register, listed):
    today = register.store.clock.today()
    register.write(check_household, listed, outcome="dung", on=today)
    register.write(check_household, listed, outcome="nha_trong", on=today - timedelta(days=40))
    periods = [
        Period("range", today - timedelta(days=days), today - timedelta(days=until), today.year)
        for days, until in ((60, 0), (60, 30), (60, 50), (20, 0))
    ]

    def figures():
        return [register.read(read_register, one, today=today) for one in periods]

    before = figures()
    erase(register, listed)
    assert figures() == before
    assert register.read(count_walk, WorkFilter()) == len(
        register.read(walk_page, WorkFilter()).households
    )


def test_it_stands_in_the_register_as_erased_and_on_no_paper(register, listed):
    erase(register, listed)
    found = register.read(walk_page, WorkFilter()).households
    assert [one.is_erased for one in found] == [False, False, True]
    erased = found[-1]
    assert (erased.id, erased.name, erased.phone, erased.code) == (listed, "", None, None)
    assert (erased.hamlet, erased.outcome) == ("Khu 1", "sai_thong_tin")
    papers = register.store.read(lambda c: list(walk_all(c, WorkFilter())))
    assert listed not in {one.id for one in papers}
    assert register.read(unlisted, {(UNIT, "Khu 1")}) == []


def test_its_history_says_that_there_was_something_and_who_erased_it(register, listed):
    erase(register, listed)
    steps = register.read(household_history, listed)
    assert [step.kind for step in steps] == [
        "household.listed", "household.checked", "household.erased",
    ]  # fmt: skip
    assert [step.is_erased for step in steps] == [True, True, False]
    assert not any(step.values for step in steps)
    assert (steps[-1].note, steps[-1].actor) == (REASON, register.session.account)


def test_who_waits_to_be_checked_is_never_one_that_was_erased(register):
    plan = register.take([row(1, NAME), row(2)])
    gone, left = (one.household for one in plan.rows)
    erase(register, gone)
    assert register.read(next_unchecked, left, WorkFilter()) is None
    assert register.read(next_unchecked, None, WorkFilter()).id == left
    assert register.read(hamlet_progress)[0].progress.households == 2


def test_nothing_more_can_be_said_of_it(register, listed):
    other = register.get(register.take([row(9)]).rows[0].household).id
    erase(register, listed)
    for act in (
        lambda: register.write(check_household, listed, outcome="dung"),
        lambda: register.write(merge, other, listed),
        lambda: register.write(merge, listed, other),
        lambda: register.write(keep_apart, other, [listed]),
        lambda: register.write(undo_merge, listed),
        lambda: erase(register, listed),
        lambda: register.read(plan_erasure, listed),
    ):
        with pytest.raises(UserError) as caught:
            act()
        assert caught.value.code == "households.is_erased"


def test_a_reason_is_one_of_those_that_the_law_knows(register, listed):
    with pytest.raises(UserError) as caught:
        erase(register, listed, "ghét")
    assert caught.value.code == "households.bad_erasure_reason"
    assert NAME in payloads(register)


def test_a_list_does_not_bring_it_back(register, listed):
    rows = [row(1, NAME, phone=PHONE, code="0212345678"), row(2), row(4, "Người khác")]
    erase(register, listed)
    plan = register.read(plan_list, rows)
    assert [one.row for one in plan.erased] == [1]
    assert [one.row.row for one in plan.rows] == [2, 4]
    register.take(rows)
    assert NAME not in payloads(register)
    assert is_whole(register)


def test_a_row_that_was_joined_to_it_does_not_bring_it_back_either(register):
    household = register.one(NAME)
    moved = ListRow(7, UNIT, "Khu 2", {"name": NAME, "address": "Số 9"})
    register.take([moved], decided={moved.key: household})
    erase(register, household)
    assert [one.row for one in register.read(plan_list, [moved]).erased] == [7]
    assert is_whole(register)


def test_it_can_be_added_anew_by_hand(register, listed):
    erase(register, listed)
    made = register.write(add_household, UNIT, "Khu 1", {"name": NAME, "address": "Số 1"},
                          outcome="dung")  # fmt: skip
    assert register.get(made).name == NAME
    assert register.get(listed).is_erased


def test_records_that_were_merged_into_it_go_along(register):
    kept, gone, other = (
        register.take([row(n, f"{NAME} {n}", **fields)]).rows[0].household
        for n, fields in ((1, {}), (2, {"phone": PHONE}), (3, {}))
    )
    register.write(merge, kept, gone)
    register.write(merge, kept, other)
    before = register.read(hamlet_progress)
    told = erase(register, gone)
    assert set(told.households) == {kept, gone, other}
    assert register.read(hamlet_progress) == before
    assert NAME not in payloads(register) + tables(register)
    assert PHONE not in payloads(register) + tables(register)
    assert is_whole(register)


def test_what_another_took_from_it_goes_where_the_merge_was_undone(register):
    kept, gone = (
        register.take([row(n, f"{NAME} {n}", **fields)]).rows[0].household
        for n, fields in ((1, {}), (2, {"phone": PHONE}))
    )
    register.write(merge, kept, gone)
    register.write(undo_merge, gone)
    stood = register.get(kept)
    erase(register, gone)
    assert PHONE not in payloads(register)
    assert register.get(kept) == stood
    register.write(check_household, kept, outcome="sai_thong_tin", values={"name": "Tên khác"})
    assert register.get(kept).conflicts == 0
    assert is_whole(register)


def test_cells_of_meanings_unknown_here_go_with_it_and_only_its_own(register):
    rows = [
        ListRow(n, UNIT, "Khu 1", {"name": f"{NAME} {n}", "address": f"Số {n}"},
                {5: f"Ghi chú riêng {n}"})
        for n in (1, 2, 3)
    ]  # fmt: skip
    plan = register.take(rows)
    gone, *left = (one.household for one in plan.rows)
    imported = register.read(read_lists)
    assert erase(register, gone).lists == 1
    assert "Ghi chú riêng 1" not in payloads(register) + tables(register)
    assert register.read(read_lists) == imported
    members, extras = register.read(list_members, plan.list_id)
    assert members == [(2, left[0]), (3, left[1])]
    assert extras == {2: {5: "Ghi chú riêng 2"}, 3: {5: "Ghi chú riêng 3"}}
    # The next one of the list costs no such writing again, and takes its cells along.
    assert erase(register, left[0]).lists == 0
    assert register.read(list_members, plan.list_id)[1] == {3: {5: "Ghi chú riêng 3"}}
    assert "Ghi chú riêng 2" not in payloads(register) + tables(register)
    assert set(register.read(list_sayings, plan.list_id, [left[1]])) == {left[1]}
    assert is_whole(register)


def test_two_that_look_alike_are_no_pair_once_one_is_erased(register):
    one, _ = (
        register.write(add_household, UNIT, "Khu 1", {"name": NAME, "address": address},
                       outcome="dung")
        for address in ("Số 10 Trần Hưng Đạo", "Số 10, Trần Hưng Đạo")
    )  # fmt: skip
    hamlet = HamletKey(UNIT, "", "Khu 1")
    assert len(register.read(alike_households, hamlet)) == 1
    erase(register, one)
    assert register.read(alike_households, hamlet) == []


def test_who_kept_two_apart_and_checks_then_contradicts_nobody(register):
    """What says nothing of the fields stands in between: who came later saw what came before."""
    plan = register.take([row(1, NAME), row(2)])
    one, other = (planned.household for planned in plan.rows)
    register.write(keep_apart, one, [other])
    register.write(check_household, one, outcome="sai_thong_tin", values={"name": "Tên khác"})
    assert (register.get(one).name, register.get(one).conflicts) == ("Tên khác", 0)

