"""Scanned papers in their order: the pages of a PDF, of a TIFF, or the pictures of a folder.

What others scanned is not trusted: only the kinds of picture that scanners make are read, and what
is larger than a page can be is refused by its head, before anything of it is unpacked.
"""

from __future__ import annotations

import re
import struct
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from exports.pdfium import PDFIUM
from models.errors import UserError

if TYPE_CHECKING:
    from PIL.Image import Image

PDF: Final = ".pdf"
TIFF: Final = frozenset({".tif", ".tiff"})
PICTURES: Final = TIFF | {".jpg", ".jpeg", ".png"}
# A3 at 600 dots an inch has 70 million.
MOST_PIXELS: Final = 80_000_000
MOST_PAGES: Final = 5_000
# An A4 page at 220 dots an inch is as high: a tick that is hard to see can be zoomed into.
_HEIGHT: Final = 2_600
_NUMBERS: Final = re.compile(r"(\d+)")
# What the two libraries raise of files that are not what they say.
_DAMAGE: Final = (
    OSError, ValueError, SyntaxError, EOFError, MemoryError, RuntimeError, LookupError, TypeError,
    struct.error, zlib.error,
)  # fmt: skip


class _Large(Exception):  # noqa: N818 - told as a sentence, with the file's name
    """Raised for a picture that is larger than a page can be."""


class Picture(NamedTuple):
    """A page on the screen, three bytes (red, green, blue) for each pixel."""

    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """Where a page lies: a file, and its place in that."""

    file: Path
    index: int = 0


def scanned_pages(source: Path) -> tuple[ScannedPage, ...]:
    """Return the pages of a file or of the pictures in a folder, which go by their names.

    `2.jpg` comes before `10.jpg`. UserError for what cannot be read, or holds no pages.
    """
    if source.is_dir():
        files = _pictures_in(source)
    elif source.is_file():
        files = [source]
    else:
        raise UserError("rekeying.no_scans", name=source.name)
    pages: list[ScannedPage] = []
    for file in files:
        pages += (ScannedPage(file, index) for index in range(_count(file)))
        if len(pages) > MOST_PAGES:
            raise UserError("rekeying.many_scans", name=source.name, most=MOST_PAGES)
    if not pages:
        raise UserError("rekeying.no_scanned_pages", name=source.name)
    return tuple(pages)


def picture_of(page: ScannedPage) -> Picture:
    """Return a page as a picture of at most 2.600 pixels in height and width.

    UserError where the file is gone, damaged, locked by a password, or larger than a page can be.
    """
    try:
        return _pdf_page(page) if _is_pdf(page.file) else _image_page(page)
    except _Large as error:
        name, most = page.file.name, MOST_PIXELS // 1_000_000
        raise UserError("rekeying.large_scan", name=name, most=most) from error
    except _DAMAGE as error:
        raise UserError("rekeying.unreadable_scan", name=page.file.name) from error


def _pictures_in(folder: Path) -> list[Path]:
    try:
        files = list(folder.iterdir())
    except OSError as error:
        # The stick was pulled out, or the folder is not for this account.
        raise UserError("rekeying.no_scans", name=folder.name) from error
    found = [
        file
        for file in files
        if file.suffix.casefold() in PICTURES and not file.name.startswith(".")
    ]
    return sorted(found, key=_in_order)


def _in_order(file: Path) -> tuple[Any, ...]:
    parts = _NUMBERS.split(file.name.casefold())
    return tuple((place % 2, int(part) if place % 2 else part) for place, part in enumerate(parts))


def _is_pdf(file: Path) -> bool:
    return file.suffix.casefold() == PDF


def _count(file: Path) -> int:
    """Return how many pages a file has; what is damaged has one, that says so when it is shown."""
    if file.suffix.casefold() not in PICTURES | {PDF}:
        raise UserError("rekeying.unreadable_scan", name=file.name)
    with suppress(_Large, *_DAMAGE):
        if _is_pdf(file):
            from pypdfium2 import PdfDocument

            with PDFIUM, file.open("rb") as stream, PdfDocument(stream) as document:
                return len(document)
        if file.suffix.casefold() in TIFF:
            with _opened(file) as image:
                return int(getattr(image, "n_frames", 1))
    return 1


def _opened(file: Path) -> Image:
    from PIL import Image

    try:
        return Image.open(file, formats=("JPEG", "PNG", "TIFF"))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _Large from error


def _pdf_page(page: ScannedPage) -> Picture:
    from pypdfium2 import PdfDocument

    with PDFIUM, page.file.open("rb") as stream, PdfDocument(stream) as document:
        shown = document[page.index]
        width, height = shown.get_size()
        drawn = shown.render(scale=_HEIGHT / max(width, height, 1.0), rev_byteorder=True)
        return _picture(drawn.to_pil())


def _image_page(page: ScannedPage) -> Picture:
    from PIL import ImageOps

    with _opened(page.file) as image:
        image.seek(page.index)
        if image.width * image.height > MOST_PIXELS:
            raise _Large
        # Of a JPEG no more is unpacked than is shown.
        image.draft("RGB", (_HEIGHT, _HEIGHT))
        image.thumbnail((_HEIGHT, _HEIGHT))
        return _picture(ImageOps.exif_transpose(image))


def _picture(image: Image) -> Picture:
    shown = image.convert("RGB")
    return Picture(shown.width, shown.height, shown.tobytes())
