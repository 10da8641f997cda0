"""`station …` and `bundle …`: two stores exchange by files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.paths import DataPaths
from desktop.session import create_store
from tests.conftest import ADMIN, SECRET
from tests.desktop.cli.conftest import Command, event_count


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Two fresh stores of one ward."""
    made = tmp_path / "one", tmp_path / "two"
    for folder in made:
        create_store(DataPaths(folder), unit_code="06811", admin=ADMIN, password=SECRET)
    return made


def introduce(say: Command, tmp_path: Path, folders: tuple[Path, Path]) -> list[Path]:
    """Give each store the other's card."""
    cards = [tmp_path / "1.card", tmp_path / "2.card"]
    for folder, card, name in zip(folders, cards, ("Quầy 1", "Quầy 2"), strict=True):
        assert say("station", "card", card, "--name", name, folder=folder).code == 0
    for folder, card in zip(folders, reversed(cards), strict=True):
        assert say("station", "enrol", card, folder=folder).code == 0
    return cards


def test_two_stores_exchange_by_a_file(
    say: Command, tmp_path: Path, folders: tuple[Path, Path]
) -> None:
    introduce(say, tmp_path, folders)
    one, two = folders
    bundle = tmp_path / "gói.motcua"
    before = event_count(one)
    made = say("bundle", "export", bundle, "--to", "quay 2", folder=one)
    assert (made.code, made.data["to"]) == (0, ["Quầy 2"])
    assert bundle.stat().st_size == made.data["bytes"]
    assert made.data["events"] == before
    taken = say("bundle", "import", bundle, folder=two)
    assert taken.code == 0
    assert taken.data == {
        "events": made.data["events"], "new": made.data["events"], "duplicates": 0, "held": 0,
        "quarantined": 0, "conflicts": 0,
    }  # fmt: skip
    again = say("bundle", "import", bundle, folder=two)
    assert (again.data["new"], again.data["duplicates"]) == (0, made.data["events"])
    assert say("doctor", folder=two).code == 0
    assert "Quầy 1" in taken.err


def test_the_fingerprint_is_told_where_the_card_is_enrolled(
    say: Command, tmp_path: Path, folders: tuple[Path, Path]
) -> None:
    card = tmp_path / "1.card"
    made = say("station", "card", card, "--name", "Quầy 1", folder=folders[0])
    enrolled = say("station", "enrol", card, folder=folders[1])
    assert enrolled.data["fingerprint"] == made.data["fingerprint"]
    assert made.data["fingerprint"] in enrolled.err
    assert enrolled.data["reads"] == ["06811"]
    assert json.loads(card.read_text(encoding="utf-8"))["name"] == "Quầy 1"


def test_who_reads_figures_only_reports_them(
    say: Command, tmp_path: Path, folders: tuple[Path, Path]
) -> None:
    cards = introduce(say, tmp_path, folders)
    one, two = folders
    assert say("station", "enrol", cards[1], "--reads", "aggregates", folder=one).code == 0
    slips = tmp_path / "slips.csv"
    header, slip = "Mã đơn vị;Ngày thu phiếu;danh_gia_chung", "06811;02/03/2026;hai_long"
    slips.write_text(f"{header}\n{slip}\n", encoding="utf-8")
    assert say("surveys", "import", slips, folder=one).data["accepted"] == 1
    bundle = tmp_path / "figures.motcua"
    assert say("bundle", "export", bundle, folder=one).code == 0
    assert say("bundle", "import", bundle, folder=two).code == 0
    figures = tmp_path / "figures.json"
    period = ["--from", "2026-03-01", "--to", "2026-03-31"]
    assert say("report", "satisfaction", *period, "--out", figures, folder=two).code == 0
    [unit] = json.loads(figures.read_text(encoding="utf-8"))["units"]
    assert (unit["code"], unit["valid"], unit["satisfied_percent"]) == ("06811", 1, 100.0)
    copied = tmp_path / "slips-out.csv"
    assert say("surveys", "export", copied, folder=two).data["rows"] == 0


def test_stations_are_listed_and_revoked(
    say: Command, tmp_path: Path, folders: tuple[Path, Path]
) -> None:
    introduce(say, tmp_path, folders)
    [listed] = say("station", "list", folder=folders[0]).data["stations"]
    assert (listed["name"], listed["reads"], listed["is_active"]) == ("Quầy 2", ["06811"], True)
    assert say("station", "revoke", listed["id"], folder=folders[0]).code == 0
    [listed] = say("station", "list", folder=folders[0]).data["stations"]
    assert not listed["is_active"]
    refused = say("bundle", "export", tmp_path / "x.motcua", folder=folders[0])
    assert (refused.code, refused.data["error"]["code"]) == (2, "exchange.nobody")
    assert not (tmp_path / "x.motcua").exists()


def test_all_units_may_be_read_where_that_is_said(
    say: Command, tmp_path: Path, folders: tuple[Path, Path]
) -> None:
    card = tmp_path / "1.card"
    say("station", "card", card, "--name", "Thành phố", folder=folders[0])
    assert say("station", "enrol", card, "--reads", "all", folder=folders[1]).code == 0
    [listed] = say("station", "list", folder=folders[1]).data["stations"]
    assert listed["reads"] == ["all"]
    refused = say("station", "enrol", card, "--reads", "nowhere", folder=folders[1])
    assert (refused.code, refused.data["error"]["code"]) == (2, "stations.unknown_unit")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("bundle", "import", "{bundle}"), "exchange.not_for_us"),
        (("bundle", "import", "{card}"), "exchange.no_bundle"),
        (("bundle", "import", "{nothing}"), "exchange.unreadable"),
        (("station", "enrol", "{bundle}"), "stations.bad_card"),
        (("station", "enrol", "{nothing}"), "stations.unreadable"),
        (("station", "enrol", "{own}"), "stations.itself"),
        (("station", "revoke", "Quầy 9"), "stations.not_enrolled"),
        (("bundle", "export", "{out}", "--to", "Quầy 9"), "stations.not_enrolled"),
    ],
)
def test_what_is_wrong_gets_a_sentence_and_changes_nothing(
    say: Command, tmp_path: Path, folders: tuple[Path, Path], words: tuple[str, ...], code: str
) -> None:
    own, card = introduce(say, tmp_path, folders)
    bundle = tmp_path / "own.motcua"
    say("bundle", "export", bundle, folder=folders[0])
    before = event_count(folders[0])
    places = {"bundle": bundle, "card": card, "own": own, "out": tmp_path / "out.motcua",
              "nothing": tmp_path / "nothing"}  # fmt: skip
    said = say(*(word.format(**places) for word in words), folder=folders[0])
    assert (said.code, said.data["error"]["code"]) == (2, code)
    assert len(said.sentences) == 1
    assert event_count(folders[0]) == before


def test_a_disk_that_refuses_the_bundle_is_told(
    say: Command, tmp_path: Path, folders: tuple[Path, Path]
) -> None:
    introduce(say, tmp_path, folders)
    said = say("bundle", "export", tmp_path / "none" / "x.motcua", folder=folders[0])
    assert (said.code, said.data["error"]["code"]) == (3, "exchange.not_written")
