"""The event types of the register and the shape of their payloads.

- `household.list_imported` 1, of a list: title, columns {field: column}, header [[text]],
  members [[row, household]], extras {row: {column: text}} of cells that mean nothing here
- `household.listed` 1: set {field: value}, list, row, alias (the id that this row would have given
  a household of its own, where it was joined to one under another id)
- `household.checked` 1: set {field: value}, on (day), note
- `household.settled` 1: set {field: value}, note; the last word on fields that differed
- `household.merged` 1: set {merged_into: household or null}, note; null undoes it
- `household.took` 1: set {field: value}, from (household), before {field: value}: what a
  household took over when another was merged into it, or gave back when that was undone
- `household.kept_apart` 1: others [household]: not the same as these, whatever they look like
- `household.apart_undone` 1: others [household], undoes [event id]: what either of the two said of
  the pair counts no more
- `household.row_kept` 1: list, row, cells {column: text}: a row's cells that mean nothing here, as
  they are kept once its list is said again without them (`restated` {hlc, by}: the first time)
- `household.erased` 1: household, reason, and what figures need of it: unit, old_unit, hamlet,
  has_code, has_plate, plate_on, outcome, checked_on, checks [[on, outcome]], merged_into, aliases
- `hamlet.assigned` 1: unit, old_unit, hamlet, officer ("" for nobody)
- `hamlet.placed` 1: old_unit, hamlet, unit: where a hamlet of a split unit belongs today
- `household.register_stated` 1: station, unit, day, hamlets [[old_unit, hamlet, households,
  with_code, checked, plate, conflicts, {outcome: n}]]
- `layout.remembered` 1: fingerprint, columns {field: column}, header_rows
"""

from __future__ import annotations

from typing import Final

# Those that the journal itself acts on are its own.
from models.journal.erasure import ERASED, LIST_IMPORTED, MERGED, RESTATED, TOOK

__all__ = [
    "APART_UNDONE", "ASSIGNED", "CHECKED", "ERASED", "KEPT_APART", "LAYOUT_REMEMBERED", "LISTED",
    "LIST_IMPORTED", "MERGED", "PLACED", "REGISTER_STATED", "RESTATED", "ROW_KEPT", "SETTLED",
    "STEPS", "TOOK",
]  # fmt: skip

LISTED: Final = "household.listed"
CHECKED: Final = "household.checked"
SETTLED: Final = "household.settled"
KEPT_APART: Final = "household.kept_apart"
APART_UNDONE: Final = "household.apart_undone"
ROW_KEPT: Final = "household.row_kept"
ASSIGNED: Final = "hamlet.assigned"
PLACED: Final = "hamlet.placed"
REGISTER_STATED: Final = "household.register_stated"
LAYOUT_REMEMBERED: Final = "layout.remembered"

# What says something of one household's fields.
STEPS: Final = frozenset({LISTED, CHECKED, SETTLED, MERGED, TOOK})
