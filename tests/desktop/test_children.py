"""What a process of this program is started with by another."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from typing import Any

import pytest

from desktop.backup_child import start_child as start_backup
from desktop.check_child import start_check
from desktop.children import start_window
from desktop.kiosk.request import KioskRequest
from desktop.kiosk.watcher import start_booth, start_watcher
from desktop.paths import DataPaths

KEY = bytes(range(32))
SECRETS = ("MOTCUA_PASSWORD", "MOTCUA_PIN", "MOTCUA_RECOVERY_KEY", "MOTCUA_DATABASE")
REQUEST = KioskRequest("kho", KEY.hex(), "a", "q", "1", {})


@pytest.mark.parametrize(
    "start",
    [
        lambda paths: start_backup(paths, KEY, "06811", 0),
        lambda paths: start_check(paths, KEY, 0, with_chain=True),
        lambda _paths: start_watcher(REQUEST),
        lambda _paths: start_booth(REQUEST),
        lambda paths: start_window(["--data-dir", str(paths.folder)]),
    ],
    ids=["backup", "check", "watcher", "booth", "window"],
)
def test_nothing_secret_is_on_its_command_line_or_in_its_environment(
    start: Callable[[DataPaths], Any], paths: DataPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[tuple[list[str], dict[str, str]]] = []

    class Pipe:
        def write(self, data: bytes) -> None:
            pass

        def flush(self) -> None:
            pass

        def __enter__(self) -> Pipe:
            return self

        def __exit__(self, *_error: object) -> None:
            pass

    class Recorded:
        stdin = Pipe()

        def __init__(self, arguments: list[str], **options: Any) -> None:
            started.append((arguments, options["env"]))

    for name in SECRETS:
        monkeypatch.setenv(name, "bí mật")
    monkeypatch.setenv("MOTCUA_DATA_DIR", str(paths.folder))
    monkeypatch.setattr(subprocess, "Popen", Recorded)
    start(paths)
    [(arguments, environment)] = started
    assert KEY.hex() not in " ".join(arguments)
    assert "bí mật" not in environment.values()
    assert environment["MOTCUA_DATA_DIR"] == str(paths.folder)
