import csv
import datetime as dt
import hashlib
import unicodedata

import openpyxl
import pytest

from exports.sheets import packed, read
from exports.sheets.household_lists import open_list, read_list
from exports.sheets.household_records import Unsettled
from models.errors import KnownError, UserError
from models.sentences.catalog import say
from tests.exports.sheets import makers
from tests.exports.sheets.household_case import HEADER, codes, context, household

ROWS = [HEADER, household(1), household(2), household(3)]


def book(path, sheets, *, hidden=()):
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if name in hidden:
            sheet.sheet_state = "hidden"
    made.save(path)
    return path


def load(path, **given):
    return read_list(open_list(path), context(**given))


@pytest.mark.parametrize("make", [makers.xlsx, makers.shared_xlsx, makers.xls, makers.csv])
def test_all_formats_give_the_same_households(tmp_path, make):
    found = load(make(tmp_path / "a.bin", ROWS))
    assert found.problems == ()
    assert [row.fields["code"] for row in found.rows] == [
        "0210000001", "0210000002", "0210000003",
    ]  # fmt: skip
    assert [row.row for row in found.rows] == [2, 3, 4]
    assert found.rows[0].fields["name"] == "Nguyễn Văn A"


def test_the_digest_is_of_the_bytes(tmp_path):
    path = makers.csv(tmp_path / "a.csv", ROWS)
    assert open_list(path).digest == hashlib.blake2b(path.read_bytes(), digest_size=32).hexdigest()


def test_a_sheet_for_each_hamlet(tmp_path):
    def bare(*numbers):
        return [HEADER, *(household(n, **{"Thôn/Khu": None}) for n in numbers)]

    sheets = {"Khu 1": bare(1, 2), "KHU 02": bare(3), "Hướng dẫn": [["Nhập từng khu một trang"]],
              "Tổng hợp": [["STT", "Thôn/Khu", "Số hộ"], [1, "Khu 1", 2]],
              "Trống": [], "Ẩn": bare(4)}  # fmt: skip
    path = book(tmp_path / "a.xlsx", sheets, hidden=["Ẩn"])
    found = load(path)
    assert [(row.hamlet, row.row) for row in found.rows] == [
        ("Khu 1", 2), ("Khu 1", 3), ("Khu 2", 2),
    ]  # fmt: skip
    assert found.problems == ()
    assert [(note.code, note.params["sheet"]) for note in found.notes] == [
        ("households.sheet_not_read", "Hướng dẫn"), ("households.sheet_not_read", "Tổng hợp"),
        ("households.sheet_hidden", "Ẩn"),
    ]  # fmt: skip


def test_what_stands_twice_on_two_sheets_is_told_with_its_sheet(tmp_path):
    twin = household(2, **{"Mã địa chỉ số": "0210000001"})
    sheets = {"Khu 1": [HEADER, household(1)], "Khu 2": [HEADER, twin, household(3)]}
    found = load(book(tmp_path / "a.xlsx", sheets))
    assert [(p.sheet, p.row, p.params["sheet"], p.params["other"]) for p in found.problems] == [
        ("Khu 1", 2, "Khu 2", 2), ("Khu 2", 2, "Khu 1", 2),
    ]  # fmt: skip
    assert "“Khu 2”" in say(found.problems[0])
    assert (len(found.rows), found.rejected) == (1, 2)


def test_one_sheet_decides_the_map_for_all_and_what_waits_is_summed(tmp_path):
    def of(number, *units):
        rows = [[*household(number + n), unit] for n, unit in enumerate(units)]
        return [[*HEADER, "Phường"], *rows]

    sheets = {"a": of(1, "Vàng Danh", "Trưng Vương"), "b": of(3, "Bắc Sơn", "Trưng Vương")}
    found = load(book(tmp_path / "a.xlsx", sheets))
    assert [row.fields["old_unit"] for row in found.rows] == ["06808", "06814"]
    assert found.unsettled == (Unsettled("06820", "Khu 5", ("06811", "06820"), 2),)
    assert found.waiting == 2


def test_a_corrected_mapping_holds_for_the_same_layout_alone(tmp_path):
    header = ["Số hiệu", "Ai", "Khu", "Chủ hộ"]
    rows = [header, ["1", "Nguyễn Văn An", "Khu 5", "x"]]
    path = makers.xlsx(tmp_path / "a.xlsx", rows)
    file = open_list(path)
    layout = file.sources[0].layout
    assert layout.columns["name"] == 3
    corrected = file.with_columns(layout.fingerprint, {"name": 1, "hamlet": 2})
    assert read_list(corrected, context()).rows[0].fields["name"] == "Nguyễn Văn An"
    later = makers.xlsx(tmp_path / "b.xlsx", [["Danh sách mới"], *rows, rows[1]])
    again = open_list(later)
    same = again.with_columns(layout.fingerprint, {"name": 1, "hamlet": 2})
    assert same.sources[0].layout.columns == {"name": 1, "hamlet": 2}
    assert again.with_columns("other", {"name": 1}).sources[0].layout.columns["name"] == 3


def encoded(encode, *, header=True):
    rows = [HEADER] if not header else [[encode(text) for text in HEADER]]
    names = ["Nguyễn Văn Thắng", "Trần Thị Hường", "Đặng Hữu Phước", "Vũ Thị Ngọc Ánh"]
    for number, name in enumerate(names, 1):
        row = household(number, **{"Họ và tên chủ hộ": name, "Thôn/Khu": "Thôn Khe Sú"})
        rows.append([encode(cell) if isinstance(cell, str) else cell for cell in row])
    return rows


@pytest.mark.parametrize("header", [True, False])
@pytest.mark.parametrize(
    ("encode", "encoding"),
    [
        (makers.to_tcvn3, "tcvn3"),
        (makers.to_vni, "vni"),
        (lambda text: unicodedata.normalize("NFD", text), "nfd"),
    ],
)
def test_old_text_is_recognised_converted_and_previewed(tmp_path, encode, encoding, header):
    found = load(makers.shared_xlsx(tmp_path / "a.xlsx", encoded(encode, header=header)))
    assert found.problems == ()
    assert [row.fields["name"] for row in found.rows] == [
        "Nguyễn Văn Thắng", "Trần Thị Hường", "Đặng Hữu Phước", "Vũ Thị Ngọc Ánh",
    ]  # fmt: skip
    assert found.rows[0].hamlet == "Thôn Khe Sú"
    preview = found.sheets[0].preview
    assert preview.encoding == encoding
    assert 0 < len(preview.samples) <= 5
    assert all(before != after for before, after in preview.samples)


def test_old_text_beyond_the_first_rows_is_converted_too(tmp_path):
    rows = encoded(makers.to_tcvn3, header=False)
    many = [rows[0], *(rows[1 + n % 4] for n in range(200))]
    file = open_list(makers.shared_xlsx(tmp_path / "a.xlsx", many))
    names = {row[1] for row in file.sources[0].sheet.rows[1:]}
    # The encoding has no capital with a tone; only names get theirs back, when they are read.
    assert names == {"Nguyễn Văn Thắng", "Trần Thị Hường", "Đặng Hữu Phước", "Vũ Thị Ngọc ánh"}


def test_unicode_is_left_alone(tmp_path):
    found = load(makers.xlsx(tmp_path / "a.xlsx", ROWS))
    assert (found.sheets[0].preview.encoding, found.sheets[0].preview.samples) == ("unicode", ())


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([], "sheets.empty"),
        ([["DANH SÁCH HỘ DÂN"], ["KHU 5"]], "households.no_header"),
        ([["a", "b"], ["c", "d"]], "households.no_header"),
        ([["Câu hỏi", "Trả lời"], ["Vui?", "Có"]], "households.no_header"),
        ([HEADER], "households.header_only"),
    ],
)
def test_tables_that_are_no_list_say_so_and_give_nothing(tmp_path, rows, code):
    found = load(makers.xlsx(tmp_path / "a.xlsx", rows, title="Trang"))
    assert codes(found.problems) == [code]
    assert found.problems[0].sheet == "Trang"
    assert say(found.problems[0])
    assert found.rows == ()


def test_a_table_without_a_header_may_still_be_mapped_by_hand(tmp_path):
    path = makers.xlsx(tmp_path / "a.xlsx", [["q", "An Bé", "w"], ["z", "Lê Cầu", "v"]])
    file = open_list(path)
    assert codes(file.problems) == ["households.no_header"]
    mapped = file.with_columns(file.sources[0].layout.fingerprint, {"name": 1})
    found = read_list(mapped, context(hamlet="Khu 5"))
    assert [row.fields["name"] for row in found.rows] == ["An Bé", "Lê Cầu"]


PEOPLE = [
    [f"Nguyễn Văn {name}", f"Số {n} đường Trần Phú", "Khu 5"]
    for n, name in enumerate(["An", "Bình", "Chi", "Dũng"], 1)
]


def test_a_header_of_unknown_names_is_no_household(tmp_path):
    path = makers.xlsx(tmp_path / "a.xlsx", [["Ai", "Nơi nào", "Chốn"], *PEOPLE], title="Trang")
    found = load(path)
    assert [row.fields["name"] for row in found.rows] == [row[0] for row in PEOPLE]
    assert [(n.code, n.sheet, n.row) for n in found.notes] == [
        ("households.header_guessed", "Trang", 1)
    ]
    file = open_list(path)
    assert file.sources[0].layout.column_name(1) == "Nơi nào"
    assert max(file.sources[0].layout.certainty.values()) < 0.9


def test_a_list_without_any_header_loses_no_household_and_says_so(tmp_path):
    found = load(makers.xlsx(tmp_path / "a.xlsx", PEOPLE, title="Trang"))
    assert len(found.rows) == len(PEOPLE)
    assert [(n.code, n.sheet, n.row) for n in found.notes] == [
        ("households.header_missing", "Trang", 1)
    ]


def test_an_unknown_header_above_what_cannot_be_judged_is_mapped_by_hand(tmp_path):
    rows = [["Ai", "Nơi nào"], ["Xyz", "A 12"], ["Zyx", "B 7"]]
    file = open_list(makers.xlsx(tmp_path / "a.xlsx", rows))
    assert codes(file.problems) == ["households.no_header"]
    mapped = file.with_columns(file.sources[0].layout.fingerprint, {"name": 0, "address": 1})
    found = read_list(mapped, context(hamlet="Khu 5"))
    assert [row.fields["name"] for row in found.rows] == ["Xyz", "Zyx"]


def locked(path):
    from msoffcrypto.format.ooxml import OOXMLFile

    plain = makers.xlsx(path.with_suffix(".plain"), ROWS)
    with plain.open("rb") as source, path.open("wb") as target:
        OOXMLFile(source).encrypt("matkhau", target)
    return path


def truncated(path):
    whole = makers.xlsx(path, ROWS).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return path


def written(content):
    def make(path):
        path.write_bytes(content)
        return path

    return make


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (locked, "sheets.password"), (truncated, "sheets.damaged"),
        (lambda path: makers.bomb(path, 400 << 20), "sheets.bomb"),
        (written(b""), "sheets.empty_file"), (written(b"%PDF-1.7 x"), "sheets.not_a_table"),
        (written(b"<html><table></table></html>"), "sheets.web_page"),
        (written(bytes(range(256)) * 20), "sheets.not_text"), (lambda path: path, "sheets.missing"),
    ],
)  # fmt: skip
def test_files_that_are_no_table_are_refused_in_a_sentence(tmp_path, make, code):
    with pytest.raises((UserError, KnownError)) as refused:
        open_list(make(tmp_path / "a.xlsx"))
    assert refused.value.code == code
    assert "a.xlsx" in say(refused.value)


def test_two_hundred_thousand_households_are_read(tmp_path):
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["Chủ hộ", "Thôn/Khu", "Mã ĐCS", "Số nhà"])
        out.writerows(
            ["Nguyễn Văn An", f"Khu {n % 90}", f"{2_100_000_000 + n}", n] for n in range(200_000)
        )
    found = load(path)
    assert (len(found.rows), found.problems) == (200_000, ())
    assert found.rows[-1].row == 200_001


def test_more_rows_than_are_read_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(read, "MAX_ROWS", 3)
    with pytest.raises(UserError) as refused:
        open_list(makers.csv(tmp_path / "a.csv", ROWS))
    assert refused.value.code == "sheets.too_many_rows"
    monkeypatch.setattr(packed, "MAX_ROWS", 3)
    with pytest.raises(UserError):
        open_list(makers.xlsx(tmp_path / "a.xlsx", ROWS))


def tabbed(path, rows):
    return makers.csv(path, rows, delimiter="\t")


def platform_list():
    """As the platform gives it: English-like ids, coordinates in one column, codes as numbers."""
    return [
        ["Mã địa chỉ số", "Địa chỉ đầy đủ", "Tọa độ GPS", "Chủ sở hữu"],
        [210000001, "Số 5, Khu 3, phường Bắc Sơn, thành phố Uông Bí", "21.03, 106.77", "Lê An"],
        [210000002, "Số 6, Khu 3, phường Bắc Sơn, thành phố Uông Bí", None, "Lê Bé"],
    ]


def hamlet_book():
    """As a hamlet's head keeps it: title, names cut in two, phone numbers without their zero."""
    return [
        ["UBND PHƯỜNG VÀNG DANH"], ["KHU 7"], ["Danh sách các hộ trong khu năm 2026"], [],
        ["TT", "Họ và tên", None, "Năm sinh", "Số nhà", "ĐT"],
        [1, "Nguyễn Văn", "An", 1960, "12A", 912345678],
        [2, "Trần Thị", "Bé", 1971, dt.date(2026, 3, 12), None],
        [3, "Lê Hữu", "Cầu", 1980, 7, "0203 3854 321"],
        ["Tổng cộng: 3 hộ"], [None, None, None, "Người lập"],
    ]  # fmt: skip


def plate_list():
    """As the plates' installer returns it: group headers, ticks, a column of both answers."""
    return [
        ["STT", "Thông tin hộ gia đình", None, None, "Kết quả gắn biển", None],
        [None, "Mã hộ", "Họ tên chủ hộ", "Khu phố", "Đã gắn", "Ngày gắn"],
        [1, "H01", "Nguyễn Văn An", 1, "x", "05/10/2026"],
        [2, "H02", "Trần Thị Bé", 1, None, None],
    ]


def unmarked_list():
    """Typed on a machine without Vietnamese letters."""
    return [
        ["STT", "HO VA TEN CHU HO", "DIA CHI", "THON", "SDT", "GHI CHU"],
        ["1", "Nguyen Van An", "So 5", "Khe Su", "0912345678", "nha trong"],
    ]


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (platform_list, [("Khu 3", {"code": "0210000001", "old_unit": "06814", "unit": "06820"}),
                         ("Khu 3", {"code": "0210000002", "place": None, "name": "Lê Bé"})]),
        (hamlet_book, [("Khu 7", {"name": "Nguyễn Văn An", "phone": "0912345678"}),
                       ("Khu 7", {"name": "Trần Thị Bé", "house_number": "12/3"}),
                       ("Khu 7", {"house_number": "7", "phone": "02033854321"})]),
        (plate_list, [("Khu phố 1", {"has_plate": True, "plate_on": "2026-10-05",
                                     "list_code": "H01"}),
                      ("Khu phố 1", {"has_plate": False, "plate_on": None})]),
        (unmarked_list, [("Khe Su", {"name": "Nguyen Van An", "address": "So 5"})]),
    ],
    ids=["platform", "hamlet", "plates", "unmarked"],
)  # fmt: skip
@pytest.mark.parametrize("make", [makers.xlsx, tabbed])
def test_lists_as_they_come(tmp_path, make, rows, wanted):
    table = rows()
    width = max(map(len, table))
    path = make(tmp_path / "a.bin", [[*row, *[None] * (width - len(row))] for row in table])
    found = load(path)
    assert found.problems == ()
    assert len(found.rows) == len(wanted)
    for row, (hamlet, fields) in zip(found.rows, wanted, strict=True):
        assert row.hamlet == hamlet
        assert {name: row.fields[name] for name in fields} == fields
