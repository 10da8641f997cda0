"""Automatic backups in their places: written, copied, thinned."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from desktop.backup_log import Outcome
from desktop.backups import backup_name
from desktop.paths import DataPaths
from models.errors import CodedError, KnownError
from models.store.backup import write_backup
from models.store.backup_file import SUFFIX, copy_backup, read_manifest
from models.store.backup_rota import superfluous
from models.store.damage import DAMAGE, note_damage
from models.store.engine import open_engine, told
from models.store.files import identity
from models.store.keys import load_keyring
from models.store.second_place import read_second_place


def places_of(paths: DataPaths, key: bytes) -> list[Path]:
    """Return the folders that a store's backups go to; of one that does not open, the first."""
    engine = open_engine(paths.store, key)
    second = None
    try:
        with suppress(KnownError), told(paths.store), engine.connect() as connection:
            second = read_second_place(connection)
    finally:
        engine.dispose()
    return paths.backup_places(second)


def back_up_to(
    paths: DataPaths, key: bytes, unit: str, places: Sequence[Path], now_ms: int
) -> dict[str, Outcome]:
    """Write a proven backup into the first place that takes it, copies to the others; thin each.

    What is wrong with one place keeps no other from its backup.
    """
    outcomes: dict[str, Outcome] = {}
    name, source = backup_name(unit, now_ms), None
    copied = identity(paths.store)
    for place in places:
        try:
            if source is None:
                place.mkdir(parents=True, exist_ok=True)
                source = write_backup(
                    paths.store, paths.keyring, key, place / name, work=paths.folder / ".backup",
                    now_ms=now_ms,
                ).file  # fmt: skip
            else:
                copy_backup(source, place / name)
        except CodedError as error:
            # A repair may have been faster: what was damaged is not the store any more then.
            if error.code in DAMAGE and identity(paths.store) == copied:
                note_damage(paths.store, paths.keyring, now_ms)
            outcomes[str(place)] = Outcome(now_ms, "", error.code, dict(error.params))
            continue
        except OSError:
            outcomes[str(place)] = Outcome(now_ms, "", "backup.no_folder", {"folder": str(place)})
            continue
        outcomes[str(place)] = Outcome(now_ms, str(place / name))
        thin(place, load_keyring(paths.keyring).store_id)
    return outcomes


def thin(place: Path, store_id: str) -> None:
    """Remove the backups of a store that are not needed any more; other files are left alone."""
    made = []
    for file in place.glob(f"*{SUFFIX}"):
        with suppress(CodedError):
            manifest = read_manifest(file)
            if manifest.store_id == store_id:
                made.append((manifest.made_ms, file))
    for file in superfluous(made):
        with suppress(OSError):
            file.unlink()
