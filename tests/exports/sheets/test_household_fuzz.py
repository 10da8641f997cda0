import contextlib
import datetime as dt
import io

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports.sheets.household_lists import open_list, read_list
from exports.sheets.household_names import COLUMN_NAMES
from exports.sheets.household_problems import write_list_problems
from models.errors import KnownError, UserError
from models.households.values import stored
from models.sentences.catalog import say
from tests.attack.inputs import changed, edits
from tests.exports.sheets.household_case import HEADER, context, household, read

quick = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
HEADERS = [
    *HEADER, "Phường", "Phường cũ", "Mã hộ", "Số nhà", "Đường", "Tọa độ", "Vĩ độ", "Kinh độ",
    "Gắn biển", "Ngày gắn", "Tên", "Họ đệm", "CCCD", "Mã định danh địa điểm", "X", "Y", None,
]  # fmt: skip
FIELDS = [option.code for option in COLUMN_NAMES]
WORDS = [
    "Khu 5", "KHU 5", "Tổ 3", "Phường Bắc Sơn", "Vàng Danh", "Trưng Vương", "Tổng cộng", "Cộng",
    "I", "Nguyễn Văn An", "0210000001", "210000001", "0912345678", "21.03, 106.77", "x", "#REF!",
    "06811", "022088001234", "05/10/2026", "Người lập biểu", "-", "(1)",
    "Số 5, khu 3, phường Nam Khê",
]  # fmt: skip
cells = (
    st.none() | st.sampled_from(WORDS) | st.integers(-5, 2_200_000_000)
    | st.floats(allow_nan=False, allow_infinity=False) | st.dates(dt.date(1900, 1, 1))
    | st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=20)
    .map(str.strip).map(lambda text: text or None)
)  # fmt: skip
tables = st.lists(st.sampled_from(HEADERS), min_size=1, max_size=10).flatmap(
    lambda header: st.tuples(
        st.just(header),
        st.lists(st.lists(cells, min_size=len(header), max_size=len(header)), max_size=8),
    )
)


def check(found):
    assert found.rejected <= len(found.problems)
    for problem in (*found.problems, *found.notes):
        assert say(problem)
    for row in found.rows:
        assert row.unit
        assert row.hamlet
        for field, value in row.fields.items():
            assert stored(field, value) == value
        assert row.row not in {p.row for p in found.problems}


@quick
@given(tables, st.booleans(), st.booleans())
def test_any_table_gives_households_or_problems(table, has_header, has_unit):
    header, rows = table
    check(read([header, *rows] if has_header else rows, own_unit="06820" if has_unit else None))


@quick
@given(tables, st.dictionaries(st.sampled_from(FIELDS), st.integers(-1, 12)))
def test_any_mapping_of_any_table(table, columns):
    header, rows = table
    check(read([header, *rows], columns=columns))


def good_xlsx(rows):
    out = io.BytesIO()
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


XLSX = good_xlsx([HEADER, *map(household, range(1, 6))])
CSV = ("\ufeff" + "\r\n".join(",".join(map(str, row)) for row in [HEADER, household(1)])).encode()


@pytest.mark.parametrize("good", [XLSX, CSV], ids=["xlsx", "csv"])
@quick
@given(edits)
def test_mutated_files(tmp_path, good, changes):
    path = tmp_path / "a.bin"
    path.write_bytes(changed(good, changes))
    with contextlib.suppress(UserError, KnownError):
        file = open_list(path)
        found = read_list(file, context())
        assert write_list_problems(tmp_path / "b.xlsx", file, found.problems) == len(found.problems)
        assert all(say(note) for note in found.notes)
