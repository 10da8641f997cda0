"""The sheet of a recovery key: one page, every group readable."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from exports.document import Document, KeyBlock
from exports.recovery_sheet import recovery_document
from exports.writers.files import render


def groups(document: Document) -> tuple[str, ...]:
    return next(block.groups for block in document.blocks if isinstance(block, KeyBlock))


@pytest.mark.parametrize(
    ("key", "parts"),
    [
        ("AB12-CD34-EF", ("AB12", "CD34", "EF")),
        (" AB12 CD34 ", ("AB12", "CD34")),
        ("AB12CD34EF", ("AB12", "CD34", "EF")),
        ("ABCDE-FGHIJ", ("ABCDE", "FGHIJ")),
        ("", ()),
    ],
)
def test_keys_are_parted_into_groups(key: str, parts: tuple[str, ...]) -> None:
    assert groups(recovery_document(key, "Phường Thử", "quantri")) == parts


@pytest.mark.parametrize("length", [4, 32, 64, 128])
def test_it_is_one_page_with_every_character(length: int) -> None:
    key = ("7K3QM2XD" * 16)[:length]
    pages = PdfReader(BytesIO(render(recovery_document(key, "Phường Thử", "qt"), ".pdf"))).pages
    assert len(pages) == 1
    told = pages[0].extract_text()
    assert "Tài khoản quản trị: qt" in told
    assert "két sắt" in told
    assert "mở được toàn bộ dữ liệu" in " ".join(told.split())
    assert "Nơi nhận" not in told
    assert key[:4] in "".join(told.split())
