"""`hub serve | card | enrol | list | revoke`, at the hub, and `sync`, at a station."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from desktop.cli.exchange_commands import card_result, conflicts, find_station, station_result
from desktop.cli.invocation import Invocation, check_text
from exports.exchange.aggregates import state_aggregates
from exports.exchange.files import read_card_file
from exports.exchange.hub_link import HubLink
from exports.exchange.sync import choose_hub
from exports.exchange.sync import sync as sync_round
from models.clock import Clock
from models.errors import UserError
from models.permissions import Permission
from models.stations.commands import revoke
from models.stations.own import make_own
from models.stations.queries import enrolled
from models.store.files import write_atomically

if TYPE_CHECKING:
    from exports.hub.database import HubDatabase

Outcome = tuple[int, dict[str, Any]]
# What was said of all stations' figures is said anew within so many seconds.
_STATED_S: Final = 30.0


def serve(run: Invocation) -> Outcome:
    """Run the hub until it is told to stop."""
    with _database(run) as database:
        from desktop.shared import opened_server
        from exports.hub.app import identity
        from exports.hub.catching_up import CatchingUp
        from exports.hub.database import HUB_ACTOR
        from exports.hub.serve import read_address
        from exports.hub.serve import serve as serve_hub

        options = run.options
        address = read_address(options.listen)
        run.tell("hub.listening", name=identity(database).card.name, address=address)
        with opened_server(_url(run), Path("server"), Clock()) as store:
            keeping_up = [
                CatchingUp(store.catch_up),
                # For stations that may read nothing but figures.
                CatchingUp(partial(state_aggregates, store, actor=HUB_ACTOR), every_s=_STATED_S),
            ]
            for each in keeping_up:
                each.start()
            try:
                serve_hub(
                    database, address,
                    certificate=Path(options.tls_cert) if options.tls_cert else None,
                    key=Path(options.tls_key) if options.tls_key else None,
                )  # fmt: skip
            finally:
                for each in keeping_up:
                    each.stop()
    return 0, {}


def card(run: Invocation) -> Outcome:
    """Write the hub's card, made on first use."""
    with _database(run) as database:
        own = database.administer(partial(make_own, name=run.options.name))
    path = Path(run.options.out)
    write_atomically(path, own.card.to_text().encode(), refused="exchange.not_written")
    return 0, {**card_result(own.card), "file": str(path.absolute())}


def enrol_station(run: Invocation) -> Outcome:
    """Let a station exchange through the hub; two people compare the fingerprint."""
    found = read_card_file(Path(run.options.file))
    reads = run.options.reads or [found.unit]
    units = None if reads == ["all"] else reads
    with _database(run) as database:
        from exports.hub.administration import enrol_at_hub

        database.administer(partial(enrol_at_hub, card=found, units=units))
    run.tell("commands.compare_fingerprint", name=found.name, fingerprint=found.fingerprint)
    return 0, {**card_result(found), "reads": reads}


def list_stations(run: Invocation) -> Outcome:
    """List the stations that were enrolled at the hub."""
    with _database(run) as database:
        known = database.read(enrolled)
    return 0, {"stations": [station_result(station) for station in known.values()]}


def revoke_station(run: Invocation) -> Outcome:
    """Have the hub take nothing more from a station, and give it nothing more."""
    with _database(run) as database:
        station = find_station(database.read(enrolled), run.options.id)
        database.administer(partial(revoke, station=station))
    return 0, {"id": str(station)}


def sync(run: Invocation) -> Outcome:
    """Exchange one round with the hub."""
    session = run.open(Permission.EXCHANGE)
    try:
        place = choose_hub(session.store, run.options.hub, actor=session.account)
        state_aggregates(session.store, actor=session.account)
        done = sync_round(
            session.store, place.station, HubLink(place.url).post, actor=session.account
        )
        waiting = session.store.read(conflicts)
    finally:
        session.store.close()
    counts = {"sent": done.sent, "received": done.received, "pending": done.pending}
    run.tell("hub.synced", **counts)
    return 0, {
        **counts, "conflicts": waiting, "held": done.held, "quarantined": done.quarantined,
    }  # fmt: skip


def _url(run: Invocation) -> str:
    url: str = run.options.database or os.environ.get("MOTCUA_HUB_DATABASE", "")
    if not url:
        raise UserError("hub.no_database")
    check_text(url)
    return url


@contextmanager
def _database(run: Invocation) -> Iterator[HubDatabase]:
    url = _url(run)
    try:
        import psycopg  # noqa: F401 - asked for by name, to say what is missing
        import starlette  # noqa: F401
        import uvicorn  # noqa: F401
    except ImportError as error:
        raise UserError("hub.not_installed") from error
    from exports.hub.database import open_hub

    database = open_hub(url)
    try:
        yield database
    finally:
        database.close()
