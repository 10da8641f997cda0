from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QApplication

from desktop.paths import DataPaths
from desktop.session import open_session
from models.clock import Clock
from models.store.doctor import examine
from models.surveys.queries import list_batches, list_slips
from tests.conftest import ADMIN, SECRET
from tests.faults.measured import Measured, keep
from tests.scenarios.desk import at_desk

TEN_YEARS_MS = 10 * 365 * 24 * 3600 * 1000


def test_a_clock_set_back_ten_years_loses_no_slip_and_the_doctor_says_so(
    paths: DataPaths, themed: QApplication
) -> None:
    with at_desk(paths) as desk:
        desk.sign_in()
        desk.new_batch()
        desk.pad("1111111E2222222E12")
        desk.saved()
    past = Clock(lambda: Clock().now_ms() - TEN_YEARS_MS)
    with at_desk(paths, past) as desk:
        desk.sign_in()
        desk.wait_for_entry()
        assert desk.entry.entry.position == 2
        desk.pad("33333E1111111E")
        desk.saved()
        desk.pad("+-3E")
        desk.saved()
    session = open_session(paths, SECRET, ADMIN, past)
    try:
        (batch,) = session.store.read(list_batches)
        slips = session.store.read(partial(list_slips, batch=batch.id))[::-1]
        assert [slip.number for slip in slips] == [1, 2, 3, 4]
        times = [slip.recorded_at for slip in slips]
        assert times == sorted(times)
        assert slips[3].content.answers["danh_gia_chung"] == "khong_hai_long"
        assert [check.code for check in examine(session.store) if not check.ok] == [
            "doctor.clock_behind"
        ]
    finally:
        session.store.close()
    keep(Measured("clock back ten years", "keying", 1, f"{len(slips)} slips keyed, in their order"))
