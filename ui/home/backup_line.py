"""When the last good backup was made and whether there is a second place, in one line."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication

from models.clock import DAY_MS, local_time
from ui.home.needs import BACKUP_DAYS
from ui.settings.safekeeping import BackupState

_DAY: Final = timedelta(days=1)


def backup_text(state: BackupState, now_ms: int) -> str:
    """Return when the last good backup was made, how old it is, and where it also lies."""
    translate = QCoreApplication.translate
    if state.last_good_ms is None:
        said = translate("home", "No backup yet")
    else:
        at, now = local_time(state.last_good_ms), local_time(now_ms)
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
    made_ms = state.last_good_ms
    is_late = made_ms is None or now_ms - made_ms > BACKUP_DAYS * DAY_MS
    return state.has_second and not is_late and not state.has_failed
