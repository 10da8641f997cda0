from tests.scenarios.fixtures import children, desk, keying, no_bugs, themed

__all__ = ["children", "desk", "keying", "no_bugs", "themed"]
