"""Signing over a file that is there: it is replaced once the audit was told, else it stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from exports.signing.records import FileKey
from models.errors import KnownError
from tests.exports.signing.authority import PASSPHRASE, Authority
from ui.context import PageContext
from ui.signing.tasks import Order, sign_paper


class Silent:
    """Progress that nobody looks at."""

    def report(self, done: int, total: int | None = None, detail: str = "") -> None:
        """Take no notice."""


def test_a_second_signature_that_cannot_be_told_leaves_the_first(
    context: PageContext, paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = tmp_path / "khóa.p12"
    key.write_bytes(Authority().issue(kind="ec").pkcs12())
    order = Order(paper, paper, FileKey(key))
    sign_paper(context, order, PASSPHRASE, Silent())
    once, files = paper.read_bytes(), sorted(tmp_path.iterdir())

    def full(*_happenings: object) -> None:
        raise KnownError("store.disk_full")

    with monkeypatch.context() as failing:
        failing.setattr(PageContext, "note", full)
        with pytest.raises(KnownError, match=r"store\.disk_full"):
            sign_paper(context, order, PASSPHRASE, Silent())
    assert paper.read_bytes() == once
    assert sorted(tmp_path.iterdir()) == files
    sign_paper(context, order, PASSPHRASE, Silent())
    assert len(paper.read_bytes()) > len(once)
