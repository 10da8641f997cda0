"""What the audit is told of each paper about households."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from desktop.session import Session
from models.audit import events
from models.households.progress import WorkFilter, hamlet_progress
from models.sentences.catalog import sentences
from ui.register.paper_audit import paper_told
from ui.register.papers import Paper, PaperKind

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("kind", get_args(PaperKind))
def test_each_paper_has_its_words(kind: PaperKind) -> None:
    assert f"audit.paper_{kind}" in sentences()


def test_how_many_and_whether_they_are_named_is_told(demo_session: Session) -> None:
    hamlet = demo_session.store.read(hamlet_progress)[0]
    wanted = WorkFilter(hamlets=(hamlet.hamlet,))
    told = {}
    for kind in get_args(PaperKind):
        for suffix in (".pdf", ""):
            one = paper_told(demo_session.store, Paper(kind, TODAY, wanted), suffix)
            assert one.type == (events.EXPORTED if suffix else events.PRINTED)
            assert one.facts["what"] == kind
            told[kind] = (one.facts["rows"], one.facts["is_personal"])
    every = hamlet.progress.households
    assert told == {
        "walk_sheets": (every, True), "hamlet_minutes": (every, True),
        "household_minutes": (1, True), "plates": (every, True), "list": (every, False),
        "list_personal": (every, True), "report": (None, False), "corrected": (None, True),
    }  # fmt: skip
