"""`account …`, and every command × every role by the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from desktop.paths import DataPaths
from desktop.session import create_store
from models.accounts.second_factor import _code
from models.permissions import ALLOWED, Permission, Role
from tests.conftest import ADMIN, SECRET
from tests.desktop.cli.conftest import Command

FIRST, SECOND = "Tam-thoi-2026-quay", "Rieng-cua-toi-2026"
PERIOD = ("--from", "2026-01-01", "--to", "2026-01-31")
# What each command asks for; the files named here are not there, which is found out later.
ASKED: dict[tuple[str, ...], Permission | None] = {
    ("account", "list"): Permission.MANAGE_ACCOUNTS,
    ("account", "add", "x", "--role", "head"): Permission.MANAGE_ACCOUNTS,
    ("account", "role", "x", "head"): Permission.MANAGE_ACCOUNTS,
    ("account", "remove", "x"): Permission.MANAGE_ACCOUNTS,
    ("account", "reset", "x"): Permission.MANAGE_ACCOUNTS,
    ("account", "second-factor"): None,
    ("backup", "OUT"): Permission.BACK_UP,
    ("bundle", "export", "OUT"): Permission.EXCHANGE,
    ("doctor",): Permission.EXAMINE,
    ("households", "check", "x", "--outcome", "dung"): Permission.CHECK_HOUSEHOLDS,
    ("households", "erase", "x", "--reason", "rut_dong_y"): Permission.ERASE_HOUSEHOLDS,
    ("households", "export", "OUT.csv", "--personal"): Permission.EXPORT_HOUSEHOLDS,
    ("households", "search", "x"): Permission.READ_HOUSEHOLDS,
    ("questionnaire", "list"): None,
    ("report", "households", *PERIOD, "--out", "OUT.json"): Permission.REPORT,
    ("report", "satisfaction", *PERIOD, "--out", "OUT.json"): Permission.REPORT,
    ("station", "card"): Permission.EXCHANGE,
    ("station", "list"): Permission.EXCHANGE,
    ("station", "revoke", "x"): Permission.ENROL_STATIONS,
    ("surveys", "export", "OUT.csv"): Permission.EXPORT_SLIPS,
    ("sync",): Permission.EXCHANGE,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A fresh store."""
    made = tmp_path / "store"
    create_store(DataPaths(made), unit_code="06811", admin=ADMIN, password=SECRET)
    return made


def add(say: Command, monkeypatch: pytest.MonkeyPatch, folder: Path, name: str, role: str) -> None:
    """Make an account that has changed its password."""
    monkeypatch.setenv("MOTCUA_NEW_PASSWORD", FIRST)
    assert say("--account", ADMIN, "account", "add", name, "--role", role, folder=folder).code == 0
    monkeypatch.setenv("MOTCUA_NEW_PASSWORD", SECOND)
    changed = say("--account", name, "account", "password", folder=folder, secret=FIRST)
    assert changed.code == 0


def test_accounts_are_added_listed_changed_and_removed(say: Command, folder, monkeypatch):
    monkeypatch.setenv("MOTCUA_NEW_PASSWORD", FIRST)
    added = say("account", "add", "Nguyễn Thị Quầy", "--role", "counter", folder=folder)
    assert added.data == {
        "name": "Nguyễn Thị Quầy", "role": "counter", "role_name": "Nhân viên quầy",
    }  # fmt: skip
    named = ("--account", "nguyen thi quay")
    refused = say(*named, "questionnaire", "list", folder=folder, secret=FIRST)
    assert (refused.code, refused.data["error"]["code"]) == (2, "accounts.must_change")
    monkeypatch.setenv("MOTCUA_NEW_PASSWORD", SECOND)
    assert say(*named, "account", "password", folder=folder, secret=FIRST).code == 0
    assert say(*named, "questionnaire", "list", folder=folder, secret=SECOND).code == 0
    as_admin = ("--account", ADMIN)
    assert say(*as_admin, "account", "role", "nguyen thi quay", "head", folder=folder).code == 0
    listed = say(*as_admin, "account", "list", folder=folder).data["accounts"]
    assert {one["name"]: one["role"] for one in listed} == {
        ADMIN: "administrator", "Nguyễn Thị Quầy": "head",
    }  # fmt: skip
    assert say(*as_admin, "account", "remove", "nguyen thi quay", folder=folder).code == 0
    gone = say(*named, "questionnaire", "list", folder=folder, secret=SECOND)
    assert (gone.code, gone.data["error"]["code"]) == (2, "accounts.unknown")
    last = say("account", "remove", ADMIN, folder=folder)
    assert (last.code, last.data["error"]["code"]) == (2, "accounts.last_administrator")


def test_a_locked_account_is_told_when_to_come_again(say: Command, folder):
    for _ in range(5):
        assert say("questionnaire", "list", folder=folder, secret="falsch").code == 2
    locked = say("questionnaire", "list", folder=folder)
    assert (locked.code, locked.data["error"]["code"]) == (2, "accounts.locked")
    assert "1 phút" in locked.data["error"]["message"]


def test_a_second_factor_is_set_up_in_two_steps(say: Command, folder, monkeypatch):
    import time
    from base64 import b32decode

    first = say("account", "second-factor", folder=folder).data
    assert first["secret"] in first["uri"]
    monkeypatch.setenv("MOTCUA_SECOND_SECRET", first["secret"])
    secret = b32decode(first["secret"])
    step = int(time.time()) // 30
    monkeypatch.setenv("MOTCUA_CODE", _code(secret, step))
    assert say("account", "second-factor", folder=folder).data["second_factor"] is True
    monkeypatch.delenv("MOTCUA_CODE")
    asked = say("questionnaire", "list", folder=folder)
    assert (asked.code, asked.data["error"]["code"]) == (2, "accounts.code_needed")
    monkeypatch.setenv("MOTCUA_CODE", _code(secret, step + 1))
    assert say("account", "second-factor", "--off", folder=folder).data["second_factor"] is False
    monkeypatch.delenv("MOTCUA_CODE")
    assert say("questionnaire", "list", folder=folder).code == 0


@pytest.mark.parametrize("role", list(Role))
def test_no_role_is_let_into_a_command_by_accident(
    say: Command, folder: Path, tmp_path: Path, monkeypatch, role: Role
):
    add(say, monkeypatch, folder, "Người Khác", role)
    for words, permission in ASKED.items():
        said = say("--account", "Người Khác", *places(words, tmp_path), folder=folder,
                   secret=SECOND)  # fmt: skip
        code = said.data.get("error", {}).get("code", "")
        if permission is None or permission in ALLOWED[role]:
            assert not code.startswith("accounts.may_not"), (role, words, code)
        else:
            assert (said.code, code) == (2, f"accounts.may_not_{permission}"), (role, words)
            assert not list(tmp_path.glob("OUT*"))
        for made in tmp_path.glob("OUT*"):
            made.unlink()


def places(words: Sequence[str], folder: Path) -> list[str]:
    return [str(folder / word) if word.startswith("OUT") else word for word in words]
