"""What the handbook says is there: every word of a screen, key, command, link and picture."""

from __future__ import annotations

import ast
import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from desktop.cli.parser import build_parser
from models.households.fields import OUTCOMES
from models.sentences.catalog import sentences
from tests.handbook.__main__ import WIDTH, take_over, wanted
from tests.handbook.pages import ROOT, Page, languages, pages, pictures, read_page
from tests.house.sources import program, tree
from tests.house.test_translations import FILES, messages

LARGEST_PICTURE = 80_000
SIGNS = {"−": "Key_Minus", "+": "Key_Plus", "*": "Key_Asterisk", "/": "Key_Slash",
         ".": "Key_Period", "Esc": "Key_Escape", "Del": "Key_Delete", "Enter": "Key_Return",
         "Tab": "Key_Tab", "PgUp": "Key_PageUp", "PgDn": "Key_PageDown"}  # fmt: skip
# Those that the window asks for besides the pages of its rail.
ASKED = {
    "index", "home", "keying", "register", "reports", "exchange", "audit", "settings", "sign-in",
    "set-up", "backup", "signing", "repair", "administrator", "second-keying", "monthly-pack",
    "kiosk",
}  # fmt: skip
EVERY_PAGE = [page for language in languages() for page in pages(language)]


def of_page(page: Page) -> str:
    return f"{page.path.parent.name}/{page.name}"


@cache
def words_of_the_screens(language: str) -> frozenset[str]:
    at = 0 if language == "vi" else 1
    found = {pair[at] for pair in sentences().values()}
    found |= {(option.vi, option.en)[at] for option in OUTCOMES}
    for (_context, source), texts in messages(FILES / f"{language}.ts").items():
        found |= {source} if language == "en" else set()
        found |= {text for text in texts if text is not None}
    return frozenset(found)


@cache
def names_of_keys() -> tuple[frozenset[str], frozenset[str]]:
    """Return Qt's names of keys, and all texts, that stand in the sources of the screens."""
    names, texts = set(), set()
    for path in program():
        if path.relative_to(ROOT).parts[0] == "ui":
            for node in ast.walk(tree(path)):
                if isinstance(node, ast.Attribute) and node.attr.startswith("Key_"):
                    names.add(node.attr)
                elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                    texts.add(node.value.replace("⏎", "Enter"))
    return frozenset(names), frozenset(texts)


def is_key(named: str) -> bool:
    names, texts = names_of_keys()
    if re.fullmatch(r"Alt\+\d", named):
        return "Alt+" in texts
    if "+" in named[:-1]:
        return any(named in text for text in texts)
    return SIGNS.get(named, f"Key_{named}") in names or named in texts


def commands() -> dict[str, object]:
    found = {}
    for action in build_parser("vi")._actions:
        if isinstance(action.choices, dict):
            found |= action.choices
    return found


@pytest.mark.parametrize("page", EVERY_PAGE, ids=of_page)
def test_what_a_page_names_is_there(page):
    screens = words_of_the_screens(page.path.parent.name)
    assert [word for word in page.bold if word not in screens] == []
    assert [key for key in page.keys if not is_key(key)] == []
    known = commands()
    for command in page.commands:
        program_name, what = command.split()[:2]
        assert program_name == "motcua"
        assert what in known, command


@pytest.mark.parametrize("page", EVERY_PAGE, ids=of_page)
def test_what_a_page_leads_to_is_there(page):
    folder = page.path.parent
    assert [link for link in page.links if not (folder / link).is_file()] == []
    for words, target in page.pictures:
        assert words.strip(), f"{page.name}: a picture needs words for who does not see it"
        assert (folder / target).resolve() == folder / "pictures" / Path(target).name
        assert (folder / target).is_file(), target


@pytest.mark.parametrize("page", EVERY_PAGE, ids=of_page)
def test_a_page_is_one_text_under_one_title(page):
    assert len(page.titles) == 1
    assert page.text.startswith(f"# {page.titles[0]}\n\n")
    assert unicodedata.is_normalized("NFC", page.text)
    assert "<" not in page.text


@pytest.mark.parametrize("language", languages())
def test_every_page_is_reached_from_the_contents(language):
    by_name = {f"{page.name}.md": page for page in pages(language)}
    reached, waiting = {"index.md"}, ["index.md"]
    while waiting:
        new = set(by_name[waiting.pop()].links) - reached
        reached |= new
        waiting += sorted(new)
    assert reached == set(by_name)


@pytest.mark.parametrize("language", languages())
def test_each_language_has_every_page_with_its_pictures(language):
    def shown(of: str) -> dict[str, list[str]]:
        return {page.name: [target for _words, target in page.pictures] for page in pages(of)}

    assert shown(language) == shown("vi")


def test_what_the_window_asks_for_has_a_page():
    rail = {
        node.args[0].value
        for node in ast.walk(tree(ROOT / "ui" / "rail_pages.py"))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "RailPage"
        and isinstance(node.args[0], ast.Constant)
    }  # fmt: skip
    assert {"home", "keying", "settings"} <= rail
    assert (ASKED | rail) - {page.name for page in pages("vi")} == set()


@pytest.mark.parametrize("language", languages())
def test_pictures_are_small_and_each_is_shown(language):
    found = sorted(pictures(language).glob("*.png"))
    assert {path.stem for path in found} == wanted(language)
    for path in found:
        assert path.stat().st_size <= LARGEST_PICTURE, path.name
        with Image.open(path) as picture:
            assert picture.mode == "P", path.name
            assert picture.width <= WIDTH, path.name


def test_the_pictures_of_the_readme_are_there():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"!\[[^\]]+\]\((docs/pictures/[^)]+)\)", text)
    assert shown
    assert [path for path in shown if not (ROOT / path).is_file()] == []


def test_a_picture_is_taken_over_in_the_handbooks_size(tmp_path):
    for size, expected in (((1366, 768), (WIDTH, 484)), ((400, 300), (400, 300))):
        Image.new("RGB", size, "teal").save(tmp_path / "taken.png")
        take_over(tmp_path / "taken.png", tmp_path / "small.png")
        with Image.open(tmp_path / "small.png") as picture:
            assert (picture.mode, picture.size) == ("P", expected)


def test_a_page_that_names_what_is_not_there_is_found_out(tmp_path):
    path = tmp_path / "wrong.md"
    path.write_text(
        "# Sai\n\nBấm `F13` (**Nút không có**), xem [trang](khong-co.md).\n\n"
        "```\nmotcua bay-len\n```\n", encoding="utf-8",
    )  # fmt: skip
    page = read_page(path)
    assert (page.bold, page.keys, page.links, page.commands) == (
        ("Nút không có",), ("F13",), ("khong-co.md",), ("motcua bay-len",),
    )  # fmt: skip
    assert "Nút không có" not in words_of_the_screens("vi")
    assert not is_key("F13")
    assert not is_key("Ctrl+Q")
    assert is_key("Ctrl+Enter")
    assert "bay-len" not in commands()
