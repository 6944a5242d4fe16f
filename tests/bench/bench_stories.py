"""What grouping costs, in milliseconds an article: `PYTHONPATH=. python tests/bench/bench_stories.py [ARTICLES...]`.

The articles are synthetic: a vocabulary whose words are the rarer the more there are of them (Zipf), and events of
one to eight reports each, which share an event's words and names.
"""

from __future__ import annotations

import sys
import time
from itertools import accumulate
from random import Random

from index.models import Article, Block, Published, Role, Sentence
from index.stories.cluster import regroup
from index.stories.features import Features, features
from index.stories.ground import Ground
from index.stories.sketch import Sketch

SIZES = (2_000, 10_000, 20_000)
COMMON = 30_000
"""Words of the language."""
ADDED = 50
"""Articles added to a library that is already grouped."""


class Newsroom:
    """Writes reports of invented events, the same ones every time."""

    def __init__(self) -> None:
        self._luck = Random(1)
        self._words = [self._word() for _ in range(COMMON)]
        self._shares = list(accumulate(1 / (rank + 10) for rank in range(COMMON)))
        self._event: list[str] = []
        self._left = 0

    def report(self, number: int, count: int) -> Article:
        """The next report; `count` of them spread over four years."""
        if not self._left:
            self._left = self._luck.randint(1, 8)
            self._event = [self._word().title() for _ in range(6)] + self._common(40)
        self._left -= 1
        day = 1 + 1_400 * number // count
        when = f"{2020 + day // 360}-{day % 360 // 30 + 1:02}-{day % 28 + 1:02}"
        lines = [" ".join(["They", *self._luck.sample(self._event, 5), *self._common(15)]) + "." for _ in range(15)]
        blocks = tuple(Block(Role.BODY, line) for line in lines)
        sentences = tuple(Sentence(at, 0, len(line)) for at, line in enumerate(lines))
        title = " ".join(self._luck.sample(self._event, 6))
        published = Published(when, "day", "metadata")
        return Article(f"{number:08}", (), title, "", "", (), published, "", "", "en", blocks, sentences)

    def _word(self) -> str:
        return "".join(self._luck.choices("bdfgklmnprstvz", k=3)) + "".join(self._luck.choices("aeiou", k=3))

    def _common(self, count: int) -> list[str]:
        return self._luck.choices(self._words, cum_weights=self._shares, k=count)


def archive(count: int) -> dict[str, Features]:
    """`count` articles as grouping sees them."""
    newsroom = Newsroom()
    return {f"{number:08}": features(newsroom.report(number, count)) for number in range(count)}


def main(sizes: list[int]) -> None:
    print(f"articles  features  all anew   (ms an article)   {ADDED} more (ms)   stories")
    for size in sizes:
        start = time.perf_counter()
        known = archive(size)
        read = time.perf_counter()
        sketches = {name: Sketch.of(each) for name, each in known.items()}
        first = dict(list(known.items())[:-ADDED])
        assigned = regroup(Ground.at_hand(first, {name: sketches[name] for name in first}), {}, first)
        grouped = time.perf_counter()
        answer = regroup(Ground.at_hand(known, sketches), assigned, known.keys() - first.keys())
        added = time.perf_counter()
        each = 1000 / size
        print(
            f"{size:8} {(read - start) * each:9.3f} {(grouped - read) * each:9.3f}"
            f" {(added - grouped) * 1000:32.0f} {len(set(answer.values())):9}"
        )


if __name__ == "__main__":
    main(list(map(int, sys.argv[1:])) or list(SIZES))
