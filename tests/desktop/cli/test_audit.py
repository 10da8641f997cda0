"""The audit by the command line, and what commands tell it."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from desktop.accounts import add_account, change_own_password
from desktop.paths import DataPaths
from desktop.session import create_store, open_session
from models.journal.log import stream_states
from tests.conftest import ADMIN, SECRET
from tests.desktop.cli.conftest import Command, event_count

CLERK, GIVEN, OWN = "=1+Lan", "Dat-tam-cho-Lan-2026", "Cua-rieng-Lan-2026!"
PERIOD = ("--from", "2026-01-01", "--to", "2026-12-31")


@pytest.fixture
def clerk(paths: DataPaths) -> DataPaths:
    """A store with a clerk whose name looks like a formula, and who may not read the audit."""
    session = open_session(paths, SECRET, ADMIN)
    add_account(session, CLERK, "counter", GIVEN)
    session.store.close()
    session = open_session(paths, GIVEN, CLERK)
    change_own_password(session, GIVEN, OWN)
    session.store.close()
    return paths


def audit(main: Command, *words: object) -> list[dict[str, Any]]:
    said = main("audit", "list", "--account", ADMIN, *words)
    assert said.code == 0, said.err
    return said.data["entries"]


def test_commands_are_told_with_who_what_and_which_machine(main: Command, tmp_path: Path):
    out = tmp_path / "báo cáo.json"
    assert main("report", "satisfaction", *PERIOD, "--out", out).code == 0
    assert main("surveys", "export", tmp_path / "slips.csv").code == 0
    assert main("households", "search", "nguyen").code == 0
    assert main("backup", tmp_path / "b.motcua-backup").code == 0
    told = audit(main)
    kinds = [entry["type"] for entry in told]
    assert kinds[:4] == [
        "audit.backed_up", "audit.signed_in", "audit.exported", "audit.exported",
    ]  # fmt: skip
    assert told[1]["details"] == "lệnh households search"
    assert told[2]["details"] == "phiếu khảo sát, tệp .csv, 0 dòng"
    assert told[3]["details"] == "báo cáo hài lòng, tệp .json"
    [machine] = {entry["machine"] for entry in told[:4]}
    assert len(machine) == 9
    for entry in told[:4]:
        assert entry["account"] == ADMIN
        # Neither the folder nor the file's name.
        assert not [word for word in ("báo cáo.json", str(tmp_path)) if word in str(entry)]


def test_a_command_that_changes_something_tells_its_sign_in_once(main: Command, clerk: DataPaths):
    assert main("account", "role", CLERK, "reviewer", "--account", ADMIN).code == 0
    [signed_in, role] = audit(main)[:2]
    assert (signed_in["type"], signed_in["details"]) == ("audit.signed_in", "lệnh account role")
    assert (role["type"], role["machine"]) == ("account.role_changed", signed_in["machine"])


def test_what_is_refused_or_only_looks_leaves_no_entry(main: Command, clerk: DataPaths):
    before = event_count_of(clerk)
    assert main("account", "role", "nobody", "head", "--account", ADMIN).code == 2
    assert main("audit", "list", "--account", CLERK, secret=OWN).code == 2
    assert main("audit", "list", "--kind", "x", "--account", ADMIN).code == 2
    assert main("audit", "export", "a.docx", "--account", ADMIN).code == 2
    assert main("doctor", "--account", ADMIN).code == 0
    assert event_count_of(clerk) == before


def event_count_of(paths: DataPaths) -> int:
    session = open_session(paths, SECRET, ADMIN)
    try:
        return sum(state.events for state in session.store.read(stream_states))
    finally:
        session.store.close()


def test_wrong_passwords_are_told_at_the_next_sign_in_of_anybody(main: Command, clerk: DataPaths):
    for _ in range(3):
        assert main("households", "search", "x", "--account", CLERK, secret="sai").code == 2
    assert audit(main, "--kind", "failures") == []
    # The list above is itself a sign-in: it told what had been untold.
    [failed] = audit(main, "--kind", "failures")
    assert failed["account"] == CLERK
    assert failed["details"].startswith("3 lần, lần cuối ")
    # And once.
    assert len(audit(main, "--kind", "failures", "--by", CLERK)) == 1


def test_a_restore_and_a_new_password_are_told_once_somebody_comes(say: Command, tmp_path: Path):
    made = create_store(
        DataPaths(tmp_path / "made"), unit_code="06811", admin=ADMIN, password=SECRET
    )
    file = tmp_path / "one.motcua-backup"
    assert say("backup", file, folder=tmp_path / "made").code == 0
    folder = tmp_path / "restored"
    assert say("restore", file, folder=folder).code == 0
    assert event_count(folder) == event_count(tmp_path / "made") - 1
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MOTCUA_RECOVERY_KEY", made.recovery_key)
        assert say("reset-password", "--admin", ADMIN, folder=folder, secret=OWN).code == 0
    assert say("account", "list", folder=folder, secret=OWN).code == 0
    told = say("audit", "list", folder=folder, secret=OWN).data["entries"]
    kinds = [entry["type"] for entry in told[:3]]
    assert kinds == ["audit.signed_in", "audit.password_changed", "audit.restored"]
    assert "khóa khôi phục" in told[1]["details"]
    assert not (folder / "untold.json").exists()


def test_it_is_saved_with_formulas_made_harmless_and_that_is_told(
    main: Command, clerk: DataPaths, tmp_path: Path
):
    assert main("households", "search", "x", "--account", CLERK, secret="sai").code == 2
    audit(main)
    for suffix in (".csv", ".xlsx", ".pdf"):
        file = tmp_path / f"nhật ký{suffix}"
        said = main("audit", "export", file, "--account", ADMIN)
        assert (said.code, Path(said.data["file"])) == (0, file)
        assert file.read_bytes()
        if suffix == ".csv":
            with file.open(encoding="utf-8-sig", newline="") as opened:
                rows = list(csv.reader(opened))
            assert len(rows) == said.data["rows"] + 1
            assert "'" + CLERK in {row[1] for row in rows}
            assert not [cell for row in rows for cell in row if cell.startswith("=")]
        if suffix == ".xlsx":
            page = load_workbook(file).active
            cells = [cell for row in page.iter_rows() for cell in row]
            assert {cell.data_type for cell in cells} <= {"s", "n"}
            assert CLERK in {cell.value for cell in cells}
    newest = audit(main, "--kind", "output")
    assert [entry["details"].split(",")[1] for entry in newest] == [
        " tệp .pdf", " tệp .xlsx", " tệp .csv",
    ]  # fmt: skip


def test_who_keyed_how_many_slips_on_each_day(main: Command, demo: Command):
    assert main("audit", "slips", *PERIOD).data == {"days": []}
    days = demo("audit", "slips", "--from", "2000-01-01", "--to", "2100-01-01").data["days"]
    assert sum(day["slips"] for day in days) == 4506
    assert {day["account"] for day in days} == {"demo"}
