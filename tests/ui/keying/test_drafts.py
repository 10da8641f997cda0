from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import cast
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from models.clock import Clock
from models.store.drafts import DraftBox
from models.surveys.records import SlipContent
from tests.ui.keying.forms import slip
from ui.context import PageContext
from ui.keying.drafts import KeyedDraft, keep_draft, last_batch, load_keyed, load_sent
from ui.keying.entry import SlipEntry
from ui.keying.saver import KIND, Sending, sending_draft, sending_of
from ui.keying.slip_in_hand import SlipInHand


@pytest.fixture
def box(tmp_path: Path) -> Iterator[DraftBox]:
    opened = DraftBox(tmp_path / "drafts.db", secrets.token_bytes(32), uuid4())
    yield opened
    opened.close()


def entry_with(keys: str) -> SlipEntry:
    entry = SlipEntry(slip(), ["khac"], today=date(2026, 11, 5), language="vi")
    for key in keys:
        entry.choose(int(key))
    return entry


def test_a_half_keyed_slip_comes_back_with_what_it_changes(box: DraftBox) -> None:
    batch, entry = uuid4(), entry_with("123")
    made = [
        KeyedDraft(uuid4()),
        KeyedDraft(uuid4(), corrects=uuid4(), number=7),
        KeyedDraft(uuid4(), replaces=uuid4(), number=3),
        KeyedDraft(uuid4(), undoes=uuid4()),
    ]
    for draft in made:
        keep_draft(box, draft, batch, entry)
    found = {draft.id: draft for draft in load_keyed(box, batch)}
    assert len(found) == 4
    for draft in made:
        again = found[draft.id]
        assert (again.corrects, again.replaces, again.number, again.undoes) == (
            draft.corrects, draft.replaces, draft.number, draft.undoes,
        )  # fmt: skip
        assert again.entry == entry.to_draft()
    assert load_keyed(box, uuid4()) == []
    assert load_sent(box) == []


def test_an_empty_slip_leaves_no_draft(box: DraftBox) -> None:
    batch, draft, entry = uuid4(), KeyedDraft(uuid4()), entry_with("1")
    keep_draft(box, draft, batch, entry)
    entry.clear()
    keep_draft(box, draft, batch, entry)
    assert box.all(KIND) == []


def test_the_batch_of_the_slip_keyed_last_comes_first(box: DraftBox) -> None:
    older, newer, sent_to = uuid4(), uuid4(), uuid4()
    assert last_batch(box) is None
    box.put(KIND, uuid4(), sending_draft(Sending(uuid4(), sent_to, SlipContent({}))))
    assert last_batch(box) == sent_to
    ids = sorted(uuid4() for _ in range(2))
    keep_draft(box, KeyedDraft(ids[0]), older, entry_with("1"))
    keep_draft(box, KeyedDraft(ids[1]), newer, entry_with("1"))
    assert last_batch(box) == newer


contents = st.builds(
    SlipContent,
    st.dictionaries(st.text(max_size=5), st.one_of(st.text(), st.lists(st.text(), max_size=3)),
                    max_size=3),
    st.text(max_size=5), st.text(), st.none() | st.text(min_size=1),
    st.lists(st.text(max_size=5), max_size=2).map(tuple),
)  # fmt: skip


@given(st.builds(Sending, st.uuids(), st.uuids(), contents, st.none() | st.uuids(),
                 st.none() | st.uuids(), st.none() | st.uuids()))  # fmt: skip
def test_a_slip_on_its_way_is_read_back_as_it_was(sending: Sending) -> None:
    data = json.loads(json.dumps(sending_draft(sending)))
    assert sending_of(sending.draft, data) == sending


def test_what_is_sent_bears_an_id_of_its_own_that_it_keeps(
    qapp: QApplication, box: DraftBox
) -> None:
    draft, batch = KeyedDraft(uuid4()), uuid4()
    context, clock = cast(PageContext, SimpleNamespace(drafts=box)), Clock()
    hands = []
    for _ in range(2):
        # The window on a machine and the one on its copy: the same half-keyed draft.
        hand = SlipInHand(context, clock)
        keep_draft(box, draft, batch, entry_with("12"))
        assert hand.open(batch, entry_with(""), set())
        hands.append(hand)
    one, other = (hand.sending(batch) for hand in hands)
    assert one.draft == other.draft == draft.id
    assert len({one.slip, other.slip, draft.id}) == 3
    # It is sent again under the same id by whoever starts after a kill, and when it was refused.
    box.put(KIND, one.draft, sending_draft(one))
    assert [sent.slip for sent in load_sent(box)] == [one.slip]
    hands[0].next()
    hands[0].take_refused(one)
    assert hands[0].sending(batch).slip == one.slip
    hands[0].put_aside()
    hands[0].next()
    assert hands[0].sending(batch).slip == one.slip
    (kept,) = load_keyed(box, batch)
    assert kept.minted == one.slip


def test_what_an_older_program_sent_goes_under_its_draft_s_id(box: DraftBox) -> None:
    data = sending_draft(Sending(uuid4(), uuid4(), SlipContent({})))
    del data["minted"]
    draft = uuid4()
    box.put(KIND, draft, data)
    (sent,) = load_sent(box)
    assert sent.slip == draft
