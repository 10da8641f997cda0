"""What the documents lead to and name is there."""

from __future__ import annotations

import re

import pytest

from tests.house.sources import ROOT, tracked

LINK = re.compile(r"\]\(([^)\s#]+)(?:#[\w-]+)?\)")
TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)
NAMED = re.compile(r"`((?:desktop|ui|exports|models|tests|docs|\.ci)/[\w./-]+)`")
DOCUMENTS = [
    path
    for path in tracked()
    if path.suffix == ".md" and path.relative_to(ROOT).parts[0] not in ("ui", "tests")
]
TARGETS = set(TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_document_leads_to_what_is_there(path):
    text = path.read_text(encoding="utf-8")
    links = [link for link in LINK.findall(text) if "://" not in link]
    assert [link for link in links if not (path.parent / link).exists()] == []
    asked = set(re.findall(r"`make ([a-z]+)`", text))
    assert asked - TARGETS == set()


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "README.md", "docs/README.md"])
def test_what_a_newcomer_is_sent_to_is_there(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    named = [one for one in NAMED.findall(text) if "NNNN" not in one]
    assert [one for one in named if not (ROOT / one).exists()] == []


def test_each_document_of_the_folder_is_in_its_contents():
    contents = (ROOT / "docs/README.md").read_text(encoding="utf-8")
    there = {path.name for path in (ROOT / "docs").glob("*.md")} - {"README.md"}
    assert {name for name in there if f"({name})" not in contents} == set()
