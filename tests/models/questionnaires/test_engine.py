"""Evaluation: relevance, requirements, constraints, filters, repeats, defaults and soft checks."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from models.questionnaires.compiled import compile_form
from models.questionnaires.engine import FormState, defaults, evaluate
from models.questionnaires.expressions import parse_expression
from models.questionnaires.form import Choice, Form, Node
from models.questionnaires.names import Names

TODAY = date(2026, 10, 8)
RULES = (
    "relevant",
    "required",
    "read_only",
    "constraint",
    "calculation",
    "default",
    "choice_filter",
    "repeat_count",
)
LISTS = {
    "yn": (Choice("yes", {"vi": "Có"}), Choice("no", {"vi": "Không"})),
    "ward": (
        Choice("w1", {"vi": "Một"}, columns={"town": "a"}),
        Choice("w2", {"vi": "Hai"}, columns={"town": "b"}),
    ),
}
# name: (kind, {rule: text}); what lies in a group or repeat is named with its path below the form.
Spec = dict[str, tuple[str, dict[str, str]]]


def build(spec: Spec, checks: tuple[str, ...] = ()) -> Form:
    names = Names({f"/form/{name}": kind for name, (kind, _) in spec.items()})

    def node(key: str) -> Node:
        kind, given = spec[key]
        columns = frozenset({"town", "name"}) if "choice_filter" in given else None
        rules = {
            rule: parse_expression(
                given[rule],
                names,
                at=f"/form/{key}",
                columns=columns if rule == "choice_filter" else None,
            )
            for rule in RULES
            if rule in given
        }
        below = [other for other in spec if other.rpartition("/")[0] == key]
        return Node(
            kind,
            key.rpartition("/")[2],
            f"/form/{key}",
            choice_list=given.get("list"),
            constraint_messages={"vi": "sai"},
            required_messages={"vi": "thiếu"},
            children=tuple(node(other) for other in below),
            **rules,
        )

    tops = tuple(node(key) for key in spec if "/" not in key)
    soft = tuple((parse_expression(check, names), {"vi": check}) for check in checks)
    return Form("t", "1", {}, "vi", ("vi",), tops, LISTS, soft_checks=soft)


def look(spec: Spec, answers: dict[str, object], checks: tuple[str, ...] = ()) -> FormState:
    form = build(spec, checks)
    again = Form.from_json(form.to_json())
    state = evaluate(
        again, {f"/form/{name}": value for name, value in answers.items()}, today=TODAY
    )
    assert again == form
    return state


def test_what_is_irrelevant_does_not_count_but_stays():
    spec: Spec = {
        "has": ("select_one", {"list": "yn"}),
        "g": ("group", {"relevant": "${has} = 'yes'"}),
        "g/n": ("integer", {"required": "true()"}),
        "double": ("calculate", {"calculation": "coalesce(${n}, 0) * 2"}),
    }
    answers = {"has": "no", "g/n": 4}
    state = look(spec, answers)
    assert state.values == {"/form/has": "no", "/form/double": 0}
    assert not state.nodes["/form/g/n"].relevant
    assert not state.missing
    assert state.is_complete
    assert answers == {"has": "no", "g/n": 4}
    state = look(spec, {"has": "yes", "g/n": 4})
    assert state.values["/form/double"] == 8
    assert look(spec, {"has": "yes"}).missing == ("/form/g/n",)


def test_required_constraint_and_messages():
    spec: Spec = {
        "age": ("integer", {"required": "true()", "constraint": ". >= 0 and . < 130"}),
        "seen": ("date", {"constraint": ". <= today()"}),
        "locked": ("text", {"read_only": "${age} > 60"}),
    }
    state = look(spec, {})
    assert state.nodes["/form/age"].problem == "questionnaires.answer_required"
    assert state.nodes["/form/age"].messages == {"vi": "thiếu"}
    state = look(spec, {"age": 200, "seen": date(2026, 10, 9)})
    assert state.invalid == ("/form/age", "/form/seen")
    assert state.nodes["/form/age"].messages == {"vi": "sai"}
    assert state.nodes["/form/locked"].read_only
    assert not state.nodes["/form/age"].valid
    assert look(spec, {"age": 20, "seen": TODAY}).is_complete


def test_choice_filter_and_choices_no_longer_offered():
    spec: Spec = {
        "town": ("text", {}),
        "ward": ("select_one", {"list": "ward", "choice_filter": "town = ${town}"}),
        "many": ("select_multiple", {"list": "yn"}),
    }
    state = look(spec, {"town": "b", "ward": "w2", "many": ("yes", "no")})
    assert [choice.name for choice in state.nodes["/form/ward"].choices] == ["w2"]
    assert state.is_complete
    state = look(spec, {"town": "a", "ward": "w2", "many": ("yes", "maybe")})
    assert state.invalid == ("/form/ward", "/form/many")
    assert state.nodes["/form/ward"].problem == "questionnaires.answer_choice"


REPEATS: Spec = {
    "limit": ("integer", {}),
    "r": ("repeat", {}),
    "r/age": ("integer", {"constraint": ". < coalesce(${limit}, 99)"}),
    "r/place": ("calculate", {"calculation": "position(..)"}),
    "r/grown": ("text", {"relevant": "${age} >= 18"}),
    "r/job": ("repeat", {}),
    "r/job/pay": ("decimal", {}),
    "r/earned": ("calculate", {"calculation": "sum(${pay})"}),
    "people": ("calculate", {"calculation": "count(${r})"}),
    "all": ("calculate", {"calculation": "sum(${pay})"}),
    "eldest": ("calculate", {"calculation": "max(${age})"}),
    "second": ("calculate", {"calculation": "indexed-repeat(${age}, ${r}, 2)"}),
    "pay21": ("calculate", {"calculation": "indexed-repeat(${pay}, ${r}, 2, ${job}, 1)"}),
    "none": ("calculate", {"calculation": "indexed-repeat(${age}, ${r}, 9)"}),
    "talk": ("calculate", {"calculation": "join('; ', ${grown})"}),
    "any": ("calculate", {"calculation": "${age} = 30"}),
}


def test_repeats():
    rows = [
        {
            "/form/r/age": 40,
            "/form/r/grown": "A",
            "/form/r/job": [{"/form/r/job/pay": Decimal("1.5")}],
        },
        {
            "/form/r/age": 10,
            "/form/r/grown": "hidden",
            "/form/r/job": [{"/form/r/job/pay": 2}, {"/form/r/job/pay": 3}],
        },
        {"/form/r/age": 30, "/form/r/grown": "C"},
    ]
    state = look(REPEATS, {"limit": 35, "r": rows})
    assert state.values["/form/people"] == 3
    assert state.values["/form/all"] == Decimal("6.5")
    assert state.values["/form/r[2]/earned"] == 5
    assert state.values["/form/r[3]/earned"] == 0
    assert state.values["/form/r[3]/place"] == 3
    assert state.values["/form/eldest"] == 40
    assert state.values["/form/second"] == 10
    assert state.values["/form/pay21"] == 2
    assert "/form/none" not in state.values
    assert state.values["/form/talk"] == "A; C"
    assert state.values["/form/any"] is True
    assert state.invalid == ("/form/r[1]/age",)
    assert "/form/r[2]/grown" not in state.values
    assert list(state.nodes)[:4] == ["/form/limit", "/form/r", "/form/r[1]/age", "/form/r[1]/place"]
    assert "/form/r[2]/job[2]/pay" in state.nodes
    assert state.filled("${age} tuổi, ${pay}", "/form/r[1]/job[1]/pay") == "40 tuổi, 1,5"


def test_no_instances():
    state = look(REPEATS, {})
    assert state.values == {"/form/people": 0, "/form/all": 0, "/form/any": False}


@pytest.mark.parametrize(("wanted", "places"), [(2, 2), (None, 0), (-1, 0), (10**9, 1000)])
def test_repeat_count(wanted, places):
    spec: Spec = {
        "n": ("integer", {}),
        "r": ("repeat", {"repeat_count": "${n}"}),
        "r/x": ("integer", {}),
    }
    state = look(spec, {"n": wanted, "r": [{"/form/r/x": 1}, {"/form/r/x": 2}, {"/form/r/x": 3}]})
    assert sum(place.endswith("/x") for place in state.nodes) == places
    assert sum(place.endswith("/x") for place in state.values) == min(places, 3)


def test_a_repeat_that_is_not_relevant():
    spec: Spec = {
        "ask": ("text", {}),
        "r": ("repeat", {"relevant": "${ask} = 'x'"}),
        "r/x": ("integer", {"required": "true()"}),
        "n": ("calculate", {"calculation": "count(${r}) + count(${x})"}),
    }
    state = look(spec, {"r": [{}]})
    assert state.values == {"/form/n": 0}
    assert not state.missing
    assert look(spec, {"ask": "x", "r": [{}]}).missing == ("/form/r[1]/x",)


def test_soft_checks_warn_without_stopping():
    spec: Spec = {"a": ("integer", {}), "b": ("integer", {})}
    check = "${a} = '' or ${a} <= ${b}"
    state = look(spec, {"a": 3, "b": 2}, (check,))
    assert state.warnings == ({"vi": check},)
    assert state.is_complete
    assert look(spec, {"a": 1, "b": 2}, (check,)).warnings == ()


def test_defaults():
    spec: Spec = {
        "day": ("date", {"default": "today()"}),
        "n": ("integer", {"default": "2 + 3"}),
        "d": ("decimal", {"default": "${n} div 2"}),
        "one": ("select_one", {"list": "yn", "default": "'yes'"}),
        "many": ("select_multiple", {"list": "yn", "default": "'yes no'"}),
        "at": ("time", {"default": "'08:30'"}),
        "wrong": ("integer", {"default": "'x'"}),
        "half": ("integer", {"default": "0.5"}),
        "blank": ("text", {"default": "''"}),
        "stamp": ("date", {"default": "now()"}),
        "hid": ("hidden", {"default": "'h'"}),
        "r": ("repeat", {}),
        "r/x": ("integer", {"default": "7"}),
        "r/q": ("repeat", {}),
        "r/q/y": ("integer", {"default": "position(..) + 1"}),
    }
    form = compile_form(build(spec))
    assert defaults(form, today=TODAY) == {
        "/form/day": TODAY,
        "/form/n": 5,
        "/form/d": Decimal("2.5"),
        "/form/one": "yes",
        "/form/many": ("yes", "no"),
        "/form/at": time(8, 30),
        "/form/stamp": TODAY,
        "/form/hid": "h",
    }
    assert defaults(form, today=TODAY, within="/form/r") == {"/form/r/x": 7}
    assert defaults(form.form, today=TODAY, within="/form/r/q") == {"/form/r/q/y": 2}


def test_labels_are_filled():
    spec: Spec = {"name": ("text", {}), "day": ("date", {}), "at": ("time", {})}
    state = look(spec, {"name": "Lan", "day": TODAY, "at": time(7, 5)})
    text = "Chào ${name}, ${day} lúc ${at}, ${không có}"
    assert state.filled(text) == "Chào Lan, 08/10/2026 lúc 07:05, ${không có}"


def test_calculations_of_every_type():
    spec: Spec = {
        "nan": ("calculate", {"calculation": "number('x')"}),
        "day": ("calculate", {"calculation": "today()"}),
        "truth": ("calculate", {"calculation": "1 = 1"}),
        "next": ("calculate", {"calculation": "if(${truth}, ${day} + 1, 0)"}),
        "blank": ("calculate", {"calculation": "''"}),
        "text": ("calculate", {"calculation": "string-length(${nan})"}),
    }
    state = look(spec, {"nan": 5})
    assert state.values == {
        "/form/day": TODAY,
        "/form/truth": True,
        "/form/next": 20735,
        "/form/text": 0,
    }
    assert state.nodes["/form/day"].read_only
