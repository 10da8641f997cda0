"""The report on digital addresses: the golden counts in every format, the three counts apart."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.document import BarChart, Document, KeepTogether, Table
from exports.household_report import household_document
from exports.household_wording import narrative
from exports.writers.files import SUFFIXES, render
from models.figures import format_decimal, format_integer, percent
from models.households.fields import OUTCOME_CODES, OUTCOMES
from models.households.figures import HamletFigures, RegisterFigures, UnitFigures
from models.households.records import Progress
from tests.exports.households.case import SETTINGS, YEAR_2023, added, golden_figures
from tests.exports.households.reading import book_rows, csv_rows, docx_words, words

SEED = (
    "Tại 10 phường, xã với 99 thôn, khu, đã được cấp danh sách 14.300/34.043 hộ dân cư có địa chỉ "
    "số, đạt 42%, còn 19.743 hộ chưa có địa chỉ số."
)
# unit ("" for all), hamlet ("" for the unit), households, with code, checked, plate
Figures = set[tuple[str, str, int, int, int, int]]


def wanted() -> Figures:
    figures = golden_figures()
    return {
        ("", "", *_counts(figures.total)),
        *((unit.name, "", *_counts(unit.progress)) for unit in figures.units),
        *(
            (unit.name, hamlet.name, *_counts(hamlet.progress))
            for unit in figures.units
            for hamlet in unit.hamlets
        ),
    }


def _counts(progress: Progress) -> tuple[int, int, int, int]:
    return (progress.households, progress.with_code, progress.checked, progress.plate)


def from_json(raw: bytes) -> Figures:
    keys = ("households", "with_code", "checked", "plate")
    data = json.loads(raw)
    told = {("", "", *(data["total"][key] for key in keys))}
    for unit in data["units"]:
        told.add((unit["name"], "", *(unit[key] for key in keys)))
        for hamlet in unit["hamlets"]:
            told.add((unit["name"], hamlet["name"], *(hamlet[key] for key in keys)))
    return told


def from_records(rows: list[dict[str, object]]) -> Figures:
    names = ("Số hộ", "Có mã trong danh sách", "Đã rà soát tại chỗ", "Đã gắn biển")
    return {
        (
            "" if row["Cấp"] == "Toàn bộ" else str(row["Đơn vị"]),
            str(row["Thôn, khu"] or ""),
            *(int(str(row[name])) for name in names),
        )
        for row in rows
    }


def from_csv(raw: bytes) -> Figures:
    head, *rows = csv_rows(raw)
    return from_records([dict(zip(head, row, strict=True)) for row in rows])


def from_xlsx(raw: bytes) -> Figures:
    head, *rows = book_rows(raw)["Chi tiết"]
    return from_records([dict(zip(map(str, head), row, strict=True)) for row in rows])


@pytest.mark.parametrize(
    ("suffix", "read"), [(".json", from_json), (".csv", from_csv), (".xlsx", from_xlsx)]
)
def test_a_file_holds_exactly_the_figures(suffix, read, files):
    assert read(files[suffix]) == wanted()


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".md"])
def test_a_printed_file_holds_every_line(suffix, files):
    text = {".pdf": words, ".docx": docx_words, ".md": bytes.decode}[suffix](files[suffix])
    text = text.replace("|", " ").replace("*", "")
    text = " ".join(text.split())
    for unit, hamlet, households, code, checked, plate in wanted():
        label = hamlet or unit or "Tổng cộng"
        shares = [format_decimal(percent(part, households)) for part in (code, checked, plate)]
        parts = zip((code, checked, plate), shares, strict=True)
        cells = " ".join(f"{format_integer(n)} {share}" for n, share in parts)
        assert f"{label} {format_integer(households)} {cells}" in text


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_format_tells_the_golden_counts(suffix, files):
    if suffix == ".csv":
        head, total, *_ = csv_rows(files[suffix])
        told = dict(zip(head, total, strict=True))
        assert [told[name] for name in ("Số hộ", "Có mã trong danh sách", "Có mã (%)",
                                        "Chưa có mã", "Số đơn vị", "Số thôn, khu")] == [
            "34043", "14300", "42.0", "19743", "10", "99",
        ]  # fmt: skip
        return
    text = {
        ".pdf": words, ".docx": docx_words, ".md": bytes.decode, ".json": bytes.decode,
        ".xlsx": lambda raw: str(book_rows(raw)["Thuyết minh"]),
    }[suffix](files[suffix])  # fmt: skip
    assert SEED in text


def test_the_json_has_the_shape_of_the_contract(files):
    data = json.loads(files[".json"])
    assert data["period"] == {"from": "2023-01-01", "to": "2023-12-31"}
    assert len(data["units"]) == 10
    assert sum(len(unit["hamlets"]) for unit in data["units"]) == 99
    total = data["total"]
    assert (total["households"], total["with_code"], total["without_code"]) == (34043, 14300, 19743)
    assert total["with_code_percent"] == 42.0
    assert (total["units"], total["hamlets"]) == (10, 99)
    for part in (total, *data["units"]):
        assert set(part["outcomes"]) == {"chua_ra_soat", *OUTCOME_CODES}
        assert sum(part["outcomes"].values()) == part["households"]
    assert data["narrative"] == list(narrative(golden_figures()))
    assert data["check_code"] in words(files[".pdf"])


def test_the_three_counts_are_three_sentences():
    code, checked, plate, outcomes, *_ = narrative(golden_figures())
    assert code == SEED
    assert "đã rà soát tại chỗ 5.021/34.043 hộ, đạt 14,7%; trong đó rà soát trong kỳ báo cáo " in (
        checked
    )
    assert checked.endswith("1.204 hộ.")
    assert "đã gắn biển địa chỉ số cho 613/34.043 hộ, đạt 1,8%" in plate
    assert outcomes.startswith("Kết quả rà soát 5.021 hộ: đúng ")


def test_a_long_register_has_its_hamlets_in_the_annex(report: Document):
    tables = [block for block in report.blocks if isinstance(block, Table)]
    assert len(tables[0].rows) == 11
    [annex] = [block for block in report.annexes if isinstance(block, Table)]
    kinds = [row.kind for row in annex.rows]
    assert (kinds.count("section"), kinds.count("body"), kinds.count("total")) == (10, 99, 1)


def one_unit(hamlets: int, name: str = "Phường Vàng Danh") -> RegisterFigures:
    parts = tuple(
        HamletFigures(f"Khu {n}", "", Progress(100, n, n, n, 0, {"dung": n}))
        for n in range(1, hamlets + 1)
    )
    whole = added([part.progress for part in parts])
    unit = UnitFigures("06820", name, parts, whole)
    return RegisterFigures(YEAR_2023, "today", (unit,), whole, 0, 0)


def test_a_single_unit_is_named_and_shows_its_hamlets():
    figures = one_unit(12)
    document = household_document(figures, SETTINGS)
    assert document.annexes == ()
    assert narrative(figures)[0].startswith("Tại phường Vàng Danh với 12 thôn, khu, ")
    charts = [block for block in document.blocks if isinstance(block, BarChart)]
    assert [len(chart.bars) for chart in charts] == [12, 12]
    assert charts[0].bars[4].label == "5 hộ (5%)"


def test_more_bars_than_fit_a_page_are_cut():
    document = household_document(one_unit(90), SETTINGS)
    charts = [block for block in document.blocks if isinstance(block, BarChart)]
    assert [len(chart.bars) for chart in charts] == [40, 40, 10, 40, 40, 10]
    assert charts[1].title.endswith("(2/3)")
    assert "Khu 90" in words(render(document, ".pdf"))


def test_households_without_a_hamlet_make_none():
    hamlets = (HamletFigures("", "", Progress(3, 1)), HamletFigures("Khu 1", "", Progress(2)))
    figures = RegisterFigures(
        YEAR_2023, "recorded", (UnitFigures("1", "Xã A", hamlets, Progress(5, 1)),),
        Progress(5, 1), 0, 0,
    )  # fmt: skip
    document = household_document(figures)
    assert narrative(figures)[0].startswith("Tại xã A với 1 thôn, khu, ")
    assert "Chưa rõ thôn, khu" in render(document, ".md").decode()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_empty_register_prints(suffix):
    nothing = RegisterFigures(YEAR_2023, "today", (), Progress(), 0, 0)
    document = household_document(nothing)
    assert narrative(nothing) == ("Chưa có danh sách hộ dân cư.",)
    assert render(document, suffix)


def test_an_outcome_of_a_newer_version_is_told():
    total = Progress(10, 0, 3, 0, 0, {"dung": 1, "hoa_giai": 2})
    figures = replace(golden_figures(), total=total)
    assert "đúng 1 hộ (33,3%); hoa_giai 2 hộ (66,7%)" in " ".join(narrative(figures))


def test_many_lists_are_told_with_the_newest():
    lists = tuple((f"Danh sách {n}", date(2026, 1, n)) for n in range(1, 9))
    [told] = [s for s in narrative(replace(golden_figures(), lists=lists)) if "theo danh sách" in s]
    assert "3 danh sách trước đó" in told
    assert "“Danh sách 8” (nhập ngày 08/01/2026)." in told


@given(
    st.lists(
        st.tuples(*[st.integers(0, 500)] * 4, st.lists(st.integers(0, 90), min_size=7, max_size=7)),
        min_size=1, max_size=6,
    )
)  # fmt: skip
def test_shares_never_claim_more_than_was_counted(parts):
    hamlets = []
    for n, (more, code, checked, plate, outcomes) in enumerate(parts):
        whole = max(code, checked, plate) + more
        told = dict(zip(OUTCOME_CODES, outcomes, strict=True))
        hamlets.append(
            HamletFigures(f"Khu {n}", "", Progress(whole, code, checked, plate, 0, told))
        )
    total = added([hamlet.progress for hamlet in hamlets])
    unit = UnitFigures("1", "Phường A", tuple(hamlets), total)
    data = household_document(RegisterFigures(YEAR_2023, "today", (unit,), total, 0, 0)).figures
    for part in (data["total"], *data["units"][0]["hamlets"]):
        assert part["with_code"] + part["without_code"] == part["households"]
        for name in ("with_code", "checked", "plate"):
            share = Decimal(str(part[f"{name}_percent"]))
            assert (share == 100) == (part[name] == part["households"] > 0)
            assert (share == 0) == (part[name] == 0)


def test_outcomes_stand_in_their_order(report: Document):
    [kept] = [block for block in report.blocks if isinstance(block, KeepTogether)]
    [table] = kept.blocks
    assert isinstance(table, Table)
    names = [row.cells[0] for row in table.rows]
    assert names[: len(OUTCOMES)] == [option.vi for option in OUTCOMES]
    assert names[-3:] == ["Đã rà soát", "Chưa rà soát", "Tổng số hộ"]
    assert table.rows[0].cells == ("Đúng", 3827, Decimal("76.2"), Decimal("11.2"))
    assert table.rows[-2].cells == ("Chưa rà soát", 29022, None, Decimal("85.3"))


def test_the_same_bytes_again(report: Document, files):
    for suffix in SUFFIXES:
        assert render(report, suffix) == files[suffix]
