"""Every bad workbook gets problems with sheet, row and column, and a sentence in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.errors import ProblemsError
from models.questionnaires.compiled import compile_form
from models.questionnaires.engine import defaults, evaluate
from models.questionnaires.xlsform import read_xlsform
from models.sentences.catalog import say
from models.sentences.questionnaires import SENTENCES
from tests.models.questionnaires.refusing import problems_of, refused

QUIET = [HealthCheck.function_scoped_fixture]
HEAD = ["type", "name", "label"]


def column(name: str, value: object, kind: str = "text") -> list[list[object]]:
    return [[*HEAD, name], [kind, "q", "Hỏi", value], ["text", "p", "Hỏi"]]


@pytest.mark.parametrize(
    ("rows", "code", "row", "header"),
    [
        ([HEAD, ["geopoint", "q", "Ở đâu"]], "type_unsupported", 2, "type"),
        ([HEAD, ["image", "q", "Ảnh"]], "type_unsupported", 2, "type"),
        ([HEAD, ["rank co_khong", "q", "Xếp"]], "type_unsupported", 2, "type"),
        ([HEAD, ["range", "q", "Từ"]], "type_unsupported", 2, "type"),
        ([HEAD, ["select_one_from_file a.csv", "q", "T"]], "type_unsupported", 2, "type"),
        ([HEAD, ["sellect_one co_khong", "q", "Hỏi"]], "type_unknown", 2, "type"),
        ([HEAD, ["select_one", "q", "Hỏi"]], "type_unknown", 2, "type"),
        ([HEAD, [None, "q", "Hỏi"], ["text", "p", "x"]], "type_missing", 2, "type"),
        ([HEAD, ["select_one co_khong or_other", "q", "Hỏi"]], "type_extra", 2, "type"),
        ([HEAD, ["select_one nope", "q", "Hỏi"]], "list_unknown", 2, "type"),
        (
            [HEAD, ["select_one ${p}", "q", "Hỏi"], ["text", "p", "x"]],
            "list_from_answers",
            2,
            "type",
        ),
        ([HEAD, ["text", None, "Hỏi"], ["text", "p", "x"]], "name_missing", 2, "name"),
        ([HEAD, ["text", "hai chữ", "Hỏi"], ["text", "p", "x"]], "name_wrong", 2, "name"),
        ([HEAD, ["text", "q", "Hỏi"], [], ["text", "q", "Hỏi"]], "name_twice", 4, "name"),
        ([HEAD, ["text", "q"]], "label_missing", 2, "label"),
        ([HEAD, ["begin group", "g", "G"], ["text", "q", "x"]], "begin_unmatched", 2, "type"),
        ([HEAD, ["text", "q", "x"], ["end repeat"]], "end_unmatched", 3, "type"),
        ([HEAD, ["begin loop", "g", "G"]], "type_unsupported", 2, "type"),
        (
            [
                HEAD,
                *[["begin group", f"g{n}", "G"] for n in range(21)],
                ["text", "q", "x"],
                *[["end group"]] * 21,
            ],
            "groups_deep",
            22,
            "type",
        ),
        ([HEAD, ["calculate", "q"], ["text", "p", "x"]], "calculation_missing", 2, "calculation"),
        ([HEAD, ["text", "q", "Chào ${nope}"]], "reference_unknown", 2, "label"),
        (column("relevant", "${nope} = 1"), "reference_unknown", 2, "relevant"),
        (column("relevant", "1 +"), "syntax_wrong", 2, "relevant"),
        (column("constraint", "uuid() = 1"), "function_unsupported", 2, "constraint"),
        (column("constraint", "//x"), "syntax_unsupported", 2, "constraint"),
        (column("calculation", "regex(${p}, '(a+)+')"), "regex_risky", 2, "calculation"),
        (column("required", "maybe"), "bare_name", 2, "required"),
        (column("relevant", "${q} = 1"), "cycle", 2, "relevant"),
        (column("choice_filter", "name = 1"), "rule_misplaced", 2, "choice_filter"),
        (
            column("choice_filter", "x = 1", "select_one co_khong"),
            "column_unknown",
            2,
            "choice_filter",
        ),
        (column("repeat_count", 3), "rule_misplaced", 2, "repeat_count"),
        (column("default", "abc", "integer"), "value_integer", 2, "default"),
        (column("default", "tím", "select_one co_khong"), "value_choice", 2, "default"),
        (column("default", "foo(1)", "integer"), "function_unsupported", 2, "default"),
        (column("trigger", "${p}"), "column_unsupported", 2, "trigger"),
        (column("instance::odk:tag", "x"), "column_unsupported", 2, "instance::odk:tag"),
        (column("media::image", "a.png"), "column_unsupported", 2, "media::image"),
        (column("parameters", "randomize=true"), "column_unsupported", 2, "parameters"),
        (column("relevent", "${p} = 1"), "column_unsupported", 2, "relevent"),
        (
            column("relevant::English (en)", "${p} = 1"),
            "column_unsupported",
            2,
            "relevant::English (en)",
        ),
        (column("hint::English", "x"), "language_code", 1, "hint::English"),
        (column("relevance", "1"), None, 2, "relevance"),
        (column("label", "x"), "column_twice", 1, "label"),
        (column("caption", "x"), "column_same", 1, "caption"),
        (column(None, "lạc"), "column_nameless", 2, "D"),
        ([["name", "label"], ["q", "x"]], "column_missing", 1, "type"),
        ([HEAD], "sheet_empty", None, None),
        ([], "sheet_empty", None, None),
        (None, "sheet_missing", None, None),
    ],
)
def test_survey(write_book, rows, code, row, header):
    path = write_book(rows)
    if code is None:
        assert read_xlsform(path).children[0].relevant == ["number", "1"]
    else:
        assert (code, "survey", row, header) in refused(path)


@pytest.mark.parametrize(
    ("sheets", "problem"),
    [
        (
            {"choices": [["list_name", "name", "label"], ["co_khong", None, "x"]]},
            ("choice_nameless", "choices", 2, "name"),
        ),
        (
            {"choices": [["list_name", "name", "label"], ["co_khong", "a b", "x"]]},
            ("choice_blank", "choices", 2, "name"),
        ),
        (
            {
                "choices": [
                    ["list_name", "name", "label"],
                    ["co_khong", "a", "x"],
                    ["co_khong", "a", "y"],
                ]
            },
            ("choice_twice", "choices", 3, "name"),
        ),
        (
            {"choices": [["list_name", "name", "label"], ["co_khong", "a"]]},
            ("label_missing", "choices", 2, "label"),
        ),
        (
            {"choices": [["list_name", "name", "label", "points"], ["co_khong", "a", "x", "hai"]]},
            ("points_wrong", "choices", 2, "points"),
        ),
        (
            {
                "choices": [
                    ["list_name", "name", "label", "always_told"],
                    ["co_khong", "a", "x", "maybe"],
                ]
            },
            ("yes_no_wrong", "choices", 2, "always_told"),
        ),
        (
            {"choices": [["list_name", "name", "label", "hai chữ"], ["co_khong", "a", "x", "y"]]},
            ("column_name", "choices", 1, "hai chữ"),
        ),
        (
            {"choices": [["list_name", "name", "label", "image"], ["co_khong", "a", "x", "y.png"]]},
            ("column_unsupported", "choices", 2, "image"),
        ),
        (
            {"choices": [["name", "label"], ["a", "x"]]},
            ("column_missing", "choices", 1, "list_name"),
        ),
        ({"choices": None}, ("list_unknown", "survey", 2, "type")),
        ({"choices": None, "choises": [["x"]]}, ("sheet_misspelt", "choices", None, None)),
        ({"settings": None}, ("sheet_missing", "settings", None, None)),
        ({"settings": None, "setings": [["x"]]}, ("sheet_misspelt", "settings", None, None)),
        (
            {"settings": [["form_id", "version"], ["x", None]]},
            ("setting_missing", "settings", 2, "version"),
        ),
        ({"settings": [["form_id"], ["x"]]}, ("column_missing", "settings", 1, "version")),
        (
            {"settings": [["form_id", "version", "public_key"], ["x", 1, "k"]]},
            ("column_unsupported", "settings", 2, "public_key"),
        ),
        (
            {"settings": [["form_id", "version", "default_language"], ["x", 1, "Tiếng Việt"]]},
            ("language_unknown", "settings", 2, "default_language"),
        ),
        ({"entities": [["list_name"], ["x"]]}, ("sheet_unsupported", "entities", None, None)),
        (
            {"external_choices": [["list_name"], ["x"]]},
            ("sheet_unsupported", "external_choices", None, None),
        ),
        (
            {"checks": [["condition", "message"], [None, "x"]]},
            ("check_empty", "checks", 2, "condition"),
        ),
        ({"checks": [["condition", "message"], ["1"]]}, ("check_silent", "checks", 2, "message")),
        (
            {"checks": [["condition", "message"], [". = 1", "x"]]},
            ("self_unsupported", "checks", 2, "condition"),
        ),
    ],
)
def test_other_sheets(write_book, sheets, problem):
    rows = [HEAD, ["select_one co_khong", "q", "Hỏi"]]
    assert problem in refused(write_book(rows, **sheets))


def test_all_problems_at_once_and_in_their_places(write_book):
    rows = [
        [*HEAD, "relevant", "calculation"],
        ["text", "a", "A", "${b} = 1"],
        ["text", "b", "B", "${c} = 1"],
        ["calculate", "c", None, None, "${a} + 1"],
        ["geopoint", "d", "D"],
        ["begin group", "g", "G", "${e} = 1"],
        ["text", "e", "E"],
        ["end group"],
        ["text", "f", "F", "foo(1)"],
    ]
    path = write_book(rows)
    found = refused(path)
    assert [problem[::2] for problem in found] == [
        ("type_unsupported", 5),
        ("function_unsupported", 9),
        ("cycle", 2),
        ("cycle", 6),
    ]
    with pytest.raises(ProblemsError) as caught:
        read_xlsform(path)
    assert "a (2) → b (3) → c (4) → a (2)" in say(caught.value.problems[2])


def test_names_that_the_standard_keeps(write_book):
    rows = [HEAD, ["text", "q", "Hỏi"], ["text", "meta", "Hỏi"]]
    assert refused(write_book(rows)) == [("name_reserved", "survey", 3, "name")]
    rows = [HEAD, ["begin repeat", "data", "R"], ["text", "q", "Hỏi"], ["end repeat"]]
    assert refused(write_book(rows)) == [("name_reserved", "survey", 2, "name")]
    inner = [["begin repeat", "r", "R"], ["text", "q", "Hỏi"], ["end repeat"]]
    rows = [HEAD, *inner, ["begin group", "g", "G"], *inner, ["end group"]]
    assert refused(write_book(rows)) == [("repeat_twice", "survey", 6, "name")]


def test_what_pyxform_says_in_its_own_words(write_book, monkeypatch):
    import pyxform.xls2json
    from pyxform.errors import PyXFormError

    def fail(_book):
        raise PyXFormError("[row : 2] On the 'survey' sheet, the 'label' value is odd.")

    monkeypatch.setattr(pyxform.xls2json, "workbook_to_json", fail)
    path = write_book([HEAD, ["text", "q", "Hỏi"]])
    assert refused(path) == [("pyxform", "survey", 2, "label")]
    assert "is odd" in say(problems_of(path)[0])
    monkeypatch.setattr(pyxform.xls2json, "workbook_to_json", lambda _book: {}["a key"])
    assert refused(path) == [("pyxform", None, None, None)]


def test_sentences_end_as_sentences():
    for vietnamese, english in SENTENCES.values():
        assert vietnamese.rstrip("}”").endswith((".", "{words"))
        assert english.rstrip("}”").endswith((".", "{words"))


cells = st.sampled_from(
    [
        None,
        "text",
        "select_one co_khong",
        "select_multiple x",
        "begin group",
        "end group",
        "begin repeat",
        "end repeat",
        "calculate",
        "integer",
        "q",
        "p",
        "${q}",
        "${p} + 1",
        ". > 1",
        "${q} = '",
        "yes",
        "position(..)",
        "count(${p})",
        "regex(., '(')",
        "meta",
        "data",
        "${",
        "(",
        "note",
        "name = 1",
        "true()",
        "a-b",
        "1",
        "jr:choice-name(${q}, '${q}')",
        "x ${p} y",
        "\u00a0",
        "../q",
        "current()/.",
        "hidden",
        "date",
        "today()",
        "once(1)",
        "$x",
        "9" * 400,
        "à" * 50,
    ],
)
EVERY = [
    "type",
    "name",
    "label",
    "hint",
    "relevant",
    "required",
    "constraint",
    "calculation",
    "default",
    "choice_filter",
    "repeat_count",
    "read_only",
    "appearance",
]


@settings(max_examples=100, deadline=None, suppress_health_check=QUIET)
@given(st.lists(st.lists(cells, min_size=2, max_size=len(EVERY)), min_size=1, max_size=6))
def test_any_sheet_is_read_or_refused_with_sentences(write_book, rows):
    path = write_book([EVERY, *rows])
    problems = problems_of(path)
    assert all(say(problem, "vi") and problem.sheet for problem in problems)
    if not problems:
        compiled = compile_form(read_xlsform(path))
        assert evaluate(compiled, {}, today=date(2026, 1, 1)).nodes
        defaults(compiled, today=date(2026, 1, 1))
