"""How the last automatic backup to each place went: a file beside the store that names nobody."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from models.errors import CodedError
from models.json_text import parse_json
from models.store.files import write_atomically

_DAMAGE: Final = (OSError, ValueError, KeyError, TypeError, AttributeError)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the last backup to a place went: when, to which file, or the code of what was wrong."""

    made_ms: int
    file: str = ""
    code: str = ""
    params: Mapping[str, Any] | None = None

    @property
    def is_good(self) -> bool:
        """Say whether there is a proven file."""
        return not self.code


def read_outcomes(log: Path) -> dict[str, Outcome]:
    """Return how the last backup to each place went; nothing where none was made yet."""
    try:
        data = parse_json(log.read_bytes())
        return {place: Outcome(**item) for place, item in data.items()}
    except _DAMAGE:
        return {}


def keep_outcomes(log: Path, outcomes: Mapping[str, Outcome]) -> None:
    """Write how backups went, beside what is known of other places."""
    every = {**read_outcomes(log), **outcomes}
    data = {
        place: {
            "made_ms": one.made_ms, "file": one.file, "code": one.code,
            "params": dict(one.params) if one.params else None,
        }
        for place, one in every.items()
    }  # fmt: skip
    with suppress(CodedError):
        write_atomically(log, json.dumps(data, ensure_ascii=False, indent=1).encode())
