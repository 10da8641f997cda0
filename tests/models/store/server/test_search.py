"""The search on PostgreSQL finds what the search in a file finds, in the same order."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from desktop.session import Session
from models.households.commands import check_household
from models.households.demo import made_rows
from models.households.list_commands import import_list
from models.households.list_plan import plan_list
from models.households.queries import search_households
from models.store.store import Store
from tests.conftest import UNIT
from tests.models.households.conftest import Register, row
from tests.models.households.test_search import searches
from tests.models.store.server.conftest import Opener
from tests.models.store.server.facts import events_of

ODD = (
    "Nguyễn Thị Ả", "O'Brien \\ & Sons", "100% đúng_sai", "Đinh’s :* | !", "ÀÁẢÃẠ", "x²y", "ẞtraße",
)  # fmt: skip
ODD_PARTS = ("o'b", "_sai", "100%", "\\", "’s", "x²", "strasse", "&", "0912 nguyen", UNIT)
SIGNS = st.sampled_from("aăđnguy ễn0129/.,:;'\\%_&|!*()-²ß\"")


@pytest.fixture
def both(session: Session, open_store: Opener) -> tuple[Session, Store]:
    """The same register in a file and on a server."""
    register = Register(session)
    register.take(made_rows(200, 90, 11))
    register.take([
        row(number, name, street=name, list_code=f"06811-{number:03}_a")
        for number, name in enumerate(ODD, 1)
    ])  # fmt: skip
    first = register.read(search_households, "nguyen")[0]
    register.write(check_household, first.id, outcome="sai_thong_tin",
                   values={"name": "Phạm Quý Đôn", "phone": "0333444555"})  # fmt: skip
    server = open_store()
    server.write(lambda tx: tx.take_in(events_of(session.store)), actor=session.account)
    return session, server


def found(store: Store, typed: str, limit: int) -> list[object]:
    return [
        (one.id, one.name)
        for one in store.read(lambda c: search_households(c, typed, limit=limit))
    ]


def test_what_somebody_may_type_finds_the_same(both: tuple[Session, Store]):
    session, server = both
    typed = [*searches(session), *ODD, *ODD_PARTS, "don 0333", "phuong 0", "12/3 khu 1", "196"]
    hits = 0
    for words in typed:
        for limit in (1, 5, 50):
            in_file = found(session.store, words, limit)
            assert found(server, words, limit) == in_file, words
            hits += len(in_file)
    assert hits > 100


def test_whatever_is_typed_finds_the_same(both: tuple[Session, Store]):
    session, server = both
    names = [one for _, one in found(session.store, "n", 50)]
    pick = random.Random(2)

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.text(SIGNS, max_size=14), st.integers(0, 49))
    def same(typed: str, at: int) -> None:
        part = names[at % len(names)][: pick.randrange(8)]
        words = f"{part} {typed}"
        assert found(server, words, 20) == found(session.store, words, 20)

    same()


def test_a_rebuilt_index_finds_the_same(both: tuple[Session, Store]):
    session, server = both
    server.replace_projections()
    for words in ("nguyen", "phạm quý", "0333444"):
        assert {one for one, _ in found(server, words, 50)} == {
            one for one, _ in found(session.store, words, 50)
        }
    counted = text("SELECT (SELECT count(*) FROM household_words), count(*) FROM households")
    words, rows = server.read(lambda connection: connection.execute(counted).one())
    assert words == rows == 207


def test_after_a_list_the_server_knows_what_there_is(open_store: Opener, session: Session):
    server = open_store()
    rows = made_rows(1000, 300, 5)
    plan = server.read(lambda connection: plan_list(connection, rows))
    server.write(
        lambda tx: import_list(tx, plan, unit=UNIT, title="1", columns={}, header=[]),
        actor=session.account,
    )
    known = text("SELECT reltuples FROM pg_class WHERE relname = 'household_words'")
    assert server.read(lambda connection: connection.execute(known).scalar()) == 1000
