"""The questionnaires that are shipped with the program, as XLSForm workbooks."""

from __future__ import annotations

from pathlib import Path
from typing import Final

# Asked at a household's door; no slip is keyed with it, in whichever version.
VISIT: Final = "ho-so-hoa-2024"
BUILTIN: Final = ("qn-18-2021", VISIT)


def builtin_path(code: str) -> Path:
    """Return the workbook of a shipped questionnaire; raise KeyError for any other code."""
    if code not in BUILTIN:
        raise KeyError(code)
    return Path(__file__).with_name("forms") / f"{code}.xlsx"
