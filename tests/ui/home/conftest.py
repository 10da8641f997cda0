from tests.scenarios.fixtures import desk, keying, no_bugs, themed
from tests.ui.register.check_fixtures import register_paths, register_store

__all__ = ["desk", "keying", "no_bugs", "register_paths", "register_store", "themed"]
