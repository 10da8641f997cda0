"""What the screens have done about backups; the store's key and the processes are the desktop's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class PlaceState:
    """A folder for backups and how the last one to it went.

    `made_ms` None means that none was made yet; `code` is "" for a proven backup, else the sentence
    of what was wrong with its `params`.
    """

    folder: Path
    made_ms: int | None = None
    code: str = ""
    params: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class BackupState:
    """How backups stand: the first place, the second if one was chosen, and the last trial."""

    places: tuple[PlaceState, ...]
    has_second: bool
    drilled_ms: int | None
    is_running: bool

    @property
    def last_good_ms(self) -> int | None:
        """When the last good backup was made, None for never."""
        made = [one.made_ms for one in self.places if one.made_ms is not None and not one.code]
        return max(made, default=None)

    @property
    def has_failed(self) -> bool:
        """Say whether the last backup to a place was not a good one."""
        return any(one.code for one in self.places)


@dataclass(frozen=True, slots=True)
class Drilled:
    """A backup that was unpacked, opened and proven, as a restore would do it."""

    made_ms: int
    events: int


class Safekeeping(Protocol):
    """The backups of the store at work. `state`, `keep_second` and `drill` are no GUI thread's."""

    def state(self) -> BackupState:
        """Return how backups stand."""

    def back_up_now(self) -> None:
        """Begin a backup to all places, on the GUI thread; `when_ended` is called afterwards."""

    def when_ended(self, called: Callable[[object], Any]) -> None:
        """Call the slot `called` on the GUI thread whenever a backup has ended."""

    def keep_second(self, folder: Path | None) -> None:
        """Choose a second place, None for none; UserError for one that does not do."""

    def drill(self, progressed: Callable[[int, int], Any]) -> Drilled:
        """Prove the newest backup as a restore would, and record that; UserError without one."""
