"""The parts of others that this program is made of, and the texts of their licences.

`parts.json` is written by `python -m tests.licences`. A text lies in `texts` here, or beside the
part itself: then its path begins where all installed parts lie, and `*` stands for a version.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).parent
OWN_TEXTS: Final = "texts/"
LIST: Final = _HERE / "parts.json"


@dataclass(frozen=True, slots=True)
class Part:
    """A library, a typeface or a program; `licence` is an SPDX expression or its usual name."""

    name: str
    version: str
    licence: str
    home: str
    texts: tuple[str, ...]


def read_parts() -> tuple[Part, ...]:
    """Return all parts in the order of their names."""
    kept = json.loads(LIST.read_text(encoding="utf-8"))
    return tuple(Part(**{**one, "texts": tuple(one["texts"])}) for one in kept)


def read_texts(part: Part) -> tuple[tuple[str, str], ...]:
    """Return each text of a part's licence with the name of its file.

    One that is not there is left out: a program run from its sources need not have every part.
    """
    return tuple(
        (path.name, path.read_text(encoding="utf-8", errors="replace"))
        for text in part.texts
        for path in find_text(text)
    )


def find_text(text: str) -> list[Path]:
    """Return the files that the path of a text stands for; one, or none where it is missing."""
    if text.startswith(OWN_TEXTS):
        return [path] if (path := _HERE / text).is_file() else []
    import PySide6

    return sorted(Path(PySide6.__file__).parents[1].glob(text))[:1]
