"""When the store was last examined by itself: a file beside it that names nobody."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

from models.errors import CodedError
from models.json_text import parse_json
from models.store.files import write_atomically

_HOUR_MS: Final = 3_600_000
_WEEK_MS: Final = 7 * 24 * _HOUR_MS
_DAMAGE: Final = (OSError, ValueError, TypeError)


@dataclass(frozen=True, slots=True)
class Examined:
    """When all pages and when the chain too were last found whole, in milliseconds since 1970."""

    pages_ms: int = 0
    chain_ms: int = 0

    def are_pages_due(self, now_ms: int) -> bool:
        """Say whether the pages are to be proven at a start: not twice within an hour."""
        return not 0 <= now_ms - self.pages_ms < _HOUR_MS

    def is_chain_due(self, now_ms: int) -> bool:
        """Say whether all of it is to be proven: once a week."""
        return not 0 <= now_ms - self.chain_ms < _WEEK_MS


def read_examined(log: Path) -> Examined:
    """Return when the store was last examined; never where nothing is known."""
    try:
        found = Examined(**parse_json(log.read_bytes()))
        if not all(type(value) is int for value in asdict(found).values()):
            raise TypeError(found)
        return found
    except _DAMAGE:
        return Examined()


def keep_examined(log: Path, now_ms: int, *, with_chain: bool) -> None:
    """Note that the store was found whole."""
    found = replace(read_examined(log), pages_ms=now_ms)
    if with_chain:
        found = replace(found, chain_ms=now_ms)
    with suppress(CodedError):
        write_atomically(log, json.dumps(asdict(found)).encode())
