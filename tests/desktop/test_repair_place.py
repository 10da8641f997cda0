"""A repaired store that cannot take its place leaves the damaged one as it was, log and all."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from desktop.paths import DataPaths
from desktop.repair import Secret, repair
from models.errors import KnownError
from models.store.damage import is_damaged, parts_of
from tests.conftest import ADMIN, SECRET
from tests.desktop.test_repair import spoil, whole, work_a_day


def test_a_store_that_is_not_replaced_keeps_its_log(
    paths: DataPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = work_a_day(paths)
    spoil(paths.store, [1])
    _, log, index = parts_of(paths.store)
    before, replace = paths.store.read_bytes(), Path.replace

    def bring_back(*_arguments: object) -> dict[str, Any]:
        # A program that was killed leaves them.
        log.write_bytes(b"what was recorded last")
        index.write_bytes(b"its index")
        return {"is_exact": False}

    def refuse(path: Path, target: Path) -> Path:
        if target == paths.store:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return replace(path, target)

    monkeypatch.setattr("desktop.repair._bring_back", bring_back)
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(KnownError, match=r"store\.disk"):
        repair(paths, Secret(ADMIN, SECRET))
    monkeypatch.undo()
    assert is_damaged(paths.store)
    assert paths.store.read_bytes() == before
    assert {file.name for file in paths.folder.glob(f"{paths.store.name}-*")} == {
        log.name, index.name,
    }  # fmt: skip
    assert log.read_bytes() == b"what was recorded last"
    monkeypatch.setattr("desktop.repair._bring_back", bring_back)
    repair(paths, Secret(ADMIN, SECRET))
    assert not list(paths.folder.glob("*.old"))
    assert whole(paths) == set(first)
