from __future__ import annotations

import random
import tracemalloc
from base64 import b64encode
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgpack
import pytest
from pyrage import encrypt, x25519
from sqlalchemy import func, select

from exports.exchange import bundle
from exports.exchange import round as making
from exports.exchange.bundle import seal, unseal
from exports.exchange.files import read_bundle, write_bundle
from exports.exchange.wire import pack_body, read_body
from models.errors import UserError
from models.ids import derived_id
from models.journal.event import NewEvent
from models.journal.log import read_all
from models.journal.periods import Told
from models.journal.reconcile import Held
from models.journal.tables import events
from models.stations.card import read_card
from models.stations.commands import revoke
from models.stations.ledger import read_ledger
from models.stations.projection import ENROLLED
from models.stations.queries import enrolled
from models.store.doctor import examine
from tests.exports.exchange.pair import Station

Pair = tuple[Station, Station]
Change = Callable[[random.Random, bytes, bytes], bytes]
MUTATIONS = 10_000


def count(station: Station) -> int:
    query = select(func.count()).select_from(events)
    return station.session.store.read(lambda c: c.execute(query).scalar_one())


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(UserError) as caught:
        act()
    return caught.value.code


def test_what_one_recorded_the_other_has_and_reports(pair: Pair) -> None:
    here, there = pair
    slips = here.records(3)
    taken = there.takes(here.writes(there).sealed)
    assert (taken.new, taken.duplicates, taken.held, taken.quarantined) == (taken.events, 0, 0, 0)
    found = there.session.store.read(
        lambda c: {row.id for row in c.execute(select(events.c.entity.label("id")))}
    )
    assert set(slips) <= found
    assert [check.name for check in examine(there.session.store) if not check.ok] == []


def test_the_same_bundle_again_changes_nothing(pair: Pair) -> None:
    here, there = pair
    here.records(2)
    sealed = here.writes(there).sealed
    there.takes(sealed)
    before = count(there)
    again = there.takes(sealed)
    assert (again.new, again.duplicates) == (0, again.events)
    assert count(there) == before


def test_once_the_other_has_said_what_it_holds_only_what_is_new_is_sent(pair: Pair) -> None:
    here, there = pair
    here.records(5)
    there.takes(here.writes(there).sealed)
    here.takes(there.writes(here).sealed)
    assert here.writes(there).events == 0
    here.records(1)
    made = here.writes(there)
    assert made.events == 2  # a batch and its slip
    assert there.takes(made.sealed).new == 2


@pytest.mark.parametrize("is_recent", [True, False])
def test_who_recorded_more_while_a_stick_was_under_way_understands_it(
    pair: Pair, monkeypatch: pytest.MonkeyPatch, is_recent: bool
) -> None:
    here, there = pair
    if not is_recent:
        # As if years had gone by: all that both hold is told by sums.
        monkeypatch.setattr(making, "RECENT_MS", -10 * 365 * 24 * 3600 * 1000)
    there.takes(here.writes(there).sealed)
    here.takes(there.writes(here).sealed)
    here.records(5)
    there.takes(here.writes(there).sealed)
    stick = there.writes(here).sealed
    here.records(1)
    here.takes(stick)
    made = here.writes(there)
    if is_recent:
        assert made.events == 2  # a batch and its slip
    else:
        # What a sum stood for is not known any more: all goes once again, and nothing is lost.
        assert made.events == count(here)
    assert there.takes(made.sealed).new == 2
    here.takes(there.writes(here).sealed)
    assert here.writes(there).events == 0


def test_what_was_received_is_what_the_other_stated(pair: Pair) -> None:
    here, there = pair
    here.records(4)
    there.takes(here.writes(there).sealed)
    [before] = here.session.store.read(read_ledger).deliveries
    assert (before.received, before.heard_ms) == (0, None)
    assert before.waiting == before.recorded == count(here)
    here.takes(there.writes(here).sealed)
    [after] = here.session.store.read(read_ledger).deliveries
    # What came with that statement is the other's own: it holds that too.
    assert (after.recorded, after.received, after.waiting) == (count(here), count(here), 0)
    assert after.heard_ms is not None


def test_a_station_gets_only_what_it_may_read(here: Station, there: Station) -> None:
    here.enrols(there, ["06820"])
    there.enrols(here)
    here.records(2, unit="06811")
    wanted = here.records(1, unit="06820")
    there.takes(here.writes(there).sealed)
    units = there.session.store.read(
        lambda c: set(c.execute(select(events.c.unit).where(events.c.entity.in_(wanted))).scalars())
    )
    assert units == {"06820"}
    others = select(func.count()).where(
        events.c.unit == "06811", events.c.actor == here.session.account
    )
    assert there.session.store.read(lambda c: c.execute(others).scalar_one()) == 0


def test_who_it_is_not_for_cannot_open_it(pair: Pair, other: Station) -> None:
    here, there = pair
    sealed = here.writes(there).sealed
    assert refusal(lambda: other.takes(sealed)) == "exchange.not_for_us"


def test_a_station_that_is_not_enrolled_is_not_heard(here: Station, there: Station) -> None:
    here.enrols(there)
    sealed = here.writes(there).sealed
    assert refusal(lambda: there.takes(sealed)) == "exchange.unknown_sender"


def test_one_who_is_enrolled_cannot_enrol_others(pair: Pair, other: Station) -> None:
    here, there = pair
    kept = there.session.store.read(enrolled)
    card = other.own.card
    content = {
        "id": str(card.id), "at": str(there.id), "name": card.name, "unit": card.unit,
        "sign_key": b64encode(card.sign_key).decode(), "box_key": card.box_key,
        "reads": {"all": True},
    }  # fmt: skip
    entity = derived_id("enrolment", [str(there.id), str(card.id)])
    here.session.store.write(
        lambda tx: tx.append(NewEvent(ENROLLED, "06811", entity, content)),
        actor=here.session.account,
    )
    assert there.takes(here.writes(there).sealed).new > 0
    assert there.session.store.read(enrolled) == kept
    there.session.store.replace_projections()
    assert there.session.store.read(enrolled) == kept
    assert [check.name for check in examine(there.session.store) if not check.ok] == []


def test_a_revoked_station_is_neither_heard_nor_written_to(pair: Pair) -> None:
    here, there = pair
    sealed = here.writes(there).sealed
    there.session.store.write(lambda tx: revoke(tx, here.id), actor=there.session.account)
    assert refusal(lambda: there.takes(sealed)) == "exchange.revoked_sender"
    assert refusal(lambda: there.writes(here)) == "stations.not_enrolled"


def test_a_recipient_cannot_pass_it_on_as_if_it_were_meant_for_others(
    pair: Pair, other: Station
) -> None:
    here, there = pair
    other.enrols(here)
    inner = opened_inner(there, here.writes(there).sealed)
    resealed = encrypt(inner, [x25519.Recipient.from_str(other.own.card.box_key)])
    assert refusal(lambda: other.takes(resealed)) == "exchange.resealed"


def test_one_who_signs_in_another_s_name_is_refused(pair: Pair, other: Station) -> None:
    here, there = pair
    sealed = here.writes(there).sealed
    kind, sender, made, boxes, _, packed = msgpack.unpackb(opened_inner(there, sealed))
    signed = other.own.sign(msgpack.packb([kind, sender, made, boxes, packed]))
    forged = encrypt(
        msgpack.packb([kind, sender, made, boxes, signed, packed]),
        [x25519.Recipient.from_str(there.own.card.box_key)],
    )
    assert refusal(lambda: there.takes(forged)) == "exchange.forged"


def test_what_unpacks_to_far_too_much_is_refused(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = pair
    monkeypatch.setattr(bundle, "LARGEST_BODY", 1_000_000)
    bomb = seal(here.own, [there.own.card.box_key], bytes(50_000_000), made_ms=1)
    assert len(bomb) < 20_000
    assert refusal(lambda: there.takes(bomb)) == "exchange.too_large"
    monkeypatch.setattr(bundle, "LARGEST_BUNDLE", 1000)
    assert refusal(lambda: there.takes(bytes(1001))) == "exchange.too_large"


def test_a_small_bundle_takes_little_memory(pair: Pair, tmp_path: Path) -> None:
    here, there = pair
    here.records(1)
    path = tmp_path / "a.bundle"
    write_bundle(path, here.writes(there).sealed)
    there.takes(read_bundle(path))
    tracemalloc.start()
    try:
        there.takes(read_bundle(path))
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 16 << 20


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"age-encryption.org/v1", bytes(2000)])
def test_any_other_file_is_told_from_a_bundle(pair: Pair, data: bytes) -> None:
    assert refusal(lambda: pair[1].takes(data)) in {"exchange.no_bundle", "exchange.not_for_us"}


def flipped(draw: random.Random, data: bytes, other: bytes) -> bytes:
    place = draw.randrange(len(data))
    return data[:place] + bytes([data[place] ^ 1 << draw.randrange(8)]) + data[place + 1 :]


def cut(draw: random.Random, data: bytes, other: bytes) -> bytes:
    start, end = sorted(draw.sample(range(len(data)), 2))
    return data[:start] + data[end:]


def spliced(draw: random.Random, data: bytes, other: bytes) -> bytes:
    place = draw.randrange(1, min(len(data), len(other)))
    return data[:place] + other[place:]


def grown(draw: random.Random, data: bytes, other: bytes) -> bytes:
    place = draw.randrange(len(data))
    return data[:place] + other[: draw.randrange(1, 40)] + data[place:]


CHANGES: tuple[Change, ...] = (flipped, cut, spliced, grown)


def test_ten_thousand_changed_bundles_are_refused_and_change_nothing(pair: Pair) -> None:
    here, there = pair
    here.records(3)
    first = here.writes(there).sealed
    here.records(2)
    second = here.writes(there).sealed
    draw = random.Random(20261122)
    codes: set[str] = set()
    before = count(there)
    for number in range(MUTATIONS):
        changed = CHANGES[number % len(CHANGES)](draw, first, second)
        if changed in (first, second):
            continue
        codes.add(refusal(lambda sealed=changed: there.takes(sealed)))  # type: ignore[misc]
    assert codes <= {"exchange.not_for_us", "exchange.no_bundle", "exchange.damaged"}
    assert count(there) == before
    assert there.takes(second).new > 0


def test_what_a_recipient_changes_within_and_seals_again_is_refused(pair: Pair) -> None:
    here, there = pair
    here.records(3)
    first = opened_inner(there, here.writes(there).sealed)
    here.records(2)
    second = opened_inner(there, here.writes(there).sealed)
    draw = random.Random(7)
    box = x25519.Recipient.from_str(there.own.card.box_key)
    codes: set[str] = set()
    before = count(there)
    for number in range(MUTATIONS // 4):
        changed = CHANGES[number % len(CHANGES)](draw, first, second)
        if changed in (first, second):
            continue
        codes.add(refusal(lambda inner=changed: there.takes(encrypt(inner, [box]))))  # type: ignore[misc]
    assert codes <= {
        "exchange.forged", "exchange.damaged", "exchange.unknown_sender", "exchange.resealed",
    }  # fmt: skip
    assert "exchange.forged" in codes
    assert count(there) == before


def test_a_body_of_any_other_shape_is_a_sentence_and_no_crash(pair: Pair) -> None:
    here, _ = pair
    here.records(3)
    recorded = here.session.store.read(lambda c: [e for part in read_all(c) for e in part])
    told = Told({bytes(16): Held(3, bytes(32))}, {7: bytes(32)})
    body = pack_body([recorded[:4], recorded[4:]], told)
    found = read_body(body)
    assert sorted(found.events, key=lambda e: e.hash) == sorted(recorded, key=lambda e: e.hash)
    assert found.told == told
    draw = random.Random(11)
    taken = 0
    for number in range(MUTATIONS // 2):
        changed = CHANGES[number % len(CHANGES)](draw, body, body[::-1])
        with suppress(UserError):
            made = read_body(changed).events
            # What is still a body holds nothing but whole, unchanged events.
            assert {event.hash for event in made} <= {event.hash for event in recorded}
            taken += 1
    assert taken < MUTATIONS // 20


@pytest.mark.parametrize(
    "content",
    [
        None, 5, [],
        {"runs": 1, "words": [], "holds": []}, {"words": [], "runs": [[]], "holds": []},
        {"words": [], "runs": [[bytes(16), 1, bytes(32), bytes(32), []]], "holds": []},
        {"words": [], "runs": [], "holds": [[bytes(16), -1, bytes(32)]]},
        {"words": [], "runs": [], "holds": [[bytes(16), True, bytes(32)]]},
        {"words": [], "runs": [], "holds": [[bytes(15), 1, bytes(32)]]},
        {"words": [], "runs": [], "holds": [[bytes(16), 2**63, bytes(32)]]},
        {"words": [], "runs": [], "holds": [], "sums": [[-1, bytes(32)]]},
        {"words": [], "runs": [], "holds": [], "sums": [[1, bytes(31)]]},
        {"words": [], "runs": [], "holds": [], "sums": [1]},
    ],
)  # fmt: skip
def test_odd_bodies_are_refused(content: object) -> None:
    assert refusal(lambda: read_body(msgpack.packb(content))) == "exchange.damaged"


def test_an_erased_payload_stays_erased_on_its_way(pair: Pair) -> None:
    here, there = pair
    here.records(2)
    with here.session.store._writing() as connection:
        connection.exec_driver_sql("UPDATE events SET salt = NULL, payload = NULL WHERE seq = 2")
    there.takes(here.writes(there).sealed)
    erased = select(func.count()).where(events.c.payload.is_(None))
    assert there.session.store.read(lambda c: c.execute(erased).scalar_one()) >= 1
    assert [check.name for check in examine(there.session.store) if not check.ok] == []


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("06811", "06820"), lambda text: text[:-2], lambda text: "[]",
        lambda text: "null", lambda text: text.replace("age1", "age2"), lambda text: "x" * 9000,
        lambda text: text.replace('"kind"', '"kin"'), lambda text: "",
    ],
)  # fmt: skip
def test_a_card_that_was_changed_is_no_card(here: Station, change: Callable[[str], str]) -> None:
    text = here.own.card.to_text()
    assert read_card(text) == here.own.card
    assert refusal(lambda: read_card(change(text))) == "stations.bad_card"


def test_the_fingerprint_tells_stations_apart_and_is_easy_to_read_out(pair: Pair) -> None:
    one, other = (station.own.card.fingerprint for station in pair)
    assert one != other
    for words in (one, other):
        assert [len(group) for group in words.split()] == [5] * 6
        assert words.replace(" ", "").isdecimal()


def test_private_keys_are_in_no_representation(here: Station) -> None:
    assert here.own.box_secret not in repr(here.own)
    assert repr(here.own.sign_secret) not in repr(here.own)


def opened_inner(station: Station, sealed: bytes) -> bytes:
    """Return what is under the seal, as a recipient who means ill would get at it."""
    from pyrage import decrypt

    unseal(station.own, sealed)
    return decrypt(sealed, [x25519.Identity.from_str(station.own.box_secret)])

