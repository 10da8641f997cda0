"""What is loaded piece by piece is what is loaded in one go."""

from __future__ import annotations

import subprocess
import sys

import pytest

_SCRIPT = """
import sys
from importlib.machinery import SourceFileLoader
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
application = QApplication([])
{way}
import pyqtgraph
plot = pyqtgraph.PlotWidget()
plot.addItem(pyqtgraph.InfiniteLine(3))
plot.grab()
named = sorted(name for name in vars(pyqtgraph) if not name.startswith("__"))
print(len(named), ",".join(named))
"""
_IN_STEPS = """
from ui.reports.chart_loading import chart_loading
told = []
loading = chart_loading()
loading.loaded.connect(lambda: told.append(loading.is_loaded))
loading.start()
assert not loading.is_loaded
turns = 0
while not told:
    QCoreApplication.processEvents()
    turns += 1
assert told == [True] and turns > 5, turns
"""
_BEGUN = _IN_STEPS.split("turns = 0")[0]
_CUT_SHORT = f"""{_BEGUN}
for _ in range(5):
    QCoreApplication.processEvents()
loading.finish()
assert told == [True]
"""
_WITHOUT_SOURCE = f"""
SourceFileLoader.get_source = lambda *_: None
{_BEGUN}
while not told:
    QCoreApplication.processEvents()
"""
# A piece that does not run alone, as another version may have one.
_BROKEN = f"""
import ui.reports.chart_loading as module
def refuse(*_): raise NameError("not yet")
module._run = refuse
{_BEGUN}
while not told:
    QCoreApplication.processEvents()
"""


def said(way: str) -> str:
    script = _SCRIPT.format(way=way)
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.fixture(scope="module")
def at_once() -> str:
    return said("")


@pytest.mark.parametrize("way", [_IN_STEPS, _CUT_SHORT, _WITHOUT_SOURCE, _BROKEN])
def test_the_same_is_loaded(at_once, way):
    assert said(way) == at_once
