"""What is told to the audit, one function for each; none takes a name, a path or a telephone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal
from uuid import UUID

from models.audit import events
from models.audit.records import Happening


def signed_in(command: str = "") -> Happening:
    """Somebody signed in, at the window or to run a command."""
    return Happening(events.SIGNED_IN, {"command": command})


def sign_in_failed(account: UUID, times: int, last_ms: int) -> Happening:
    """A password or code was wrong so many times since that was told last, and when at last."""
    facts = {"account": str(account), "times": times, "last_ms": last_ms}
    return Happening(events.SIGN_IN_FAILED, facts)


def locked(*, is_idle: bool) -> Happening:
    """The screen was covered, by somebody or because nobody was there."""
    return Happening(events.LOCKED, {"is_idle": is_idle})


def unlocked() -> Happening:
    """The same account came back behind the cover."""
    return Happening(events.UNLOCKED)


def signed_out(*, is_handing_over: bool) -> Happening:
    """The account's work ended: the window was closed, or given to another account."""
    return Happening(events.SIGNED_OUT, {"is_handing_over": is_handing_over})


def exported(what: str, suffix: str, rows: int | None, *, is_personal: bool) -> Happening:
    """A file was written; `rows` None where it does not consist of any."""
    facts = {"what": what, "suffix": suffix.lower(), "rows": rows, "is_personal": is_personal}
    return Happening(events.EXPORTED, facts)


def pack_made(month: date, suffix: str) -> Happening:
    """A file of the monthly pack of the month that begins on `month` was written."""
    told = exported("pack", suffix, None, is_personal=False)
    return Happening(told.type, {**told.facts, "month": month.isoformat()})


def printed(what: str, rows: int | None, *, is_personal: bool) -> Happening:
    """Pages were sent to a printer."""
    return Happening(events.PRINTED, {"what": what, "rows": rows, "is_personal": is_personal})


def households_viewed(households: int) -> Happening:
    """The details of so many different households were opened within an hour."""
    return Happening(events.HOUSEHOLDS_VIEWED, {"households": households})


def figures_viewed(account: UUID) -> Happening:
    """Somebody looked at how fast and how well another account keys."""
    return Happening(events.FIGURES_VIEWED, {"account": str(account)})


def backed_up(made_ms: int) -> Happening:
    """A proven backup was made."""
    return Happening(events.BACKED_UP, {"made_ms": made_ms})


def restored(made_ms: int, held: int, at_ms: int) -> Happening:
    """The store was made of a backup that held so many events."""
    return Happening(events.RESTORED, {"made_ms": made_ms, "events": held, "at_ms": at_ms})


def bundle_written(events_in_it: int, stations: Sequence[UUID]) -> Happening:
    """A sealed file was written for other stations."""
    facts = {"events": events_in_it, "stations": sorted(map(str, stations))}
    return Happening(events.BUNDLE_WRITTEN, facts)


def bundle_taken(station: UUID, events_in_it: int, new: int) -> Happening:
    """A sealed file of another station was taken in."""
    facts = {"station": str(station), "events": events_in_it, "new": new}
    return Happening(events.BUNDLE_TAKEN, facts)


def password_changed(
    account: UUID, how: Literal["own", "given", "recovery"], at_ms: int
) -> Happening:
    """A password was changed: by its holder, by an administrator, or with the recovery key."""
    facts = {"account": str(account), "how": how, "at_ms": at_ms}
    return Happening(events.PASSWORD_CHANGED, facts)


def second_factor_changed(account: UUID, *, is_on: bool) -> Happening:
    """An account asks for a second factor from now on, or no longer."""
    return Happening(events.SECOND_FACTOR_CHANGED, {"account": str(account), "is_on": is_on})
