"""A child: loads the program as its own start does, then works at the window."""

from __future__ import annotations

import sys
from importlib import import_module

from desktop.lean_imports import spare_sources

if __name__ == "__main__":
    spare_sources()
    import_module("tests.bench.desk_work").WORK[sys.argv[1]](*sys.argv[2:])
