"""Random expressions over random answers: our closures say what elementpath says."""

from __future__ import annotations

import math
from datetime import date, datetime, time
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from models.questionnaires.closures import Scope, compile_expression
from models.questionnaires.compiled import compile_form
from models.questionnaires.expressions import parse_expression
from models.questionnaires.form import Choice, Form, Node
from models.questionnaires.instances import Instance
from models.questionnaires.names import Names
from tests.models.questionnaires.oracle import judge

KINDS = {"a": "text", "b": "text", "n": "integer", "d": "decimal", "m": "select_multiple"}
NAMES = Names({f"/form/{name}": kind for name, kind in KINDS.items()})
FORM = compile_form(
    Form(
        code="t",
        version="1",
        titles={},
        default_language="",
        languages=("",),
        children=tuple(
            Node(kind, name, f"/form/{name}", choice_list="c" if name == "m" else None)
            for name, kind in KINDS.items()
        ),
        choice_lists={"c": tuple(Choice(name, {"": name}) for name in ("x", "y", "z"))},
    )
)

words = st.text("abcđ xy", max_size=5).map(lambda text: " ".join(text.split()))
answers = st.fixed_dictionaries(
    {
        "a": words,
        "b": words,
        "n": st.none() | st.integers(-20, 20),
        "d": st.none() | st.integers(-40, 40).map(lambda n: Decimal(n) / 4),
        "m": st.lists(st.sampled_from("xyz"), unique=True).map(tuple),
    }
)


def same(text: str) -> tuple[str, str]:
    return text, text


def joined(shape: str, *parts: tuple[str, str]) -> tuple[str, str]:
    return shape.format(*(p[0] for p in parts)), shape.format(*(p[1] for p in parts))


def grow(leaf, build, depth=3):
    return st.recursive(leaf, build, max_leaves=depth)


# Each expression is a pair: as a sheet writes it, and for the oracle. A literal number is wrapped
# for the oracle, which else reckons in exact decimals where XPath 1.0 has doubles.
literals = st.integers(0, 30).map(lambda n: (f"{n / 2:g}", f"number('{n / 2:g}')"))
# elementpath rounds substring's halves to even, XPath 1.0 upwards: whole numbers leave no doubt.
wholes = st.integers(0, 5).map(lambda n: (f"{n}", f"number('{n}')"))
number_leaf = literals | st.sampled_from([("${n}", "number(/form/n)"), ("${d}", "number(/form/d)")])
text_leaf = words.map(lambda text: same(f"'{text}'")) | st.sampled_from(
    [("${a}", "/form/a"), ("${b}", "/form/b"), ("${m}", "/form/m")]
)
# Where a letter stands twice, XPath 1.0 goes by the first, elementpath by the last.
letters = st.lists(st.sampled_from("abcđ x"), unique=True).map(
    lambda few: same(f"'{''.join(few)}'")
)
texts = grow(
    text_leaf,
    lambda inner: st.one_of(
        st.builds(lambda x, y: joined("concat({}, {})", x, y), inner, inner),
        st.builds(lambda x: joined("normalize-space({})", x), inner),
        st.builds(lambda x, y: joined("substring-before({}, {})", x, y), inner, inner),
        st.builds(lambda x, y: joined("substring-after({}, {})", x, y), inner, inner),
        st.builds(lambda x, y, z: joined("translate({}, {}, {})", x, y, z), inner, letters, inner),
        st.builds(lambda x, n, m: joined("substring({}, {}, {})", x, n, m), inner, wholes, wholes),
    ),
)
numbers = grow(
    number_leaf,
    lambda inner: st.one_of(
        st.builds(
            lambda op, x, y: joined(f"({{}} {op} {{}})", x, y),
            st.sampled_from(["+", "-", "*"]),
            inner,
            inner,
        ),
        st.builds(
            lambda x, n: joined("({} div {})", x, n),
            inner,
            positive := literals.filter(lambda pair: pair[0] != "0"),
        ),
        # elementpath's rest takes the divisor's sign, XPath 1.0's the dividend's.
        st.builds(lambda x, n: joined("({} mod {})", x, n), literals, positive),
        st.builds(lambda x: joined("-({})", x), inner),
        st.builds(lambda x: joined("floor({})", x), inner),
        st.builds(lambda x: joined("ceiling({})", x), inner),
        st.builds(lambda x: joined("round({})", x), inner),
        st.builds(lambda x: joined("string-length({})", x), texts),
        st.builds(lambda x: joined("number({})", x), texts),
        st.just(("count-selected(${m})", "count-selected(/form/m)")),
    ),
    4,
)
truths = grow(
    st.one_of(
        st.sampled_from([same("true()"), same("false()"), ("${n} = ''", "/form/n = ''")]),
        st.sampled_from(
            [("${n} != ''", "/form/n != ''"), ("boolean(${a})", "boolean(string(/form/a))")]
        ),
        st.sampled_from("xyz").map(
            lambda c: (f"selected(${{m}}, '{c}')", f"selected(/form/m, '{c}')")
        ),
        # Two bare references compare as texts, where the oracle is handed numbers: hence the sum.
        st.builds(
            lambda op, x, y: joined(f"({{}} + 0) {op} {{}}", x, y),
            st.sampled_from(["=", "!=", "<", "<=", ">", ">="]),
            numbers,
            numbers,
        ),
        st.builds(
            lambda op, x, y: joined(f"{{}} {op} {{}}", x, y),
            st.sampled_from(["=", "!="]),
            texts,
            texts,
        ),
        st.builds(
            lambda f, x, y: joined(f"{f}({{}}, {{}})", x, y),
            st.sampled_from(["contains", "starts-with"]),
            texts,
            texts,
        ),
    ),
    lambda inner: st.one_of(
        st.builds(lambda x: joined("not({})", x), inner),
        st.builds(
            lambda op, x, y: joined(f"({{}} {op} {{}})", x, y),
            st.sampled_from(["and", "or"]),
            inner,
            inner,
        ),
        st.builds(lambda x, y, z: joined("if({}, {}, {})", x, y, z), inner, inner, inner),
    ),
    5,
)


def ours(expression: str, given_answers: dict[str, object]) -> object:
    parsed = parse_expression(expression, NAMES)
    kept = {
        f"/form/{name}": value or None if value == "" else value
        for name, value in given_answers.items()
    }
    scope = Scope(
        Instance(FORM.shape, kept), date(2026, 1, 1), datetime.combine(date(2026, 1, 1), time())
    )
    return compile_expression(parsed)(scope)


def theirs(expression: str, given_answers: dict[str, object]) -> object:
    written = {
        name: "" if value is None else " ".join(value) if isinstance(value, tuple) else str(value)
        for name, value in given_answers.items()
    }
    value = judge(expression, written)
    if isinstance(value, list):
        value = (value[0].elem.text or "") if value else ""
    return value


@settings(max_examples=150, deadline=None)
@given(numbers, answers)
def test_numbers_agree(expression, given_answers):
    mine, judged = ours(expression[0], given_answers), float(theirs(expression[1], given_answers))
    assert isinstance(mine, float | str)
    mine = float(mine) if mine != "" else math.nan
    assert (math.isnan(mine) and math.isnan(judged)) or math.isclose(mine, judged)


@settings(max_examples=150, deadline=None)
@given(texts, answers)
def test_texts_agree(expression, given_answers):
    assert ours(expression[0], given_answers) == theirs(expression[1], given_answers)


@settings(max_examples=200, deadline=None)
@given(truths, answers)
def test_truths_agree(expression, given_answers):
    assert ours(expression[0], given_answers) is theirs(expression[1], given_answers)
