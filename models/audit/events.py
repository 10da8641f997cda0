"""The event types that the audit reads: its own, and those of others that it shows as they are.

Its own bear the `machine` (`desktop.machine`) and no personal data but an account's id; each is an
entity of its own. Times are milliseconds since 1970.

- `audit.signed_in` 1: command ("" for the window)
- `audit.sign_in_failed` 1: account, times, last_ms; told at the next sign-in of anybody
- `audit.locked` 1: is_idle
- `audit.unlocked` 1: nothing
- `audit.signed_out` 1: is_handing_over
- `audit.exported` 1: what, suffix, rows, is_personal; of a monthly pack also month, its first day
- `audit.printed` 1: what, rows, is_personal
- `audit.households_viewed` 1: households: so many different ones within an hour
- `audit.figures_viewed` 1: account, whose keying figures somebody else looked at
- `audit.backed_up` 1: made_ms
- `audit.restored` 1: made_ms, events, at_ms; told at the first sign-in after it
- `audit.bundle_written` 1: events, stations [id]
- `audit.bundle_taken` 1: station, events, new
- `audit.password_changed` 1: account, how (own, given, recovery), at_ms
- `audit.second_factor_changed` 1: account, is_on
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PREFIX: Final = "audit."
SIGNED_IN: Final = "audit.signed_in"
SIGN_IN_FAILED: Final = "audit.sign_in_failed"
LOCKED: Final = "audit.locked"
UNLOCKED: Final = "audit.unlocked"
SIGNED_OUT: Final = "audit.signed_out"
EXPORTED: Final = "audit.exported"
PRINTED: Final = "audit.printed"
HOUSEHOLDS_VIEWED: Final = "audit.households_viewed"
FIGURES_VIEWED: Final = "audit.figures_viewed"
BACKED_UP: Final = "audit.backed_up"
RESTORED: Final = "audit.restored"
BUNDLE_WRITTEN: Final = "audit.bundle_written"
BUNDLE_TAKEN: Final = "audit.bundle_taken"
PASSWORD_CHANGED: Final = "audit.password_changed"
SECOND_FACTOR_CHANGED: Final = "audit.second_factor_changed"

# What can be asked for at once. The types of other domains are named here as they stand in the
# journal: the audit shows them and knows nothing else of them. A test holds the names to theirs.
GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "sign_ins": (SIGNED_IN, LOCKED, UNLOCKED, SIGNED_OUT),
    "failures": (SIGN_IN_FAILED,),
    "output": (EXPORTED, PRINTED),
    "viewing": (HOUSEHOLDS_VIEWED, FIGURES_VIEWED),
    "accounts": (
        "account.created", "account.role_changed", "account.removed", PASSWORD_CHANGED,
        SECOND_FACTOR_CHANGED,
    ),
    "settings": (
        "setting.changed", "questionnaire.published", "unit.defined", "unit.split_settled",
    ),
    "lists": ("household.list_imported",),
    "decisions": (
        "household.settled", "household.merged", "survey.response_settled", "vote.seen",
        "vote.unseen", "second.slip_decided", "second.bundle_shifted",
    ),
    "erasures": ("household.erased",),
    "exchange": ("station.enrolled", "station.revoked", BUNDLE_WRITTEN, BUNDLE_TAKEN),
    "backups": (BACKED_UP, RESTORED, "drill.made"),
}  # fmt: skip
EVERY_TYPE: Final = frozenset(kind for kinds in GROUPS.values() for kind in kinds)
# Of the others it is enough that they happened: a list or a questionnaire would be read for one
# line, and what was decided of a household is personal data.
FACTS_READ: Final = EVERY_TYPE - {
    "questionnaire.published", "household.list_imported", "household.settled",
    "household.merged", "survey.response_settled", "vote.seen", "vote.unseen",
    "second.slip_decided", "second.bundle_shifted",
}  # fmt: skip
