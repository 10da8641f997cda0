"""Turns the rows of the survey sheet into nodes: parses their rules, defaults and texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Final

from models.errors import UserError
from models.questionnaires.answers import check_value
from models.questionnaires.columns import Report, Table
from models.questionnaires.dependencies import cycles, needs
from models.questionnaires.expressions import parse_expression
from models.questionnaires.form import Choice, Expression, Node
from models.questionnaires.names import ExpressionError, Names
from models.questionnaires.survey_sheet import Draft

_YES_NO: Final[dict[str, Expression | None]] = {
    "yes": ["true"], "true": ["true"], "true()": ["true"],
    "no": None, "false": None, "false()": None,
}  # fmt: skip
_OF_KINDS: Final = {"choice_filter": {"select_one", "select_multiple"}, "repeat_count": {"repeat"}}
_TEXTS: Final = ("label", "hint", "required_message", "constraint_message")


@dataclass(frozen=True, slots=True)
class RuleReader:
    """Reads the rules of one survey sheet."""

    table: Table
    names: Names
    choices: Mapping[str, tuple[Choice, ...]]
    default_language: str
    report: Report

    def node(self, draft: Draft) -> Node:
        """Return the node of a draft, with those below it."""
        listed = draft.choice_list if draft.choice_list in self.choices else None
        labels = {
            column: self.table.labels(draft.row, column, self.default_language)
            for column in _TEXTS
        }
        self._check_texts(draft)
        calculation = self._rule(draft, "calculation")
        if draft.kind == "calculate" and not self.table.text(draft.row, "calculation"):
            self._say(draft, "calculation", "calculation_missing", name=draft.name)
        return Node(
            kind=draft.kind,
            name=draft.name,
            path=draft.path,
            labels=labels["label"],
            hints=labels["hint"],
            relevant=self._rule(draft, "relevant"),
            required=self._rule(draft, "required"),
            required_messages=labels["required_message"],
            read_only=self._rule(draft, "read_only"),
            constraint=self._rule(draft, "constraint"),
            constraint_messages=labels["constraint_message"],
            calculation=calculation,
            default=self._default(draft, listed),
            choice_list=listed,
            choice_filter=self._rule(draft, "choice_filter", self._columns(listed)),
            repeat_count=self._rule(draft, "repeat_count"),
            appearance=self.table.text(draft.row, "appearance"),
            children=tuple(self.node(child) for child in draft.children),
        )

    def _say(self, draft: Draft, column: str, code: str, **params: object) -> None:
        header = self.table.header(column)
        self.report.add(code, self.table.sheet.name, draft.row.number, header, **params)

    def _rule(
        self, draft: Draft, column: str, columns: frozenset[str] | None = None
    ) -> Expression | None:
        written = self.table.text(draft.row, column)
        if not written:
            return None
        if draft.kind not in _OF_KINDS.get(column, {draft.kind}):
            self._say(draft, column, "rule_misplaced", name=draft.name)
            return None
        if column in {"required", "read_only"} and written.lower() in _YES_NO:
            return _YES_NO[written.lower()]
        return self._parsed(draft, column, written, columns)

    def _parsed(
        self, draft: Draft, column: str, written: str, columns: frozenset[str] | None = None
    ) -> Expression | None:
        try:
            return parse_expression(written, self.names, at=draft.path, columns=columns)
        except ExpressionError as error:
            self._say(draft, column, error.code, **error.params)
            return None

    def _columns(self, listed: str | None) -> frozenset[str]:
        options = self.choices.get(listed or "", ())
        own = {header for option in options for header in option.columns}
        return frozenset({"name", "points", *own, *self.table.own})

    def _default(self, draft: Draft, listed: str | None) -> Expression | None:
        from pyxform.utils import default_is_dynamic

        written = self.table.text(draft.row, "default")
        if not written:
            return None
        if default_is_dynamic(written, draft.kind):
            return self._parsed(draft, "default", written)
        stub = Node(draft.kind, draft.name, draft.path)
        try:
            answer = check_value(stub, written, self.choices.get(listed or "", ()))
        except UserError as error:
            self._say(draft, "default", error.code, **error.params)
            return None
        if isinstance(answer, (int, Decimal)):
            return ["number", str(answer)]
        if isinstance(answer, tuple):
            return ["string", " ".join(answer)]
        return ["string", answer.isoformat() if isinstance(answer, (date, time)) else answer]

    def _check_texts(self, draft: Draft) -> None:
        """Report a `${name}` in a label or message that names no question."""
        for (column, _), header in self.table.headers.items():
            text = draft.row.cells.get(header, "")
            if column not in _TEXTS or "${" not in text:
                continue
            for name in _referred(text):
                try:
                    self.names.path(name, text.find(name) + 1)
                except ExpressionError as error:
                    self.report.add(
                        error.code, self.table.sheet.name, draft.row.number, header, **error.params
                    )


def report_cycles(nodes: list[Node], drafts: list[Draft], table: Table, report: Report) -> None:
    """Report each circle of rules at the first row in it, naming its questions and rows."""
    by_path = {draft.path: draft for top in drafts for draft in top.walk()}
    for circle in cycles(needs(node for top in nodes for node in top.walk())):
        rows = [by_path[path] for path in circle]
        told = " → ".join(f"{draft.name} ({draft.row.number})" for draft in [*rows, rows[0]])
        column = "calculation" if table.text(rows[0].row, "calculation") else "relevant"
        report.add(
            "cycle", table.sheet.name, rows[0].row.number, table.header(column), circle=told
        )


def _referred(text: str) -> Iterator[str]:
    """Yield what stands in each `${...}`; an unclosed one whole, so that it is found unknown."""
    for piece in text.split("${")[1:]:
        yield piece.partition("}")[0].strip() if "}" in piece else "${" + piece
