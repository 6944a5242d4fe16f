"""At once: the first frame comes before anything slow is imported. A subprocess looks, for this one has it all."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SLOW = ("whoosh", "sumy", "trafilatura", "numpy", "nltk", "lxml", "py3langid", "charset_normalizer", "click")
OURS = {
    "index": "config errors library options paths",
    "index.clean": "safety",
    "index.facade": "arranging base browsing building keeping marking telling",
    "index.search": "engines",
    "index.sources": "limits",
    "index.store": "connection database journal migrate pending reading schema stores",
    "tui": "ahead app appearance building commanding dates key_names key_places keymap keys lifeline looks messages "
    "pictures plain presets remembered render shares themes touring unanswered work wrapping",
    "tui.panes": "browse browse_rows folding group_rows list_heading list_pane places saved_rows shelves stories "
    "story_tree views",
    "tui.screens": "ahead arranged beside desk lists main marking onward origins outside pictured reading summing",
    "tui.widgets": "bar field key_line line_cache one_line paper row_list rows",
}
"""What the first frame needs of our own, each a millisecond or more: what is new here has to be worth it."""
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
    return _told(SCRIPT, tmp_path, str(folder), ",".join(SLOW), *keys)


def _told(source: str, tmp_path: Path, *arguments: str) -> str:
    script = tmp_path / "script.py"  # Textual reads the source of the app it runs
    script.write_text(source)
    done = subprocess.run(
        [sys.executable, str(script), *arguments],
        capture_output=True, text=True, check=False, timeout=60, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    return (done.stdout or done.stderr).strip()


def test_the_first_frame_is_painted_before_anything_slow_is_imported(copied: Path, tmp_path: Path) -> None:
    assert _slow_after(copied, tmp_path) == "slow:"


def test_stories_articles_and_summaries_need_nothing_slow_either(copied: Path, tmp_path: Path) -> None:
    assert _slow_after(copied, tmp_path, "2", "j", "enter", "s", "escape", "1", "enter", "c") == "slow:"


def test_this_way_of_looking_sees_what_a_search_imports(copied: Path, tmp_path: Path) -> None:
    assert "whoosh" in _slow_after(copied, tmp_path, "slash", *"Putin")


FIRST = """
import asyncio, sys
from pathlib import Path
from index.library import open_library
from tui.app import NutgrafApp

class Looking(NutgrafApp):
    CSS_PATH = sys.argv[2]
    def on_ready(self):
        print(*(name for name in sys.modules if name.startswith(("index.", "tui."))))

async def main(folder):
    with open_library(folder) as library:
        async with Looking(library).run_test(size=(140, 40)) as pilot:
            await pilot.pause()

asyncio.run(main(Path(sys.argv[1])))
"""


def test_the_first_frame_imports_nothing_more_of_our_own(copied: Path, tmp_path: Path) -> None:
    known = {f"{package}.{name}" for package, names in OURS.items() for name in names.split()} | set(OURS)
    there = _told(FIRST, tmp_path, str(copied), str(ROOT / "tui" / "app.tcss")).split()
    assert "tui.app" in there and sorted(set(there) - known) == []
