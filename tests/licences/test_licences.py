"""Every part that is bundled has a known licence, and its text is bundled with it."""

from __future__ import annotations

import re

import psycopg
import pytest
import sqlcipher3
from lxml import etree
from PySide6.QtCore import qVersion

from tests.licences.gather import LOCK, TABLE, as_json, as_table, gather, locked
from tests.licences.known import BUILD_ONLY, INSIDE, LEFT_OUT
from ui.about.parts import LIST, OWN_TEXTS, find_text, read_parts, read_texts

# What may be handed on in one folder with the program. A licence that is not here is read first.
WELL_KNOWN = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "LGPL-3.0-only", "MIT",
    "MIT-0", "MIT-CMU", "MPL-2.0", "OFL-1.1", "PSF-2.0", "PostgreSQL", "Zlib", "blessing",
    "GPL-2.0-or-later WITH Bootloader-exception",
}  # fmt: skip
PARTS = read_parts()
SPEC = (LOCK.parent / "build.spec").read_text(encoding="utf-8")


def licences(expression: str) -> set[str]:
    return set(re.split(r" AND | OR ", expression.replace("(", "").replace(")", "")))


def test_what_is_written_down_is_what_the_lock_asks_for():
    parts = gather(LOCK.read_text(encoding="utf-8"))
    assert LIST.read_text(encoding="utf-8") == as_json(parts), "run: python -m tests.licences"
    assert TABLE.read_text(encoding="utf-8") == as_table(parts), "run: python -m tests.licences"


def test_each_distribution_of_the_lock_is_there():
    names = {part.name: part.version for part in PARTS}
    for name, versions in locked(LOCK.read_text(encoding="utf-8")).items():
        assert names[name] in versions, name


@pytest.mark.parametrize("part", PARTS, ids=[part.name for part in PARTS])
def test_a_part_has_a_known_licence_and_its_text(part):
    assert licences(part.licence) <= WELL_KNOWN
    assert part.home.startswith("http")
    assert part.texts
    texts = read_texts(part)
    assert len(texts) == len(part.texts)
    assert all(text.strip() for _name, text in texts)


def test_what_lies_inside_the_wheels_is_of_the_version_that_is_told():
    versions = {part.name.split(" ")[0].rstrip(","): part.version for part in INSIDE}
    connection = sqlcipher3.connect(":memory:")
    (cipher,) = connection.execute("PRAGMA cipher_version").fetchone()
    (sqlite,) = connection.execute("SELECT sqlite_version()").fetchone()
    connection.close()
    assert cipher.startswith(versions["SQLCipher"])
    assert sqlite.startswith(versions["SQLite"])
    assert qVersion().startswith(versions["Qt"])
    assert psycopg.pq.version() // 10000 == int(versions["libpq"])
    assert etree.LIBXML_VERSION[:2] == tuple(map(int, versions["libxml2"].split(",")[0].split(".")))


def test_what_is_left_out_is_left_out_by_the_spec():
    assert "aiohttp" in LEFT_OUT
    # Without the window's fonts and the LGPL's own texts nothing could be handed on.
    for wanted in ('"aiohttp"', '"readline"', "PySide6.QtQml", "PySide6.QtQuick"):
        assert wanted in SPEC
    assert not {part.name for part in PARTS} & (BUILD_ONLY | LEFT_OUT)


def test_the_lgpl_is_bundled_with_the_gpl_that_it_adds_to():
    lesser = [part for part in PARTS if "LGPL-3.0-only" in licences(part.licence)]
    assert {"Qt", "pyside6-essentials", "shiboken6", "psycopg"} <= {part.name for part in lesser}
    for part in lesser:
        whole = "".join(text for _name, text in read_texts(part))
        assert "GNU LESSER GENERAL PUBLIC LICENSE" in whole
        assert "TERMS AND CONDITIONS" in whole


def test_a_missing_text_is_left_out():
    assert find_text(OWN_TEXTS + "NONE.txt") == []
    assert find_text("no-such-part-*.dist-info/LICENSE") == []
