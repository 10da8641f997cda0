"""Where the data lies: the one place that asks appdirs."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

# The name of the file that makes a built program keep its data beside itself.
PORTABLE: Final = "portable"


@dataclass(frozen=True, slots=True)
class DataPaths:
    """The files of one store, all in one folder."""

    folder: Path

    @property
    def store(self) -> Path:
        """The encrypted database."""
        return self.folder / "store.db"

    @property
    def server(self) -> Path:
        """Where the database is, sealed, for a store on a server; then there is no `store`."""
        return self.folder / "server"

    @property
    def keyring(self) -> Path:
        """The wrapped keys."""
        return self.folder / "keyring.json"

    @property
    def attempts(self) -> Path:
        """What is kept of sign-ins: wrong passwords, and when an account was used last."""
        return self.folder / "sign-ins.json"

    @property
    def untold(self) -> Path:
        """What was done while the store was closed, for the audit."""
        return self.folder / "untold.json"

    @property
    def drafts(self) -> Path:
        """What is half typed, encrypted too."""
        return self.folder / "drafts.db"

    @property
    def log(self) -> Path:
        """What went wrong, without personal data."""
        return self.folder / "motcua.log"

    @property
    def backups(self) -> Path:
        """The first place of automatic backups."""
        return self.folder / "backups"

    def backup_places(self, second: Path | None) -> list[Path]:
        """Return the folders of automatic backups; `second` is the one that a person chose."""
        return [self.backups] if second is None else [self.backups, second]

    @property
    def backups_log(self) -> Path:
        """How the last automatic backup to each place went."""
        return self.folder / "backups.json"

    @property
    def damage(self) -> Path:
        """Is there from when the store was found damaged until it is repaired."""
        return self.folder / "damaged.json"

    @property
    def checks_log(self) -> Path:
        """When the store was last examined by itself, and what was found."""
        return self.folder / "checks.json"

    @property
    def repairs_log(self) -> Path:
        """What the last repair brought back, and what is gone."""
        return self.folder / "repaired.json"

    @property
    def sample(self) -> DataPaths:
        """The sample data that this store's window can show, in a folder of its own."""
        return DataPaths(self.folder / "demo")

    @property
    def sample_mark(self) -> Path:
        """Is there in a folder whose store holds sample data: nothing in it is real."""
        return self.folder / "sample-data"

    @property
    def habits(self) -> Path:
        """What the window remembers of this machine: sizes, looks, the last printer."""
        return self.folder / "window.json"

    @property
    def window_lock(self) -> Path:
        """Held by the one window that works on this store."""
        return self.folder / "window.lock"


def data_paths(folder: str | None = None) -> DataPaths:
    """Return the paths below `folder`, else `MOTCUA_DATA_DIR`, else the user's data folder.

    A program that was built and has a file `portable` beside it keeps its data beside it too: on a
    stick they go where it goes.
    """
    chosen = folder or os.environ.get("MOTCUA_DATA_DIR")
    if chosen:
        return DataPaths(Path(chosen).expanduser().absolute())
    if getattr(sys, "frozen", False):
        beside = Path(sys.executable).absolute().parent
        if (beside / PORTABLE).exists():
            return DataPaths(beside / "data")
    import appdirs

    return DataPaths(Path(appdirs.user_data_dir("motcua", appauthor=False)))
