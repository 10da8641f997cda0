"""The command line on a PostgreSQL server: made, joined, and with a file's answers."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from desktop.paths import DataPaths
from desktop.session import open_session
from models.store import server_doctor
from models.store.keys import load_keyring
from models.store.server_place import load_place, save_place
from tests.conftest import ADMIN, SECRET, UNIT
from tests.desktop.cli.conftest import Command, Said
from tests.exchange.hub.server import Cluster, running_cluster

SLIPS = "\n".join(
    ["Ngày,Đơn vị,danh_gia_chung"]
    + [f"0{day}/10/2026,{UNIT},{answer}" for day in range(1, 9) for answer in ("1", "2", "2", "3")]
)
HOUSEHOLDS = "\n".join(
    ["Họ và tên chủ hộ,Địa chỉ,Số điện thoại,Thôn"]
    + [f"Nguyễn Văn {name},Số {at} Trần Phú,09123450{at:02},Khu 1"
       for at, name in enumerate(("An", "Bình", "Cường", "Dũng", "Ế", "Ánh"), 10)]
)  # fmt: skip


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    slips, households = tmp_path / "phieu.csv", tmp_path / "ho.csv"
    slips.write_text(SLIPS, encoding="utf-8")
    households.write_text(HOUSEHOLDS, encoding="utf-8")
    return slips, households


def work(run: Command, files: tuple[Path, Path], out: Path) -> dict[str, object]:
    """Do a day's work and return every answer, without what each store mints by itself."""
    slips, households = files
    answers: dict[str, object] = {}

    def keep(name: str, said: Said, *left_out: str) -> Said:
        assert said.code == 0, said.err
        answers[name] = {key: value for key, value in said.data.items() if key not in left_out}
        return said

    assert keep("surveys", run("surveys", "import", slips)).data["accepted"] == 32
    keep("households", run("households", "import", households, "--unit", UNIT), "list")
    found = keep("search", run("households", "search", "nguyen 0912"))
    one = found.data["households"][0]["id"]
    said = run("households", "check", one, "--outcome", "sai_thong_tin", "--field",
               "phone=0987654321", "--on", "2026-10-09")  # fmt: skip
    assert said.code == 0, said.err
    keep("again", run("households", "search", "0987654"))
    keep("marks", run("households", "search", "an tran phu"))
    days = ("--from", "2026-10-01", "--to", "2026-10-31", "--out")
    keep("satisfaction", run("report", "satisfaction", *days, out / "a.json"), "file", "out")
    keep("register", run("report", "households", *days, out / "b.json"), "file", "out")
    exported = out / "slips.csv"
    assert run("surveys", "export", exported).code == 0
    answers["lines"] = len(exported.read_text(encoding="utf-8-sig").splitlines())
    return answers


def test_a_day_s_work_gives_the_answers_of_a_file(
    counter: Command, main: Command, files: tuple[Path, Path], tmp_path: Path
) -> None:
    on_server, in_file = tmp_path / "server", tmp_path / "file"
    on_server.mkdir()
    in_file.mkdir()
    told = json.dumps(work(counter, files, on_server), default=str)
    assert told.replace(str(on_server), "") == json.dumps(
        work(main, files, in_file), default=str
    ).replace(str(in_file), "")
    checks = counter("doctor")
    assert checks.code == 0, checks.out
    assert [check["name"] for check in checks.data["checks"]] == [
        "server", "chain", "projections", "disk", "clock", "versions",
    ]  # fmt: skip
    assert counter("doctor", "--rebuild").code == 0


def test_a_second_counter_sees_what_the_first_recorded(
    counter: Command, say: Command, files: tuple[Path, Path], database_url: str, tmp_path: Path
) -> None:
    assert counter("surveys", "import", files[0]).code == 0
    other = tmp_path / "other"
    joined = say("join", "--admin", "Trần Thị Sáu", "--database", database_url, folder=other)
    assert joined.code == 0, joined.err
    assert joined.data["unit"] == UNIT
    assert joined.data["recovery_key"]
    days = ("--from", "2026-10-01", "--to", "2026-10-31", "--out")
    mine = counter("report", "satisfaction", *days, tmp_path / "a.json")
    theirs = say("report", "satisfaction", *days, tmp_path / "b.json", folder=other)
    assert theirs.data["total"] == mine.data["total"]
    # Whoever joins may key slips; more an administrator allows.
    listed = ("households", "import", files[1], "--unit", UNIT)
    refused = say(*listed, folder=other)
    assert (refused.code, refused.data["error"]["code"]) == (
        2, "accounts.may_not_import_households",
    )  # fmt: skip
    assert counter("account", "role", "Trần Thị Sáu", "officer").code == 0
    assert say(*listed, folder=other).code == 0
    assert len(counter("households", "search", "nguyen").data["households"]) == 6


def test_the_same_person_on_two_machines_has_one_account(
    counter: Command, say: Command, database_url: str, tmp_path: Path
) -> None:
    first = open_session(DataPaths(tmp_path / "counter"), SECRET)
    first.store.close()
    joined = say("join", "--admin", ADMIN.upper(), "--database", database_url,
                 folder=tmp_path / "other")  # fmt: skip
    assert joined.data["account"] == str(first.account)


def test_the_address_and_its_password_lie_nowhere_on_the_disk(
    counter: Command, database_url: str, tmp_path: Path
) -> None:
    assert counter("households", "search", "an").code == 0
    folder = tmp_path / "counter"
    assert {child.name for child in folder.iterdir()} >= {"server", "keyring.json"}
    assert not (folder / "store.db").exists()
    for child in folder.rglob("*"):
        if child.is_file():
            assert b"postgres" not in child.read_bytes(), child.name
    keyring = load_keyring(folder / "keyring.json")
    session = open_session(DataPaths(folder), SECRET)
    session.store.close()
    assert load_place(folder / "server", session.key, keyring.store_id) == database_url


@pytest.mark.parametrize("spoiled", ["", "{}", '{"format": 1, "nonce": "", "sealed": "AAAA"}'])
def test_a_damaged_address_is_said(counter: Command, tmp_path: Path, spoiled: str) -> None:
    (tmp_path / "counter" / "server").write_text(spoiled)
    said = counter("households", "search", "an")
    assert (said.code, said.data["error"]["code"]) == (3, "store.place_damaged")


def test_an_address_of_another_keyring_is_said(counter: Command, tmp_path: Path) -> None:
    save_place(tmp_path / "counter" / "server", "postgresql://x/y", bytes(32), "other")
    said = counter("households", "search", "an")
    assert (said.code, said.data["error"]["code"]) == (3, "store.place_damaged")


def test_a_new_address_is_told_by_joining_again(
    counter: Command, database_url: str, tmp_path: Path
) -> None:
    moved = database_url.replace("postgresql+psycopg", "postgresql")
    keyring = (tmp_path / "counter" / "keyring.json").read_bytes()
    said = counter("join", "--admin", ADMIN, "--database", moved)
    assert said.code == 0, said.err
    assert said.data["recovery_key"] is None
    assert (tmp_path / "counter" / "keyring.json").read_bytes() == keyring
    assert counter("households", "search", "an").code == 0
    wrong = counter("join", "--admin", ADMIN, "--database", moved, secret="sai-mat-khau")
    assert (wrong.code, wrong.data["error"]["code"]) == (2, "accounts.wrong_password")


def test_what_is_not_possible_is_said_in_a_sentence(
    counter: Command, say: Command, cluster: Cluster, database_url: str, tmp_path: Path
) -> None:
    def refused(*words: object, folder: str = "new") -> tuple[int, str]:
        said = say(*words, folder=tmp_path / folder)
        return said.code, said.data["error"]["code"]

    here = ("--database", database_url)
    empty = ("--database", cluster.database())
    init = ("init", "--unit", UNIT, "--admin", ADMIN)
    assert refused(*init, *here) == (2, "store.server_taken")
    assert refused(*init, *empty, folder="counter") == (2, "store.exists")
    assert refused(*init, folder="counter") == (2, "store.exists")
    assert refused("join", "--admin", "x") == (2, "commands.no_database")
    assert refused("join", "--admin", "x", *empty) == (2, "store.unit_needed")
    assert refused("join", "--admin", "x", "--unit", "0000", *empty) == (2, "units.unknown")
    assert refused("join", "--admin", "x", "--unit", "06820", *here) == (2, "store.other_unit")
    assert refused("join", "--admin", " ", *here) == (2, "accounts.name_empty")
    assert refused("join", "--admin", "x", "--database", "sqlite://") == (2, "store.bad_url")
    nobody = ("--database", "postgresql+psycopg://a:geheim@127.0.0.1:1/x")
    said = say("join", "--admin", "x", *nobody, folder=tmp_path / "new")
    assert (said.code, said.data["error"]["code"]) == (3, "store.server_lost")
    assert "geheim" not in said.out + said.err
    assert not (tmp_path / "new").exists()


def test_without_the_driver_the_sentence_says_what_to_install(
    say: Command, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    said = say("join", "--admin", "x", "--database", database_url, folder=tmp_path / "new")
    assert (said.code, said.data["error"]["code"]) == (2, "store.no_driver")
    assert "motcua[hub]" in said.err


def test_a_server_that_is_gone_is_said_by_every_command(
    say: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running_cluster() as cluster:
        monkeypatch.setenv("MOTCUA_DATABASE", cluster.database())
        assert say("init", "--unit", UNIT, "--admin", ADMIN, folder=tmp_path / "a").code == 0
        monkeypatch.delenv("MOTCUA_DATABASE")
        cluster.stop()
        said = say("households", "search", "an", folder=tmp_path / "a")
        assert (said.code, said.data["error"]["code"]) == (3, "store.server_lost")
        checks = say("doctor", folder=tmp_path / "a")
        assert checks.code == 3
        assert [check["name"] for check in checks.data["checks"]] == ["open"]
        cluster.start()
        assert say("doctor", folder=tmp_path / "a").code == 0


def test_a_backup_is_the_server_s_own_matter(counter: Command, tmp_path: Path) -> None:
    said = counter("backup", tmp_path / "copy.motcua")
    assert (said.code, said.data["error"]["code"]) == (2, "backup.on_server")
    said = counter("restore", tmp_path / "copy.motcua")
    assert (said.code, said.data["error"]["code"]) == (2, "store.exists")


def test_a_server_that_may_lose_what_it_acknowledged_is_said(
    counter: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_doctor, "_said", lambda _connection: {
        "server_version": "16.1", "synchronous_commit": "off", "fsync": "off",
        "server_encoding": "SQL_ASCII", "line": "TLS",
    })  # fmt: skip
    said = counter("doctor")
    assert said.code == 3
    detail = said.data["checks"][0]["detail"]
    assert all(one in detail for one in ("synchronous_commit=off", "fsync=off", "SQL_ASCII"))
