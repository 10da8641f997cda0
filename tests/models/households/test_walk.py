"""Work lists, the next unchecked household, searching, and the figures of a period."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from models.errors import UserError
from models.households.commands import assign_hamlet, check_household, merge
from models.households.figures_query import read_register
from models.households.progress import WorkFilter, hamlet_progress, total, ward_progress
from models.households.queries import (
    count_walk,
    next_unchecked,
    search_households,
    streets_of,
    walk_all,
    walk_page,
)
from models.households.records import HamletKey
from models.periods import range_period
from tests.models.households.conftest import UNIT, row

KHU_1 = HamletKey(UNIT, "", "Khu 1")
STREETS = ("Quang Trung", "Trần Hưng Đạo", "")


@pytest.fixture
def walked(register):
    """Ninety households of two hamlets in three streets, listed in no order."""
    rows = [
        row(n, f"Hộ {n}", hamlet=f"Khu {1 + n % 2}", street=STREETS[n % 3],
            house_number=str(200 - 2 * n), list_code=f"H{n}")
        for n in range(1, 91)
    ]  # fmt: skip
    register.take(rows)
    return register


def everything(register, wanted: WorkFilter) -> list:
    found, after = [], None
    while True:
        page = register.read(walk_page, wanted, after=after, limit=7)
        found += page.households
        after = page.after
        if after is None:
            return found


@pytest.mark.parametrize(
    "wanted",
    [
        WorkFilter(), WorkFilter(unit=UNIT), WorkFilter(unit="06820"), WorkFilter(hamlets=(KHU_1,)),
        WorkFilter(hamlets=()), WorkFilter(hamlets=(KHU_1,), street="Quang Trung"),
        WorkFilter(outcome=""), WorkFilter(outcome="dung"),
        WorkFilter(hamlets=(KHU_1,), outcome=""),
        WorkFilter(street="Quang Trung", outcome="dung"), WorkFilter(officer="Ai"),
    ],
)  # fmt: skip
def test_pages_the_whole_and_the_count_agree(walked, wanted):
    for household in everything(walked, WorkFilter())[:10]:
        walked.write(check_household, household.id, outcome="dung")
    paged = everything(walked, wanted)
    assert paged == walked.read(lambda c: list(walk_all(c, wanted)))
    assert len(paged) == walked.read(count_walk, wanted)
    assert len({household.id for household in paged}) == len(paged)


def test_a_ward_is_the_sum_of_its_hamlets(walked):
    walked.take([row(900, "Hộ khác", unit="06820", hamlet="Khu 1", old_unit="06808")])
    for place, outcome in enumerate(("dung", "sai_thong_tin", "dung")):
        household = everything(walked, WorkFilter(unit=UNIT))[place * 7].id
        walked.write(check_household, household, outcome=outcome)
    walked.write(assign_hamlet, KHU_1, "Lê Thị Ánh")
    wards, hamlets = walked.read(ward_progress), walked.read(hamlet_progress)
    assert [ward.unit for ward in wards] == [UNIT, "06820"]
    assert [item for ward in wards for item in ward.hamlets()] == hamlets
    assert hamlets[0].officer == "Lê Thị Ánh"
    for ward in wards:
        own = [item.progress for item in hamlets if item.hamlet.unit == ward.unit]
        assert ward.progress == total(own)
    assert dict(wards[0].progress.outcomes) == {"dung": 2, "sai_thong_tin": 1}


def test_a_hamlet_is_walked_by_street_and_number(walked):
    found = everything(walked, WorkFilter(hamlets=(KHU_1,)))
    places = [(household.street or "~", int(household.house_number)) for household in found]
    assert places == sorted(places)
    assert walked.read(streets_of, KHU_1) == ["Quang Trung", "Trần Hưng Đạo"]


def test_the_next_unchecked_household_goes_round(walked):
    wanted = WorkFilter(hamlets=(KHU_1,))
    walk = everything(walked, wanted)
    assert walked.read(next_unchecked, None, wanted).id == walk[0].id
    assert walked.read(next_unchecked, walk[3].id, wanted).id == walk[4].id
    for household in walk[4:]:
        walked.write(check_household, household.id, outcome="dung")
    assert walked.read(next_unchecked, walk[4].id, wanted).id == walk[0].id
    for household in walk[:4]:
        walked.write(check_household, household.id, outcome="dung")
    assert walked.read(next_unchecked, walk[0].id, wanted) is None


@pytest.fixture
def found(register):
    """A few households to search for."""
    register.take([
        row(1, "Nguyễn Thị Ánh", house_number="12/3", street="Quang Trung", code="0212345678"),
        row(2, "Đặng Văn Nguyên", phone="0987654321", list_code="HB-06811-000042"),
        row(3, "Trần Hòa", street="Nguyễn Du", hamlet="Thôn Đông", place_id="221234567890"),
    ])  # fmt: skip
    return lambda typed: sorted(
        household.name for household in register.read(search_households, typed)
    )


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("nguyen", ["Nguyễn Thị Ánh", "Trần Hòa", "Đặng Văn Nguyên"]),
        ("Nguyễn Ánh", ["Nguyễn Thị Ánh"]),
        ("anh nguy", ["Nguyễn Thị Ánh"]),
        ("dang", ["Đặng Văn Nguyên"]),
        ("Đặng", ["Đặng Văn Nguyên"]),
        ("hoà", ["Trần Hòa"]),
        ("thon dong", ["Trần Hòa"]),
        ("345", ["Nguyễn Thị Ánh", "Trần Hòa"]),
        ("0212345678", ["Nguyễn Thị Ánh"]),
        ("7654", ["Đặng Văn Nguyên"]),
        ("hb-06811-000042", ["Đặng Văn Nguyên"]),
        ("12/3", ["Nguyễn Thị Ánh"]),
        ("quang 123", ["Nguyễn Thị Ánh"]),
        ("quang 999", []),
        ("uyen", []),
        ("", []), (" \t", []), ("%", []), ('"', []), ("a*", ["Nguyễn Thị Ánh"]),
        ("' OR 1=1 --", []), ("NEAR(", []), ("x" * 5000, []),
    ],
)  # fmt: skip
def test_what_is_typed_finds(found, typed, names):
    assert found(typed) == names


def test_a_corrected_name_is_found_and_the_old_one_is_not(register):
    household = register.one("Nguyễn Văn Cũ")
    values = {"name": "Phạm Thị Mới", "phone": "0912345678"}
    register.write(check_household, household, outcome="sai_thong_tin", values=values)
    assert register.read(search_households, "cu") == []
    assert [one.id for one in register.read(search_households, "moi 345")] == [household]
    register.store.replace_projections()
    assert [one.id for one in register.read(search_households, "moi 345")] == [household]
    assert register.read(search_households, "cu") == []


class TestFigures:
    TODAY = date(2026, 11, 22)

    def figures(self, register, start: date, end: date, **options):
        period = range_period(start, end)
        return register.read(read_register, period, today=register.store.clock.today(), **options)

    def test_the_three_counts_are_kept_apart(self, register):
        plan = register.take([row(1, code="0212345678", list_code="1"), row(2, list_code="2"),
                              row(3, list_code="3", hamlet="Khu 10")])  # fmt: skip
        ids = [planned.household for planned in plan.rows]
        register.write(check_household, ids[1], outcome="dung", values={"has_plate": True})
        today = register.store.clock.today()
        found = self.figures(register, today, today)
        total = found.total
        assert (total.households, total.with_code, total.checked, total.plate) == (3, 1, 1, 1)
        assert found.checked_in_period == 1
        assert [hamlet.name for hamlet in found.units[0].hamlets] == ["Khu 1", "Khu 10"]
        assert total.outcomes == {"dung": 1}

    def test_what_was_done_later_is_taken_back(self, register):
        plan = register.take([row(n, list_code=str(n)) for n in range(1, 5)])
        ids = [planned.household for planned in plan.rows]
        today = register.store.clock.today()
        before = today - timedelta(days=10)
        register.write(check_household, ids[0], outcome="dung", on=before)
        register.write(check_household, ids[1], outcome="khong_tim_thay", on=before)
        register.write(check_household, ids[1], outcome="dung", on=today)
        register.write(check_household, ids[2], outcome="dung", on=today,
                       values={"plate_on": today})  # fmt: skip
        found = self.figures(register, before, before)
        assert (found.total.checked, found.total.plate) == (2, 0)
        assert found.total.outcomes == {"dung": 1, "khong_tim_thay": 1}
        assert found.checked_in_period == 2
        now = self.figures(register, today, today)
        assert (now.total.checked, now.total.plate) == (3, 1)
        assert now.total.outcomes == {"dung": 3}
        assert (now.checked_in_period, now.plates_in_period) == (2, 1)

    def test_an_outcome_taken_over_in_a_merge_has_no_day_to_take_back(self, register):
        kept, gone = register.one(), register.one("Lê Thị Hai", list_code="2")
        today = register.store.clock.today()
        register.write(check_household, gone, outcome="dung", on=today,
                       values={"plate_on": today})  # fmt: skip
        register.write(merge, kept, gone)
        before = today - timedelta(days=10)
        found = self.figures(register, before, before)
        assert (found.total.households, found.total.plate, found.checked_in_period) == (1, 0, 0)

    def test_both_maps_count_the_same_households(self, register):
        register.take([
            row(1, list_code="1", unit="06811", old_unit="06811"),
            row(2, list_code="2", unit="06811", old_unit="06817"),
            row(3, list_code="3", unit="06820", old_unit="06814"),
        ])  # fmt: skip
        today = register.store.clock.today()
        old = self.figures(register, today, today)
        new = self.figures(register, today, today, unit_map="today")
        assert [unit.code for unit in old.units] == ["06814", "06817", "06811"]
        assert [(unit.code, unit.progress.households) for unit in new.units] == [
            ("06811", 2), ("06820", 1)
        ]  # fmt: skip
        assert old.total == new.total
        names = [hamlet.name for hamlet in new.units[0].hamlets]
        assert names == ["Khu 1 (Thanh Sơn)", "Khu 1 (Quang Trung)"]

    def test_units_can_be_chosen_and_unknown_ones_are_refused(self, register):
        register.take([row(1, list_code="1"), row(2, list_code="2", unit="06820")])
        today = register.store.clock.today()
        found = self.figures(register, today, today, unit_codes=("06820",))
        assert [unit.code for unit in found.units] == ["06820"]
        assert found.total.households == 1
        with pytest.raises(UserError):
            self.figures(register, today, today, unit_codes=("99999",))
