"""Jobs whose answers come when the test says so, in any order."""

from __future__ import annotations

from typing import Any

from ui.jobs import Progress


class HeldJobs:
    """Holds every piece of work until the test lets it go, in any order."""

    def __init__(self) -> None:
        self.held: list[HeldJob] = []

    def run(
        self, work: Any, *, done: Any, failed: Any, lane: str = "read", progressed: Any = None
    ) -> Any:
        job = HeldJob(work, done, failed, progressed)
        self.held.append(job)
        return job


class HeldJob:
    """One piece of work that was asked for."""

    def __init__(self, work: Any, done: Any, failed: Any, progressed: Any) -> None:
        self.work, self.done, self.failed, self.progressed = work, done, failed, progressed
        self.is_cancelled = False

    def cancel(self) -> None:
        self.is_cancelled = True

    def report(self, done: int, total: int | None = None, detail: str = "") -> None:
        """Count as progress that nobody listens to."""

    def release(self) -> None:
        """Answer, even when it was cancelled: the page must not rely on the jobs for that."""
        progress: Progress = self
        self.done(self.work(progress))

    def refuse(self, error: Exception) -> None:
        """Fail, with nothing done."""
        self.failed(error)
