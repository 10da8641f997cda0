"""What of a slip differs between two who keyed it: pure.

Where a tone stands (hoà, hòa), how a letter is composed and how wide a gap is say nothing about the
paper, and are no difference. Whether a slip is valid is said of the whole of it: where two differ
in that, or in why it is not, nothing else of it is compared.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any, Final

from models.json_text import canonical_json
from models.questionnaires.form import Form
from models.surveys.events import ANSWER_PREFIX, content_fields, flat_fields
from models.surveys.records import SlipContent
from models.text import tidy

REASON: Final = "reason"
# What is on the paper only now and then, and is compared where one of the two keyed it.
_WORDS: Final = ("dossier", "note")
_TONES: Final = frozenset("\u0300\u0309\u0303\u0301\u0323")
_SYLLABLES: Final = re.compile(r"[^\W\d_]+")

Differing = dict[str, tuple[Any, Any]]


def compared_fields(form: Form, first: SlipContent, second: SlipContent) -> tuple[str, ...]:
    """Return the fields that are compared, `reason` first; an answer as `answers/<question>`."""
    fields = [REASON]
    if not is_same(first.reason, second.reason):
        return (REASON,)
    if first.is_valid:
        left_out = set(first.not_asked) & set(second.not_asked)
        fields += [
            ANSWER_PREFIX + node.key for node in form.questions() if node.key not in left_out
        ]
    fields += [word for word in _WORDS if getattr(first, word) or getattr(second, word)]
    return tuple(fields)


def differing(form: Form, first: SlipContent, second: SlipContent) -> Differing:
    """Return `{field: (first value, second value)}` of what is not the same."""
    one, other = flat_fields(content_fields(first)), flat_fields(content_fields(second))
    return {
        field: (one.get(field), other.get(field))
        for field in compared_fields(form, first, second)
        if not is_same(one.get(field), other.get(field))
    }


def is_same(one: Any, other: Any) -> bool:
    """Say whether two values of a field are the same; blank is blank, however it is kept."""
    return _key(one) == _key(other)


def errors_of(decided: Mapping[str, Any], values: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the decided fields in which somebody's `values` were wrong."""
    return tuple(
        field for field, value in decided.items() if not is_same(value, values.get(field))
    )


def _key(value: Any) -> str:
    if value is None or value in ("", []):
        return ""
    if isinstance(value, list):
        return canonical_json(sorted(_key(item) for item in value))
    return _SYLLABLES.sub(_syllable, tidy(str(value)))


def _syllable(found: re.Match[str]) -> str:
    """Return a syllable with its tone at the end, wherever it stood."""
    marks = unicodedata.normalize("NFD", found[0])
    letters = "".join(mark for mark in marks if mark not in _TONES)
    tones = "".join(mark for mark in marks if mark in _TONES)
    return unicodedata.normalize("NFC", letters) + tones
