"""A PostgreSQL server for the command line's tests, and counters that work on one database."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ADMIN, UNIT
from tests.desktop.cli.conftest import Command, Said


@pytest.fixture
def counter(
    say: Command, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Said]:
    """Run a command line at the counter that made the store on the server."""
    folder = tmp_path / "counter"
    monkeypatch.setenv("MOTCUA_DATABASE", database_url)
    assert say("init", "--unit", UNIT, "--admin", ADMIN, folder=folder).code == 0
    monkeypatch.delenv("MOTCUA_DATABASE")
    return lambda *words, **options: say(*words, folder=folder, **options)
