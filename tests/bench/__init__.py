"""Measures the program against plain references in one run; see `docs/benchmarks.md`."""
