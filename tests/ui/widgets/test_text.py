"""Text in its roles: what is said is told as it was, and its last word never stands alone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from ui.widgets.text import Text, bound

JOINED = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("một hai ba bốn năm.", f"một hai ba bốn{JOINED}năm."),
        ("một hai ba bốn", "một hai ba bốn"),
        ("một hai ba bốn và-một-từ-rất-dài", "một hai ba bốn và-một-từ-rất-dài"),
        ("một hai ba bốn năm\nmột hai", f"một hai ba bốn{JOINED}năm\nmột hai"),
        ("", ""),
    ],
)
def test_the_last_word_of_a_line_is_joined_to_the_one_before(said: str, shown: str) -> None:
    assert bound(said) == shown


def test_a_text_tells_what_was_said(qapp: QApplication) -> None:
    text = Text("một hai ba bốn năm")
    assert text.text() == "một hai ba bốn năm"
    assert QLabel.text(text) == f"một hai ba bốn{JOINED}năm"
    text.setText("năm bốn ba hai một")
    assert text.text() == "năm bốn ba hai một"


def test_what_does_not_wrap_is_left_alone(qapp: QApplication) -> None:
    assert JOINED not in QLabel.text(Text("một hai ba bốn năm", is_wrapped=False))
