from __future__ import annotations

import pytest

from models.errors import KnownError, UserError
from models.sentences.catalog import sentences
from ui.messages import _PASSING, is_passing


@pytest.mark.parametrize("code", ["store.busy", "store.disk_full", "store.disk", "store.read_only"])
def test_what_may_pass_is_tried_again(code: str) -> None:
    assert is_passing(KnownError(code, path="x"))


@pytest.mark.parametrize(
    "error",
    [KnownError("store.damaged", path="x"), KnownError("journal.unreadable", stream="x", seq=1),
     KnownError("store.newer"), UserError("store.busy"), ValueError("store.busy")],
)  # fmt: skip
def test_what_does_not_pass_is_not_tried_again(error: Exception) -> None:
    assert not is_passing(error)


def test_what_may_pass_has_its_sentence() -> None:
    assert set(sentences()) >= _PASSING
