"""Makes the demo store: synthetic data with the counts of published reports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from desktop.paths import DataPaths
from desktop.sample_account import ACCOUNT, PASSWORD
from desktop.session import create_store
from models.clock import Clock
from models.households.commands import place_hamlet
from models.households.demo import demo_rows
from models.households.fields import FIELD_NAMES
from models.households.list_commands import import_list
from models.households.list_plan import ListPlan, plan_list
from models.households.records import ListRow
from models.questionnaires.queries import read_form
from models.store.store import Store, Transaction
from models.surveys.commands import import_slips
from models.surveys.demo import CENTRE, demo_slips
from models.units.unit import shipped_units

# How much of the time is over, of 100, when the rows are made, the slips and the plan; then the
# rows are recorded.
_ROWS_MADE, _SLIPS_RECORDED, _PLANNED, _RECORDED = 12, 40, 50, 96
_QUESTIONNAIRE: Final = "qn-18-2021"
_LIST: Final = "Danh sách địa chỉ số thành phố Uông Bí"
_COLUMNS: Final = (
    "list_code", "name", "phone", "house_number", "street", "address", "hamlet", "old_unit",
    "code", "place",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demo store holds."""

    responses: int
    households: int


def create_demo(
    paths: DataPaths, clock: Clock | None = None, *,
    progressed: Callable[[int, int], None] | None = None,
) -> Demo:  # fmt: skip
    """Create the demo store in an empty folder; UserError if there is a store already.

    `progressed` is told how much of how much is done; what it raises leaves nothing behind.
    """

    def tell(done: int) -> None:
        if progressed is not None:
            progressed(done, 100)

    def tell_recorded(done: int, total: int) -> None:
        tell(_PLANNED + (_RECORDED - _PLANNED) * done // (total or 1))

    slips = demo_slips()
    rows = demo_rows()
    tell(_ROWS_MADE)

    def fill(store: Store, account: UUID) -> None:
        form = store.read(lambda connection: read_form(connection, _QUESTIONNAIRE))
        store.write(
            lambda tx: import_slips(tx, slips, questionnaire=form.code, version=form.version),
            actor=account,
        )
        tell(_SLIPS_RECORDED)
        plan = store.read(lambda connection: plan_list(connection, rows))
        tell(_PLANNED)
        store.write(lambda tx: _take_in(tx, rows, plan, tell_recorded), actor=account)

    create_store(
        paths, unit_code=CENTRE.code, unit_name=CENTRE.name, unit_kind=CENTRE.kind, admin=ACCOUNT,
        password=PASSWORD, clock=clock, fill=fill, is_sample=True,
    )  # fmt: skip
    return Demo(responses=len(slips), households=len(rows))


def _take_in(
    tx: Transaction, rows: Sequence[ListRow], plan: ListPlan,
    progressed: Callable[[int, int], None],
) -> None:  # fmt: skip
    split = {unit.code for unit in shipped_units() if len(unit.successors) > 1}
    places = {(row.fields["old_unit"], row.hamlet, row.unit) for row in rows}
    for old, hamlet, unit in sorted(place for place in places if place[0] in split):
        # Another list of these hamlets need not ask where they belong.
        place_hamlet(tx, old, hamlet, unit)
    names = {option.code: option.vi for option in FIELD_NAMES}
    import_list(
        tx, plan, unit=CENTRE.code, title=_LIST, progressed=progressed,
        columns={name: place for place, name in enumerate(_COLUMNS)},
        header=[[names[name] for name in _COLUMNS]],
    )  # fmt: skip
