"""Officers, lists and merges in any order: the counts are right and the journal agrees."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from desktop.paths import DataPaths
from desktop.session import create_store, open_session
from models.errors import UserError
from models.households.commands import (
    add_household,
    check_household,
    merge,
    settle,
    undo_merge,
)
from models.households.fields import OUTCOME_CODES
from models.households.history import heads_of_household, household_conflicts
from models.households.progress import hamlet_progress
from models.households.tables import households
from models.store.doctor import compare_projections
from tests.conftest import ADMIN, SECRET
from tests.models.households.conftest import UNIT, Register, row

NAMES = st.sampled_from(["Nguyễn Văn An", "Trần Thị Bé", "Đặng Hòa"])
HAMLETS = st.sampled_from(["Khu 1", "Khu 2"])
CODES = st.sampled_from([None, "0212345678", "0287654321"])
CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "name": NAMES, "hamlet": HAMLETS, "code": CODES, "has_plate": st.booleans(),
        "phone": st.sampled_from(["0912345678", "0987654321"]),
    },
)  # fmt: skip
_FOLDERS: list[Path] = []


def template() -> Path:
    if not _FOLDERS or not _FOLDERS[0].exists():
        folder = Path(tempfile.mkdtemp(prefix="register-"))
        create_store(DataPaths(folder), unit_code=UNIT, admin=ADMIN, password=SECRET)
        _FOLDERS[:] = [folder]
    return _FOLDERS[0]


class RegisterMachine(RuleBasedStateMachine):
    """Works on one store, sometimes without having seen what was said last."""

    known = Bundle("known")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="machine-"))
        shutil.copytree(template(), self.folder, dirs_exist_ok=True)
        self.session = open_session(DataPaths(self.folder), SECRET, ADMIN)
        self.register = Register(self.session)
        self.old_heads: dict[UUID, tuple[UUID, ...]] = {}

    def tries(self, command: Any, *arguments: Any, **options: Any) -> Any:
        """Run a command that may be refused; what is refused changes nothing."""
        before = self.register.events()
        try:
            return self.register.write(command, *arguments, **options)
        except UserError:
            assert self.register.events() == before
            return None

    @initialize(target=known)
    def first(self) -> UUID:
        return self.register.one(list_code="H0")

    @rule(
        target=known, name=NAMES, hamlet=HAMLETS, code=CODES, number=st.integers(0, 3),
        phone=st.sampled_from([None, "0912345678"]),
    )  # fmt: skip
    def take_list(self, name, hamlet, code, number, phone) -> UUID:
        one = row(number, name, hamlet=hamlet, code=code, phone=phone, list_code=f"H{number}")
        return self.register.take([one]).rows[0].household

    @rule(household=known)
    def look(self, household) -> None:
        self.old_heads[household] = self.register.read(heads_of_household, household)

    @rule(household=known, outcome=st.sampled_from(OUTCOME_CODES), values=CHANGES,
          is_late=st.booleans())  # fmt: skip
    def check(self, household, outcome, values, is_late) -> None:
        seen = self.old_heads.get(household) if is_late else None
        self.tries(check_household, household, outcome=outcome, values=values, seen=seen)

    @rule(household=known, side=st.integers(0, 3))
    def settle_first(self, household, side) -> None:
        conflicts = self.register.read(household_conflicts, household)
        if conflicts:
            sides = conflicts[0].sides
            value = sides[side % len(sides)].value
            self.tries(settle, household, {conflicts[0].field: value})

    @rule(one=known, other=known)
    def merge_two(self, one, other) -> None:
        self.tries(merge, one, other)

    @rule(household=known)
    def undo(self, household) -> None:
        self.tries(undo_merge, household)

    @rule(target=known, name=NAMES, hamlet=HAMLETS)
    def add(self, name, hamlet) -> UUID:
        return self.register.write(add_household, UNIT, hamlet, {"name": name}, outcome="dung")

    @rule()
    def rebuild(self) -> None:
        self.register.store.replace_projections()

    @invariant()
    def the_tallies_are_a_recount(self) -> None:
        rows = self.register.store.read(lambda c: c.execute(households.select()).mappings().all())
        standing = [one for one in rows if one["merged_into"] is None]
        counted = Counter(one["hamlet"] for one in standing)
        found = {item.hamlet.hamlet: item.progress for item in
                 self.register.read(hamlet_progress)}  # fmt: skip
        assert {name: part.households for name, part in found.items()} == counted
        for name, part in found.items():
            here = [one for one in standing if one["hamlet"] == name]
            assert part.checked == sum(one["outcome"] != "" for one in here)
            assert part.with_code == sum(one["has_listed_code"] for one in here)
            assert part.plate == sum(one["has_plate"] for one in here)
            assert part.conflicts == sum(one["conflicts"] > 0 for one in here)
            outcomes = Counter(one["outcome"] for one in here if one["outcome"])
            assert part.outcomes == outcomes

    def teardown(self) -> None:
        assert compare_projections(self.session.store, self.session.store.projections) == []
        self.session.store.close()
        shutil.rmtree(self.folder)


TestRegister = RegisterMachine.TestCase
TestRegister.settings = settings(
    max_examples=25, stateful_step_count=25, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
