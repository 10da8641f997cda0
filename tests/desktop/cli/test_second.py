"""Second keying by the command line: what waits, and whose figures may be read."""

from __future__ import annotations

from desktop.accounts import add_account, change_own_password
from desktop.paths import DataPaths
from desktop.session import open_session
from models.ids import uuid7
from models.rekeying.commands import close_and_draw, note_sitting, rekey_slip
from models.rekeying.records import Sitting
from models.surveys.commands import open_batch, record_slip
from models.surveys.records import BatchHeader, SlipContent
from tests.conftest import ADMIN, SECRET, UNIT
from tests.desktop.cli.conftest import Command

CLERK, GIVEN, OWN = "Lan", "Dat-tam-cho-Lan-2026", "Cua-rieng-Lan-2026!"
GOOD = SlipContent({"danh_gia_chung": "hai_long"})


def prepare(paths: DataPaths) -> None:
    """Have a clerk key and close a batch of two slips, and the administrator key one of them."""
    session = open_session(paths, SECRET, ADMIN)
    add_account(session, CLERK, "counter", GIVEN)
    session.store.close()
    session = open_session(paths, GIVEN, CLERK)
    change_own_password(session, GIVEN, OWN)
    header = BatchHeader(UNIT, session.store.clock.today(), "qn-18-2021", "2021.1")

    def work(tx):
        batch = open_batch(tx, header)
        slips = [uuid7(tx.clock.now_ms()) for _ in range(2)]
        for slip in slips:
            record_slip(tx, batch, slip, GOOD)
        close_and_draw(tx, batch, returned=None)
        note_sitting(tx, Sitting("first", 2, 16, 60))
        return slips

    slips = session.store.write(work, actor=session.account)
    session.store.close()
    session = open_session(paths, SECRET, ADMIN)
    session.store.write(lambda tx: rekey_slip(tx, slips[0], GOOD), actor=session.account)
    session.store.close()


def test_what_waits_is_listed_for_who_may_key_it(main: Command, paths):
    prepare(paths)
    said = main("second", "list", "--account", ADMIN)
    assert said.code == 0, said.err
    [batch] = said.data["batches"]
    assert (batch["drawn"], batch["keyed"], batch["left"]) == (2, 1, 1)
    said = main("second", "list", "--account", CLERK, secret=OWN)
    assert said.code == 0, said.err
    assert said.data["batches"] == []


def test_one_s_own_figures_are_for_oneself_and_another_s_for_the_head(main: Command, paths):
    prepare(paths)
    said = main("second", "figures", "--account", ADMIN, "--by", CLERK).data
    assert (said["slips_per_hour"], said["keystrokes_per_hour"]) == (120.0, 960.0)
    assert (said["fields"], said["errors"], said["per_10000"], said["share"]) == (8, 0, 0.0, 100.0)
    kinds = [e["type"] for e in main("audit", "list", "--account", ADMIN).data["entries"]]
    assert "audit.figures_viewed" in kinds
    assert main("second", "figures", "--account", CLERK, secret=OWN).data["slips"] == 2
    refused = main("second", "figures", "--account", CLERK, "--by", ADMIN, secret=OWN)
    assert refused.code == 2
    assert "others key" in refused.err or "người khác" in refused.err
