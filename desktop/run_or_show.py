"""`make run`: opens the window; where there is no display, shows what the program makes instead."""

from __future__ import annotations

import os
import sys

from desktop.cli.main import run
from desktop.demo import create_demo
from desktop.language import chosen_language
from desktop.paths import DataPaths, data_paths
from desktop.sample_account import ACCOUNT, PASSWORD
from models.sentences.catalog import say
from models.store.keys import load_keyring

_YEAR = 2023


def main() -> int:
    """Open the window, or write the demo store's summary of the year beside it."""
    has_display = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    if sys.platform != "linux" or has_display:
        from desktop.app import run_window

        return run_window(sys.argv[1:])
    language = chosen_language()
    print(say("commands.no_display", language))  # noqa: T201 - this is a console program
    paths = demo_paths()
    if not paths.store.exists():
        create_demo(paths)
    return write_year(paths)


def demo_paths() -> DataPaths:
    """Return where the demo store lies or will lie.

    A folder that was named for it is used as it is while it is empty. The usual place of a
    person's own store is left for that store, and one that is there is never touched.
    """
    paths = data_paths()
    beside = paths.sample
    if "MOTCUA_DATA_DIR" not in os.environ or beside.store.exists():
        return beside
    if not paths.store.exists():
        return paths
    names = {holder.name for holder in load_keyring(paths.keyring).holders}
    return paths if names == {ACCOUNT} else beside


def write_year(paths: DataPaths) -> int:
    """Write the year's summary as PDF, DOCX and XLSX beside the store and print where they are."""
    os.environ["MOTCUA_PASSWORD"] = PASSWORD
    code = 0
    for suffix in ("pdf", "docx", "xlsx"):
        out = paths.folder / f"tong-hop-{_YEAR}.{suffix}"
        code = code or run(
            ["--data-dir", str(paths.folder), "--account", ACCOUNT, "report", "satisfaction",
             "--from", f"{_YEAR}-01-01", "--to", f"{_YEAR}-12-31", "--out", str(out)]
        )  # fmt: skip
    return code


if __name__ == "__main__":
    sys.exit(main())
