"""Parsing: what becomes of paths, and what is refused with which code and place."""

from __future__ import annotations

import pytest

from models.questionnaires.expressions import parse_expression
from models.questionnaires.names import ExpressionError, Names
from models.sentences.catalog import say

NAMES = Names(
    {
        "/form/a": "text",
        "/form/date": "date",
        "/form/g": "group",
        "/form/g/x": "integer",
        "/form/r": "repeat",
        "/form/r/y": "integer",
        "/form/r/k": "group",
        "/form/r/k/z": "text",
        "/form/g/twin": "text",
        "/form/r/twin": "text",
    },
    root="phieu",
)


@pytest.mark.parametrize(
    ("text", "at", "wanted"),
    [
        ("${a}", None, ["path", "/form/a"]),
        ("${ date } = 'x'", None, ["=", ["path", "/form/date"], ["string", "x"]]),
        (". > 1", "/form/g/x", [">", ["."], ["number", "1"]]),
        ("../x + 1.50", "/form/g/x", ["+", ["path", "/form/g/x"], ["number", "1.50"]]),
        ("../../a", "/form/g/x", ["path", "/form/a"]),
        ("current()/../x", "/form/g/x", ["path", "/form/g/x"]),
        ("/data/g/x", None, ["path", "/form/g/x"]),
        ("/phieu/date", None, ["path", "/form/date"]),
        ("position(..)", "/form/r/y", ["position", "/form/r"]),
        ("position(../..)", "/form/r/k/z", ["position", "/form/r"]),
        ("count(${r})", None, ["count", ["path", "/form/r"]]),
        ("1 and 2 and 3", None, ["and", ["number", "1"], ["number", "2"], ["number", "3"]]),
        ("-(1)", None, ["-", ["number", "1"]]),
        (
            "indexed-repeat(${y}, ${r}, 2)",
            None,
            ["indexed-repeat", ["path", "/form/r/y"], ["path", "/form/r"], ["number", "2"]],
        ),
        ("\n  ${a}\n", None, ["path", "/form/a"]),
        ("'a ''quoted'' (b)'", None, ["string", "a 'quoted' (b)"]),
    ],
)
def test_parsed(text, at, wanted):
    assert parse_expression(text, NAMES, at=at) == wanted


def test_choice_columns():
    parsed = parse_expression("tinh = ${a}", NAMES, at="/form/a", columns=frozenset({"tinh"}))
    assert parsed == ["=", ["column", "tinh"], ["path", "/form/a"]]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("", "syntax_wrong", None),
        ("1 +", "syntax_wrong", None),
        ("'abc", "syntax_wrong", 1),
        ("(1", "syntax_wrong", None),
        ("1 # 2", "syntax_wrong", 3),
        ("${nope} = 1", "reference_unknown", 1),
        ("1 + /data/nope", "reference_unknown", None),
        ("/other/a", "reference_unknown", None),
        ("${twin}", "reference_ambiguous", 1),
        ("1 = ${a", "reference_malformed", 5),
        ("${last-saved#a}", "reference_malformed", 1),
        ("concat('${a}', 'x')", "reference_in_text", 8),
        ("1 + ${g}", "reference_group", 5),
        ("${r} = 1", "reference_group", 1),
        ("1 + uuid()", "function_unsupported", 5),
        ("pulldata('a', 'b', 'c', 'd')", "function_unsupported", 1),
        ("instance('x')/root", "function_unsupported", 1),
        ("text()", "function_unsupported", 1),
        ("if(1, 2)", "function_arguments", 1),
        ("1 + round(1, 2, 3)", "function_arguments", None),
        ("position()", "function_arguments", 1),
        ("indexed-repeat(${y}, ${r}, 1, ${r})", "function_arguments", 1),
        ("indexed-repeat(${a}, ${r}, 1)", "indexed_repeat", 1),
        ("position(..)", "repeat_expected", None),
        ("jr:choice-name('x', '/form/none')", "reference_unknown", None),
        ("$a", "syntax_unsupported", 1),
        ("${a}[1]", "syntax_unsupported", 5),
        ("//a", "syntax_unsupported", 1),
        ("@a", "syntax_unsupported", 1),
        ("child::a", "syntax_unsupported", 1),
        ("${a} | ${date}", "syntax_unsupported", 6),
        ("../*", "syntax_unsupported", None),
        ("a = 1", "bare_name", 1),
        ("regex(${a}, '(a+)+')", "regex_risky", 1),
        ("regex(${a}, '(')", "regex_wrong", 1),
        ("regex(${a}, '" + "a" * 600 + "')", "regex_long", 1),
        ("1+" * 3000 + "1", "expression_long", None),
        ("(" * 300 + "1" + ")" * 300, "expression_deep", None),
        ("1" + "+1" * 200, "expression_deep", None),
    ],
)
def test_refused(text, code, place):
    with pytest.raises(ExpressionError) as caught:
        parse_expression(text, NAMES, at="/form/g/x")
    assert caught.value.code == f"questionnaires.{code}"
    if place:
        assert caught.value.params["place"] == place
    assert say(caught.value, "vi") != say(caught.value, "en")


def test_dot_needs_a_question():
    for text in (".", "..", "current()"):
        with pytest.raises(ExpressionError) as caught:
            parse_expression(text, NAMES)
        assert caught.value.code == "questionnaires.self_unsupported"


def test_unknown_column():
    with pytest.raises(ExpressionError) as caught:
        parse_expression("huyen = 1", NAMES, at="/form/a", columns=frozenset({"tinh"}))
    assert caught.value.code == "questionnaires.column_unknown"


def test_elementpath_itself_is_left_alone():
    from elementpath.xpath1 import XPath1Parser

    parse_expression("selected(${a}, 'x')", NAMES)
    assert "selected" not in XPath1Parser.symbol_table
    assert XPath1Parser.symbol_table["round"].nargs == 1
