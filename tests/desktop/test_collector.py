from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.collector import Collector


class Circle:
    def __init__(self) -> None:
        self.widget = QWidget()
        self.itself = self


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    made = Collector()
    made.start()
    yield made
    made.stop()


def make_much() -> None:
    kept = [[number] for number in range(20_000)]
    assert kept


def test_work_beside_the_window_takes_no_widget_away(collector: Collector) -> None:
    watched = weakref.ref(Circle())
    beside = threading.Thread(target=make_much)
    beside.start()
    beside.join()
    assert watched() is not None


def test_the_window_takes_it_away_when_it_is_due(collector: Collector) -> None:
    gc.collect()
    watched = weakref.ref(Circle())
    for _ in range(100):
        kept = [[number] for number in range(2000)]
        collector.collect()
        del kept
    assert watched() is None


def test_collecting_is_given_back(collector: Collector) -> None:
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
