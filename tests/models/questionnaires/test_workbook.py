"""Files that are no sound workbook, or made to do harm: each one sentence, none a crash."""

from __future__ import annotations

import struct
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.errors import KnownError
from models.questionnaires.builtin import builtin_path
from models.questionnaires.workbook import column_letters, read_sheets
from models.questionnaires.xlsform import read_xlsform
from models.sentences.catalog import say
from tests.models.questionnaires.refusing import problems_of, refused

DAY = date(2026, 10, 8)
QUIET = [HealthCheck.function_scoped_fixture]


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


FAR = (
    b'<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576">'
    b'<c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
)
LAUGHS = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'


BOOK = {"xl/workbook.xml": b"<x/>"}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
WHOLE = builtin_path("qn-18-2021").read_bytes()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"type,name\n", "file_not_workbook"),
        (WHOLE[: len(WHOLE) // 2], "file_damaged"),
        (WHOLE[:-30], "file_damaged"),
        (OLE, "file_old_format"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "file_password"),
        ({"a.txt": b"x"}, "file_not_workbook"),
        (BOOK, "file_damaged"),
        ({**BOOK, "b": b"\0" * 5_000_000}, "file_bomb"),
        ({**BOOK, "xl/worksheets/sheet1.xml": FAR}, "file_bomb"),
        ({**BOOK, "xl/worksheets/sheet1.xml": LAUGHS}, "file_bomb"),
        ({**BOOK, "xl/worksheets/sheet1.xml": b"<a b"}, "file_damaged"),
        ({**BOOK, **{f"x{n}": b"" for n in range(2001)}}, "file_bomb"),
        (b"\0" * (17 * 1024 * 1024), "file_large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_files_that_are_no_sound_workbook(tmp_path, content, code):
    path = tmp_path / "a.xlsx"
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        zipped(path, content)
    assert refused(path) == [(code, None, None, None)]


def test_a_missing_file_and_one_that_cannot_be_read(tmp_path):
    assert refused(tmp_path / "none.xlsx") == [("file_missing", None, None, None)]
    with pytest.raises(KnownError) as caught:
        read_xlsform(tmp_path)
    assert tmp_path.name in say(caught.value)


def test_a_real_password(tmp_path):
    from msoffcrypto.format.ooxml import OOXMLFile

    path = tmp_path / "secret.xlsx"
    with builtin_path("qn-18-2021").open("rb") as source, path.open("wb") as target:
        OOXMLFile(source).encrypt("mật khẩu", target)
    assert refused(path) == [("file_password", None, None, None)]


def test_a_size_that_lies(tmp_path):
    path = zipped(tmp_path / "a.xlsx", {**BOOK, "big": b"\0" * 900_000})
    content = path.read_bytes()
    lying = content.replace(struct.pack("<L", 900_000), struct.pack("<L", 90))
    path.write_bytes(lying)
    assert refused(path) == [("file_damaged", None, None, None)]


@settings(max_examples=60, deadline=None, suppress_health_check=QUIET)
@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 255))
def test_a_flipped_byte_never_crashes(tmp_path, place, byte):
    path = tmp_path / "flip.xlsx"
    path.write_bytes(WHOLE[:place] + bytes([byte]) + WHOLE[place + 1 :])
    assert all(say(problem) for problem in problems_of(path))


def test_cells_become_text(write_book):
    rows = [
        ["a", "b", "c", "d", "e", "f"],
        [
            1,
            1.5,
            True,
            datetime.combine(DAY, time()),
            datetime.combine(DAY, time(8, 30)),
            "x\u00a0 y ",
        ],
        [None, time(8, 30), "Uo\u0302ng"],
    ]
    sheets, problems = read_sheets(write_book(rows))
    assert problems == []
    first, second = sheets["survey"].rows
    assert list(first.cells.values()) == [
        "1",
        "1.5",
        "TRUE",
        "2026-10-08",
        "2026-10-08T08:30:00",
        "x y",
    ]
    assert (second.number, dict(second.cells)) == (3, {"b": "08:30:00", "c": "Uông"})


def test_letters_of_columns():
    assert [column_letters(number) for number in (1, 26, 27, 703)] == ["A", "Z", "AA", "AAA"]
