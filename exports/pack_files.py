"""Puts the files of the monthly pack in place and tells of them: all of them, or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from shutil import copy2, rmtree
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

    `tell` is called once all of them stand there; `step` is told how many of how many steps are
    done, and may raise to stop. Where anything raises, what stood there stays, and nothing new is
    left; at any time a target that stood there is a whole file, old or new. UserError without the
    folder, KnownError where the disk refuses a file, or one is open in another program.
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
    """Put the new files over what stands there, and tell; all as it was if that fails."""
    copies = {target: _copy(target, beside) for target in targets}
    new: list[Path] = []
    try:
        for target in targets:
            # Noted first: it may have its name and still be refused.
            new.append(target)
            put_in_place(beside / target.name, target, refused="documents.disk")
        # Last of all: a kill before it has the pack asked for again. Told first, a pack of which
        # no file stands would pass for made, and nobody would be asked.
        tell()
    except BaseException:
        for target in new:
            copy = copies[target]
            with suppress(OSError):
                if copy is None:
                    target.unlink()
                else:
                    copy.replace(target)
        raise


def _copy(target: Path, beside: Path) -> Path | None:
    """Return a copy of what stands there, None of nothing."""
    if not target.exists():
        return None
    before = beside / "before"
    try:
        before.mkdir(exist_ok=True)
        copy2(target, before / target.name)
    except OSError as error:
        raise KnownError("documents.disk", path=str(target), file=target.name) from error
    return before / target.name
