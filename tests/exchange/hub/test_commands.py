"""`hub card | enrol | list | revoke | serve` and `sync`: names, results, exit codes."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from desktop.cli.main import run
from desktop.paths import DataPaths
from exports.hub.app import build_app
from exports.hub.database import open_hub
from tests.conftest import ADMIN, SECRET
from tests.desktop.cli.conftest import Command, Said
from tests.exchange.hub.server import listening


@pytest.fixture
def hub(
    paths: DataPaths, database_url: str, capfdbinary: Any, monkeypatch: pytest.MonkeyPatch
) -> Command:
    """The command line with a fresh store and a hub's empty database."""
    monkeypatch.setenv("MOTCUA_HUB_DATABASE", database_url)
    monkeypatch.setenv("MOTCUA_PASSWORD", SECRET)

    def command(*words: object) -> Said:
        place = ["--data-dir", str(paths.folder), "--account", ADMIN]
        code = run([*place, *(str(word) for word in words), "--json"])
        captured = capfdbinary.readouterr()
        return Said(code, captured.out.decode(), captured.err.decode())

    return command


def test_a_station_is_enrolled_syncs_and_is_revoked(
    hub: Command, database_url: str, tmp_path: Path
) -> None:
    station_card, hub_card = tmp_path / "station.card", tmp_path / "hub.card"
    made = hub("hub", "card", hub_card, "--name", "Máy chủ")
    assert made.code == 0, made.err
    assert made.data["name"] == "Máy chủ"
    assert hub("hub", "card", hub_card).data["fingerprint"] == made.data["fingerprint"]
    own = hub("station", "card", station_card, "--name", "Quầy 1").data
    assert hub("station", "enrol", hub_card, "--reads", "all").code == 0
    enrolled = hub("hub", "enrol", station_card)
    assert (enrolled.code, enrolled.data["reads"]) == (0, [own["unit"]])
    assert own["fingerprint"] in enrolled.err
    [listed] = hub("hub", "list").data["stations"]
    assert (listed["id"], listed["is_active"]) == (own["id"], True)
    database = open_hub(database_url)
    with listening(build_app(database)) as port:
        first = hub("sync", "--hub", f"http://127.0.0.1:{port}")
        assert first.code == 0, first.err
        assert first.data["sent"] > 0
        assert (first.data["received"], first.data["pending"], first.data["conflicts"]) == (0, 0, 0)
        assert hub("sync").data["sent"] == 0
        assert hub("hub", "revoke", "Quầy 1").code == 0
        refused = hub("sync")
        assert (refused.code, refused.data["error"]["code"]) == (3, "hub.refused")
    unreachable = hub("sync")
    assert (unreachable.code, unreachable.data["error"]["code"]) == (3, "hub.unreachable")
    database.close()


def test_what_is_wrong_with_a_hub_is_said(
    hub: Command, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusal(*words: object) -> tuple[int, str]:
        said = hub(*words)
        return said.code, said.data["error"]["code"]

    assert refusal("hub", "serve") == (2, "hub.no_card")
    assert refusal("hub", "serve", "--listen", "nowhere") == (2, "hub.bad_address")
    assert refusal("sync") == (2, "hub.none_chosen")
    card = tmp_path / "station.card"
    hub("station", "card", card)
    assert refusal("hub", "enrol", card) == (2, "stations.no_own")
    hub("hub", "card", tmp_path / "hub.card")
    assert refusal("hub", "enrol", card, "--reads", "99999") == (2, "hub.unknown_unit")
    assert refusal("hub", "enrol", tmp_path / "hub.card") == (2, "stations.itself")
    assert refusal("hub", "list", "--database", "sqlite://") == (2, "hub.bad_database")
    nobody = "postgresql+psycopg://x@127.0.0.1:1/x"
    assert refusal("hub", "list", "--database", nobody) == (3, "hub.database")
    monkeypatch.delenv("MOTCUA_HUB_DATABASE")
    assert refusal("hub", "list") == (2, "hub.no_database")


def test_a_taken_port_is_said(hub: Command, tmp_path: Path) -> None:
    hub("hub", "card", tmp_path / "hub.card")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = hub("hub", "serve", "--listen", f"127.0.0.1:{port}")
    assert (said.code, said.data["error"]["code"]) == (3, "hub.not_listening")


def test_a_database_of_a_newer_program_is_left_alone(hub: Command, database_url: str) -> None:
    assert hub("hub", "list").data == {"stations": []}
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE store_state SET value = '99' WHERE key = 'hub_schema'"))
    engine.dispose()
    said = hub("hub", "list")
    assert (said.code, said.data["error"]["code"]) == (3, "hub.newer")
