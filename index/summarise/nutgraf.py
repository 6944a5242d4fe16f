"""The default ranking: sumy's centrality, and what a news editor looks at.

    score = place + centrality + what it is about − length − what is wrong with it

The weights are few and were fitted once, by random search on half of 505 news articles with written highlights,
tested on the other half, and rounded. Everything is on one scale, so sentences of several articles can be compared.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from itertools import accumulate

from index.summarise.centrality import DIGITS, lexrank
from index.summarise.signs import SIGNED, Signs, sets_scene, signs
from index.summarise.terms import count_words, letters, terms

METHOD = "nutgraf"

PLACE = 1.4
"""Of an opening: news puts the event first. The second sentence gets 2/3 of what the first one gets, the third 1/2."""
DEPTH = 0.45
"""Lost on the way from the first sentence to the last."""
CENTRALITY = 0.35
"""Of LexRank, the most central sentence being 1."""
RECURRENCE = 0.4
"""Of the mean over a sentence's terms of the log of how many sentences have the term."""
TOPIC = 0.45
"""Of the sum of what its terms are worth (`topics`)."""
ECHO = 0.3
"""Lost by a later sentence for saying what the first one said, all of it."""
TITLED = 1.5
"""Lost by a sentence that says what the title says and no more."""
LENGTH = 1 / 30
"""Lost with each word: a line must earn its room."""
LONG, TOO_LONG = 25, 0.05
"""From so many words on a sentence is hard to take in; lost with each further word."""
SHORT, TOO_SHORT = 8, 0.06
"""Under so many words a sentence says little; lost with each missing word."""
SCRAP, A_SCRAP = 5, 0.5
"""Under so many words it says nothing: a name before a picture, a cry. Lost besides."""
LEAD = 4
"""Sentences that open an article: what they name, it is about."""
SCENE = 0.4
"""Lost by an opening that sets a scene; its place goes to the sentence that says what the story is (`scenes`)."""
OPENING = 6
"""Sentences in which that one is looked for."""
CORE, TOLD = 8, 2
"""So many of the most frequent terms make the core of a text; a sentence with so many of them says what it is."""
NAMES = 3
"""A sentence that names so many says it, too."""
NAME = re.compile(r"(?<=[a-z,] )[A-Z]\w")
"""Where a name begins inside a sentence."""
FURNITURE = 1.0
"""Who has faults of this weight is no sentence of the text: the opening begins behind it."""
FAULTS = Signs(quoted=1.1, broken=0.4, asks=1.0, teases=1.0, leftover=1.5, personal=0.2, shouts=0.5)
"""Lost for each sign in full."""


class Nutgraf:
    """The default summariser."""

    method = METHOD

    def rank(self, sentences: Sequence[str], language: str, title: str = "") -> tuple[float, ...]:
        """A score for each sentence; a good opening has about 1, a piece of furniture −1 or less."""
        found = [terms(sentence, language) for sentence in sentences]
        spread = Counter(term for sentence in found for term in set(sentence))
        central = lexrank(found)
        named = frozenset(terms(title, language))
        worth = topics(found, spread, named)
        most = max(central, default=0.0) or 1.0
        scene = scenes(sentences, found, spread, named, language)
        faults = [
            _faults(sentence, language) + TITLED * _restates(sentence, own, title, named) + SCENE * (number < scene)
            for number, (sentence, own) in enumerate(zip(sentences, found, strict=True))
        ]
        places = accumulate((fault < FURNITURE and at >= scene for at, fault in enumerate(faults)), initial=0)
        return tuple(
            round(
                _place(place, len(found))
                + CENTRALITY * central[number] / most
                + _matter(found[number], worth, spread)
                - (ECHO * _echo(found[number], found[0]) if number else 0.0)
                - _length(sentences[number])
                - faults[number],
                DIGITS - 3,
            )
            for number, place in zip(range(len(found)), places, strict=False)
        )


def topics(found: Sequence[Sequence[str]], spread: Mapping[str, int], title: Set[str]) -> dict[str, float]:
    """What each term is worth: how likely it is that an editor's summary has it, by a line fitted to such summaries."""
    opening = Counter(term for sentence in found[:LEAD] for term in set(sentence))
    first = set(found[0]) if found else set()
    return {
        term: 0.06 * math.log(times) * (2 if term in first else 1)
        + 0.8 * times / len(found)
        + 0.23 * opening[term] / LEAD
        + 0.29 * (term in title)
        for term, times in spread.items()
    }


def scenes(
    sentences: Sequence[str], found: Sequence[Sequence[str]], spread: Mapping[str, int], named: Set[str], language: str
) -> int:
    """How many sentences set the scene before the one that says what the story is: the nut graf.

    That one has two of the terms the text comes back to or of the title, or a figure, or several names, and does not
    open like a tale; where none of the first few is so, the text is not told so. A short text has no room for scenes.
    """
    if len(found) < OPENING + TOLD:
        return 0
    again = [term for term, times in spread.items() if times > 1]
    core = {*sorted(again, key=lambda term: -spread[term])[:CORE], *named}
    for number, (text, own) in enumerate(zip(sentences[:OPENING], found, strict=False)):
        tells = len(core.intersection(own)) >= TOLD or any(map(str.isdigit, text)) or len(NAME.findall(text)) >= NAMES
        if tells and not sets_scene(text, language):
            return number
    return 0


def _place(number: int, count: int) -> float:
    return PLACE / (2 + number) - DEPTH * number / count


def _matter(sentence: Sequence[str], worth: Mapping[str, float], spread: Mapping[str, int]) -> float:
    own = dict.fromkeys(sentence)
    mean = sum(math.log(spread[term]) for term in own) / max(3, len(own))
    return TOPIC * sum(worth[term] for term in own) + RECURRENCE * mean


def _echo(sentence: Sequence[str], first: Sequence[str]) -> float:
    opening = set(first)
    return len(opening.intersection(sentence)) / max(4, len(opening))


def _restates(text: str, sentence: Sequence[str], title: str, named: Set[str]) -> bool:
    """True where all of it stands in the title, or it is a label and the title, run together."""
    return named >= set(sentence) or (bool(named) and letters(text).endswith(letters(title)))


def _length(text: str) -> float:
    size = count_words(SIGNED.sub("", text))
    return LENGTH * size + TOO_LONG * max(0, size - LONG)


def _faults(text: str, language: str) -> float:
    """What is wrong with it, and that it is too short to say much."""
    size = count_words(SIGNED.sub("", text))
    found = signs(text, language)
    signed: float = sum(getattr(FAULTS, name) * getattr(found, name) for name in Signs.__slots__)
    return signed + TOO_SHORT * max(0, SHORT - size) + A_SCRAP * (size < SCRAP)
