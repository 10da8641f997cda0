"""Slips are anonymous: nothing links one to a citizen; only the audit tells who keyed it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, text

from desktop.session import Session
from exports.exchange.round import make_bundle, open_content
from exports.figures_json import figures
from exports.reports import read_satisfaction
from exports.sheets.slips_out import SlipOut
from exports.writers.files import SUFFIXES, render
from models.accounts.commands import create_account
from models.audit.queries import slips_keyed
from models.audit.records import SlipsKeyed
from models.clock import hlc_time
from models.households.list_commands import import_list
from models.households.list_plan import plan_list
from models.households.queries import search_households
from models.households.records import ListRow
from models.ids import uuid7
from models.journal.tables import events
from models.surveys.commands import close_batch, open_batch, record_slip
from models.surveys.events import RECORDED
from models.surveys.records import BatchHeader, SlipContent
from tests.exports.exchange.conftest import here, other, there
from tests.exports.exchange.pair import Station

__all__ = ["here", "other", "there"]

DAY = date(2026, 3, 2)
CLERK = "Tạ Thị Nhập Liệu"
HEAD, PHONE = "Bế Văn Chủ Hộ", "0912345678"
# What a slip's events may bear. A dossier's code is typed by the clerk where the slip has one; the
# register of dossiers is not in this program.
HEADER = {"unit", "collected_on", "questionnaire", "version", "channel"}
ALLOWED = {
    "survey.batch_opened": HEADER | {"handed_out", "returned"},
    "survey.batch_closed": {"keyed", "returned", "reason"},
    RECORDED: HEADER | {
        "batch", "number", "answers", "reason", "note", "dossier", "not_asked", "typed", "replaces",
    },
}  # fmt: skip


def keyed(session: Session) -> UUID:
    """Have a clerk key five slips beside a register of one household; return the clerk."""
    clerk = uuid4()
    rows = [ListRow(1, "06811", "Khu 1", {"list_code": "H1", "name": HEAD, "phone": PHONE,
                                          "unit": "06811"})]  # fmt: skip
    plan = session.store.read(lambda c: plan_list(c, rows))

    def facts(tx):
        create_account(tx, clerk, CLERK, role="counter", unit="06811")
        import_list(tx, plan, unit="06811", title="Danh sách", columns={"name": 1}, header=[])

    def key(tx):
        batch = open_batch(tx, BatchHeader("06811", DAY, "qn-18-2021", "2021.1", returned=5))
        for number in range(5):
            content = SlipContent({"danh_gia_chung": "hai_long"})
            record_slip(tx, batch, uuid7(tx.clock.now_ms() + number), content)
        close_batch(tx, batch, returned=5, reason="")

    session.store.write(facts, actor=session.account)
    session.store.write(key, actor=clerk)
    return clerk


def test_a_slip_s_events_bear_nothing_of_a_citizen_or_of_the_clerk(session: Session):
    clerk = keyed(session)
    [household] = session.store.read(lambda c: search_households(c, HEAD))
    strangers = (HEAD, PHONE, CLERK, str(household.id), household.id.hex, str(clerk), clerk.hex)
    query = select(events).where(events.c.type.like("survey.%"))
    found = session.store.read(lambda c: c.execute(query).all())
    assert {row.type for row in found} == set(ALLOWED)
    for row in found:
        assert set(json.loads(row.payload)) <= ALLOWED[row.type], row.type
        assert not [word for word in strangers if word in row.payload]
        # Its id is chance and time, made for it alone.
        assert row.entity.version == 7
        assert household.id not in (row.entity, row.event_id, row.actor)


def test_the_tables_of_slips_name_no_household_and_no_citizen(session: Session):
    clerk = keyed(session)
    [household] = session.store.read(lambda c: search_households(c, HEAD))
    for table in ("batches", "responses", "tallies", "stated_tallies"):
        rows = session.store.read(
            lambda c, table=table: c.execute(text(f"SELECT * FROM {table}")).mappings().all()
        )
        for row in rows:
            for column, value in row.items():
                assert value not in (household.id.bytes, HEAD, PHONE, CLERK)
                # Who keyed it stands in the one column that the list of last slips is told by.
                assert value != clerk.bytes or column in ("keyed_by", "opened_by")


def test_a_bundle_s_slips_name_no_citizen(here: Station, there: Station):
    here.enrols(there)
    there.enrols(here)
    keyed(here.session)
    made = here.session.store.read(
        lambda c: make_bundle(c, recipients=None, now_ms=here.session.store.clock.now_ms())
    )
    content = there.session.store.read(lambda c: open_content(c, made.sealed))
    slips = [event for event in content.events if event.type.startswith("survey.")]
    assert len([event for event in slips if event.type == RECORDED]) == 5
    for event in slips:
        assert not [word for word in (HEAD, PHONE, CLERK) if word in (event.payload or "")]


@pytest.mark.parametrize("suffix", [one for one in SUFFIXES if one not in (".pdf", ".docx")])
def test_no_summary_knows_the_clerk(session: Session, tmp_path: Path, suffix: str):
    clerk = keyed(session)
    report = session.store.read(lambda c: read_satisfaction(c, DAY, DAY))
    assert report.summary.total.valid == 5
    written = render(report.document, suffix)
    told = json.dumps(figures(report.summary), ensure_ascii=False)
    for word in (CLERK, str(clerk), clerk.hex):
        assert word.encode() not in written
        assert word not in told
    assert not {name for name in SlipOut.__dataclass_fields__ if "by" in name or "clerk" in name}


def test_the_audit_alone_tells_who_keyed_how_many_on_which_day(session: Session):
    clerk = keyed(session)
    query = select(events.c.hlc).where(events.c.type == RECORDED)
    day = hlc_time(session.store.read(lambda c: c.execute(query).scalars().first())).date()
    assert session.store.read(lambda c: slips_keyed(c, day, day)) == [SlipsKeyed(day, clerk, 5)]
    assert session.store.read(lambda c: slips_keyed(c, DAY, DAY)) == []
