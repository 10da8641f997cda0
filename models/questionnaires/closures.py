"""Compiles a parsed expression once into closures; nothing is looked up by name afterwards.

No eval and no exec: each list becomes a small function that calls the functions of its arguments.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Protocol

from models.questionnaires import values
from models.questionnaires.form import Choice, Expression
from models.questionnaires.functions import FUNCTIONS
from models.questionnaires.values import Nodes, Scalar, Value, to_boolean, to_number, to_text


class Frame(Protocol):
    """The answers an expression sees from where it stands: the form's, or a repeat instance's."""

    def read(self, path: str) -> Value:
        """Return what `path` holds from here: one value, or `Nodes` of a repeat's instances."""
        ...

    def nodes(self, path: str) -> Nodes:
        """Return every relevant value at `path`, as a set of nodes."""
        ...

    def position(self, repeat: str) -> float:
        """Return which instance of `repeat` this is, from 1."""
        ...

    def indexed(self, path: str, steps: tuple[tuple[str, int], ...]) -> Scalar:
        """Return the value at `path` in the instances chosen by (repeat, number from 1)."""
        ...

    def choice_label(self, path: str, name: str) -> str:
        """Return the label of the choice `name` of the select question at `path`, "" if none."""
        ...


@dataclass(slots=True)
class Scope:
    """What an evaluation knows: where it stands, its own answer, the time, a choice's columns."""

    frame: Frame
    today: date
    now: datetime
    own: Scalar = ""
    choice: Mapping[str, str] | None = None


Compiled = Callable[[Scope], Value]

_COMPARISONS: Final[dict[str, Callable[[Value, Value], Value]]] = {
    "=": values.equal, "!=": values.unequal, "<": values.less, "<=": values.less_or_equal,
    ">": values.greater, ">=": values.greater_or_equal, "div": values.divide,
    "mod": values.modulo,
}  # fmt: skip
_ARITHMETIC: Final[dict[str, Callable[[float, float], float]]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul,
}  # fmt: skip


def compile_expression(expression: Expression) -> Compiled:
    """Return a function of the scope that gives the expression's value.

    Raises KeyError for an operator or function that this version does not know.
    """
    head, *rest = expression
    special = _SPECIAL.get(head)
    if special is not None:
        return special(rest)
    if head in _COMPARISONS:
        return _binary(_COMPARISONS[head], rest)
    if head in _ARITHMETIC:
        return _negative(rest) if len(rest) == 1 else _arithmetic(_ARITHMETIC[head], rest)
    return _call(head, rest)


def _constant(value: Scalar) -> Compiled:
    def run(_scope: Scope) -> Value:
        return value

    return run


def _string(rest: Expression) -> Compiled:
    text: str = rest[0]
    return _constant(text)


def _number(rest: Expression) -> Compiled:
    number = float(rest[0])
    return _constant(number)


def _path(rest: Expression) -> Compiled:
    path: str = rest[0]
    return lambda scope: scope.frame.read(path)


def _column(rest: Expression) -> Compiled:
    column: str = rest[0]
    return lambda scope: (scope.choice or {}).get(column, "")


def _binary(combine: Callable[[Value, Value], Value], rest: Expression) -> Compiled:
    left, right = (compile_expression(part) for part in rest)
    return lambda scope: combine(left(scope), right(scope))


def _arithmetic(combine: Callable[[float, float], float], rest: Expression) -> Compiled:
    left, right = (compile_expression(part) for part in rest)
    return lambda scope: combine(to_number(left(scope)), to_number(right(scope)))


def _negative(rest: Expression) -> Compiled:
    only = compile_expression(rest[0])
    return lambda scope: -to_number(only(scope))


def _and(rest: Expression) -> Compiled:
    parts = [compile_expression(part) for part in rest]

    def run(scope: Scope) -> Value:
        return all(to_boolean(part(scope)) for part in parts)

    return run


def _or(rest: Expression) -> Compiled:
    parts = [compile_expression(part) for part in rest]

    def run(scope: Scope) -> Value:
        return any(to_boolean(part(scope)) for part in parts)

    return run


def _if(rest: Expression) -> Compiled:
    condition, then, other = (compile_expression(part) for part in rest)
    return lambda scope: then(scope) if to_boolean(condition(scope)) else other(scope)


def _coalesce(rest: Expression) -> Compiled:
    one, other = (compile_expression(part) for part in rest)

    def run(scope: Scope) -> Value:
        value = one(scope)
        return value if to_text(value) != "" else other(scope)

    return run


def _once(rest: Expression) -> Compiled:
    fresh = compile_expression(rest[0])
    return lambda scope: scope.own if scope.own != "" else fresh(scope)


def _count(rest: Expression) -> Compiled:
    nodes = _gathered(rest[0])

    def run(scope: Scope) -> Value:
        found = nodes(scope)
        return float(len(found)) if isinstance(found, Nodes) else 1.0

    return run


def _position(rest: Expression) -> Compiled:
    repeat: str = rest[0]
    return lambda scope: scope.frame.position(repeat)


def _indexed_repeat(rest: Expression) -> Compiled:
    path: str = rest[0][1]
    repeats: list[str] = [part[1] for part in rest[1::2]]
    places = [compile_expression(part) for part in rest[2::2]]

    def run(scope: Scope) -> Value:
        numbers = [to_number(place(scope)) for place in places]
        steps = tuple(
            (repeat, int(number) if number == number and abs(number) < 1e9 else 0)
            for repeat, number in zip(repeats, numbers, strict=True)
        )
        return scope.frame.indexed(path, steps)

    return run


def _choice_name(rest: Expression) -> Compiled:
    value = compile_expression(rest[0])
    path: str = rest[1][1]
    return lambda scope: scope.frame.choice_label(path, to_text(value(scope)))


def _gathered(expression: Expression) -> Compiled:
    if expression[0] != "path":
        return compile_expression(expression)
    path: str = expression[1]
    return lambda scope: scope.frame.nodes(path)


def _call(name: str, rest: Expression) -> Compiled:
    function = FUNCTIONS[name]
    run = function.run
    if run is None:
        raise KeyError(name)
    read = _gathered if function.gathers else compile_expression
    arguments = [read(part) for part in rest]
    if len(arguments) == 1:
        only = arguments[0]
        return lambda scope: run(only(scope))
    if len(arguments) == 2:
        one, two = arguments
        return lambda scope: run(one(scope), two(scope))
    return lambda scope: run(*[argument(scope) for argument in arguments])


_SPECIAL: Final[dict[str, Callable[[Expression], Compiled]]] = {
    "string": lambda rest: _string(rest) if isinstance(rest[0], str) else _call("string", rest),
    "number": lambda rest: _number(rest) if isinstance(rest[0], str) else _call("number", rest),
    "path": _path,
    "column": _column,
    ".": lambda _rest: operator.attrgetter("own"),
    "and": _and,
    "or": _or,
    "if": _if,
    "coalesce": _coalesce,
    "once": _once,
    "today": lambda _rest: operator.attrgetter("today"),
    "now": lambda _rest: operator.attrgetter("now"),
    "position": _position,
    "count": _count,
    "indexed-repeat": _indexed_repeat,
    "jr:choice-name": _choice_name,
}


def columns_of(choice: Choice) -> Mapping[str, str]:
    """Return a choice's columns as a choice_filter names them."""
    points = "" if choice.points is None else format(choice.points, "f")
    return {**choice.columns, "name": choice.name, "points": points}
