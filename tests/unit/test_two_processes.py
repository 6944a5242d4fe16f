"""Two processes on one library: locks wait, nothing is lost, and who cannot wait any longer says who holds it."""

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index.cli import main
from index.library import open_library
from index.search import engine
from index.search.engines import ENGINES
from index.store.stores import open_stores

ROOT = Path(__file__).parents[2]
TOLD = "harbour ferry minister drought grain bridge storm council engine school railway orchard winter market"
WORDS = TOLD.split(" ")
COUNT = 16


def write(folder: Path, count: int = COUNT) -> Path:
    """Articles that each report something else, and all of `folder.name`."""
    folder.mkdir()
    luck = random.Random(folder.name)
    for number in range(count):
        lines = [f"The {' '.join(luck.choices(WORDS, k=9))} of {folder.name}{number} was told on Monday."
                 for _ in range(6)]  # fmt: skip
        text = "\n\n".join(lines)
        (folder / f"{number}.txt").write_text(f"News of {folder.name} number {number}\n\n{text}\n", "utf-8")
    return folder


def start(library: Path, *arguments: str | Path) -> subprocess.Popen[str]:
    code = "import sys; from index.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, *map(str, arguments), "--library", str(library)]
    return subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def end(process: subprocess.Popen[str]) -> str:
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    assert "Traceback" not in err
    return out


def found(library: Path, word: str) -> int:
    hits = end(start(library, "search", "news", word, "--strict", "--json", "--limit", "100"))
    return len(hits.splitlines())


@pytest.fixture(params=ENGINES)
def each_engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once with every engine, in this process and in those that it starts."""
    pytest.importorskip(request.param)
    monkeypatch.setenv("NUTGRAF_ENGINE", request.param)


def test_two_that_add_at_once_lose_nothing(tmp_path: Path, each_engine: None) -> None:
    library = tmp_path / "library"
    both = [start(library, "add", write(tmp_path / name), "--json") for name in ("north", "south")]
    read = [json.loads(end(process).splitlines()[-1])["read"] for process in both]
    assert read == [COUNT, COUNT]
    with open_library(library) as opened:
        list(opened.catch_up())
        assert opened.counts().articles == 2 * COUNT
        assert opened.behind() == 0
        assert {opened.search(f"news {name}", strict=True).total for name in ("north", "south")} == {COUNT}
        grouped = sorted(id for story in opened.stories() for id in story.articles)
        assert grouped == sorted(row.id for row in opened.articles())
        assert list(opened.check()) == []


def test_one_searches_while_another_adds(tmp_path: Path, each_engine: None) -> None:
    library = tmp_path / "library"
    end(start(library, "add", write(tmp_path / "north")))
    adding = start(library, "add", write(tmp_path / "south"))
    while adding.poll() is None:
        assert found(library, "north") == COUNT
    end(adding)
    assert found(library, "south") == COUNT


@contextmanager
def held(library: Path) -> Iterator[int]:
    """Another process is writing to the index of a library; its number."""
    code = (
        "import sys; from pathlib import Path; from index.search.whoosh.engine import WhooshEngine\n"
        "def documents():\n    print('writing', flush=True); sys.stdin.read(); yield from ()\n"
        f"WhooshEngine(Path({str(library / 'search')!r})).update(documents())"
    )
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "writing\n"
        yield holder.pid
        holder.communicate()


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three articles; nobody waits for long."""
    monkeypatch.setattr(engine, "PATIENCE", 0.2)
    assert main(["add", str(write(tmp_path / "north", 3)), "--library", str(tmp_path / "library")]) == 0
    return tmp_path / "library"


def test_a_search_says_who_holds_the_index_and_answers(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with held(library) as holder:
        stores = open_stores(library)
        stores.pending.all()
        stores.database.close()
        assert main(["search", "news north", "--library", str(library)]) == 0
        told = capsys.readouterr()
        assert f"process {holder} is writing to the search index" in told.err
        assert "3 articles are not indexed yet" in told.err
        assert "News of north" in told.out
    assert main(["search", "news north", "--library", str(library)]) == 0
    assert "not indexed yet" not in capsys.readouterr().err


def test_an_index_that_another_process_writes_is_not_thrown_away(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with held(library) as holder:
        assert main(["rebuild", "--library", str(library)]) == 3
        assert f"process {holder} is writing to the search index" in capsys.readouterr().err
        assert main(["search", "news north", "--library", str(library)]) == 0
    assert main(["rebuild", "--library", str(library)]) == 0
    assert main(["search", "news north", "--library", str(library)]) == 0
