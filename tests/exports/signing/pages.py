"""Pages of a PDF as poppler draws them, and what pdfsig says of its signatures."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import NamedTuple

from reportlab.lib.pagesizes import A4


class Drawn(NamedTuple):
    """One page, a byte of grey a pixel, from the top left."""

    width: int
    height: int
    pixels: bytes

    def dark(self) -> set[tuple[int, int]]:
        """Return where something is drawn: column and row."""
        return {(at % self.width, at // self.width) for at, grey in enumerate(self.pixels)
                if grey < 250}  # fmt: skip

    def differing(self, other: Drawn) -> set[tuple[int, int]]:
        pairs = enumerate(zip(self.pixels, other.pixels, strict=True))
        return {(at % self.width, at // self.width) for at, (one, two) in pairs if one != two}


def drawn(pdf: bytes, page: int, folder: Path, dpi: int = 72) -> Drawn:
    """Draw a page, counted from 1; at 72 dots an inch a pixel is a point."""
    file = folder / "drawn.pdf"
    file.write_bytes(pdf)
    command = ["pdftoppm", "-gray", "-r", str(dpi), "-f", str(page), "-l", str(page), str(file)]
    made = subprocess.run(command, check=True, capture_output=True).stdout
    _kind, width, height, _most, pixels = made.split(maxsplit=4)
    size = int(width) * int(height)
    return Drawn(int(width), int(height), made[-size:] if len(pixels) != size else pixels)


def height_of(pdf: bytes, page: int, word: str, folder: Path) -> tuple[float, float]:
    """Return where a word stands on a page of A4: its top and bottom in points from below."""
    file = folder / "words.pdf"
    file.write_bytes(pdf)
    command = ["pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(file), "-"]
    made = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    pattern = r'<word xMin="[^"]+" yMin="([^"]+)" xMax="[^"]+" yMax="([^"]+)">'
    found = re.search(pattern + word, made)
    assert found
    return A4[1] - float(found[1]), A4[1] - float(found[2])


def said_by_pdfsig(pdf: bytes, folder: Path) -> str:
    file = folder / "signed.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(["pdfsig", "-nocert", str(file)], check=False, capture_output=True)
    return done.stdout.decode()
