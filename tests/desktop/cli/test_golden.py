"""The golden case: from the demo store, every count that the report of 2023 prints."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pypdf
import pytest

from desktop.session import open_session
from models.surveys.demo import CENTRE as CENTRE_UNIT
from models.units.commands import define_unit
from tests.conftest import SECRET
from tests.desktop.cli.conftest import Command

REFERENCE = Path(__file__).parents[2] / "reference" / "uong_bi_2023_satisfaction.json"
CENTRE, COMMUNES = json.loads(REFERENCE.read_text(encoding="utf-8"))["groups"]
YEAR = ("report", "satisfaction", "--from", "2023-01-01", "--to", "2023-12-31", "--out")


@pytest.fixture
def figures(demo: Command, tmp_path: Path) -> dict[str, Any]:
    """The figures of 2023 as the command gives them."""
    said = demo(*YEAR, tmp_path / "x.json")
    assert said.code == 0, said.err
    return said.data


def counts(units: list[dict[str, Any]]) -> Counter[tuple[str, str]]:
    total: Counter[tuple[str, str]] = Counter()
    for unit in units:
        for question in unit["questions"]:
            for option in question["options"]:
                total[question["code"], option["code"]] += option["n"]
    return +total


def printed(group: dict[str, Any]) -> Counter[tuple[str, str]]:
    return +Counter(
        {
            (question["code"], item["option"]): item["n"]
            for question in group["questions"]
            for item in question["tally"]
        }
    )


def test_the_centre_has_every_printed_count(figures):
    centre = figures["units"][0]
    assert (centre["code"], centre["valid"], centre["invalid"]) == ("196-TTHCC", 1519, 0)
    assert centre["name"] == "Trung tâm Hành chính công thành phố"
    assert counts([centre]) == printed(CENTRE)


def test_the_ten_communes_have_every_printed_count(figures):
    communes = figures["units"][1:]
    assert len(communes) == 10
    assert all(290 <= unit["valid"] <= 300 for unit in communes)
    assert sum(unit["valid"] for unit in communes) == COMMUNES["valid_ballots"] == 2987
    assert counts(communes) == printed(COMMUNES)


def test_blanks_are_counted_and_shown_where_the_report_hides_them(figures):
    questions = {item["code"]: item for item in figures["units"][0]["questions"]}
    attitude = questions["thai_do"]
    assert (attitude["answered"], attitude["blank"], attitude["blank_percent"]) == (1513, 6, 0.4)
    assert attitude["options"][0]["percent"] == 99.6
    assert [item["blank"] for code, item in questions.items() if code != "thai_do"] == [0] * 6
    for unit in figures["units"][1:]:
        second = next(q for q in unit["questions"] if q["code"] == "thanh_phan_ho_so")
        assert (second["answered"], second["blank"]) == (0, unit["valid"])


def test_percentages_are_of_the_valid_slips(figures):
    for unit in [*figures["units"], *figures["groups"], figures["total"]]:
        for question in unit["questions"]:
            for option in question["options"]:
                exact = 100 * option["n"] / unit["valid"]
                assert option["percent"] == pytest.approx(exact, abs=0.051)
                assert (option["percent"] == 100) == (option["n"] == unit["valid"])
                assert (option["percent"] == 0) == (option["n"] == 0)
    assert figures["units"][0]["satisfied_percent"] == 100


def test_the_json_file_holds_the_same_document(demo, tmp_path):
    said = demo(*YEAR, tmp_path / "x.json")
    written = json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))
    assert {key: said.data[key] for key in written} == written
    assert said.data["period"] == {"from": "2023-01-01", "to": "2023-12-31"}
    assert said.data["file"] == str(tmp_path / "x.json")
    assert said.data["sha256"] == hashlib.sha256((tmp_path / "x.json").read_bytes()).hexdigest()


WORDS = (
    "1.519 phiếu phản hồi hợp lệ",
    "việc công khai thủ tục hành chính: rất tốt 1.519 phiếu (100%), đáp ứng yêu cầu: 0 phiếu",
    "trước ngày hẹn trả kết quả 531 phiếu (35%), đúng ngày hẹn trả kết quả 988 phiếu (65%)",
    "thân thiện, trách nhiệm 1.513 phiếu (99,6%)",
    "đánh giá chung: rất hài lòng 1.428 phiếu (94%), hài lòng 91 phiếu (6%)",
    "2.987 phiếu phản hồi hợp lệ",
)


@pytest.mark.parametrize("words", WORDS)
def test_the_narrative_has_the_seed_s_words(figures, words):
    assert words in " ".join(figures["narrative"])


def test_the_narrative_keeps_the_seed_s_order(figures):
    first = figures["narrative"][0]
    assert first.startswith("Năm 2023,")
    assert [first.index(words) for words in WORDS[:5]] == sorted(
        first.index(words) for words in WORDS[:5]
    )


def test_the_pdf_holds_the_figures_and_the_same_input_gives_the_same_bytes(demo, tmp_path):
    one, two = demo(*YEAR, tmp_path / "a.pdf"), demo(*YEAR, tmp_path / "b.pdf")
    assert one.data["sha256"] == two.data["sha256"]
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    pages = pypdf.PdfReader(tmp_path / "a.pdf").pages
    text = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))
    for words in (*WORDS, "BÁO CÁO", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Phường Thanh Sơn"):
        assert words in text


def test_one_unit_alone_and_a_month_alone_add_up_to_the_whole(demo, tmp_path, figures):
    one = demo(*YEAR, tmp_path / "x.json", "--unit", "06811").data
    assert [unit["name"] for unit in one["units"]] == ["Phường Thanh Sơn"]
    assert one["units"][0]["questions"] == figures["units"][[
        unit["code"] for unit in figures["units"]
    ].index("06811")]["questions"]  # fmt: skip
    total = 0
    for month, last in ((1, 31), (2, 28), (3, 31)):
        said = demo("report", "satisfaction", "--from", f"2023-{month:02}-01",
                    "--to", f"{last}/{month:02}/2023", "--out", tmp_path / "m.json")  # fmt: skip
        total += said.data["total"]["valid"]
    quarter = demo("report", "satisfaction", "--from", "2023-01-01", "--to", "2023-03-31",
                   "--out", tmp_path / "q.json")  # fmt: skip
    assert quarter.data["total"]["valid"] == total > 0


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_exported_and_imported_elsewhere_gives_the_same_report(
    demo, main, paths, tmp_path, figures, suffix
):
    out = tmp_path / f"slips.{suffix}"
    assert demo("surveys", "export", out).data["rows"] == 4506
    # The other store knows the wards, but must be told of the centre.
    session = open_session(paths, SECRET)
    session.store.write(lambda tx: define_unit(tx, CENTRE_UNIT), actor=session.account)
    session.store.close()
    said = main("surveys", "import", out)
    assert (said.code, said.data["accepted"], said.data["problems"]) == (0, 4506, [])
    report = main(*YEAR, tmp_path / "y.json")
    same = {key for key in figures if key not in {"file", "sha256"}}
    assert {key: report.data[key] for key in same} == {key: figures[key] for key in same}
    again = main("surveys", "import", out)
    assert (again.code, again.data["accepted"], again.data["rejected"]) == (2, 0, 4506)
    assert main(*YEAR, tmp_path / "z.json").data["check_code"] == figures["check_code"]
