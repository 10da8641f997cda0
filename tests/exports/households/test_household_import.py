"""A list set against the register: what is agreed to is stored, all of it or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from desktop.session import Session
from exports.household_import import (
    HouseholdImport,
    ListChoices,
    alike_rows,
    apply_household_import,
    join_likely,
    open_household_file,
    plan_household_file,
)
from models.errors import UserError
from models.households.commands import merge, remember_layout
from models.households.list_queries import list_members, read_lists
from models.households.lookup import find_household
from models.households.queries import search_households
from models.journal.log import stream_states
from models.sentences.catalog import say
from models.units.commands import define_unit
from models.units.unit import Unit
from tests.exports.sheets import makers
from ui.jobs import Cancelled

TODAY = date(2026, 11, 22)
HEADER = ["Họ và tên chủ hộ", "SĐT", "Số nhà", "Đường", "Thôn/Khu", "Phường/Xã cũ"]
BAC_SON, SPLIT = "Phường Bắc Sơn", "Phường Trưng Vương"
BINH = ["Trần Thị Thanh Bình", "0987654321", "14", "Trần Phú", "Khu 1", BAC_SON]
CHI = ["Lê Thị Chi", None, "3", "Lê Lợi", "Khu 2", SPLIT]


class Register:
    """A store to take lists into."""

    def __init__(self, session: Session, folder: Path) -> None:
        self.session, self.folder = session, folder

    def plan(
        self, *rows: list[Any], header: list[str] = HEADER, unit: str = "06811", **options: Any
    ) -> HouseholdImport:
        path = makers.xlsx(self.folder / "Danh sách.xlsx", [header, *rows])
        return self.plan_file(path, unit=unit, **options)

    def plan_file(
        self, path: Path, *, unit: str = "06811", today: date = TODAY,
        layout: Mapping[str, Mapping[str, int]] | None = None, **options: Any,
    ) -> HouseholdImport:  # fmt: skip
        def planned(connection: Connection) -> HouseholdImport:
            file = open_household_file(connection, path)
            for fingerprint, columns in (layout or {}).items():
                file = file.with_columns(fingerprint, columns)
            return plan_household_file(connection, file, unit=unit, today=today, **options)

        return self.session.store.read(planned)

    def apply(self, plan: HouseholdImport) -> None:
        command = partial(apply_household_import, plan=plan, unit="06811")
        self.session.store.write(command, actor=self.session.account)

    def names(self, typed: str) -> list[str]:
        found = self.session.store.read(partial(search_households, typed=typed))
        return [one.name for one in found]

    @property
    def events(self) -> int:
        return sum(state.events for state in self.session.store.read(stream_states))


@pytest.fixture
def register(session: Session, tmp_path: Path) -> Register:
    return Register(session, tmp_path)


def test_a_plan_stores_nothing_and_what_is_applied_is_all(register: Register):
    before = register.events
    plan = register.plan(BINH)
    assert (plan.added, plan.updated, plan.unchanged, plan.rejected) == (1, 0, 0, 0)
    assert register.events == before
    register.apply(plan)
    assert register.names("bình") == ["Trần Thị Thanh Bình"]


def test_each_sheet_is_a_list_of_its_own_in_its_own_layout(register: Register):
    turned = [*BINH[::-1][:1], "Khu 2", *BINH[::-1][2:]]
    path = makers.sheets(
        register.folder / "Danh sách.xlsx",
        {"Khu 1": [HEADER, BINH], "Khu 2": [HEADER[::-1], turned]},
    )
    plan = register.plan_file(path)
    told: list[tuple[int, int]] = []
    register.session.store.write(
        partial(apply_household_import, plan=plan, unit="06811",
                progressed=lambda done, of: told.append((done, of))),
        actor=register.session.account,
    )  # fmt: skip
    assert told == [(1, 2), (2, 2)]
    lists = register.session.store.read(read_lists)
    assert {(one.title, one.rows, one.columns["name"]) for one in lists} == {
        ("Danh sách · Khu 1", 1, 0), ("Danh sách · Khu 2", 1, 5),
    }  # fmt: skip
    for one in lists:
        members, _ = register.session.store.read(partial(list_members, list_id=one.id))
        assert [row for row, _ in members] == [2]
    before = register.events
    register.apply(register.plan_file(path))
    assert register.events == before


def test_rows_that_may_be_one_household_are_named(register: Register):
    plan = register.plan(BINH, [*BINH[:1], None, *BINH[2:]], ["Trần Thị Than Bình", *BINH[1:]], CHI,
                         choices=ListChoices(places={("06820", "Khu 2"): "06811"}))  # fmt: skip
    notes = alike_rows(plan)
    assert [(note.row, note.params["other"]) for note in notes] == [(4, 2)]
    assert "Trần Thị Thanh Bình" in say(notes[0])


def test_a_clock_that_was_set_back_brings_no_old_units_back(register: Register):
    register.apply(register.plan(BINH))
    path = register.folder / "Danh sách.xlsx"
    plan = register.plan_file(path, today=date(2016, 1, 5))
    assert (plan.added, plan.unchanged, plan.problems) == (0, 1, ())


def test_nothing_is_stored_while_a_hamlet_waits(register: Register):
    plan = register.plan(BINH, CHI)
    assert [(one.old_unit, one.hamlet, one.rows) for one in plan.unsettled] == [
        ("06820", "Khu 2", 1)
    ]
    before = register.events
    with pytest.raises(UserError, match=r"households\.unsettled"):
        register.apply(plan)
    assert register.events == before


@pytest.mark.parametrize(
    "places",
    [{("06814", "Khu 2"): "06811"}, {("06820", "Khu 2"): "06814"}, {("06820", ""): "06811"}],
)
def test_a_place_must_be_one_that_the_split_unit_became(register: Register, places):
    with pytest.raises(UserError, match=r"households\.bad_hamlet_place"):
        register.plan(CHI, choices=ListChoices(places=places))


def test_the_likeliest_row_has_the_household_where_two_want_it(register: Register):
    register.apply(register.plan(BINH))
    found = register.session.store.read(partial(search_households, typed="binh"))[0].id
    plan = register.plan(["Trần Bình", *BINH[1:]])
    assert len(plan.likely) == 1
    pair = plan.likely[0]
    # Two rows with one candidate each, the second the likelier.
    other = replace(pair, row=replace(pair.row, hamlet="Khu 9"), candidates=((found, 99.0),))
    both = replace(plan, plan=replace(plan.plan, likely=(pair, other)))
    assert join_likely(both).decided == {other.row.key: found}


def test_a_register_that_changed_meanwhile_refuses_the_plan(register: Register):
    first, second = register.plan(BINH), register.plan(BINH)
    register.apply(first)
    before = register.events
    with pytest.raises(UserError, match=r"households\.changed_meanwhile"):
        register.apply(second)
    assert register.events == before


def test_an_event_that_has_nothing_to_do_with_it_does_not_stop_it(register: Register):
    plan = register.plan(BINH)
    store, account = register.session.store, register.session.account
    store.write(lambda tx: remember_layout(tx, "06811", "x", {"name": 0}, 1), actor=account)
    register.apply(plan)
    assert register.names("bình") == ["Trần Thị Thanh Bình"]


def test_what_the_progress_raises_undoes_all(register: Register):
    plan = register.plan(BINH)
    before = register.events

    def progressed(done: int, total: int) -> None:
        assert (done, total) == (1, 1)
        raise Cancelled

    command = partial(apply_household_import, plan=plan, unit="06811", progressed=progressed)
    with pytest.raises(Cancelled):
        register.session.store.write(command, actor=register.session.account)
    assert (register.events, register.names("bình")) == (before, [])


def test_a_remembered_layout_is_read_as_it_was_corrected(register: Register):
    header = ["Tên gọi khác", *HEADER[1:]]
    plan = register.plan(BINH, header=header)
    layout = plan.file.sources[0].layout
    columns = {**layout.columns, "name": 0}
    register.session.store.write(
        lambda tx: remember_layout(tx, "06811", layout.fingerprint, columns, 1),
        actor=register.session.account,
    )
    row = register.plan(BINH, header=header).read.rows[0]
    assert row.fields["name"] == "Trần Thị Thanh Bình"
    told = register.plan(BINH, header=header, layout={layout.fingerprint: {"address": 3}})
    assert told.file.sources[0].layout.columns == {"address": 3}


def test_rows_that_name_no_unit_are_of_the_store_s_own_unless_it_is_a_centre(register: Register):
    header, row = HEADER[:5], BINH[:5]
    assert register.plan(row, header=header).read.rows[0].unit == "06811"
    store, account = register.session.store, register.session.account
    centre = Unit("TT-1", "Trung tâm Phục vụ hành chính công", "centre")
    store.write(lambda tx: define_unit(tx, centre), actor=account)
    plan = register.plan(row, header=header, unit="TT-1")
    assert (plan.rejected, plan.problems[0].code) == (1, "households.no_unit")
    with pytest.raises(UserError, match=r"households\.unit_unknown"):
        register.plan(row, header=header, choices=ListChoices(unit="TT-1"))


def test_rows_that_differ_in_marks_alone_are_a_problem(register: Register):
    plan = register.plan(BINH, ["Tran Thi Thanh Binh", *BINH[1:]])
    assert plan.rejected == 1
    assert [(one.row, one.code) for one in plan.problems] == [(3, "households.row_again")]


def test_a_household_is_found_by_its_own_code_alone(register: Register):
    header = [*HEADER, "Mã hộ"]
    register.apply(register.plan([*BINH, "HB-1"], header=header))
    store, account = register.session.store, register.session.account
    one = store.read(partial(find_household, named="HB-1"))
    assert store.read(partial(find_household, named=str(one.id))) == one
    register.apply(register.plan([*CHI[:5], BAC_SON, "HB-2"], header=header))
    two = store.read(partial(find_household, named="HB-2"))
    store.write(lambda tx: merge(tx, one.id, two.id), actor=account)
    # What was merged away no longer answers to its code.
    with pytest.raises(UserError, match=r"households\.no_household"):
        store.read(partial(find_household, named="HB-2"))
