"""Tells whether a word could be a Vietnamese syllable: onset, rime and tone that go together."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")
# A syllable that ends in a stop carries the acute tone or the dot.
_STOP_TONES: Final = frozenset("\u0301\u0323")
_ONSETS: Final = "ngh ng gh gi kh nh ph th tr ch qu b c d đ g h k l m n p r s t v x"
_RIMES: Final = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu "
    "iêc iêm iên iêng iêp iêt iêu y yêm yên yêng yêt yêu yt ych ynh yn yp yu ya "
    "o oc oi om on ong oong ooc op ot oa oac oach oai oam oan oang oanh oao oap oat oay "
    "oăc oăm oăn oăng oăt oăp oe oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
    "u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uêt uêu "
    "uôc uôi uôm uôn uông uôt uơ uy uya uych uyn uynh uyt uyu uyp uyên uyêt "
    "ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu"
)
_SYLLABLE: Final = re.compile(f"(?:{_ONSETS.replace(' ', '|')})?(?:{_RIMES.replace(' ', '|')})")
_STOPS: Final = ("p", "t", "c", "ch")


@lru_cache(maxsize=20_000)
def reads_as_vietnamese(word: str) -> bool:
    """Return whether the word is written like one Vietnamese syllable, whatever its case.

    Capitals must be the first letter or all, since text in a wrong encoding mixes them.
    """
    if not (word.islower() or word.isupper() or (word[:1].isupper() and word[1:].islower())):
        return False
    marks = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in marks if mark in _TONES]
    plain = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(plain):
        return False
    return not plain.endswith(_STOPS) or (bool(tones) and tones[0] in _STOP_TONES)
