"""`backup` and `restore`: copies that were opened and proven."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from desktop.audit import note_done
from desktop.backups import back_up
from desktop.backups import restore as restore_store
from desktop.cli.invocation import Invocation
from desktop.repair_offer import can_repair
from models.audit.happenings import backed_up
from models.errors import KnownError, UserError
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
    """Make a store of a backup in a folder that has none, or repair the damaged one that it has."""
    options = run.options
    is_repair = options.file is None or (run.paths.store.exists() and can_repair(run.paths))
    if is_repair and not can_repair(run.paths):
        raise UserError("repair.not_needed", folder=str(run.paths.folder))
    recovery_key = None
    if options.recovery_key or (
        "MOTCUA_RECOVERY_KEY" in os.environ and "MOTCUA_PASSWORD" not in os.environ
    ):
        recovery_key = run.recovery_key()
    if is_repair:
        return _repair(run, recovery_key)
    restored = restore_store(
        run.paths, Path(options.file), account=getattr(options, "account", None),
        password=run.password() if recovery_key is None else None, recovery_key=recovery_key,
    )  # fmt: skip
    run.tell(
        "backup.restored", events=format_integer(restored.manifest.events), folder=run.paths.folder
    )
    return 0, {"data_dir": str(run.paths.folder), **_result(restored)}


def _repair(run: Invocation, recovery_key: str | None) -> Outcome:
    from desktop.repair import Secret, repair
    from desktop.repair_words import repair_sentences

    file = run.options.file
    password = run.password() if recovery_key is None else None
    secret = Secret(getattr(run.options, "account", None), password, recovery_key)
    done = repair(run.paths, secret, file=Path(file) if file is not None else None)
    for said in repair_sentences(done, run.language):
        run.say(said)
    return 0, {"data_dir": str(run.paths.folder), **asdict(done)}


def _result(backup: Backup) -> dict[str, Any]:
    held = backup.manifest
    return {
        "file": str(backup.file.absolute()), "events": held.events, "head": held.head,
        "sha256": backup.sha256, "unit": held.unit,
    }  # fmt: skip
