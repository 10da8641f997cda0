from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.households.commands import check_household, keep_apart, merge
from models.households.events import SETTLED
from models.households.history import heads_of_household, household_conflicts
from models.households.likeness import alike_households
from models.households.list_commands import import_list
from models.households.list_plan import plan_list
from models.households.progress import WorkFilter
from models.households.records import HamletKey, Household, ListRow
from tests.conftest import UNIT
from tests.ui.held import HeldJobs
from tests.ui.register.checking import Officer
from ui.register.history_view import told_steps

KEY = Qt.Key


def quarrel(officer: Officer, household: Household, **values: tuple[object, object]) -> None:
    """Have two people say different things without seeing each other's."""
    seen = officer.session.store.read(partial(heads_of_household, household=household.id))
    for side in (0, 1):
        said = {name: pair[side] for name, pair in values.items()}
        officer.write_store(
            check_household, household=household.id, outcome="sai_thong_tin", values=said,
            seen=seen,
        )  # fmt: skip


def open_fields(officer: Officer, household: Household) -> list[str]:
    found = officer.session.store.read(partial(household_conflicts, household=household.id))
    return [conflict.field for conflict in found]


def decide(officer: Officer, household: Household) -> None:
    """Open what waits at a household."""
    officer.open(household)
    officer.key(KEY.Key_F7)
    officer.rest()


def options(officer: Officer) -> list[str]:
    view = officer.view.panels.conflicts.decisions
    row = view.answers.row(view.answers.current() or 0)
    return list(row._options)


def test_both_values_stand_side_by_side_and_a_digit_takes_one(officer: Officer) -> None:
    household = officer.households(1)[0]
    quarrel(officer, household, name=("Tên một", "Tên hai"))
    decide(officer, household)
    first, second, third = options(officer)
    assert first.startswith("Tên một   (quantri, ")
    assert second.startswith("Tên hai   (quantri, ")
    assert third == "Another value…"
    answers = officer.view.panels.conflicts.decisions.answers
    assert f"(before: {household.name})" in answers.row(0).accessibleName()
    officer.press("2E")
    officer.rest()
    assert open_fields(officer, household) == []
    stored = officer.stored(household.id)
    assert (stored.name, stored.conflicts) == ("Tên hai", 0)
    assert officer.view.panels.is_form
    assert officer.view.head.title() == "Tên hai"
    assert officer.view.form.grid.fields["name"].text() == "Tên hai"


def test_a_third_value_is_typed_read_and_refused_where_it_is_wrong(officer: Officer) -> None:
    household = officer.households(1)[0]
    quarrel(officer, household, phone=("0912345678", "0912345679"))
    decide(officer, household)
    officer.press("3")
    officer.write("091")
    officer.press("E")
    row = officer.view.panels.conflicts.decisions._third_row
    assert "telephone number is wrong" in (row.error() or "")
    officer.replace("0987 654 321")
    officer.press("EE")
    officer.rest()
    assert officer.stored(household.id).phone == "0987654321"
    assert officer.steps(household.id)[-1].kind == SETTLED


def test_several_fields_come_one_after_the_other_and_back_corrects(officer: Officer) -> None:
    household = officer.households(1)[0]
    quarrel(officer, household, name=("A", "B"), street=("Phố A", "Phố B"))
    decide(officer, household)
    names = open_fields(officer, household)
    officer.press("11-2E")
    officer.rest()
    assert open_fields(officer, household) == []
    taken = {name: getattr(officer.stored(household.id), name) for name in names}
    assert sorted(taken.values()) in (["A", "Phố B"], ["B", "Phố A"])


def test_enter_without_a_decision_settles_nothing(officer: Officer) -> None:
    household = officer.households(1)[0]
    quarrel(officer, household, name=("A", "B"))
    decide(officer, household)
    officer.press("E")
    officer.rest()
    assert open_fields(officer, household) == ["name"]
    assert officer.view.panels.conflicts.decisions._said.text().startswith("Nothing is decided yet")
    officer.press("X")
    assert officer.view.panels.is_form
    assert officer.closed == 0


def test_a_list_that_says_otherwise_is_named(officer: Officer) -> None:
    household = officer.households(1)[0]
    officer.write_store(
        check_household, household=household.id, outcome="sai_thong_tin",
        values={"name": "Tên tại chỗ"},
    )  # fmt: skip
    rows = [ListRow(2, household.unit, household.hamlet, {
        "list_code": household.list_code, "name": "Tên trong danh sách mới",
        "hamlet": household.hamlet, "unit": household.unit, "old_unit": household.old_unit,
    })]  # fmt: skip
    plan = officer.session.store.read(partial(plan_list, rows=rows))
    officer.write_store(
        import_list, plan=plan, unit=UNIT, title="Danh sách tháng 11", columns={}, header=[]
    )
    decide(officer, household)
    assert any("(Danh sách tháng 11, " in option for option in options(officer))


def test_nothing_to_decide_is_said(officer: Officer) -> None:
    decide(officer, officer.households(1)[0])
    assert officer.view.panels.is_form
    assert officer.banner == "Nothing waits for a decision at this household."


def test_all_that_waits_is_settled_one_after_the_other(officer: Officer) -> None:
    first, second, third = officer.households(3)
    for household in (first, second, third):
        quarrel(officer, household, name=("Tên một", "Tên hai"))
    page = officer.page.conflicts
    officer.page.open_conflicts(WorkFilter())
    officer.rest()
    assert page.header.accessibleName() == officer.stored(first.id).name
    officer.press("1E")
    officer.rest()
    officer.press("D")
    officer.rest()
    officer.press("2E")
    officer.rest()
    assert officer.stored(first.id).name == "Tên một"
    assert open_fields(officer, second) == ["name"]
    assert officer.stored(third.id).name == "Tên hai"
    # The one left for later comes again.
    officer.press("1E")
    officer.rest()
    assert open_fields(officer, second) == []
    assert page._stack.currentWidget() is page.empty
    assert officer.focus() is page.empty.action
    officer.press("E")
    assert officer.closed == 1


def test_the_history_tells_who_said_what_from_which_list(officer: Officer) -> None:
    household = officer.households(1)[0]
    officer.write_store(
        check_household, household=household.id, outcome="sai_thong_tin",
        values={"name": "Tên mới", "has_plate": True}, note="gặp chủ hộ",
    )  # fmt: skip
    officer.open(household)
    officer.key(KEY.Key_F6)
    officer.rest()
    history = officer.view.panels.history
    assert officer.focus() is history.area
    from ui.register.check_loading import read_story

    story = officer.session.store.read(
        partial(read_story, household=household.id, language="en")
    )
    listed, checked = told_steps(story.steps, story.names)
    assert listed.head.endswith("quantri  ·  from the list “Danh sách thử”")
    assert f"Head of household: {household.name}" in listed.lines
    assert checked.head.endswith("quantri  ·  checked on the spot")
    assert checked.note == "gặp chủ hộ"
    assert set(checked.lines) == {
        f"Head of household: {household.name} → Tên mới", "Plate attached: Attached",
        "Outcome of the check: Wrong information",
    }  # fmt: skip
    officer.press("X")
    assert officer.view.panels.is_form


def test_two_records_are_merged_and_the_merge_is_undone_from_either(officer: Officer) -> None:
    first, other = officer.households(2)
    officer.open(first)
    officer.key(KEY.Key_F8)
    officer.rest()
    page = officer.page.merge
    assert officer.focus() is page.field
    officer.write(f"{other.name} {other.house_number}")
    officer.rest()
    names = [page.results.item(row).text() for row in range(page.results.count())]
    assert any(other.name in name for name in names)
    officer.key(KEY.Key_Down)
    while page._other() is None or page._other().id != other.id:
        officer.key(KEY.Key_Down)
    officer.press("E")
    officer.rest()
    assert officer.stored(other.id).merged_into is None
    officer.press("1E")
    officer.rest()
    assert officer.stored(other.id).merged_into == first.id
    assert officer.view.household == first.id
    # From the one that stands.
    officer.key(KEY.Key_F8)
    officer.rest()
    officer.click_undo(page)
    assert officer.stored(other.id).merged_into is None
    # And from the one that was merged away.
    officer.write_store(merge, kept=first.id, gone=other.id)
    officer.open(other)
    assert "merged into another" in officer.banner
    officer.key(KEY.Key_F8)
    officer.rest()
    officer.press("E")
    officer.rest()
    assert officer.stored(other.id).merged_into is None
    assert officer.view.household == other.id


def test_the_second_may_stand_and_takes_what_it_lacks(officer: Officer) -> None:
    everyone = officer.households(100)
    first = next(one for one in everyone if one.phone)
    other = next(one for one in everyone if not one.phone and one.id != first.id)
    officer.open(first)
    officer.key(KEY.Key_F8)
    officer.rest()
    officer.write(str(other.list_code))
    officer.rest()
    officer.key(KEY.Key_Down)
    officer.press("2E")
    officer.rest()
    assert officer.stored(first.id).merged_into == other.id
    assert officer.stored(other.id).phone == first.phone
    assert officer.view.household == other.id


@pytest.fixture
def twins(officer: Officer) -> tuple[Household, Household]:
    """Two households of a hamlet that look like one."""
    first, other, third, fourth = officer.households(4)
    for kept, copy in ((first, other), (third, fourth)):
        values = {
            "name": kept.name, "address": kept.address, "house_number": kept.house_number,
            "street": kept.street, "code": None,
        }  # fmt: skip
        officer.write_store(
            check_household, household=copy.id, outcome="sai_thong_tin", values=values
        )
    return first, other


def pairs(officer: Officer) -> set[frozenset[object]]:
    found = officer.session.store.read(
        partial(alike_households, hamlet=officer.hamlet())
    )
    return {frozenset((pair.one, pair.other)) for pair in found}


def test_possible_duplicates_are_decided_with_one_key_each(
    officer: Officer, twins: tuple[Household, Household]
) -> None:
    assert frozenset(one.id for one in twins) in pairs(officer)
    page = officer.page.duplicates
    officer.page.open_duplicates(officer.hamlet())
    officer.rest()
    merged: list[tuple[object, object]] = []
    apart: list[frozenset[object]] = []
    while (pair := page.pair_now()) is not None:
        if not merged:
            merged.append((pair.other.id, pair.one.id))
            officer.press("2")
        else:
            apart.append(frozenset((pair.one.id, pair.other.id)))
            officer.press("0")
        officer.rest()
    assert page._stack.currentWidget() is page.empty
    ((kept, gone),) = merged
    assert officer.stored(gone).merged_into == kept  # type: ignore[arg-type]
    assert apart
    assert pairs(officer) == set()
    officer.press("X")
    assert officer.closed == 1


def test_an_answer_that_comes_after_another_look_decides_nothing_in_it(
    officer: Officer, twins: tuple[Household, Household]
) -> None:
    page, here = officer.page.duplicates, officer.hamlet()
    elsewhere = here._replace(hamlet="Thôn khác")
    held = HeldJobs()
    page._context = replace(page._context, jobs=held)

    def look(hamlet: HamletKey) -> None:
        page.open(hamlet)
        held.held.pop().release()

    look(here)
    page._decide(0)
    look(elsewhere)
    assert not page._is_writing
    held.held.pop().release()
    assert (page._acts, page._at, page.banner.isVisible()) == ([], 0, False)
    look(here)
    page._decide(0)
    held.held.pop().release()
    assert len(page._acts) == 1
    page.banner.action.click()
    look(here)
    page._decide(0)
    undone = held.held.pop(0)
    undone.release()
    assert page._is_writing
    held.held.pop().release()
    assert len(page._acts) == 1
    for _ in range(2):
        # What could not be taken back is offered again.
        QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        held.held.pop().refuse(OSError("full"))
    page._at = 0
    page._decide(0)
    held.held.pop().refuse(OSError("full"))
    # A refused decision offers nothing, whatever was decided before.
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert held.held == []


def test_a_pair_left_for_later_stays(
    officer: Officer, twins: tuple[Household, Household]
) -> None:
    before = pairs(officer)
    officer.page.open_duplicates(officer.hamlet())
    officer.rest()
    while officer.page.duplicates.pair_now() is not None:
        officer.press("D")
        officer.rest()
    assert pairs(officer) == before


def test_pairs_kept_apart_and_merged_ones_are_left_out(
    officer: Officer, twins: tuple[Household, Household]
) -> None:
    first, other = twins
    before = pairs(officer)
    officer.write_store(keep_apart, household=other.id, others=[first.id])
    assert pairs(officer) == before - {frozenset((first.id, other.id))}
    officer.write_store(merge, kept=first.id, gone=other.id)
    assert all(other.id not in pair for pair in pairs(officer))
