"""Finds marked sentences again in the wording that an article has today. Pure."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from index.marks import Highlight
from index.models import Article


def anchored(highlight: Highlight, article: Article) -> Highlight:
    """Where a highlight stands now: by its numbers if they still hold its words, else where its words are, nearest to
    where they were; detached if they are gone. A note on the whole article stays as it is.
    """
    if highlight.whole:
        return highlight
    sentences = [_plain(article.sentence(number)) for number in range(len(article.sentences))]
    wanted = _plain(highlight.text)
    if _plain(" ".join(sentences[max(0, highlight.first) : highlight.last + 1])) == wanted:
        return highlight
    found = _found(wanted, sentences, highlight.first)
    return replace(highlight, first=found[0], last=found[1])


def words_of(article: Article, first: int, last: int) -> str:
    """The sentences from first to last as they stand, in one text."""
    return " ".join(article.sentence(number) for number in range(first, last + 1))


def _found(wanted: str, sentences: list[str], before: int) -> tuple[int, int]:
    text, starts = "", list[int]()
    for sentence in sentences:
        starts.append(len(text))
        text += sentence + " "
    places = []
    at = text.find(wanted)
    while wanted and at >= 0:
        first, last = bisect_right(starts, at) - 1, bisect_right(starts, at + len(wanted) - 1) - 1
        places.append((first, last))
        at = text.find(wanted, at + 1)
    return min(places, key=lambda place: (abs(place[0] - before), place), default=(-1, -1))


def _plain(text: str) -> str:
    return " ".join(text.split())
