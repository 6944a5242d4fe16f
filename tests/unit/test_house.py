"""The boundaries of the house, looked at where a static graph cannot see: what is imported, opened and packed."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SLOW = (
    "whoosh", "tantivy", "sumy", "numpy", "nltk", "trafilatura", "lxml", "py3langid", "charset_normalizer", "Stemmer",
    "PIL", "textual_image",
)  # fmt: skip

_LOADED = "import sys, {module}; print('\\n'.join(sorted(name.partition('.')[0] for name in sys.modules)))"

_OFFLINE = """
import sys
def no_network(event, arguments):
    if event in ("socket.bind", "socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        raise SystemExit(f"{event} {arguments}")
sys.addaudithook(no_network)
from index.cli import main
for command in ("add " + SEEDS, "search tokayev", "stories", "summary " + SEEDS, "brief", "check", "rebuild"):
    if main(command.split(" ", 1)) != 0:
        raise SystemExit(command + " failed")
"""


def python(code: str, **environment: str) -> str:
    """What a fresh interpreter prints; fails with what it complains about."""
    told = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    return told.stdout


def loaded(module: str) -> set[str]:
    return set(python(_LOADED.format(module=module)).split())


@pytest.mark.parametrize("module", ["index.library", "index.cli.names", "tui.app", "tui.__main__"])
def test_nothing_slow_is_imported_on_the_way_to_the_first_frame(module):
    assert loaded(module).isdisjoint(SLOW)


def test_the_names_of_the_commands_cost_nothing():
    assert loaded("index.cli.names").isdisjoint({"click", "rich", "sqlite3", "textual", "platformdirs"})


@pytest.mark.parametrize("module", ["index.library", "index.cli.run"])
def test_the_data_side_never_imports_the_screen(module):
    assert loaded(module).isdisjoint({"textual", "tui"})


def test_nothing_below_the_command_line_imports_click_or_rich():
    assert loaded("index.library").isdisjoint({"click", "rich"})


def test_reading_searching_and_summarising_open_no_network(seeds, tmp_path):
    python(f"SEEDS = {str(seeds)!r}\n{_OFFLINE}", NUTGRAF_LIBRARY=str(tmp_path / "library"))


def test_every_dependency_is_pinned_among_the_constraints():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pinned = {_plain(line.partition("==")[0]) for line in lines if "==" in line}
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    assert {_plain(name) for name in wanted} <= pinned


def test_the_seeds_are_packed_and_tell_where_they_come_from(seeds):
    sources = (seeds / "SOURCES.md").read_text("utf-8")
    files = sorted(file.name for file in seeds.glob("*.txt"))
    assert len(files) == 5
    assert all(name in sources for name in files)


def test_no_rule_of_gitignore_hides_a_package():
    """What git ignores, the wheel leaves out."""
    ignored = (ROOT / ".gitignore").read_text("utf-8").split()
    folders = {folder.name for package in ("index", "tui") for folder in (ROOT / package).rglob("*") if folder.is_dir()}
    assert folders - {"__pycache__"} >= {"build", "cli"}
    assert not {rule.rstrip("/") for rule in ignored if not rule.startswith("/")} & (folders - {"__pycache__"})


def test_no_test_folder_hides_a_package():
    assert not list((ROOT / "tests").rglob("__init__.py"))
    assert not [name for name in ("index", "tui") if (ROOT / "tests" / name).exists()]


def test_the_readme_names_the_commands_that_there_are():
    from index.cli.names import COMMANDS

    readme = (ROOT / "README.md").read_text("utf-8")
    assert all(f"nutgraf {command}" in readme for command in COMMANDS)


def _plain(requirement: str) -> str:
    """The name of a package as pip compares it."""
    name = requirement.partition(";")[0]
    for sign in "<>=~![ ":
        name = name.partition(sign)[0]
    return name.strip().lower().replace("_", "-").replace(".", "-")
