import datetime as dt
import subprocess
import sys
import unicodedata

import openpyxl
import pytest

from exports.sheets import packed
from exports.sheets import read as reading
from exports.sheets.read import column_letters, read_sheet
from models.errors import UserError
from tests.exports.sheets import makers

ROWS = [["Họ tên", "Số"], ["Nguyễn Văn Ả", 7], ["Trần Thị Bé", 1.5]]
PLAIN = [tuple(row) for row in ROWS]


def code_of(path, **options):
    with pytest.raises(UserError) as caught:
        read_sheet(path, **options)
    return caught.value.code


@pytest.mark.parametrize("make", [makers.xlsx, makers.shared_xlsx, makers.xls])
def test_books_of_every_kind_give_the_same_rows(tmp_path, make):
    sheet = read_sheet(make(tmp_path / "a.bin", ROWS))
    assert sheet.rows == PLAIN
    assert type(sheet.rows[1][1]) is int
    assert sheet.first_row_number == 1


def test_row_numbers_and_columns_are_the_spreadsheets_own(tmp_path):
    book = openpyxl.Workbook()
    book.active["C5"] = "x"
    book.active["D8"] = "y"
    book.save(tmp_path / "a.xlsx")
    sheet = read_sheet(tmp_path / "a.xlsx")
    assert sheet.first_row_number == 5
    assert sheet.rows[0] == (None, None, "x", None)
    assert sheet.rows[3] == (None, None, None, "y")
    assert [column_letters(n) for n in (1, 26, 27, 703)] == ["A", "Z", "AA", "AAA"]


def test_cells_are_plain(tmp_path):
    book = openpyxl.Workbook()
    day = dt.date(2026, 1, 2)
    moment = dt.datetime.combine(day, dt.time(9, 30))
    row = ["  a\n ", "   ", day, moment, True, dt.time(8, 5), 12345678901, -3.0, 0.1]
    book.active.append([*row, "#REF!", "#N/A"])
    book.save(tmp_path / "a.xlsx")
    assert read_sheet(tmp_path / "a.xlsx").rows == [
        ("a", None, day, day, "TRUE", "08:05:00", 12345678901, -3, 0.1, "#REF!", "#N/A")
    ]


def test_first_visible_sheet_that_holds_something_is_read(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Ẩn"
    book.active["A1"] = "no"
    book.active.sheet_state = "hidden"
    book.create_sheet("Trống")
    book.create_sheet("Đây")["A1"] = "yes"
    book.create_sheet("Khác")["A1"] = "z"
    book.save(tmp_path / "a.xlsx")
    sheet = read_sheet(tmp_path / "a.xlsx")
    assert (sheet.name, sheet.rows, sheet.others) == ("Đây", [("yes",)], ("Trống", "Khác"))


def test_text_is_nfc_and_what_was_decomposed_is_told(tmp_path):
    nfd = unicodedata.normalize("NFD", "Nguyễn Thị Huệ")
    sheet = read_sheet(makers.xlsx(tmp_path / "a.xlsx", [[nfd]]))
    assert sheet.rows == [("Nguyễn Thị Huệ",)]
    assert sheet.decomposed == ((nfd, "Nguyễn Thị Huệ"),)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_delimited_text(tmp_path, encoding, delimiter):
    rows = [["Họ tên", "Địa chỉ"], ["Nguyễn Văn Ả", "Số 5"], ["Trần Bé", None]]
    path = makers.csv(tmp_path / "a.csv", rows, encoding=encoding, delimiter=delimiter)
    assert read_sheet(path).rows == [tuple(row) for row in rows]


def test_code_page_1258(tmp_path):
    text = "Họ tên,Địa chỉ\nNguyễn Văn Hùng,phường Quảng Yên\n"
    marks = "\u0300\u0309\u0303\u0301\u0323"
    coded = ""
    for letter in text:
        whole = unicodedata.normalize("NFD", letter)
        tones = [mark for mark in whole if mark in marks]
        rest = unicodedata.normalize("NFC", "".join(m for m in whole if m not in marks))
        coded += rest + "".join(tones)
    path = tmp_path / "a.csv"
    path.write_bytes(coded.encode("cp1258"))
    sheet = read_sheet(path)
    assert sheet.charset == "cp1258"
    assert sheet.rows == [("Họ tên", "Địa chỉ"), ("Nguyễn Văn Hùng", "phường Quảng Yên")]
    assert sheet.decomposed == ()


def test_old_single_byte_text_stays_for_its_own_conversion(tmp_path):
    text = "Hä tªn,§Þa chØ\nNguyÔn V¨n Hïng,ph­êng Qu¶ng Yªn\n"
    path = tmp_path / "a.csv"
    path.write_bytes(text.encode("cp1252"))
    sheet = read_sheet(path)
    assert sheet.charset == "cp1252"
    assert sheet.rows[1] == ("NguyÔn V¨n Hïng", "ph­êng Qu¶ng Yªn")


def test_quoted_newlines_blank_lines_and_row_numbers(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b'a,b\r\n"one\r\ntwo, three",2\r\n\r\n"x ""y""",3\r\n\r\n')
    sheet = read_sheet(path)
    assert sheet.rows == [("a", "b"), ("one\r\ntwo, three", "2"), (None, None), ('x "y"', "3")]


def test_an_apostrophe_before_a_formula_character_comes_off(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("'=1+1,'+84,''=x,'quoted,'-5\n")
    assert read_sheet(path).rows == [("=1+1", "+84", "'=x", "'quoted", "-5")]


def test_a_quote_that_never_closes(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('a,b\n1,"2\n' + "x,y\n" * 50_000)
    with pytest.raises(UserError) as caught:
        read_sheet(path)
    assert caught.value.code == "sheets.quote"
    assert caught.value.params["row"] == 2


def test_the_delimiter_is_said_by_excel_or_found_in_spite_of_commas(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("sep=;\na;b\n1,5;2,5\n")
    assert read_sheet(path).rows[1:] == [("a", "b"), ("1,5", "2,5")]
    path.write_text("ten;ghi chu\nA;mot, hai, ba\nB;bon, nam\nC;sau\n")
    assert read_sheet(path).rows[1] == ("A", "mot, hai, ba")


def test_one_column_is_a_table_too(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("ten\nA\nB\n")
    assert read_sheet(path).rows == [("ten",), ("A",), ("B",)]


def test_caps(tmp_path, monkeypatch):
    path = makers.csv(tmp_path / "a.csv", [["a", "b", "c"]] * 10)
    monkeypatch.setattr(reading, "MAX_ROWS", 9)
    assert code_of(path) == "sheets.too_many_rows"
    monkeypatch.setattr(reading, "MAX_ROWS", 10)
    monkeypatch.setattr(reading, "MAX_COLUMNS", 2)
    assert code_of(path) == "sheets.too_many_columns"
    monkeypatch.setattr(packed, "MAX_CELLS", 5)
    assert code_of(makers.xls(tmp_path / "b.xls", [["a", "b"]] * 5)) == "sheets.spread"


def test_sheets_without_anything(tmp_path):
    assert read_sheet(makers.xlsx(tmp_path / "a.xlsx", [])).rows == []
    path = tmp_path / "b.csv"
    path.write_text("\n\n")
    assert read_sheet(path).rows == []


def test_numbers_that_are_none_stay_text_or_floats(tmp_path):
    parts = makers.parts_of(makers.xlsx(tmp_path / "a.xlsx", [[1]]))
    name = "xl/worksheets/sheet1.xml"
    for text, value in ((b"NaN", "nan"), (b"inf", "inf"), (b"1e300", 1e300)):
        changed = parts | {name: parts[name].replace(b"<v>1</v>", b"<v>" + text + b"</v>")}
        assert read_sheet(makers.zipped(tmp_path / "b.xlsx", changed)).rows == [(value,)]


def test_a_panic_of_the_library_is_a_sentence_and_other_interrupts_pass(tmp_path, monkeypatch):
    import python_calamine

    class PanicException(BaseException):
        pass

    def raising(error):
        def fail(*_args):
            raise error

        return type("Book", (), {"from_filelike": staticmethod(fail)})

    path = makers.xlsx(tmp_path / "a.xlsx", [["a"]])
    monkeypatch.setattr(python_calamine, "CalamineWorkbook", raising(PanicException()))
    assert code_of(path) == "sheets.damaged"
    monkeypatch.setattr(python_calamine, "CalamineWorkbook", raising(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        read_sheet(path)


def test_libraries_are_loaded_on_use_only():
    names = ["read", "slips", "slips_out", "spss", "legacy"]
    code = "import sys\n" + "".join(f"import exports.sheets.{name}\n" for name in names)
    code += "heavy = {'pandas', 'numpy', 'xlsxwriter', 'python_calamine', 'PySide6'}\n"
    code += "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert result.returncode == 0, result.stderr
