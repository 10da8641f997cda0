"""A damaged store's files lie aside even where the disk does not give all of them back."""

from __future__ import annotations

import errno
import io
import os
from pathlib import Path
from typing import Any

import pytest

from models.errors import KnownError
from models.store.damage import copy_aside, marker_of, note_damage, read_damage

NOW = 1_790_000_000_000
BLOCK = 4096


class FailingDisk:
    """Refuses to give back the bytes from `start` to `end` of one file."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, file: Path, start: int, end: int) -> None:
        self.refusals = 0
        disk, opened = self, Path.open

        class Failing(io.FileIO):
            def read(self, size: int | None = -1, /) -> bytes:
                at = self.tell()
                if size is None or size < 0 or (at < end and at + size > start):
                    disk.refusals += 1
                    raise OSError(errno.EIO, os.strerror(errno.EIO))
                return super().read(size)

        def open_(path: Path, mode: str = "r", *args: Any, **options: Any) -> Any:
            if path == file and mode == "rb":
                return Failing(str(path), "rb")
            return opened(path, mode, *args, **options)

        monkeypatch.setattr(Path, "open", open_)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    store, keyring = tmp_path / "store.db", tmp_path / "keyring.json"
    store.write_bytes(b"".join(bytes([n % 255 + 1]) * BLOCK for n in range(600)) + b"end")
    keyring.write_bytes(b"{}")
    return store, keyring


@pytest.mark.parametrize("block", [0, 300, 599])
def test_what_the_disk_does_not_give_back_is_zeros(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, block: int
) -> None:
    store, keyring = files
    held = store.read_bytes()
    start = block * BLOCK
    disk = FailingDisk(monkeypatch, store, start + 100, start + 612)
    aside = copy_aside(store, keyring, NOW)
    copied = (aside / store.name).read_bytes()
    assert copied == held[:start] + bytes(BLOCK) + held[start + BLOCK :]
    assert (aside / keyring.name).read_bytes() == b"{}"
    # A failing disk takes seconds over each; it is asked once in each size.
    assert disk.refusals == 3


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "repair.not_aside"), (errno.EDQUOT, "repair.not_aside"),
        (errno.EFBIG, "repair.not_aside"), (errno.EIO, "store.disk"),
    ],
)  # fmt: skip
def test_a_disk_that_takes_no_copy_is_told_apart_from_a_full_one(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    store, keyring = files

    def refuse(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(KnownError) as caught:
        copy_aside(store, keyring, NOW)
    assert caught.value.code == code
    assert {file.name for file in store.parent.iterdir()} == {store.name, keyring.name}


def test_a_mark_that_is_refused_at_first_is_made_once_the_copy_is(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    store, keyring = files

    def refuse(_path: Path, **_options: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "touch", refuse)
    note_damage(store, keyring, NOW)
    damage = read_damage(store)
    assert damage is not None
    assert (store.with_name(damage.aside) / store.name).read_bytes() == store.read_bytes()


def test_a_folder_that_takes_nothing_raises_nothing(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    store, keyring = files
    marker, opened = marker_of(store), Path.open

    def refuse(_path: Path, *_arguments: object, **_options: object) -> Any:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    def open_(path: Path, mode: str = "r", *args: Any, **options: Any) -> Any:
        return refuse(path) if "w" in mode else opened(path, mode, *args, **options)

    monkeypatch.setattr(Path, "touch", refuse)
    monkeypatch.setattr(Path, "mkdir", refuse)
    monkeypatch.setattr(Path, "open", open_)
    note_damage(store, keyring, NOW)
    assert not marker.exists()
    assert {file.name for file in store.parent.iterdir()} == {store.name, keyring.name}
