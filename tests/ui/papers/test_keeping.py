"""A file has its name once the audit was told of it; before that, what stood there stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.errors import KnownError, UserError
from models.store.files import write_atomically
from ui.papers.keeping import keep_told

OLD, NEW = b"signed once", b"signed twice"


def written(path: Path) -> str:
    write_atomically(path, NEW, refused="documents.disk")
    return path.name


def refused(_made: str) -> None:
    raise KnownError("store.busy")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "papers").mkdir()
    return tmp_path / "papers" / "báo cáo.pdf"


def held(target: Path) -> dict[str, bytes]:
    """Return all that stands in the folder."""
    return {file.name: file.read_bytes() for file in target.parent.iterdir()}


def test_a_file_has_its_name_after_it_was_told_of(target: Path) -> None:
    target.write_bytes(OLD)
    told = []

    def tell(made: str) -> None:
        assert target.read_bytes() == OLD
        told.append(made)

    assert keep_told(target, written, tell) == target.name
    assert told == [target.name]
    assert held(target) == {target.name: NEW}


@pytest.mark.parametrize("before", [{}, {"báo cáo.pdf": OLD}])
def test_what_stood_there_stays_where_nobody_can_be_told(
    target: Path, before: dict[str, bytes]
) -> None:
    for name, content in before.items():
        target.with_name(name).write_bytes(content)
    with pytest.raises(KnownError, match=r"store\.busy"):
        keep_told(target, written, refused)
    assert held(target) == before


def test_a_disk_that_refuses_is_told_with_the_file_s_own_name(target: Path) -> None:
    def full(path: Path) -> str:
        path.write_bytes(NEW[:3])
        raise KnownError("documents.disk", path=str(path), file=path.name)

    target.write_bytes(OLD)
    with pytest.raises(KnownError) as raised:
        keep_told(target, full, refused)
    assert raised.value.params["path"] == str(target)
    assert held(target) == {target.name: OLD}


def test_a_name_that_cannot_be_taken_leaves_nothing(target: Path) -> None:
    target.mkdir()
    with pytest.raises(KnownError, match=r"documents\.disk"):
        keep_told(target, written, lambda _made: None)
    assert list(target.parent.iterdir()) == [target]
    with pytest.raises(UserError, match=r"documents\.no_folder"):
        keep_told(target / "nowhere" / "a.pdf", written, refused)
