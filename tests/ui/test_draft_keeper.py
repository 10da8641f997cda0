from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from models.errors import KnownError
from models.sentences.catalog import say
from ui.draft_keeper import DraftKeeper


class Box:
    """A draft box that takes something or refuses, as the test wants."""

    def __init__(self) -> None:
        self.error: KnownError | None = None
        self.settled = 0

    def settle(self) -> None:
        self.settled += 1
        if self.error is not None:
            raise self.error


class Context:
    """What a keeper knows of its page's context."""

    language = "en"

    def __init__(self) -> None:
        self.drafts = Box()


class Keeper(DraftKeeper):
    """Has nothing in hand; counts how often it is put, and what is said of it."""

    def __init__(self) -> None:
        context: Any = Context()
        super().__init__(context)
        self.box: Box = context.drafts
        self.tries, self.said = 0, list[str]()
        self.unkept.connect(self.said.append)
        self.kept_again.connect(lambda: self.said.append("again"))
        self._retry.setInterval(1)
        self._settle.setInterval(1)

    def _put(self) -> None:
        self.tries += 1
        if self.box.error is not None:
            raise self.box.error


@pytest.fixture
def keeper(qtbot: QtBot) -> Keeper:
    return Keeper()


def test_what_is_kept_is_settled_after_a_pause(keeper: Keeper, qtbot: QtBot) -> None:
    keeper.keep()
    keeper.keep()
    assert (keeper.tries, keeper.said, keeper.box.settled) == (2, [], 0)
    qtbot.waitUntil(lambda: keeper.box.settled > 0)
    assert not keeper.is_unkept


def test_a_refusal_is_said_and_tried_again_until_it_is_kept(keeper: Keeper, qtbot: QtBot) -> None:
    refusal = KnownError("store.disk_full", path="drafts")
    keeper.box.error = refusal
    keeper.keep()
    assert keeper.is_unkept
    qtbot.waitUntil(lambda: keeper.tries > 2)
    assert set(keeper.said) == {say(refusal, "en")}
    assert keeper.box.settled == 0
    keeper.box.error = None
    qtbot.waitUntil(lambda: keeper.said[-1] == "again")
    assert not keeper.is_unkept
    keeper.keep()
    assert keeper.said.count("again") == 1


def test_what_is_not_settled_stays_kept(keeper: Keeper, qtbot: QtBot) -> None:
    keeper.keep()
    keeper.box.error = KnownError("store.disk_full", path="drafts")
    qtbot.waitUntil(lambda: keeper.box.settled > 0)
    assert keeper.said == []
    assert not keeper.is_unkept
