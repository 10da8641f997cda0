"""Repairs a damaged store: its newest backup, and what the damaged file can still give back.

The damaged files lie aside before anything else is done. The store is built beside its place; only
when it is whole does it get its name, and only then may anybody write again. What cannot be read
any more is counted, and so is what other stations stated to hold of it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Table, select

from desktop.paths import DataPaths
from desktop.repair_offer import Offer, offers
from desktop.session import open_store
from desktop.untold import leave_untold
from desktop.wiring import authority
from models.accounts.queries import standing_accounts
from models.accounts.sign_in import moment, unlock_counted
from models.audit.happenings import restored
from models.clock import Clock, local_time
from models.errors import CodedError, KnownError, UserError
from models.journal.chain import verify_chain
from models.journal.event import Event
from models.journal.intake import Intake
from models.journal.reconcile import state_streams
from models.journal.tables import events, held_events
from models.permissions import Permission, Role
from models.stations.queries import enrolled
from models.stations.tables import heard_statements
from models.store.backup import unpacked_backup
from models.store.backup_file import read_keyring, read_manifest
from models.store.damage import DAMAGE, clear_damage, copied_aside, note_damage, parts_of
from models.store.engine import READ_ONLY, open_engine, told
from models.store.files import write_atomically
from models.store.keys import Keyring, load_keyring, recover, unlock
from models.store.pages import page_faults
from models.store.parts import in_parts
from models.store.salvage import Key, named_events, read_or, readable
from models.store.store import Store, Transaction
from models.store.whole import is_whole

Progress = Callable[[int, int], object]
Statements = Mapping[UUID, Mapping[bytes, int]]
_SPAN_BITS: Final = 80


@dataclass(frozen=True, slots=True)
class Secret:
    """What opens a keyring: an account's password, or the printed recovery key."""

    account: str | None = None
    password: str | None = field(default=None, repr=False)
    recovery_key: str | None = field(default=None, repr=False)

    def opens(
        self, keyring: Keyring, attempts: Path | None, clock: Clock
    ) -> tuple[bytes, UUID | None]:
        """Return the store's key and whose password it was, None for the recovery key.

        A wrong password counts in the file `attempts` as at a sign-in, and a locked account opens
        nothing; None for a backup's keyring, which is guessed at anywhere.
        """
        if self.recovery_key is not None:
            return recover(keyring, self.recovery_key), None
        name, password = self.account or keyring.only_name(), self.password or ""
        if attempts is None:
            holder, key = unlock(keyring, name, password)
        else:
            holder, key = unlock_counted(keyring, attempts, name, password, moment(clock))
        return key, holder.id


@dataclass(frozen=True, slots=True)
class Repaired:
    """What a repair came to; times are milliseconds since 1970.

    `is_whole`: the store was whole after all, and nothing of it was replaced but a keyring. Else
    it holds the `held` events of the backup `made_ms`, and `came_back` more that the damaged file
    still gave; `waiting` more are kept and count once what was written before them comes back.
    `lost` counts those that it names and that cannot be read, by day; where `is_exact` is false it
    cannot name all, and there may be more up to `until_ms`. `stated` are the stations that stated
    more than is here now, with how many; they give it back in an exchange.
    """

    is_whole: bool
    made_ms: int = 0
    held: int = 0
    came_back: int = 0
    waiting: int = 0
    lost: Mapping[str, int] = field(default_factory=dict)
    is_exact: bool = True
    until_ms: int = 0
    stated: Mapping[str, int] = field(default_factory=dict)
    aside: str = ""
    was_keyring_replaced: bool = False


def repair(
    paths: DataPaths, secret: Secret, *, file: Path | None = None,
    progress: Progress = lambda _done, _total: None, clock: Clock | None = None,
) -> Repaired:  # fmt: skip
    """Repair the store of a folder from `file`, else from the newest backup that proves whole.

    UserError without a backup (`repair.no_backup`), for one of another store, for a wrong password
    or recovery key, and for an account that is locked or may not back up; KnownError as of
    backups. The damaged files are where they were then, and aside.
    """
    clock = clock or Clock()
    if paths.server.exists():
        raise UserError("backup.on_server")
    if paths.store.exists():
        note_damage(paths.store, paths.keyring, clock.now_ms())
    aside = copied_aside(paths.store, paths.keyring, clock.now_ms())
    chosen = [Offer(file, read_manifest(file))] if file is not None else offers(paths)
    own = _own_keyring(paths)
    if own is not None:
        key, account = secret.opens(own, paths.attempts, clock)
        if _proves_whole(paths.store, key):
            _demand(paths.store, key, account)
            clear_damage(paths.store)
            return Repaired(is_whole=True, aside=aside.name)
    if not chosen:
        raise UserError("repair.no_backup", folder=str(paths.backups))
    refused: CodedError | None = None
    for offer in chosen:
        try:
            return _from_backup(paths, offer, own, secret, aside, clock, progress)
        except UserError as error:
            if error.code not in {"backup.damaged", "backup.not_one", "backup.missing"}:
                raise
            refused = refused or error
    assert refused is not None
    raise refused


def _from_backup(
    paths: DataPaths, offer: Offer, own: Keyring | None, secret: Secret, aside: Path,
    clock: Clock, progress: Progress,
) -> Repaired:  # fmt: skip
    if own is not None and own.store_id != offer.manifest.store_id:
        raise UserError("repair.other_store", file=offer.file.name)
    opened: list[tuple[bytes, UUID | None]] = []

    def key_of(of_backup: Keyring) -> bytes:
        # Passwords may have changed since: those of today are asked where they can be.
        attempts = paths.attempts if own is not None else None
        opened.append(secret.opens(own or of_backup, attempts, clock))
        return opened[0][0]

    work = paths.folder / ".repairing"
    with unpacked_backup(offer.file, key_of, work=work, progress=progress) as (backup, copy):
        key, account = opened[0]
        making = DataPaths(work)
        if own is None and _proves_whole(paths.store, key):
            # Only the keyring was damaged: the one of the backup opens what is here.
            _demand(paths.store, key, account)
            _replace_keyring(paths, offer.file)
            # Of its events none was needed.
            leave_untold(paths.untold, restored(offer.manifest.made_ms, 0, clock.now_ms()))
            clear_damage(paths.store)
            return Repaired(is_whole=True, aside=aside.name, was_keyring_replaced=True)
        copy.replace(making.store)
        store, _ = open_store(making, key, clock)
        with closing(store):
            actor = _check_allowed(store, account)
            found = _bring_back(store, paths.store, key, actor)
            faults, breaks = store.read(page_faults), store.read(verify_chain)
            if faults or breaks:
                raise KnownError("repair.not_whole")
        done = Repaired(
            False, offer.manifest.made_ms, backup.manifest.events, **found, aside=aside.name,
            was_keyring_replaced=own is None,
        )  # fmt: skip
        if own is None:
            _replace_keyring(paths, offer.file)
        _take_place(paths, making)
    leave_untold(paths.untold, restored(done.made_ms, done.held, clock.now_ms()))
    with suppress(KnownError):
        data = json.dumps(asdict(done), ensure_ascii=False, indent=1)
        write_atomically(paths.repairs_log, data.encode())
    return done


def _bring_back(store: Store, damaged: Path, key: bytes, actor: UUID) -> dict[str, Any]:
    """Take in what the damaged file still gives; return what it gave and what is gone."""
    if not damaged.exists():
        return {"is_exact": False}
    named = named_events(damaged, key)
    unknown = _unknown(store, named.keys)
    came: set[Key] = set()
    for part in in_parts(readable(damaged, key, unknown)):
        store.write(partial(_take_back, part=part), actor=actor)
        came.update((event.unit, event.event_id) for event in part)
    lost = Counter(
        local_time(event_id.int >> _SPAN_BITS).date().isoformat()
        for _, event_id in unknown - came
    )
    nothing: Statements = {}
    waiting = len(came & store.read(partial(_keys, table=held_events)))
    heard = read_or(damaged, key, _heard, nothing)
    return {
        "came_back": len(came) - waiting, "waiting": waiting, "lost": dict(sorted(lost.items())),
        "is_exact": named.is_complete, "until_ms": int(damaged.stat().st_mtime * 1000),
        "stated": store.read(partial(_stated, more=heard)),
    }  # fmt: skip


def _take_back(tx: Transaction, part: list[Event]) -> Intake:
    return tx.take_in(part)


def _unknown(store: Store, named: Iterable[Key]) -> set[Key]:
    """Return those of the named events that a store does not hold."""
    left = set(named)
    for table in (events, held_events):
        left -= store.read(partial(_keys, table=table))
    return left


def _keys(connection: Connection, table: Table) -> set[Key]:
    query = select(table.c.unit, table.c.event_id)
    return {(row.unit, row.event_id) for row in connection.execute(query)}


def _heard(connection: Connection) -> Statements:
    """Return what stations stated last: how many events of each stream."""
    found: dict[UUID, dict[bytes, int]] = {}
    for row in connection.execute(select(heard_statements)):
        found.setdefault(row.station, {})[row.stream] = row.events
    return found


def _stated(connection: Connection, more: Statements) -> dict[str, int]:
    """Return which stations stated more than is here, and how much more."""
    here = {stream: held.events for stream, held in state_streams(connection).items()}
    of_backup = _heard(connection)
    found = {}
    for station in enrolled(connection).values():
        stated = Counter(of_backup.get(station.id, {})) | Counter(more.get(station.id, {}))
        lacking = sum((stated - Counter(here)).values())
        if lacking and station.is_active:
            found[station.name] = lacking
    return found


def _check_allowed(store: Store, account: UUID | None) -> UUID:
    """Return who repairs: whose password it was, else an administrator of the store."""
    if account is None:
        held = store.read(standing_accounts)
        return next(one.id for one in held if one.role == Role.ADMINISTRATOR)
    store.demand(Permission.BACK_UP, actor=account)
    return account


def _demand(store: Path, key: bytes, account: UUID | None) -> None:
    """Raise UserError unless a whole store allows its repair; None has the recovery key.

    Nothing is written to it, so that it stays as it was.
    """
    if account is None:
        return
    engine = open_engine(store, key).execution_options(**{READ_ONLY: True})
    try:
        with told(store), engine.connect() as connection, connection.begin():
            authority(connection, account, Permission.BACK_UP)
    finally:
        engine.dispose()


def _own_keyring(paths: DataPaths) -> Keyring | None:
    with suppress(CodedError):
        return load_keyring(paths.keyring)
    return None


def _proves_whole(store: Path, key: bytes) -> bool:
    """Say whether a store is whole; one that a failing disk does not let be read is not.

    KnownError where another program stands in the way: that says nothing of the store.
    """
    try:
        return is_whole(store, key)
    except KnownError as error:
        if error.code not in {*DAMAGE, "store.disk"}:
            raise
        return False


def _replace_keyring(paths: DataPaths, backup: Path) -> None:
    write_atomically(paths.keyring, read_keyring(backup))


def _take_place(paths: DataPaths, making: DataPaths) -> None:
    """Put the repaired store in its place; until it is there nobody may write."""
    logs = [(part, part.with_name(f"{part.name}.old")) for part in parts_of(paths.store)[1:]]
    try:
        # The old log must not be carried over into the new file.
        for part, kept in logs:
            with suppress(FileNotFoundError):
                part.replace(kept)
        making.store.replace(paths.store)
    except OSError as error:
        # What stays needs it: there lies what was recorded last.
        for part, kept in logs:
            with suppress(OSError):
                kept.replace(part)
        raise KnownError("store.disk", path=str(paths.store)) from error
    for _, kept in logs:
        with suppress(OSError):
            kept.unlink(missing_ok=True)
    clear_damage(paths.store)
