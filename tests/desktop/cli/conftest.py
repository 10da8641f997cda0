"""Runs commands in this process and gives back what they printed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop.cli.main import run
from desktop.paths import DataPaths
from desktop.sample_account import PASSWORD
from desktop.session import open_session
from models.journal.log import stream_states
from tests.conftest import SECRET


@dataclass(frozen=True, slots=True)
class Said:
    """What a command left: its exit code, its JSON and the lines for people."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Return stdout, which holds one JSON document and nothing else."""
        return json.loads(self.out)

    @property
    def sentences(self) -> list[str]:
        """Return the lines on stderr."""
        return self.err.splitlines()

    @property
    def problems(self) -> list[tuple[int | None, str | None]]:
        """Return row and column of each problem."""
        return [(problem["row"], problem["column"]) for problem in self.data["problems"]]


Command = Callable[..., Said]


@pytest.fixture
def say(capfdbinary: Any, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run a command line with `--json` on the folder given."""

    def command(*words: object, folder: Path | None = None, secret: str | None = SECRET) -> Said:
        if secret is None:
            monkeypatch.delenv("MOTCUA_PASSWORD", raising=False)
        else:
            monkeypatch.setenv("MOTCUA_PASSWORD", secret)
        place = ["--data-dir", str(folder)] if folder is not None else []
        code = run([*place, *(str(word) for word in words), "--json"])
        captured = capfdbinary.readouterr()
        return Said(code, captured.out.decode(), captured.err.decode())

    return command


@pytest.fixture
def main(say: Command, paths: DataPaths) -> Command:
    """Run a command line on a fresh store."""
    return lambda *words, **options: say(*words, folder=paths.folder, **options)


@pytest.fixture
def demo(say: Command, demo_paths: DataPaths) -> Command:
    """Run a command line on a demo store."""
    return lambda *words: say(*words, folder=demo_paths.folder, secret=PASSWORD)


def event_count(folder: Path, secret: str = SECRET) -> int:
    """Return how many events a store holds."""
    session = open_session(DataPaths(folder), secret)
    try:
        return sum(state.events for state in session.store.read(stream_states))
    finally:
        session.store.close()
