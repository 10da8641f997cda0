"""Units are codes within their dates: found, listed, cut into eras, put on today's map."""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.session import Session
from models.errors import UserError
from models.units.commands import define_unit, settle_split
from models.units.queries import read_units
from models.units.unit import Unit, UnitRegister, old_district, order_key, shipped_units

CHANGE = date(2025, 7, 1)
DATA = Path(__file__).parents[3] / "models/units/units_quang_ninh.json"
BEFORE, AFTER = date(2025, 6, 30), CHANGE
REGISTER = UnitRegister(shipped_units())
CODES = sorted({unit.code for unit in shipped_units()})


def test_a_code_that_was_used_again_means_two_units():
    assert REGISTER.find("06811", BEFORE).full_name == "Phường Thanh Sơn"
    assert REGISTER.find("06811", AFTER).full_name == "Phường Uông Bí"


def test_29_old_units_became_9():
    old = [unit for unit in shipped_units() if unit.valid_to is not None]
    new = [unit for unit in shipped_units() if unit.valid_to is None]
    assert (len(old), len(new)) == (29, 9)
    assert {code for unit in old for code in unit.successors} <= {unit.code for unit in new}
    assert [unit.code for unit in old if len(unit.successors) > 1] == ["06820", "07180"]


def test_the_old_city_had_ten_wards_and_communes():
    units = old_district("196")
    assert len(units) == 10
    assert {unit.kind for unit in units} == {"ward", "commune"}
    assert old_district("999") == ()


@given(st.sampled_from(CODES), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_code_means_one_unit_at_most_on_any_day(code, day):
    found = [unit for unit in shipped_units() if unit.code == code and unit.is_valid_on(day)]
    assert len(found) <= 1
    assert REGISTER.find(code, day) == (found[0] if found else None)


@pytest.mark.parametrize(
    ("text", "day", "code"),
    [
        ("06811", AFTER, "06811"), (" 06811 ", AFTER, "06811"), ("uong bi", AFTER, "06811"),
        ("PHƯỜNG UÔNG BÍ", AFTER, "06811"), ("Uông Bí", BEFORE, None),
        ("thanh son", BEFORE, "06811"), ("Thanh Sơn", AFTER, None), ("", AFTER, None),
        ("99999", AFTER, None), ("Phường", AFTER, None),
    ],
)  # fmt: skip
def test_a_cell_means_a_code_or_a_name_of_that_day(text, day, code):
    found = REGISTER.match(text, day)
    assert (found.code if found else None) == code


def test_a_name_that_two_units_share_is_not_guessed():
    register = UnitRegister([Unit("1", "Hòa", "ward"), Unit("2", "Hoà", "commune")])
    assert register.match("hoa", AFTER) is None
    assert register.match("xã hòa", AFTER).code == "2"
    assert register.match("1", AFTER).code == "1"


def test_units_are_listed_centres_first_then_by_name():
    register = UnitRegister(
        [Unit("1", "Đông", "ward"), Unit("2", "An", "commune"), Unit("3", "Đại", "ward"),
         Unit("4", "Xa", "centre"), Unit("5", "Dân", "named")]
    )  # fmt: skip
    assert [unit.code for unit in register.valid_on(AFTER)] == ["4", "2", "5", "3", "1"]
    assert len(REGISTER.valid_on(BEFORE)) == 29
    assert len(REGISTER.valid_on(AFTER)) == 9


@pytest.mark.parametrize(
    ("kind", "name"),
    [("ward", "Phường X"), ("commune", "Xã X"), ("centre", "X"), ("named", "X")],
)
def test_a_name_is_printed_with_its_kind(kind, name):
    assert Unit("1", "X", kind).full_name == name


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 2000))
def test_eras_cut_a_period_where_meanings_change(start, days):
    end = start + timedelta(days=days)
    eras = REGISTER.eras(start, end)
    assert (eras[0][0], eras[-1][1]) == (start, end)
    assert all(one[1] + timedelta(days=1) == two[0] for one, two in pairwise(eras))
    assert len(eras) == 1 + (start < CHANGE <= end)


def test_an_old_unit_goes_to_its_successor_and_a_new_one_stays():
    assert REGISTER.today(REGISTER.find("06808", BEFORE)).full_name == "Phường Vàng Danh"
    assert REGISTER.today(REGISTER.find("06811", AFTER)).full_name == "Phường Uông Bí"
    assert REGISTER.today(REGISTER.find("06820", BEFORE)) is None
    settled = UnitRegister(shipped_units(), {"06820": "06811"})
    assert settled.today(settled.find("06820", BEFORE)).full_name == "Phường Uông Bí"


def test_a_unit_is_defined_and_defined_anew(session: Session):
    def define(*units):
        for unit in units:
            session.store.write(
                lambda tx, unit=unit: define_unit(tx, unit), actor=session.account
            )
        return session.store.read(read_units)

    register = define(Unit(" X-1 ", "  Trung  tâm ", "centre"))
    assert register.find("X-1", AFTER) == Unit("X-1", "Trung tâm", "centre")
    register = define(Unit("X-1", "Trung tâm mới", "centre", AFTER, date(2026, 12, 31)))
    assert register.find("X-1", AFTER).name == "Trung tâm mới"
    assert register.find("X-1", BEFORE) is None
    assert len(register.units) == len(shipped_units()) + 1


@pytest.mark.parametrize("unit", [Unit("", "x", "ward"), Unit("1", "  ", "ward")])
def test_a_unit_without_a_code_or_name_is_refused(session: Session, unit):
    with pytest.raises(UserError, match=r"units\.incomplete"):
        session.store.write(lambda tx: define_unit(tx, unit), actor=session.account)


def test_a_split_goes_only_to_a_successor_and_can_be_settled_anew(session: Session):
    old = REGISTER.find("06820", BEFORE)

    def settle(code):
        session.store.write(
            lambda tx: settle_split(tx, old, code, unit=session.unit), actor=session.account
        )
        register = session.store.read(read_units)
        return register.today(old).code

    assert settle("06820") == "06820"
    assert settle("06811") == "06811"
    with pytest.raises(UserError, match=r"units\.no_successor"):
        settle("07168")
    assert session.store.read(read_units).today(old).code == "06811"


def test_the_shipped_list_is_whole():
    data = json.loads(DATA.read_text(encoding="utf-8"))
    for item in data["cu"]:
        assert item["mot_phan"] == (len(item["ve"]) > 1)
    assert sorted(shipped_units(), key=order_key)
