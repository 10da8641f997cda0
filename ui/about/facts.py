"""What the page about the program says of this very one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Facts:
    """`schema` names the store's tables, `log` is the file where errors are noted."""

    version: str
    schema: str
    log: Path
