"""What was done while nobody had the store open; it waits beside it for the next sign-in.

A store is restored, and a password set with the recovery key, without an account: the audit is told
when one opens the store. Nothing here names anybody.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Final

from models.audit.events import PASSWORD_CHANGED, RESTORED
from models.audit.records import Happening
from models.errors import KnownError
from models.json_text import parse_json
from models.store.files import write_atomically

_DAMAGE: Final = (OSError, ValueError, KeyError, TypeError)
_EXPECTED: Final = frozenset({RESTORED, PASSWORD_CHANGED})


def leave_untold(file: Path, happening: Happening) -> None:
    """Keep something for the audit; a full disk must not undo what was done."""
    kept = [*read_untold(file), happening]
    data = [{"type": one.type, "facts": dict(one.facts)} for one in kept]
    with suppress(KnownError):
        write_atomically(file, json.dumps(data, indent=1).encode())


def read_untold(file: Path) -> list[Happening]:
    """Return what waits; nothing where the file is missing, damaged or holds something else."""
    try:
        data = parse_json(file.read_bytes())
        found = [Happening(str(item["type"]), dict(item["facts"])) for item in data]
    except _DAMAGE:
        return []
    return [one for one in found if one.type in _EXPECTED]


def forget_untold(file: Path) -> None:
    """Remove what the audit was told."""
    with suppress(OSError):
        file.unlink(missing_ok=True)
