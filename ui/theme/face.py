"""The packaged screen face, Be Vietnam Pro, loaded once per process."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFontDatabase

FAMILY: Final = "Be Vietnam Pro"
WEIGHTS: Final = ("Regular", "Medium", "SemiBold", "Bold")


@cache
def load_face() -> tuple[str, ...]:
    """Hand the four weights in use to Qt and return those that loaded; needs the application."""
    folder = _folder()
    if folder is None:
        return ()
    return tuple(weight for weight in WEIGHTS if _load(folder / f"BeVietnamPro-{weight}.ttf"))


def _folder() -> Path | None:
    # find_spec names the folder without running the package.
    spec = find_spec("fontpkg_be_vietnam_pro")
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(spec.submodule_search_locations[0]) / "files"


def _load(path: Path) -> bool:
    return path.is_file() and QFontDatabase.addApplicationFont(str(path)) >= 0
