"""What the QR of a household without a code holds: its id, under the program's own name."""

from __future__ import annotations

import re
from typing import Final
from uuid import UUID

_MARK: Final = re.compile(
    r"motcua:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})", re.IGNORECASE
)


def household_mark(household: UUID) -> str:
    """Return the text of a household's QR: `motcua:<id>`."""
    return f"motcua:{household}"


def read_mark(text: str) -> UUID | None:
    """Return the household that a scanned text names, None where it is no such mark."""
    found = _MARK.fullmatch(text.strip())
    return UUID(found.group(1)) if found else None
