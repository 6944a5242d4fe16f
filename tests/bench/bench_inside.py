"""What reading the articles of a story together costs, in milliseconds an article, part by part.

`PYTHONPATH=. python tests/bench/bench_inside.py [ARTICLES...]`. The reports are synthetic: 800 words each of people,
places, tolls, days and quotations, half of every one taken from the one before.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from random import Random

from index.clean.sentences import split
from index.models import Article, Block, Published, Role, Sentence
from index.stories.aspects import who_says_what
from index.stories.copies import sources
from index.stories.differing import differing
from index.stories.gather import gather
from index.stories.naming import naming
from index.stories.novelty import novelty
from index.stories.timeline import timeline

SIZES = (5, 20, 50, 200)
SENTENCES = 40
_PEOPLE = ("Ana Lund", "Piet Vos", "Eva Dahl", "Mayor Jon Berg", "Ms. Lund", "Vos")
_PLACES = ("Varn", "Sull", "the Ministry of Transport", "Harbour Street", "Ost")
_WORDS = ("quay", "storm", "harbour", "council", "ferry", "engineers", "damage", "winter", "season", "insurers")
_PATTERNS = (
    "On {day}, {who} said the {a} of the {b} would be rebuilt in {where} before the next {c}.",
    "At least {n} people were killed and {m} injured when the {a} met the {b} near {where}, officials said.",
    "“The {a} is gone for good and nobody pays for the {b},” {who} told reporters in {where}.",
    "The {a} cost {n} million dollars more than the {b} and the {c} of the year before, {who} wrote.",
    "Nobody in {where} had seen such a {a}, and the {b} stayed closed while {who} looked at the {c}.",
)


class Desk:
    """Writes the reports of one story, the same ones every time."""

    def __init__(self) -> None:
        self._luck = Random(1)
        self._before: list[str] = []

    def report(self, number: int) -> Article:
        """The next report, half of it known already."""
        kept = self._luck.sample(self._before, min(len(self._before), SENTENCES // 2))
        lines = [*kept, *(self._sentence() for _ in range(SENTENCES - len(kept)))]
        self._before = lines
        blocks = tuple(Block(Role.BODY, line) for line in lines)
        sentences = tuple(Sentence(at, *span) for at, line in enumerate(lines) for span in split(line, "en"))
        published = Published(f"2024-03-{number % 28 + 1:02}", "day", "metadata")
        facts = (f"Report {number}", f"Outlet {number}", "", (), published, "", "", "en")
        return Article(f"{number:08}", (), *facts, blocks, sentences)

    def _sentence(self) -> str:
        choose = self._luck.choice
        a, b, c = self._luck.sample(_WORDS, 3)
        numbers = {"n": self._luck.randint(2, 90), "m": self._luck.randint(2, 900)}
        day = choose(("Monday", "Tuesday", "4 March", "Friday"))
        return choose(_PATTERNS).format(a=a, b=b, c=c, day=day, who=choose(_PEOPLE), where=choose(_PLACES), **numbers)


def main(sizes: list[int]) -> None:
    parts: tuple[Callable[[list[Article]], object], ...] = (
        sources, novelty, gather, timeline, differing, naming, lambda told: who_says_what(told, naming(told)),
    )  # fmt: skip
    print("articles  sources  novelty   gather timeline  numbers    names  who says what, names included")
    for size in sizes:
        desk = Desk()
        articles = [desk.report(number) for number in range(size)]
        taken = []
        for part in parts:
            start = time.process_time()
            part(articles)
            taken.append((time.process_time() - start) * 1000 / size)
        print(f"{size:8} " + " ".join(f"{each:8.2f}" for each in taken))


if __name__ == "__main__":
    main(list(map(int, sys.argv[1:])) or list(SIZES))
