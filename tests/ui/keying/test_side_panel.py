"""What stands beside the slip has its room."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.keying.side_panel import SidePanel
from ui.widgets.tally import QuestionTally, TallyTable


def test_the_whole_tally_is_in_sight_on_a_small_laptop(qtbot: QtBot) -> None:
    panel = SidePanel()
    qtbot.addWidget(panel)
    panel.setFixedWidth(300)
    tally = panel.findChild(TallyTable)
    assert tally is not None
    tally.set_tallies([QuestionTally(f"Câu {number}", (3, 2, 1)) for number in range(7)])
    # 768 less the title bar and the page's edges, where the page has no more to show.
    panel.resize(300, 669)
    panel.show()
    qtbot.waitUntil(lambda: tally.height() >= tally.sizeHint().height(), timeout=2000)
    assert tally.mapTo(panel, tally.rect().bottomLeft()).y() < panel.height()
