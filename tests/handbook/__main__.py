"""Takes the handbook's pictures over from a run of `tests.screenshots`.

Run as `python -m tests.handbook FOLDER`, where FOLDER holds a folder for each language. A page asks
for a picture by its name alone: `pictures/keying.png` is made of `04-keying.png`.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Final

from PIL import Image

from tests.handbook.pages import languages, pages, pictures

# Wide enough to read a button's words, small enough to stand beside the text of a page.
WIDTH: Final = 860
COLOURS: Final = 128
_NUMBER = re.compile(r"^\d+-")


def wanted(language: str) -> set[str]:
    """Return the names of the pictures that the pages of a language show."""
    return {Path(target).stem for page in pages(language) for _words, target in page.pictures}


def take_over(source: Path, target: Path) -> None:
    """Write a picture in the handbook's size, with as many colours as screens have."""
    with Image.open(source) as picture:
        whole = picture.convert("RGB")
    # A dialog is smaller than a window and stays as it is.
    width = min(WIDTH, whole.width)
    height = round(whole.height * width / whole.width)
    small = whole.resize((width, height), Image.Resampling.LANCZOS)
    few = small.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(target, optimize=True)


def take_over_all(folder: Path, language: str) -> list[str]:
    """Take over what a language's pages ask for, and return what is not in the folder."""
    asked, target = wanted(language), pictures(language)
    found = {_NUMBER.sub("", path.stem): path for path in sorted(folder.glob("*.png"))}
    target.mkdir(parents=True, exist_ok=True)
    for name in sorted(asked & found.keys()):
        take_over(found[name], target / f"{name}.png")
    for path in sorted(target.glob("*.png")):
        if path.stem not in asked:
            path.unlink()
    return sorted(asked - found.keys())


def main() -> int:
    """Take over every picture that a page asks for; 1 where some are not there."""
    is_whole = True
    for language in languages():
        folder = Path(sys.argv[1]) / language
        if missing := take_over_all(folder, language):
            is_whole = False
            print(f"not in {folder}: {', '.join(missing)}", file=sys.stderr)
    return 0 if is_whole else 1


if __name__ == "__main__":
    sys.exit(main())
