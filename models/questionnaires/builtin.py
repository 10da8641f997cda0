"""The questionnaires that are shipped with the program, as XLSForm workbooks."""

from __future__ import annotations

from pathlib import Path
from typing import Final

BUILTIN: Final = ("qn-18-2021",)


def builtin_path(code: str) -> Path:
    """Return the workbook of a shipped questionnaire; raise KeyError for any other code."""
    if code not in BUILTIN:
        raise KeyError(code)
    return Path(__file__).with_name("forms") / f"{code}.xlsx"
