import csv
import datetime as dt
import re
import unicodedata

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports.sheets.apostrophe import neutralise, restore
from exports.sheets.slips import read_slips
from exports.sheets.slips_out import SlipOut, write_problems, write_slips
from exports.sheets.spss import data_path
from models.errors import KnownError, Problem, UserError
from tests.exports.sheets import makers

DAY = dt.date(2026, 10, 5)
FULL = SlipOut(
    "06811", DAY, "0012", "kiosk", "valid", None, "=HYPERLINK(1)", "H15.50.05.13-261008-0975",
    {"cong_khai": "chua", "thoi_gian": "truoc", "kenh_biet": ("web", "hoi"), "so_lan": "-3",
     "so_gio": "1.25", "ngay_hen": "2026-11-01", "gio_den": "08:05", "gop_y": "-tốt, \"rất\"\nlắm"},
)  # fmt: skip
OTHER = SlipOut("06820", DAY, "2", "paper", "invalid", "Tẩy xóa", "", None, {"cong_khai": "chua"})


def reread(path):
    sheet = read_slips(path, makers.form(), units=makers.units, today=makers.TODAY)
    assert sheet.problems == ()
    return sheet.rows


def same(row, slip):
    names = ("unit", "collected_on", "number", "channel", "status", "reason", "note", "dossier")
    assert [getattr(row, name) for name in names] == [getattr(slip, name) for name in names]
    assert row.answers == dict(slip.answers)


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "CSV"])
def test_what_is_written_reads_back(tmp_path, suffix):
    path = tmp_path / f"phiếu.{suffix}"
    assert write_slips(path, iter([FULL, OTHER]), makers.form()) == 2
    rows = reread(path)
    same(rows[0], FULL)
    same(rows[1], OTHER)
    assert [item.name for item in tmp_path.iterdir()] == [path.name]


# Two words of such letters alone would rightly be taken for old text.
LATIN = "".join(map(chr, range(0xA0, 0x100)))
letters = st.characters(categories=["L", "N", "P"], exclude_characters=LATIN)
texts = (
    st.text(st.one_of(st.sampled_from("=+-@'\t;,\"\n aăđ"), letters), min_size=1, max_size=20)
    .map(str.strip)
    .filter(lambda text: text and not re.match(r"#[A-Z/0]", text))
)
slips = st.builds(
    SlipOut,
    unit=st.sampled_from(sorted(makers.UNITS)),
    collected_on=st.dates(dt.date(2000, 1, 1), makers.TODAY),
    status=st.just("valid"),
    answers=st.fixed_dictionaries(
        {"cong_khai": st.sampled_from(["rat_tot", "dap_ung", "chua"])},
        optional={
            "kenh_biet": st.lists(
                st.sampled_from(["web", "bang", "hoi"]), min_size=1, unique=True
            ).map(tuple),
            "so_lan": st.integers(-(10**20), 10**20).map(str),
            "so_gio": st.decimals(-1000, 1000, places=3).map(str),
            "ngay_hen": st.dates(dt.date(1900, 3, 1)).map(dt.date.isoformat),
            "gop_y": texts,
        },
    ),
)


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture],
          deadline=None)  # fmt: skip
@given(st.lists(slips, min_size=1, max_size=5))
def test_any_slips_read_back(tmp_path, suffix, written):
    path = tmp_path / f"a.{suffix}"
    write_slips(path, written, makers.form())
    for row, slip in zip(reread(path), written, strict=True):
        answers = {
            code: unicodedata.normalize("NFC", answer) if isinstance(answer, str) else answer
            for code, answer in slip.answers.items()
        }
        assert row.answers == answers


@given(st.text(st.sampled_from("=+-@'\t\rab")))
def test_the_apostrophe_goes_on_and_comes_off(text):
    harmless = neutralise(text)
    assert harmless[:1] not in set("=+-@\t\r")
    assert restore(harmless) == text


def test_csv_opens_harmless_in_a_spreadsheet(tmp_path):
    path = tmp_path / "a.csv"
    write_slips(path, [FULL], makers.form())
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(content.decode("utf-8-sig").splitlines(keepends=True)))
    assert "'=HYPERLINK(1)" in rows[1]
    assert "05/10/2026" in rows[1]


def test_book_has_real_dates_text_a_frozen_header_and_a_legend(tmp_path):
    path = tmp_path / "a.xlsx"
    write_slips(path, [FULL], makers.form())
    book = openpyxl.load_workbook(path)
    sheet = book["Phiếu"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:Q2"
    cells = {head.value: cell for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert cells["Ngày thu phiếu"].value == dt.datetime.combine(DAY, dt.time())
    assert cells["Mã đơn vị"].value == "06811"
    assert cells["Mã đơn vị"].number_format == "@"
    assert cells["Ghi chú"].data_type == "s"
    assert cells["so_gio"].value == 1.25
    assert ("cong_khai", "Việc công khai thủ tục hành chính", "rat_tot", "Rất tốt") in list(
        book["Giải thích"].iter_rows(values_only=True)
    )
    assert "trong_lap" not in cells


def test_the_same_slips_give_the_same_bytes(tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        write_slips(tmp_path / name, [FULL, OTHER], makers.form())
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_spss_pair(tmp_path):
    path = tmp_path / "phieu.sps"
    assert write_slips(path, [FULL, OTHER], makers.form()) == 2
    rows = list(csv.DictReader(data_path(path).read_text("utf-8-sig").splitlines()))
    assert rows[0]["cong_khai"] == "3"
    assert rows[0]["so_gio"] == "1.25"
    assert [rows[0][f"kenh_biet_{n}"] for n in (1, 2, 3)] == ["1", "0", "1"]
    assert rows[1]["kenh_biet_1"] == ""
    assert [row["hop_le"] for row in rows] == ["1", "0"]
    assert rows[0]["ngay"] == "2026/10/05"
    syntax = path.read_text("utf-8-sig")
    assert "/FILE='phieu_spss.csv'" in syntax
    assert "  cong_khai 'Việc công khai thủ tục hành chính'" in syntax
    assert "  /cong_khai\n    1 'Rất tốt'" in syntax.replace("\r\n", "\n")
    names = re.findall(r"^  (\w+) (?:A\d+|F\d+\.\d|SDATE10)$", syntax.replace("\r", ""), re.M)
    assert names == list(rows[0])
    assert len(syntax.split("VARIABLE LABELS")) == 2


def test_problems_to_send_back(tmp_path):
    problems = [
        Problem("sheets.blank", 5, "Ngày", "Phiếu"),
        Problem("sheets.date_future", 6, "=x", params={"value": "01/01/2030"}),
    ]
    for name in ("a.csv", "a.xlsx"):
        assert write_problems(tmp_path / name, problems) == 2
    assert "Ô này bắt buộc" in (tmp_path / "a.csv").read_text("utf-8-sig")
    assert "'=x" in (tmp_path / "a.csv").read_text("utf-8-sig")
    rows = list(openpyxl.load_workbook(tmp_path / "a.xlsx").active.iter_rows(values_only=True))
    assert rows[0] == ("Trang tính", "Dòng", "Cột", "Nội dung")
    assert rows[1][:3] == ("Phiếu", 5, "Ngày")
    write_problems(tmp_path / "b.csv", problems, "en")
    assert "lies in the future" in (tmp_path / "b.csv").read_text("utf-8-sig")


def test_other_suffixes_and_long_texts(tmp_path):
    for write, name in ((write_slips, "a.sav"), (write_problems, "a.pdf")):
        arguments = ([FULL], makers.form()) if write is write_slips else ([],)
        with pytest.raises(UserError) as caught:
            write(tmp_path / name, *arguments)
        assert caught.value.code == "sheets.suffix"
    long = SlipOut("06811", DAY, note="x" * 40_000)
    with pytest.raises(UserError) as caught:
        write_slips(tmp_path / "a.xlsx", [long], makers.form())
    assert caught.value.code == "sheets.too_long"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "sps"])
def test_a_failing_disk_leaves_the_old_file(tmp_path, monkeypatch, suffix):
    path = tmp_path / f"a.{suffix}"
    path.write_text("old")

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(KnownError) as caught:
        write_slips(path, [FULL], makers.form())
    assert caught.value.code == "sheets.disk"
    assert path.read_text() == "old"
    assert [item.name for item in tmp_path.iterdir()] == [path.name]


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(KnownError):
        write_slips(tmp_path / "none" / "a.csv", [FULL], makers.form())
