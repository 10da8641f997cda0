"""`households erase` and `households export`: what goes, what is asked for, who may."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desktop.cli.conftest import Command
from tests.desktop.cli.test_contract import refused
from tests.desktop.cli.test_households import AN, BINH, HEADER, a_list, found
from tests.exports.households.reading import words
from tests.exports.sheets.makers import xlsx

ERASE = ("--reason", "nguoi_dan_yeu_cau")
PERSONAL = ("Nguyễn Văn An", "0912345678")


@pytest.fixture
def filled(main: Command, tmp_path: Path) -> Command:
    """A fresh store with two households."""
    assert main("households", "import", a_list(tmp_path, AN, BINH)).code == 0
    return main


def text_of(path: Path) -> str:
    """Return all that a file holds in plain text."""
    if path.suffix == ".pdf":
        return words(path.read_bytes())
    if path.suffix == ".csv":
        return path.read_text("utf-8-sig")
    import openpyxl

    [sheet] = openpyxl.load_workbook(path)
    return "\n".join("|".join(map(str, row)) for row in sheet.iter_rows(values_only=True))


def test_an_erased_household_is_found_no_more_and_no_list_brings_it_back(filled, tmp_path):
    said = filled("households", "erase", "HB-1", *ERASE)
    assert said.code == 0, said.err
    assert (said.data["entries"], said.data["lists"]) == (1, 1)
    assert said.data["households"] == [said.data["household"]]
    assert found(filled, "Nguyễn Văn An") == []
    assert len(found(filled, "Trần Thị Bình")) == 1
    path = xlsx(tmp_path / "again.xlsx", [HEADER, AN, BINH])
    for again in (filled("households", "import", path, "--dry-run"),
                  filled("households", "import", path)):  # fmt: skip
        assert again.code == 0, again.err
        assert (again.data["erased"], again.data["added"], again.data["unchanged"]) == (1, 0, 1)
        assert "đã xóa theo yêu cầu trước đây" in again.data["notes"][0]["message"]
        assert again.data["notes"][0]["row"] == 2
    assert filled("doctor").code == 0


def test_what_cannot_be_erased_is_said(filled):
    told = refused(filled("households", "erase", "HB-1", "--reason", "thich"))
    assert "nguoi_dan_yeu_cau" in told
    assert "household" not in refused(filled("households", "erase", "HB-9", *ERASE))
    done = filled("households", "erase", "HB-1", *ERASE).data
    for again in (("erase", done["household"], *ERASE),
                  ("check", done["household"], "--outcome", "dung")):  # fmt: skip
        assert "đã xóa theo yêu cầu" in refused(filled("households", *again))


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".pdf"])
def test_names_and_telephones_leave_only_where_they_are_asked_for(filled, tmp_path, suffix):
    plain, whole = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"
    said = filled("households", "export", plain)
    assert (said.code, said.data["rows"], said.data["personal"]) == (0, 2, False)
    assert not any(word in text_of(plain) for word in PERSONAL)
    said = filled("households", "export", whole, "--personal")
    assert (said.code, said.data["rows"], said.data["personal"]) == (0, 2, True)
    assert all(word in text_of(whole) for word in PERSONAL)


def test_an_erased_household_goes_into_no_file(filled, tmp_path):
    assert filled("households", "erase", "HB-1", *ERASE).code == 0
    assert filled("households", "export", tmp_path / "a.csv", "--personal").data["rows"] == 1


@pytest.mark.parametrize(
    "options", [("a.doc",), ("no/a.csv",), ("a.csv", "--unit", "99999")]
)
def test_an_export_that_cannot_be_made_is_said(filled, tmp_path, options):
    target, *others = options
    refused(filled("households", "export", tmp_path / target, *others))
    assert list(tmp_path.glob("a.*")) == []


def test_the_audit_is_told_whether_persons_are_named(filled, tmp_path):
    for options, details in (
        ((), "danh sách hộ, tệp .csv, 2 dòng"),
        (("--personal",),
         "danh sách hộ kèm họ tên, điện thoại, tệp .csv, 2 dòng, có dữ liệu cá nhân"),
    ):  # fmt: skip
        assert filled("households", "export", tmp_path / "a.csv", *options).code == 0
        told = filled("audit", "list").data["entries"]
        assert next(one for one in told if one["type"] == "audit.exported")["details"] == details
