import pytest

from exports.sheets.household_units import UnitNames, decide
from tests.exports.sheets.household_case import HEADER, REGISTER, TODAY, codes, household, read

NAMES = UnitNames(REGISTER, TODAY)


def listed(*units, head="Phường", **given):
    rows = [[*HEADER, head]]
    rows += [[*household(number), unit] for number, unit in enumerate(units, 1)]
    return read(rows, **given)


@pytest.mark.parametrize(
    ("text", "old", "today"),
    [
        ("Trưng Vương", "06820", None), ("P. Trưng Vương", "06820", None),
        ("P.Trưng Vương", "06820", None), ("phường trưng vương", "06820", None),
        ("PHƯỜNG TRƯNG VƯƠNG, TP. UÔNG BÍ", "06820", None), ("P Trưng Vương", "06820", None),
        ("Phường Trưng Vương - TP Uông Bí", "06820", None), ("Trưng Vương (cũ)", "06820", None),
        ("TP Uông Bí, phường Trưng Vương", "06820", None), ("06814", "06814", None),
        ("6814", "06814", None), ("06811", "06811", "06811"), ("Uông Bí", None, "06811"),
        ("Vàng Danh", "06808", "06820"), ("Vàng Danh cũ", "06808", None),
        ("Xã Hiệp Hòa", "07147", None), ("Phường Hiệp Hoà", None, "07147"),
        ("Hiệp Hòa", "07147", "07147"), ("xã Liên Vị", "07186", None),
        ("Phường Liên Vị", "07186", None), ("Yên Tử", None, "06832"), ("Hà Nội", None, None),
        ("99999", None, None), ("", None, None),
    ],
)  # fmt: skip
def test_names_and_codes(text, old, today):
    found = NAMES.find(text)
    assert (found.old and found.old.code, found.today and found.today.code) == (old, today)


def test_the_rest_of_the_list_decides_on_which_map_a_name_is():
    assert decide(NAMES, ["Vàng Danh", "Bắc Sơn"]).map == "old"
    assert decide(NAMES, ["Vàng Danh", "Uông Bí"]).map == "today"
    assert decide(NAMES, ["Vàng Danh"]).map == "today"
    assert decide(NAMES, ["Bắc Sơn", "Uông Bí", "Uông Bí"]).map == "today"


def test_a_list_on_the_old_map():
    found = listed("Vàng Danh", "P. Bắc Sơn", "06811")
    assert [(row.unit, row.fields["old_unit"]) for row in found.rows] == [
        ("06820", "06808"), ("06820", "06814"), ("06811", "06811"),
    ]  # fmt: skip
    assert codes(found.notes) == ["households.units_on_old_map"]
    assert "Vàng Danh" in found.notes[0].params["names"]


def test_a_list_on_todays_map():
    found = listed("Vàng Danh", "Uông Bí")
    assert [(row.unit, row.fields["old_unit"]) for row in found.rows] == [
        ("06820", None), ("06811", None),
    ]  # fmt: skip
    assert codes(found.notes) == ["households.units_on_today_map"]


def test_a_person_may_say_the_map():
    assert [row.fields["old_unit"] for row in listed("Vàng Danh", map="old").rows] == ["06808"]


def test_an_unknown_unit_is_a_problem():
    found = listed("Hà Nội", "Bắc Sơn")
    assert [(p.code, p.row, p.column) for p in found.problems] == [
        ("households.unit_unknown", 2, "Phường")
    ]
    assert found.problems[0].params["value"] == "Hà Nội"


def test_split_units_wait_for_a_person_hamlet_by_hamlet():
    rows = [[*HEADER, "Phường"]]
    for number, hamlet in enumerate(["Khu 1", "K.01", "Khu 2"], 1):
        rows.append([*household(number, **{"Thôn/Khu": hamlet}), "Trưng Vương"])
    rows.append([*household(4), "Bắc Sơn"])
    found = read(rows)
    assert [(u.old_unit, u.hamlet, u.successors, u.rows) for u in found.unsettled] == [
        ("06820", "Khu 1", ("06811", "06820"), 2), ("06820", "Khu 2", ("06811", "06820"), 1),
    ]  # fmt: skip
    assert (found.problems, found.waiting, len(found.rows)) == ((), 3, 1)
    placed = read(rows, hamlets={("06820", "Khu 1"): "06811"})
    assert [(row.unit, row.fields["old_unit"]) for row in placed.rows] == [
        ("06811", "06820"), ("06811", "06820"), ("06820", "06814"),
    ]  # fmt: skip
    assert (placed.waiting, len(placed.unsettled)) == (1, 1)


def test_a_rejected_row_does_not_wait():
    rows = [[*HEADER, "Phường"], [*household(1, **{"Mã địa chỉ số": "1"}), "Trưng Vương"]]
    found = read(rows)
    assert (found.rejected, found.waiting, found.unsettled) == (1, 0, ())


def test_columns_for_both_maps():
    rows = [[*HEADER, "Phường cũ", "Phường mới"], [*household(1), "Trưng Vương", "Vàng Danh"]]
    found = read(rows)
    assert (found.rows[0].unit, found.rows[0].fields["old_unit"]) == ("06820", "06820")
    assert found.unsettled == ()
    rows = [[*HEADER, "Phường cũ"], [*household(1), "Bắc Sơn"]]
    found = read(rows)
    assert (found.rows[0].unit, found.rows[0].fields["old_unit"]) == ("06820", "06814")


def test_beside_a_column_for_the_old_unit_the_other_is_on_todays_map():
    rows = [[*HEADER, "Phường cũ", "Phường"], [*household(1), "Bắc Sơn", "Vàng Danh"]]
    rows.append([*household(2), "Trưng Vương", "Bắc Sơn"])
    found = read(rows, map="old")
    assert (found.rows[0].unit, found.rows[0].fields["old_unit"]) == ("06820", "06814")


def test_a_column_of_codes_names_the_unit_where_no_other_does():
    found = listed(6814, head="Mã xã")
    assert found.rows[0].fields["old_unit"] == "06814"
    rows = [[*HEADER, "Mã xã", "Phường"], [*household(1), "06811", "Bắc Sơn"]]
    assert read(rows).rows[0].fields["old_unit"] == "06814"


def test_the_unit_comes_from_title_or_address_where_no_column_says_it():
    title = [["UBND PHƯỜNG QUANG TRUNG"], HEADER, household(1)]
    assert read(title).rows[0].fields["old_unit"] == "06817"
    address = household(1, **{"Địa chỉ": "Số 1, khu 5, phường Nam Khê, TP Uông Bí"})
    assert read([HEADER, address]).rows[0].fields["old_unit"] == "06823"
    assert read([HEADER, household(1)]).rows[0].unit == "06820"
