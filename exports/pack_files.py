"""Puts the files of the monthly pack in place: all of them, and told of, or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from exports.document import Document
from exports.writers.files import render
from models.errors import KnownError, UserError
from models.store.files import put_in_place, write_atomically


def write_pack(
    document: Document, targets: Sequence[Path], tell: Callable[[], None],
    step: Callable[[int, int], None],
) -> list[str]:  # fmt: skip
    """Write a document to all `targets`, in one folder, and return the SHA-256 of each, hex.

    `tell` is called once all of them are written; `step` is told how many of how many steps are
    done, and may raise to stop. Where anything raises, what stood there stays, and nothing new is
    left. UserError without the folder, KnownError where the disk refuses a file, or one is open in
    another program.
    """
    folder = targets[0].parent
    if not folder.is_dir():
        raise UserError("documents.no_folder", folder=folder)
    steps = len(targets) + 1
    contents: list[bytes] = []
    for place, target in enumerate(targets):
        step(place, steps)
        contents.append(render(document, target.suffix))
    step(len(targets), steps)
    try:
        beside = Path(mkdtemp(prefix="motcua-", suffix=".part", dir=folder))
    except OSError as error:
        raise KnownError("documents.disk", path=str(folder), file=folder.name) from error
    try:
        for target, content in zip(targets, contents, strict=True):
            write_atomically(beside / target.name, content, refused="documents.disk")
        _replace(targets, beside, tell)
    finally:
        rmtree(beside, ignore_errors=True)
    return [sha256(content).hexdigest() for content in contents]


def _replace(targets: Sequence[Path], beside: Path, tell: Callable[[], None]) -> None:
    """Move what stands there aside, tell, and put the new files there; all back if that fails."""
    before = beside / "before"
    new: list[Path] = []
    try:
        before.mkdir()
        for target in targets:
            # First of all: one that another program has open refuses here.
            if target.exists():
                _move(target, before / target.name)
        tell()
        for target in targets:
            put_in_place(beside / target.name, target, refused="documents.disk")
            new.append(target)
    except BaseException:
        for target in new:
            with suppress(OSError):
                target.unlink()
        for target in targets:
            with suppress(OSError):
                (before / target.name).replace(target)
        raise


def _move(target: Path, aside: Path) -> None:
    try:
        target.replace(aside)
    except OSError as error:
        raise KnownError("documents.disk", path=str(target), file=target.name) from error
