import pytest

from exports.sheets.household_layout import guess_layout
from exports.sheets.household_names import COLUMN_NAMES, hamlet_kind, meaning
from tests.exports.sheets.household_case import HEADER, household, sheet

NAMES = ["Nguyễn Văn An", "Trần Thị Bé", "Phạm Hữu Cầu", "Lê Minh Đức", "Vũ Thị Én"]


def guess(rows, **given):
    return guess_layout(sheet(rows), **given)


def rows_of(*columns):
    return [list(row) for row in zip(*columns, strict=True)]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Họ và tên chủ hộ", "name"), ("CHỦ HỘ", "name"), ("Tên chủ hộ:", "name"),
        ("Ho va ten chu ho", "name"), ("Họ tên (chủ hộ)", "name"), ("Họ, tên chủ hộ", "name"),
        ("Họ và tên chủ hộ/chủ cơ sở", "name"), ("3. Họ và tên", "name"),
        ("Mã ĐCS", "code"), ("Mã địa chỉ số", "code"), ("Mã ĐC số", "code"),
        ("ma dia chi so", "code"),
        ("Mã địa chỉ số (10 chữ số)", "code"), ("Mã địa chỉ số được cấp", "code"),
        ("Mã đia chỉ sô", "code"), ("Mã địa chỉ sô hộ", "code"),
        ("Địa chỉ", "address"), ("Nơi thường trú", "address"),
        ("Địa chỉ nơi ở hiện tại", "address"),
        ("Thôn/Khu", "hamlet"), ("Tổ dân phố", "hamlet"), ("TDP", "hamlet"),
        ("Thôn, khu", "hamlet"),
        ("Khu phố", "hamlet"), ("Thôn (khu)", "hamlet"),
        ("SĐT", "phone"), ("Số ĐT", "phone"), ("Điện thoại liên hệ (nếu có)", "phone"),
        ("Số điện thọai", "phone"), ("SĐT chủ hộ", "phone"),
        ("Mã hộ", "list_code"), ("Mã số hộ gia đình", "list_code"),
        ("Số nhà", "house_number"), ("Số nhà, ngách", "house_number"), ("Đường/Phố", "street"),
        ("Tên đường", "street"), ("Kinh độ", "lon"), ("Vĩ độ (N)", "lat"), ("Latitude", "lat"),
        ("Tọa độ", "place"), ("Toạ độ GPS", "place"), ("Gắn biển", "has_plate"),
        ("Đã gắn biển (x)", "has_plate"), ("Ngày gắn", "plate_on"),
        ("Ngày gắn biển ĐCS", "plate_on"),
        ("Phường/Xã", "unit"), ("Phường (xã)", "unit"), ("Xã, phường cũ", "old_unit"),
        ("Phường trước sáp nhập", "old_unit"), ("Mã ĐVHC", "unit_code"),
        ("Mã định danh địa điểm", "place_id"), ("Ghi chú", "note"), ("STT", "index"),
        ("TT", "index"),
        ("Năm sinh chủ hộ", "birth_year"),
        ("CCCD", "identity"), ("Số CMND/CCCD chủ hộ", "identity"), ("Số định danh", "identity"),
        ("Căn cước công dân", "identity"), ("Ngày cấp CCCD", "identity"),
    ],
)  # fmt: skip
def test_headers_as_communes_write_them(header, field):
    found = meaning(header)
    assert found is not None
    assert found.field == field
    assert 0.5 < found.certainty <= 1


@pytest.mark.parametrize(
    "text",
    ["Khu 5", "Phường Bắc Sơn", "Đường Trần Phú", "Nguyễn Văn An", "Hình thức", "12", "", "Số hộ",
     "Số nhân khẩu", "Danh sách các hộ gia đình đã được cấp mã địa chỉ số trên địa bàn thành phố"],
)  # fmt: skip
def test_what_is_no_header(text):
    assert meaning(text) is None


def test_every_field_and_helper_is_recognised_by_the_names_that_the_program_writes():
    for option in COLUMN_NAMES:
        for text in (option.vi, option.en, option.code):
            assert meaning(text) is not None, text
            assert meaning(text).field == option.code


def test_header_below_titles_in_any_column_order():
    rows = [
        ["ỦY BAN NHÂN DÂN", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["PHƯỜNG VÀNG DANH", None, None, "Độc lập - Tự do - Hạnh phúc"],
        ["DANH SÁCH CHỦ HỘ ĐÃ CÓ MÃ ĐỊA CHỈ SỐ", None, None, None],
        [None] * 4,
        ["Mã ĐCS", "Khu", "Chủ hộ", "SĐT"],
        ["0210000001", "Khu 5", "Nguyễn Văn An", "0912345678"],
    ]
    found = guess(rows)
    assert found.header_rows == (4,)
    assert found.first_data_row == 5
    assert found.columns == {"code": 0, "hamlet": 1, "name": 2, "phone": 3}
    assert set(found.certainty) == {0, 1, 2, 3}
    assert found.column_name(0) == "Mã ĐCS"
    assert found.is_list


def test_header_over_two_rows_with_numbering_below():
    rows = [
        ["DANH SÁCH HỘ DÂN", *[None] * 9],
        ["TT", "Chủ hộ", None, "Địa chỉ", None, None, "Mã ĐCS", "Biển số", None, "Ghi chú"],
        [None, "Họ và tên", "SĐT", "Số nhà", "Đường", "Khu", None, "Gắn biển", "Ngày", None],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)"],
        [1, "Nguyễn Văn An", "0912345678", "12", "Trần Phú", "5", "0210000001", "x", None, None],
    ]
    rows[1][7] = "Gắn biển"
    rows[2][7] = "Đã gắn"
    found = guess(rows)
    assert found.header_rows == (1, 2)
    assert found.first_data_row == 4
    assert found.columns == {
        "index": 0, "name": 1, "phone": 2, "house_number": 3, "street": 4, "hamlet": 5, "code": 6,
        "has_plate": 7, "plate_on": 8, "note": 9,
    }  # fmt: skip
    assert found.column_name(3) == "Địa chỉ Số nhà"


def test_header_over_three_rows():
    rows = [
        ["STT", "Thông tin hộ", None, None, None, "Tọa độ", None],
        [None, "Chủ hộ", None, "Địa chỉ cũ", None, None, None],
        [None, "Họ tên", "Điện thoại", "Phường", "Khu", "Vĩ độ", "Kinh độ"],
        [1, "Nguyễn Văn An", "0912345678", "Bắc Sơn", "Khu 5", 21.03, 106.77],
    ]
    found = guess(rows)
    assert found.header_rows == (0, 1, 2)
    assert found.columns == {
        "index": 0, "name": 1, "phone": 2, "old_unit": 3, "hamlet": 4, "lat": 5, "lon": 6,
    }  # fmt: skip


def test_coordinates_named_x_and_y_are_told_by_their_numbers():
    rows = [["Chủ hộ", "Khu", "Tọa độ", None], [None, None, "X", "Y"]]
    rows += rows_of(NAMES, ["Khu 5"] * 5, [21.031, 21.032, 21.033, 21.034, 21.035],
                    [106.71, 106.72, 106.73, 106.74, 106.75])  # fmt: skip
    found = guess(rows)
    assert found.columns == {"name": 0, "hamlet": 1, "lat": 2, "lon": 3}
    turned = [[*row[:2], row[3], row[2]] for row in rows[2:]]
    assert guess([*rows[:2], *turned]).columns == {"name": 0, "hamlet": 1, "lat": 3, "lon": 2}


def test_projected_metres_are_no_degrees():
    rows = [["Chủ hộ", "Khu", "X", "Y"]]
    rows += rows_of(NAMES, ["Khu 5"] * 5, [2326541.2] * 5, [382145.5] * 5)
    found = guess(rows)
    assert found.columns == {"name": 0, "hamlet": 1}
    assert found.unmapped == (2, 3)


def test_identity_numbers_are_ignored_by_header_and_by_content():
    papers = [f"02208800{number:04d}" for number in range(1, 6)]
    rows = [["Chủ hộ", "Khu", "Số CCCD", "Ngày cấp", "Số khác"]]
    rows += rows_of(NAMES, ["Khu 5"] * 5, papers, ["01/02/2021"] * 5, papers)
    found = guess(rows)
    assert found.columns == {"name": 0, "hamlet": 1}
    assert found.ignored == (2, 3, 4)
    assert found.unmapped == ()
    # A spreadsheet that took them for numbers dropped their zeros.
    numbers = [[*row[:4], int(row[4])] for row in rows[1:]]
    assert 4 in guess([rows[0], *numbers]).ignored


def test_no_header_at_all():
    rows = rows_of(
        [1, 2, 3, 4, 5], NAMES, ["Khu 5"] * 5, [f"021000000{n}" for n in range(5)],
        ["0912345678"] * 5, [f"Số {n} đường Trần Phú, Khu 5" for n in range(5)],
    )  # fmt: skip
    found = guess(rows)
    assert found.header_rows == ()
    assert found.first_data_row == 0
    assert found.columns == {"name": 1, "hamlet": 2, "code": 3, "phone": 4, "address": 5}
    assert found.column_name(3) == "D"
    assert max(found.certainty.values()) < 0.9


def test_odd_header_above_codes_and_a_header_that_its_cells_contradict():
    values = [f"021000000{n}" for n in range(5)]
    rows = [["Chủ hộ", "Khu", "Mã tra cứu"], *rows_of(NAMES, ["Khu 5"] * 5, values)]
    assert guess(rows).columns["code"] == 2
    rows = [["Chủ hộ", "Khu", "Mã ĐCS"], *rows_of(NAMES, ["Khu 5"] * 5, ["0912345678"] * 5)]
    found = guess(rows)
    assert found.columns["code"] == 2
    assert found.certainty[2] < 0.5


def test_a_known_header_is_not_overruled_by_its_cells():
    values = [f"021000000{n}" for n in range(5)]
    rows = [["Chủ hộ", "Khu", "Ghi chú"], *rows_of(NAMES, ["Khu 5"] * 5, values)]
    assert guess(rows).columns == {"name": 0, "hamlet": 1, "note": 2}


def test_names_cut_in_two():
    family, given = ["Nguyễn Văn"] * 5, ["An", "Bé", "Cầu", "Đức", "Én"]
    below = rows_of(family, given, ["Khu 5"] * 5)
    for header in (["Họ đệm", "Tên", "Khu"], ["Họ và tên chủ hộ", None, "Khu"]):
        assert guess([header, *below]).columns == {"name": 0, "given_name": 1, "hamlet": 2}


def test_of_two_columns_for_a_field_the_surer_is_taken():
    rows = [["Địa chỉ nơi ở hiện nay của hộ", "Địa chỉ", "Khu"], ["a", "b", "c"]]
    found = guess(rows)
    assert found.columns == {"address": 1, "hamlet": 2}
    assert found.unmapped == (0,)


def test_columns_that_mean_nothing_are_unmapped():
    header = ["Chủ hộ", "Khu", "Số nhân khẩu", None, None]
    found = guess([header, ["An Bé", "Khe Sú", 4, None, "có"]])
    assert found.unmapped == (2, 4)


def test_the_fingerprint_is_of_the_headers_and_not_of_the_rows():
    one = guess([HEADER, household(1)])
    same = guess([["Tiêu đề"], [head.upper() for head in HEADER], household(2), household(3)])
    other = guess([[*HEADER[:-1], "Ghi chú"], household(1)])
    assert one.fingerprint == same.fingerprint
    assert one.fingerprint != other.fingerprint


def test_a_person_corrects_columns_and_header():
    rows = [HEADER, household(1), household(2)]
    found = guess(rows, columns={"name": 1, "street": 2, "hamlet": 3, "code": 99})
    assert found.columns == {"name": 1, "street": 2, "hamlet": 3}
    assert found.unmapped == (0, 4, 5)
    assert found.certainty == {1: 1.0, 2: 1.0, 3: 1.0}
    assert found.fingerprint == guess(rows).fingerprint
    lower = guess([["x"], *rows], header_rows=[1])
    assert lower.header_rows == (1,)
    assert lower.first_data_row == 2


def test_identity_columns_stay_out_unless_they_are_chosen_for_a_field():
    rows = [["Chủ hộ", "Khu", "Mã định danh"], ["a", "b", "123456789012"]]
    assert guess(rows, columns={"name": 0}).ignored == (2,)
    assert guess(rows, columns={"identity": 2}).ignored == (2,)
    chosen = guess(rows, columns={"name": 0, "place_id": 2})
    assert chosen.ignored == ()
    assert chosen.columns["place_id"] == 2


@pytest.mark.parametrize(
    "rows",
    [[], [["DANH SÁCH"]], [["a", "b"], ["c", "d"]],
     [["STT", "Số hộ", "Thôn/Khu"], [1, 40, "Khu 5"]]],
)  # fmt: skip
def test_what_is_no_list(rows):
    assert not guess(rows).is_list


def test_the_kind_of_hamlet_is_said_by_a_header_that_names_one():
    assert hamlet_kind("Khu") == "Khu"
    assert hamlet_kind("Tổ dân phố") == "Tổ dân phố"
    assert hamlet_kind("Thôn/Khu") == ""
