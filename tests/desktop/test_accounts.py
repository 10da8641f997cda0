"""Who gets into a store, and who no more."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from desktop.accounts import (
    add_account,
    change_own_password,
    drop_second_factor,
    find_account,
    give_password,
    give_role,
    set_up_second_factor,
    take_account_away,
)
from desktop.paths import DataPaths
from desktop.session import Session, create_store, open_session, reset_password
from models.accounts import sign_in
from models.accounts.attempts import Attempts, keep_attempts, load_attempts
from models.accounts.lockout import Failures, Moment
from models.accounts.second_factor import _code, new_secret
from models.clock import Clock
from models.errors import KnownError, UserError
from models.permissions import Permission, Role
from models.store.engine import connect
from models.store.keys import load_keyring
from tests.conftest import ADMIN, SECRET, UNIT

CLERK = "Nguyễn Thị Quầy"
FIRST, SECOND = "Tam-thoi-2026-quay", "Rieng-cua-toi-2026"
SHORT = "ngan-thoi"
START_MS = 1_790_000_000_000


class Time:
    """A clock and a machine's running time that a test moves."""

    def __init__(self) -> None:
        self.wall_ms, self.up_ms = START_MS, 1_000_000

    def passes(self, ms: int) -> None:
        self.wall_ms += ms
        self.up_ms += ms

    @property
    def clock(self) -> Clock:
        return Clock(lambda: self.wall_ms)


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    """A time that stands still until it is moved."""
    made = Time()
    monkeypatch.setattr(sign_in, "moment", lambda _clock: Moment(made.wall_ms, made.up_ms))
    return made


@pytest.fixture
def paths(tmp_path: Path) -> DataPaths:
    """A store with an administrator alone."""
    made = DataPaths(tmp_path / "store")
    create_store(made, unit_code=UNIT, admin=ADMIN, password=SECRET)
    return made


@pytest.fixture
def admin(paths: DataPaths, time: Time):
    """The administrator's session."""
    session = open_session(paths, SECRET, ADMIN, time.clock)
    yield session
    session.store.close()


def opened(paths: DataPaths, time: Time, password: str, name: str = CLERK, **more) -> Session:
    session = open_session(paths, password, name, time.clock, **more)
    session.store.close()
    return session


def refusal(act: Callable[[], object]) -> UserError:
    with pytest.raises(UserError) as caught:
        act()
    return caught.value


def test_a_new_account_opens_the_store_and_changes_its_password_first(paths, admin, time):
    add_account(admin, CLERK, Role.COUNTER, FIRST)
    session = open_session(paths, FIRST, CLERK, time.clock)
    assert session.must_change_password
    assert session.account != admin.account
    assert refusal(lambda: change_own_password(session, FIRST, FIRST)).code == (
        "accounts.same_password"
    )
    assert refusal(lambda: change_own_password(session, SECRET, SECOND)).code == (
        "accounts.wrong_password"
    )
    after = change_own_password(session, FIRST, SECOND)
    assert not after.must_change_password
    session.store.close()
    assert not opened(paths, time, SECOND).must_change_password
    assert refusal(lambda: opened(paths, time, FIRST)).code == "accounts.wrong_password"
    # Each has a key of its own to the same store.
    assert opened(paths, time, SECRET, ADMIN).key == session.key


def test_who_may_not_manage_accounts_cannot(paths, admin, time):
    add_account(admin, CLERK, Role.HEAD, FIRST)
    session = open_session(paths, FIRST, CLERK, time.clock)
    before = paths.keyring.read_bytes()
    acts = [
        lambda: add_account(session, "Khác", Role.COUNTER, SECOND),
        lambda: give_role(session, session.account, Role.ADMINISTRATOR),
        lambda: give_password(session, admin.account, SECOND),
        lambda: take_account_away(session, admin.account),
    ]
    for act in acts:
        assert refusal(act).code == "accounts.may_not_manage_accounts"
    assert paths.keyring.read_bytes() == before
    session.store.close()


def test_a_removed_account_opens_nothing(paths, admin, time):
    account = add_account(admin, CLERK, Role.COUNTER, FIRST)
    session = open_session(paths, FIRST, CLERK, time.clock)
    take_account_away(admin, account)
    # Who is in is allowed nothing from that moment on.
    refused = refusal(lambda: session.demand(Permission.KEY_SLIPS))
    assert refused.code == "accounts.may_not_key_slips"
    session.store.close()
    assert refusal(lambda: opened(paths, time, FIRST)).code == "accounts.unknown"
    assert str(account) not in paths.keyring.read_text(encoding="utf-8")
    assert CLERK not in paths.keyring.read_text(encoding="utf-8")


def test_a_keyring_from_before_the_removal_opens_nothing_either(paths, admin, time):
    account = add_account(admin, CLERK, Role.COUNTER, FIRST)
    old = paths.keyring.read_bytes()
    take_account_away(admin, account)
    paths.keyring.write_bytes(old)
    assert refusal(lambda: opened(paths, time, FIRST)).code == "accounts.removed"


def test_nothing_is_kept_of_an_account_that_could_not_be_made(paths, admin, monkeypatch):
    before = paths.keyring.read_bytes()
    for name, role, password, code in (
        (ADMIN, Role.COUNTER, FIRST, "accounts.name_taken"),
        (CLERK, "root", FIRST, "accounts.unknown_role"),
        (CLERK, Role.COUNTER, SHORT, "accounts.password_short"),
        (CLERK, Role.COUNTER, "toan chu thuong dai", "accounts.password_simple"),
        (" ", Role.COUNTER, FIRST, "accounts.name_empty"),
    ):
        act = lambda: add_account(admin, name, role, password)  # noqa: B023, E731
        assert refusal(act).code == code
    assert paths.keyring.read_bytes() == before

    def refuse(*_arguments, **_named):
        raise KnownError("store.disk", path="x")

    monkeypatch.setattr("desktop.accounts.save_keyring", refuse)
    with pytest.raises(KnownError):
        add_account(admin, CLERK, Role.COUNTER, FIRST)
    assert refusal(lambda: find_account(admin, CLERK)).code == "accounts.unknown"


def test_five_wrong_passwords_lock_over_a_restart_and_a_changed_clock(paths, admin, time):
    add_account(admin, CLERK, Role.COUNTER, FIRST)
    for _ in range(5):
        assert refusal(lambda: opened(paths, time, "falsch")).code == "accounts.wrong_password"
    locked = refusal(lambda: opened(paths, time, FIRST))
    assert (locked.code, locked.params["minutes"]) == ("accounts.locked", 1)
    # The others are not locked with it.
    opened(paths, time, SECRET, ADMIN)
    time.wall_ms += 365 * 24 * 3_600_000
    assert refusal(lambda: opened(paths, time, FIRST)).code == "accounts.locked"
    time.wall_ms -= 2 * 365 * 24 * 3_600_000
    assert refusal(lambda: opened(paths, time, FIRST)).code == "accounts.locked"
    time.passes(60_000)
    opened(paths, time, FIRST)
    # It begins anew.
    for _ in range(4):
        refusal(lambda: opened(paths, time, "falsch"))
    opened(paths, time, FIRST)


def test_the_lock_grows_with_each_failure_after_it(paths, admin, time):
    add_account(admin, CLERK, Role.COUNTER, FIRST)
    for _ in range(5):
        refusal(lambda: opened(paths, time, "falsch"))
    for minutes in (1, 2, 4, 8):
        locked = refusal(lambda: opened(paths, time, FIRST))
        assert (locked.code, locked.params["minutes"]) == ("accounts.locked", minutes)
        time.passes(minutes * 60_000)
        assert refusal(lambda: opened(paths, time, "falsch")).code == "accounts.wrong_password"


def test_an_administrator_lets_a_locked_one_in_with_a_new_password(paths, admin, time):
    account = add_account(admin, CLERK, Role.COUNTER, FIRST)
    for _ in range(6):
        refusal(lambda: opened(paths, time, "falsch"))
    give_password(admin, account, SECOND)
    assert opened(paths, time, SECOND).must_change_password


def test_an_account_that_was_not_used_for_long_is_closed(paths, admin, time):
    account = add_account(admin, CLERK, Role.COUNTER, FIRST)
    opened(paths, time, FIRST)
    time.passes(45 * 24 * 3_600_000)
    opened(paths, time, FIRST)
    time.passes(46 * 24 * 3_600_000)
    assert refusal(lambda: opened(paths, time, FIRST)).code == "accounts.idle"
    give_password(admin, account, SECOND)
    opened(paths, time, SECOND)


def test_the_only_account_is_never_closed(paths, time):
    opened(paths, time, SECRET, ADMIN)
    time.passes(400 * 24 * 3_600_000)
    opened(paths, time, SECRET, ADMIN)


def code_of(secret: bytes, time: Time, steps: int = 0) -> str:
    return _code(secret, time.wall_ms // 30_000 + steps)


def test_a_second_factor_is_asked_for_and_lets_a_short_password_do(paths, admin, time):
    add_account(admin, CLERK, Role.COUNTER, FIRST)
    session = open_session(paths, FIRST, CLERK, time.clock)
    secret = new_secret()
    wrong = refusal(lambda: set_up_second_factor(session, secret, "000000", FIRST))
    assert wrong.code == "accounts.wrong_code"
    assert refusal(lambda: change_own_password(session, FIRST, SHORT)).code == (
        "accounts.password_short"
    )
    set_up_second_factor(session, secret, code_of(secret, time), FIRST)
    change_own_password(session, FIRST, SHORT)
    session.store.close()
    assert refusal(lambda: opened(paths, time, SHORT)).code == "accounts.code_needed"
    assert refusal(lambda: opened(paths, time, SHORT, code="123")).code == "accounts.wrong_code"
    code = code_of(secret, time)
    opened(paths, time, SHORT, code=code)
    assert refusal(lambda: opened(paths, time, SHORT, code=code)).code == "accounts.wrong_code"
    time.passes(30_000)
    session = open_session(paths, SHORT, CLERK, time.clock, code=code_of(secret, time))
    assert refusal(lambda: drop_second_factor(session, SHORT)).code == "accounts.password_short"
    change_own_password(session, SHORT, SECOND)
    drop_second_factor(session, SECOND)
    session.store.close()
    opened(paths, time, SECOND)


def test_wrong_codes_lock_as_wrong_passwords_do(paths, admin, time):
    secret = new_secret()
    set_up_second_factor(admin, secret, code_of(secret, time), SECRET)
    for _ in range(5):
        assert refusal(lambda: opened(paths, time, SECRET, ADMIN, code="1")).code == (
            "accounts.wrong_code"
        )
    # Not even the right one helps now.
    act = lambda: opened(paths, time, SECRET, ADMIN, code=code_of(secret, time, 1))  # noqa: E731
    assert refusal(act).code == "accounts.locked"


def test_a_second_factor_cannot_be_taken_off_the_file(paths, admin, time):
    secret = new_secret()
    set_up_second_factor(admin, secret, code_of(secret, time), SECRET)
    data = json.loads(paths.keyring.read_bytes())
    del data["accounts"][0]["second_factor"]
    paths.keyring.write_text(json.dumps(data), encoding="utf-8")
    assert refusal(lambda: opened(paths, time, SECRET, ADMIN)).code == "accounts.wrong_password"


def test_the_recovery_key_does_without_the_telephone(tmp_path, time):
    paths = DataPaths(tmp_path / "made")
    recovery_key = create_store(paths, unit_code=UNIT, admin=ADMIN, password=SECRET).recovery_key
    session = open_session(paths, SECRET, ADMIN, time.clock)
    secret = new_secret()
    set_up_second_factor(session, secret, code_of(secret, time), SECRET)
    session.store.close()
    for _ in range(6):
        refusal(lambda: opened(paths, time, "falsch", ADMIN))
    reset_password(paths, recovery_key, ADMIN, SECOND)
    assert not opened(paths, time, SECOND, ADMIN).must_change_password


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"x": 1}', bytes(100)])
def test_a_damaged_record_of_attempts_keeps_nobody_out(paths, time, content):
    paths.attempts.write_bytes(content)
    opened(paths, time, SECRET, ADMIN)


def test_what_is_kept_of_attempts_names_nobody(paths, time):
    refusal(lambda: opened(paths, time, "falsch", ADMIN))
    kept = paths.attempts.read_text(encoding="utf-8")
    assert ADMIN not in kept
    assert "falsch" not in kept
    holder = load_keyring(paths.keyring).holder(ADMIN)
    assert load_attempts(paths.attempts)[holder.id].untold == 1
    keep_attempts(paths.attempts, holder.id, Attempts(Failures(2), date(2026, 1, 1), 7, 2))
    assert load_attempts(paths.attempts)[holder.id] == Attempts(
        Failures(2), date(2026, 1, 1), 7, 2
    )


def test_only_a_wrap_opens_the_store(paths, admin):
    with pytest.raises(KnownError):
        connect(paths.store, bytes(32))
