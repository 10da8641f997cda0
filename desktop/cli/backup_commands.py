"""`backup` and `restore`: copies that were opened and proven."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from desktop.audit import note_done
from desktop.backups import back_up
from desktop.backups import restore as restore_store
from desktop.cli.invocation import Invocation
from models.audit.happenings import backed_up
from models.errors import KnownError
from models.figures import format_integer
from models.permissions import Permission
from models.store.backup import Backup

Outcome = tuple[int, dict[str, Any]]


def backup(run: Invocation) -> Outcome:
    """Write a backup to a file, or into a folder under a name of its own."""
    session = run.open(Permission.BACK_UP)
    try:
        made = back_up(session, Path(run.options.out))
        # A full disk is when a backup is wanted most: it is good without its entry too.
        with suppress(KnownError):
            note_done(session, backed_up(made.manifest.made_ms))
    finally:
        session.store.close()
    run.tell("backup.done", events=format_integer(made.manifest.events), file=made.file)
    return 0, _result(made)


def restore(run: Invocation) -> Outcome:
    """Make a store of a backup in a folder that has none."""
    options = run.options
    recovery_key = None
    if options.recovery_key or (
        "MOTCUA_RECOVERY_KEY" in os.environ and "MOTCUA_PASSWORD" not in os.environ
    ):
        recovery_key = run.recovery_key()
    restored = restore_store(
        run.paths, Path(options.file), account=getattr(options, "account", None),
        password=run.password() if recovery_key is None else None, recovery_key=recovery_key,
    )  # fmt: skip
    run.tell(
        "backup.restored", events=format_integer(restored.manifest.events), folder=run.paths.folder
    )
    return 0, {"data_dir": str(run.paths.folder), **_result(restored)}


def _result(backup: Backup) -> dict[str, Any]:
    held = backup.manifest
    return {
        "file": str(backup.file.absolute()), "events": held.events, "head": held.head,
        "sha256": backup.sha256, "unit": held.unit,
    }  # fmt: skip
