from tests.scenarios.fixtures import no_bugs, themed
from tests.ui.register.check_fixtures import (
    officer,
    register_paths,
    register_session,
    register_store,
)
from tests.ui.register.list_fixtures import known, seat
from tests.ui.register.page_fixtures import beginner, browser, hamlets_session, hamlets_store

__all__ = [
    "beginner",
    "browser",
    "hamlets_session",
    "hamlets_store",
    "known",
    "no_bugs",
    "officer",
    "register_paths",
    "register_session",
    "register_store",
    "seat",
    "themed",
]
