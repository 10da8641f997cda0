"""`report compare`, `report trend` and `pack` on the demo store's slips of 2023."""

from __future__ import annotations

import json
from datetime import date
from functools import partial
from pathlib import Path

from desktop.paths import DataPaths
from desktop.sample_account import PASSWORD
from desktop.session import open_session
from models.audit.queries import is_pack_made
from models.periods import month_of
from tests.desktop.cli.conftest import Command

OCTOBER = ("--from", "2023-10-01", "--to", "2023-10-31")


def test_two_months_are_compared_without_a_file(demo: Command) -> None:
    said = demo(
        "report", "compare", *OCTOBER, "--with-from", "2023-09-01", "--with-to", "30/09/2023"
    )
    assert said.code == 0, said.err
    assert (said.data["first"]["valid"], said.data["second"]["valid"]) == (344, 398)
    assert said.data["satisfied"]["verdict"] == "noise"
    assert "file" not in said.data


def test_two_units_are_compared_in_a_file(demo: Command, tmp_path: Path) -> None:
    out = tmp_path / "x.json"
    said = demo(
        "report", "compare", "--from", "2023-01-01", "--to", "2023-12-31", "--unit", "196-TTHCC",
        "--with-unit", "06832", "--out", out,
    )  # fmt: skip
    assert said.code == 0, said.err
    assert said.data["second"]["units"] == ["Trung tâm Hành chính công thành phố"]
    written = json.loads(out.read_text(encoding="utf-8"))
    assert written["check_code"] == said.data["check_code"]
    verdicts = {
        (question["code"], option["code"]): (option["change"] or {}).get("verdict")
        for question in written["questions"] for option in question["options"]
    }  # fmt: skip
    # 1.519 of 1.519 at the centre against 298 of 299.
    assert verdicts["thanh_phan_ho_so", "dung_cong_khai"] == "higher"
    assert verdicts["danh_gia_chung", "rat_hai_long"] in {"lower", "noise"}


def test_small_numbers_cannot_be_hidden_where_slips_are_shared(demo: Command) -> None:
    said = demo(
        "report", "compare", *OCTOBER, "--with-from", "2023-01-01", "--with-to", "2023-12-31",
        "--hide-small",
    )  # fmt: skip
    assert said.code == 2
    assert said.data["error"]["code"] == "documents.shared_small"


def test_a_year_of_months_and_all_units(demo: Command, tmp_path: Path) -> None:
    said = demo("report", "trend", "--from", "2023-01-01", "--to", "2023-12-31",
                "--out", tmp_path / "x.md")  # fmt: skip
    assert said.code == 0, said.err
    assert [month["valid"] for month in said.data["months"]][8:10] == [344, 398]
    assert sum(unit["valid"] for unit in said.data["units"]) == 4506


def test_the_pack_is_two_files_and_the_audit_knows_its_month(
    demo: Command, demo_paths: DataPaths, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    said = demo("pack", "--month", "2023-10", "--out", out)
    assert said.code == 0, said.err
    names = [Path(one["file"]).name for one in said.data["files"]]
    assert names == ["bao-cao-thang-2023-10-196TTHCC.pdf", "bao-cao-thang-2023-10-196TTHCC.docx"]
    assert sorted(path.name for path in out.iterdir()) == sorted(names)
    session = open_session(demo_paths, PASSWORD)
    october, september = (month_of(date(2023, month, 1)) for month in (10, 9))
    assert session.store.read(partial(is_pack_made, month=october))
    assert not session.store.read(partial(is_pack_made, month=september))
    session.store.close()


def test_a_month_that_is_not_over_or_none_is_refused(demo: Command, tmp_path: Path) -> None:
    for month, code in (
        ("2999-12", "seeing.month_not_over"), ("2023-13", "seeing.bad_month"),
        ("mai", "seeing.bad_month"), ("1-1", "seeing.bad_month"),
    ):  # fmt: skip
        said = demo("pack", "--month", month, "--out", tmp_path)
        assert (said.code, said.data["error"]["code"]) == (2, code)
