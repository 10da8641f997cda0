"""Automatic backups in their places: written, copied, thinned, and what became of each."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from desktop.backups import backup_name
from desktop.paths import DataPaths
from models.errors import CodedError
from models.store.backup import write_backup
from models.store.backup_file import SUFFIX, copy_backup, read_manifest
from models.store.backup_rota import superfluous
from models.store.files import write_atomically
from models.store.keys import load_keyring

_DAMAGE: Final = (OSError, ValueError, KeyError, TypeError, AttributeError)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the last backup to a place went: when, to which file, or the code of what was wrong."""

    made_ms: int
    file: str = ""
    code: str = ""
    params: Mapping[str, Any] | None = None

    @property
    def is_good(self) -> bool:
        """Say whether there is a proven file."""
        return not self.code


def back_up_to(
    paths: DataPaths, key: bytes, unit: str, places: Sequence[Path], now_ms: int
) -> dict[str, Outcome]:
    """Write a proven backup into the first place that takes it, copies to the others; thin each.

    What is wrong with one place keeps no other from its backup.
    """
    outcomes: dict[str, Outcome] = {}
    name, source = backup_name(unit, now_ms), None
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


def read_outcomes(log: Path) -> dict[str, Outcome]:
    """Return how the last backup to each place went; nothing where none was made yet."""
    try:
        data = json.loads(log.read_bytes())
        return {place: Outcome(**item) for place, item in data.items()}
    except _DAMAGE:
        return {}


def keep_outcomes(log: Path, outcomes: Mapping[str, Outcome]) -> None:
    """Write how backups went, beside what is known of other places."""
    every = {**read_outcomes(log), **outcomes}
    data = {
        place: {
            "made_ms": one.made_ms, "file": one.file, "code": one.code,
            "params": dict(one.params) if one.params else None,
        }
        for place, one in every.items()
    }  # fmt: skip
    with suppress(CodedError):
        write_atomically(log, json.dumps(data, ensure_ascii=False, indent=1).encode())
