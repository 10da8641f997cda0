"""Files with mistakes: sentences with row and column, exit 2, and the store as it was."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop.paths import DataPaths
from desktop.session import open_session
from models.questionnaires.builtin import builtin_path
from models.surveys.queries import export_slips
from tests.conftest import SECRET
from tests.desktop.cli.conftest import Command, Said, event_count
from tests.exports.sheets import makers

HEADER = [
    "Mã đơn vị", "Ngày thu phiếu", "Số phiếu", "Hợp lệ", "Lý do", "Ghi chú", "Mã hồ sơ",
    "cong_khai", "thanh_phan_ho_so", "thoi_gian", "so_lan_lien_he", "phi_le_phi", "thai_do",
    "danh_gia_chung",
]  # fmt: skip
DAY = dt.date(2026, 10, 5)
NOTE = "Cán bộ hướng dẫn rõ ràng nên người dân rất hài lòng"
REPORT = ("report", "satisfaction", "--from", "2026-01-01", "--to", "2026-12-31", "--out")


def row(number: int, **changes: object) -> list[object]:
    cells: dict[str, object] = dict.fromkeys(HEADER)
    cells |= {
        "Mã đơn vị": "06811", "Ngày thu phiếu": DAY, "Số phiếu": str(number), "Hợp lệ": "Hợp lệ",
        "cong_khai": "rat_tot", "thoi_gian": "Đúng ngày hẹn trả kết quả", "danh_gia_chung": "1",
    }  # fmt: skip
    for name, value in changes.items():
        cells[name.replace("_", " ") if name.replace("_", " ") in cells else name] = value
    return list(cells.values())


ROWS = [
    row(1), row(2, danh_gia_chung="hai_long"),
    row(3, Hợp_lệ="Không hợp lệ", Lý_do="Trùng phiếu"),
]  # fmt: skip
Maker = Callable[[Path, list[list[Any]]], Path]
MAKERS = pytest.mark.parametrize("make", [makers.csv, makers.xlsx], ids=["csv", "xlsx"])


def name(make: Any) -> str:
    return "x.csv" if make is makers.csv else "x.xlsx"


@pytest.fixture
def unchanged(main: Command, paths: DataPaths, tmp_path: Path):
    """Run a command that must be refused and leave report and journal byte for byte the same."""
    main("surveys", "import", makers.xlsx(tmp_path / "seed.xlsx", [HEADER, row(900)]))

    def look() -> tuple[bytes, bytes]:
        assert main(*REPORT, tmp_path / "before.pdf").code == 0
        assert main("surveys", "export", tmp_path / "slips.csv").code == 0
        report, slips = (tmp_path / "before.pdf"), (tmp_path / "slips.csv")
        return report.read_bytes(), slips.read_bytes()

    def command(*words: object) -> Said:
        # Looking leaves entries in the audit; being refused must leave none.
        before, events = look(), event_count(paths.folder)
        said = main(*words)
        assert event_count(paths.folder) == events
        assert said.code == 2, (said.code, said.err)
        assert "Traceback" not in said.err
        assert said.err
        assert all(problem["message"] for problem in said.data.get("problems", ()))
        assert look() == before
        return said

    return command


@MAKERS
def test_good_rows_are_taken_whole(main, tmp_path, paths, make):
    said = main("surveys", "import", make(tmp_path / name(make), [HEADER, *ROWS]))
    assert (said.code, said.data["accepted"], said.data["rejected"]) == (0, 3, 0)
    report = main(*REPORT, tmp_path / "x.json").data["units"][0]
    assert (report["valid"], report["invalid"]) == (2, 1)
    assert [reason["code"] for reason in report["invalid_reasons"]] == ["trung_phieu"]
    overall = report["questions"][-1]
    assert {item["code"]: item["n"] for item in overall["options"]} == {
        "rat_hai_long": 1, "hai_long": 1, "khong_hai_long": 0,
    }  # fmt: skip


@MAKERS
def test_a_dry_run_says_the_same_and_stores_nothing(main, tmp_path, paths, make):
    before = event_count(paths.folder)
    said = main("surveys", "import", make(tmp_path / name(make), [HEADER, *ROWS]), "--dry-run")
    assert (said.code, said.data["accepted"], said.data["problems"]) == (0, 3, [])
    assert event_count(paths.folder) == before


@MAKERS
@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"danh_gia_chung": "tuyệt vời"}, "danh_gia_chung"),
        ({"thoi_gian": "9"}, "thoi_gian"),
        ({"Mã_đơn_vị": "99999"}, "Mã đơn vị"),
        ({"Mã_đơn_vị": "06808"}, "Mã đơn vị"),
        ({"Mã_đơn_vị": None}, "Mã đơn vị"),
        ({"Ngày_thu_phiếu": "hôm qua"}, "Ngày thu phiếu"),
        ({"Ngày_thu_phiếu": "31/02/2026"}, "Ngày thu phiếu"),
        ({"Ngày_thu_phiếu": dt.date(2099, 1, 1)}, "Ngày thu phiếu"),
        ({"Ngày_thu_phiếu": None}, "Ngày thu phiếu"),
        ({"Hợp_lệ": "chắc vậy"}, "Hợp lệ"),
        ({"Hợp_lệ": "Không hợp lệ"}, "Lý do"),
        ({"Lý_do": "rach_mo"}, "Lý do"),
        ({"Số_phiếu": "1"}, "Số phiếu"),
        ({"Mã_hồ_sơ": "HS-1"}, "Mã hồ sơ"),
    ],
)
def test_a_wrong_cell_is_named_and_nothing_is_stored(unchanged, tmp_path, make, changes, column):
    path = make(tmp_path / name(make), [HEADER, row(1, Mã_hồ_sơ="HS-1"), row(2, **changes), row(3)])
    said = unchanged("surveys", "import", path)
    assert said.problems == [(3, column)]
    assert (said.data["accepted"], said.data["rejected"]) == (0, 1)


def test_every_wrong_cell_is_named_at_once(unchanged, tmp_path):
    bad = row(2, thoi_gian="x", danh_gia_chung="y", Ngày_thu_phiếu="z")
    path = makers.xlsx(tmp_path / "x.xlsx", [HEADER, bad, row(3), row(4, cong_khai="0")])
    said = unchanged("surveys", "import", path)
    assert set(said.problems) == {
        (2, "Ngày thu phiếu"), (2, "thoi_gian"), (2, "danh_gia_chung"), (4, "cong_khai"),
    }  # fmt: skip


def test_good_rows_beside_bad_ones_are_stored_only_when_agreed_to(unchanged, main, tmp_path):
    path = makers.csv(tmp_path / "x.csv", [HEADER, row(1), row(2, thoi_gian="x")])
    unchanged("surveys", "import", path)
    said = main("surveys", "import", path, "--accept-valid")
    assert (said.code, said.data["accepted"], said.data["rejected"]) == (0, 1, 1)
    assert said.problems == [(3, "thoi_gian")]


@MAKERS
@pytest.mark.parametrize(
    "header",
    [
        ["Họ tên", "Địa chỉ", "Ghi chú gì đó"],
        ["Mã đơn vị", "Ngày thu phiếu"],
        [*HEADER[2:]],
        [*HEADER[:7], "cong_khaii", *HEADER[8:]],
        [*HEADER[:7], "thoi_gian", *HEADER[8:]],
    ],
    ids=["strange", "no questions", "no unit and day", "misspelt", "twice"],
)
def test_wrong_columns_are_named(unchanged, tmp_path, make, header):
    path = make(tmp_path / name(make), [header, [str(n) for n, _ in enumerate(header)]])
    assert unchanged("surveys", "import", path).data["problems"]


@MAKERS
def test_an_empty_sheet_and_a_lone_header_are_told(unchanged, tmp_path, make):
    unchanged("surveys", "import", make(tmp_path / name(make), []))
    unchanged("surveys", "import", make(tmp_path / name(make), [HEADER]))


# Old text


def spoken(transform: Callable[[str], str]) -> list[list[object]]:
    rows: list[list[object]] = [[transform(cell) for cell in HEADER[:7]] + HEADER[7:]]
    for number in range(1, 9):
        cells = row(number, Ghi_chú=NOTE, thoi_gian="Trước ngày hẹn trả kết quả")
        rows.append([transform(cell) if isinstance(cell, str) else cell for cell in cells])
    return rows


@MAKERS
@pytest.mark.parametrize(
    "transform",
    [
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: makers.to_tcvn3(text),
    ],
    ids=["NFD", "TCVN3"],
)
def test_old_text_is_converted_right_and_said(main, paths, tmp_path, make, transform):
    said = main("surveys", "import", make(tmp_path / name(make), spoken(transform)))
    assert (said.code, said.data["accepted"], said.data["problems"]) == (0, 8, [])
    session = open_session(paths, SECRET)
    kept = session.store.read(lambda c: list(export_slips(c)))
    session.store.close()
    assert {slip.content.note for slip in kept} == {NOTE}
    assert {slip.content.answers["thoi_gian"] for slip in kept} == {"truoc_hen"}


def test_a_conversion_is_told(main, tmp_path):
    said = main("surveys", "import", makers.xlsx(tmp_path / "x.xlsx", spoken(makers.to_tcvn3)))
    assert any("TCVN3" in note["message"] for note in said.data["notes"])
    assert any("TCVN3" in line for line in said.sentences)


# Twice


def test_the_same_file_twice_changes_nothing(unchanged, main, tmp_path):
    path = makers.csv(tmp_path / "x.csv", [HEADER, *ROWS])
    assert main("surveys", "import", path).code == 0
    said = unchanged("surveys", "import", path)
    assert [problem[0] for problem in said.problems] == [2, 3, 4]


def test_the_same_slips_in_another_format_are_known(unchanged, main, tmp_path):
    assert main("surveys", "import", makers.csv(tmp_path / "x.csv", [HEADER, *ROWS])).code == 0
    path = makers.xlsx(tmp_path / "x.xlsx", [HEADER, *ROWS])
    assert len(unchanged("surveys", "import", path).problems) == 3


def test_a_dossier_that_was_rated_in_the_store_is_refused(unchanged, main, tmp_path):
    first = makers.csv(tmp_path / "a.csv", [HEADER, row(1, Mã_hồ_sơ="H15.50.05.13-261008-0975")])
    assert main("surveys", "import", first).code == 0
    again = makers.csv(tmp_path / "b.csv", [HEADER, row(2, Mã_hồ_sơ="H15.50.05.13-261008-0975")])
    assert [problem[0] for problem in unchanged("surveys", "import", again).problems] == [2]


# Files that are none


def locked(path: Path) -> Path:
    import msoffcrypto

    plain = makers.xlsx(path.with_name("plain.xlsx"), [HEADER, *ROWS])
    with plain.open("rb") as source, path.open("wb") as target:
        msoffcrypto.OfficeFile(source).encrypt("mat khau", target)
    return path


def cut(path: Path) -> Path:
    whole = makers.xlsx(path, [HEADER, *ROWS]).read_bytes()
    path.write_bytes(whole[: len(whole) * 2 // 3])
    return path


def text(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    "make",
    [
        lambda folder: cut(folder / "x.xlsx"),
        lambda folder: makers.bomb(folder / "x.xlsx", 1 << 28),
        lambda folder: locked(folder / "x.xlsx"),
        lambda folder: text(folder / "x.xlsx", b""),
        lambda folder: text(folder / "x.csv", b""),
        lambda folder: text(folder / "x.xlsx", b"PK\x03\x04 but no more"),
        lambda folder: text(folder / "x.csv", bytes(range(256)) * 40),
        lambda folder: text(folder / "x.pdf", b"%PDF-1.7"),
        lambda folder: folder / "khong-co.xlsx",
        lambda folder: folder,
    ],
    ids=["cut", "bomb", "locked", "empty xlsx", "empty csv", "no zip", "noise", "pdf", "missing",
         "folder"],
)  # fmt: skip
def test_a_file_that_is_no_table_is_told_in_a_sentence(main, paths, tmp_path, make):
    before = event_count(paths.folder)
    said = main("surveys", "import", make(tmp_path))
    assert said.code in {2, 3}
    assert "Traceback" not in said.err
    assert len(said.sentences) == 1
    assert event_count(paths.folder) == before


def test_a_file_that_is_no_table_is_the_input_s_fault(unchanged, tmp_path):
    said = unchanged("surveys", "import", cut(tmp_path / "x.xlsx"))
    assert [problem["message"] for problem in said.data["problems"]] == said.sentences


# Questionnaires


def form(path: Path, survey: list[list[object]], version: str = "9") -> Path:
    book = openpyxl.Workbook()
    book.active.title = "survey"
    for line in survey:
        book["survey"].append(line)
    book.create_sheet("settings").append(["form_title", "form_id", "version"])
    book["settings"].append(["Phiếu thử", "thu", version])
    book.save(path)
    return path


GOOD = [["type", "name", "label"], ["text", "gop_y", "Góp ý"], ["integer", "tuoi", "Tuổi"]]


@pytest.mark.parametrize(
    ("survey", "place"),
    [
        ([["type", "name", "label", "relevant"], ["text", "a", "A", "1 +"]], (2, "relevant")),
        (
            [["type", "name", "label", "relevant"], ["text", "a", "A", "${b} = 1"],
             ["text", "b", "B", "${a} = 1"]],
            (2, "relevant"),
        ),
        ([["type", "name", "label"], ["geopoint", "a", "A"]], (2, "type")),
        ([["type", "name", "label"], ["select_one khong_co", "a", "A"]], (2, "type")),
        ([["type", "name"], ["text", "a"]], (2, "label")),
        ([["type", "name", "label"]], (None, None)),
    ],
    ids=["syntax", "cycle", "unknown type", "unknown list", "no label", "empty"],
)  # fmt: skip
@pytest.mark.parametrize("action", ["check", "publish"])
def test_a_wrong_questionnaire_is_told_with_its_place(
    unchanged, tmp_path, survey, place, action
):
    said = unchanged("questionnaire", action, form(tmp_path / "x.xlsx", survey))
    assert place in said.problems
    assert {"code", "version", "questions", "problems"} <= set(said.data)


def test_a_version_never_changes_once_published(unchanged, main, tmp_path):
    assert main("questionnaire", "publish", form(tmp_path / "x.xlsx", GOOD)).code == 0
    said = unchanged("questionnaire", "publish", form(tmp_path / "x.xlsx", GOOD[:2]))
    assert "thu" in said.sentences[0]
    assert main("questionnaire", "publish", form(tmp_path / "x.xlsx", GOOD[:2], "10")).code == 0
    listed = main("questionnaire", "list").data["questionnaires"]
    assert [(item["code"], item["version"]) for item in listed if item["code"] == "thu"] == [
        ("thu", "10"), ("thu", "9"),
    ]  # fmt: skip


@pytest.mark.parametrize("action", ["check", "publish"])
def test_a_workbook_that_is_none_is_told(main, tmp_path, action):
    for path in (
        cut(tmp_path / "a.xlsx"), makers.bomb(tmp_path / "b.xlsx", 1 << 26),
        text(tmp_path / "c.xlsx", b"x"), tmp_path / "d.xlsx",
    ):  # fmt: skip
        said = main("questionnaire", action, path)
        assert said.code in {2, 3}
        assert len(said.sentences) == 1, said.err


def test_a_text_question_is_counted_as_answered(main, tmp_path):
    assert main("questionnaire", "publish", form(tmp_path / "f.xlsx", GOOD)).code == 0
    rows = [[*HEADER[:4], "gop_y", "tuoi"], ["06811", DAY, "1", None, "Tốt", 40],
            ["06811", DAY, "2", None, None, 41]]  # fmt: skip
    path = makers.xlsx(tmp_path / "x.xlsx", rows)
    said = main("surveys", "import", path, "--questionnaire", "thu")
    assert (said.code, said.data["accepted"]) == (0, 2)
    report = main(*REPORT, tmp_path / "x.json", "--questionnaire", "thu").data["units"][0]
    assert [(q["code"], q["answered"], q["blank"]) for q in report["questions"]] == [
        ("gop_y", 1, 1), ("tuoi", 2, 0),
    ]  # fmt: skip


def test_the_shipped_questionnaire_cut_short_is_told(main, tmp_path):
    whole = builtin_path("qn-18-2021").read_bytes()
    for part in (0.1, 0.5, 0.9, 0.99):
        path = text(tmp_path / "x.xlsx", whole[: int(len(whole) * part)])
        assert main("questionnaire", "check", path).code == 2
