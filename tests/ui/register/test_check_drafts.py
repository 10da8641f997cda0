from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from uuid import uuid4

import pytest

from desktop.session import Session
from models.errors import KnownError
from models.households.commands import check_household, merge
from models.households.events import CHECKED
from models.households.history import heads_of_household
from models.households.once import check_once
from models.households.progress import WorkFilter
from models.households.records import HamletKey
from tests.ui.register.checking import Officer
from ui.register.check_draft import (
    KIND,
    CheckDraft,
    NewPlace,
    Sending,
    keep_draft,
    load_draft,
    load_half,
    load_sent,
)


@pytest.fixture
def again(register_session: Session, themed: object) -> Iterator[list[Officer]]:
    """Officers that sit down later, as after a kill."""
    seated: list[Officer] = []
    yield seated
    for one in seated:
        one.stop()


def test_a_draft_is_read_back_as_it_was(officer: Officer) -> None:
    hamlet = HamletKey("06820", "06808", "Khu 1")
    drafts = [
        CheckDraft(uuid4(), WorkFilter(), (), 1, {"outcome": ""}),
        CheckDraft(
            uuid4(), WorkFilter("06820", (hamlet,), "Trần Phú", "", "Lan", True),
            (uuid4(), uuid4()), 3, {"typed": {"name": "Ả"}},
        ),
        CheckDraft(
            uuid4(), WorkFilter(), (), 2, {}, NewPlace("06820", "Khu 1", "06808"),
            Sending("dung", {"name": "Ả"}, "n", date(2026, 11, 5)),
        ),
    ]  # fmt: skip
    for draft in drafts:
        keep_draft(officer.drafts, draft)
    assert load_half(officer.drafts) == [drafts[0], drafts[1]]
    assert load_sent(officer.drafts) == [drafts[2]]
    assert load_draft(officer.drafts, drafts[1].household) == drafts[1]
    assert load_draft(officer.drafts, drafts[2].household) is None
    for draft in drafts:
        officer.drafts.drop(draft.id)


def test_what_was_half_typed_last_comes_back_at_its_household_and_list(
    officer: Officer, again: list[Officer]
) -> None:
    first, second = officer.households(2)
    wanted = WorkFilter(hamlets=(first.hamlet_key,))
    officer.open(second, wanted)
    officer.press("4")
    officer.open(first, wanted)
    officer.press("2*T")
    officer.replace("Trần Thị Dở Dang")
    officer.press("X/")
    officer.write("gặp con trai")
    other = Officer(officer.session)
    again.append(other)
    assert other.page.resume()
    other.rest()
    assert other.view.household == first.id
    assert other.entry.to_draft() == officer.entry.to_draft()
    assert other.view.form.grid.fields["name"].text() == "Trần Thị Dở Dang"
    assert other.view.form.note.text() == "gặp con trai"
    assert other.banner.startswith("What was half typed here is back")
    other.press("E")
    other.rest()
    assert other.stored(first.id).name == "Trần Thị Dở Dang"
    # The one after it is the other that was begun.
    assert other.view.household == second.id
    assert other.entry.outcome == "khong_tim_thay"


def test_nothing_typed_is_nothing_to_resume(officer: Officer) -> None:
    household = officer.households(1)[0]
    officer.open(household)
    officer.press("2--")
    assert officer.drafts.all(KIND) == []
    assert not officer.page.resume()


def test_what_was_sent_before_a_kill_is_saved_at_the_next_start(officer: Officer) -> None:
    household = officer.households(1)[0]
    seen = officer.session.store.read(partial(heads_of_household, household=household.id))
    sending = Sending("khong_tim_thay", {"name": "Tên khác"}, "", officer.clock.today())
    draft = CheckDraft(household.id, WorkFilter(), seen, 1, {}, None, sending)
    keep_draft(officer.drafts, draft)
    assert not officer.page.resume()
    officer.rest()
    stored = officer.stored(household.id)
    assert (stored.outcome, stored.name) == ("khong_tim_thay", "Tên khác")
    assert officer.drafts.all(KIND) == []


def test_what_was_saved_just_before_a_kill_is_not_saved_twice(officer: Officer) -> None:
    household = officer.households(1)[0]
    seen = officer.session.store.read(partial(heads_of_household, household=household.id))
    sending = Sending("khong_tim_thay", {"name": "Tên khác"}, "gõ", officer.clock.today())
    keep_draft(officer.drafts, CheckDraft(household.id, WorkFilter(), seen, 1, {}, None, sending))
    officer.write_store(
        check_once, household=household.id, outcome=sending.outcome, values=sending.values,
        note=sending.note, on=sending.on, seen=seen,
    )  # fmt: skip
    officer.page.resume()
    officer.rest()
    assert sum(step.kind == CHECKED for step in officer.steps(household.id)) == 1
    assert officer.drafts.all(KIND) == []


def test_a_check_that_is_refused_is_half_typed_again(officer: Officer) -> None:
    first, second = officer.households(2)
    officer.open(first)
    officer.press("2T")
    officer.replace("Không mất")
    officer.write_store(merge, kept=second.id, gone=first.id)
    officer.rest()
    officer.press("E")
    officer.rest()
    assert "merged into another" in officer.banner
    assert officer.entry.text_of("name") == "Không mất"
    draft = load_draft(officer.drafts, first.id)
    assert draft is not None
    assert draft.entry["typed"] == {"name": "Không mất"}


def test_what_is_typed_again_while_the_first_is_on_its_way_is_a_draft_of_its_own(
    officer: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    household = officer.households(1)[0]
    officer.open(household)
    store = officer.session.store
    write, is_full = store.write, [True]

    def refuse(*arguments: object, **words: object) -> object:
        if is_full[0]:
            raise KnownError("store.disk_full", path="x")
        return write(*arguments, **words)  # type: ignore[arg-type]

    monkeypatch.setattr(store, "write", refuse)
    officer.press("2E")
    officer.wait(lambda: officer.banner != "")
    officer.press("X")
    assert officer.closed == 1
    officer.page.open_household(household.id, WorkFilter())
    officer.wait(lambda: not officer.view.is_saving)
    officer.press("/")
    officer.write("lần hai")
    assert len(load_sent(officer.drafts)) == 1
    assert [draft.entry["note"] for draft in load_half(officer.drafts)] == ["lần hai"]
    is_full[0] = False
    officer.wait(lambda: not load_sent(officer.drafts))
    officer.rest()
    assert officer.stored(household.id).outcome == "sai_thong_tin"
    assert [draft.entry["note"] for draft in load_half(officer.drafts)] == ["lần hai"]
    assert officer.view.form.note.text() == "lần hai"


def test_a_kill_between_sending_and_forgetting_leaves_nothing_half_typed(
    officer: Officer,
) -> None:
    household = officer.households(1)[0]
    sending = Sending("dung", {}, "", officer.clock.today())
    half = CheckDraft(household.id, WorkFilter(), (), 1, {"outcome": "dung"})
    keep_draft(officer.drafts, half)
    keep_draft(officer.drafts, replace(half, sending=sending))
    assert load_half(officer.drafts) == []
    assert not officer.page.resume()
    officer.rest()
    assert officer.drafts.all(KIND) == []


def test_what_was_typed_after_a_check_was_sent_outlives_a_kill(officer: Officer) -> None:
    household = officer.households(1)[0]
    sending = Sending("dung", {}, "", officer.clock.today())
    officer.open(household)
    officer.press("4")
    (newer,) = load_half(officer.drafts)
    keep_draft(officer.drafts, replace(newer, entry={**newer.entry, "outcome": "dung"}, at=1,
                                       sending=sending))  # fmt: skip
    assert officer.page.resume()
    officer.rest()
    assert officer.stored(household.id).outcome == "dung"
    assert officer.entry.outcome == "khong_tim_thay"
    assert load_sent(officer.drafts) == []


def test_while_the_disk_refuses_it_says_so_and_tries_again(
    officer: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = officer.households(2)
    officer.open(first)
    store = officer.session.store
    write, tries = store.write, []

    def refuse(*arguments: object, **words: object) -> object:
        tries.append(1)
        if len(tries) == 1:
            raise KnownError("store.disk_full", path="x")
        return write(*arguments, **words)  # type: ignore[arg-type]

    monkeypatch.setattr(store, "write", refuse)
    officer.press("1E")
    officer.wait(lambda: officer.banner != "")
    assert officer.view.head.saved.text() == ""
    officer.press("3")
    officer.rest()
    assert len(tries) == 2
    assert officer.stored(first.id).outcome == "dung"
    assert officer.view.household == second.id
    assert officer.banner == ""


def test_a_draft_that_saw_older_heads_says_so_and_overwrites_nothing(
    officer: Officer, again: list[Officer]
) -> None:
    household = officer.households(1)[0]
    officer.open(household)
    officer.press("2T")
    officer.replace("Tên một")
    other = Officer(officer.session)
    again.append(other)
    officer.write_store(
        check_household, household=household.id, outcome="dung", values={"name": "Tên hai"}
    )
    assert other.page.resume()
    other.rest()
    assert "changed meanwhile" in other.banner
    other.press("E")
    other.rest()
    assert other.stored(household.id).conflicts > 0
