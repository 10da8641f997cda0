"""Gives the screens the backups of the session at work."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from desktop.automatic_backups import AutomaticBackups
from desktop.backup_log import read_outcomes
from desktop.session import Session
from models.errors import UserError
from models.permissions import Permission
from models.store.drills import last_drill, note_drill
from models.store.second_place import keep_second_place, read_second_place
from ui.settings.safekeeping import BackupState, Drilled, PlaceState


class SessionSafekeeping:
    """Implements `ui.settings.safekeeping.Safekeeping`."""

    def __init__(self, session: Session, backups: AutomaticBackups) -> None:
        self._session = session
        self._backups = backups

    def state(self) -> BackupState:
        """Return how backups stand."""
        paths = self._session.paths
        known = read_outcomes(paths.backups_log)
        places = paths.backup_places(self._session.store.read(read_second_place))
        states = []
        for folder in places:
            outcome = known.get(str(folder))
            states.append(
                PlaceState(folder)
                if outcome is None
                else PlaceState(folder, outcome.made_ms, outcome.code, outcome.params)
            )
        drilled_ms = self._session.store.read(last_drill)
        return BackupState(tuple(states), len(states) > 1, drilled_ms, self._backups.is_running)

    def back_up_now(self) -> None:
        """Begin a backup to all places."""
        self._backups.back_up_now()

    def when_ended(self, called: Callable[[object], Any]) -> None:
        """Call the slot `called` whenever a backup has ended, as long as its page is there."""
        self._backups.ended.connect(called)

    def keep_second(self, folder: Path | None) -> None:
        """Choose a second place, None for none."""
        command = partial(keep_second_place, folder=folder, store=self._session.paths.folder)
        self._session.store.write(command, actor=self._session.account)

    def drill(self, progressed: Callable[[int, int], Any]) -> Drilled:
        """Prove the newest backup as a restore would, and record that."""
        from models.store.backup import check_backup

        session = self._session
        session.demand(Permission.BACK_UP)
        known = read_outcomes(session.paths.backups_log)
        good = [one for one in known.values() if one.is_good]
        if not good:
            raise UserError("backup.none_to_try")
        newest = max(good, key=lambda one: one.made_ms)
        backup = check_backup(
            Path(newest.file), lambda _keyring: session.key,
            work=session.paths.folder / ".trying", progress=progressed,
        )  # fmt: skip
        session.store.write(partial(note_drill, backup=backup), actor=session.account)
        return Drilled(backup.manifest.made_ms, backup.manifest.events)
