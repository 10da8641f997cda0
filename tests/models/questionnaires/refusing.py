"""Reads a workbook that must be refused, and has every sentence about it said."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.errors import Problem, ProblemsError
from models.questionnaires.xlsform import read_xlsform
from models.sentences.catalog import say


def problems_of(path: Path) -> tuple[Problem, ...]:
    """Return why a workbook is refused, () when it is read."""
    try:
        read_xlsform(path)
    except ProblemsError as error:
        return error.problems
    return ()


def refused(path: Path) -> list[tuple[str, str | None, int | None, str | None]]:
    """Return (code, sheet, row, column) of each problem, having said them all."""
    with pytest.raises(ProblemsError) as caught:
        read_xlsform(path)
    assert path.name in say(caught.value)
    for problem in caught.value.problems:
        said = say(problem, "vi"), say(problem, "en")
        assert said[0] != said[1]
        assert all(text and "{" not in text.replace("${", "") for text in said)
    return [
        (problem.code.removeprefix("questionnaires."), problem.sheet, problem.row, problem.column)
        for problem in caught.value.problems
    ]
