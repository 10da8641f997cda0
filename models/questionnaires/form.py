"""A questionnaire as frozen data: what XLSForm says, with its expressions already parsed.

Words follow the XLSForm standard. A `Form` goes to canonical JSON and back without loss; that JSON
is what the journal keeps, so a form opens without pyxform or an XPath parser being loaded.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

Kind = Literal[
    "select_one", "select_multiple", "integer", "decimal", "text", "date", "time", "note",
    "calculate", "hidden", "group", "repeat",
]  # fmt: skip
# A parsed XPath expression as nested JSON lists: [operator or function, argument, ...]; leaves are
# ["number", "1.5"], ["string", "x"], ["path", "/form/group/question"], ["."].
Expression = list[Any]
# Text by language code; "" is the form's only or default language.
Labels = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a choice list.

    `points` is the score of TT 01/2018's pattern, None where the option is not scored.
    `always_told` options stand in a summary's narrative even when no slip chose them.
    `columns` holds every other column of the choices sheet, for choice_filter.
    """

    name: str
    labels: Labels
    points: Decimal | None = None
    always_told: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Node:
    """A row of the survey sheet: a question, or a group or repeat with its children.

    `path` is the absolute XPath, `/form/group/question`. Each rule (`relevant`, `required`,
    `read_only`, `constraint`, `calculation`, `default`, `choice_filter`) is a parsed expression,
    None where the sheet has none. `repeat_count` applies to repeats.
    """

    kind: Kind
    name: str
    path: str
    labels: Labels = field(default_factory=dict)
    hints: Labels = field(default_factory=dict)
    relevant: Expression | None = None
    required: Expression | None = None
    required_messages: Labels = field(default_factory=dict)
    read_only: Expression | None = None
    constraint: Expression | None = None
    constraint_messages: Labels = field(default_factory=dict)
    calculation: Expression | None = None
    default: Expression | None = None
    choice_list: str | None = None
    choice_filter: Expression | None = None
    repeat_count: Expression | None = None
    appearance: str = ""
    children: tuple[Node, ...] = ()

    @property
    def key(self) -> str:
        """Return the name under which answers are kept: its path below the form."""
        return self.path.split("/", 2)[-1]

    @property
    def is_typed(self) -> bool:
        """Say whether its answer is typed or calculated and no choice from a list."""
        return self.kind not in {"select_one", "select_multiple"}

    def walk(self) -> Iterator[Node]:
        """Yield this node and all below it, in the sheet's order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Form:
    """A questionnaire version; immutable once published.

    `code` and `version` are the settings sheet's form_id and version. `note` is shown wherever the
    form is (for example that it is a reconstruction). `soft_checks` are rules of the optional
    `checks` sheet that warn without stopping: (parsed condition that should hold, messages).
    """

    code: str
    version: str
    titles: Labels
    default_language: str
    languages: tuple[str, ...]
    children: tuple[Node, ...]
    choice_lists: Mapping[str, tuple[Choice, ...]]
    note: Labels = field(default_factory=dict)
    soft_checks: tuple[tuple[Expression, Labels], ...] = ()

    def nodes(self) -> Iterator[Node]:
        """Yield every node in the sheet's order."""
        for child in self.children:
            yield from child.walk()

    def questions(self) -> tuple[Node, ...]:
        """Return what a person answers: no groups, repeats, notes, calculated or hidden."""
        return tuple(
            node
            for node in self.nodes()
            if node.kind not in {"group", "repeat", "note", "calculate", "hidden"}
        )

    def choices(self, node: Node) -> tuple[Choice, ...]:
        """Return the options of a select question, () for other kinds."""
        return self.choice_lists[node.choice_list] if node.choice_list else ()

    def text(self, labels: Labels, language: str | None = None) -> str:
        """Return a label in `language`, else in the form's default, else in any language it has."""
        for wanted in (language, self.default_language, ""):
            if wanted is not None and wanted in labels:
                return labels[wanted]
        return next(iter(labels.values()), "")

    def to_json(self) -> str:
        """Return the form as canonical JSON text: sorted keys, no blanks, UTF-8 letters."""
        return json.dumps(
            _plain(self), ensure_ascii=False, sort_keys=True, separators=(",", ":")
        )

    @staticmethod
    def from_json(text: str) -> Form:
        """Return the form that `to_json` wrote."""
        data = json.loads(text)
        return Form(
            code=data["code"],
            version=data["version"],
            titles=data["titles"],
            default_language=data["default_language"],
            languages=tuple(data["languages"]),
            children=tuple(_node(child) for child in data["children"]),
            choice_lists={
                name: tuple(_choice(choice) for choice in choices)
                for name, choices in data["choice_lists"].items()
            },
            note=data["note"],
            soft_checks=tuple((check, labels) for check, labels in data["soft_checks"]),
        )


def _plain(value: Any) -> Any:
    if isinstance(value, (Form, Node, Choice)):
        return {name: _plain(getattr(value, name)) for name in value.__slots__}
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return str(value) if isinstance(value, Decimal) else value


def _choice(data: dict[str, Any]) -> Choice:
    points = data.pop("points")
    return Choice(points=None if points is None else Decimal(points), **data)


def _node(data: dict[str, Any]) -> Node:
    children = tuple(_node(child) for child in data.pop("children"))
    return Node(children=children, **data)
