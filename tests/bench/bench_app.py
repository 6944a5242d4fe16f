"""The app on a library of 100,000 articles: first frame, key to frame, memory. Side by side in one run.

`PYTHONPATH=. python tests/bench/bench_app.py FOLDER [ARTICLES]`; FOLDER keeps the library (see `large_library.py`).
First frame: processes of their own, from their start to the frame that Textual paints first, an empty Textual app in
turn with ours; medians, headless, 120×40, both from compiled modules as an installation has them. The list follows the
first frame, and is told too. Key to frame: in this process, CPU milliseconds from the key event to the
frame that follows it (the list's own, before the article beside it) and to the last frame that it causes; workers'
time is in it, for they share the interpreter. Memory: a process of its own that reads for a minute.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median, quantiles
from time import monotonic, process_time

from textual import events
from textual.pilot import Pilot
from textual.screen import Screen

from index.library import open_library
from tests.bench.large_library import make
from tui.app import NutgrafApp

SIZE = (120, 40)
ROUNDS = 9
COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
QUIET = 0.25
"""Seconds without a frame after which a key is answered."""
MINUTE = 60
EMPTY = """
import time; start = time.perf_counter()
from textual.app import App
class Empty(App[None]):
    def on_ready(self): print(time.perf_counter() - start); self.exit()
Empty().run(headless=True, size=(120, 40))
"""
OURS = """
import sys, time; start = time.perf_counter()
from pathlib import Path
from tui.__main__ import begin; begin()
from index.library import open_library
from tui.app import NutgrafApp
def on_ready(self): print(time.perf_counter() - start); self.exit()
NutgrafApp.on_ready = on_ready
with open_library(Path(sys.argv[1])) as library:
    NutgrafApp(library).run(headless=True, size=(120, 40))
"""
LIST = """
import sys, time; start = time.perf_counter()
from pathlib import Path
from tui.__main__ import begin; begin()
from index.library import open_library
from tui.app import NutgrafApp
def done(): print(time.perf_counter() - start); app.exit()
def loaded(listed): show(listed); app.call_after_refresh(done)
with open_library(Path(sys.argv[1])) as library:
    app = NutgrafApp(library)
    show, app.desk.loaded = app.desk.loaded, loaded
    app.run(headless=True, size=(120, 40))
"""
READ = """
import asyncio, sys
from pathlib import Path
from tests.bench.bench_app import read_for_a_minute
asyncio.run(read_for_a_minute(Path(sys.argv[1])))
"""
MOVING: Sequence[tuple[str, Sequence[str], Sequence[str], int]] = (
    ("stories: j", ("1",), ("j",), 60),
    ("stories: page down", ("1", "g"), ("pagedown",), 30),
    ("stories: open", ("1", "g"), ("enter", "escape", "right_square_bracket"), 15),
    ("all: j", ("2", "g"), ("j",), 60),
    ("all: page down", ("g",), ("pagedown",), 30),
    ("all: open", ("2", "g"), ("enter", "escape", "j"), 20),
    ("reader: next article", ("2", "g", "enter"), ("J",), 40),
    ("reader: page down", ("2", "g", "enter"), ("pagedown",), 20),
    ("star", ("2", "g"), ("m",), 20),
    ("views", ("2",), ("1", "2", "3", "4"), 5),
    ("filter", ("2", "f"), (*"dovu ba",), 2),
    ("search", ("slash",), (*"dovu bag",), 2),
)
"""What is measured: its name, the keys that lead there, the keys that are timed in turn, how often."""


class Frames:
    """When frames were painted, in CPU seconds of this process."""

    def __init__(self) -> None:
        self.at: list[float] = []
        painted = Screen._compositor_refresh

        def paint(screen: Screen[object]) -> None:
            painted(screen)
            self.at.append(process_time())

        Screen._compositor_refresh = paint  # type: ignore[method-assign]  # Textual tells nobody of its frames


def first_frame(script: str, *arguments: str) -> float:
    """Milliseconds, once."""
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True, env=COMPILED
    )
    return float(done.stdout.split()[-1]) * 1000


def compare_first_frames(folder: Path) -> None:
    """Ours against an empty app, in turn."""
    rows = [(first_frame(EMPTY), first_frame(OURS, str(folder)), first_frame(LIST, str(folder)))
            for _ in range(ROUNDS + 1)][1:]  # fmt: skip  # the first round compiles
    empty, ours, listed = (median(each) for each in zip(*rows, strict=True))
    print(f"first frame: empty app {empty:.0f} ms, ours {ours:.0f} ms: {ours / empty:.2f} of it (goal 1.3)")
    print(f"its list is there after {listed:.0f} ms")


async def answered(frames: Frames, since: int) -> None:
    """Until no frame follows any more."""
    last, count = monotonic(), since
    while monotonic() - last < QUIET:
        await asyncio.sleep(0.01)
        if len(frames.at) > count:
            last, count = monotonic(), len(frames.at)


async def timed(pilot: Pilot[None], frames: Frames, key: str) -> tuple[float, float]:
    """CPU milliseconds to the first frame after a key, and to the last one."""
    since, start = len(frames.at), process_time()
    pilot.app.post_message(events.Key(key, key if len(key) == 1 else " " if key == "space" else None))
    await answered(frames, since)
    painted = frames.at[since:] or [process_time()]
    return (painted[0] - start) * 1000, (painted[-1] - start) * 1000


async def key_to_frame(folder: Path) -> None:
    """Prints the table."""
    frames = Frames()
    with open_library(folder) as library:
        app = NutgrafApp(library)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause(1)
            print(f"{'key to frame, CPU ms':24}{'first p50':>10}{'p95':>7}{'last p50':>10}{'p95':>7}")
            for name, before, keys, times in MOVING:
                for key in ("escape", "escape", *before):
                    await pilot.press(key)
                    await pilot.pause(0.3)
                took = [
                    await timed(pilot, frames, "space" if key == " " else key) for _ in range(times) for key in keys
                ]
                print(f"{name:24}{described(first for first, _ in took)}{described(last for _, last in took):>17}")


def described(values: Iterable[float]) -> str:
    """Median and 95th percentile."""
    found = list(values)
    return f"{median(found):10.1f}{quantiles(found, n=20)[-1]:7.1f}"


def memory() -> float:
    """Resident megabytes of this process."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


async def read_for_a_minute(folder: Path) -> None:
    """Looks through stories and articles, opens some, looks at a view or two; prints the memory before and after."""
    with open_library(folder) as library:
        app = NutgrafApp(library)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause(1)
            opened, until = memory(), monotonic() + MINUTE
            while monotonic() < until:
                for key in ("1", "pagedown", "j", "j", "enter", "escape", "]", "2", "pagedown", "G", "pageup", "enter",
                            "space", "J", "J", "escape", "3", "j", "4", "2", "g"):  # fmt: skip
                    await pilot.press(key)
                    await pilot.pause(0.05)
            print(f"memory: {opened:.0f} MB opened, {memory():.0f} MB after a minute of reading (goal 120)")


def main(folder: Path, count: int) -> None:
    """All three."""
    make(folder, count)
    compare_first_frames(folder)
    asyncio.run(key_to_frame(folder))
    print(subprocess.run([sys.executable, "-c", READ, str(folder)], capture_output=True, text=True, check=True).stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
