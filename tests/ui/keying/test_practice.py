"""Practice marks what is keyed exactly as the paper says as right, whatever the form asks when."""

from __future__ import annotations

from datetime import date

import pytest

from models.questionnaires.compiled import compile_form
from models.rekeying.practice import as_asked, invented_slips, marked
from tests.ui.keying import forms
from ui.keying.entry import SlipEntry

TODAY = date(2026, 1, 5)
SURVEY = [
    ["type", "name", "label", "relevant"],
    ["select_one co_khong", "a", "A?", ""],
    ["select_one co_khong", "b", "B?", "${a} = 'co'"],
]


def test_an_answer_that_is_not_asked_stands_on_no_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "SURVEY", SURVEY)
    form = compile_form(forms.mixed_form.__wrapped__())
    entry = SlipEntry(form, ["rach_mo"], today=TODAY, language="vi")
    left_out = 0
    for invented in invented_slips(form.form, ["rach_mo"], 3, 60):
        paper = as_asked(form, invented, TODAY)
        left_out += "b" in invented.answers and "b" not in paper.answers
        entry.load(paper)
        assert marked(form.form, paper, entry.content())[1] == {}
    assert left_out
