"""Finds a serif face with full Vietnamese and makes it known to ReportLab, once a process.

Times New Roman where the system has it, else a face with its metrics (Liberation Serif, Tinos),
else the packaged IBM Plex Serif. A face that lacks a Vietnamese letter, or forbids embedding, is
passed over.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

REGULAR: Final = "Document"
BOLD: Final = "Document-Bold"
ITALIC: Final = "Document-Italic"
BOLD_ITALIC: Final = "Document-BoldItalic"
VIETNAMESE: Final = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵfjwz"
)
_SIGNS: Final = "0123456789.,:;%()/-–…“”÷·²&+=’"

# Regular, bold, italic, bold italic, as the files are named by their makers.
_FAMILIES: Final = (
    ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"),
    ("Times New Roman.ttf", "Times New Roman Bold.ttf", "Times New Roman Italic.ttf",
     "Times New Roman Bold Italic.ttf"),
    ("Times_New_Roman.ttf", "Times_New_Roman_Bold.ttf", "Times_New_Roman_Italic.ttf",
     "Times_New_Roman_Bold_Italic.ttf"),
    ("LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf", "LiberationSerif-Italic.ttf",
     "LiberationSerif-BoldItalic.ttf"),
    ("Tinos-Regular.ttf", "Tinos-Bold.ttf", "Tinos-Italic.ttf", "Tinos-BoldItalic.ttf"),
)  # fmt: skip
_PACKAGED: Final = (
    "IBMPlexSerif-Regular.ttf", "IBMPlexSerif-Bold.ttf", "IBMPlexSerif-Italic.ttf",
    "IBMPlexSerif-BoldItalic.ttf",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Face:
    """The four files of a face."""

    regular: Path
    bold: Path
    italic: Path
    bold_italic: Path


def system_folders() -> Iterator[Path]:
    """Yield the folders in which this system keeps fonts, the user's own last."""
    home = Path.home()
    if sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", "C:/Windows"), "Fonts")
        yield Path(os.environ.get("LOCALAPPDATA", str(home)), "Microsoft/Windows/Fonts")
    elif sys.platform == "darwin":
        yield from (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts")
    else:
        yield from (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
        yield from (home / ".local/share/fonts", home / ".fonts")


def faces(folders: Iterable[Path]) -> Iterator[Face]:
    """Yield the faces found below `folders`, best first, and the packaged one last."""
    found = _font_files(folders)
    for family in _FAMILIES:
        paths = [found.get(name.casefold()) for name in family]
        if (face := _face(paths)) is not None:
            yield face
    packaged = Path(str(files("fontpkg_ibm_plex_serif"))) / "files"
    yield Face(*(packaged / name for name in _PACKAGED))


@cache
def register() -> Face:
    """Make the first usable face known under the names of this module and return its files."""
    return register_from(system_folders())


def register_from(folders: Iterable[Path]) -> Face:
    """Do what `register` does with the faces found below `folders`."""
    from reportlab.lib.fonts import addMapping
    from reportlab.pdfbase import pdfmetrics

    for face in faces(folders):
        fonts = _load(face)
        if fonts is not None:
            for font in fonts:
                pdfmetrics.registerFont(font)
            names = (REGULAR, BOLD, ITALIC, BOLD_ITALIC)
            for style, name in enumerate(names):
                addMapping(REGULAR, style & 1, style >> 1, name)
            return face
    raise FileNotFoundError("fontpkg_ibm_plex_serif")


def width(text: str, font: str, size: float) -> float:
    """Return how wide `text` is, in points."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(stringWidth(text, font, size))


def _load(face: Face) -> list[Any] | None:
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    names = (REGULAR, BOLD, ITALIC, BOLD_ITALIC)
    paths = (face.regular, face.bold, face.italic, face.bold_italic)
    try:
        fonts = [TTFont(name, str(path)) for name, path in zip(names, paths, strict=True)]
    except (TTFError, OSError):
        return None
    return fonts if all(_is_complete(font) for font in fonts) else None


def _is_complete(font: Any) -> bool:
    needed = VIETNAMESE + VIETNAMESE.upper() + _SIGNS
    return all(ord(letter) in font.face.charToGlyph for letter in needed)


def _face(paths: list[Path | None]) -> Face | None:
    known = [path for path in paths if path is not None]
    return Face(*known) if len(known) == len(Face.__slots__) else None


def _font_files(folders: Iterable[Path]) -> dict[str, Path]:
    wanted = {name.casefold() for family in _FAMILIES for name in family}
    found: dict[str, Path] = {}
    for folder in folders:
        for root, inner, names in os.walk(folder):
            inner.sort()
            for name in sorted(names):
                if name.casefold() in wanted:
                    found.setdefault(name.casefold(), Path(root, name))
    return found
