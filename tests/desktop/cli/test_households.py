"""`households import`, `search` and `check`: names, results, exit codes, and what is stored."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

import pytest

from desktop.paths import DataPaths
from tests.desktop.cli.conftest import Command, Said, event_count
from tests.desktop.cli.test_contract import refused
from tests.exports.sheets import makers

HEADER = [
    "STT", "Mã hộ", "Họ và tên chủ hộ", "SĐT", "Số nhà", "Đường", "Thôn/Khu", "Phường/Xã cũ",
    "Mã địa chỉ số",
]  # fmt: skip
BAC_SON, SPLIT = "Phường Bắc Sơn", "Phường Trưng Vương"
AN = [1, "HB-1", "Nguyễn Văn An", "0912345678", "12", "Trần Phú", "Khu 1", BAC_SON, "0221300001"]
BINH = [2, "HB-2", "Trần Thị Bình", "0987654321", "14", "Trần Phú", "Khu 1", BAC_SON, None]
CHI = [3, "HB-3", "Lê Thị Chi", None, "3", "Lê Lợi", "Khu 2", SPLIT, None]
PLACE = ("--place", "06820/Khu 2=06811")


def a_list(folder: Path, *rows: list[Any], header: list[str] = HEADER) -> Path:
    return makers.xlsx(folder / "Danh sách hộ.xlsx", [header, *rows])


def counts(said: Said) -> tuple[int, int, int, int]:
    data = said.data
    return data["added"], data["updated"], data["unchanged"], data["rejected"]


def found(main: Command, *words: str) -> list[dict[str, Any]]:
    said = main("households", "search", *words)
    assert said.code == 0, said.err
    return list(said.data["households"])


@pytest.fixture
def filled(main: Command, tmp_path: Path) -> Command:
    """A fresh store with two households."""
    assert counts(main("households", "import", a_list(tmp_path, AN, BINH))) == (2, 0, 0, 0)
    return main


# import


@pytest.mark.parametrize("suffix", ["xlsx", "csv", "xls"])
def test_a_list_is_taken_in_whole_and_twice_changes_nothing(main, paths, tmp_path, suffix):
    make = {"xlsx": makers.xlsx, "csv": makers.csv, "xls": makers.xls}[suffix]
    path = make(tmp_path / f"x.{suffix}", [HEADER, AN, BINH])
    said = main("households", "import", path)
    assert said.code == 0, said.err
    assert counts(said) == (2, 0, 0, 0)
    assert {"added", "updated", "unchanged", "rejected", "problems"} <= set(said.data)
    held = event_count(paths.folder)
    assert counts(main("households", "import", path)) == (0, 0, 2, 0)
    assert event_count(paths.folder) == held


def test_a_newer_list_updates_what_the_list_owns(filled, tmp_path):
    newer = [*AN[:3], "0911111111", *AN[4:]]
    assert counts(filled("households", "import", a_list(tmp_path, newer, BINH))) == (0, 1, 1, 0)
    assert [one["phone"] for one in found(filled, "HB-1")] == ["0911111111"]


def test_a_list_never_overwrites_what_was_checked(filled, tmp_path):
    filled("households", "check", "HB-1", "--outcome", "sai_thong_tin", "--field",
           "name=Nguyễn Văn Anh")  # fmt: skip
    newer = [*AN[:2], "Nguyễn Văn Ân", *AN[3:]]
    assert counts(filled("households", "import", a_list(tmp_path, newer, BINH))) == (0, 1, 1, 0)
    one = found(filled, "HB-1")[0]
    assert (one["name"], one["conflict"]) == ("Nguyễn Văn Anh", True)


def test_a_dry_run_says_the_same_and_stores_nothing(main, paths, tmp_path):
    before = event_count(paths.folder)
    said = main("households", "import", a_list(tmp_path, AN, BINH), "--dry-run")
    assert (said.code, counts(said)) == (0, (2, 0, 0, 0))
    assert event_count(paths.folder) == before


def test_a_dry_run_names_rows_that_may_be_one_household(main, tmp_path):
    twice = [3, "HB-9", "Trần Thị Than Bình", *BINH[3:]]
    path = a_list(tmp_path, AN, BINH, twice)
    said = main("households", "import", path, "--dry-run")
    assert (said.code, counts(said)) == (0, (3, 0, 0, 0))
    assert [note["row"] for note in said.data["notes"]] == [4]
    assert said.data["notes"][0]["message"] in said.err
    assert main("households", "import", path).data["notes"] == []


def test_a_rejected_row_stops_all_unless_the_good_ones_are_wanted(main, paths, tmp_path):
    path = a_list(tmp_path, AN, [2, "HB-2", None, None, None, None, "Khu 1", BAC_SON, None])
    before = event_count(paths.folder)
    said = main("households", "import", path)
    assert (said.code, counts(said)) == (2, (0, 0, 0, 1))
    assert [problem["row"] for problem in said.data["problems"]] == [3]
    assert "--accept-valid" in said.err
    assert event_count(paths.folder) == before
    said = main("households", "import", path, "--accept-valid")
    assert (said.code, counts(said)) == (0, (1, 0, 0, 1))


def test_a_hamlet_of_a_split_unit_waits_for_a_person(main, paths, tmp_path):
    path = a_list(tmp_path, AN, CHI)
    before = event_count(paths.folder)
    for words in ((), ("--accept-valid",), ("--dry-run",)):
        said = main("households", "import", path, *words)
        assert said.code == 2
        assert said.data["unsettled"] == [
            {"old_unit": "06820", "hamlet": "Khu 2", "rows": 1, "units": ["06811", "06820"]}
        ]
        assert '--place "06820/Khu 2=' in said.err
    assert event_count(paths.folder) == before
    assert counts(main("households", "import", path, *PLACE)) == (2, 0, 0, 0)
    assert [(one["unit"], one["old_unit"]) for one in found(main, "HB-3")] == [("06811", "06820")]
    # Said once, it is known.
    assert main("households", "import", path).code == 0


@pytest.mark.parametrize(
    "place",
    ["06820/Khu 2", "Khu 2=06811", "06820/=06811", "06820/Khu 2=06814", "06811/Khu 2=06811", "="],
)
def test_a_place_that_is_none_is_told(main, paths, tmp_path, place):
    before = event_count(paths.folder)
    said = main("households", "import", a_list(tmp_path, AN, CHI), "--place", place)
    assert said.code == 2
    assert "Traceback" not in said.err
    assert event_count(paths.folder) == before


def test_rows_that_name_no_unit_and_no_hamlet_get_those_that_are_said(main, tmp_path):
    header = ["Họ và tên chủ hộ", "Số nhà", "Đường"]
    path = a_list(tmp_path, ["Nguyễn Văn An", "12", "Trần Phú"], header=header)
    assert main("households", "import", path).code == 2
    assert main("households", "import", path, "--hamlet", "khu 5", "--unit", "99999").code == 2
    assert counts(main("households", "import", path, "--hamlet", "khu 5")) == (1, 0, 0, 0)
    one = found(main, "an")[0]
    assert (one["unit"], one["hamlet"]) == ("06811", "Khu 5")


def test_likely_rows_stay_apart_or_are_joined_when_asked(filled, tmp_path):
    # The same house and nearly the same name, from a list with no codes of its own.
    header = ["Họ và tên chủ hộ", "Số nhà", "Đường", "Thôn/Khu", "Phường/Xã cũ"]
    path = a_list(tmp_path, ["Trần Bình", "14", "Trần Phú", "Khu 1", BAC_SON], header=header)
    said = filled("households", "import", path, "--dry-run")
    assert said.code == 0
    if said.data["likely"]:
        assert "--join-likely" in said.err
        assert counts(said) == (1, 0, 0, 0)
        said = filled("households", "import", path, "--join-likely")
    assert counts(said) == (0, 1, 0, 0)


# search


def test_search_finds_as_the_search_box_does(filled):
    for words in (["binh"], ["Trần", "Bình"], ["binh tran phu"], ["654321"], ["hb-2"]):
        assert [one["name"] for one in found(filled, *words)] == ["Trần Thị Bình"], words
    assert len(found(filled, "tran phu")) == 2
    assert len(found(filled, "tran phu", "--limit", "1")) == 1
    assert found(filled, "…") == []


def test_a_household_is_told_with_all_that_is_known(filled):
    one = found(filled, "0221300001")[0]
    assert uuid.UUID(one["id"])
    assert {key: one[key] for key in ("name", "hamlet", "unit", "old_unit", "code", "phone")} == {
        "name": "Nguyễn Văn An", "hamlet": "Khu 1", "unit": one["unit"], "old_unit": "06814",
        "code": "0221300001", "phone": "0912345678",
    }  # fmt: skip
    assert (one["outcome"], one["checked_on"], one["conflict"]) == ("", None, False)
    assert one["unit_name"].startswith("Phường ")


@pytest.mark.parametrize("limit", ["0", "-1", "nhiều", ""])
def test_a_limit_that_is_no_number_is_told(filled, limit):
    refused(filled("households", "search", "an", f"--limit={limit}"))


@pytest.mark.parametrize("limit", ["10001", "9" * 5000])
def test_a_limit_beyond_what_one_search_finds_is_told(filled, limit):
    said = refused(filled("households", "search", "an", f"--limit={limit}"))
    assert "10.000" in said


# check


def test_a_check_is_recorded(filled):
    said = filled(
        "households", "check", "HB-1", "--outcome", "sai_thong_tin", "--field",
        "phone=+84 911 222 333", "--field", "place=21.03,106.77", "--field", "has_plate=có",
        "--field", "plate_on=05/10/2026", "--note", "Gặp vợ chủ hộ",
    )  # fmt: skip
    assert said.code == 0, said.err
    assert uuid.UUID(said.data["event_id"])
    assert said.data["conflict"] is False
    one = found(filled, "HB-1")[0]
    assert (one["outcome"], one["phone"]) == ("sai_thong_tin", "0911222333")
    assert (one["has_plate"], one["plate_on"]) == (True, "2026-10-05")
    assert one["place"] == {"lat": 21.03, "lon": 106.77, "source": "typed", "accuracy": None}


@pytest.mark.parametrize("named", ["HB-1", "0221300001", "id"])
def test_a_household_is_named_by_its_id_or_a_code_of_its_own(filled, named):
    household = found(filled, "HB-1")[0]["id"]
    said = filled(
        "households", "check", household if named == "id" else named, "--outcome", "dung"
    )
    assert said.data["household"] == household


def test_a_code_of_two_households_names_none(filled):
    filled("households", "check", "HB-2", "--outcome", "trung_ma", "--field", "code=0221300001")
    told = refused(filled("households", "check", "0221300001", "--outcome", "dung"))
    assert found(filled, "HB-1")[0]["id"] in told


def test_latitude_and_longitude_may_be_given_apart_and_taken_away(filled):
    check = ("households", "check", "HB-1", "--outcome", "dung", "--field")
    filled(*check, "lat=21,5", "--field", "lon=106,5")
    assert found(filled, "HB-1")[0]["place"]["lat"] == 21.5
    filled(*check, "place=")
    assert found(filled, "HB-1")[0]["place"] is None


def test_half_a_place_says_what_is_missing(filled):
    words = ("households", "check", "HB-1", "--outcome", "dung", "--field", "lat=21.03")
    assert "lon" in refused(filled(*words))


@pytest.mark.parametrize(
    "words",
    [
        ("HB-9", "--outcome", "dung"),
        ("", "--outcome", "dung"),
        (str(uuid.uuid4()), "--outcome", "dung"),
        ("HB-1", "--outcome", "tuyet_voi"),
        ("HB-1", "--outcome", ""),
        ("HB-1",),
        ("HB-1", "--outcome", "dung", "--field", "phone"),
        ("HB-1", "--outcome", "dung", "--field", "phone=12"),
        ("HB-1", "--outcome", "dung", "--field", "code=123"),
        ("HB-1", "--outcome", "dung", "--field", "place_id=123"),
        ("HB-1", "--outcome", "dung", "--field", "place=ở kia"),
        ("HB-1", "--outcome", "dung", "--field", "lat=21.03"),
        ("HB-1", "--outcome", "dung", "--field", "has_plate=chắc là có"),
        ("HB-1", "--outcome", "dung", "--field", "plate_on=mai"),
        ("HB-1", "--outcome", "dung", "--field", "outcome=dung"),
        ("HB-1", "--outcome", "dung", "--field", "cccd=001"),
        ("HB-1", "--outcome", "dung", "--on", "2999-01-01"),
        ("HB-1", "--outcome", "dung", "--on", "0001-01-01"),
        ("HB-1", "--outcome", "dung", "--field", "plate_on=2999-01-01"),
        ("HB-1", "--outcome", "dung", "--field", "plate_on=0001-01-01"),
        ("HB-1", "--outcome", "dung", "--field", "name=A", "--field", "name=B"),
        ("HB-1", "--outcome", "dung", "--field", "hamlet="),
        ("HB-1", "--outcome", "dung", "--field", "name=A\udcff"),
        ("HB-1", "--outcome", "dung", "--note", "A\udcff"),
        ("HB-1\udcff", "--outcome", "dung"),
        ("HB-1", "--outcome", "dung", "--field", "name=" + "a" * 501),
    ],
)
def test_a_check_that_is_not_right_is_told_and_stores_nothing(filled, paths, words):
    before = event_count(paths.folder)
    refused(filled("households", "check", *words))
    assert event_count(paths.folder) == before


# report


def test_the_figures_follow_what_is_done(filled, tmp_path):
    report = ("report", "households", "--from", "2026-01-01", "--to", "2999-12-31", "--out")
    filled("households", "check", "HB-1", "--outcome", "dung", "--field", "has_plate=1")
    data = filled(*report, tmp_path / "x.json").data
    total = data["total"]
    assert (total["households"], total["with_code"], total["checked"], total["plate"]) == (
        2, 1, 1, 1,
    )  # fmt: skip
    unit = data["units"][0]
    assert {"code", "name", "hamlets", "households", "with_code", "checked", "plate",
            "outcomes"} <= set(unit)  # fmt: skip
    assert {"name", "households", "with_code", "checked", "plate"} <= set(unit["hamlets"][0])
    assert unit["outcomes"]["dung"] == 1


@pytest.mark.parametrize(
    "words",
    [("--unit", "99999"), ("--map", "yesterday"), ("--from", "mai"), ("--to", "2025-01-01")],
)
def test_a_report_that_is_not_right_is_told(filled, tmp_path, words):
    out = tmp_path / "x.pdf"
    report = ("report", "households", "--from", "2026-01-01", "--to", "2026-12-31", "--out", out)
    refused(filled(*report, *words))
    assert not out.exists()


def test_help_is_printed_for_every_command(capsys):
    from desktop.cli.main import run

    for words in (["households"], ["households", "import"], ["households", "search"],
                  ["households", "check"], ["report", "households"]):  # fmt: skip
        for language in ("vi", "en"):
            with pytest.raises(SystemExit) as left:
                run([*words, "--help", "--lang", language])
            assert left.value.code == 0
            assert "--data-dir" in capsys.readouterr().out


def test_the_store_is_sound_afterwards(filled, paths: DataPaths):
    filled("households", "check", "HB-1", "--outcome", "dung")
    assert filled("doctor").code == 0
