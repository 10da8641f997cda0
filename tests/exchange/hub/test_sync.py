"""Two real stores and a running hub: what one recorded the other has, and who waits for what."""

from __future__ import annotations

import shutil
import ssl
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from ipaddress import ip_address
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from desktop.paths import DataPaths
from desktop.session import Session, open_session
from exports.exchange import hub_link
from exports.exchange.hub_link import HubLink
from exports.exchange.sync import Synced, choose_hub, sync
from exports.hub.administration import enrol_at_hub
from exports.hub.app import build_app
from exports.hub.database import HubDatabase, open_hub
from models.clock import Clock, local_time
from models.errors import KnownError, UserError
from models.journal.chain import verify_chain
from models.journal.event import NewEvent
from models.journal.reconcile import state_streams
from models.stations.commands import enrol
from models.stations.hub import HubPlace
from models.stations.ledger import read_ledger
from models.stations.own import OwnStation, make_own, read_own
from tests.conftest import ADMIN, SECRET
from tests.exchange.hub.server import Cluster, listening

UNIT = "06811"
Opener = Callable[[str], Session]


@pytest.fixture
def opened(tmp_path: Path, _template: Path) -> Iterator[Opener]:
    """Opens stores of the same unit, each with keys of its own."""
    sessions: list[Session] = []

    def open_one(name: str) -> Session:
        folder = tmp_path / name
        if not folder.exists():
            shutil.copytree(_template, folder)
        session = open_session(DataPaths(folder), SECRET, ADMIN)
        session.store.write(partial(make_own, name=name), actor=session.account)
        sessions.append(session)
        return session

    yield open_one
    for session in sessions:
        session.store.close()


def own_of(database: HubDatabase) -> OwnStation:
    own = database.read(read_own)
    assert own is not None
    return own


def introduce(session: Session, database: HubDatabase, units: list[str] | None = None) -> None:
    """Enrol a store and the hub at each other."""
    own = session.store.read(read_own)
    assert own is not None
    reads = [UNIT] if units is None else units
    database.administer(partial(enrol_at_hub, card=own.card, units=reads))
    hub = own_of(database).card
    session.store.write(partial(enrol, card=hub, units=None), actor=session.account)


def record(session: Session, number: int) -> None:
    news = [NewEvent("future.fact", UNIT, uuid4(), {"n": n}, parents=()) for n in range(number)]
    session.store.write(lambda tx: tx.append(*news), actor=session.account)


def run(session: Session, url: str, **options: int) -> Synced:
    place = choose_hub(session.store, url, actor=session.account)
    return sync(
        session.store, place.station, HubLink(place.url).post, actor=session.account, **options
    )


def held(session: Session) -> dict[bytes, object]:
    return session.store.read(lambda c: dict(state_streams(c, {UNIT})))


def test_what_one_recorded_the_other_has(
    database: HubDatabase, hub_url: str, opened: Opener
) -> None:
    one, other = opened("A"), opened("B")
    introduce(one, database)
    introduce(other, database)
    record(one, 50)
    record(other, 30)
    first = run(one, hub_url)
    assert first.pending == 0
    assert first.sent >= 50
    second = run(other, hub_url)
    assert second.pending == 0
    assert second.received >= 50
    assert run(one, hub_url).received >= 30
    assert held(one) == held(other)
    assert run(other, hub_url) == Synced(0, 0, 0, 0, 0)
    for session in (one, other):
        assert session.store.read(verify_chain) == []
        ledger = session.store.read(read_ledger)
        assert [delivery.waiting for delivery in ledger.deliveries] == [0]
    assert database.read(verify_chain) == []


def test_nothing_new_costs_one_request(
    database: HubDatabase, hub_url: str, opened: Opener
) -> None:
    one = opened("A")
    introduce(one, database)
    record(one, 10)
    run(one, hub_url)
    record(one, 5)
    asked: list[int] = []

    def post(sealed: bytes) -> bytes:
        asked.append(len(sealed))
        return HubLink(hub_url).post(sealed)

    hub = own_of(database).card.id
    assert sync(one.store, hub, post, actor=one.account).sent == 5
    assert sync(one.store, hub, post, actor=one.account).sent == 0
    assert len(asked) == 2
    assert asked[1] < 3000


def test_much_goes_in_several_requests_and_may_be_broken_off(
    database: HubDatabase, hub_url: str, opened: Opener
) -> None:
    one, other = opened("A"), opened("B")
    introduce(one, database)
    introduce(other, database)
    for _ in range(10):
        record(one, 30)
    said: list[tuple[int, int]] = []

    class EnoughError(Exception):
        pass

    def report(done: int, total: int) -> None:
        said.append((done, total))
        if done >= 100:
            raise EnoughError

    hub, post = own_of(database).card.id, HubLink(hub_url).post
    with pytest.raises(EnoughError):
        sync(one.store, hub, post, actor=one.account, report=report, most_events=40)
    assert all(done <= total for done, total in said)
    rest = sync(one.store, hub, post, actor=one.account, most_events=40)
    assert rest.pending == 0
    done, total = said[-1]
    assert rest.sent == total - done
    run(other, hub_url)
    assert held(other) == held(one) | held(other)
    assert run(one, hub_url).pending == 0


def test_a_restored_station_gets_its_own_events_back(
    database: HubDatabase, hub_url: str, opened: Opener, tmp_path: Path
) -> None:
    one = opened("A")
    introduce(one, database)
    record(one, 10)
    run(one, hub_url)
    one.store.close()
    shutil.copytree(tmp_path / "A", tmp_path / "kept")
    one = opened("A")
    record(one, 20)
    run(one, hub_url)
    expected = held(one)
    restored = opened("kept")
    assert run(restored, hub_url).received >= 20
    assert expected.items() <= held(restored).items()
    assert restored.store.read(verify_chain) == []


def test_a_restored_hub_gets_everything_again(
    database: HubDatabase, cluster: Cluster, hub_url: str, opened: Opener
) -> None:
    one = opened("A")
    introduce(one, database)
    record(one, 10)
    run(one, hub_url)
    # The same hub with an empty journal: as from a backup of the day on which it was set up.
    restored = open_hub(cluster.database())
    own_row = database.read(lambda c: c.exec_driver_sql("SELECT key, value FROM store_state").all())
    stations = database.read(lambda c: c.exec_driver_sql("SELECT * FROM stations").all())
    from models.stations.tables import stations as table
    from models.store.schema import store_state

    def fill(connection) -> None:
        for key, value in own_row:
            if key == "station":
                connection.execute(store_state.insert(), {"key": key, "value": value})
        connection.execute(table.insert(), [dict(row._mapping) for row in stations])

    restored.write(fill)
    with listening(build_app(restored)) as port:
        again = run(one, f"http://127.0.0.1:{port}")
    assert again.pending == 0
    assert again.sent >= 10
    found = restored.read(state_streams)
    assert {stream: found.get(stream) for stream in held(one)} == held(one)
    restored.close()


# what stands in the way


def refused(work: Callable[[], object]) -> str:
    with pytest.raises((KnownError, UserError)) as caught:
        work()
    return caught.value.code


def test_each_obstacle_has_its_sentence(
    database: HubDatabase, hub_url: str, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = opened("A")
    post = HubLink(hub_url).post
    choose = partial(choose_hub, one.store, actor=one.account)
    assert refused(lambda: choose(None)) == "hub.none_chosen"
    assert refused(lambda: choose(hub_url)) == "hub.not_enrolled"
    assert refused(lambda: choose("ftp://x")) == "hub.bad_url"
    assert refused(lambda: choose("http://127.0.0.1:1")) == "hub.unreachable"
    assert refused(lambda: choose(f"{hub_url}/elsewhere")) == "hub.odd_answer"
    hub = own_of(database).card
    one.store.write(partial(enrol, card=hub, units=None), actor=one.account)
    place = choose(hub_url)
    assert choose(None) == place == HubPlace(hub_url, hub.id)
    work = partial(sync, one.store, hub.id, actor=one.account)
    assert refused(lambda: work(post)) == "hub.refused"
    assert refused(lambda: work(lambda sealed: b"rubbish")) == "hub.odd_answer"
    assert refused(lambda: HubLink(hub_url).post(b"rubbish")) == "hub.damaged"
    introduce(one, database)
    kept: list[bytes] = []

    def keep(sealed: bytes) -> bytes:
        kept.append(post(sealed))
        return kept[-1]

    work(keep)
    # An old answer, even if well signed, is no receipt.
    assert refused(lambda: work(lambda sealed: kept[0])) == "hub.odd_answer"
    monkeypatch.setattr(hub_link, "LARGEST_ANSWER", 100)
    assert refused(lambda: work(post)) == "hub.odd_answer"


def certificate(folder: Path) -> tuple[Path, Path]:
    """Write a certificate that nobody vouches for, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = local_time(Clock().now_ms())
    address = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name)
        .public_key(key.public_key()).serial_number(1).not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1)).add_extension(address, critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    certificate_file, key_file = folder / "hub.pem", folder / "hub.key"
    certificate_file.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    key_file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )  # fmt: skip
    return certificate_file, key_file


def test_a_certificate_that_nobody_vouches_for_is_refused(
    database: HubDatabase, tmp_path: Path
) -> None:
    certificate_file, key_file = certificate(tmp_path)
    trusted = ssl.create_default_context(cafile=str(certificate_file))
    app = build_app(database)
    with listening(app, ssl_certfile=certificate_file, ssl_keyfile=key_file) as port:
        url = f"https://127.0.0.1:{port}"
        assert refused(HubLink(url).station) == "hub.bad_certificate"
        found: UUID = HubLink(url, tls=trusted).station()
        assert found == own_of(database).card.id
        assert refused(HubLink(f"http://127.0.0.1:{port}").station) == "hub.unreachable"
