"""Lists at 100,000 articles: milliseconds of CPU from a key to the list's own frame, and of fetching each list.

    PYTHONPATH=. python tests/bench/bench_lists.py [ARTICLES]

The library is made through the stores, of words that mean nothing.
"""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from textual import events
from textual.screen import Screen

from index.library import Library, open_library
from index.models import Article, Block, Origin, Published, Ranking, Role, Sentence, Story, Summary, SummaryLine
from index.store.articles import Derived
from index.store.stores import Stores, open_stores
from tui.app import NutgrafApp

SYLLABLES = [consonant + vowel for consonant in "bcdfghklmnprstvw" for vowel in "aeiou"]
KEYS = 60
"""Presses of each key."""


def make(folder: Path, articles: int) -> None:
    chance, stores = random.Random(5), open_stores(folder)
    outlets = [_words(chance, 2) for _ in range(60)]
    for first in range(0, articles, 1000):
        with stores.database.transaction() as connection:
            for number in range(first, min(articles, first + 1000)):
                item = _article(chance, number, chance.choice(outlets))
                stores.articles.put(connection, item.article.id, item)
                stores.files.attach(connection, item.article.origins[0].path, "", item.article.id)
    _group(chance, stores)
    with stores.database.transaction() as connection:
        connection.execute("DELETE FROM main.pending")
    stores.database.close()


def _words(chance: random.Random, number: int) -> str:
    words = ("".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(number))
    return " ".join(words).capitalize()


def _article(chance: random.Random, number: int, outlet: str) -> Derived:
    text = _words(chance, 60) + "."
    day = f"20{chance.randint(10, 23)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    article = Article(
        id=f"{number:016x}", origins=(Origin(f"/{number}.txt"),), title=_words(chance, 8), outlet=outlet, agency="",
        authors=(), published=Published(day, "day", "byline"), place="", url="", language="en",
        blocks=(Block(Role.BODY, text),), sentences=(Sentence(0, 0, len(text)),),
    )  # fmt: skip
    return Derived(article, str(number), Ranking("nutgraf", (1.0,)), "[]")


def _group(chance: random.Random, stores: Stores) -> None:
    rows = stores.database.connection.execute("SELECT id, title, day FROM articles ORDER BY day, number").fetchall()
    stories: list[tuple[Story, Summary]] = []
    moved: dict[str, str] = {}
    while rows:
        size = chance.choice((1, 1, 1, 2, 4))
        members, rows = rows[:size], rows[size:]
        story = Story(
            f"s{members[0][0]}", members[0][1], tuple(id for id, *_ in members), members[0][2], members[-1][2], ()
        )
        stories.append((story, Summary((SummaryLine("This is what happened.", members[0][0], 0),))))
        moved |= dict.fromkeys(story.articles, story.id)
    stores.stories.write(moved=moved, stories=stories, dropped=(), inferred={}, grouped=list(moved))


def fetching(library: Library) -> None:
    lists: dict[str, Callable[[], object]] = {
        "all": library.articles,
        "unread": lambda: library.articles("unread"),
        "all, of two words": lambda: library.articles(words="ka mo"),
        "all, by outlet": lambda: library.articles(order="outlet"),
        "outlets": lambda: library.counted("outlet"),
        "months": lambda: library.counted("month"),
        "stories": library.stories,
    }
    for name, fetch in lists.items():
        before = time.process_time()
        fetch()
        print(f"fetch {name:<20} {(time.process_time() - before) * 1000:8.1f} ms (in a worker)")


async def pressing(library: Library) -> None:
    frames: list[float] = []
    painted = Screen._compositor_refresh

    def paint(screen: Screen[object]) -> None:
        painted(screen)
        frames.append(time.process_time())

    Screen._compositor_refresh = paint  # type: ignore[method-assign]  # to see when a frame is done
    app = NutgrafApp(library)
    async with app.run_test(size=(140, 40)) as pilot:
        for view in ("1", "2"):
            await pilot.press(view)
            await pilot.pause(5)
            for key in ("j", "pagedown"):
                await pilot.press("g")
                await pilot.pause(0.5)
                pressed = [await _press(app, key, frames) for _ in range(KEYS)]
                spent = sorted(each for each in pressed if each is not None)
                middle, late = spent[len(spent) // 2], spent[len(spent) * 95 // 100]
                shown = f"{app.desk.browse.view:<8} {len(app.desk.browse.rows):>7,} rows"
                print(f"{shown}  {key:<9} {middle:5.1f} ms, p95 {late:5.1f} ms")


async def _press(app: NutgrafApp, key: str, frames: list[float]) -> float | None:
    frames.clear()
    before = time.process_time()
    app.post_message(events.Key(key, key if len(key) == 1 else None))
    await asyncio.sleep(0.25)
    return (frames[0] - before) * 1000 if frames else None  # at the end of a list nothing is painted


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
        with open_library(folder) as library:
            fetching(library)
            asyncio.run(pressing(library))


if __name__ == "__main__":
    main()
