from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from desktop.session import Session
from models.households.queries import search_households
from models.households.search_index import index_new
from models.households.search_text import SEARCHED_DIGITS, SEARCHED_WORDS
from models.store.doctor import examine
from models.store.store import Transaction

NOTHING: dict[str, Any] = dict.fromkeys((*SEARCHED_WORDS, *SEARCHED_DIGITS))


def index(session: Session, key: int) -> None:
    """Put one more name into the search index, in a transaction of its own."""
    row = {**NOTHING, "key": key, "name": f"Nguyễn Văn {key}"}

    def command(tx: Transaction) -> None:
        index_new(tx.connection, [row])

    session.store.write(command, actor=session.account)


@pytest.mark.parametrize("more", [60, 100, 140])
def test_a_search_index_that_grew_since_it_was_searched_is_not_called_damaged(
    session: Session, more: int
) -> None:
    for key in range(1, 11):
        index(session, key)
    session.store.read(partial(search_households, typed="nguyen"))
    # So many that the index merges what this connection knew, by the connection that writes.
    for key in range(11, 11 + more):
        index(session, key)
    assert [check.code for check in examine(session.store) if not check.ok] == []
