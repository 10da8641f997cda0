"""What the audit is told of each paper about households."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import get_args

import pytest

from desktop.session import Session
from exports.document import Paragraph
from models.audit import events
from models.figures import format_integer
from models.households.erasing import erase_household
from models.households.fields import ERASURE_CODES
from models.households.progress import WorkFilter, hamlet_progress
from models.sentences.catalog import sentences
from tests.ui.register.browsing import Browser
from ui.register import papers
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


def test_what_is_told_is_what_is_on_the_paper(browser: Browser) -> None:
    hamlet = browser.hamlets()[0]
    wanted = WorkFilter(hamlets=(hamlet.hamlet,))
    store, every = browser.session.store, hamlet.progress.households
    erased = browser.walk(wanted)[0].id
    browser.check(erased)
    counted = store.read(lambda c: hamlet_progress(c, wanted))[0].progress
    store.write(
        partial(erase_household, household=erased, reason=ERASURE_CODES[0]),
        actor=browser.session.account,
    )
    browser.rest()
    for kind in ("walk_sheets", "list", "list_personal", "plates", "hamlet_minutes"):
        told = paper_told(store, Paper(kind, TODAY, wanted), ".pdf")
        assert told.facts["rows"] == every - 1
    checked = Paper("list", TODAY, replace(wanted, outcome="dung"))
    assert paper_told(store, checked, ".csv").facts["rows"] == 0
    # The minutes count as the report does, and name who is left.
    paper = Paper("hamlet_minutes", TODAY, wanted)
    document = store.read(lambda connection: papers._document(connection, paper))
    said = " ".join(one.text for one in document.blocks if isinstance(one, Paragraph))
    assert f"Tổng số {format_integer(counted.households)} hộ" in said
    assert "đã rà soát tại chỗ 1 hộ" in said
    assert counted.households == every
    assert len(document.records.rows) == every - 1
