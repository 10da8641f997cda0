import re
from pathlib import Path

import exports.sheets
from models.sentences.sheets import SENTENCES

SOURCE = "".join(
    path.read_text(encoding="utf-8") for path in Path(exports.sheets.__file__).parent.glob("*.py")
)


def test_every_code_has_its_sentence_and_every_sentence_its_code():
    used = set(re.findall(r'"(sheets\.\w+)"', SOURCE)) | {
        "sheets.number_twice",
        "sheets.dossier_twice",
        "sheets.id_twice",
    }
    assert used == set(SENTENCES)


def test_both_languages_are_filled_with_the_same_parameters():
    for vietnamese, english in SENTENCES.values():
        assert vietnamese
        assert english
        assert set(re.findall(r"{(\w+)}", vietnamese)) == set(re.findall(r"{(\w+)}", english))
