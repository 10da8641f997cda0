"""The audit's entries in words: what was done, and what is worth telling of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final
from uuid import UUID

from models.audit import events
from models.audit.records import AuditEntry
from models.clock import local_time
from models.figures import format_integer
from models.sentences.catalog import Language, say

Names = Mapping[UUID, str]
_Teller = Callable[[AuditEntry, Names, Language], str]
# What an entry of another station may hold in the place of what is expected.
_UNREADABLE: Final = (LookupError, TypeError, ValueError, AttributeError, OverflowError, OSError)


def account_text(account: UUID, names: Names, language: Language) -> str:
    """Return an account's name."""
    return names.get(account) or say("audit.nobody", language)


def what_text(entry: AuditEntry, language: Language) -> str:
    """Return what was done, in a few words."""
    if entry.type.startswith(events.PREFIX):
        return say(entry.type, language)
    return say(f"audit.what_{entry.type.replace('.', '_')}", language)


def details_text(entry: AuditEntry, names: Names, language: Language) -> str:
    """Return what is worth telling of it, "" for nothing."""
    teller = _TELLERS.get(entry.type)
    if teller is None:
        return ""
    try:
        return teller(entry, names, language)
    except _UNREADABLE:
        return ""


def when_text(ms: int) -> str:
    """Return a time in milliseconds since 1970 as it is shown."""
    return f"{local_time(ms):%d/%m/%Y %H:%M}"


def _signed_in(entry: AuditEntry, _names: Names, language: Language) -> str:
    command = entry.facts["command"]
    if not command:
        return say("audit.told_window", language)
    return say("audit.told_command", language, command=command)


def _failed(entry: AuditEntry, _names: Names, language: Language) -> str:
    facts = entry.facts
    when = when_text(facts["last_ms"])
    return say("audit.told_failures", language, times=facts["times"], when=when)


def _locked(entry: AuditEntry, _names: Names, language: Language) -> str:
    return say("audit.told_idle", language) if entry.facts["is_idle"] else ""


def _signed_out(entry: AuditEntry, _names: Names, language: Language) -> str:
    return say("audit.told_handed_over", language) if entry.facts["is_handing_over"] else ""


def _output(entry: AuditEntry, _names: Names, language: Language) -> str:
    facts = entry.facts
    paper = say(f"audit.paper_{facts['what']}", language)
    if facts.get("suffix"):
        paper = say("audit.told_file", language, paper=paper, suffix=facts["suffix"])
    parts = [paper]
    if facts["rows"] is not None:
        parts.append(say("audit.told_rows", language, rows=format_integer(facts["rows"])))
    if facts["is_personal"]:
        parts.append(say("audit.told_personal", language))
    return ", ".join(parts)


def _viewed(entry: AuditEntry, _names: Names, language: Language) -> str:
    households = format_integer(entry.facts["households"])
    return say("audit.told_viewed", language, households=households)


def _backed_up(entry: AuditEntry, _names: Names, language: Language) -> str:
    return say("audit.told_backup", language, when=when_text(entry.facts["made_ms"]))


def _drilled(entry: AuditEntry, _names: Names, language: Language) -> str:
    return say("audit.told_drill", language, **_backup(entry))


def _restored(entry: AuditEntry, _names: Names, language: Language) -> str:
    at = when_text(entry.facts["at_ms"])
    return say("audit.told_restored", language, at=at, **_backup(entry))


def _backup(entry: AuditEntry) -> dict[str, Any]:
    facts = entry.facts
    return {"when": when_text(facts["made_ms"]), "events": format_integer(facts["events"])}


def _written(entry: AuditEntry, _names: Names, language: Language) -> str:
    held = format_integer(entry.facts["events"])
    return say("audit.told_written", language, events=held, stations=len(entry.facts["stations"]))


def _taken(entry: AuditEntry, _names: Names, language: Language) -> str:
    held, new = (format_integer(entry.facts[name]) for name in ("events", "new"))
    return say("audit.told_taken", language, events=held, new=new)


def _password(entry: AuditEntry, names: Names, language: Language) -> str:
    facts = entry.facts
    name = account_text(UUID(facts["account"]), names, language)
    at = when_text(facts["at_ms"])
    return say(f"audit.told_password_{facts['how']}", language, name=name, at=at)


def _factor(entry: AuditEntry, names: Names, language: Language) -> str:
    name = account_text(UUID(entry.facts["account"]), names, language)
    state = "on" if entry.facts["is_on"] else "off"
    return say(f"audit.told_factor_{state}", language, name=name)


def _figures(entry: AuditEntry, names: Names, language: Language) -> str:
    return account_text(UUID(entry.facts["account"]), names, language)


def _role(entry: AuditEntry, names: Names, language: Language) -> str:
    name = account_text(entry.entity, names, language)
    role = say(f"accounts.role_{entry.facts['role']}", language)
    return say("audit.told_role", language, name=name, role=role)


def _whose(entry: AuditEntry, names: Names, language: Language) -> str:
    return account_text(entry.entity, names, language)


def _name(entry: AuditEntry, _names: Names, _language: Language) -> str:
    return str(entry.facts["name"])


def _setting(entry: AuditEntry, _names: Names, _language: Language) -> str:
    return str(entry.facts["key"])


def _split(entry: AuditEntry, _names: Names, language: Language) -> str:
    facts = entry.facts
    return say("audit.told_split", language, old=facts["old_code"], new=facts["new_code"])


_TELLERS: Final[Mapping[str, _Teller]] = {
    events.SIGNED_IN: _signed_in, events.SIGN_IN_FAILED: _failed, events.LOCKED: _locked,
    events.SIGNED_OUT: _signed_out, events.EXPORTED: _output, events.PRINTED: _output,
    events.HOUSEHOLDS_VIEWED: _viewed, events.BACKED_UP: _backed_up, events.RESTORED: _restored,
    events.FIGURES_VIEWED: _figures, events.BUNDLE_WRITTEN: _written, events.BUNDLE_TAKEN: _taken,
    events.PASSWORD_CHANGED: _password, events.SECOND_FACTOR_CHANGED: _factor,
    "account.created": _role, "account.role_changed": _role, "account.removed": _whose,
    "station.enrolled": _name, "station.revoked": _name, "setting.changed": _setting,
    "unit.defined": _name, "unit.split_settled": _split, "drill.made": _drilled,
}  # fmt: skip
