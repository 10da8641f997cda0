"""Evaluates a questionnaire: what is relevant, required, valid and offered for some answers.

Pure: the day and the time are handed in. Repeat instances are addressed by their place, XPath's
way: `/form/member[2]/age`; what lies in no repeat has its path as its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Final

from models.errors import UserError
from models.questionnaires.answers import Answer, Answers, answer_of, shown, typed_answer, value_of
from models.questionnaires.closures import Scope
from models.questionnaires.compiled import CompiledForm, Rules, compile_form
from models.questionnaires.form import Choice, Form, Labels, Node
from models.questionnaires.instances import MOST_INSTANCES, Instance
from models.questionnaires.values import to_boolean, to_number

_NO_LABELS: Final[Labels] = {}
_REFERENCE: Final = re.compile(r"\$\{\s*([^}\s]+)\s*\}")


@dataclass(slots=True)
class NodeState:
    """How one node stands: read, never changed.

    `value` is its counted answer (None: blank or irrelevant). `problem` is the code of what is
    wrong (`questionnaires.answer_required`, `answer_constraint`, `answer_choice`), None when valid;
    `messages` is the sheet's own text for it, empty where the sheet has none.
    """

    node: Node
    place: str
    relevant: bool
    required: bool = False
    read_only: bool = False
    value: Answer | None = None
    choices: tuple[Choice, ...] = ()
    problem: str | None = None
    messages: Labels = field(default_factory=dict)

    @property
    def valid(self) -> bool:
        """Whether nothing is wrong with it."""
        return self.problem is None


@dataclass(slots=True)
class FormState:
    """How a form stands with its answers: read, never changed.

    `nodes` by place, in the sheet's order. `values` holds what counts: relevant, not blank,
    computed ones included. `missing` and `invalid` are places; `warnings` the messages of soft
    checks that do not hold.
    """

    nodes: dict[str, NodeState]
    values: dict[str, Answer]
    missing: tuple[str, ...]
    invalid: tuple[str, ...]
    warnings: tuple[Labels, ...]
    compiled: CompiledForm
    root: Instance

    @property
    def is_complete(self) -> bool:
        """Whether nothing required is missing and nothing is invalid; warnings do not matter."""
        return not self.missing and not self.invalid

    def filled(self, text: str, place: str = "") -> str:
        """Return a label with each `${name}` replaced by its answer, as seen from `place`."""
        if "${" not in text:
            return text
        here = self.root
        for repeat, number in _steps(place):
            here = here.children[repeat][number - 1]

        def answer(found: re.Match[str]) -> str:
            path = self.compiled.path_of(found[1])
            return found[0] if path is None else shown(here.read(path))

        return _REFERENCE.sub(answer, text)


def evaluate(
    form: Form | CompiledForm, answers: Answers, *, today: date, now: datetime | None = None
) -> FormState:
    """Return how the form stands with `answers`, which stay as they are; see `answers.Answers`.

    `now` defaults to the start of `today`. Keys that are no path of the form are not looked at.
    """
    compiled = compile_form(form) if isinstance(form, Form) else form
    root = Instance(compiled.shape, answers)
    moment = now or datetime.combine(today, time())
    scope = Scope(root, today, moment)
    for rules in compiled.steps:
        for instance in root.every(rules.container):
            _settle(rules, instance, scope)
    nodes: dict[str, NodeState] = {}
    for state in _states(compiled.tree, root, "", scope):
        nodes[state.place] = state
    return FormState(
        nodes=nodes,
        values={place: state.value for place, state in nodes.items() if state.value is not None},
        missing=_with(nodes, required=True),
        invalid=_with(nodes, required=False),
        warnings=_warnings(compiled, root, today, moment),
        compiled=compiled,
        root=root,
    )


def defaults(
    form: Form | CompiledForm,
    *,
    today: date,
    now: datetime | None = None,
    within: str | None = None,
) -> dict[str, Answer]:
    """Return the answers a new form starts with, by path; `within` a repeat: a new instance's.

    A default that comes out as no answer of its question's kind is left blank.
    """
    compiled = compile_form(form) if isinstance(form, Form) else form
    container = within or ""
    found: dict[str, Answer] = {}
    for rules in compiled.with_default:
        if rules.container != container or rules.default is None:
            continue
        instance = Instance(compiled.shape, {**found}) if not container else None
        scope = Scope(
            instance or _alone(compiled, container, found),
            today,
            now or datetime.combine(today, time()),
        )
        try:
            answer = typed_answer(rules.node, rules.default(scope))
        except UserError:
            continue
        if answer is not None:
            found[rules.node.path] = answer
    return found


def _alone(compiled: CompiledForm, repeat: str, answers: Answers) -> Instance:
    root = Instance(compiled.shape, {})
    parent = root
    for outer in compiled.shape.around[repeat]:
        parent.add(outer, {})
        parent = parent.children[outer][0]
    parent.add(repeat, answers)
    return parent.children[repeat][0]


def _settle(rules: Rules, instance: Instance, scope: Scope) -> None:
    """Decide whether a node counts in an instance, and compute what is computed."""
    path = rules.node.path
    scope.frame, scope.own = instance, instance.values.get(path, "")
    if not _within_relevant(rules, instance) or (
        rules.relevant is not None and not to_boolean(rules.relevant(scope))
    ):
        instance.irrelevant.add(path)
        if path in instance.values:
            instance.values[path] = ""
        return
    if rules.calculation is not None:
        instance.values[path] = value_of(answer_of(rules.calculation(scope)))
    if rules.repeat_count is not None:
        _resize(instance, path, to_number(rules.repeat_count(scope)))


def _within_relevant(rules: Rules, instance: Instance) -> bool:
    if rules.parent == instance.repeat and instance.parent is not None:
        return instance.parent.counts(rules.parent)
    return instance.counts(rules.parent)


def _resize(instance: Instance, repeat: str, wanted: float) -> None:
    number = int(min(max(wanted, 0.0), MOST_INSTANCES)) if wanted == wanted else 0
    row = instance.children[repeat]
    del row[number:]
    while len(row) < number:
        instance.add(repeat, {})


def _states(
    tree: Sequence[Rules], instance: Instance, prefix: str, scope: Scope
) -> Iterator[NodeState]:
    """Yield each node's state; `prefix` is the place of the instance, "" for the form."""
    for rules in tree:
        path = rules.node.path
        place = prefix + path[len(instance.repeat) :] if prefix else path
        relevant = path not in instance.irrelevant
        if rules.is_question:
            yield _question(rules, instance, place, relevant, scope)
            continue
        yield NodeState(rules.node, place, relevant)
        if rules.node.kind == "repeat":
            for child in instance.children[path] if relevant else ():
                yield from _states(rules.children, child, f"{place}[{child.number}]", scope)
        else:
            yield from _states(rules.children, instance, prefix, scope)


def _question(
    rules: Rules, instance: Instance, place: str, relevant: bool, scope: Scope
) -> NodeState:
    node = rules.node
    if not relevant:
        return NodeState(node, place, False)
    value = instance.values[node.path]
    scope.frame, scope.own = instance, value
    state = NodeState(node, place, True)
    if rules.required is not None:
        state.required = to_boolean(rules.required(scope))
    if rules.calculation is not None:
        state.read_only, state.value = True, answer_of(value)
    else:
        state.read_only = rules.read_only is not None and to_boolean(rules.read_only(scope))
        state.value = instance.answers.get(node.path) if value != "" else None
    if rules.choices:
        state.choices = _offered(rules, scope)
    _judge(state, rules, value, scope)
    return state


def _offered(rules: Rules, scope: Scope) -> tuple[Choice, ...]:
    if rules.choice_filter is None:
        return rules.choices
    offered: list[Choice] = []
    for choice, columns in zip(rules.choices, rules.columns, strict=True):
        scope.choice = columns
        if to_boolean(rules.choice_filter(scope)):
            offered.append(choice)
    scope.choice = None
    return tuple(offered)


def _judge(state: NodeState, rules: Rules, value: object, scope: Scope) -> None:
    if value == "":
        if state.required:
            state.problem = "questionnaires.answer_required"
            state.messages = state.node.required_messages
        return
    if rules.choices:
        offered = {choice.name for choice in state.choices}
        if not offered.issuperset(str(value).split()):
            state.problem = "questionnaires.answer_choice"
            return
    if rules.constraint is not None and not to_boolean(rules.constraint(scope)):
        state.problem = "questionnaires.answer_constraint"
        state.messages = state.node.constraint_messages


def _with(nodes: Mapping[str, NodeState], *, required: bool) -> tuple[str, ...]:
    return tuple(
        place
        for place, state in nodes.items()
        if state.problem is not None
        and (state.problem == "questionnaires.answer_required") is required
    )


def _warnings(
    compiled: CompiledForm, root: Instance, today: date, now: datetime
) -> tuple[Labels, ...]:
    scope = Scope(root, today, now)
    return tuple(
        messages for check, messages in compiled.soft_checks if not to_boolean(check(scope))
    )


def _steps(place: str) -> Iterator[tuple[str, int]]:
    """Yield (repeat, number) of each instance that a place goes through."""
    path = ""
    for part in place.split("/")[1:]:
        name, _, number = part.partition("[")
        path += f"/{name}"
        if number:
            yield path, int(number.rstrip("]"))
