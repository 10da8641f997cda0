"""When the last good backup was made and whether there is a second place, in one line."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication

from models.clock import local_time
from ui.home.needs import BACKUP_DAYS
from ui.settings.safekeeping import BackupState

_DAY: Final = timedelta(days=1)


def backup_text(state: BackupState, now_ms: int) -> str:
    """Return when the last good backup was made, how old it is, and where it also lies."""
    translate = QCoreApplication.translate
    made = [one.made_ms for one in state.places if one.made_ms is not None and not one.code]
    if not made:
        said = translate("home", "No backup yet")
    else:
        at, now = local_time(max(made)), local_time(now_ms)
        days = (now.date() - at.date()) // _DAY
        if days <= 0:
            said = translate("home", "Backup: today %1").replace("%1", f"{at:%H:%M}")
        else:
            said = translate("home", "Backup: %1, %n day(s) ago", None, days)
            said = said.replace("%1", f"{at:%d/%m/%Y}")
    second = (
        translate("home", "with a second place")
        if state.has_second
        else translate("home", "no second place")
    )
    return f"{said}  ·  {second}"


def is_calm(state: BackupState, now_ms: int) -> bool:
    """Say whether backups need nobody: the last ones succeeded, lately, and in two places."""
    made = [one.made_ms for one in state.places if one.made_ms is not None]
    is_late = not made or now_ms - max(made) > BACKUP_DAYS * _DAY / timedelta(milliseconds=1)
    return state.has_second and not is_late and not any(one.code for one in state.places)
