"""The line to the server is encrypted wherever it leaves the machine, and nobody has to ask."""

from __future__ import annotations

import datetime as dt
import socket
import socketserver
import ssl
import struct
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from sqlalchemy import make_url

from desktop.wiring import projections
from models.clock import Clock
from models.errors import KnownError
from models.store import server_line
from models.store.server import open_server
from models.store.server_doctor import check_server
from models.store.server_line import is_here, with_tls
from models.store.store import Store

ADDRESS = "postgresql+psycopg://motcua:secret@{}/motcua{}"


@pytest.mark.parametrize(
    ("host", "query", "mode"),
    [
        ("10.0.0.5", "", "require"), ("may-chu", "", "require"), ("[2001:db8::1]", "", "require"),
        ("10.0.0.5", "?sslmode=verify-full", "verify-full"),
        ("10.0.0.5", "?sslmode=disable", "disable"),
        ("", "?host=10.0.0.5", "require"), ("", "?host=127.0.0.1,10.0.0.5", "require"),
        ("localhost", "", None), ("127.0.0.1", "", None), ("[::1]", "", None),
        ("", "?host=/var/run/postgresql", None), ("", "", None),
        # What only looks like this machine is not.
        ("localhost.example.org", "", "require"), ("127.0.0.1.example.org", "", "require"),
    ],
)  # fmt: skip
def test_what_leaves_the_machine_is_encrypted(host: str, query: str, mode: str | None) -> None:
    url = make_url(ADDRESS.format(host, query))
    assert with_tls(url).query.get("sslmode") == mode
    assert with_tls(url).password == "secret"


def make_certificate(name: str, folder: Path) -> tuple[Path, Path]:
    """Write a certificate that signs itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now, day = dt.datetime.now(dt.UTC), dt.timedelta(days=1)
    made = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(subject)
        .public_key(key.public_key()).serial_number(x509.random_serial_number())
        .not_valid_before(now - day).not_valid_after(now + day)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    certificate, secret = folder / f"{name}.crt", folder / f"{name}.key"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ))  # fmt: skip
    return certificate, secret


# What a client sends first to ask for TLS, before any word of PostgreSQL's own protocol.
TLS_WANTED = struct.pack("!ii", 8, 80877103)


class Gate(socketserver.ThreadingTCPServer):
    """A port before a server that itself listens on a socket only; it may speak TLS."""

    daemon_threads = True

    def __init__(self, server: str) -> None:
        super().__init__(("127.0.0.1", 0), Passing)
        self.server = server
        self.tls: ssl.SSLContext | None = None


class Passing(socketserver.BaseRequestHandler):
    """Hands on what each side says, until one has said all."""

    def handle(self) -> None:
        gate, client = self.server, self.request
        assert isinstance(gate, Gate)
        first = client.recv(8)
        if first == TLS_WANTED:
            client.sendall(b"S" if gate.tls else b"N")
            if gate.tls:
                # A client that does not trust the certificate goes away in the middle.
                with suppress(OSError), gate.tls.wrap_socket(client, server_side=True) as veiled:
                    self.pass_on(veiled, veiled.recv(8))
                return
            first = client.recv(8)
        self.pass_on(client, first)

    def pass_on(self, client: socket.socket, first: bytes) -> None:
        if not first:
            return
        with socket.socket(socket.AF_UNIX) as there:
            there.connect(self.server.server)  # type: ignore[attr-defined]
            there.sendall(first)
            back = threading.Thread(target=hand_on, args=(there, client))
            back.start()
            hand_on(client, there)
            back.join()


def hand_on(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while said := one.recv(65536):
            other.sendall(said)
    with suppress(OSError):
        other.shutdown(socket.SHUT_WR)


@dataclass(frozen=True)
class Network:
    """A server behind a port of this machine, and the certificate that it may show."""

    url: str
    gate: Gate
    root: Path

    def address(self, host: str, **query: str) -> str:
        """Return the server's URL by way of the port."""
        url = make_url(self.url).set(host=host, port=self.gate.server_address[1], query=query)
        return url.render_as_string(hide_password=False)


@pytest.fixture
def network(database_url: str, tmp_path: Path) -> Iterator[Network]:
    """A server on the network, without TLS so far."""
    (folder,) = {make_url(database_url).query["host"]}
    certificate, _ = make_certificate("localhost", tmp_path)
    with Gate(f"{folder}/.s.PGSQL.5432") as gate:
        thread = threading.Thread(target=gate.serve_forever, args=(0.05,))
        thread.start()
        yield Network(database_url, gate, certificate)
        gate.shutdown()
        thread.join()


def open_store(url: str, folder: Path) -> Store:
    return Store(open_server(url, folder / "server"), Clock(), projections())


def refused(url: str, folder: Path) -> str:
    with pytest.raises(KnownError) as caught:
        open_store(url, folder).close()
    return caught.value.code


def test_a_server_without_tls_is_refused_beyond_this_machine(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(network.address("127.0.0.1"), tmp_path)
    assert check_server(store).code == "doctor.server_local"
    store.close()
    # From here on that address is somebody else's.
    monkeypatch.setattr(server_line, "is_here", lambda host: not host)
    assert refused(network.address("127.0.0.1"), tmp_path) == "store.server_no_tls"
    store = open_store(network.address("127.0.0.1", sslmode="disable"), tmp_path)
    found = check_server(store)
    assert (found.ok, found.code) == (False, "doctor.server_open_line")
    store.close()


def test_a_server_with_tls_is_spoken_to_and_known_by_its_certificate(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_line, "is_here", lambda host: not host)
    network.gate.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    network.gate.tls.load_cert_chain(network.root, network.root.with_suffix(".key"))
    trusted = {"sslmode": "verify-full", "sslrootcert": str(network.root)}
    for url in (network.address("127.0.0.1"), network.address("localhost", **trusted)):
        store = open_store(url, tmp_path)
        found = check_server(store)
        assert (found.ok, found.code) == (True, "doctor.server_ok")
        store.close()
    stranger, _ = make_certificate("stranger", tmp_path)
    missing = tmp_path / "missing.crt"
    wrong = (("localhost", stranger), ("127.0.0.1", network.root), ("localhost", missing))
    for host, root in wrong:
        url = network.address(host, sslmode="verify-full", sslrootcert=str(root))
        assert refused(url, tmp_path) == "store.server_not_trusted", host


def test_this_machine_is_known_in_each_of_its_names() -> None:
    here = ["", "/run/x", "localhost", "127.0.0.1", "127.3.2.1", "::1", "127.0.0.1:5432"]
    assert all(map(is_here, here))
    assert not any(map(is_here, ["10.0.0.1", "fe80::1", "0.0.0.0", "may-chu", "192.0.2.1:5432"]))
