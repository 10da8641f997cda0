"""Recognises and converts Vietnamese text of the time before Unicode: TCVN3 (ABC) and VNI-Windows.

Both came to us as Latin letters that a font drew as Vietnamese: TCVN 5712 has one code for each
lower-case letter, VNI a base letter followed by an accent. Judged over many words by whether they
read as Vietnamese syllables, so honest Unicode is never touched; ASCII never changes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from exports.sheets.syllables import reads_as_vietnamese
from models.text import nfc

Encoding = Literal["unicode", "nfd", "tcvn3", "vni"]

# Spoken of by the names that people know.
NAMES: Final[dict[Encoding, str]] = {
    "unicode": "Unicode",
    "nfd": "Unicode (NFD)",
    "tcvn3": "TCVN3 (ABC)",
    "vni": "VNI-Windows",
}
_WORD: Final = re.compile(r"[^\s\d!-@\[-`{-~]+")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_ENOUGH: Final = 5000
_FEWEST: Final = 2
_SURE: Final = 0.75
_UNSURE: Final = 0.5
_PRINTERS: Final = frozenset("‘’“”‚„–—…•€™")


def _tcvn3() -> dict[int, str]:
    # TCVN 5712:1993, the third set (VN3): codes A1 to FE in order; None is not assigned.
    codes = (
        "ĂÂÊÔƠƯĐăâêôơưđ" + "\0" * 5 + "\0àảãáạ\0ằẳẵắ" + "\0" * 6 + "\0ặầẩẫấậè\0ẻẽéẹềểễếệìỉ"
        + "\0" * 3 + "ĩíịò\0ỏõóọồổỗốộờởỡớợù\0ủũúụừửữứựỳỷỹýỵ"
    )  # fmt: skip
    return {0xA1 + place: letter for place, letter in enumerate(codes) if letter != "\0"}


_TCVN3: Final = _tcvn3()
_TONES: Final = ("\u0301", "\u0300", "\u0309", "\u0303", "\u0323")


def _vni() -> dict[str, str]:
    plain, hat, breve = "ùøûõï", "áàåãä", "éèúüë"
    table = dict(zip("íìæóòñôöî", "íìỉĩịđơưỵ", strict=True))
    for base, letter in (*zip("aeouy", "aeouy", strict=True), ("ô", "ơ"), ("ö", "ư")):
        for accent, tone in zip(plain, _TONES, strict=True):
            table[base + accent] = nfc(letter + tone)
    table.pop("yï")
    for base, shaped in zip("aeo", "âêô", strict=True):
        table[base + "â"] = shaped
        for accent, tone in zip(hat, _TONES, strict=True):
            table[base + accent] = nfc(shaped + tone)
    table["aê"] = "ă"
    for accent, tone in zip(breve, _TONES, strict=True):
        table["a" + accent] = nfc("ă" + tone)
    capitals = {key.upper(): value.upper() for key, value in table.items()}
    mixed = {key.capitalize(): value.upper() for key, value in table.items()}
    return table | mixed | capitals


_VNI: Final = _vni()
_VNI_PIECE: Final = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))


@dataclass(frozen=True, slots=True)
class Preview:
    """What conversion does: the encoding found and some distinct (before, after) texts."""

    encoding: Encoding
    samples: tuple[tuple[str, str], ...] = ()


def recognise(texts: Iterable[str]) -> Encoding:
    """Return the encoding of a column or file, judged over all its distinct marked words.

    One such word alone is no evidence: it stays Unicode.
    """
    words: set[str] = set()
    decomposed = False
    for text in texts:
        if text.isascii():
            continue
        decomposed = decomposed or not unicodedata.is_normalized("NFC", text)
        words.update(word for word in _WORD.findall(text) if not word.isascii())
        if len(words) > _ENOUGH:
            break
    # A lone letter reads as a syllable in any encoding.
    narrow = [word for word in words if len(word) > 1 and _could_be_legacy(word)]
    # Letters that only Unicode has are proof; a few may stand in a file put together from two.
    wide = sum(not _could_be_legacy(word) for word in words)
    if len(narrow) >= _FEWEST and 3 * wide < len(words):
        legacy = _judge(narrow)
        if legacy != "unicode":
            return legacy
    return "nfd" if decomposed else "unicode"


def convert(text: str, encoding: Encoding) -> str:
    """Return `text` in NFC Unicode; text that cannot be of `encoding` is only made NFC.

    TCVN3 has no capitals with a tone: its capital fonts share the lower-case codes. A word, or a
    whole text, whose plain letters are capitals (two at least) is taken as capitals.
    """
    if text.isascii():
        return text
    if encoding in ("unicode", "nfd") or not _could_be_legacy(text):
        return nfc(text)
    if encoding == "vni":
        return nfc(_VNI_PIECE.sub(lambda piece: _VNI[piece[0]], text))
    return _convert_tcvn3(text)


def preview(texts: Iterable[str], encoding: Encoding, *, limit: int = 5) -> Preview:
    """Return up to `limit` distinct texts that conversion changes, before and after."""
    samples: dict[str, str] = {}
    for text in texts:
        if len(samples) >= limit:
            break
        after = convert(text, encoding)
        if after != text:
            samples[text] = after
    return Preview(encoding, tuple(samples.items()))


def _could_be_legacy(text: str) -> bool:
    return all(char <= "\xff" or char in _PRINTERS for char in text)


def _judge(words: list[str]) -> Encoding:
    candidates: tuple[Encoding, ...] = ("unicode", "tcvn3", "vni")
    share = {
        encoding: sum(reads_as_vietnamese(_bare(word, encoding)) for word in words) / len(words)
        for encoding in candidates
    }
    best: Encoding = "tcvn3" if share["tcvn3"] > share["vni"] else "vni"
    if share["tcvn3"] == share["vni"] or share["unicode"] > _UNSURE or share[best] < _SURE:
        return "unicode"
    return best if share[best] - share["unicode"] > 0.3 else "unicode"


def _bare(word: str, encoding: Encoding) -> str:
    trimmed = word.strip("".join(_PRINTERS))
    return convert(trimmed, encoding)


def _convert_tcvn3(text: str) -> str:
    letters = [char for char in text if char.isascii() and char.isalpha()]
    converted = text.translate(_TCVN3)
    if not any(char.islower() for char in letters) and _capital_word(text):
        return nfc(converted.upper())
    pieces = list(converted)
    for word in _LETTERS.finditer(converted):
        if _capitals(text[word.start() : word.end()]):
            pieces[word.start() : word.end()] = converted[word.start() : word.end()].upper()
    return nfc("".join(pieces))


def _capital_word(text: str) -> bool:
    return any(_capitals(word) for word in text.split())


def _capitals(word: str) -> bool:
    letters = [char for char in word if char.isascii() and char.isalpha()]
    return len(letters) >= 2 and all(char.isupper() for char in letters)
