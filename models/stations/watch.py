"""What a person at this station should know before others find out: copies of it, wrong clocks."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from models.stations.clocks import ClockDoubt, read_doubts
from models.stations.copies import CopyTrace, read_copy


@dataclass(frozen=True, slots=True)
class Watch:
    """A copy of this store if there is a trace of one, and clocks that seem wrong."""

    copy: CopyTrace | None = None
    clocks: tuple[ClockDoubt, ...] = ()

    @property
    def own_clocks(self) -> tuple[ClockDoubt, ...]:
        """Return what is said of this machine's own clock."""
        return tuple(one for one in self.clocks if one.kind in {"own", "own_records"})


def read_watch(connection: Connection, now_ms: int) -> Watch:
    """Return what is known by now; `now_ms` since 1970 by this machine's clock."""
    return Watch(read_copy(connection), read_doubts(connection, now_ms))
