"""The pages of the handbook as they are packaged: their titles, and which of them say something."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from models.text import search_key

CONTENTS: Final = "index"
_PAGES: Final = Path(__file__).with_name("pages")
_USUAL: Final = "vi"


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page: the name by which screens know it, its title, and its words as they are found."""

    name: str
    title: str
    path: Path
    words: str


@cache
def help_pages(language: str = _USUAL) -> tuple[HelpPage, ...]:
    """Return all pages by title, the contents first; Vietnamese where a language has none."""
    folder = _PAGES / language
    if not folder.is_dir():
        folder = _PAGES / _USUAL
    pages = [_read(path) for path in sorted(folder.glob("*.md"))]
    return tuple(sorted(pages, key=lambda page: (page.name != CONTENTS, search_key(page.title))))


def find_page(name: str, language: str = _USUAL) -> HelpPage | None:
    """Return a page by its name, the contents where there is none of that name."""
    pages = {page.name: page for page in help_pages(language)}
    return pages.get(name) or pages.get(CONTENTS)


def pages_about(words: str, language: str = _USUAL) -> tuple[HelpPage, ...]:
    """Return the pages that hold every word, those with all of them in their title first."""
    wanted = search_key(words).split()
    found = [
        page for page in help_pages(language) if all(word in page.words for word in wanted)
    ]
    if wanted:
        found.sort(key=lambda page: not all(w in search_key(page.title) for w in wanted))
    return tuple(found)


def _read(path: Path) -> HelpPage:
    text = path.read_text(encoding="utf-8")
    heads = (line[2:].strip() for line in text.splitlines() if line.startswith("# "))
    return HelpPage(path.stem, next(heads, path.stem), path, search_key(text))
