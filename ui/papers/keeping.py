"""A file that is given its name only once the audit was told of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TypeVar

from models.errors import KnownError, UserError
from models.store.files import put_in_place

T = TypeVar("T")


def keep_told(target: Path, write: Callable[[Path], T], tell: Callable[[T], None]) -> T:
    """Have a file written in a folder of its own beside `target`, told of, and then put there.

    `write` gets a path with the name of `target`; what it returns is handed to `tell`, and
    returned. Where either of them raises, what stood at `target` stays as it was, and nothing of
    the new file is left. UserError without the folder, KnownError where the disk refuses.
    """
    if not target.parent.is_dir():
        raise UserError("documents.no_folder", folder=target.parent)
    try:
        beside = Path(mkdtemp(prefix="motcua-", suffix=".part", dir=target.parent))
    except OSError as error:
        raise KnownError("documents.disk", path=str(target), file=target.name) from error
    written = beside / target.name
    try:
        made = write(written)
        tell(made)
        put_in_place(written, target, refused="documents.disk")
    except KnownError as error:
        if error.params.get("path") != str(written):
            raise
        # The person knows the file by the name that it was to have.
        raise KnownError(error.code, **{**error.params, "path": str(target)}) from error
    finally:
        rmtree(beside, ignore_errors=True)
    return made
