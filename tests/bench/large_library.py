"""A library of many articles for the other benchmarks, straight through the store: 100,000 in about three minutes.

`PYTHONPATH=. python tests/bench/large_library.py FOLDER [ARTICLES]`; a library that is there already is left as it is.
The articles are invented by a fixed seed: a vocabulary whose words are the rarer the more there are of them (Zipf),
stories of one to eight reports that share an event's words and names, 30 outlets, ten years. A fifth is read, one in
fifty is starred or tagged. Texts, features and stories are what the pipeline would store; rankings are luck.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random

from index.clean.identity import text_key
from index.library import open_library
from index.models import Article, Block, Origin, Published, Ranking, Role, Sentence, Story, Summary, SummaryLine
from index.store.articles import Derived
from index.store.files import FileState
from index.store.stores import Stores, open_stores
from index.stories.features import Features, features
from index.stories.sketch import Sketch

COMMON = 30_000
"""Words of the language."""
OUTLETS = 30
DAYS = 3650
LAST = date(2024, 6, 30)
A_JOB = 100
"""Stories that a worker writes at a time."""
SMALL = [
    "the",
    "of",
    "to",
    "and",
    "in",
    "a",
    "that",
    "for",
    "on",
    "is",
    "was",
    "with",
    "said",
    "as",
    "by",
    "at",
    "from",
    "it",
    "has",
    "his",
    "he",
    "not",
    "be",
    "were",
    "had",
]
ARCHIVE = "/archive/large.jsonl"
LONG = 10_000
"""Words of the one long article."""

Told = tuple[Story, Summary, list[Derived]]


class Newsroom:
    """Writes the reports of one story, the same ones every time."""

    def __init__(self) -> None:
        luck = Random(1)
        self._words = [_word(luck) for _ in range(COMMON)]
        self._shares = list(accumulate(1 / (rank + 20) for rank in range(COMMON)))
        self._outlets = [f"The {_word(luck).title()} {kind}" for kind in ("Post", "Times", "Herald", "News", "Review")
                         for _ in range(OUTLETS // 5)]  # fmt: skip

    def story(self, number: int) -> Told:
        """Story and articles, as the store wants them."""
        luck = Random(f"story {number}")
        event = [_word(luck).title() for _ in range(6)] + self._some(luck, 40)
        first = LAST - timedelta(luck.randrange(DAYS))
        articles = [self._report(luck, f"{number:06}{n:02}", event, first + timedelta(n // 3))
                    for n in range(luck.choice((1, 1, 1, 1, 2, 2, 3, 4, 6, 8)))]  # fmt: skip
        lines = tuple(SummaryLine(a.sentence(n), a.id, n) for n, a in enumerate(articles[:5]))
        days = [a.published.when[:10] for a in articles if a.published]
        story = Story(f"s{number:07}", articles[0].title, tuple(a.id for a in articles), min(days, default=""),
                      max(days, default=""), tuple(event[:8]), len({a.outlet for a in articles}))  # fmt: skip
        return story, Summary(lines), [_derived(luck, article) for article in articles]

    def _report(self, luck: Random, id: str, event: Sequence[str], day: date) -> Article:
        words = LONG if id == "00000000" else luck.randint(150, 700)
        texts = [self._paragraph(luck, event) for _ in range(words // 50 + 3)]
        blocks = tuple(Block(Role.BODY, " ".join(sentences)) for sentences in texts)
        return Article(
            id=f"a{id}", origins=(Origin(ARCHIVE, id),),
            title=" ".join([*luck.sample(event, 5), *self._some(luck, 4)]).capitalize(),
            outlet=luck.choice(self._outlets), agency=luck.choice(("", "", "AFP", "Reuters")),
            authors=(f"{luck.choice(event[:6])} {luck.choice(event[:6])}",),
            published=Published(day.isoformat(), "day", "metadata") if luck.random() < 0.97 else None,
            place="", url=f"https://example.org/{id}", language="en", blocks=blocks,
            sentences=tuple(_sentences(texts)),
        )  # fmt: skip

    def _paragraph(self, luck: Random, event: Sequence[str]) -> list[str]:
        return [" ".join(self._sentence(luck, event)) + "." for _ in range(luck.randint(2, 3))]

    def _sentence(self, luck: Random, event: Sequence[str]) -> list[str]:
        said = [*luck.sample(event, 4), *self._some(luck, luck.randint(4, 14)), *luck.choices(SMALL, k=7)]
        luck.shuffle(said)
        return [said[0].capitalize(), *said[1:]]

    def _some(self, luck: Random, count: int) -> list[str]:
        return luck.choices(self._words, cum_weights=self._shares, k=count)


def _word(luck: Random) -> str:
    return "".join(luck.choice("bdfgklmnprstvz") + luck.choice("aeiou") for _ in range(luck.randint(2, 4)))


def _sentences(texts: Sequence[Sequence[str]]) -> Iterator[Sentence]:
    for block, sentences in enumerate(texts):
        start = 0
        for sentence in sentences:
            yield Sentence(block, start, start + len(sentence))
            start += len(sentence) + 1


def _derived(luck: Random, article: Article) -> Derived:
    ranking = Ranking("nutgraf", tuple(luck.random() for _ in article.sentences))
    return Derived(article, text_key(article.text), ranking, features(article).to_json())


def told(first: int) -> list[Told]:
    """A job: the stories from this number on."""
    global _newsroom
    _newsroom = _newsroom or Newsroom()
    return [_newsroom.story(number) for number in range(first, first + A_JOB)]


_newsroom: Newsroom | None = None


def stories(count: int) -> Iterator[list[Told]]:
    """Stories in batches, until there are so many articles."""
    made = 0
    with ProcessPoolExecutor() as executor:
        ahead = [executor.submit(told, first * A_JOB) for first in range(4)]
        while made < count:
            batch = ahead.pop(0).result()
            ahead.append(executor.submit(told, int(batch[-1][0].id[1:]) + 1 + 3 * A_JOB))
            made += sum(len(derived) for *_, derived in batch)
            yield batch
        for job in ahead:
            job.cancel()


def store(stores: Stores, batch: Sequence[Told]) -> None:
    """Writes stories as a build does."""
    derived = {item.article.id: item for *_, items in batch for item in items}
    with stores.database.transaction() as connection:
        for id, item in derived.items():
            stores.articles.put(connection, id, item)
            stores.files.attach(connection, ARCHIVE, id, id)
    stores.sketches.keep({id: Sketch.of(Features.from_json(item.features)) for id, item in derived.items()})
    stores.stories.write(
        moved={id: story.id for story, *_ in batch for id in story.articles},
        stories=[(story, summary) for story, summary, _ in batch], dropped=(), inferred={}, grouped=list(derived),
    )  # fmt: skip


def mark(folder: Path) -> None:
    """What a user did in a year."""
    luck = Random(2)
    with open_library(folder) as library:
        ids = library.articles().ids()
        library.mark_read([id for id in ids if luck.random() < 0.2])
        library.star([id for id in ids if luck.random() < 0.02])
        for tag in ("economy", "to read", "work"):
            library.tag([id for id in ids if luck.random() < 0.01], add=[tag])


def make(folder: Path, count: int) -> None:
    """The library, unless it is there."""
    if (folder / "articles.db").exists():
        return
    start = time.perf_counter()
    stores = open_stores(folder)
    with stores.database.transaction() as connection:
        stores.files.put(connection, FileState(ARCHIVE, 0, 0, 0, ""))
    for batch in stories(count):
        store(stores, batch)
    stores.database.close()
    mark(folder)
    print(f"{count:,} articles stored in {time.perf_counter() - start:.0f} s", flush=True)
    start = time.perf_counter()
    with open_library(folder) as library:
        for _ in library.catch_up():
            pass
        print(f"indexed in {time.perf_counter() - start:.0f} s: {library.counts()}", flush=True)


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
