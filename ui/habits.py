"""What this machine's window remembers from one start to the next: sizes, looks, the last printer.

A small file beside the store, which names nobody; without it, or with a damaged one, the window is
as it was the first time.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar, Final

from models.errors import KnownError
from models.store.files import write_atomically

# The names of what is remembered: a scheme, a language, width, height and whether the window fills
# the screen, a printer, a sheet of labels, where the scans of batches lie, the columns of tables.
SCHEME: Final = "scheme"
LANGUAGE: Final = "language"
WINDOW: Final = "window"
PRINTER: Final = "printer"
LABELS: Final = "labels"
SCANS: Final = "scans"
COLUMNS: Final = "columns"
_DAMAGE: Final = (OSError, ValueError)


class _Kept:
    """One per process, like the window; nothing is written before a file was named."""

    file: Path | None = None
    habits: ClassVar[dict[str, Any]] = {}


def remember_in(file: Path | None) -> None:
    """Read what was remembered in a file, and keep there what is remembered from now on."""
    _Kept.file, _Kept.habits = file, {}
    if file is None:
        return
    with suppress(*_DAMAGE):
        found = json.loads(file.read_bytes())
        if isinstance(found, dict):
            _Kept.habits = found


def habit(name: str, kind: type[Any]) -> Any:
    """Return what is remembered by a name, None where it is nothing of that kind."""
    found = _Kept.habits.get(name)
    return found if isinstance(found, kind) else None


def remember(name: str, value: Any) -> None:
    """Remember something that JSON can hold; a disk that takes nothing changes nothing else."""
    if _Kept.file is not None and _Kept.habits.get(name) != value:
        _Kept.habits[name] = value
        with suppress(KnownError):
            text = json.dumps(_Kept.habits, ensure_ascii=False, indent=1, sort_keys=True)
            write_atomically(_Kept.file, text.encode())
