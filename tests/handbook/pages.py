"""The pages of the handbook, and what they name: words of the screens, keys, commands, links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
PAGES: Final = ROOT / "ui" / "help" / "pages"

_FENCED = re.compile(r"^ *```\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
_MARKED = re.compile(r"`([^`\n]+)`")
_BOLD = re.compile(r"\*\*([^*\n]+)\*\*")
_LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `keys` and `commands` are what stands in it as code."""

    path: Path
    text: str
    bold: tuple[str, ...]
    keys: tuple[str, ...]
    commands: tuple[str, ...]
    links: tuple[str, ...]
    pictures: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        """The name by which other pages and the window know it."""
        return self.path.stem

    @property
    def titles(self) -> list[str]:
        """The first-level headings."""
        plain = _FENCED.sub("", self.text)
        return [line[2:] for line in plain.splitlines() if line.startswith("# ")]


def read_page(path: Path) -> Page:
    """Return what a page says."""
    text = path.read_text(encoding="utf-8")
    lines = [line.strip() for block in _FENCED.findall(text) for line in block.splitlines()]
    # The sign of a code span is no mark where it is a key's own name in a fenced block.
    plain = _FENCED.sub("", text)
    marked = _MARKED.findall(plain)
    commands = [mark for mark in marked if mark.startswith("motcua ")]
    return Page(
        path, text, tuple(_BOLD.findall(_MARKED.sub("", plain))),
        tuple(mark for mark in marked if mark not in commands),
        (*commands, *(line for line in lines if line)),
        tuple(_LINK.findall(plain)), tuple(_PICTURE.findall(plain)),
    )  # fmt: skip


@cache
def pages(language: str) -> tuple[Page, ...]:
    """Return the pages of a language in the order of their names."""
    return tuple(read_page(path) for path in sorted((PAGES / language).glob("*.md")))


def pictures(language: str) -> Path:
    """Return where the pictures of a language's pages are."""
    return PAGES / language / "pictures"


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that there are pages of."""
    return tuple(path.name for path in sorted(PAGES.iterdir()) if (path / "index.md").exists())
