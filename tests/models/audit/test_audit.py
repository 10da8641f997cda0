"""The audit: what is told to it, what it shows of others' events, and that it is proven."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from desktop.session import Session, open_session
from exports.audit_list import audit_rows
from exports.audit_wording import details_text, what_text
from models.accounts.commands import create_account
from models.accounts.queries import account_names
from models.audit import events as types
from models.audit import happenings
from models.audit.commands import note
from models.audit.projection import AuditProjection
from models.audit.queries import (
    SLIP_RECORDED,
    count_audit,
    read_audit,
    read_whole_audit,
)
from models.audit.records import AuditEntry, AuditFilter, AuditPlace, Happening
from models.audit.tables import audit_entries
from models.journal.log import read_all
from models.journal.tables import events, heads
from models.sentences.catalog import say, sentences
from models.settings.commands import change_settings
from models.store.doctor import examine
from models.store.engine import connect
from models.surveys.events import RECORDED
from tests.conftest import ADMIN, SECRET

WHO = UUID(int=7)
EVERY = (
    happenings.signed_in(), happenings.signed_in("surveys export"),
    happenings.sign_in_failed(WHO, 3, 1_770_000_000_000), happenings.locked(is_idle=True),
    happenings.unlocked(), happenings.signed_out(is_handing_over=True),
    happenings.exported("list", ".XLSX", 34043, is_personal=True),
    happenings.printed("walk_sheets", 12, is_personal=True), happenings.households_viewed(201),
    happenings.figures_viewed(WHO),
    happenings.backed_up(1_770_000_000_000), happenings.restored(1_770_000_000_000, 5, 1),
    happenings.bundle_written(7, [WHO]), happenings.bundle_taken(WHO, 7, 3),
    happenings.password_changed(WHO, "own", 0), happenings.password_changed(WHO, "given", 0),
    happenings.password_changed(WHO, "recovery", 1_770_000_000_000),
    happenings.second_factor_changed(WHO, is_on=True),
    happenings.second_factor_changed(WHO, is_on=False),
)  # fmt: skip
# Of these it is enough that they happened.
SPEAK_FOR_THEMSELVES = {types.UNLOCKED}


def tell(session: Session, *happened: Happening, machine: str = "3f2a-91c0") -> None:
    session.store.write(lambda tx: note(tx, *happened, machine=machine), actor=session.account)


def entries(session: Session, wanted: AuditFilter | None = None) -> list[AuditEntry]:
    return session.store.read(lambda c: read_audit(c, wanted or AuditFilter(), limit=1000))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_happening_is_told_in_words(language):
    for one in EVERY:
        place = AuditPlace(0, WHO, "06811")
        facts = {**one.facts, "machine": "3f2a-91c0"}
        entry = AuditEntry(place, None, one.type, WHO, WHO, "3f2a-91c0", facts)  # type: ignore[arg-type]
        assert what_text(entry, language)
        told = details_text(entry, {WHO: "Lan"}, language)
        assert bool(told) == (one.type not in SPEAK_FOR_THEMSELVES), one
    assert {one.type for one in EVERY} == {
        kind for kind in types.EVERY_TYPE if kind.startswith(types.PREFIX)
    }


def test_every_kind_has_its_words():
    for kind in types.EVERY_TYPE:
        code = kind if kind.startswith(types.PREFIX) else f"audit.what_{kind.replace('.', '_')}"
        assert code in sentences(), kind
    for group in types.GROUPS:
        assert say(f"audit.group_{group}") != say(f"audit.group_{group}", "en")


def test_the_kinds_of_others_are_named_as_they_name_them():
    named = set()
    for module in (
        "accounts.events", "settings.projection", "questionnaires.projection",
        "units.projection", "households.events", "surveys.events", "stations.projection",
        "rekeying.events", "store.drills", "kiosk.review",
    ):  # fmt: skip
        named |= {one for one in vars(import_module(f"models.{module}")).values()
                  if isinstance(one, str)}  # fmt: skip
    foreign = {kind for kind in types.EVERY_TYPE if not kind.startswith(types.PREFIX)}
    assert foreign - named == set()
    assert SLIP_RECORDED == RECORDED


def test_saving_a_slip_asks_the_audit_for_nothing():
    asked = {kind for kind in AuditProjection.event_types if kind.startswith("survey.")}
    assert asked == {"survey.response_settled"}
    assert not [kind for kind in AuditProjection.event_types
                if kind in ("household.listed", "household.checked")]  # fmt: skip


def test_an_entry_costs_one_event_and_no_head(session: Session):
    count = lambda c: (  # noqa: E731
        len(c.execute(select(events)).all()), len(c.execute(select(heads)).all())
    )
    before = session.store.read(count)
    tell(session, happenings.unlocked())
    after = session.store.read(count)
    assert (after[0] - before[0], after[1] - before[1]) == (1, 0)


def test_entries_are_found_by_day_account_and_kind_page_by_page(session: Session):
    other = uuid4()
    session.store.write(
        lambda tx: create_account(tx, other, "Lan", role="counter", unit=session.unit),
        actor=session.account,
    )
    tell(session, *EVERY)
    session.store.write(
        lambda tx: note(tx, happenings.signed_in(), machine="0000-0001"), actor=other
    )
    every = entries(session)
    assert [one.place for one in every] == sorted([one.place for one in every], reverse=True)
    today = session.store.clock.today()
    day = timedelta(days=1)
    assert entries(session, AuditFilter(today, today)) == every
    assert entries(session, AuditFilter(start=today + day)) == []
    assert entries(session, AuditFilter(end=today - day)) == []
    [lan] = entries(session, AuditFilter(account=other))
    assert (lan.type, lan.machine) == (types.SIGNED_IN, "0000-0001")
    # A failure is found under the account whose password was tried.
    [failed] = entries(session, AuditFilter(account=WHO))
    assert failed.type == types.SIGN_IN_FAILED
    for group, kinds in types.GROUPS.items():
        found = entries(session, AuditFilter(group=group))
        assert found == [one for one in every if one.type in kinds]
    paged, before = [], None
    while part := session.store.read(
        lambda c, before=before: read_audit(c, AuditFilter(), before=before, limit=4)
    ):
        paged += part
        before = part[-1].place
    assert paged == every
    assert session.store.read(lambda c: count_audit(c, AuditFilter())) == len(every)
    oldest = session.store.read(lambda c: list(read_whole_audit(c, AuditFilter())))
    assert oldest[::-1] == every


def test_what_others_record_bears_the_machine_of_the_sign_in_before_it(session: Session):
    tell(session, happenings.signed_in(), machine="aaaa-0001")
    session.store.write(
        lambda tx: change_settings(tx, unit=session.unit, values={"place": "Uông Bí"}),
        actor=session.account,
    )
    newest = entries(session)[0]
    assert (newest.type, newest.machine) == ("setting.changed", "aaaa-0001")
    names = session.store.read(account_names)
    [row] = audit_rows([newest], names, "en")
    assert row[1:] == (ADMIN, "Setting changed", "place", "aaaa-0001")


def test_the_audit_is_rebuilt_as_it_was(session: Session):
    tell(session, *EVERY)
    before = entries(session)
    session.store.replace_projections()
    assert entries(session) == before
    assert [check.name for check in examine(session.store) if not check.ok] == []


@pytest.mark.parametrize(
    "harm",
    [
        "payload = replace(payload, '34043', '12')", f"actor = x'{WHO.hex}'",
        "type = 'audit.unlocked'", "hlc = hlc - 65536000",
    ],
)
def test_a_changed_entry_is_found_by_the_doctor_with_its_place(session: Session, harm: str):
    tell(session, happenings.exported("list", ".xlsx", 34043, is_personal=True))
    # More than is looked over when a store is opened.
    tell(session, *[happenings.unlocked()] * 300)
    place = session.store.read(
        lambda c: c.execute(
            select(events.c.stream, events.c.seq).where(events.c.type == types.EXPORTED)
        ).one()
    )
    session.store.close()
    raw = connect(session.paths.store, session.key)
    assert raw.execute(f"UPDATE events SET {harm} WHERE type = 'audit.exported'").rowcount == 1
    raw.close()
    again = open_session(session.paths, SECRET, ADMIN)
    chain = next(check for check in examine(again.store) if check.name == "chain")
    again.store.close()
    assert not chain.ok
    assert (chain.params["stream"], chain.params["seq"]) == (place.stream.hex()[:8], place.seq)
    for language in ("vi", "en"):
        told = say(chain.code, language, **chain.params)
        assert place.stream.hex()[:8] in told
        assert str(place.seq) in told
        assert told.endswith(".")


def test_an_entry_that_was_taken_out_is_missed(session: Session):
    tell(session, happenings.unlocked())
    tell(session, happenings.locked(is_idle=False))
    session.store.close()
    raw = connect(session.paths.store, session.key)
    for table in ("events", "audit_entries"):
        assert raw.execute(f"DELETE FROM {table} WHERE type = 'audit.unlocked'").rowcount == 1
    raw.close()
    again = open_session(session.paths, SECRET, ADMIN)
    chain = next(check for check in examine(again.store) if check.name == "chain")
    again.store.close()
    assert (chain.ok, chain.params["fault"]) == (False, "gap")


def test_what_comes_from_elsewhere_is_shown_once_however_damaged(session: Session):
    """Unreadable facts of another station: it is told that it happened, and by whom."""
    strange = [
        Happening(types.SIGN_IN_FAILED, {"account": 5}), Happening(types.EXPORTED, {"what": []}),
        Happening(types.PASSWORD_CHANGED, {"account": "x"}),
    ]  # fmt: skip
    tell(session, *strange)
    found = entries(session)[: len(strange)]
    names = session.store.read(account_names)
    for row in audit_rows(found, names, "vi"):
        assert row[1] == ADMIN
        assert row[3] == ""
    rows = lambda c: c.execute(select(audit_entries)).all()  # noqa: E731
    before = session.store.read(rows)
    every = session.store.read(lambda c: [one for part in read_all(c) for one in part])
    told = [event for event in every if event.type in types.EVERY_TYPE]
    session.store.write(
        lambda tx: AuditProjection().refold(tx.connection, told, tx.connection),
        actor=session.account,
    )
    assert session.store.read(rows) == before
    assert len(told) == len(before)
