"""A questionnaire with repeats is not opened for keying."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.session import Session
from models.errors import UserError
from models.questionnaires.commands import publish
from models.questionnaires.form import Form, Node
from models.sentences.catalog import say
from models.surveys.commands import open_batch_to_key
from models.surveys.queries import list_batches
from models.surveys.records import BatchHeader


def test_a_form_with_repeats_is_refused_by_name_and_opens_nothing(session: Session) -> None:
    inside = Node("integer", "tuoi", "/ho/nguoi/tuoi", {"": "Tuổi"})
    repeat = Node("repeat", "nguoi", "/ho/nguoi", {"": "Người"}, children=(inside,))
    form = Form("ho", "1", {"": "Phiếu hộ"}, "", ("",), (repeat,), {})
    session.store.write(lambda tx: publish(tx, form, unit=session.unit), actor=session.account)
    header = BatchHeader(session.unit, date(2026, 10, 5), "ho", "1")
    with pytest.raises(UserError) as caught:
        session.store.write(lambda tx: open_batch_to_key(tx, header), actor=session.account)
    assert "Phiếu hộ" in say(caught.value)
    assert session.store.read(list_batches) == []


def test_the_shipped_slip_is_opened(session: Session) -> None:
    header = BatchHeader(session.unit, date(2026, 10, 5), "qn-18-2021", "2021.1")
    batch = session.store.write(lambda tx: open_batch_to_key(tx, header), actor=session.account)
    assert [item.id for item in session.store.read(list_batches)] == [batch]
