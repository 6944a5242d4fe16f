"""The quantities of a story's sentences: each with what it counts, what befell it, and the words around it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from index.findings import Spot
from index.models import Article
from index.stories.amounts import Amount, amounts
from index.stories.days import WEEKDAY, days
from index.stories.people import NAME
from index.stories.quantity_words import (
    BREAK,
    ENDS,
    FATE,
    FILLERS,
    PART_AFTER,
    PART_BEFORE,
    PEOPLE,
    PLACE,
    SAID_ON,
    TABULAR,
    THEN,
    VAGUE,
)  # fmt: skip
from index.words import WORD, fold, stem, stop_words

_NEAR = 12
"""Words on either side of an amount that tell what it is about."""
_NOUNS = 4
"""Words after an amount among which stands what is counted."""
_FATE_AFTER, _FATE_BEFORE, _ACROSS = 5, 5, 6
"""Words between an amount and what befell those it counts, after and before it; a comma is as far as six."""
_MOST = 1_200
"""Quantities of a story that are compared; keeps the largest stories to a second."""

_REACH = 40
"""Characters before the name of a day in which it stands that somebody said so then."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount with what it is of."""

    spot: Spot
    source: str
    """Who says so: the outlet, the agency, or the article where neither is known."""
    amount: Amount
    heads: frozenset[str]
    """Stems of the words after it, among which stands what is counted."""
    people: bool
    """True when it counts people without saying which."""
    vague: bool
    """True when its words count anything: years, members, percent."""
    subject: str
    """What is counted, as it stands."""
    fate: str
    """What befell those counted; empty where it is none of the common ones."""
    part: bool
    """True for some of a number given before: including two children, three more."""
    then: frozenset[str]
    """What the sentence says of other times: years, last month, per day."""
    places: frozenset[str]
    """Places named beside it: in Varn, near Ost."""
    days: frozenset[str]
    """Days on which it was so: ISO where the article is dated, days of the week where it is not."""
    names: frozenset[str]
    """Folded words of the names in its sentence."""
    around: Mapping[str, float]
    """Stems near it, weighted by how seldom they are, as a vector of length 1."""

    @property
    def article(self) -> str:
        """Id of its article."""
        return self.spot.article

    def meets(self) -> list[str]:
        """Where quantities that may be of the same thing meet."""
        found = [f"{self.amount.unit} {head}" for head in sorted(self.heads)]
        return [*found, self.fate] if self.fate else found or [self.amount.unit]

    def likeness(self, other: Quantity) -> float:
        """Cosine of the words around both."""
        return sum(weight * other.around.get(word, 0.0) for word, weight in self.around.items())


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence that states quantities."""

    spot: Spot
    source: str
    text: str
    language: str
    words: tuple[tuple[int, int, str], ...]
    """Start, end and folded form of each word."""
    stems: tuple[str, ...]
    """Stem of each word; empty for stop words and numbers."""
    amounts: tuple[Amount, ...]
    days: frozenset[str]
    names: frozenset[str]


def quantities(articles: Sequence[Article]) -> list[Quantity]:
    """Of all articles, in text order; of very large stories the first ones."""
    told = [one for article in articles for one in _told(article)]
    frequency = Counter(stemmed for one in told for stemmed in dict.fromkeys(one.stems))
    weights = {stemmed: math.log(1 + len(told) / times) for stemmed, times in frequency.items()}
    found = [_quantity(one, amount, weights) for one in told for amount in one.amounts]
    return [one for one in found if one.amount.unit or (one.amount.exact > 1 and (one.heads or one.fate))][:_MOST]


def _told(article: Article) -> list[_Told]:
    stops, language, found = stop_words(article.language), article.language, []
    for number in range(len(article.sentences)):
        text = article.sentence(number)
        stated = () if TABULAR.search(text) else amounts(text, language)
        if stated:
            words = tuple((*match.span(), fold(match.group())) for match in WORD.finditer(text))
            numbers = {at for amount in stated for at in range(*amount.number)}
            plain = [word not in stops and start not in numbers and not word.isdigit() for start, _, word in words]
            stems = tuple(stem(word, language) if kept else "" for (_, _, word), kept in zip(words, plain, strict=True))
            source = article.outlet or article.agency or article.id
            told = Spot(article.id, number), source, text, language, words, stems, tuple(stated)
            found.append(_Told(*told, _days(text, article), _names(text)))
    return found


def _days(text: str, article: Article) -> frozenset[str]:
    """The days that a sentence names, but for those on which somebody said so."""
    published = article.published.when if article.published else ""
    if len(published) < len("2023-11-09"):
        found = [(match.start(), match.group().lower()) for match in WEEKDAY.finditer(text)]
    else:
        found = [(named.start, named.day) for named in days(text, date.fromisoformat(published[:10]))]
    return frozenset(day for start, day in found if not SAID_ON.search(text, max(0, start - _REACH), start))


def _names(text: str) -> frozenset[str]:
    """Words with a capital; a single one at the beginning of the sentence says nothing."""
    runs = [match for match in NAME.finditer(text) if match.start() > 1 or " " in match.group()]
    return frozenset(fold(word) for match in runs for word in WORD.findall(match.group()))


def _quantity(told: _Told, amount: Amount, weights: Mapping[str, float]) -> Quantity:
    nouns = _nouns(told, amount)
    heads = frozenset(stem(word, told.language) for _, _, word in nouns if word not in FATE and word not in FILLERS)
    left, right = told.text[: amount.start], told.text[amount.end :]
    return Quantity(
        spot=told.spot,
        source=told.source,
        amount=amount,
        heads=heads,
        people=not heads or any(word in PEOPLE for _, _, word in nouns),
        vague=all(word in VAGUE for _, _, word in nouns),
        subject=told.text[nouns[0][0] : nouns[-1][1]] if nouns else "",
        fate="" if amount.unit else _fate(told, amount),
        part=bool(PART_BEFORE.search(left) or PART_AFTER.match(right)),
        then=frozenset(match.group().lower() for match in THEN.finditer(told.text)),
        places=_places(told, amount),
        days=told.days,
        names=told.names,
        around=_around(told, amount, weights),
    )


def _places(told: _Told, amount: Amount) -> frozenset[str]:
    """Those between the amount and the next comma, else those of the whole sentence."""
    stop = BREAK.search(told.text, amount.end)
    beside = PLACE.findall(told.text[amount.end : stop.start() if stop else len(told.text)])
    found = beside or PLACE.findall(told.text)
    return frozenset(" ".join(map(fold, WORD.findall(place))) for place in found)


def _nouns(told: _Told, amount: Amount) -> list[tuple[int, int, str]]:
    """The words after an amount up to one that ends what is counted."""
    found: list[tuple[int, int, str]] = []
    at = amount.end
    for start, end, word in told.words:
        if start < amount.end:
            continue
        if (
            len(found) == _NOUNS
            or word.isdigit()
            or told.text[at:start].strip("- ")
            or (word in ENDS and (found or word not in FILLERS))
        ):
            break
        if word not in FILLERS or found:
            found.append((start, end, word))
        at = end
    return found


def _fate(told: _Told, amount: Amount) -> str:
    """What befell those counted: the nearest such word, after the amount or before it."""
    after = [(start, word) for start, _, word in told.words if start >= amount.end][:_FATE_AFTER]
    before = [(start, word) for start, _, word in told.words if start < amount.start][::-1][:_FATE_BEFORE]
    gaps = [(far, told.text[amount.end : start], word) for far, (start, word) in enumerate(after)]
    gaps += [(far, told.text[start : amount.start], word) for far, (start, word) in enumerate(before)]
    near = [(far + _ACROSS * len(BREAK.findall(gap)), word) for far, gap, word in gaps if word in FATE]
    far, word = min(near, default=(_FATE_AFTER, ""))
    return FATE[word] if far < _FATE_AFTER else ""


def _around(told: _Told, amount: Amount, weights: Mapping[str, float]) -> Mapping[str, float]:
    here = next((at for at, (start, _, _) in enumerate(told.words) if start >= amount.number[0]), len(told.words))
    near = sorted(set(filter(None, told.stems[max(0, here - _NEAR) : here + _NEAR])))
    length = math.sqrt(sum(weights[word] ** 2 for word in near))
    return {word: weights[word] / length for word in near} if length else {}
