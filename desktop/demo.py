"""Makes the demo store: synthetic data with the counts of a published report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from desktop.paths import DataPaths
from desktop.session import create_store
from models.clock import Clock
from models.questionnaires.queries import read_form
from models.store.store import Store
from models.surveys.commands import import_slips
from models.surveys.demo import CENTRE, demo_slips

ACCOUNT: Final = "demo"
# No secret: the store holds invented slips only.
PASSWORD: Final = "Motcua-2023-demo"
_QUESTIONNAIRE: Final = "qn-18-2021"


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demo store holds."""

    responses: int
    households: int


def create_demo(paths: DataPaths, clock: Clock | None = None) -> Demo:
    """Create the demo store in an empty folder; UserError if there is a store already."""
    slips = demo_slips()

    def fill(store: Store, account: UUID) -> None:
        form = store.read(lambda connection: read_form(connection, _QUESTIONNAIRE))
        store.write(
            lambda tx: import_slips(tx, slips, questionnaire=form.code, version=form.version),
            actor=account,
        )

    create_store(
        paths, unit_code=CENTRE.code, unit_name=CENTRE.name, unit_kind=CENTRE.kind, admin=ACCOUNT,
        password=PASSWORD, clock=clock, fill=fill,
    )  # fmt: skip
    return Demo(responses=len(slips), households=0)
