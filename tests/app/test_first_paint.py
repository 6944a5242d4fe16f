"""At once: the first frame comes before anything slow is imported. A subprocess looks, for this one has it all."""

import os
import subprocess
import sys
from pathlib import Path

SLOW = ("whoosh", "sumy", "trafilatura", "numpy", "nltk", "lxml", "py3langid", "charset_normalizer", "click")
SCRIPT = """
import asyncio, sys
from pathlib import Path
from index.library import open_library
from tui.app import NutgrafApp

def slow():
    return sorted(set(sys.argv[2].split(",")) & set(sys.modules))

async def main(folder, keys):
    with open_library(folder) as library:
        async with NutgrafApp(library).run_test(size=(140, 40)) as pilot:
            await pilot.pause()
            await pilot.press(*keys)
            for _ in range(100):
                await pilot.pause(0.02)
                if not keys or keys[0] != "slash" or slow():
                    break
            print("slow:", *slow())

asyncio.run(main(Path(sys.argv[1]), sys.argv[3:]))
"""


def _slow_after(folder: Path, tmp_path: Path, *keys: str) -> str:
    script = tmp_path / "script.py"  # Textual reads the source of the app it runs
    script.write_text(SCRIPT)
    done = subprocess.run(
        [sys.executable, str(script), str(folder), ",".join(SLOW), *keys],
        capture_output=True, text=True, check=False, timeout=60,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    return (done.stdout or done.stderr).strip()


def test_the_first_frame_is_painted_before_anything_slow_is_imported(copied: Path, tmp_path: Path) -> None:
    assert _slow_after(copied, tmp_path) == "slow:"


def test_stories_articles_and_summaries_need_nothing_slow_either(copied: Path, tmp_path: Path) -> None:
    assert _slow_after(copied, tmp_path, "2", "j", "enter", "s", "escape", "1", "enter", "c") == "slow:"


def test_this_way_of_looking_sees_what_a_search_imports(copied: Path, tmp_path: Path) -> None:
    assert "whoosh" in _slow_after(copied, tmp_path, "slash", *"Putin")
