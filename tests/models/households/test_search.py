"""Search against a plain look at every household, whichever way the index is asked."""

from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import FrozenInstanceError, fields
from functools import partial

import pytest
from sqlalchemy import select

from desktop.session import Session
from models.households import search
from models.households.commands import check_household, merge
from models.households.demo import demo_rows
from models.households.list_commands import import_list
from models.households.list_plan import plan_list
from models.households.queries import search_households
from models.households.records import Household, filled_household
from models.households.tables import households
from tests.conftest import UNIT

LIMIT = 20
SEED = 5


@pytest.fixture
def town(session: Session) -> Session:
    """A store with households of two wards."""
    rows = [*demo_rows()[:250], *demo_rows()[-250:]]
    plan = session.store.read(lambda connection: plan_list(connection, rows))
    session.store.write(
        lambda tx: import_list(tx, plan, unit=UNIT, title="1", columns={}, header=[]),
        actor=session.account,
    )
    return session


def folded(text: str) -> str:
    marks = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(sign for sign in marks if not unicodedata.combining(sign))


def rows_of(session: Session):
    query = select(households).where(households.c.merged_into.is_(None)).order_by(households.c.key)
    return session.store.read(lambda connection: connection.execute(query).mappings().all())


def plainly(session: Session, typed: str) -> list[object]:
    """Return the ids of the first households that hold every word that was typed."""
    found = []
    for row in rows_of(session):
        fields = ("name", "house_number", "street", "address", "hamlet")
        texts = [row[name] or "" for name in fields]
        words = re.findall(r"[^\W_]+", folded(" ".join(texts)))
        codes = " ".join(row[name] or "" for name in ("code", "place_id", "phone", "list_code"))

        def begins(piece: str, words: list[str] = words) -> bool:
            return any(word.startswith(piece) for word in words)

        def holds(chunk: str, codes: str = codes.casefold()) -> bool:
            pieces = re.findall(r"[^\W_]+", chunk)
            is_code = len(chunk) >= 3 and any(sign.isdigit() for sign in chunk)
            if is_code and chunk in codes:
                return True
            return all(map(begins, pieces)) and bool(pieces or not is_code)

        if all(map(holds, (chunk.strip(",.;:") for chunk in folded(typed).split()))):
            found.append(row["id"])
    return found


def searches(session: Session) -> list[str]:
    """Return what somebody may type: parts of what stands, in any order, and what does not."""
    pick = random.Random(SEED)
    made = ["qqq", "phuocc", "091 qqq", "k", "12/3", "0 1 2", "đường"]
    for row in pick.sample(rows_of(session), 60):
        name, address = row["name"].split(), re.split(r"[ ,]+", row["address"])
        codes = [row[field] for field in ("code", "phone", "list_code") if row[field]] or ["0911"]
        code = pick.choice(codes)
        start = pick.randrange(len(code) - 3)
        parts = [*name, *address[:5], code[start : start + pick.randint(3, 8)]]
        chosen = pick.sample(parts, pick.randint(1, 4))
        chosen[0] += pick.choice(("", "", ","))
        chosen[-1] = chosen[-1][: pick.randint(1, len(chosen[-1]))]
        made.append(" ".join(chosen))
    return made


@pytest.mark.parametrize(("looked_at", "terms"), [(1, 20), (7, 2), (400, 20)])
def test_the_index_finds_what_a_plain_look_finds(
    town: Session, monkeypatch: pytest.MonkeyPatch, looked_at: int, terms: int
) -> None:
    monkeypatch.setattr(search, "_MOST_LOOKED_AT", looked_at)
    monkeypatch.setattr(search, "_MOST_TERMS", terms)
    for typed in searches(town):
        found = town.store.read(
            lambda connection: search_households(connection, typed, limit=LIMIT)  # noqa: B023
        )
        right = plainly(town, typed)
        shown = [one.id for one in found]
        assert len(shown) == min(len(right), LIMIT), typed
        assert shown == [one for one in right if one in shown], typed


def test_a_long_beginning_finds_every_word_that_begins_so(town: Session) -> None:
    rows = rows_of(town)
    names = ("Nghiêm An", "Nghiện Bê", "Nghiệp Ca", "Nghi Dê")
    for row, name in zip(rows, names, strict=False):
        town.store.write(
            partial(check_household, household=row["id"], outcome="dung", values={"name": name}),
            actor=town.account,
        )
    found = town.store.read(lambda connection: search_households(connection, "nghiê"))
    assert {*names[:3]} <= {one.name for one in found}
    assert [one.id for one in found] == plainly(town, "nghiê")[:50]


def test_a_record_filled_at_once_is_a_record_as_any_other() -> None:
    values = range(len(fields(Household)))
    filled = filled_household(*values)
    assert type(filled) is Household
    assert (filled, hash(filled)) == (Household(*values), hash(Household(*values)))
    with pytest.raises(FrozenInstanceError):
        filled.name = ""


def test_what_holds_no_letter_and_no_digit_finds_nothing(town: Session) -> None:
    for typed in ("", "  ", "-", '"*"', "()", "%"):
        assert town.store.read(lambda connection: search_households(connection, typed)) == []  # noqa: B023


@pytest.mark.parametrize("typed", ['nguyen"', "* minh", "minh OR", "NEAR(a b)", "words:minh"])
def test_signs_of_the_index_own_language_are_only_signs(town: Session, typed: str) -> None:
    found = town.store.read(lambda connection: search_households(connection, typed, limit=LIMIT))
    assert [one.id for one in found] == plainly(town, typed)[:LIMIT]


@pytest.mark.parametrize(
    ("typed", "is_held"),
    [
        ("lan", True), ("oang", False), ("nh lan", False), ("anh lan", True), ("ngõ 21", True),
        ("5", False), ("912", True), ("12/3", True), ("2/3x", False), ("lan 912 anh", True),
    ],
)  # fmt: skip
def test_a_word_is_held_by_its_beginning_and_a_code_by_any_part(
    typed: str, is_held: bool
) -> None:
    wanted = search.read_wanted(typed)
    assert wanted.is_held("Lê Hà-Lan", "Số 12/3,ngõ 21 Hoàng Anh", "HB-55 0912000111") is is_held


def test_a_household_is_found_under_what_stands_now(town: Session) -> None:
    row = rows_of(town)[3]
    town.store.write(
        lambda tx: check_household(
            tx, row["id"], outcome="sai_thong_tin", values={"name": "Zoãng Thị Mới"}
        ),
        actor=town.account,
    )
    (found,) = town.store.read(lambda connection: search_households(connection, "zoang moi"))
    assert (found.id, found.outcome, found.has_plate) == (row["id"], "sai_thong_tin", False)
    assert found.checked_by == town.account
    old = town.store.read(lambda connection: search_households(connection, row["name"], limit=500))
    assert row["id"] not in {one.id for one in old}


def test_a_merged_household_is_not_found_any_more(town: Session) -> None:
    kept, gone = rows_of(town)[:2]
    town.store.write(lambda tx: merge(tx, kept["id"], gone["id"]), actor=town.account)
    found = town.store.read(
        lambda connection: search_households(connection, gone["list_code"], limit=LIMIT)
    )
    assert gone["id"] not in {one.id for one in found}
