"""JSON as it is stored: one text for one content, so that it can be hashed and compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import orjson


def canonical_json(content: Mapping[str, Any] | Sequence[Any]) -> str:
    """Return `content` as JSON text with sorted keys, no blanks and letters as they are."""
    return canonical_bytes(content).decode()


def canonical_bytes(content: Mapping[str, Any] | Sequence[Any]) -> bytes:
    """Return the text of `canonical_json` in UTF-8."""
    return orjson.dumps(content, option=orjson.OPT_SORT_KEYS)


def parse_json(text: str | bytes) -> Any:
    """Return the content of a JSON text; ValueError if it is none."""
    return orjson.loads(text)
