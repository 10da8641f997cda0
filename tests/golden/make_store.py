"""Makes a golden store: `python -m tests.golden.make_store tests/golden/store-NNNN`.

Run once for each schema, before the next migration is written; a store that was released is never
made anew. It holds what a schema change must carry over: two versions of a questionnaire, open and
closed batches, corrections, voided and undone slips, settings, a unit and a settled split;
households that were listed, checked, merged, and one that waits for a person; entries of the audit;
slips keyed a second time, one of them otherwise, and decided.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pyrage import x25519

from desktop.paths import DataPaths
from desktop.session import create_store
from models.accounts.commands import create_account
from models.audit.commands import note
from models.audit.happenings import exported, sign_in_failed, signed_in
from models.clock import Clock
from models.households.commands import assign_hamlet, check_household, merge
from models.households.history import heads_of_household
from models.households.list_commands import import_list
from models.households.list_plan import plan_list
from models.households.records import HamletKey, ListRow, Place
from models.ids import uuid7
from models.questionnaires.builtin import builtin_path
from models.questionnaires.commands import publish
from models.questionnaires.xlsform import read_xlsform
from models.rekeying.commands import close_and_draw, note_sitting, rekey_slip
from models.rekeying.deciding import decide
from models.rekeying.queries import read_difference, read_drawn, undecided
from models.rekeying.records import Decided, Sitting
from models.settings.commands import change_settings
from models.stations.card import StationCard, card_text
from models.stations.commands import enrol
from models.stations.own import make_own
from models.store import keys
from models.store.store import Store, Transaction
from models.surveys.commands import (
    correct_slip,
    import_slips,
    open_batch,
    record_slip,
    undo_last,
    void_slip,
)
from models.surveys.queries import list_batches
from models.surveys.records import BatchHeader, ImportedSlip, SlipContent
from models.units.commands import define_unit, settle_split
from models.units.unit import Unit, UnitRegister, shipped_units

ADMIN = "quản trị"
# No secrets: everything in the stores is invented. The first was of before passwords had to be
# longer; stores from 0006 on are opened by the other.
PASSWORD, LONGER = "Kho-vang-0001", "Kho-vang-0006-Uong-Bi"
DAY = date(2026, 3, 2)


def fill(store: Store, account: UUID) -> None:
    """Record what the golden tests read back."""

    def facts(tx: Transaction) -> None:
        form = read_xlsform(builtin_path("qn-18-2021"))
        publish(tx, replace(form, version="2022"), unit="06811")
        change_settings(tx, unit="06811", values={"target": "92.5", "place": "Uông Bí"})
        define_unit(tx, Unit("X-1", "Trung tâm Phục vụ hành chính công", "centre"))
        old = UnitRegister(shipped_units()).find("06820", date(2025, 6, 30))
        assert old is not None
        settle_split(tx, old, "06811", unit="06811")
        _key_slips(tx, form.version)
        rows = [
            ImportedSlip(row, ("golden", str(row)), "06820", date(2025, 6, row), "import",
                         SlipContent({"danh_gia_chung": "hai_long"}, note=f"phiếu số {row}"))
            for row in range(1, 11)
        ]  # fmt: skip
        import_slips(tx, rows, questionnaire=form.code, version="2022")

    store.write(facts, actor=account)
    _take_in_households(store, account)
    _enrol_a_station(store, account)
    _tell_the_audit(store, account)
    _key_again(store, account)


def _key_again(store: Store, keyer: UUID) -> None:
    """Key three slips a second time, the last as not satisfied, which nobody else decides."""
    second = uuid7(30)
    store.write(
        lambda tx: create_account(tx, second, "người nhập hai", role="reviewer", unit="06811"),
        actor=keyer,
    )
    [batch] = [one.id for one in store.read(lambda c: list_batches(c, state="closed"))
               if one.header.channel == "paper"]  # fmt: skip
    drawn = store.read(lambda c: read_drawn(c, batch, second)).left
    content = SlipContent({"danh_gia_chung": "rat_hai_long", "thai_do": "than_thien"})
    other = SlipContent({**content.answers, "danh_gia_chung": "hai_long"})

    def facts(tx: Transaction) -> None:
        for one, keyed in zip(drawn[1:4], (content, content, other), strict=True):
            rekey_slip(tx, one.slip, keyed)
        note_sitting(tx, Sitting("second", 3, 24, 41))

    store.write(facts, actor=second)
    [waiting] = store.read(lambda c: undecided(c, keyer))
    found = store.read(lambda c: read_difference(c, waiting))
    choice = {"answers/danh_gia_chung": Decided("rat_hai_long", "first")}
    store.write(
        lambda tx: decide(
            tx, waiting, choice, before=content, after=content, seen=found.seen
        ),
        actor=keyer,
    )


def _enrol_a_station(store: Store, account: UUID) -> None:
    """Enrol a station whose private keys nobody has any more."""
    sign, box = Ed25519PrivateKey.generate(), x25519.Identity.generate()
    words = (uuid7(20), "Quầy 2", "06820", sign.public_key().public_bytes_raw(),
             str(box.to_public()))  # fmt: skip
    card = StationCard(*words, sign.sign(card_text(*words)))

    def facts(tx: Transaction) -> None:
        make_own(tx, "Quầy 1")
        enrol(tx, card, units=["06820"])

    store.write(facts, actor=account)


def _tell_the_audit(store: Store, account: UUID) -> None:
    """Tell of a sign-in, of wrong passwords before it, and of a list that was saved."""
    happened = (
        sign_in_failed(account, 2, 1_772_999_000_000), signed_in(),
        exported("list", ".xlsx", 6, is_personal=True),
    )  # fmt: skip
    store.write(lambda tx: note(tx, *happened, machine="3f2a-91c0"), actor=account)


def _key_slips(tx: Transaction, version: str) -> None:
    batch = open_batch(tx, BatchHeader("06811", DAY, "qn-18-2021", version, returned=6))
    slips = [uuid7(number) for number in range(1, 8)]
    for slip in slips[:5]:
        content = SlipContent({"danh_gia_chung": "rat_hai_long", "thai_do": "than_thien"})
        record_slip(tx, batch, slip, content)
    record_slip(tx, batch, slips[5], SlipContent({}, "rach_mo"))
    record_slip(tx, batch, slips[6], SlipContent({}, dossier="H15.50.05.13-260302-0001"))
    undo_last(tx, batch)
    correct_slip(tx, slips[0], SlipContent({"danh_gia_chung": "khong_hai_long"}, note="đã sửa"))
    void_slip(tx, slips[1], reason="nhầm phiếu")
    close_and_draw(tx, batch, returned=6, reason="một phiếu hủy")
    still_open = open_batch(tx, BatchHeader("X-1", DAY, "qn-18-2021", version))
    record_slip(tx, still_open, uuid7(9), SlipContent({"danh_gia_chung": "hai_long"}))


def _take_in_households(store: Store, account: UUID) -> None:
    rows = [
        ListRow(row, "06811", "Khu 1", {"list_code": f"H{row}", "name": f"Nguyễn Văn {row}",
                                       "code": f"02123456{row:02}", "unit": "06811"})
        for row in range(1, 7)
    ]  # fmt: skip
    plan = store.read(lambda connection: plan_list(connection, rows))
    first, second, third, fourth = (planned.household for planned in plan.rows[:4])

    def facts(tx: Transaction) -> None:
        import_list(tx, plan, unit="06811", title="Danh sách", columns={"name": 1}, header=[])
        seen = heads_of_household(tx.connection, first)
        values = {"name": "Trần Thị Một", "place": Place(21.03, 106.77), "plate_on": DAY}
        for name in ("Trần Thị Một", "Trần Thị Mốt"):
            check_household(tx, first, outcome="sai_thong_tin", values={**values, "name": name},
                            on=DAY, seen=seen)  # fmt: skip
        check_household(tx, second, outcome="dung", on=DAY, note="đã gặp")
        merge(tx, third, fourth)
        assign_hamlet(tx, HamletKey("06811", "", "Khu 1"), "Lê Văn Cán Bộ")

    store.write(facts, actor=account)


def make(folder: Path) -> None:
    """Make the store in an empty folder; cheap passwords, so that tests open it at once."""
    keys.COST.update(memory_kib=64, passes=1, lanes=1)
    clock = Clock(lambda: 1_773_000_000_000)
    create_store(
        DataPaths(folder), unit_code="06811", admin=ADMIN, password=LONGER, clock=clock, fill=fill
    )


def password_of(store: Path) -> str:
    """Return the password of a golden store."""
    return PASSWORD if store.name < "store-0006" else LONGER


if __name__ == "__main__":
    make(Path(sys.argv[1]))
