"""Published questionnaires: immutable, listed newest first, read as they were published."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text

from desktop.session import Session
from models.errors import UserError
from models.questionnaires.builtin import VISIT, builtin_path
from models.questionnaires.commands import publish
from models.questionnaires.queries import list_published, list_slip_forms, read_form
from models.questionnaires.xlsform import read_xlsform

FORM = read_xlsform(builtin_path("qn-18-2021"))


def put(session: Session, form) -> bool:
    return session.store.write(
        lambda tx: publish(tx, form, unit=session.unit), actor=session.account
    )


def events(session: Session) -> int:
    return session.store.read(lambda c: c.execute(text("SELECT count(*) FROM events")).scalar_one())


def test_a_new_store_has_the_shipped_questionnaires(session):
    assert session.store.read(lambda c: read_form(c, "qn-18-2021")) == FORM
    visit = session.store.read(lambda c: read_form(c, VISIT))
    assert visit == read_xlsform(builtin_path(VISIT))
    assert [item.code for item in session.store.read(list_published)] == [VISIT, "qn-18-2021"]


def test_slips_are_offered_every_questionnaire_but_the_visits(session):
    for form in (replace(FORM, code="a-khac"), replace(FORM, code=VISIT, version="sau")):
        assert put(session, form)
    listed = session.store.read(list_published)
    offered = session.store.read(list_slip_forms)
    assert [item.code for item in offered] == ["a-khac", "qn-18-2021"]
    assert offered == [item for item in listed if item.code != VISIT]


def test_a_questionnaire_is_named_in_the_reader_s_language(session):
    [slip] = session.store.read(list_slip_forms)
    assert slip.name("vi") == slip.title == FORM.titles["vi"]
    assert slip.name("en") == FORM.titles["en"] != slip.title
    assert put(session, replace(FORM, code="chi-viet", titles={"vi": "Chỉ tiếng Việt"}))
    found = {item.code: item.name("en") for item in session.store.read(list_slip_forms)}
    assert found["chi-viet"] == "Chỉ tiếng Việt"


def test_publishing_the_same_again_changes_nothing(session):
    before = events(session)
    assert not put(session, FORM)
    assert events(session) == before


def test_a_version_with_other_content_is_refused(session):
    before = events(session)
    with pytest.raises(UserError) as caught:
        put(session, replace(FORM, titles={"vi": "Khác"}))
    assert caught.value.code == "questionnaires.version_exists"
    assert events(session) == before


def test_versions_are_listed_newest_first_and_each_is_read_as_it_was(session):
    second = replace(FORM, version="sau", titles={"vi": "Phiếu sau"})
    third = replace(FORM, version="0", titles={"vi": "Phiếu cuối"})
    other = replace(FORM, code="a-khac")
    for form in (second, third, other):
        assert put(session, form)
    listed = session.store.read(list_published)
    assert [(item.code, item.version) for item in listed] == [
        ("a-khac", FORM.version), (VISIT, "2024.1"), ("qn-18-2021", "0"), ("qn-18-2021", "sau"),
        ("qn-18-2021", FORM.version),
    ]  # fmt: skip
    assert listed[2].title == "Phiếu cuối"
    assert session.store.read(lambda c: read_form(c, "qn-18-2021")) == third
    assert session.store.read(lambda c: read_form(c, "qn-18-2021", FORM.version)) == FORM
    session.store.replace_projections()
    assert session.store.read(list_published) == listed


@pytest.mark.parametrize(("code", "version"), [("khong-co", None), ("qn-18-2021", "9")])
def test_an_unknown_questionnaire_or_version_is_refused(session, code, version):
    with pytest.raises(UserError, match=r"questionnaires\.unknown"):
        session.store.read(lambda c: read_form(c, code, version))
