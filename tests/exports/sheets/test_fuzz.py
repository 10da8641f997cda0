import contextlib
import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports.sheets import compound
from exports.sheets.slips import read_slips
from models.errors import KnownError, UserError
from models.sentences.catalog import say
from tests.attack.inputs import changed, edits
from tests.exports.sheets import makers

quick = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
BOOK = makers.good_xlsx()
TEXTS = [["Mã đơn vị", "Ngày thu phiếu", "cong_khai"], ["06811", "05/10/2026", "Rất tốt"]]
STREAM = makers.biff(TEXTS * 3)
OLD = compound.wrap("Workbook", STREAM)
CSV = '\ufeffMã đơn vị,Ngày thu phiếu,cong_khai\r\n06811,05/10/2026,"Rất tốt"\r\n'.encode()

def read(tmp_path, content):
    path = tmp_path / "x.bin"
    path.write_bytes(content)
    with contextlib.suppress(UserError, KnownError):
        sheet = read_slips(path, makers.form(), units=makers.units, today=makers.TODAY)
        assert [say(problem) for problem in sheet.problems] or sheet.rejected == 0


@quick
@given(st.binary(max_size=400))
def test_random_bytes(tmp_path, content):
    read(tmp_path, content)


@pytest.mark.parametrize("good", [BOOK, OLD, CSV], ids=["xlsx", "xls", "csv"])
@quick
@given(edits)
def test_mutated_files(tmp_path, good, changes):
    read(tmp_path, changed(good, changes))


@quick
@given(edits)
def test_mutated_records_of_an_old_book(tmp_path, changes):
    read(tmp_path, compound.wrap("Workbook", changed(STREAM, changes)))


@quick
@given(edits, st.integers(0, 50))
def test_mutated_parts_of_a_book(tmp_path, changes, which):
    with zipfile.ZipFile(io.BytesIO(BOOK)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = sorted(parts)[which % len(parts)]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, changed(content, changes) if part == name else content)
    read(tmp_path, out.getvalue())
