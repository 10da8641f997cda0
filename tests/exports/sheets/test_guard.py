import time
import tracemalloc
import zipfile
import zlib

import msoffcrypto
import pytest

from exports.sheets import guard, packed
from exports.sheets.read import read_sheet
from models.errors import CodedError, KnownError, UserError
from models.sentences.catalog import say
from tests.exports.sheets import makers


def refused(path, **options):
    with pytest.raises(CodedError) as caught:
        read_sheet(path, **options)
    error = caught.value
    for language in ("vi", "en"):
        sentence = say(error, language)
        assert "{" not in sentence
        assert str(path.parent) not in sentence
    return error.code


def test_bomb_of_a_gigabyte_costs_no_time_and_no_memory(tmp_path):
    path = makers.bomb(tmp_path / "bom.xlsx")
    assert path.stat().st_size < 8 << 20
    tracemalloc.start()
    started = time.perf_counter()
    assert refused(path) == "sheets.bomb"
    took, peak = time.perf_counter() - started, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert took < 0.5
    assert peak < 4 << 20


def test_member_that_lies_about_its_size_is_never_inflated_past_it(tmp_path):
    path = makers.zipped(
        tmp_path / "doi.xlsx",
        {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": bytes(50 << 20)},
    )
    lied = (1000).to_bytes(4, "little")
    content = path.read_bytes().replace((50 << 20).to_bytes(4, "little"), lied)
    # Even with the checksum of what it claims to hold.
    true, claimed = zlib.crc32(bytes(50 << 20)), zlib.crc32(bytes(1000))
    content = content.replace(true.to_bytes(4, "little"), claimed.to_bytes(4, "little"))
    path.write_bytes(content)
    tracemalloc.start()
    assert refused(path) in {"sheets.damaged", "sheets.entities"}
    assert tracemalloc.get_traced_memory()[1] < 4 << 20
    tracemalloc.stop()


def test_too_many_members_and_a_huge_directory_are_refused(tmp_path):
    parts = {"[Content_Types].xml": "<Types/>"} | {f"xl/{n}.xml": "" for n in range(2100)}
    assert refused(makers.zipped(tmp_path / "a.xlsx", parts)) == "sheets.bomb"
    parts |= {f"xl/{n:0200}.xml": "" for n in range(5000)}
    assert refused(makers.zipped(tmp_path / "b.xlsx", parts)) == "sheets.bomb"


def test_total_of_many_members_counts(tmp_path, monkeypatch):
    monkeypatch.setattr(guard, "MAX_UNPACKED", 1000)
    parts = {"[Content_Types].xml": "<Types/>"} | {f"xl/{n}.xml": "x" * 200 for n in range(6)}
    assert refused(makers.zipped(tmp_path / "a.xlsx", parts)) == "sheets.bomb"


def test_entities_in_sheet_xml_are_refused(tmp_path):
    parts = makers.parts_of(makers.xlsx(tmp_path / "a.xlsx", [makers.HEADER, makers.ROW]))
    name = "xl/worksheets/sheet1.xml"
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    parts[name] = laughs + parts[name]
    assert refused(makers.zipped(tmp_path / "b.xlsx", parts)) == "sheets.entities"


@pytest.mark.parametrize("cell", [b'r="XFD1048576"', b" s='1' r = 'zz900000'", b'r="ABC99999"'])
def test_a_lone_far_cell_does_not_reserve_billions(tmp_path, cell):
    parts = makers.parts_of(makers.xlsx(tmp_path / "a.xlsx", [["x"]]))
    name = "xl/worksheets/sheet1.xml"
    far = b"<row><c " + cell + b"><v>1</v></c></row></sheetData>"
    parts[name] = parts[name].replace(b"</sheetData>", far)
    assert refused(makers.zipped(tmp_path / "b.xlsx", parts)) == "sheets.spread"


@pytest.mark.parametrize("cell", [b'r="XFD1048576"', b'r="A1000001"', b'r="CV100001"'])
def test_far_cells_under_a_prefix_of_names_do_not_either(tmp_path, cell):
    parts = makers.parts_of(makers.xlsx(tmp_path / "a.xlsx", [["x"]]))
    name = "xl/worksheets/sheet1.xml"
    far = b"<x:row><x:c " + cell + b"><x:v>1</x:v></x:c></x:row></sheetData>"
    parts[name] = parts[name].replace(b"</sheetData>", far)
    assert refused(makers.zipped(tmp_path / "b.xlsx", parts)) == "sheets.spread"


def test_far_cells_without_an_address_do_not_either(tmp_path):
    parts = makers.parts_of(makers.xlsx(tmp_path / "a.xlsx", [["x"]]))
    name = "xl/worksheets/sheet1.xml"
    far = b'<row r="1048576"><c r="XFC1048576"/><c><v>1</v></c></row></sheetData>'
    parts[name] = parts[name].replace(b"</sheetData>", far)
    assert refused(makers.zipped(tmp_path / "b.xlsx", parts)) == "sheets.spread"


def test_styled_empty_cells_to_the_edge_are_no_obstacle(tmp_path):
    parts = makers.parts_of(makers.xlsx(tmp_path / "a.xlsx", [["x"]]))
    name = "xl/worksheets/sheet1.xml"
    far = b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    parts[name] = parts[name].replace(b"</sheetData>", far)
    assert read_sheet(makers.zipped(tmp_path / "b.xlsx", parts)).rows == [("x",)]


def test_one_long_string_shared_by_many_cells_is_counted(tmp_path, monkeypatch):
    monkeypatch.setattr(packed, "MAX_TEXT", 100_000)
    path = makers.shared_xlsx(tmp_path / "a.xlsx", [["x" * 3000] * 50])
    assert refused(path) == "sheets.bomb"
    honest = makers.shared_xlsx(tmp_path / "b.xlsx", [["x" * 3000], *[[n] for n in range(50)]])
    assert len(read_sheet(honest).rows) == 51


def test_password_protected_book_has_its_own_sentence(tmp_path):
    plain = makers.xlsx(tmp_path / "a.xlsx", [makers.HEADER])
    locked = tmp_path / "khoa.xlsx"
    with plain.open("rb") as source, locked.open("wb") as target:
        msoffcrypto.OfficeFile(source).encrypt("mat khau", target)
    assert refused(locked) == "sheets.password"


def test_password_protected_old_book(tmp_path):
    from exports.sheets import compound

    stream = makers.biff([["a"]])
    bof = 4 + int.from_bytes(stream[2:4], "little")
    locked = stream[:bof] + b"\x2f\x00\x02\x00\x01\x00" + stream[bof:]
    path = tmp_path / "khoa.xls"
    path.write_bytes(compound.wrap("Workbook", locked))
    assert refused(path) == "sheets.password"


def test_truncated_files(tmp_path):
    good = makers.good_xlsx()
    path = tmp_path / "cut.xlsx"
    for share in (0.2, 0.5, 0.9, 0.99):
        path.write_bytes(good[: int(len(good) * share)])
        assert refused(path) == "sheets.damaged"
    old = makers.xls(tmp_path / "a.xls", [["a"] * 5] * 50).read_bytes()
    path.write_bytes(old[:6000])
    assert refused(path) == "sheets.damaged"


def test_kind_is_told_by_bytes_not_by_suffix(tmp_path):
    path = tmp_path / "x.csv"
    path.write_bytes(makers.good_xlsx())
    assert guard.check(path) == "xlsx"
    text = tmp_path / "y.xlsx"
    text.write_text("a,b\n1,2\n")
    assert guard.check(text) == "text"
    assert guard.check(makers.xls(tmp_path / "z.csv", [["a"]])) == "xls"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "sheets.empty_file"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "sheets.web_page"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>", "sheets.web_page"),
        (b"%PDF-1.7 ...", "sheets.not_a_table"),
        (b"\x89PNG\r\n\x1a\n", "sheets.not_a_table"),
        (b"abc\x00\x01\x02def\n" * 20, "sheets.not_text"),
        (b"a,b\nc\x01\x02,d\n", "sheets.not_text"),
        (b"PK\x03\x04 not really", "sheets.damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "sheets.damaged"),
    ],
)
def test_what_is_no_table(tmp_path, content, code):
    path = tmp_path / "x.xls"
    path.write_bytes(content)
    assert refused(path) == code


def test_other_packages_are_no_books(tmp_path):
    docx = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}
    assert refused(makers.zipped(tmp_path / "a.docx", docx)) == "sheets.not_a_table"
    ods = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}
    assert refused(makers.zipped(tmp_path / "a.ods", ods)) == "sheets.other_format"
    with zipfile.ZipFile(tmp_path / "empty.xlsx", "w"):
        pass
    assert refused(tmp_path / "empty.xlsx") == "sheets.not_a_table"


def test_missing_folder_and_too_big(tmp_path, monkeypatch):
    assert refused(tmp_path / "none.xlsx") == "sheets.missing"
    assert refused(tmp_path) == "sheets.not_a_file"
    path = makers.csv(tmp_path / "a.csv", [["a", "b"]])
    monkeypatch.setattr(guard, "MAX_FILE", 3)
    assert refused(path) == "sheets.too_big"


def test_the_disk_refusing_is_known(tmp_path, monkeypatch):
    path = makers.csv(tmp_path / "a.csv", [["a", "b"]])

    def fail(*_args, **_options):
        raise PermissionError(str(path))

    monkeypatch.setattr(type(path), "open", fail)
    with pytest.raises(KnownError) as caught:
        read_sheet(path)
    assert caught.value.code == "sheets.unreadable"
    assert caught.value.params == {"file": "a.csv"}


def test_wrong_sheet_name(tmp_path):
    path = makers.xlsx(tmp_path / "a.xlsx", [["a"]], more=["Khác"])
    assert refused(path, sheet="Không có") == "sheets.no_such_sheet"
    assert read_sheet(path, sheet="Khác").rows == [("x",)]
    with pytest.raises(UserError):
        read_sheet(path, sheet="")
