"""The register as files: the list on paper and as a workbook, beside the plain ways."""

from __future__ import annotations

from tests.bench.children import run_child
from tests.bench.result import Findings, Line, median, noise
from tests.bench.stores import Stores

ROUNDS = 3
_GROUP = "34.043 households as files"
_PDF_AIM = 1.5


def measure(stores: Stores) -> Findings:
    """Make both files of the demo's households in fresh processes, in turn with the plain ways."""
    runs = [run_child("household_files_work") for _ in range(ROUNDS)]
    took = {name: median(run["took"][name] for run in runs) for name in runs[0]["took"]}
    pdf = "text objects per column, rl-accel"
    lines = (
        Line(_GROUP, "PDF list, 10 columns", took["pdf"], took["plain_pdf"], pdf, "ms", "at most",
             _PDF_AIM),
        noise(_GROUP, "plain PDF", took["plain_pdf"], took["plain_pdf_again"], "ms"),
        Line(_GROUP, "PDF list, size", runs[0]["pdf_bytes"] / 1e6, runs[0]["plain_bytes"] / 1e6,
             pdf, "MB"),
        Line(_GROUP, "XLSX, all columns", took["xlsx"], took["plain_xlsx"],
             "xlsxwriter in memory, write_row", "ms"),
        Line(_GROUP, "XLSX, all columns", took["xlsx"], took["constant_xlsx"],
             "xlsxwriter constant_memory, write_row", "ms"),
        Line(_GROUP, "CSV, all columns", took["csv"]),
    )  # fmt: skip
    one = runs[0]
    note = (
        f"{one['households']} households, {one['pages']} pages, {one['columns']} columns in the "
        f"workbook; median of {ROUNDS} fresh processes; both PDF ways lay out the same cells on "
        "the same pages, the plain one neither cuts long texts nor draws lines; constant_memory "
        "keeps the rows in a temporary file, which the program must not"
    )
    return Findings(lines, (note,))
