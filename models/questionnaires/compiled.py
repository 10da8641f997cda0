"""A form with its rules compiled: made once, used for every evaluation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from models.questionnaires.closures import Compiled, columns_of, compile_expression
from models.questionnaires.dependencies import in_order, needs
from models.questionnaires.form import Choice, Expression, Form, Labels, Node
from models.questionnaires.instances import Shape


@dataclass(frozen=True, slots=True)
class Rules:
    """A node with its rules as closures; `container` is the repeat it lies in, "" for the form.

    `columns` holds the columns of each choice, for the choice_filter.
    """

    node: Node
    parent: str
    container: str
    relevant: Compiled | None
    required: Compiled | None
    read_only: Compiled | None
    constraint: Compiled | None
    calculation: Compiled | None
    default: Compiled | None
    choice_filter: Compiled | None
    repeat_count: Compiled | None
    choices: tuple[Choice, ...]
    columns: tuple[Mapping[str, str], ...]
    children: tuple[Rules, ...]

    @property
    def is_question(self) -> bool:
        """Whether it holds a value, unlike a group or a repeat."""
        return self.node.kind not in {"group", "repeat"}

    def walk(self) -> Iterator[Rules]:
        """Yield these rules and all below them, in the sheet's order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class CompiledForm:
    """A form ready to be evaluated; `steps` are the nodes to settle, in the order they need."""

    form: Form
    tree: tuple[Rules, ...]
    shape: Shape
    steps: tuple[Rules, ...]
    with_default: tuple[Rules, ...]
    soft_checks: tuple[tuple[Compiled, Labels], ...]

    def path_of(self, name: str) -> str | None:
        """Return the path of the only node called `name`, else None."""
        found = [path for path in self.shape.around if path.rpartition("/")[2] == name]
        return found[0] if len(found) == 1 else None


def compile_form(form: Form) -> CompiledForm:
    """Return the form with all its rules compiled.

    Raises graphlib.CycleError for rules that circle and KeyError for a function that this version
    does not know; `read_xlsform` lets neither through.
    """
    tree = tuple(_rules(form, node, "", "") for node in form.children)
    by_path = {rules.node.path: rules for top in tree for rules in top.walk()}
    order = in_order(needs(form.nodes()))
    moving = _moving(by_path.values())
    return CompiledForm(
        form=form,
        tree=tree,
        shape=_shape(form, by_path),
        steps=tuple(by_path[path] for path in order if path in moving),
        with_default=tuple(rules for rules in by_path.values() if rules.default is not None),
        soft_checks=tuple((compile_expression(check), text) for check, text in form.soft_checks),
    )


def _rules(form: Form, node: Node, parent: str, container: str) -> Rules:
    choices = form.choices(node)
    inner = node.path if node.kind == "repeat" else container
    return Rules(
        node=node,
        parent=parent,
        container=container,
        relevant=_optional(node.relevant),
        required=_optional(node.required),
        read_only=_optional(node.read_only),
        constraint=_optional(node.constraint),
        calculation=_optional(node.calculation),
        default=_optional(node.default),
        choice_filter=_optional(node.choice_filter),
        repeat_count=_optional(node.repeat_count),
        choices=choices,
        columns=tuple(columns_of(choice) for choice in choices) if node.choice_filter else (),
        children=tuple(_rules(form, child, node.path, inner) for child in node.children),
    )


def _optional(expression: Expression | None) -> Compiled | None:
    return None if expression is None else compile_expression(expression)


def _moving(every: Iterable[Rules]) -> set[str]:
    """Return the paths that evaluation must settle: with a rule of their own, or inside one's."""
    moving: set[str] = set()
    for rules in every:
        own = (rules.relevant, rules.calculation, rules.repeat_count)
        if any(rule is not None for rule in own) or rules.parent in moving:
            moving.add(rules.node.path)
    return moving


def _shape(form: Form, by_path: Mapping[str, Rules]) -> Shape:
    leaves: dict[str, list[str]] = {"": []}
    repeats: dict[str, list[str]] = {"": []}
    around: dict[str, tuple[str, ...]] = {}
    for path, rules in by_path.items():
        outer = around[rules.container] if rules.container else ()
        around[path] = (*outer, rules.container) if rules.container else ()
        if rules.node.kind == "repeat":
            repeats[rules.container].append(path)
            leaves[path], repeats[path] = [], []
        elif rules.is_question:
            leaves[rules.container].append(path)
    return Shape(
        leaves={repeat: tuple(paths) for repeat, paths in leaves.items()},
        repeats={repeat: tuple(paths) for repeat, paths in repeats.items()},
        around=around,
        labels={
            path: {choice.name: form.text(choice.labels) for choice in rules.choices}
            for path, rules in by_path.items()
            if rules.choices
        },
    )
