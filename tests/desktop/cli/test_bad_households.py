"""Lists with mistakes: sentences with row and column, exit 2, and the store as it was."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.paths import DataPaths
from tests.desktop.cli.conftest import Command, Said, event_count
from tests.desktop.cli.test_households import AN, BINH, HEADER, a_list, counts, found
from tests.exports.sheets import makers

Refused = Callable[..., Said]
REPORT = ("report", "households", "--from", "2026-01-01", "--to", "2999-12-31", "--out")


def changed(**cells: Any) -> list[Any]:
    """Return Bình's row with other cells, by header."""
    names = {"code": "Mã địa chỉ số", "phone": "SĐT", "name": "Họ và tên chủ hộ",
             "number": "Số nhà", "street": "Đường", "hamlet": "Thôn/Khu",
             "unit": "Phường/Xã cũ", "list_code": "Mã hộ"}  # fmt: skip
    row = dict(zip(HEADER, BINH, strict=True))
    row |= {names[name]: value for name, value in cells.items()}
    return list(row.values())


@pytest.fixture
def refused(main: Command, paths: DataPaths, tmp_path: Path) -> Refused:
    """Run an import that must be refused and leave report and journal byte for byte the same."""
    folder = tmp_path / "seed"
    folder.mkdir()
    assert main("households", "import", a_list(folder, AN)).code == 0

    def look() -> bytes:
        assert main(*REPORT, tmp_path / "before.json").code == 0
        return (tmp_path / "before.json").read_bytes()

    def command(path: Path, *words: object) -> Said:
        # Looking leaves an entry in the audit; being refused must leave none.
        before, events = look(), event_count(paths.folder)
        said = main("households", "import", path, *words)
        assert event_count(paths.folder) == events
        assert said.code == 2, (said.code, said.err)
        assert "Traceback" not in said.err
        assert said.err
        assert counts(said)[:3] == (0, 0, 0)
        assert said.data["problems"]
        assert all(problem["message"].endswith(".") for problem in said.data["problems"])
        assert look() == before
        return said

    return command


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"code": "12345"}, "Mã địa chỉ số"),
        ({"code": 2213}, "Mã địa chỉ số"),
        ({"code": "2.21E+09"}, "Mã địa chỉ số"),
        ({"unit": "Phường Không Có"}, "Phường/Xã cũ"),
        ({"hamlet": None}, "Thôn/Khu"),
        ({"name": None, "number": None, "street": None}, "Họ và tên chủ hộ"),
        ({"name": "A" * 600}, "Họ và tên chủ hộ"),
    ],
)
def test_a_bad_cell_is_told_with_row_and_column(refused, tmp_path, cells, column):
    said = refused(a_list(tmp_path, AN, changed(**cells)))
    assert said.data["rejected"] == 1
    assert (3, column) in said.problems


@pytest.mark.parametrize(
    "second",
    [changed(code=AN[8]), changed(list_code="HB-1"), [2, *AN[1:]]],
    ids=["code", "list code", "whole row"],
)
def test_what_stands_twice_is_told(refused, tmp_path, second):
    refused(a_list(tmp_path, AN, second))


def test_rows_that_differ_in_marks_alone_are_one_household(refused, tmp_path):
    header = ["Họ và tên chủ hộ", "Số nhà", "Đường", "Thôn/Khu", "Phường/Xã cũ", "SĐT"]
    one = ["Nguyễn Hòa", "9", "Lê Lợi", "Khu 3", "Phường Bắc Sơn", "0912345678"]
    two = ["NGUYỄN HOÀ", "9", "Lê Lợi", "Khu 3", "Phường Bắc Sơn", "0912345670"]
    said = refused(a_list(tmp_path, one, two, header=header))
    assert said.problems[0][0] == 3


def junk(path: Path) -> Path:
    path.write_bytes(b"\x00\x01\x02" * 500)
    return path


def truncated(path: Path) -> Path:
    whole = makers.xlsx(path, [HEADER, AN]).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return path


BAD_FILES: dict[str, Callable[[Path], Path]] = {
    "empty file": lambda folder: _written(folder / "x.csv", b""),
    "empty sheet": lambda folder: makers.xlsx(folder / "x.xlsx", []),
    "header alone": lambda folder: makers.xlsx(folder / "x.xlsx", [HEADER]),
    "titles alone": lambda folder: makers.xlsx(folder / "x.xlsx", [["DANH SÁCH HỘ DÂN"], ["2026"]]),
    "other table": lambda folder: makers.xlsx(
        folder / "x.xlsx", [["Tháng", "Doanh thu"], ["1", 500], ["2", 700]]
    ),
    "junk": lambda folder: junk(folder / "x.xlsx"),
    "truncated": lambda folder: truncated(folder / "x.xlsx"),
    "bomb": lambda folder: makers.bomb(folder / "x.xlsx", size=1 << 28),
    "wrong kind": lambda folder: _written(folder / "x.pdf", b"%PDF-1.7"),
    "missing": lambda folder: folder / "khong-co.xlsx",
    "a folder": lambda folder: folder,
}


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("kind", sorted(BAD_FILES))
def test_a_file_that_is_no_list_changes_nothing(main, paths, tmp_path, kind):
    folder = tmp_path / "f"
    folder.mkdir()
    before = event_count(paths.folder)
    said = main("households", "import", BAD_FILES[kind](folder))
    assert said.code in (2, 3), (said.code, said.err)
    assert "Traceback" not in said.err
    assert said.err.strip()
    assert event_count(paths.folder) == before


@pytest.mark.parametrize(
    ("encode", "name"),
    [
        (lambda text: unicodedata.normalize("NFD", text), "nfd"),
        (makers.to_tcvn3, "tcvn3"),
        (makers.to_vni, "vni"),
    ],
    ids=["NFD", "TCVN3", "VNI"],
)
def test_text_of_before_unicode_is_read(main, tmp_path, encode, name):
    people = ["Nguyễn Thị Hồng Vân", "Trần Đức Thắng", "Lê Thị Phượng", "Phạm Quốc Khánh"]
    rows = [
        [place, f"HB-{place}", encode(person), None, str(place), encode("Trần Hưng Đạo"), "Khu 1",
         encode("Phường Bắc Sơn"), None]
        for place, person in enumerate(people, start=1)
    ]  # fmt: skip
    said = main("households", "import", a_list(tmp_path, *rows))
    assert said.code == 0, said.err
    assert [one["name"] for one in found(main, "hb-2")] == ["Trần Đức Thắng"], name


def test_an_identity_number_is_never_stored(main, tmp_path, paths):
    header = [*HEADER, "Số CCCD"]
    assert main("households", "import", a_list(tmp_path, [*AN, "022099001234"], header=header)
                ).code == 0  # fmt: skip
    assert found(main, "022099001234") == []
    said = main("households", "search", "HB-1")
    assert "022099001234" not in said.out
