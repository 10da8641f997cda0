"""A screen without a monitor, a keyboard without keys: what a program shows there, and to type."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import numpy as np
from PIL import Image

SIZE: Final = (1280, 800)
PATIENCE_S: Final = 60
# As long without a change, and the program has drawn what it was asked for. A cursor blinks.
QUIET_S: Final = 0.8
BLINK_BYTES: Final = 4000
# Of the four million bytes of a picture.
PAGE_BYTES: Final = 100_000


class Screen:
    """An X server of its own; `keep` writes what stands on it to a picture in `dist/`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._frame = folder / "Xvfb_screen0"
        self._server: subprocess.Popen[bytes] | None = None
        self._program: subprocess.Popen[bytes] | None = None
        self._display = ""

    def __enter__(self) -> Self:
        """Start the X server on a display that is free."""
        reading, writing = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "{}x{}x24".format(*SIZE),
             "-fbdir", str(self._folder), "-nolisten", "tcp"],
            pass_fds=[writing], stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(writing)
        with os.fdopen(reading) as said:
            self._display = f":{said.readline().strip()}"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        """End what runs."""
        if error is not None and self._frame.exists():
            self.keep("failed")
        for process in (self._program, self._server):
            if process is not None and process.poll() is None:
                process.kill()
                process.wait()

    def start(self, words: Sequence[str], environment: Mapping[str, str]) -> float:
        """Start a program; return after how many seconds it showed something."""
        empty = self._pixels()
        began = time.perf_counter()
        self._program = subprocess.Popen(
            words, env={**environment, "DISPLAY": self._display}, cwd=self._folder,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        while np.count_nonzero(self._pixels() != empty) < BLINK_BYTES:
            if time.perf_counter() - began > PATIENCE_S:
                raise RuntimeError("no window")
            time.sleep(0.005)
        taken = time.perf_counter() - began
        self.settle()
        return taken

    def press(self, *keys: str) -> None:
        """Press keys, and wait until what they do is drawn."""
        self._focus()
        self._do("key", "--clearmodifiers", *keys)
        self.settle()

    def turn_page(self, key: str) -> None:
        """Press a key after which much of the screen is another, and wait until it is."""
        before, end = self._pixels(), time.monotonic() + PATIENCE_S
        self.press(key)
        while np.count_nonzero(self._pixels() != before) < PAGE_BYTES:
            if time.monotonic() > end:
                raise RuntimeError(f"{key} leads nowhere")
            time.sleep(0.05)
        self.settle()

    def type(self, text: str) -> None:
        """Type a text."""
        self._focus()
        self._do("type", "--delay", "20", text)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing changes any more."""
        end, since, before = time.monotonic() + PATIENCE_S, time.monotonic(), self._pixels()
        while time.monotonic() - since < QUIET_S:
            time.sleep(0.05)
            now = self._pixels()
            if np.count_nonzero(now != before) > BLINK_BYTES:
                since, before = time.monotonic(), now
            if time.monotonic() > end:
                raise RuntimeError("it never stops drawing")

    def keep(self, name: str) -> None:
        """Write what stands on the screen to a picture."""
        width, height = SIZE
        shown = self._pixels().reshape(height, width, 4)[:, :, 2::-1]
        Image.fromarray(np.ascontiguousarray(shown)).save(
            Path(__file__).parents[2] / f"dist/{name}.png"
        )

    def stop(self) -> None:
        """End the program as a session that logs out does."""
        assert self._program is not None
        self._program.terminate()
        self._program.wait(PATIENCE_S)

    def _pixels(self) -> np.ndarray:
        width, height = SIZE
        content = np.fromfile(self._frame, dtype=np.uint8)
        return content[-width * height * 4 :]

    def _focus(self) -> None:
        """Give the newest window the keys, as a window manager does; here is none."""
        windows = self._do("search", "--onlyvisible", "--class", ".+").split()
        self._do("windowfocus", "--sync", max(windows, key=int))

    def _do(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env={**os.environ, "DISPLAY": self._display}, check=True,
            capture_output=True, text=True,
        )  # fmt: skip
        return done.stdout
