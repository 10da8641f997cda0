"""`motcua`: with a command the command line, with none the window."""

from __future__ import annotations

import sys

# Options that concern the window too; anything else means a command.
_WINDOW_OPTIONS = ("--data-dir", "--lang", "--account", "--home")


def main() -> int:
    """Open the window, or run a command without loading Qt; return the exit code."""
    arguments = sys.argv[1:]
    if arguments == ["--backup-child"]:
        from desktop.backup_child import run_child

        return run_child(sys.stdin.buffer)
    if arguments == ["--check-child"]:
        from desktop.check_child import run_check

        return run_check(sys.stdin.buffer)
    if arguments == ["--kiosk-watch"]:
        from desktop.kiosk.watcher import run_watcher

        return run_watcher(sys.stdin.buffer)
    if arguments == ["--kiosk-booth"]:
        from desktop.kiosk.booth_process import run_booth

        return run_booth(sys.stdin.buffer)
    if _is_window(arguments):
        from desktop.lean_imports import spare_sources

        spare_sources()
        from desktop.app import run_window

        return run_window(arguments)
    from desktop.cli.main import run
    from desktop.memory_dumps import forbid_memory_dumps

    forbid_memory_dumps()
    return run(arguments)


def _is_window(arguments: list[str]) -> bool:
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        name = word.split("=", 1)[0]
        if name not in _WINDOW_OPTIONS:
            return False
        if "=" not in word and rest:
            rest.pop(0)
    return True


if __name__ == "__main__":
    sys.exit(main())
