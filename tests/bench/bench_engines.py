"""Both engines side by side, as a reader waits for them: `PYTHONPATH=. python tests/bench/bench_engines.py FOLDER N`.

The articles and questions are those of `bench_search.py`; a wait is a search and the snippets of its 20 rows. Figures
are milliseconds of this process, whatever else the machine does. `N tantivy` measures one engine alone.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from bench_search import BATCH, ROWS, TODAY, Question, articles, questions

from index.hits import Sort
from index.search.engine import PATIENCE, Document, Engine
from index.search.engines import ENGINES, opened
from index.search.query import parse
from index.search.snippets import snippet


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that somebody waits on a machine that does nothing else."""
    began = time.process_time()
    work()
    return 1_000 * (time.process_time() - began)


def ids(engine: Engine, asked: Question) -> None:
    """A search for a filter: everything that is found, unseen."""
    engine.search(parse(asked.words, TODAY), every=True)


def wait(engine: Engine, bodies: dict[str, str], words: str, sort: Sort = "relevance", strict: bool = False) -> None:
    """A search as a reader asks for it."""
    found = engine.search(parse(words, TODAY, strict=strict), limit=ROWS, sort=sort)
    for match in found.matches:
        snippet(bodies[match.id], found.marks, "en")


def build(engine: Engine, made: Sequence[Document]) -> None:
    """Indexes in batches, as a library does."""
    for at in range(0, len(made), BATCH):
        engine.update(made[at : at + BATCH])
    engine.tidy()
    engine.close()


def figures(name: str, folder: Path, made: Sequence[Document], asked: Sequence[Question]) -> dict[str, float]:
    """Each kind of wait, the median and what 95 of 100 stay below."""
    bodies = {document.id: document.body for document in made}
    told = {"indexing": timed(lambda: build(opened(name, folder, PATIENCE), made))}
    told["size on disk, MB"] = sum(file.stat().st_size for file in folder.iterdir()) / 1e6
    engine = opened(name, folder, PATIENCE)
    told["open and first answer"] = timed(lambda: wait(engine, bodies, asked[0].words))
    waits: dict[str, Callable[[Question], None]] = {
        "words, other spellings too": lambda one: wait(engine, bodies, one.words),
        "the same again": lambda one: wait(engine, bodies, one.words),
        "words as they stand": lambda one: wait(engine, bodies, one.words, strict=True),
        "newest first": lambda one: wait(engine, bodies, one.words, "newest"),
        "in a month": lambda one: wait(engine, bodies, f"{one.words} {one.first}..{one.last}"),
    }
    for kind, work in waits.items():
        each = [timed(partial(work, one)) for one in asked]
        told[f"{kind}, median"], told[f"{kind}, p95"] = median(each), quantiles(each, n=20)[-1]
    every = [timed(partial(ids, engine, one)) for one in asked]
    told["ids of all hits, median"] = median(every)
    engine.close()
    return told


def main(folder: Path, count: int, names: Sequence[str]) -> None:
    """Prints the figures of each engine."""
    made = articles(folder, count)
    asked = list(questions(made))
    with tempfile.TemporaryDirectory() as scratch:
        sides = [figures(name, Path(scratch, name), made, asked) for name in names]
    print(f"{f'{count} articles; milliseconds':<44}" + "".join(f"{name:>12}" for name in names))
    for kind in sides[0]:
        print(f"{kind:<44}" + "".join(f"{side[kind]:>12.2f}" for side in sides))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:] or ENGINES)
