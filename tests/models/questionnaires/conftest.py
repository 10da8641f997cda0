"""Workbooks written on the spot."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

Sheets = Mapping[str, Sequence[Sequence[object]]]

SETTINGS = [["form_title", "form_id", "version"], ["Phiếu thử", "thu", "1"]]
CHOICES = [
    ["list_name", "name", "label"],
    ["co_khong", "co", "Có"],
    ["co_khong", "khong", "Không"],
]


@pytest.fixture
def write_book(tmp_path: Path) -> Callable[..., Path]:
    """Return a writer of workbooks: `survey` rows and other sheets by name, None for none."""

    def write(survey: Sequence[Sequence[object]] | None = None, **sheets: object) -> Path:
        every = {"survey": survey, "choices": CHOICES, "settings": SETTINGS, **sheets}
        book = Workbook()
        book.remove(book.active)
        for name, rows in every.items():
            if rows is not None:
                sheet = book.create_sheet(name)
                for row in rows:
                    sheet.append(row)
        if not book.sheetnames:
            book.create_sheet("empty")
        path = tmp_path / "phieu.xlsx"
        book.save(path)
        return path

    return write
