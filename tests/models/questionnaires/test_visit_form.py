"""The shipped visit questionnaire asks what the plan wants to know, each with three answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from models.questionnaires.builtin import VISIT, builtin_path
from models.questionnaires.compiled import compile_form
from models.questionnaires.engine import defaults, evaluate
from models.questionnaires.form import Form
from models.questionnaires.workbook import read_sheets
from models.questionnaires.xlsform import read_xlsform
from tests.models.questionnaires.visit_form import ANSWERS, NOTES, QUESTIONS, TITLES, make

DAY = date(2026, 1, 1)


@pytest.fixture(scope="module")
def form() -> Form:
    return read_xlsform(builtin_path(VISIT))


def test_it_asks_the_six_questions_of_the_plan(form):
    read = [(node.name, node.labels["vi"], node.labels["en"]) for node in form.questions()]
    assert read == QUESTIONS
    assert [name for name, _, _ in read] == [
        "cap_quang", "dien_thoai_thong_minh", "vneid_muc_2", "nop_ho_so_truc_tuyen",
        "tai_khoan_thanh_toan", "chu_ky_so",
    ]  # fmt: skip


def test_each_question_is_answered_by_one_digit_and_none_must_be(form):
    for node in form.questions():
        assert (node.kind, node.required) == ("select_one", None)
        options = [(one.name, one.labels["vi"], one.labels["en"]) for one in form.choices(node)]
        assert options == ANSWERS
        # It is no rating: nothing is scored, and no summary tells an answer nobody gave.
        assert not any(one.points is not None or one.always_told for one in form.choices(node))


def test_it_says_what_it_is(form):
    assert (form.code, form.version, form.default_language) == (VISIT, "2024.1", "vi")
    assert (form.titles["vi"], form.titles["en"]) == TITLES
    assert (form.note["vi"], form.note["en"]) == NOTES
    assert form.languages == ("vi", "en")
    assert form.soft_checks == ()
    assert Form.from_json(form.to_json()) == form


@pytest.mark.parametrize("answers", [{}, {"cap_quang": "co", "chu_ky_so": "khong_ro"}])
def test_answers_given_or_not_are_kept(form, answers):
    given = {f"/form/{name}": value for name, value in answers.items()}
    state = evaluate(compile_form(form), given, today=DAY)
    assert (state.values, state.warnings) == (given, ())
    assert state.is_complete
    assert defaults(form, today=DAY) == {}


def test_what_is_shipped_is_what_is_made(tmp_path: Path):
    made = tmp_path / "made.xlsx"
    make(made)
    assert read_sheets(made) == read_sheets(builtin_path(VISIT))
