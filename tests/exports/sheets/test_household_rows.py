import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.sheets import household_cells
from models.errors import UserError
from models.households.fields import LIST_FIELDS
from models.households.values import stored
from models.sentences.catalog import say
from tests.exports.sheets.household_case import HEADER, codes, household, read, sheet


def one(head, cell, **more):
    """The only household of a list with one more column."""
    return read([[*HEADER, head], [*household(1), cell]], **more)


def test_a_plain_list():
    found = read([HEADER, household(1), household(2)])
    assert (found.problems, found.notes, found.unsettled) == ((), (), ())
    first, second = found.rows
    assert (first.row, first.unit, first.hamlet) == (2, "06820", "Khu 5")
    assert first.fields == {
        "name": "Nguyễn Văn A", "address": "Số 1 Trần Phú", "phone": "0912345678",
        "hamlet": "Khu 5", "code": "0210000001", "unit": "06820",
    }  # fmt: skip
    assert first.extra == {0: "1"}
    assert second.row == 3
    assert found.header == (tuple(HEADER),)


def test_fields_are_those_of_lists_in_their_stored_form():
    header = [
        "Mã hộ", "Chủ hộ", "SĐT", "Địa chỉ", "Số nhà", "Đường", "Khu", "Phường", "Phường cũ",
        "Mã ĐCS", "Mã định danh địa điểm", "Vĩ độ", "Kinh độ", "Gắn biển", "Ngày gắn biển",
    ]  # fmt: skip
    row = [
        "H1", "Nguyễn  Văn\nAn", "+84 912 345 678", "Số 5", "12A", "Trần Phú", 5, "P. Vàng Danh",
        "Bắc Sơn", "02100 00001", "123456789012", 21.034567891, 106.77, "x", dt.date(2026, 10, 5),
    ]  # fmt: skip
    found = read([header, row])
    assert found.problems == ()
    fields = found.rows[0].fields
    assert set(fields) == set(LIST_FIELDS)
    assert all(stored(field, value) == value for field, value in fields.items())
    assert fields["name"] == "Nguyễn Văn An"
    assert fields["phone"] == "0912345678"
    assert fields["hamlet"] == "Khu 5"
    assert (fields["unit"], fields["old_unit"]) == ("06820", "06814")
    assert fields["code"] == "0210000001"
    assert fields["place"] == {
        "lat": 21.0345679, "lon": 106.77, "source": "list", "accuracy": None,
    }  # fmt: skip
    assert (fields["has_plate"], fields["plate_on"]) == (True, "2026-10-05")


def test_a_column_blank_from_top_to_bottom_says_nothing():
    row = household(1, **{"Mã địa chỉ số": None})
    assert "code" not in read([HEADER, row]).rows[0].fields
    found = read([HEADER, row, household(2)])
    assert found.rows[0].fields["code"] is None


@pytest.mark.parametrize(
    ("cell", "code", "notes", "problems"),
    [
        ("0210000001", "0210000001", [], []),
        (210000001, "0210000001", ["households.code_restored"], []),
        (1210000001, "1210000001", [], []),
        ("'0210000001", "0210000001", [], []),
        ("https://diachiso.gov.vn/#/map/0210000001", "0210000001", [], []),
        (None, None, [], []), ("Chưa có", None, [], []), ("-", None, [], []),
        (21000001, None, [], ["households.code_short"]),
        ("2.1E+08", None, [], ["households.digits_lost"]),
        ("02100000012", None, [], ["households.bad_code"]),
        ("#REF!", None, [], ["sheets.error_cell"]),
        (dt.date(2026, 1, 1), None, [], ["households.bad_code"]),
    ],
)  # fmt: skip
def test_codes(cell, code, notes, problems):
    rows = [HEADER, household(1, **{"Mã địa chỉ số": cell}), household(2)]
    found = read(rows)
    assert codes(found.notes) == notes
    assert codes(found.problems) == problems
    assert found.rejected == len(problems)
    assert len(found.rows) == 2 - len(problems)
    if problems:
        assert (found.problems[0].row, found.problems[0].column) == (2, "Mã địa chỉ số")
        assert found.problems[0].sheet == "Danh sách"
        assert say(found.problems[0])
    else:
        assert found.rows[0].fields["code"] == code


@pytest.mark.parametrize(
    ("cell", "phone", "notes"),
    [
        ("0912 345 678", "0912345678", []), (912345678, "0912345678", []),
        ("khong co", None, []), (None, None, []),
        ("091234567", None, ["households.bad_phone"]),
        ("0912345678 - 0987654321", None, ["households.several_phones"]),
    ],
)  # fmt: skip
def test_a_phone_that_cannot_be_read_is_dropped_and_told(cell, phone, notes):
    found = read([HEADER, household(1, **{"Số điện thoại": cell}), household(2)])
    assert found.rows[0].fields["phone"] == phone
    assert codes(found.notes) == notes
    assert found.problems == ()


@pytest.mark.parametrize(
    ("cell", "day", "notes"),
    [
        (dt.date(2026, 10, 5), "2026-10-05", []), ("5/10/2026", "2026-10-05", []),
        (46300, "2026-10-05", []), ("chưa", None, []),
        ("2026", None, ["sheets.date_unreadable"]),
        ("31/02/2026", None, ["sheets.date_impossible"]),
        ("05/10/2027", None, ["sheets.date_future"]),
    ],
)  # fmt: skip
def test_a_day_that_cannot_be_read_is_dropped_and_told(cell, day, notes):
    found = one("Ngày gắn biển", cell)
    assert found.rows[0].fields["plate_on"] == day
    assert found.rows[0].fields["has_plate"] is (day is not None)
    assert codes(found.notes) == notes
    assert found.problems == ()


@pytest.mark.parametrize(
    ("cell", "attached", "day"),
    [
        ("x", True, None), ("Đã gắn", True, None), ("TRUE", True, None), (1, True, None),
        ("✓", True, None), ("Chưa gắn", False, None), (0, False, None), ("Không", False, None),
        ("05/10/2026", True, "2026-10-05"), (dt.date(2026, 10, 5), True, "2026-10-05"),
    ],
)  # fmt: skip
def test_plates(cell, attached, day):
    found = one("Gắn biển", cell)
    assert found.rows[0].fields["has_plate"] is attached
    assert found.rows[0].fields.get("plate_on") == day
    assert found.notes == ()


def test_unclear_words_about_a_plate_are_told():
    found = one("Gắn biển", "hỏng")
    assert found.rows[0].fields["has_plate"] is False
    assert codes(found.notes) == ["households.plate_unclear"]


@pytest.mark.parametrize(
    ("lat", "lon", "place", "notes", "problems"),
    [
        (21.03, 106.77, (21.03, 106.77), [], []),
        ("21,03", "106,77", (21.03, 106.77), [], []),
        ("21.03", "106.77", (21.03, 106.77), [], []),
        (106.77, 21.03, (21.03, 106.77), ["households.place_swapped"], []),
        (0, 0, None, [], []), (None, None, None, [], []),
        (48.85, 2.35, (48.85, 2.35), ["households.place_outside"], []),
        (21.03, None, None, [], ["households.place_of_row"]),
        (2326541.2, 382145.5, None, [], ["households.place_of_row"]),
        ("abc", 106.77, None, [], ["households.place_of_row"]),
    ],
)
def test_coordinates_in_two_columns(lat, lon, place, notes, problems):
    rows = [[*HEADER, "Vĩ độ", "Kinh độ"], [*household(1), lat, lon], [*household(2), 21.0, 107.0]]
    found = read(rows)
    assert codes(found.notes) == notes
    assert codes(found.problems) == problems
    if not problems:
        value = found.rows[0].fields["place"]
        assert place == (value and (value["lat"], value["lon"]))


@pytest.mark.parametrize(
    ("cell", "place"),
    [
        ("21.03, 106.77", (21.03, 106.77)), ("21,03; 106,77", (21.03, 106.77)),
        ("https://www.google.com/maps/@21.03,106.77,17z", (21.03, 106.77)), ("chưa có", None),
    ],
)  # fmt: skip
def test_coordinates_in_one_column(cell, place):
    value = one("Tọa độ", cell).rows[0].fields["place"]
    assert place == (value and (value["lat"], value["lon"]))
    assert value is None or value["source"] == "list"


def test_a_house_number_that_became_a_date_is_put_back_and_told():
    found = one("Số nhà", dt.date(2026, 3, 12))
    assert found.rows[0].fields["house_number"] == "12/3"
    assert codes(found.notes) == ["households.house_date"]


def test_nobody_no_hamlet_and_no_unit():
    nobody = household(1, **{"Họ và tên chủ hộ": None, "Địa chỉ": None})
    nowhere = household(2, **{"Thôn/Khu": None})
    found = read([HEADER, nobody, nowhere, household(3)])
    assert [(p.code, p.row, p.column) for p in found.problems] == [
        ("households.row_nobody", 2, "Họ và tên chủ hộ"),
        ("households.row_no_hamlet", 3, "Thôn/Khu"),
    ]
    assert len(found.rows) == 1
    found = read([HEADER, household(1)], own_unit=None)
    assert codes(found.problems) == ["households.no_unit"]


def test_a_name_or_an_address_alone_is_enough():
    for missing in ("Họ và tên chủ hộ", "Địa chỉ"):
        assert len(read([HEADER, household(1, **{missing: None}), household(2)]).rows) == 2


def test_the_hamlet_comes_from_cell_section_title_address_or_what_was_chosen():
    bare = household(1, **{"Thôn/Khu": None})
    in_address = household(1, **{"Thôn/Khu": None, "Địa chỉ": "Số 1, Kp. 7, phường Vàng Danh"})

    def hamlet(rows, **more):
        return read(rows, **more).rows[0].hamlet

    assert hamlet([HEADER, bare], hamlet="khu 9") == "Khu 9"
    assert hamlet([HEADER, in_address], hamlet="khu 9") == "Khu phố 7"
    assert hamlet([["DANH SÁCH HỘ DÂN KHU 8"], HEADER, bare], hamlet="khu 9") == "Khu 8"
    assert hamlet([HEADER, bare], name="KHU 06") == "Khu 6"
    assert hamlet([HEADER, ["I", "KHU 4"], bare], name="KHU 06") == "Khu 4"
    assert hamlet([HEADER, ["I", "KHU 4"], household(1)], name="KHU 06") == "Khu 5"
    # A title that speaks of several hamlets says nothing of one.
    many = [["DANH SÁCH KHU 3 VÀ KHU 4"], HEADER, bare]
    assert codes(read(many).problems) == ["households.row_no_hamlet"]


def test_sections_totals_repeated_headers_numbering_and_signatures_are_no_households():
    def bare(number):
        return household(number, **{"Thôn/Khu": None})

    rows = [
        HEADER, ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        ["I", "PHƯỜNG BẮC SƠN"], [None, "KHU 5 (2 hộ)"], bare(1), bare(2),
        [None, "Tổ 3"], bare(3), ["Cộng khu 5", None, 3], [None] * 6,
        HEADER, ["2", "Thôn Khe Sú 1: 45 hộ"], bare(4), ["II", "Phường Quang Trung"],
        ["B", "Khu 2"], bare(5), ["Tổng cộng", "5 hộ"],
        [None, None, None, "Uông Bí, ngày 5 tháng 10 năm 2026"],
        [None, "NGƯỜI LẬP BIỂU", None, "TM. UBND PHƯỜNG"], [None, "Trần Văn Bảy", None, "Lê Chín"],
    ]  # fmt: skip
    found = read(rows)
    assert found.problems == ()
    assert [(row.row, row.unit, row.fields["old_unit"], row.hamlet) for row in found.rows] == [
        (5, "06820", "06814", "Khu 5"), (6, "06820", "06814", "Khu 5"),
        (8, "06820", "06814", "Khu 5"), (13, "06820", "06814", "Thôn Khe Sú 1"),
        (16, "06811", "06817", "Khu 2"),
    ]  # fmt: skip
    assert codes(found.notes) == []


def test_a_header_over_two_rows_that_is_repeated_is_no_household():
    upper = ["STT", "Họ và tên chủ hộ", "Địa chỉ", None, "Địa chỉ số", None]
    lower = [None, None, "Số nhà", "Đường", "Mã ĐCS", "Đã gắn biển"]
    rows = [upper, lower]
    for number in range(1, 4):
        rows += [[number, f"Vũ Văn {chr(64 + number)}", str(number), "Trần Phú", None, "x"]]
        rows += [upper, lower]
    found = read(rows, hamlet="Khu 5")
    assert [row.fields["house_number"] for row in found.rows] == ["1", "2", "3"]
    assert (codes(found.problems), codes(found.notes)) == ([], [])


def test_people_whose_names_begin_like_totals_are_households():
    rows = [HEADER]
    for number, name in enumerate(["Tống Văn Cộng", "Cộng Văn Tổng", "Tô Thị Tổng", "Cống A"], 1):
        rows.append(household(number, **{"Họ và tên chủ hộ": name}))
    assert [row.fields["name"] for row in read(rows).rows] == [row[1] for row in rows[1:]]


def test_a_row_that_is_neither_is_told():
    found = read([HEADER, household(1), [None, None, None, None, None, "Kiểm tra lại sau"]])
    assert [(note.code, note.row) for note in found.notes] == [("households.row_not_read", 3)]
    assert found.problems == ()


def test_a_code_twice_refuses_both_rows_and_each_names_the_other():
    twin = household(2, **{"Mã địa chỉ số": "0210000001"})
    found = read([HEADER, household(1), twin, household(3)])
    assert [(p.row, p.column, p.params["other"], p.params["value"]) for p in found.problems] == [
        (2, "Mã địa chỉ số", 3, "0210000001"), (3, "Mã địa chỉ số", 2, "0210000001"),
    ]  # fmt: skip
    assert codes(found.problems) == ["households.code_twice"] * 2
    assert [row.row for row in found.rows] == [4]
    assert found.rejected == 2


def test_a_household_code_twice():
    rows = [[*HEADER, "Mã hộ"], [*household(1), "H1"], [*household(2), "H1"], [*household(3), "H3"]]
    found = read(rows)
    assert codes(found.problems) == ["households.list_code_twice"] * 2
    assert [row.row for row in found.rows] == [4]


@pytest.mark.parametrize("more", [["H1"], [None]])
def test_the_same_row_twice_stays_once(more):
    rows = [[*HEADER, "Mã hộ"], *([*household(1), *more] for _ in range(3)), [*household(2), "H2"]]
    found = read(rows)
    assert [(p.code, p.row, p.params["other"]) for p in found.problems] == [
        ("households.row_twice", 3, 2), ("households.row_twice", 4, 2),
    ]  # fmt: skip
    assert [row.row for row in found.rows] == [2, 5]


def test_two_households_that_nothing_tells_apart():
    rows = [HEADER, household(1), household(1, **{"Mã địa chỉ số": "0210000009"})]
    found = read(rows)
    assert [(p.code, p.row) for p in found.problems] == [("households.row_alike", 3)]
    # Small and capital letters tell nothing apart.
    loud = household(1, **{"Họ và tên chủ hộ": "NGUYỄN VĂN A", "Mã địa chỉ số": None})
    assert codes(read([HEADER, household(1), loud]).problems) == ["households.row_alike"]


def test_what_means_nothing_is_kept_as_text_and_identity_numbers_never():
    rows = [
        [*HEADER, "Năm sinh", "Số CCCD", "Ghi chú", "Số nhân khẩu"],
        [*household(1), 1960, "022088001234", "CMND 100123456, hỏi bà 022088001234", 4],
    ]
    found = read(rows)
    assert found.rows[0].extra == {0: "1", 6: "1960", 8: "CMND…, hỏi bà …", 9: "4"}
    named = household(1, **{"Họ và tên chủ hộ": "Nguyễn Văn An (022088001234)"})
    found = read([HEADER, named])
    assert found.rows[0].fields["name"] == "Nguyễn Văn An (…)"
    assert "022088001234" not in repr(found)


def test_names_in_two_columns_are_joined():
    rows = [["Họ đệm", "Tên", "Khu"], ["Nguyễn Văn", "An", 5], ["Trần", None, "5"]]
    assert [row.fields["name"] for row in read(rows).rows] == ["Nguyễn Văn An", "Trần"]


def test_a_bare_number_below_a_header_of_one_kind_is_that_kind_of_hamlet():
    assert read([["Chủ hộ", "Tổ dân phố"], ["An Bé", 5]]).rows[0].hamlet == "Tổ dân phố 5"
    assert read([["Chủ hộ", "Thôn/Khu"], ["An Bé", "05"]]).rows[0].hamlet == "5"


def test_rows_count_as_the_spreadsheet_shows_them():
    from exports.sheets.household_layout import guess_layout
    from exports.sheets.household_rows import read_rows
    from tests.exports.sheets.household_case import context

    made = sheet([HEADER, household(1)], first=7)
    assert read_rows(made, guess_layout(made), context()).rows[0].row == 8


def test_a_text_that_is_too_long_is_a_problem_of_its_row():
    found = read([HEADER, household(1, **{"Địa chỉ": "a" * 501}), household(2)])
    assert codes(found.problems) == ["households.too_long"]
    assert len(found.rows) == 1


def test_notes_of_a_kind_are_limited_and_problems_are_not():
    rows = [HEADER, *(household(1, **{"Số điện thoại": "12"}) for _ in range(300))]
    found = read(rows)
    assert codes(found.notes).count("households.bad_phone") == 200
    assert codes(found.problems).count("households.row_twice") == 299


def test_a_header_alone_holds_no_households():
    assert codes(read([HEADER]).problems) == ["households.header_only"]


@given(st.lists(st.none() | st.text(max_size=30) | st.integers() | st.dates(), max_size=8))
def test_texts_are_as_the_stored_form(cells):
    cells = [cell for cell in cells if not isinstance(cell, str) or cell.strip() == cell != ""]
    reported = []
    found = household_cells.texts(cells, "name", lambda *said, **_: reported.append(said))
    for position, (cell, text) in enumerate(zip(cells, found, strict=True)):
        plain = household_cells.text_of(cell)
        try:
            wanted = stored("name", plain)
        except UserError:
            wanted = ""
        assert text == wanted or position in [said[0] for said in reported]


def test_what_is_no_name_is_taken_and_told():
    head = "Họ và tên chủ hộ"
    odd = [dt.date(2020, 1, 2), 12345, True, "12/3", "…"]
    rows = [household(place, **{head: cell}) for place, cell in enumerate(odd, 1)]
    found = read([HEADER, *rows, household(9), household(10, **{head: None})])
    assert (found.rejected, len(found.rows)) == (0, 7)
    told = [note for note in found.notes if note.code == "households.name_no_letters"]
    assert [(note.row, note.column) for note in told] == [(place, head) for place in range(2, 7)]


def test_what_nobody_can_see_makes_no_other_household_and_no_hamlet():
    head = "Họ và tên chủ hộ"
    found = read([HEADER, household(1, **{head: "\ufeffNguyễn Văn\u200b A"}),
                  household(2, **{"Thôn/Khu": "\u200b"})])  # fmt: skip
    assert [row.fields["name"] for row in found.rows] == ["Nguyễn Văn A"]
    assert codes(found.problems) == ["households.row_no_hamlet"]
