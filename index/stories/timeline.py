"""What happened when: for each day that the articles of a story name, the sentence that tells it, and who tells it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from index.findings import Spot, TimelineRow
from index.models import Article
from index.stories.days import NEAR, Named, days
from index.stories.marks import quoted
from index.words import WORD, fold, stem, stop_words

_DAY = len("2023-11-09")
_POSTED = re.compile(r"\(@\w{1,20}\),? (\w{3,9}\.? \d\d?, 20\d\d)\b")
"""The signature of a post: `(@analund) November 9, 2023`."""
_REWRITTEN = 3
"""Days within which a report is still rewritten under its first date."""


def timeline(articles: Sequence[Article]) -> tuple[TimelineRow, ...]:
    """Earliest day first; a month stands before its days. Articles without a day of their own name no days here.

    The sentence of a row is the one that shares most with what the other sentences say of that day.
    """
    told: dict[str, list[tuple[Spot, Named]]] = defaultdict(list)
    by_id = {article.id: article for article in articles}
    named = [each for article in articles for each in _named(article)]
    sure = {one.day for _, one in named if not one.other}
    for spot, one in named:
        settled = _settled(one, sure)
        told[settled.day].append((spot, settled))
    return tuple(_row(day, told[day], by_id) for day in sorted(told))


def _settled(one: Named, sure: Collection[str]) -> Named:
    """Of two days that may be meant the one that others name for sure; the other one is still told."""
    swaps = one.other in sure and one.day not in sure
    return replace(one, day=one.other, other=one.day) if swaps else one


def coverage(articles: Sequence[Article]) -> tuple[tuple[str, int], ...]:
    """ISO days with the number of articles that appeared on them, in order; undated ones are left out."""
    dated = [article.published.when[:_DAY] for article in articles if article.published]
    return tuple(sorted(Counter(day for day in dated if len(day) == _DAY).items()))


def _named(article: Article) -> list[tuple[Spot, Named]]:
    """The sentences of an article that name one day; of one that names several it is not sure what happened when."""
    published = article.published
    if published is None or published.precision not in ("day", "minute"):
        return []
    appeared = _last_day(article, date.fromisoformat(published.when[:_DAY]))
    found = []
    for number in range(len(article.sentences)):
        named = [one for one in days(article.sentence(number), appeared) if not _is_of_a_speaker(article, number, one)]
        if len({one.day for one in named}) == 1 and not _POSTED.search(article.sentence(number)):
            found.append((Spot(article.id, number), named[0]))
    return found


def _is_of_a_speaker(article: Article, number: int, named: Named) -> bool:
    """True for `yesterday` in quotation marks: it is seen from the day on which somebody spoke."""
    at = article.sentences[number]
    start, end = at.start + named.start, at.start + named.end
    text = article.blocks[at.block].text
    return text[start:end].lower() in NEAR and any(one.start < start and end < one.end for one in quoted(text))


def _last_day(article: Article, published: date) -> date:
    """The day on which an article was last written on: it may quote posts of the days after it first appeared."""
    posts = (match[1] for block in article.blocks if "(@" in block.text for match in _POSTED.finditer(block.text))
    said = {named.day for post in posts for named in days(post, published)}
    return max((date.fromisoformat(day) for day in said if _is_soon(day, published)), default=published)


def _is_soon(day: str, published: date) -> bool:
    return len(day) == _DAY and 0 < (date.fromisoformat(day) - published).days <= _REWRITTEN


def _row(day: str, told: Sequence[tuple[Spot, Named]], articles: dict[str, Article]) -> TimelineRow:
    terms = [_terms(articles[spot.article], spot.sentence) for spot, _ in told]
    used = Counter(term for own in terms for term in own)
    worth = [sum(used[term] - 1 for term in own) / (len(own) or 1) for own in terms]
    best = max(range(len(told)), key=lambda at: (round(worth[at], 9), -at))
    spot, named = told[best]
    tellers = tuple(dict.fromkeys(other.article for other, _ in told))
    return TimelineRow(day, named.other, articles[spot.article].sentence(spot.sentence), spot, tellers)


def _terms(article: Article, number: int) -> frozenset[str]:
    stops = stop_words(article.language)
    folded = (fold(word) for word in WORD.findall(article.sentence(number)))
    return frozenset(stem(word, article.language) for word in folded if word not in stops)
