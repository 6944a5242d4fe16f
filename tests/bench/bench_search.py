"""Our use of Whoosh against stock Whoosh, side by side: `PYTHONPATH=. python tests/bench/bench_search.py FILE N`.

FILE is a .jsonl with `title` and `text`; N articles are made of it, its paragraphs shuffled by a fixed seed.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import quantiles

from whoosh import analysis, fields, index, qparser

from index.search.engine import Document
from index.search.query import parse
from index.search.snippets import snippet
from index.search.whoosh_engine import WhooshEngine

BATCH = 1_000
ROWS = 20


def articles(file: Path, count: int) -> list[Document]:
    """`count` articles with the vocabulary and lengths of a file's."""
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    luck = random.Random(1)
    made = []
    for number in range(count):
        row, other = luck.choice(rows), luck.choice(rows)
        paragraphs = row["text"].split("\n")[::2] + other["text"].split("\n")[1::2]
        luck.shuffle(paragraphs)
        made.append(Document(f"{number:08}", row.get("title") or "", "\n".join(paragraphs), language="en"))
    return made


def questions(made: list[Document], count: int) -> Iterator[str]:
    """One to three words of an article."""
    luck = random.Random(2)
    for _ in range(count):
        words = [word for word in luck.choice(made).body.split() if word.isalpha() and len(word) > 4] or ["nothing"]
        yield " ".join(luck.choices(words, k=luck.randint(1, 3))).lower()


def ours(folder: Path, made: list[Document]) -> Callable[[str], object]:
    engine = WhooshEngine(folder)
    for at in range(0, len(made), BATCH):
        engine.update(made[at : at + BATCH])
    bodies = {document.id: document.body for document in made}

    def ask(text: str) -> object:
        found = engine.search(parse(text, date(2024, 1, 1)), limit=ROWS)
        return [snippet(bodies[match.id], found.marks, "en") for match in found.matches]

    return ask


def stock(folder: Path, made: list[Document]) -> Callable[[str], object]:
    text = fields.TEXT(analyzer=analysis.StemmingAnalyzer(), stored=True)
    folder.mkdir()
    made_index = index.create_in(str(folder), fields.Schema(id=fields.ID(stored=True), title=text, body=text))
    for at in range(0, len(made), BATCH):
        writer = made_index.writer()
        for document in made[at : at + BATCH]:
            writer.add_document(id=document.id, title=document.title, body=document.body)
        writer.commit(merge=False)
    searcher = made_index.searcher()
    parser = qparser.QueryParser("body", made_index.schema)
    return lambda asked: [hit.highlights("body") for hit in searcher.search(parser.parse(asked), limit=ROWS)]


def main(file: Path, count: int) -> None:
    made = articles(file, count)
    asked = list(questions(made, 100))
    with tempfile.TemporaryDirectory() as scratch:
        for name, build in (("stock", stock), ("ours", ours)):
            began = time.perf_counter()
            ask = build(Path(scratch, name), made)
            indexed = time.perf_counter() - began
            times = []
            for text in asked:
                began = time.perf_counter()
                ask(text)
                times.append(1_000 * (time.perf_counter() - began))
            cuts = quantiles(times, n=20)
            print(f"{name}: {count / indexed:.0f} articles/s; search with {ROWS} snippets "
                  f"median {cuts[9]:.1f} ms, p95 {cuts[18]:.1f} ms")  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
