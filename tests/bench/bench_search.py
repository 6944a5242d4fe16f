"""Our use of Whoosh against stock Whoosh, side by side: `PYTHONPATH=. python tests/bench/bench_search.py FOLDER N`.
A third argument names a folder that keeps both indexes for the next run: 100,000 articles take stock ten minutes.

FOLDER holds .jsonl files with `title` and `text`; N articles are made of them, paragraphs and days by a fixed seed.
Stock is what Whoosh's documentation shows: StemmingAnalyzer, stored bodies, its highlighter, a sortable date field.
"""

from __future__ import annotations

import json
import multiprocessing
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from whoosh import analysis, fields, index, qparser, query

from index.search.engine import Document, Found
from index.search.query import parse
from index.search.snippets import snippet
from index.search.whoosh.engine import WhooshEngine

BATCH = 1_000
ROWS = 20
ASKED = 60
TODAY = date(2024, 1, 1)
YEARS = 3


@dataclass(frozen=True, slots=True)
class Question:
    """One to three words of an article, and a month."""

    words: str
    first: date
    last: date


def articles(folder: Path, count: int) -> list[Document]:
    """`count` articles with the vocabulary and lengths of those in a folder."""
    files = sorted(folder.rglob("*.jsonl"))
    rows = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    luck = random.Random(1)
    made = []
    for number in range(count):
        row, other = luck.choice(rows), luck.choice(rows)
        paragraphs = row["text"].split("\n")[::2] + other["text"].split("\n")[1::2]
        luck.shuffle(paragraphs)
        day = (TODAY - timedelta(luck.randrange(365 * YEARS))).isoformat()
        body = "\n".join(paragraphs)
        made.append(Document(f"{number:08}", row.get("title") or "", body, language="en", published=day))
    return made


def questions(made: Sequence[Document]) -> Iterator[Question]:
    """As many as are asked; the same for both."""
    luck = random.Random(2)
    for _ in range(ASKED):
        words = [word for word in luck.choice(made).body.split() if word.isalpha() and len(word) > 4] or ["nothing"]
        first = TODAY - timedelta(luck.randrange(40, 365 * YEARS))
        yield Question(" ".join(luck.choices(words, k=luck.randint(1, 3))).lower(), first, first + timedelta(30))


class Ours:
    """Nutgraf's engine and snippets."""

    def __init__(self, folder: Path, made: Sequence[Document]) -> None:
        self.folder = folder
        self.bodies = {document.id: document.body for document in made}

    def build(self, made: Sequence[Document]) -> None:
        engine = WhooshEngine(self.folder)
        for at in range(0, len(made), BATCH):
            engine.update(made[at : at + BATCH])
        engine.tidy()
        engine.close()

    def open(self) -> None:
        self.engine = WhooshEngine(self.folder)

    def close(self) -> None:
        self.engine.close()

    def strict(self, words: str) -> Found:
        return self.engine.search(parse(words, TODAY, strict=True), limit=ROWS)

    def ranked(self, words: str) -> Found:
        return self.engine.search(parse(words, TODAY), limit=ROWS)

    def snippets(self, found: Found) -> list[object]:
        return [snippet(self.bodies[match.id], found.marks, "en") for match in found.matches]

    def dated(self, asked: Question) -> Found:
        return self.engine.search(parse(f"{asked.first}..{asked.last}", TODAY), limit=ROWS)

    def newest(self, words: str) -> Found:
        return self.engine.search(parse(words, TODAY), limit=ROWS, sort="newest")


class Stock:
    """Whoosh as its documentation uses it."""

    def __init__(self, folder: Path, _: Sequence[Document]) -> None:
        self.folder = folder

    def build(self, made: Sequence[Document]) -> None:
        text = fields.TEXT(analyzer=analysis.StemmingAnalyzer(), stored=True)
        when = fields.DATETIME(stored=True, sortable=True)
        self.folder.mkdir()
        new = index.create_in(
            str(self.folder), fields.Schema(id=fields.ID(stored=True), title=text, body=text, when=when)
        )
        for at in range(0, len(made), BATCH):
            writer = new.writer()
            for one in made[at : at + BATCH]:
                day = datetime.fromisoformat(one.published)
                writer.add_document(id=one.id, title=one.title, body=one.body, when=day)
            writer.commit()
        new.close()

    def open(self) -> None:
        self.index = index.open_dir(str(self.folder))
        self.searcher = self.index.searcher()
        self.parser = qparser.QueryParser("body", self.index.schema)

    def close(self) -> None:
        self.searcher.close()
        self.index.close()

    def ranked(self, words: str) -> Any:
        return self.searcher.search(self.parser.parse(words), limit=ROWS)

    strict = ranked

    def snippets(self, found: Any) -> list[object]:
        return [hit.highlights("body") for hit in found]

    def dated(self, asked: Question) -> Any:
        first, last = (datetime(day.year, day.month, day.day) for day in (asked.first, asked.last))
        return self.searcher.search(query.DateRange("when", first, last), limit=ROWS)

    def newest(self, words: str) -> Any:
        return self.searcher.search(self.parser.parse(words), limit=ROWS, sortedby="when", reverse=True)


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of this process, whatever else the machine does."""
    began = time.process_time()
    work()
    return 1_000 * (time.process_time() - began)


def built(side: Ours | Stock, made: Sequence[Document]) -> float:
    """Milliseconds of indexing; of an earlier run where its index was kept."""
    told = side.folder.with_suffix(".json")
    if not side.folder.is_dir():
        told.write_text(json.dumps(timed(lambda: side.build(made))), "utf-8")
    return float(json.loads(told.read_text("utf-8")))


def resident() -> float:
    """Megabytes of this process that are in memory."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1_000


def opened(kind: type[Ours] | type[Stock], folder: Path, asked: Sequence[Question]) -> float:
    """Megabytes that an open index takes after some searches, in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_opened, (kind, folder, asked))


def _opened(kind: type[Ours] | type[Stock], folder: Path, asked: Sequence[Question]) -> float:
    import numpy  # noqa: F401  # with the libraries, not with the index

    before = resident()
    side = kind(folder, ())
    side.open()
    for one in asked[:10]:
        side.ranked(one.words)
    return resident() - before


def figures(side: Ours | Stock, made: Sequence[Document], asked: Sequence[Question]) -> dict[str, float]:
    """Milliseconds of each kind of work, the median of many where there are many."""
    told = {"indexing": built(side, made)}
    told["megabytes after ten searches"] = opened(type(side), side.folder, asked)
    told["open"] = timed(side.open)
    told["first answer"] = timed(lambda: side.strict(asked[0].words))
    told["words as they stand"] = median(timed(lambda one=one: side.strict(one.words)) for one in asked)
    told["with other spellings, most of them"] = median(timed(lambda one=one: side.ranked(one.words)) for one in asked)
    answers = [side.ranked(one.words) for one in asked]
    whole = [timed(lambda one=one: side.snippets(side.ranked(one.words))) for one in asked]
    told["with snippets, 95 of 100 within"] = quantiles(whole, n=20)[-1]
    told[f"snippets of {ROWS} hits"] = median(timed(lambda found=found: side.snippets(found)) for found in answers)
    told["a month's articles"] = median(timed(lambda one=one: side.dated(one)) for one in asked)
    told["query, newest first"] = median(timed(lambda one=one: side.newest(one.words)) for one in asked)
    side.close()
    return told


def main(folder: Path, count: int, kept: str = "") -> None:
    """Prints both sides and how many times as fast ours is."""
    made = articles(folder, count)
    asked = list(questions(made))
    with tempfile.TemporaryDirectory() as scratch:
        stock = figures(Stock(Path(kept or scratch, f"stock-{count}"), made), made, asked)
        ours = figures(Ours(Path(kept or scratch, f"ours-{count}"), made), made, asked)
    print(f"{count} articles; milliseconds{'stock':>24}{'ours':>12}{'times':>8}")
    for name, figure in ours.items():
        print(f"{name:<36}{stock[name]:>16.2f}{figure:>12.2f}{stock[name] / figure:>8.1f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
