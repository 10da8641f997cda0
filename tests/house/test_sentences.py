"""Every sentence that may be told exists in both languages, with all that it is filled with."""

from __future__ import annotations

import ast
import re
import string

import pytest

from models.errors import KnownError, Problem, UserError
from models.sentences.catalog import DOMAINS, say, sentences
from tests.house.sources import ROOT, calls, place, program, tree

# Where a code is given, and at which place among the arguments.
GIVES = {
    "UserError": 0, "KnownError": 0, "CodedError": 0, "ProblemsError": 0, "Problem": 0,
    "CellError": 0, "say": 0, "tell": 0, "Check": 2,
}  # fmt: skip
# Parameters that are given by name to these are the sentence's own.
FILLS = {"UserError", "KnownError", "CodedError"}


# An attribute's or a file's name may look like a code.
_FILES = (".db", ".json", ".xlsx", ".py", ".csv", ".log")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def given(where: str, call: ast.Call) -> ast.expr | None:
    at = GIVES[where]
    if len(call.args) > at:
        return call.args[at]
    return next((word.value for word in call.keywords if word.arg == "code"), None)


def told() -> list[tuple[str, str, ast.expr, ast.Call]]:
    return [
        (place(path, call), name, code, call)
        for path in program()
        for name, call in calls(path)
        if name in GIVES and (code := given(name, call)) is not None
    ]


def spelt(text: str) -> bool:
    return re.fullmatch(r"[a-z_]+\.[a-z0-9_]+", text) is not None


def test_every_code_in_the_sources_has_its_sentence():
    missing = [
        (where, code.value)
        for where, _, code, _ in told()
        if isinstance(code, ast.Constant)
        and isinstance(code.value, str)
        and spelt(code.value)
        and code.value not in sentences()
    ]
    assert missing == []
    assert len(told()) > 100


def test_every_text_that_looks_like_a_code_has_its_sentence():
    wanted = re.compile(rf"(?:{'|'.join(DOMAINS)}|doctor)\.[a-z_]+")
    missing = [
        (place(path, node), node.value)
        for path in program()
        if "sentences" not in path.parts
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and wanted.fullmatch(node.value)
        # One that is put together is looked at below.
        and not node.value.endswith("_")
        and node.value not in sentences()
    ]
    assert [found for found in missing if not found[1].endswith(_FILES)] == []


def test_a_code_put_together_begins_like_some_that_exist():
    for where, _, code, _ in told():
        if isinstance(code, ast.JoinedStr) and isinstance(code.values[0], ast.Constant):
            begin = str(code.values[0].value)
            assert any(known.startswith(begin) for known in sentences()), where


def test_every_sentence_is_filled_with_what_it_needs():
    lacking = []
    for where, name, code, call in told():
        if name not in FILLS or not isinstance(code, ast.Constant):
            continue
        if any(word.arg is None for word in call.keywords):
            continue
        names = {word.arg for word in call.keywords}
        needed = placeholders(sentences()[code.value][0])
        if not needed <= names:
            lacking.append((where, code.value, needed - names))
    assert lacking == []


@pytest.mark.parametrize("code", sorted(sentences()))
def test_each_sentence_stands_in_both_languages_with_the_same_places(code):
    vietnamese, english = sentences()[code]
    assert vietnamese.strip() == vietnamese != ""
    assert english.strip() == english != ""
    assert placeholders(vietnamese) == placeholders(english)
    params = dict.fromkeys(placeholders(vietnamese), "1")
    assert say(Problem(code, params=params), "vi")
    assert say(Problem(code, params=params), "en")


def test_no_sentence_is_told_twice_under_one_code():
    from importlib import import_module

    counted = [
        code for domain in DOMAINS for code in import_module(f"models.sentences.{domain}").SENTENCES
    ]
    assert len(counted) == len(set(counted))


def test_every_module_of_sentences_is_in_the_catalogue():
    modules = {path.stem for path in (ROOT / "models/sentences").glob("*.py")}
    assert modules - {"__init__", "catalog"} == set(DOMAINS)


def test_errors_and_problems_say_their_sentence():
    error = KnownError("store.disk", path="/x")
    assert "/x" in say(error)
    assert "/x" in say(error, "en")
    assert say(Problem("surveys.row_known", row=3)) == say("surveys.row_known")
    assert "HS-1" in say(UserError("surveys.dossier_rated", dossier="HS-1"))


def test_a_code_without_a_sentence_is_a_bug():
    with pytest.raises(KeyError):
        say("store.no_such_thing")
