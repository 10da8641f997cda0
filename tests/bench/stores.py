"""The stores that are measured: made once for a run, copied for whoever changes one."""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from uuid import UUID

from desktop.demo import create_demo
from desktop.paths import DataPaths
from desktop.sample_account import ACCOUNT, PASSWORD
from desktop.session import Session, create_store, open_session
from models.clock import Clock
from models.ids import derived_id
from models.questionnaires.form import Form
from models.questionnaires.queries import read_form
from models.surveys.commands import import_slips, open_batch
from models.surveys.demo import CENTRE
from models.surveys.records import BatchHeader, ImportedSlip, SlipContent

UNIT = "06811"
FORM = "qn-18-2021"
_SEED = 18_2021


@dataclass(frozen=True)
class Stores:
    """A folder for the run, and the templates in it."""

    folder: Path

    @cached_property
    def demo(self) -> DataPaths:
        """The demo store with its 4.506 slips."""
        paths = DataPaths(self.folder / "demo")
        create_demo(paths)
        return paths

    @cached_property
    def demo_empty(self) -> DataPaths:
        """The demo store's centre, without a slip."""
        paths = DataPaths(self.folder / "demo-empty")
        create_store(
            paths, unit_code=CENTRE.code, unit_name=CENTRE.name, unit_kind=CENTRE.kind,
            admin=ACCOUNT, password=PASSWORD,
        )  # fmt: skip
        return paths

    @cached_property
    def fresh(self) -> DataPaths:
        """A store without slips."""
        paths = DataPaths(self.folder / "fresh")
        create_store(paths, unit_code=UNIT, admin=ACCOUNT, password=PASSWORD)
        return paths

    def at(self, name: str) -> DataPaths:
        """Return a store that was made already."""
        return DataPaths(self.folder / name)

    def copy(self, template: DataPaths, name: str) -> DataPaths:
        """Return a copy of a template that can be changed."""
        made = self.at(name)
        shutil.rmtree(made.folder, ignore_errors=True)
        shutil.copytree(template.folder, made.folder)
        return made


def open_store(paths: DataPaths) -> Session:
    """Open one of these stores."""
    return open_session(paths, PASSWORD, ACCOUNT)


def form_of(session: Session) -> Form:
    """Return the questionnaire of the slips."""
    return session.store.read(lambda connection: read_form(connection, FORM))


def new_batch(session: Session) -> UUID:
    """Open a batch of today and return its id."""
    form = form_of(session)
    header = BatchHeader(session.unit, Clock().today(), form.code, form.version)
    return session.store.write(lambda tx: open_batch(tx, header), actor=session.account)


def complete_slips(form: Form, n: int) -> list[SlipContent]:
    """Return slips with every question answered, the same in every run."""
    pick = random.Random(_SEED)
    options = {node.key: [item.name for item in form.choices(node)] for node in form.questions()}
    return [
        SlipContent({key: pick.choice(names) for key, names in options.items()}) for _ in range(n)
    ]


def grow(session: Session, n: int) -> None:
    """Add `n` slips of last year, all of the store's unit."""
    form = form_of(session)
    year = Clock().today().year - 1
    slips = [
        ImportedSlip(
            place, ("grown", str(place)), session.unit,
            date(year, 7 + place % 6, 1 + place % 28), "paper", content,
            derived_id("grown", [str(place)]),
        )
        for place, content in enumerate(complete_slips(form, n))
    ]  # fmt: skip
    session.store.write(
        lambda tx: import_slips(tx, slips, questionnaire=form.code, version=form.version),
        actor=session.account,
    )
