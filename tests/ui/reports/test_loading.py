from __future__ import annotations

import subprocess
import sys

HEAVY = ("reportlab", "pypdfium2", "pandas", "docx", "xlsxwriter", "pyxform", "exports")


def test_the_pages_load_nothing_heavy() -> None:
    program = (
        "import sys, ui.reports.page, ui.settings.page;"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
