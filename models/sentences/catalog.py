"""Finds the sentence of a code in the language asked for.

Each module beside this one holds the sentences of one domain: `{code: (Vietnamese, English)}`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any, Final, Literal

from models.errors import CodedError, Problem

Language = Literal["vi", "en"]
DOMAINS: Final = (
    "accounts", "audit", "backup", "commands", "documents", "exchange", "households", "hub",
    "journal", "kiosk", "questionnaires", "rekeying", "repair", "seeing", "settings", "sheets",
    "signing", "stations", "store", "surveys", "units",
)  # fmt: skip


@cache
def sentences() -> Mapping[str, tuple[str, str]]:
    """Return all sentences, `{code: (Vietnamese, English)}`."""
    merged: dict[str, tuple[str, str]] = {}
    for domain in DOMAINS:
        merged.update(import_module(f"models.sentences.{domain}").SENTENCES)
    return merged


def say(what: str | CodedError | Problem, language: Language = "vi", **params: Any) -> str:
    """Return the sentence of a code, an error or a problem, filled with its parameters.

    Raises KeyError for a code without a sentence: a test proves that there is none.
    """
    if isinstance(what, str):
        code = what
    else:
        code, params = what.code, {**what.params, **params}
    return sentences()[code][0 if language == "vi" else 1].format(**params)
