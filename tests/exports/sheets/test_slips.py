import datetime as dt
import hashlib
import unicodedata

import pytest

from exports.sheets.slips import Defaults, Known, read_slips
from models.sentences.catalog import say
from tests.exports.sheets import makers
from tests.exports.sheets.makers import HEADER, ROW, TODAY, csv, xls, xlsx

KNOWN = Known(
    channels={"paper": "Phiếu giấy", "kiosk": "Màn hình"},
    reasons={"tay_xoa": "Tẩy xóa, không đọc được"},
)


def load(path, **options):
    options = {"units": makers.units, "today": TODAY, "known": KNOWN} | options
    sheet = read_slips(path, makers.form(), **options)
    for problem in (*sheet.problems, *sheet.notes):
        for language in ("vi", "en"):
            assert "{" not in say(problem, language)
    return sheet


def codes(problems):
    return [(problem.code, problem.row, problem.column) for problem in problems]


def with_cell(header, value):
    """A file's rows in which one cell of the only slip is another."""
    columns = [*HEADER] if header in HEADER else [*HEADER, header]
    row = [*ROW, None][: len(columns)]
    row[columns.index(header)] = value
    return [columns, row]


def only(path, **options):
    sheet = load(path, **options)
    assert not sheet.problems
    (row,) = sheet.rows
    return row


def test_a_good_file(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", [HEADER, ROW])
    sheet = load(path)
    (row,) = sheet.rows
    assert (row.row, row.unit, row.collected_on) == (2, "06811", dt.date(2026, 10, 5))
    assert (row.number, row.channel, row.status, row.reason) == ("1", "paper", "valid", None)
    assert (row.note, row.dossier) == ("", None)
    assert row.answers == {"cong_khai": "rat_tot", "thoi_gian": "dung"}
    assert sheet.problems == ()
    assert sheet.rejected == 0
    assert sheet.digest == hashlib.blake2b(path.read_bytes(), digest_size=32).hexdigest()
    absent = [note.column for note in sheet.notes if note.code == "sheets.question_absent"]
    assert absent == ["kenh_biet", "so_lan", "so_gio", "ngay_hen", "gio_den", "gop_y"]


@pytest.mark.parametrize(
    "header",
    [
        ["don_vi", "ngay", "so_phieu", "hop_le", "ly_do", "cong_khai", "thoi_gian"],
        ["unit", "date", "number", "status", "reason", "cong_khai", "thoi_gian"],
        ["ĐƠN VỊ", "Ngày", "Số phiếu:", "Tình trạng", "Lý do",
         "1. Việc công khai thủ tục hành chính", "Câu 2: thời gian giải quyết hồ sơ"],
    ],
)  # fmt: skip
def test_headers_in_vietnamese_or_code_in_any_order(tmp_path, header):
    order = [6, 3, 0, 5, 1, 2, 4]
    rows = [[line[place] for place in order] for line in (header, ROW)]
    row = only(xlsx(tmp_path / "a.xlsx", rows))
    assert row.answers == {"cong_khai": "rat_tot", "thoi_gian": "dung"}
    assert row.unit == "06811"


def test_title_rows_above_the_header(tmp_path):
    titles = [["UBND PHƯỜNG UÔNG BÍ"], [], ["Ngày", None, "tổng hợp"], ["Tháng 10 năm 2026"], []]
    row = only(xlsx(tmp_path / "a.xlsx", [*titles, HEADER, [], ROW]))
    assert row.row == 8


@pytest.mark.parametrize("value", ["rat_tot", "Rất tốt", "RAT TOT", " rất  tốt. ", "1", 1])
def test_options_by_code_label_or_digit(tmp_path, value):
    row = only(xlsx(tmp_path / "a.xlsx", with_cell("cong_khai", value)))
    assert row.answers["cong_khai"] == "rat_tot"


@pytest.mark.parametrize(
    ("value", "answer"),
    [("web hoi", ("web", "hoi")), ("1;3", ("web", "hoi")), ("1 2", ("web", "bang")), (2, ("bang",)),
     ("Hỏi cán bộ, Cổng dịch vụ công", ("hoi", "web")), ("Bảng niêm yết", ("bang",))],
)  # fmt: skip
def test_several_options(tmp_path, value, answer):
    assert (
        only(xlsx(tmp_path / "a.xlsx", with_cell("kenh_biet", value))).answers["kenh_biet"]
        == answer
    )


@pytest.mark.parametrize(
    ("column", "value", "answer"),
    [("so_lan", 3, "3"), ("so_lan", "1.234", "1234"), ("so_gio", "1,5", "1.5"), ("so_gio", 0.25,
     "0.25"), ("ngay_hen", "01/11/2026", "2026-11-01"), ("gio_den", "8:05", "08:05"),
     ("gio_den", dt.time(14, 30), "14:30"), ("gop_y", "Tốt", "Tốt"), ("gop_y", 12, "12")],
)  # fmt: skip
def test_other_kinds_of_questions(tmp_path, column, value, answer):
    assert only(xlsx(tmp_path / "a.xlsx", with_cell(column, value))).answers[column] == answer


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("cong_khai", "tuyệt vời", "sheets.option_unknown"),
        ("cong_khai", "4", "sheets.option_unknown"),
        ("cong_khai", "1,2", "sheets.option_unknown"),
        ("kenh_biet", "web xyz", "sheets.option_unknown"),
        ("cong_khai", "#REF!", "sheets.error_cell"),
        ("Mã đơn vị", "#N/A", "sheets.error_cell"),
        ("Mã đơn vị", "99999", "sheets.unit_unknown"),
        ("Mã đơn vị", "Vàng Danh", "sheets.unit_ambiguous"),
        ("Mã đơn vị", None, "sheets.blank"),
        ("Ngày thu phiếu", None, "sheets.blank"),
        ("Ngày thu phiếu", "31/02/2026", "sheets.date_impossible"),
        ("Ngày thu phiếu", "10/13/2026", "sheets.date_impossible"),
        ("Ngày thu phiếu", "5/10/26", "sheets.date_unreadable"),
        ("Ngày thu phiếu", 46300, "sheets.date_unreadable"),
        ("Ngày thu phiếu", "21/11/2026", "sheets.date_future"),
        ("Ngày thu phiếu", "05/10/1926", "sheets.date_old"),
        ("Hợp lệ", "có lẽ", "sheets.status_unknown"),
        ("Hợp lệ", "Không hợp lệ", "sheets.reason_missing"),
        ("Lý do", "Tẩy xóa", "sheets.reason_of_valid"),
        ("Kênh", "bồ câu", "sheets.option_unknown"),
        ("so_lan", "ba", "sheets.not_a_number"),
        ("so_lan", 1.5, "sheets.not_whole"),
        ("so_gio", "nan", "sheets.not_a_number"),
        ("gio_den", "25:00", "sheets.time_unreadable"),
        ("ngay_hen", "mai", "sheets.date_unreadable"),
    ],
)
def test_each_wrong_cell_has_its_row_and_column(tmp_path, column, value, code):
    sheet = load(xlsx(tmp_path / "a.xlsx", with_cell(column, value)))
    where = {"sheets.reason_missing": "Lý do"}.get(code, column)
    assert (code, 2, where) in codes(sheet.problems)
    assert sheet.rows == ()
    assert sheet.rejected == 1


def test_an_unknown_option_is_shown_short_with_what_is_allowed(tmp_path):
    sheet = load(xlsx(tmp_path / "a.xlsx", with_cell("cong_khai", "rất " * 30)))
    (problem,) = sheet.problems
    assert len(problem.params["value"]) == 40
    assert problem.params["allowed"] == (
        "1 = Rất tốt; 2 = Đáp ứng yêu cầu; 3 = Chưa đáp ứng yêu cầu"
    )


MOMENT = dt.datetime.combine(dt.date(2026, 10, 5), dt.time(8))


@pytest.mark.parametrize(
    "value",
    ["05/10/2026", "5.10.2026", "05-10-2026", "2026-10-05", "05/10/2026 08:15", MOMENT],
)
def test_dates_are_day_before_month(tmp_path, value):
    row = only(xlsx(tmp_path / "a.xlsx", with_cell("Ngày thu phiếu", value)))
    assert row.collected_on == dt.date(2026, 10, 5)


def test_a_unit_by_name_or_without_its_zero(tmp_path):
    for value in ("Phường Uông Bí", 6811):
        row = only(xlsx(tmp_path / "a.xlsx", with_cell("Mã đơn vị", value)))
        assert row.unit == "06811"


def test_good_rows_stay_beside_bad_ones(tmp_path):
    bad = [*ROW]
    bad[2], bad[5] = "2", "xấu"
    third = [*ROW]
    third[2] = "3"
    sheet = load(xlsx(tmp_path / "a.xlsx", [HEADER, ROW, bad, third]))
    assert [row.row for row in sheet.rows] == [2, 4]
    assert sheet.rejected == 1


def test_invalid_slips_and_their_reasons(tmp_path):
    header = [*HEADER, "Không hợp lệ"]
    rows = [
        ["06811", "01/10/2026", "1", "Không hợp lệ", "tẩy xóa, không đọc được", None, None, None],
        ["06811", "01/10/2026", "2", None, "Bỏ trống", "1", None, None],
        ["06811", "01/10/2026", "3", None, "tay_xoa", None, None, "x"],
        ["06811", "01/10/2026", "4", "Hợp lệ", "tay_xoa", None, None, "x"],
        ["06811", "01/10/2026", "5", None, None, "1", None, None],
    ]
    sheet = load(xlsx(tmp_path / "a.xlsx", [header, *rows]))
    assert [(row.status, row.reason) for row in sheet.rows] == [
        ("invalid", "tay_xoa"), ("invalid", "Bỏ trống"), ("invalid", "tay_xoa"), ("valid", None),
    ]  # fmt: skip
    assert codes(sheet.problems) == [("sheets.status_contradicts", 5, "Không hợp lệ")]


def test_duplicates_inside_the_file(tmp_path):
    header = ["unit", "date", "number", "dossier", "status", "cong_khai", "reason"]
    first, second = "H15.50.05.13-261008-0975", "H15.50.05.13-261008-0976"
    rows = [
        ["06811", "01/10/2026", "0012", first, None, "1", None],
        ["06811", "31/10/2026", "12", None, None, "1", None],
        ["06811", "01/11/2026", "12", None, None, "1", None],
        ["06820", "01/10/2026", "12", None, None, "1", None],
        ["06820", "02/10/2026", "13", first.lower(), None, "1", None],
        ["06820", "02/10/2026", "14", second, None, "1", None],
        ["06820", "02/10/2026", "15", second, "invalid", None, "mờ"],
    ]
    sheet = load(csv(tmp_path / "a.csv", [header, *rows]))
    assert [row.row for row in sheet.rows] == [2, 4, 5, 7, 8]
    assert codes(sheet.problems) == [
        ("sheets.number_twice", 3, "number"), ("sheets.dossier_twice", 6, "dossier"),
    ]  # fmt: skip
    assert sheet.problems[0].params["first"] == 2
    assert "H15.50" not in "".join(note.code for note in sheet.notes)


def test_an_odd_dossier_code_is_only_a_note(tmp_path):
    sheet = load(xlsx(tmp_path / "a.xlsx", with_cell("Mã hồ sơ", "HS 12/2026")))
    assert sheet.rows[0].dossier == "HS 12/2026"
    assert ("sheets.dossier_odd", 2, "Mã hồ sơ") in codes(sheet.notes)
    sheet = load(xlsx(tmp_path / "b.xlsx", with_cell("Mã hồ sơ", "H15.50.05.13-261008-0975")))
    assert "sheets.dossier_odd" not in [note.code for note in sheet.notes]


def test_missing_columns_are_problems_unless_given(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", [["cong_khai", "thoi_gian"], ["1", "2"]])
    assert codes(load(path).problems) == [
        ("sheets.column_missing", 1, "Mã đơn vị"), ("sheets.column_missing", 1, "Ngày thu phiếu"),
    ]  # fmt: skip
    assert load(path).rows == ()
    given = Defaults(unit="06820", collected_on=dt.date(2026, 9, 1), channel="kiosk")
    row = only(path, defaults=given)
    assert (row.unit, row.collected_on, row.channel) == ("06820", dt.date(2026, 9, 1), "kiosk")


def test_no_question_columns(tmp_path):
    sheet = load(xlsx(tmp_path / "a.xlsx", [HEADER[:4], ROW[:4]]))
    assert codes(sheet.problems) == [("sheets.no_questions", 1, None)]


def test_unknown_columns_are_named_and_misspelt_ones_stop(tmp_path):
    rows = [[*HEADER, "Người nhập", None], [*ROW, "Lan", "lạc"]]
    sheet = load(xlsx(tmp_path / "a.xlsx", rows))
    assert ("sheets.column_not_read", 1, "Người nhập") in codes(sheet.notes)
    assert ("sheets.no_header_above", 2, "I") in codes(sheet.notes)
    assert len(sheet.rows) == 1
    for misspelt in ("so_lann", "Số lần đi lạ"):
        sheet = load(xlsx(tmp_path / "b.xlsx", [[*HEADER, misspelt], [*ROW, 2]]))
        assert codes(sheet.problems) == [("sheets.column_misspelt", 1, misspelt)]
        assert sheet.rows == ()


def test_two_columns_of_one_meaning(tmp_path):
    sheet = load(xlsx(tmp_path / "a.xlsx", [[*HEADER, "CONG_KHAI"], [*ROW, "3"]]))
    assert codes(sheet.problems) == [("sheets.column_twice", 1, "CONG_KHAI")]


def test_empty_header_only_and_no_header(tmp_path):
    assert codes(load(xlsx(tmp_path / "a.xlsx", [])).problems) == [("sheets.empty", None, None)]
    only_header = load(xlsx(tmp_path / "b.xlsx", [HEADER]))
    assert codes(only_header.problems) == [("sheets.header_only", 1, None)]
    nothing = load(xlsx(tmp_path / "c.xlsx", [["a", "b"], [1, 2]]))
    assert codes(nothing.problems) == [("sheets.no_header", None, None)]


def test_rows_without_answers(tmp_path):
    blank = ["06811", "01/10/2026", None, None, None, None, None]
    sheet = load(xlsx(tmp_path / "a.xlsx", [HEADER, blank]))
    assert codes(sheet.problems) == [("sheets.no_answers", 2, None)]
    kept = ["06811", "01/10/2026", "7", "Hợp lệ", None, None, None]
    sheet = load(xlsx(tmp_path / "b.xlsx", [HEADER, kept]))
    assert sheet.rows[0].answers == {}
    assert ("sheets.all_blank", 2, None) in codes(sheet.notes)


def test_other_sheets_are_named(tmp_path):
    sheet = load(xlsx(tmp_path / "a.xlsx", [HEADER, ROW], more=["Tháng 9", "Giải thích"]))
    assert [note.sheet for note in sheet.notes if note.code == "sheets.sheet_not_read"] == [
        "Tháng 9"
    ]


LABELS = ["Đơn vị", "Ngày thu phiếu", "Số phiếu", "Hợp lệ", "Lý do",
          "Việc công khai thủ tục hành chính", "Thời gian giải quyết hồ sơ"]  # fmt: skip
SAID = ["Phường Uông Bí", "05/10/2026", "1", "Không hợp lệ", "Để trống nhiều câu",
        "Đáp ứng yêu cầu", "Trước ngày hẹn trả kết quả"]  # fmt: skip


@pytest.mark.parametrize(
    ("encoding", "encode"),
    [("nfd", lambda text: unicodedata.normalize("NFD", text)), ("tcvn3", makers.to_tcvn3),
     ("vni", makers.to_vni)],
)  # fmt: skip
@pytest.mark.parametrize("make", [xlsx, xls])
@pytest.mark.parametrize("header_too", [True, False])
def test_old_text_is_recognised_converted_and_shown(tmp_path, encoding, encode, make, header_too):
    header = [encode(text) for text in LABELS] if header_too else LABELS
    sheet = load(make(tmp_path / "a.x", [header, [encode(text) for text in SAID]]))
    assert not sheet.problems
    (row,) = sheet.rows
    assert row.unit == "06811"
    assert row.reason == "Để trống nhiều câu"
    assert row.answers == {"cong_khai": "dap_ung", "thoi_gian": "truoc"}
    assert sheet.preview.encoding == encoding
    assert all(before != after for before, after in sheet.preview.samples)
    assert sheet.preview.samples
    assert "sheets.converted" in [note.code for note in sheet.notes]


def test_old_text_in_a_single_byte_csv(tmp_path):
    rows = [[makers.to_tcvn3(text) for text in line] for line in (LABELS, SAID)]
    sheet = load(csv(tmp_path / "a.csv", rows, encoding="latin-1"))
    assert not sheet.problems
    assert sheet.rows[0].reason == "Để trống nhiều câu"
    assert sheet.preview.encoding == "tcvn3"
