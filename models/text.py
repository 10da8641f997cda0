"""Vietnamese text: one form inside (NFC), a key to find by and a key to order by.

Rules: DOMAIN §5. Search ignores case, marks and where a tone stands; order follows the Vietnamese
alphabet (a ă â b c d đ e ê ...), letters before tones, a person's given name before the family
name.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_TONES: Final = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_SHAPES: Final = {"\u0306", "\u0302", "\u031b"}
_LETTERS: Final = (
    "a", "a\u0306", "a\u0302", "b", "c", "d", "đ", "e", "e\u0302", "f", "g", "h", "i", "j", "k",
    "l", "m", "n", "o", "o\u0302", "o\u031b", "p", "q", "r", "s", "t", "u", "u\u031b", "v", "w",
    "x", "y", "z",
)  # fmt: skip
# Letters are mapped to one character each, above digits and signs and used by no text, so that a
# plain string compare orders.
_RANK: Final = {letter: chr(0xE000 + place) for place, letter in enumerate(_LETTERS)}
_TONE_FOLLOWS: Final = "\x01"
_SPACES: Final = re.compile(r"\s+")
_UNSEEN: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff]"
)


def nfc(text: str) -> str:
    """Return `text` in NFC, the only form that is stored, compared or printed."""
    return unicodedata.normalize("NFC", text)


def tidy(text: str) -> str:
    """Return `text` in NFC with outer blanks cut and inner runs of white space made one blank.

    What nobody can see goes: control characters, and those that join, part or turn text, which
    come along from web pages and chats and make the same name another one.
    """
    spaced = _SPACES.sub(" ", text)
    if not spaced.isprintable():
        spaced = _SPACES.sub(" ", _UNSEEN.sub("", spaced))
    return nfc(spaced).strip()


def search_key(text: str) -> str:
    """Return the key under which `text` is found: `Nguyễn Văn Ả` gives `nguyen van a`.

    Case, marks, đ and the place of a tone never matter; runs of white space count as one blank.
    """
    return " ".join([_folded(word) for word in text.split()])


# Names and addresses repeat their syllables: a list of households is read five times faster.
@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    folded = unicodedata.normalize("NFD", word.casefold())
    plain = "".join([mark for mark in folded if not unicodedata.combining(mark)])
    return plain.replace("đ", "d")


def sort_key(text: str) -> str:
    """Return a key that orders `text` as Vietnamese does when keys are compared as plain strings.

    Syllable by syllable, as dictionaries do: its letters decide, then its tone, then the next one;
    `an`, `an bình`, `án`, `anh`. `hòa` and `hoà` are equal.
    """
    return " ".join([_syllable_key(word) for word in nfc(text).casefold().split()])


def name_sort_key(name: str) -> str:
    """Return a key that orders people: given name (the last word), then family and middle names."""
    words = tidy(name).split(" ")
    return sort_key(" ".join([words[-1], *words[:-1]]))


@lru_cache(maxsize=20_000)
def _syllable_key(word: str) -> str:
    ranks: list[str] = []
    tone = "0"
    shaped = ""
    for mark in unicodedata.normalize("NFD", word):
        if mark in _TONES:
            tone = _TONES[mark]
        elif mark in _SHAPES:
            shaped += mark
        else:
            if shaped:
                ranks.append(_RANK.get(shaped, shaped))
            shaped = mark
    if shaped:
        ranks.append(_RANK.get(shaped, shaped))
    return "".join(ranks) + _TONE_FOLLOWS + tone
