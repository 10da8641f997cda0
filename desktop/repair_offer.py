"""What can be offered where a store is damaged: the newest backups that belong to it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop.backup_log import read_outcomes
from desktop.paths import DataPaths
from models.errors import CodedError
from models.store.backup_file import SUFFIX, Manifest, read_manifest
from models.store.damage import is_damaged
from models.store.keys import load_keyring


@dataclass(frozen=True, slots=True)
class Offer:
    """A backup that can be restored, and what it says that it holds."""

    file: Path
    manifest: Manifest


def can_repair(paths: DataPaths) -> bool:
    """Say whether a store of this folder is damaged or missing, so that a repair may replace it."""
    if paths.server.exists():
        return False
    if is_damaged(paths.store) or not paths.store.exists():
        return True
    return _store_id(paths) is None


def offers(paths: DataPaths) -> list[Offer]:
    """Return the backups of this folder's store in the places that are known, the newest first.

    Where its keyring cannot be read nobody knows which are its own: those beside it are.
    """
    folders = {paths.backups, *map(Path, read_outcomes(paths.backups_log))}
    store_id = _store_id(paths)
    if store_id is None:
        folders = {paths.backups}
    found = []
    for folder in folders:
        for file in folder.glob(f"*{SUFFIX}"):
            with suppress(CodedError):
                manifest = read_manifest(file)
                if store_id in (None, manifest.store_id):
                    found.append(Offer(file, manifest))
    # Of two copies of one backup the one beside the store: it is read faster than a stick.
    found.sort(key=lambda one: (one.manifest.made_ms, one.file.parent == paths.backups))
    return found[::-1]


def _store_id(paths: DataPaths) -> str | None:
    with suppress(CodedError):
        return load_keyring(paths.keyring).store_id
    return None
