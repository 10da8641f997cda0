import openpyxl
import pytest

from exports.sheets.household_lists import open_list, read_list
from exports.sheets.household_problems import write_list_problems
from exports.sheets.read import read_sheets
from models.errors import Problem, UserError
from tests.exports.sheets import makers
from tests.exports.sheets.household_case import HEADER, context, household
from tests.exports.sheets.test_household_lists import book

BAD = household(1, **{"Mã địa chỉ số": "12", "Địa chỉ": '=HYPERLINK("http://x")'})


def write(tmp_path, path, **more):
    file = open_list(path)
    found = read_list(file, context())
    out = tmp_path / "loi.xlsx"
    count = write_list_problems(out, file, found.problems, **more)
    return count, found, out


def test_each_problem_stands_with_its_place_its_remedy_and_its_row(tmp_path):
    rows = [["Danh sách"], [*HEADER, "Số CCCD"], [*household(2), "022088001234"],
            [*BAD, "022088005678"]]  # fmt: skip
    count, _, out = write(tmp_path, makers.xls(tmp_path / "a.xls", rows))
    assert count == 1
    header, line = read_sheets(out)[0].rows
    assert header == ("Trang tính", "Dòng", "Cột", "Đang ghi", "Việc cần làm", *HEADER)
    assert line[:4] == ("Phiếu", 4, "Mã địa chỉ số", "12")
    assert "10 chữ số" in line[4]
    assert line[5:] == tuple(BAD)
    assert b"022088005678" not in out.read_bytes()


def test_notes_follow_on_sheets_of_their_own(tmp_path):
    file = open_list(makers.xls(tmp_path / "a.xls", [HEADER, BAD, household(2)]))
    problems = read_list(file, context()).problems
    notes = [Problem("households.rows_may_be_one", row=3, sheet="Phiếu",
                     params={"other": 2, "sheet": "Phiếu", "name": "An"})]  # fmt: skip
    out = tmp_path / "loi.xlsx"
    assert len(problems) == 1
    assert write_list_problems(out, file, problems, notes=notes) == 2
    found, noted = read_sheets(out)
    assert (found.name, noted.name) == ("Lỗi", "Lưu ý")
    assert noted.rows[1][1] == 3
    assert noted.rows[1][5:] == tuple(household(2))
    write_list_problems(out, file, [], notes=notes)
    assert [sheet.name for sheet in read_sheets(out)] == ["Lưu ý"]


def test_of_an_erased_household_nothing_is_written_but_that(tmp_path):
    file = open_list(makers.xls(tmp_path / "a.xls", [HEADER, BAD, household(2), household(3)]))
    erased = Problem("households.row_erased", row=3, sheet="Phiếu")
    alike = [
        Problem("households.rows_may_be_one", row=row, sheet="Phiếu",
                params={"other": other, "sheet": "Phiếu", "name": household(2)[0]})
        for row, other in ((3, 2), (4, 3), (4, 2))
    ]  # fmt: skip
    out = tmp_path / "loi.xlsx"
    problems = read_list(file, context()).problems
    assert write_list_problems(out, file, problems, notes=[*alike, erased]) == 3
    _, noted = read_sheets(out)
    [other, told] = noted.rows[1:]
    assert (other[1], other[5:]) == (4, tuple(household(3)))
    assert told[1] == 3
    assert "đã xóa theo yêu cầu" in str(told[4])
    assert not any(told[5:])


def test_formulas_stay_text(tmp_path):
    _, _, out = write(tmp_path, makers.xls(tmp_path / "a.xls", [HEADER, BAD]))
    cells = [cell for row in openpyxl.load_workbook(out).active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}


def test_sheets_of_other_layouts_get_sheets_of_their_own(tmp_path):
    sheets = {"a": [HEADER, BAD], "b": [["Chủ hộ", "Khu", "Mã ĐCS"], ["An", 5, "9"]]}
    count, _, out = write(tmp_path, book(tmp_path / "a.xlsx", sheets), language="en")
    assert count == 2
    first, second = read_sheets(out)
    assert [sheet.name for sheet in (first, second)] == ["Problems", "Problems 2"]
    assert second.rows[1][0] == "b"
    assert second.rows[1][5:] == ("An", 5, "9")


def test_problems_without_a_row_and_no_problems_at_all(tmp_path):
    file = open_list(makers.xlsx(tmp_path / "a.xlsx", [["DANH SÁCH"]]))
    out = tmp_path / "loi.xlsx"
    assert write_list_problems(out, file, file.problems) == 1
    assert read_sheets(out)[0].rows[1][1:4] == (None, None, None)
    assert write_list_problems(out, file, []) == 0
    assert write_list_problems(out, file, [Problem("sheets.empty", row=99, sheet="Phiếu")]) == 1


def test_only_a_spreadsheet_is_written(tmp_path):
    file = open_list(makers.xlsx(tmp_path / "a.xlsx", [HEADER]))
    with pytest.raises(UserError) as refused:
        write_list_problems(tmp_path / "a.txt", file, [])
    assert refused.value.code == "sheets.suffix"
