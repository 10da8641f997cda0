"""Events are appended in chains, know what their author saw, and survive what fails around them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from desktop.paths import DataPaths
from desktop.session import Session, open_session
from models.clock import Clock
from models.errors import KnownError
from models.ids import uuid7
from models.journal.chain import verify_chain
from models.journal.event import (
    NO_PREVIOUS,
    Event,
    NewEvent,
    event_digest,
    join_parents,
    split_parents,
)
from models.journal.histories import read_entity
from models.journal.log import LAG, StreamState, after, head_ids, read_all
from models.journal.tables import events, streams
from models.json_text import canonical_json
from models.store.doctor import compare_projections
from tests.conftest import ADMIN, SECRET

UNIT = "06811"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=8,
)


def fact(entity: UUID, parents: tuple[UUID, ...] | None = None, **content: object) -> NewEvent:
    """An event of a type that this program does not know."""
    return NewEvent("future.fact", UNIT, entity, content, parents=parents, type_version=7)


def append(session: Session, *news: NewEvent) -> list[Event]:
    return session.store.write(lambda tx: tx.append(*news), actor=session.account)


def journal(session: Session) -> list[Event]:
    return session.store.read(lambda c: [event for chunk in read_all(c) for event in chunk])


def count_events(connection) -> int:
    return connection.execute(select(func.count()).select_from(events)).scalar_one()


def stream_rows(connection) -> list:
    return connection.execute(select(streams)).all()


def whole(session: Session) -> bool:
    return session.store.read(verify_chain) == []


def test_events_of_a_process_make_one_chain(session):
    made = append(session, fact(uuid7(1), ()), fact(uuid7(2), ())) + append(session, fact(uuid7(3)))
    assert [event.seq for event in made] == [1, 2, 3]
    assert [event.prev for event in made[1:]] == [event.hash for event in made[:-1]]
    assert len({event.stream for event in made}) == 1
    assert [event.hlc for event in made] == sorted({event.hlc for event in made})
    assert whole(session)


def test_ids_hold_the_time_and_salts_differ(session):
    one, two = append(session, fact(uuid7(1), (), a=1), fact(uuid7(2), (), a=1))
    assert one.event_id.version == 7
    assert one.event_id.int >> 80 == one.hlc >> 16
    assert one.salt != two.salt
    assert one.payload == two.payload == '{"a":1}'
    assert one.payload_hash != two.payload_hash


def test_each_process_begins_a_stream_that_follows_the_last_hash_written_here(session):
    last = append(session, fact(uuid7(1), ()))[-1]
    session.store.close()
    again = open_session(session.paths, SECRET, ADMIN)
    first = append(again, fact(uuid7(2), ()))[0]
    assert first.stream != last.stream
    assert (first.seq, first.prev) == (1, last.hash)
    assert whole(again)
    again.store.close()


def test_a_process_that_only_reads_leaves_no_stream(session):
    before = session.store.read(stream_rows)
    again = open_session(session.paths, SECRET, ADMIN)
    again.store.write(lambda tx: None, actor=session.account)
    again.store.close()
    assert session.store.read(stream_rows) == before


def test_the_very_first_event_of_a_store_follows_nothing(session):
    assert journal(session)[0].prev == NO_PREVIOUS


def test_two_processes_at_once_write_two_streams_and_both_are_whole(session):
    other = open_session(session.paths, SECRET, ADMIN)
    for number in range(5):
        append(session, fact(uuid7(number), ()))
        append(other, fact(uuid7(number + 100), ()))
    assert whole(session)
    assert len({event.stream for event in journal(session)}) == 3
    other.store.close()
    assert whole(session)


def test_a_restored_backup_shows_as_two_streams_with_one_predecessor(session, tmp_path):
    last = append(session, fact(uuid7(1), ()))[-1]
    session.store.close()
    backup = tmp_path / "backup"
    shutil.copytree(session.paths.folder, backup)
    first = {}
    for name, folder in (("here", session.paths.folder), ("restored", backup)):
        opened = open_session(DataPaths(Path(folder)), SECRET, ADMIN)
        first[name] = append(opened, fact(uuid7(2), ()))[0]
        opened.store.close()
    assert first["here"].prev == first["restored"].prev == last.hash
    assert first["here"].stream != first["restored"].stream


def test_a_command_that_fails_after_appending_leaves_the_chain_to_go_on(session):
    before = append(session, fact(uuid7(1), ()))[0]
    lost: list[Event] = []

    def fail(tx):
        lost.extend(tx.append(fact(uuid7(2), ())))
        raise RuntimeError("after all")

    for _ in range(2):
        with pytest.raises(RuntimeError):
            session.store.write(fail, actor=session.account)
    after = append(session, fact(uuid7(3), ()))[0]
    assert (after.seq, after.prev) == (before.seq + 1, before.hash)
    assert lost[0].event_id not in {event.event_id for event in journal(session)}
    assert whole(session)


def test_the_first_write_of_a_process_may_fail_too(session):
    def fail(tx):
        tx.append(fact(uuid7(2), ()))
        raise RuntimeError

    with pytest.raises(RuntimeError):
        session.store.write(fail, actor=session.account)
    assert append(session, fact(uuid7(3), ()))[0].seq == 1
    assert whole(session)


def test_a_refused_commit_leaves_the_chain_to_go_on(session, monkeypatch):
    before = append(session, fact(uuid7(1), ()))[0]

    def break_at_commit(tx):
        tx.append(fact(uuid7(2), ()))
        # A deferred constraint that fails is refused by the commit alone.
        tx.connection.exec_driver_sql(
            "CREATE TEMP TABLE parent (id INTEGER PRIMARY KEY)"
        )
        tx.connection.exec_driver_sql(
            "CREATE TEMP TABLE child (id INTEGER REFERENCES parent DEFERRABLE INITIALLY DEFERRED)"
        )
        tx.connection.exec_driver_sql("INSERT INTO temp.child VALUES (1)")

    with pytest.raises(KnownError):
        session.store.write(break_at_commit, actor=session.account)
    after = append(session, fact(uuid7(3), ()))[0]
    assert (after.seq, after.prev) == (before.seq + 1, before.hash)
    assert whole(session)


def test_the_stream_s_row_catches_up_while_writing_and_when_closing(session):
    append(session, *(fact(uuid7(number), ()) for number in range(LAG + 10)))
    for number in range(5):
        append(session, fact(uuid7(5000 + number), ()))
    assert whole(session)
    session.store.close()
    again = open_session(session.paths, SECRET, ADMIN)
    assert max(state.events for state in again.store.read(stream_rows)) == LAG + 15
    assert whole(again)
    again.store.close()


def test_an_entity_s_last_event_is_its_head(session):
    entity = uuid7(1)
    first = append(session, fact(entity, (), a=1))[0]
    second = append(session, fact(entity, a=2))[0]
    assert first.parents == ()
    assert second.parents == (first.event_id,)
    assert session.store.read(lambda c: head_ids(c, entity, UNIT)) == (second.event_id,)


def test_concurrent_edits_make_two_heads_and_a_decision_joins_them(session):
    entity = uuid7(1)
    root = append(session, fact(entity, ()))[0]
    ours = append(session, fact(entity, (root.event_id,), a=1))[0]
    theirs = append(session, fact(entity, (root.event_id,), a=2))[0]
    heads = session.store.read(lambda c: head_ids(c, entity, UNIT))
    assert set(heads) == {ours.event_id, theirs.event_id}
    assert whole(session)
    decision = append(session, fact(entity, a=2))[0]
    assert set(decision.parents) == {ours.event_id, theirs.event_id}
    assert session.store.read(lambda c: head_ids(c, entity, UNIT)) == (decision.event_id,)
    history = session.store.read(lambda c: read_entity(c, entity, UNIT))
    assert [event.event_id for event in history] == [
        root.event_id, ours.event_id, theirs.event_id, decision.event_id,
    ]  # fmt: skip
    assert whole(session)


def test_concurrent_edits_of_what_was_created_under_its_own_id_make_two_heads(session):
    entity = uuid7(1)
    creation = NewEvent("future.fact", UNIT, entity, {}, parents=(), is_creation=True)
    root = append(session, creation)[0]
    assert root.event_id == entity
    assert session.store.read(lambda c: head_ids(c, entity, UNIT)) == (entity,)
    append(session, fact(entity, (entity,), a=1))
    append(session, fact(entity, (entity,), a=2))
    assert len(session.store.read(lambda c: head_ids(c, entity, UNIT))) == 2
    assert whole(session)


def test_events_of_one_batch_follow_each_other(session):
    entity = uuid7(1)
    made = append(session, fact(entity, ()), fact(entity), fact(uuid7(2), ()), fact(entity))
    assert [event.parents for event in made] == [
        (), (made[0].event_id,), (), (made[1].event_id,),
    ]  # fmt: skip
    assert session.store.read(lambda c: head_ids(c, entity, UNIT)) == (made[3].event_id,)


def test_parents_that_are_given_are_kept_beside_what_stands_before_in_the_batch(session):
    entity = uuid7(1)
    root = append(session, fact(entity, ()))[0]
    seen = (root.event_id,)
    ours, theirs, decision = append(
        session, fact(entity, seen, a=1), fact(entity, seen, a=2), fact(entity, a=1)
    )
    assert (ours.parents, theirs.parents) == (seen, seen)
    assert set(decision.parents) == {ours.event_id, theirs.event_id}
    assert session.store.read(lambda c: head_ids(c, entity, UNIT)) == (decision.event_id,)
    assert whole(session)


@given(content=st.dictionaries(st.text(max_size=4), JSON, max_size=3))
def test_a_plain_content_is_what_its_text_gives_back(content):
    made = Event(
        UNIT, uuid7(1), bytes(16), 1, 1, "t", 1, uuid7(1), uuid7(1), (), bytes(16),
        canonical_json(content), bytes(32), NO_PREVIOUS, bytes(32), content,
    )  # fmt: skip
    assert made.content is content
    assert replace(made, seq=2).content == content
    assert made == replace(made, seq=1)



@given(st.booleans(), st.lists(st.sampled_from(["heads", "root", "nothing"]), max_size=6))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_batch_sees_what_it_would_see_one_by_one(session, is_creation, seen):
    """`seen` says what the author of each further event of an entity saw."""

    def written(by_one: bool) -> tuple[list[set[int]], set[int]]:
        entity = uuid7(1)
        root = NewEvent("future.fact", UNIT, entity, {}, parents=(), is_creation=is_creation)
        made = append(session, root)
        parents = {"heads": None, "root": (made[0].event_id,), "nothing": ()}
        news = [fact(entity, parents[what]) for what in seen]
        for part in [[new] for new in news] if by_one else [news]:
            made += append(session, *part)
        place = {event.event_id: at for at, event in enumerate(made)}
        heads = session.store.read(lambda c: head_ids(c, entity, UNIT))
        return [{place[one] for one in event.parents} for event in made], {
            place[one] for one in heads
        }

    assert written(by_one=True) == written(by_one=False)


def test_an_unknown_entity_has_no_head(session):
    assert session.store.read(lambda c: head_ids(c, uuid7(1), UNIT)) == ()
    assert session.store.read(lambda c: read_entity(c, uuid7(1), UNIT)) == []


def test_unknown_event_types_are_kept_and_leave_the_tables_alone(session):
    append(session, fact(uuid7(1), (), anything={"x": [1, "ặ"]}))
    assert journal(session)[-1].content == {"anything": {"x": [1, "ặ"]}}
    assert compare_projections(session.store, session.store.projections) == []
    session.store.replace_projections()
    assert journal(session)[-1].type_version == 7


def test_a_clock_set_back_never_puts_a_child_before_its_parent(session):
    session.store.close()
    wall = [Clock().now_ms() + 3_600_000]
    ahead = open_session(session.paths, SECRET, ADMIN, clock=Clock(lambda: wall[0]))
    entity = uuid7(1)
    first = append(ahead, fact(entity, ()))[0]
    wall[0] -= 7_200_000
    second = append(ahead, fact(entity))[0]
    ahead.store.close()
    again = open_session(session.paths, SECRET, ADMIN, clock=Clock(lambda: wall[0]))
    third = append(again, fact(entity))[0]
    again.store.close()
    assert first.hlc < second.hlc < third.hlc


def test_another_process_s_wrong_clock_never_puts_a_child_before_its_parent(session):
    # This one opened the store before the other wrote with its clock a day ahead.
    late = open_session(session.paths, SECRET, ADMIN, Clock(lambda: Clock().now_ms() + 86_400_000))
    entity = uuid7(1)
    parent = append(late, fact(entity, ()))[0]
    child = append(session, fact(entity))[0]
    assert parent.hlc < child.hlc
    late.store.close()


def test_the_journal_is_read_in_chunks_without_losing_any(session):
    append(session, *(fact(uuid7(number), ()) for number in range(25)))
    chunks = session.store.read(lambda c: list(read_all(c, chunk=10)))
    assert sum(len(chunk) for chunk in chunks) == session.store.read(count_events)
    assert max(len(chunk) for chunk in chunks) == 10


FIELDS = st.tuples(
    st.text("ab0", max_size=3), st.uuids(), st.binary(min_size=16, max_size=16), st.integers(0, 99),
    st.integers(0, 99), st.text("ab0", max_size=3), st.integers(0, 99), st.uuids(), st.uuids(),
    st.lists(st.uuids(), max_size=2).map(tuple), st.binary(max_size=2), st.binary(max_size=2),
)  # fmt: skip


@given(FIELDS, st.integers(0, 11), FIELDS)
def test_a_digest_tells_any_field_apart(fields, place, others):
    changed = (*fields[:place], others[place], *fields[place + 1 :])
    equal = event_digest(*fields) == event_digest(*changed)
    same = fields[place] == others[place] or (
        place == 9 and sorted(fields[9]) == sorted(others[9])
    )
    assert equal == same


def test_the_digest_of_known_fields_never_changes():
    # What is written today must verify for ever.
    made = event_digest(
        "06811", UUID(int=1), bytes(16), 1, 2, "survey.response_recorded", 1, UUID(int=2),
        UUID(int=3), (UUID(int=5), UUID(int=4)), bytes(32), NO_PREVIOUS,
    )  # fmt: skip
    assert made.hex() == "43f73ab86af38e10fcaf4bac99c5e3ebc0c26d064158a5dbdb6fda82b0ac82a9"


@given(st.lists(st.uuids(), max_size=4))
def test_parents_are_stored_in_one_order(parents):
    stored = join_parents(tuple(parents))
    assert stored == join_parents(tuple(reversed(parents)))
    assert sorted(split_parents(stored)) == sorted(parents)


@given(st.lists(st.binary(min_size=32, max_size=32), min_size=2, max_size=5))
def test_a_stream_s_digest_is_the_same_in_any_order_and_in_any_portions(digests):
    made = [
        Event(
            UNIT, uuid7(1), bytes(16), seq, seq, "t", 1, uuid7(2), uuid7(3), (), None, None,
            bytes(32), NO_PREVIOUS, digest,
        )
        for seq, digest in enumerate(digests, 1)
    ]  # fmt: skip
    start = StreamState(bytes(16))
    whole_at_once = after(start, made)
    assert after(after(start, made[:1]), made[1:]) == whole_at_once
    assert after(start, made[::-1]).digest == whole_at_once.digest
    assert (whole_at_once.events, whole_at_once.last_hash) == (len(digests), digests[-1])
    assert after(whole_at_once, made).digest == NO_PREVIOUS


def test_a_batch_sees_what_stands_before_it_in_the_same_batch(session):
    one, other = uuid7(1), uuid7(2)
    made = append(session, fact(one, ()), fact(other, ()), fact(one), fact(one), fact(other))
    ids = [event.event_id for event in made]
    assert [event.parents for event in made] == [(), (), (ids[0],), (ids[2],), (ids[1],)]
    heads = [session.store.read(lambda c, of=of: head_ids(c, of, UNIT)) for of in (one, other)]
    assert heads == [(ids[3],), (ids[4],)]
    assert whole(session)
