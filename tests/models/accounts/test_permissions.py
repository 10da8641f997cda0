"""Every command × every role, generated from the table and run through the commands."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from inspect import signature
from pathlib import Path
from uuid import uuid4

import pytest

import exports
import models
from desktop.session import Session
from models.accounts.commands import create_account
from models.errors import UserError
from models.permissions import ALLOWED, COMMANDS, Permission, Role, may
from models.sentences.catalog import say
from tests.conftest import UNIT


def every_command() -> dict[str, Permission]:
    """Load all of the program below the screens, and return what its commands ask for."""
    for package in (models, exports):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if ".migrations" not in module.name:
                importlib.import_module(module.name)
    return {name: permission for name, (permission, _) in sorted(COMMANDS.items())}


@pytest.fixture(scope="module")
def commands() -> dict[str, Permission]:
    return every_command()


@pytest.fixture
def staff(session: Session) -> dict[Role, object]:
    """An account of each role."""
    made = {role: uuid4() for role in Role}
    for role, account in made.items():
        session.store.write(
            lambda tx, role=role, account=account: create_account(
                tx, account, f"tài khoản {role}", role=role, unit=UNIT
            ),
            actor=session.account,
        )
    return made


def refusal(session: Session, name: str, actor: object) -> str:
    """Run a command with nothing to work on; return the code of a refusal, "" for none."""
    command = COMMANDS[name][1]
    taken = signature(command).parameters.values()
    places = [one for one in taken if one.kind in (one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD)]
    named = {one.name: None for one in taken if one.kind is one.KEYWORD_ONLY}
    nothing = [None] * (len(places) - 1)
    try:
        session.store.write(lambda tx: command(tx, *nothing, **named), actor=actor)
    except UserError as error:
        return error.code if error.code.startswith("accounts.may_not") else ""
    except Exception:  # noqa: BLE001 - it was let in, and there was nothing to work on
        return ""
    return ""


def test_no_role_is_let_into_a_command_by_accident(session, staff, commands):
    assert len(commands) > 25
    for name, permission in commands.items():
        for role, account in staff.items():
            expected = "" if permission in ALLOWED[role] else f"accounts.may_not_{permission}"
            assert refusal(session, name, account) == expected, (name, role)


def test_who_has_no_account_here_is_let_in_nowhere(session, staff, commands):
    for name, permission in commands.items():
        assert refusal(session, name, uuid4()) == f"accounts.may_not_{permission}"


def test_every_command_of_the_domains_asks(commands):
    """What takes a transaction first and is no helper of its module is in the table."""
    silent = {
        # What the program does by itself, whoever works with it.
        "models.audit.commands.note",
        "models.questionnaires.commands.publish_shipped",
        "models.stations.commands.record_enrolment",
        "models.store.aggregates.restate",
        "models.surveys.stated.state_tallies",
        "models.households.stated.state_registers",
        "exports.exchange.round.note_made",
        "models.households.erasing.follow_erasures",
        # Parts of other commands, which ask.
        "models.surveys.checked.standing_slip",
        "models.surveys.checked.correct_checked",
        "models.surveys.checked.void_checked",
        "models.surveys.checked.add_checked",
        "models.surveys.commands.check_dossier",
        "models.rekeying.commands.draw",
        "models.rekeying.commands.keyed_payload",
        "models.rekeying.commands.extra_payload",
        "models.rekeying.deciding.ask_third",
        # It asks through the command that it calls.
        "models.households.once.check_once",
        "models.households.once.add_once",
        "exports.household_import.apply_household_import",
        # At the hub there are no accounts: who can reach its database administers it.
        "exports.hub.administration.enrol_at_hub",
    }
    found = {name for name in taking_a_transaction() if name not in commands}
    assert found == silent


def taking_a_transaction() -> Iterator[str]:
    root = Path(models.__file__).parents[1]
    for file in [*root.glob("models/**/*.py"), *root.glob("exports/**/*.py")]:
        module = ".".join(file.relative_to(root).with_suffix("").parts)
        if "migrations" in module or module.startswith("models.store.store"):
            continue
        for name, value in vars(importlib.import_module(module)).items():
            if getattr(value, "__module__", "") != module or name.startswith("_"):
                continue
            if callable(value) and not isinstance(value, type):
                first = next(iter(signature(value).parameters.values()), None)
                if first is not None and str(first.annotation) == "Transaction":
                    yield f"{module}.{name}"


def test_the_table_says_what_it_is_meant_to_say():
    assert ALLOWED[Role.ADMINISTRATOR] == set(Permission)
    for role in set(Role) - {Role.ADMINISTRATOR}:
        assert not ALLOWED[role] & {
            Permission.MANAGE_ACCOUNTS, Permission.ENROL_STATIONS,
            Permission.PUBLISH_QUESTIONNAIRES, Permission.DEFINE_UNITS,
        }  # fmt: skip
    # A counter's staff sees no household, and an officer no slip.
    assert not any("household" in permission for permission in ALLOWED[Role.COUNTER])
    assert not any("slip" in permission for permission in ALLOWED[Role.OFFICER])
    assert ALLOWED[Role.HEAD] >= ALLOWED[Role.REVIEWER] | ALLOWED[Role.OFFICER]
    assert not may("", Permission.REPORT)
    assert not may("root", Permission.REPORT)


@pytest.mark.parametrize("permission", list(Permission))
def test_each_refusal_has_a_sentence(permission):
    assert say(f"accounts.may_not_{permission}", "vi") != say(
        f"accounts.may_not_{permission}", "en"
    )


@pytest.mark.parametrize("role", list(Role))
def test_each_role_has_a_name(role):
    assert say(f"accounts.role_{role}", "vi")
