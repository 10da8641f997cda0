"""The three kinds of failure: the user's input, the environment, and (anything else) a bug.

An error carries the code of a sentence and its parameters, never the sentence: who shows it
chooses the language (`models.sentences.catalog.say`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


class CodedError(Exception):
    """An error that has a sentence: `code` names it in the catalogue, `params` fill it."""

    def __init__(self, code: str, /, **params: Any) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class UserError(CodedError):
    """What was asked or typed is wrong; shown beside the input. Exit code 2."""


class KnownError(CodedError):
    """The environment stands in the way (disk, lock, network); worth a retry. Exit code 3."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a row or cell of what came in.

    `row` counts as the spreadsheet shows it (the first line is 1); `column` is the header's text
    or letter; `sheet` is the worksheet's name. Each is None where it does not apply.
    """

    code: str
    row: int | None = None
    column: str | None = None
    sheet: str | None = None
    params: Mapping[str, Any] = field(default_factory=dict)


class ProblemsError(UserError):
    """Input with a list of problems; nothing of it was stored."""

    def __init__(self, code: str, problems: tuple[Problem, ...], /, **params: Any) -> None:
        super().__init__(code, **params)
        self.problems = problems
