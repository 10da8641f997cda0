"""Creates and opens a store for one person: key, engine, migrations, projections."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from uuid import UUID

from sqlalchemy import insert

from desktop.machine import machine_mark
from desktop.paths import DataPaths
from desktop.untold import leave_untold
from desktop.wiring import authority, projections
from models.accounts.commands import create_account
from models.accounts.projection import NO_ROLE
from models.accounts.queries import role_of
from models.accounts.sign_in import let_in_again, sign_in
from models.audit.happenings import password_changed
from models.clock import Clock
from models.errors import KnownError, UserError
from models.ids import uuid7
from models.permissions import Permission
from models.questionnaires.builtin import BUILTIN, builtin_path
from models.questionnaires.commands import publish_shipped as publish_forms
from models.questionnaires.queries import list_published
from models.store.damage import DAMAGE, clear_damage, note_damage, refuse_damaged
from models.store.database import FileDatabase
from models.store.engine import open_engine, told
from models.store.keys import (
    KeyHolder,
    Keyring,
    create_keyring,
    load_keyring,
    recover,
    save_keyring,
    set_password,
    set_second_factor,
)
from models.store.location import check_location
from models.store.look import refuse_cut
from models.store.migrate import migrate
from models.store.schema import HEAD, own_unit, store_state
from models.store.store import Store, Transaction
from models.text import tidy
from models.units.commands import define_unit
from models.units.unit import Unit, UnitRegister, shipped_units


@dataclass(frozen=True, slots=True)
class Session:
    """An open store and who opened it; `key` opens the drafts beside it.

    `role` is what the account was allowed when it came in: what screens show goes by it, while
    commands ask the store each time. `machine` is the mark that the audit bears.
    """

    store: Store
    paths: DataPaths
    account: UUID
    account_name: str
    unit: str
    key: bytes = field(repr=False)
    must_change_password: bool = False
    role: str = NO_ROLE
    has_second_factor: bool = False
    machine: str = ""

    def demand(self, permission: Permission) -> None:
        """Raise UserError unless who opened the store is allowed something."""
        self.store.demand(permission, actor=self.account)


@dataclass(frozen=True, slots=True)
class NewStore:
    """What `init` made; the recovery key is shown this once."""

    unit: Unit
    account: UUID
    recovery_key: str = field(repr=False)


def create_store(
    paths: DataPaths, *, unit_code: str, admin: str, password: str, unit_name: str | None = None,
    unit_kind: str = "named", clock: Clock | None = None,
    fill: Callable[[Store, UUID], None] | None = None, is_sample: bool = False,
) -> NewStore:  # fmt: skip
    """Create a store with one administrator; nothing is left of it when anything fails.

    Arguments and errors as of `prepare_store`, and `place_store` puts it in place at once.
    """
    made = prepare_store(
        paths, unit_code=unit_code, admin=admin, password=password, unit_name=unit_name,
        unit_kind=unit_kind, clock=clock, fill=fill,
    )  # fmt: skip
    place_store(paths, made, is_sample=is_sample)
    return made


def prepare_store(
    paths: DataPaths, *, unit_code: str, admin: str, password: str, unit_name: str | None = None,
    unit_kind: str = "named", clock: Clock | None = None,
    fill: Callable[[Store, UUID], None] | None = None,
) -> NewStore:  # fmt: skip
    """Make a store in a folder of its own: it is none before `place_store`, once its key is kept.

    `fill` adds to it; what it raises leaves nothing behind. Another call begins anew. UserError for
    a folder with a store, an unknown unit, a password that is too weak or an empty name.
    """
    clock = clock or Clock()
    check_location(paths.folder)
    _refuse_second(paths)
    if not tidy(admin):
        raise UserError("accounts.name_empty")
    unit, is_defined = find_unit(unit_code, unit_name, unit_kind, clock)
    account = uuid7(clock.now_ms())
    keyring, key, recovery_key = create_keyring(account, tidy(admin), password)
    making = _making(paths)
    try:
        drop_prepared(paths)
        making.folder.mkdir(parents=True)
        _fill_new(making, key, clock, account, tidy(admin), unit, is_defined, fill)
        save_keyring(keyring, making.keyring)
    except OSError as error:
        drop_prepared(paths)
        raise KnownError("store.disk", path=str(paths.folder)) from error
    except BaseException:
        drop_prepared(paths)
        raise
    return NewStore(unit, account, recovery_key)


def place_store(paths: DataPaths, made: NewStore, *, is_sample: bool = False) -> None:
    """Move a prepared store in place, the data file last; `is_sample` marks it as not real.

    What an earlier store left is set aside, never lost. UserError where a store came meanwhile.
    """
    making = _making(paths)
    _refuse_second(paths)
    try:
        set_aside(paths, paths.folder / f"before-{made.account}")
        if is_sample:
            paths.sample_mark.touch()
        else:
            paths.sample_mark.unlink(missing_ok=True)
        _wanted(making).touch()
        making.keyring.replace(paths.keyring)
        making.store.replace(paths.store)
        clear_damage(paths.store)
    except OSError as error:
        if not making.keyring.exists() and not paths.store.exists():
            # Keys without a store would be taken for a store that somebody moved away.
            paths.keyring.unlink(missing_ok=True)
        raise KnownError("store.disk", path=str(paths.folder)) from error
    finally:
        drop_prepared(paths)


def drop_prepared(paths: DataPaths) -> None:
    """Remove a store that was made and not put in place: its recovery key nobody has."""
    shutil.rmtree(_making(paths).folder, ignore_errors=True)


def _making(paths: DataPaths) -> DataPaths:
    return DataPaths(paths.folder / ".making")


def _wanted(making: DataPaths) -> Path:
    """Return the mark of a prepared store whose recovery key is kept."""
    return making.folder / "wanted"


def _finish_placing(paths: DataPaths) -> None:
    """Put in place what a kill between the two files left behind."""
    making = _making(paths)
    if _wanted(making).exists() and making.store.exists() and not making.keyring.exists():
        try:
            making.store.replace(paths.store)
        except OSError as error:
            raise KnownError("store.disk", path=str(paths.folder)) from error
        drop_prepared(paths)


def _refuse_second(paths: DataPaths) -> None:
    if paths.store.exists() or paths.server.exists():
        raise UserError("store.exists", folder=str(paths.folder))


def open_session(
    paths: DataPaths, password: str, name: str | None = None, clock: Clock | None = None,
    *, code: str | None = None, is_examining: bool = False,
) -> Session:  # fmt: skip
    """Open the store for an account; without a name, for the only account there is.

    `code` is that of the second factor, where the account has one. Who is only examining may open
    one that was found damaged too; it still refuses what writes. KnownError for a missing,
    damaged or newer store; UserError as of `sign_in`, and for an account that was removed.
    """
    clock = clock or Clock()
    check_location(paths.folder)
    if not is_examining:
        refuse_damaged(paths.store)
    keyring = load_keyring(paths.keyring)
    if not paths.server.exists() and not paths.store.exists():
        _finish_placing(paths)
        if not paths.store.exists():
            raise KnownError("store.missing", folder=str(paths.folder))
    if name is None:
        name = keyring.only_name()
    came = sign_in(keyring, paths.attempts, name, password, code, clock=clock)
    return _opened(paths, keyring, came.holder, came.key, clock)


def reopen_session(paths: DataPaths, key: bytes, account: UUID, clock: Clock) -> Session:
    """Open the store for an account that signed in before and whose key was handed on.

    Errors as of `open_session`; UserError too for an account that opens nothing here any more.
    """
    check_location(paths.folder)
    refuse_damaged(paths.store)
    keyring = load_keyring(paths.keyring)
    return _opened(paths, keyring, keyring.of(account), key, clock)


def _opened(
    paths: DataPaths, keyring: Keyring, holder: KeyHolder, key: bytes, clock: Clock
) -> Session:
    if paths.server.exists():
        store, was_older = _open_shared(paths, key, keyring.store_id, clock), False
    else:
        store, was_older = _open_watched(paths, key, clock)
    try:
        unit = store.read(own_unit)
        if unit is None:
            raise KnownError("store.damaged", path=str(store.path))
        role = store.read(partial(role_of, account=holder.id))
        if role == NO_ROLE:
            raise UserError("accounts.removed", name=holder.name)
        if was_older:
            publish_shipped(store, holder.id, unit)
    except BaseException:
        store.close()
        raise
    return Session(
        store, paths, holder.id, holder.name, unit, key, holder.must_change, role,
        holder.second_factor is not None, machine_mark(keyring.store_id),
    )  # fmt: skip


def come_back(session: Session, password: str, code: str | None = None) -> Session:
    """Let the account of an open store in again, behind whom the screen was covered.

    Errors as of `open_session`; the store stays open.
    """
    keyring = load_keyring(session.paths.keyring)
    clock = session.store.clock
    name = session.account_name
    holder = sign_in(keyring, session.paths.attempts, name, password, code, clock=clock).holder
    role = session.store.read(partial(role_of, account=holder.id))
    if role == NO_ROLE:
        raise UserError("accounts.removed", name=holder.name)
    return replace(
        session, role=role, must_change_password=holder.must_change,
        has_second_factor=holder.second_factor is not None,
    )  # fmt: skip


def reset_password(paths: DataPaths, recovery_key: str, name: str, password: str) -> None:
    """Give an account a new password by means of the printed recovery key; any lock is off then.

    A second factor is off too: who lost the telephone has nothing else to get in by.
    """
    keyring = load_keyring(paths.keyring)
    key = recover(keyring, recovery_key)
    holder = keyring.holder(name)
    plain = set_second_factor(keyring, holder.id, None, password, key)
    save_keyring(set_password(plain, holder.id, password, key), paths.keyring)
    clock = Clock()
    let_in_again(paths.attempts, holder.id, clock.today())
    leave_untold(paths.untold, password_changed(holder.id, "recovery", clock.now_ms()))


def _open_watched(paths: DataPaths, key: bytes, clock: Clock) -> tuple[Store, bool]:
    """Open a store, look it over, and see to it that a damaged one is written to no more."""

    def on_damage() -> None:
        note_damage(paths.store, paths.keyring, clock.now_ms())

    try:
        store, was_older = open_store(paths, key, clock)
        store.on_damage(on_damage)
        try:
            store.read(partial(refuse_cut, store=paths.store))
        except BaseException:
            store.close()
            raise
    except KnownError as error:
        if error.code in DAMAGE:
            on_damage()
        raise
    return store, was_older


def open_store(paths: DataPaths, key: bytes, clock: Clock) -> tuple[Store, bool]:
    """Return the store, and whether an older program wrote it."""
    engine = open_engine(paths.store, key)
    try:
        with told(paths.store):
            found = migrate(engine)
        database = FileDatabase(engine, paths.store)
        return Store(database, clock, projections(), authority), found not in (None, HEAD)
    except BaseException:
        engine.dispose()
        raise


def _open_shared(paths: DataPaths, key: bytes, store_id: str, clock: Clock) -> Store:
    """Return the store on the server whose address is sealed here, with all that arrived there."""
    # Only here is the server's driver loaded.
    from models.store.server import open_server
    from models.store.server_place import load_place

    database = open_server(load_place(paths.server, key, store_id), paths.server)
    try:
        store = Store(database, clock, projections(), authority)
        store.catch_up()
    except BaseException:
        database.close()
        raise
    return store


def set_aside(paths: DataPaths, folder: Path) -> None:
    """Move the keyring, drafts and log of a store whose data file is gone into `folder`.

    That file may have been moved away, and without its keyring nobody could open it again.
    """
    patterns = (paths.keyring.name, f"{paths.drafts.name}*", f"{paths.store.name}-*")
    left = [file for pattern in patterns for file in paths.folder.glob(pattern)]
    for file in left:
        folder.mkdir(exist_ok=True)
        file.replace(folder / file.name)


def _fill_new(
    making: DataPaths, key: bytes, clock: Clock, account: UUID, admin: str, unit: Unit,
    is_defined: bool, fill: Callable[[Store, UUID], None] | None,
) -> None:  # fmt: skip
    store, _ = open_store(making, key, clock)
    try:

        def first_facts(tx: Transaction) -> None:
            tx.connection.execute(insert(store_state), {"key": "unit", "value": unit.code})
            create_account(tx, account, admin, role="administrator", unit=unit.code)
            if is_defined:
                define_unit(tx, unit)

        store.write(first_facts, actor=account)
        publish_shipped(store, account, unit.code)
        if fill is not None:
            fill(store, account)
    finally:
        store.close()


def publish_shipped(store: Store, account: UUID, unit: str) -> None:
    """Publish the shipped questionnaires that this store has no version of."""
    published = {item.code for item in store.read(list_published)}
    missing = [code for code in BUILTIN if code not in published]
    if missing:
        # Only here are workbooks read: opening a store must not load what that takes.
        from models.questionnaires.xlsform import read_xlsform

        forms = [read_xlsform(builtin_path(code)) for code in missing]
        store.write(partial(publish_forms, forms=forms, unit=unit), actor=account)


def find_unit(code: str, name: str | None, kind: str, clock: Clock) -> tuple[Unit, bool]:
    """Return a shipped unit, or a new one of that name and whether it has to be defined."""
    known = UnitRegister(shipped_units()).find(code.strip(), clock.today())
    if known is not None:
        return known, False
    if not name:
        day = clock.today().strftime("%d/%m/%Y")
        raise UserError("units.unknown", code=code, day=day)
    return Unit(tidy(code), tidy(name), "centre" if kind == "centre" else "named"), True
