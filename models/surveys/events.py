"""The event types of the surveys and the shape of their payloads.

- `survey.batch_opened` 1: header fields
- `survey.batch_changed` 1: `set` {header field: value}
- `survey.batch_closed` 1: keyed, returned, reason
- `survey.response_recorded` 1: batch, number, header fields, answers, reason, note, dossier,
  not_asked, typed, replaces
- `survey.response_corrected` 1: `set` {field or `answers/<question>`: value, null to blank}
- `survey.response_settled` 1: `set`, as in a correction: a person's last word on what waited
- `survey.response_voided` 1: reason, undone
- `survey.day_stated` 1: station, unit, day (20260105), counts {questionnaire: {version: {question:
  {option: n}}}}; empty where no slip of that day is left
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from models.surveys.records import BatchHeader, SlipContent

BATCH_OPENED: Final = "survey.batch_opened"
BATCH_CHANGED: Final = "survey.batch_changed"
BATCH_CLOSED: Final = "survey.batch_closed"
RECORDED: Final = "survey.response_recorded"
CORRECTED: Final = "survey.response_corrected"
SETTLED: Final = "survey.response_settled"
VOIDED: Final = "survey.response_voided"
DAY_STATED: Final = "survey.day_stated"

ANSWER_PREFIX: Final = "answers/"


def header_fields(header: BatchHeader) -> dict[str, Any]:
    """Return a header as JSON data."""
    return {
        "unit": header.unit,
        "collected_on": header.collected_on.isoformat(),
        "questionnaire": header.questionnaire,
        "version": header.version,
        "channel": header.channel,
        "handed_out": header.handed_out,
        "returned": header.returned,
    }


def content_fields(content: SlipContent) -> dict[str, Any]:
    """Return what was keyed of a slip as JSON data."""
    return {
        "answers": dict(content.answers),
        "reason": content.reason,
        "note": content.note,
        "dossier": content.dossier,
        "not_asked": sorted(content.not_asked),
        "typed": sorted(content.typed),
    }


def difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """Return the `set` of a correction between two results of `content_fields`."""
    flat_before, flat_after = flat_fields(before), flat_fields(after)
    return {
        key: flat_after.get(key)
        for key in sorted(flat_before.keys() | flat_after.keys())
        if flat_before.get(key) != flat_after.get(key)
    }


def corrected(before: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return content fields after a correction's `set`."""
    after = {**before, "answers": dict(before["answers"])}
    for key, value in changes.items():
        if not key.startswith(ANSWER_PREFIX):
            after[key] = value
        elif value is None:
            after["answers"].pop(key.removeprefix(ANSWER_PREFIX), None)
        else:
            after["answers"][key.removeprefix(ANSWER_PREFIX)] = value
    return after


def flat_fields(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return content fields side by side, `{field or answers/<question>: value}`."""
    flat = {key: value for key, value in fields.items() if key != "answers"}
    return flat | {ANSWER_PREFIX + key: value for key, value in fields["answers"].items()}
