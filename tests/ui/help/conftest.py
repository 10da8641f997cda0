from tests.scenarios.fixtures import desk, keying, no_bugs, themed

__all__ = ["desk", "keying", "no_bugs", "themed"]
