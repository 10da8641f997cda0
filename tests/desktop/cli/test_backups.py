"""`backup` and `restore` by the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.paths import DataPaths
from desktop.session import create_store, open_session
from models.store.damage import note_damage
from tests.conftest import ADMIN, SECRET
from tests.desktop.cli.conftest import Command, event_count


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A fresh store."""
    made = tmp_path / "store"
    create_store(DataPaths(made), unit_code="06811", admin=ADMIN, password=SECRET)
    return made


def test_a_backup_is_restored_with_the_same_head(say: Command, folder: Path, tmp_path: Path):
    file = tmp_path / "kho lưu.motcua-backup"
    before = event_count(folder)
    made = say("backup", file, folder=folder)
    assert (made.code, made.data["events"]) == (0, before)
    # That it was made is told after it was.
    assert event_count(folder) == before + 1
    restored = say("restore", file, folder=tmp_path / "restored")
    assert restored.code == 0
    names = ("events", "head", "sha256", "unit", "file")
    assert {name: restored.data[name] for name in names} == made.data
    assert say("doctor", folder=tmp_path / "restored").code == 0
    again = say("restore", file, folder=tmp_path / "restored")
    assert (again.code, again.data["error"]["code"]) == (2, "store.exists")


def test_into_a_folder_each_gets_a_name_of_its_own(say: Command, folder: Path, tmp_path: Path):
    made = say("backup", tmp_path, folder=folder)
    file = Path(made.data["file"])
    assert (file.parent, file.exists()) == (tmp_path, True)
    assert str(file) in made.err


@pytest.mark.parametrize(
    ("name", "code", "wrong"), [("none", 2, "backup.missing"), ("other", 2, "backup.not_one")]
)
def test_what_is_no_backup_is_told(
    say: Command, tmp_path: Path, name: str, code: int, wrong: str
):
    (tmp_path / "other").write_bytes(b"PK of another kind")
    said = say("restore", tmp_path / name, folder=tmp_path / "restored")
    assert (said.code, said.data["error"]["code"]) == (code, wrong)
    assert not (tmp_path / "restored" / "store.db").exists()


def test_the_recovery_key_does_without_a_password(
    say: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    made = create_store(
        DataPaths(tmp_path / "made"), unit_code="06811", admin=ADMIN, password=SECRET
    )
    file = tmp_path / "one.motcua-backup"
    assert say("backup", file, folder=tmp_path / "made").code == 0
    monkeypatch.setenv("MOTCUA_RECOVERY_KEY", made.recovery_key)
    restored = say("restore", file, "--recovery-key", folder=tmp_path / "restored")
    assert restored.code == 0
    assert say("doctor", folder=tmp_path / "restored").code == 0


def test_a_damaged_store_is_told_by_the_doctor_and_repaired(
    say: Command, folder: Path, tmp_path: Path
):
    paths = DataPaths(folder)
    assert say("restore", folder=folder).data["error"]["code"] == "repair.not_needed"
    paths.backups.mkdir()
    events = say("backup", paths.backups, folder=folder).data["events"]
    with paths.store.open("r+b") as stream:
        stream.write(b"damaged")
    for command in (["surveys", "export", tmp_path / "out.csv"], ["backup", tmp_path]):
        said = say(*command, folder=folder)
        assert (said.code, said.data["error"]["code"]) == (3, "store.damaged")
    doctor = say("doctor", folder=folder)
    assert doctor.code == 3
    assert [(check["name"], check["ok"]) for check in doctor.data["checks"]] == [
        ("open", False), ("repair", True),
    ]  # fmt: skip
    assert "motcua restore" in doctor.data["checks"][1]["detail"]
    wrong = say("restore", folder=folder, secret="Sai-mat-khau-2026")
    assert wrong.data["error"]["code"] == "accounts.wrong_password"
    done = say("restore", folder=folder)
    assert (done.code, done.data["held"], done.data["is_exact"]) == (0, events, False)
    assert done.data["aside"] in done.err
    assert say("doctor", folder=folder).code == 0
    assert say("restore", folder=folder).data["error"]["code"] == "repair.not_needed"


def test_without_a_backup_the_doctor_says_so(say: Command, folder: Path):
    with DataPaths(folder).store.open("r+b") as stream:
        stream.write(b"damaged")
    checks = say("doctor", folder=folder).data["checks"]
    assert [(check["name"], check["ok"]) for check in checks] == [
        ("open", False), ("repair", False),
    ]  # fmt: skip
    assert say("restore", folder=folder).data["error"]["code"] == "repair.no_backup"


def test_the_doctor_says_where_a_store_that_was_found_damaged_is_so(say: Command, folder: Path):
    paths = DataPaths(folder)
    session = open_session(paths, SECRET, ADMIN)
    session.store.write(
        lambda tx: tx.connection.exec_driver_sql("UPDATE events SET payload = '{}'"),
        actor=session.account,
    )
    session.store.close()
    note_damage(paths.store, paths.keyring, 1_790_000_000_000)
    doctor = say("doctor", folder=folder)
    failed = [check["name"] for check in doctor.data["checks"] if not check["ok"]]
    assert (doctor.code, failed[:3]) == (3, ["open", "repair", "chain"])
    # It examines and no more.
    rebuilt = say("doctor", "--rebuild", folder=folder)
    assert rebuilt.data["error"]["code"] == "store.damaged"
