"""Reads a sheet's XPath expression into the nested lists that a `Form` keeps.

`${name}` and relative paths become absolute paths here, and whatever the engine does not know
(functions, axes, predicates, variables) is refused with its place in the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from models.questionnaires.form import Expression
from models.questionnaires.functions import FUNCTIONS
from models.questionnaires.names import ROOT, ExpressionError, Names
from models.questionnaires.patterns import PatternError, check_pattern

# elementpath's XPathToken, whose values are of a dozen types; naming it would load elementpath.
Token = Any

LONGEST: Final = 4000
_DEEPEST: Final = 60
_OPERATORS: Final = frozenset(
    {"and", "or", "=", "!=", "<", ">", "<=", ">=", "+", "-", "*", "div", "mod"}
)
_CHAINED: Final = frozenset({"and", "or"})
# In this order: quoted text, a reference, current(), a function's name before its bracket, rest.
_PIECES: Final = re.compile(
    r"""(?P<quoted>'[^']*'|"[^"]*")|(?P<reference>\$\{[^}]*\}?)|(?P<variable>\$)"""
    r"""|(?P<current>\bcurrent\s*\(\s*\))"""
    r"""|(?P<name>[^\W\d][\w.-]*(?::[^\W\d][\w.-]*)?)(?=\s*\()|[^\W\d][\w.-]*|."""
    , re.DOTALL
)  # fmt: skip
_REFERENCE: Final = re.compile(r"\$\{\s*([^\W\d][\w.-]*)\s*\}")
# One letter a reference: `$` and a letter never need more room than `${x}`, so places stay true.
_FIRST_LETTER: Final = 0x4E00


def parse_expression(
    text: str, names: Names, *, at: str | None = None, columns: frozenset[str] | None = None
) -> Expression:
    """Return the parsed expression; raise ExpressionError naming what is wrong or not supported.

    `at` is the path of the question it belongs to (None: of none, so `.` is refused). `columns` are
    the columns of the choices that a choice_filter may name (None: it is no choice_filter).
    """
    if len(text) > LONGEST:
        raise ExpressionError("questionnaires.expression_long", most=LONGEST)
    prepared, references = _prepare(text, names, at)
    return _Reader(names, references, at, columns).read(_tree(prepared), 0)


def _prepare(text: str, names: Names, at: str | None) -> tuple[str, dict[str, str]]:
    """Return the text with variables for `${name}` and current(), and the variables' paths."""
    references: dict[str, str] = {}
    pieces: list[str] = []
    for piece in _PIECES.finditer(text):
        word, place = piece.group(), piece.start() + 1
        if piece["variable"]:
            raise ExpressionError("questionnaires.syntax_unsupported", what="$", place=place)
        if piece["reference"] or piece["current"]:
            letter = chr(_FIRST_LETTER + len(references))
            references[letter] = _meant(word, place, names, at)
            word = f"${letter}".ljust(len(word))
        elif piece["name"] and word not in _OPERATORS:
            if word not in FUNCTIONS:
                raise ExpressionError(
                    "questionnaires.function_unsupported", function=word, place=place
                )
            word = word.replace(":", "-")
        pieces.append(word)
    return "".join(pieces), references


def _meant(word: str, place: int, names: Names, at: str | None) -> str:
    """Return the path that `${name}` or current() stands for."""
    if word.startswith("$"):
        return names.path(_referred(word, place), place)
    if at is None:
        raise ExpressionError("questionnaires.self_unsupported", place=place)
    return at


def _referred(word: str, place: int) -> str:
    found = _REFERENCE.fullmatch(word)
    if not found:
        raise ExpressionError("questionnaires.reference_malformed", text=word, place=place)
    return found[1]


def _tree(prepared: str) -> Token:
    from elementpath import ElementPathError

    from models.questionnaires.xpath import QuestionnaireParser

    try:
        return QuestionnaireParser().parse(prepared)
    except ElementPathError as error:
        token = error.token
        if "XPST0017" in (error.code or "") and token is not None:
            raise _wrong_count(token) from error
        place = token.position[1] if token is not None else 1
        raise ExpressionError("questionnaires.syntax_wrong", place=place) from error
    except RecursionError as error:
        raise ExpressionError("questionnaires.expression_deep") from error


def _wrong_count(token: Token) -> ExpressionError:
    return ExpressionError(
        "questionnaires.function_arguments",
        function=_function_name(token.symbol),
        place=token.position[1],
    )


def _function_name(symbol: str) -> str:
    return symbol.replace("jr-", "jr:", 1)


@dataclass(slots=True)
class _Reader:
    """Turns elementpath's tokens into lists."""

    names: Names
    references: Mapping[str, str]
    at: str | None
    columns: frozenset[str] | None

    def read(self, token: Token, depth: int) -> Expression:
        if depth > _DEEPEST:
            raise ExpressionError("questionnaires.expression_deep")
        symbol = token.symbol
        if symbol == "(string)":
            return self._text(token)
        if symbol in {"(integer)", "(decimal)", "(float)"}:
            return ["number", str(token.value)]
        if symbol in _OPERATORS and len(token):
            return self._operation(token, depth)
        if symbol == "(" and len(token) == 1:
            return self.read(token[0], depth + 1)
        if symbol == ".":
            return self._self(token)
        if token.label == "function":
            return self._call(token, depth)
        return self._path(token)

    def _text(self, token: Token) -> Expression:
        if "${" in token.value:
            raise ExpressionError(
                "questionnaires.reference_in_text", text=token.value, place=_place(token)
            )
        return ["string", token.value]

    def _operation(self, token: Token, depth: int) -> Expression:
        symbol = token.symbol
        if symbol not in _CHAINED:
            return [symbol, *(self.read(part, depth + 1) for part in token)]
        # A long chain leans to the left; as one list it costs no depth.
        parts: list[Expression] = []
        while token.symbol == symbol and len(token) == 2:
            parts.append(self.read(token[1], depth + 1))
            token = token[0]
        parts.append(self.read(token, depth + 1))
        return [symbol, *reversed(parts)]

    def _self(self, token: Token) -> Expression:
        if self.at is None or self.columns is not None:
            raise ExpressionError("questionnaires.self_unsupported", place=_place(token))
        return ["."]

    def _call(self, token: Token, depth: int) -> Expression:
        function = _function_name(token.symbol)
        if function == "position":
            return ["position", self._repeat(token[0])]
        if function == "indexed-repeat":
            return self._indexed(token, depth)
        if function == "jr:choice-name":
            return [function, self.read(token[0], depth + 1), ["path", self._named(token[1])]]
        if function == "count" and self._leads_to_repeat(token[0]):
            return [function, ["path", self._repeat(token[0])]]
        arguments = [self.read(part, depth + 1) for part in token]
        self._check_pattern(function, arguments, token)
        return [function, *arguments]

    def _check_pattern(
        self, function: str, arguments: list[Expression], token: Token
    ) -> None:
        if function != "regex" or arguments[1][0] != "string":
            return
        try:
            check_pattern(arguments[1][1])
        except PatternError as error:
            raise ExpressionError(
                error.code, place=_place(token), pattern=arguments[1][1], detail=error.detail
            ) from error

    def _indexed(self, token: Token, depth: int) -> Expression:
        if len(token) % 2 == 0:
            raise _wrong_count(token)
        read: Expression = ["indexed-repeat", self.read(token[0], depth + 1)]
        for repeat, index in zip(token[1::2], token[2::2], strict=True):
            read += [["path", self._repeat(repeat)], self.read(index, depth + 1)]
        if read[1][0] != "path" or not read[1][1].startswith(f"{read[-2][1]}/"):
            raise ExpressionError("questionnaires.indexed_repeat", place=_place(token))
        return read

    def _named(self, token: Token) -> str:
        """Return the path that jr:choice-name's second argument means: '${name}' or ${name}."""
        if token.symbol == "(string)" and "${" in token.value:
            return self.names.path(_referred(token.value.strip(), _place(token)), _place(token))
        path = token.value if token.symbol == "(string)" else self._located(token)
        if path not in self.names.kinds:
            raise ExpressionError(
                "questionnaires.reference_unknown", name=path, place=_place(token)
            )
        return str(path)

    def _leads_to_repeat(self, token: Token) -> bool:
        return token.symbol in {"$", "/", ".."} and (
            self.names.kinds.get(self._located(token)) == "repeat"
        )

    def _repeat(self, token: Token) -> str:
        path = self._located(token)
        if self.names.kinds.get(path) != "repeat":
            raise ExpressionError(
                "questionnaires.repeat_expected", name=_last(path), place=_place(token)
            )
        return path

    def _path(self, token: Token) -> Expression:
        if token.symbol == "(name)" and self.columns is not None:
            if token.value not in self.columns:
                raise ExpressionError(
                    "questionnaires.column_unknown", header=token.value, place=_place(token)
                )
            return ["column", token.value]
        path = self._located(token)
        kind = self.names.kinds.get(path)
        if kind is None:
            raise ExpressionError(
                "questionnaires.reference_unknown", name=path, place=_place(token)
            )
        if kind in {"group", "repeat"}:
            raise ExpressionError(
                "questionnaires.reference_group", name=_last(path), place=_place(token)
            )
        return ["path", path]

    def _located(self, token: Token) -> str:
        """Return the absolute path that a path's tokens lead to."""
        symbol = token.symbol
        if symbol == "$" and token[0].value in self.references:
            return self.references[token[0].value]
        if symbol == "..":
            return self._own(token).rpartition("/")[0]
        if symbol == "/" and len(token) == 1:
            return self._from_root(token)
        if symbol == "/" and len(token) == 2:
            return self._step(self._located(token[0]), token[1])
        if symbol == ".":
            return self._own(token)
        if symbol == "(name)":
            raise ExpressionError(
                "questionnaires.bare_name", name=token.value, place=_place(token)
            )
        raise ExpressionError("questionnaires.syntax_unsupported", what=symbol, place=_place(token))

    def _own(self, token: Token) -> str:
        if self.at is None:
            raise ExpressionError("questionnaires.self_unsupported", place=_place(token))
        return self.at

    def _from_root(self, token: Token) -> str:
        step = token[0]
        if step.symbol == "(name)" and step.value in {"data", "form", self.names.root}:
            return ROOT
        raise ExpressionError(
            "questionnaires.reference_unknown", name=f"/{step.value}", place=_place(token)
        )

    def _step(self, path: str, step: Token) -> str:
        if step.symbol == "..":
            return path.rpartition("/")[0]
        if step.symbol == ".":
            return path
        if step.symbol == "(name)":
            return f"{path}/{step.value}"
        raise ExpressionError(
            "questionnaires.syntax_unsupported", what=step.symbol, place=_place(step)
        )


def _last(path: str) -> str:
    return path.rpartition("/")[2]


def _place(token: Token) -> int:
    return int(token.position[1])
