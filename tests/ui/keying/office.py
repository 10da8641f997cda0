"""Another who keyed a batch first, and who sits at the desk now."""

from __future__ import annotations

from uuid import UUID, uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from models.accounts.commands import create_account
from models.ids import uuid7
from models.permissions import Role
from models.rekeying.commands import close_and_draw
from models.rekeying.queries import read_drawn
from models.surveys.commands import open_batch, record_slip
from models.surveys.records import BatchHeader, SlipContent
from tests.conftest import UNIT
from tests.scenarios.desk import Desk
from ui.keying.second_section import SecondSection

KEY = Qt.Key
FORM, VERSION = "qn-18-2021", "2021.1"


class Office:
    """Another who keyed a batch first, and who sits at the desk now."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.store = desk.session.store
        self.me = desk.session.account
        self.first = self.hire("người nhập một")

    def hire(self, name: str) -> UUID:
        account = uuid4()
        self.store.write(
            lambda tx: create_account(tx, account, name, role=Role.COUNTER, unit=UNIT),
            actor=self.me,
        )
        return account

    def batch(self, slips: int = 2) -> UUID:
        """Have the other key a batch, each slip with the first options, and close it."""
        content = SlipContent({
            "cong_khai": "rat_tot", "thai_do": "than_thien", "danh_gia_chung": "rat_hai_long",
        })  # fmt: skip
        header = BatchHeader(UNIT, self.store.clock.today(), FORM, VERSION)
        batch = self.store.write(lambda tx: open_batch(tx, header), actor=self.first)
        for _ in range(slips):
            slip = uuid7(self.store.clock.now_ms())
            self.store.write(
                lambda tx, slip=slip: record_slip(tx, batch, slip, content), actor=self.first
            )
        self.store.write(lambda tx: close_and_draw(tx, batch, returned=None), actor=self.first)
        return batch

    def shared_batch(self) -> UUID:
        """Have the other and me key a slip each into one batch, and close it."""
        header = BatchHeader(UNIT, self.store.clock.today(), FORM, VERSION)
        batch = self.store.write(lambda tx: open_batch(tx, header), actor=self.first)
        for by in (self.first, self.me):
            slip = uuid7(self.store.clock.now_ms())
            content = SlipContent({"thai_do": "than_thien"})
            self.store.write(
                lambda tx, slip=slip, content=content: record_slip(tx, batch, slip, content),
                actor=by,
            )
        self.store.write(lambda tx: close_and_draw(tx, batch, returned=None), actor=self.first)
        return batch

    def left(self, batch: UUID) -> list[UUID]:
        return [one.slip for one in self.store.read(lambda c: read_drawn(c, batch, self.me)).left]

    def open(self) -> SecondSection:
        """Go to second keying, by keyboard."""
        self.desk.window.show_page("keying")
        self.desk.rest()
        self.desk.key(KEY.Key_F6)
        self.desk.rest()
        page = self.desk.section.second()
        assert page.isVisible()
        return page

    def open_batch(self) -> SecondSection:
        page = self.open()
        self.desk.wait(page.list._table.hasFocus, "the list of batches has the focus")
        self.desk.key(KEY.Key_Return)
        self.desk.rest()
        self.desk.wait(page.entry.hasFocus, "the second keying has the focus")
        return page

    def texts(self) -> str:
        labels = self.desk.window.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())
