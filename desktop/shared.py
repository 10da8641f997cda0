"""Creates and joins a store on a PostgreSQL server; this machine keeps its keys and its drafts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, exists, insert, select

from desktop.paths import DataPaths
from desktop.session import NewStore, find_unit, publish_shipped, set_aside
from desktop.wiring import projections
from models.accounts.commands import create_account
from models.accounts.queries import standing_accounts
from models.accounts.sign_in import sign_in
from models.clock import Clock
from models.errors import KnownError, UserError
from models.ids import uuid7
from models.journal.tables import events
from models.passwords import check_password
from models.permissions import Role
from models.settings.projection import SettingsProjection
from models.store.keys import create_keyring, load_keyring, save_keyring
from models.store.location import check_location
from models.store.schema import own_unit, store_state
from models.store.server import open_server
from models.store.server_place import save_place
from models.store.store import Store, Transaction
from models.text import search_key, tidy
from models.units.commands import define_unit
from models.units.queries import read_units
from models.units.unit import Unit


@contextmanager
def opened_server(url: str, file: Path, clock: Clock) -> Iterator[Store]:
    """Open the store at `url` for a while; `file` is what stands for it on this machine."""
    store = Store(open_server(url, file), clock, projections())
    try:
        yield store
    finally:
        store.close()


def create_shared(
    paths: DataPaths, url: str, *, unit_code: str, admin: str, password: str,
    unit_name: str | None = None, clock: Clock | None = None,
) -> NewStore:  # fmt: skip
    """Make a store of a unit in the empty database at `url`, and this machine's part of it.

    UserError for an unknown unit, a short password, an empty name, a wrong URL, or a database that
    holds a store already.
    """
    clock = clock or Clock()
    _check_here(paths, admin, password)
    unit, is_defined = find_unit(unit_code, unit_name, "named", clock)
    account = uuid7(clock.now_ms())

    def first_facts(tx: Transaction) -> None:
        if own_unit(tx.connection) is not None or _has_events(tx.connection):
            raise UserError("store.server_taken")
        _set_unit(tx, unit)
        create_account(tx, account, tidy(admin), role="administrator", unit=unit.code)
        if is_defined:
            define_unit(tx, unit)

    with opened_server(url, paths.server, clock) as store:
        store.write(first_facts, actor=account)
        publish_shipped(store, account, unit.code)
    return NewStore(unit, account, _keep_here(paths, url, account, admin, password))


def join_shared(
    paths: DataPaths, url: str, *, admin: str, password: str, unit_code: str | None = None,
    code: str | None = None, clock: Clock | None = None,
) -> NewStore:  # fmt: skip
    """Have this machine work on the database at `url`, under an account made there if it is new.

    A hub's database belongs to no unit until the first who joins names one: the unit whose settings
    and letterhead count there. Where this machine works on a server already, an account of it may
    give another address; its keys stay, and no recovery key is returned. UserError for another unit
    than the database's, or where none is told, and as of `sign_in`.
    """
    clock = clock or Clock()
    is_here = paths.server.exists()
    if not is_here:
        _check_here(paths, admin, password)
    with opened_server(url, paths.server, clock) as store:
        store.catch_up()
        if is_here:
            keyring = load_keyring(paths.keyring)
            came = sign_in(keyring, paths.attempts, admin, password, code, clock=clock)
            unit = _unit_of(store, unit_code, came.holder.id)
            save_place(paths.server, url, came.key, keyring.store_id)
            return NewStore(unit, came.holder.id, "")
        new = uuid7(clock.now_ms())
        unit = _unit_of(store, unit_code, new)
        account = store.write(lambda tx: _account_of(tx, new, tidy(admin), unit), actor=new)
        publish_shipped(store, account, unit.code)
    return NewStore(unit, account, _keep_here(paths, url, account, admin, password))


def _check_here(paths: DataPaths, admin: str, password: str) -> None:
    check_location(paths.folder)
    if paths.store.exists() or paths.server.exists():
        raise UserError("store.exists", folder=str(paths.folder))
    if not tidy(admin):
        raise UserError("accounts.name_empty")
    check_password(password)


def _keep_here(paths: DataPaths, url: str, account: UUID, admin: str, password: str) -> str:
    """Write this machine's keyring and the sealed address; return the recovery key to print."""
    keyring, key, recovery_key = create_keyring(account, tidy(admin), password)
    try:
        paths.folder.mkdir(parents=True, exist_ok=True)
        set_aside(paths, paths.folder / f"before-{keyring.store_id}")
    except OSError as error:
        raise KnownError("store.disk", path=str(paths.folder)) from error
    save_keyring(keyring, paths.keyring)
    save_place(paths.server, url, key, keyring.store_id)
    return recovery_key


def _unit_of(store: Store, code: str | None, account: UUID) -> Unit:
    """Return the database's unit, which is `code` from now on where it has none yet."""
    kept = store.read(own_unit)
    if kept is None and not code:
        raise UserError("store.unit_needed")
    if kept is not None and code and code.strip() != kept:
        raise UserError("store.other_unit", unit=kept)
    register = store.read(read_units)
    today = store.clock.today()
    unit = register.find((kept or code or "").strip(), today)
    if unit is None:
        raise UserError("units.unknown", code=kept or code, day=f"{today:%d/%m/%Y}")
    if kept is None:
        store.write(lambda tx: _set_unit(tx, unit), actor=account)
        # Until now the settings of every unit stood there.
        store.replace_projections([SettingsProjection()])
    return unit


def _set_unit(tx: Transaction, unit: Unit) -> None:
    tx.connection.execute(insert(store_state), {"key": "unit", "value": unit.code})


def _account_of(tx: Transaction, new: UUID, name: str, unit: Unit) -> UUID:
    """Return the standing account of that name, or make it: the first one may do everything.

    The others may key slips until an administrator gives them another role. A hub's database holds
    stations' accounts too, which are allowed nothing there and are other people's.
    """
    standing = standing_accounts(tx.connection)
    for account in standing:
        if search_key(account.name) == search_key(name):
            return account.id
    role = Role.COUNTER if standing else Role.ADMINISTRATOR
    create_account(tx, new, name, role=role, unit=unit.code)
    return new


def _has_events(connection: Connection) -> bool:
    return bool(connection.execute(select(exists().select_from(events))).scalar())
