import os

from tests.scenarios.fixtures import desk, keying, no_bugs, themed
from tests.ui.register.check_fixtures import register_paths, register_store

__all__ = ["desk", "keying", "no_bugs", "register_paths", "register_store", "themed"]

# Its kills come too early or too late as the machine is quick or slow; until it waits for what it
# means, it belongs to `make soak`. The kills at the check page alone stay in every run.
collect_ignore = [] if os.environ.get("MOTCUA_SOAK") else ["test_register_kills.py"]
