"""Signs the file it is handed with a token that is pulled out meanwhile, and says what came of it.

`python -m tests.exports.signing.pulling_out FILE` prints the codes of the first and a second try.
"""

from __future__ import annotations

import sys
from pathlib import Path

from exports.signing.signing import sign_file
from models.errors import KnownError
from tests.exports.signing.authority import NOW
from tests.exports.signing.softhsm import PIN, Bed, bed

_LABEL = "Token rút ra"


def attempt(made: Bed, file: Path, *, is_pulled_out: bool) -> str:
    def tell(done: int, _total: int) -> None:
        if is_pulled_out and done == 2:
            made.pull_out(_LABEL)

    try:
        sign_file(file, file, made.key(_LABEL), PIN, when=NOW, tell=tell)
    except KnownError as error:
        return error.code
    return "signed"


if __name__ == "__main__":
    pulled = Path(sys.argv[1])
    tokens = bed()
    print(attempt(tokens, pulled, is_pulled_out=True))
    print(attempt(tokens, pulled, is_pulled_out=False))
