"""Which sentences lost a character on the way from their source."""

from __future__ import annotations

from index.build.derive import derive
from index.clean.altered import altered
from index.clean.article import clean
from index.models import Article, Origin, Raw
from index.store.articles import Derived
from index.summarise.article import summarise

OPENING = "The river Elbe flooded the old town of Meissen on Tuesday."
OTHERS = [
    "The state of Saxony promised 20 million euros for the people of Meissen.",
    "Firefighters from Dresden brought pumps and sandbags to the harbour of the town.",
    "Mayor Olaf Raschke said the water would keep rising in Meissen until Thursday.",
]


def raw(opening: str) -> Raw:
    return Raw(Origin("a.jsonl", "1"), "\n\n".join([opening, *OTHERS]), title="Flood in Meissen", record=True)


def cleaned(one: Raw) -> Article:
    article = clean(one)
    assert isinstance(article, Article)
    return article


def test_a_sentence_that_lost_a_soft_hyphen_or_a_control_character_is_told() -> None:
    for hidden in ("\xad", "\x92", "\u200b"):
        one = raw(OPENING.replace("flooded", f"floo{hidden}ded"))
        assert altered(cleaned(one), one) == {0}


def test_lines_tabs_and_composed_letters_are_nothing_lost() -> None:
    for opening in (OPENING, OPENING.replace(" ", "\t"), OPENING.replace(" on ", "\r\non "), f"Cafe\u0301: {OPENING}"):
        one = raw(opening)
        assert altered(cleaned(one), one) == frozenset()


def test_a_summary_prefers_sentences_that_lost_nothing() -> None:
    for opening, first in ((OPENING, OPENING), (OPENING.replace("flooded", "floo\xadded"), None)):
        found = derive(raw(opening))
        assert isinstance(found, Derived)
        lines = [line.text for line in summarise(found.article, found.ranking, sentences=3).lines]
        assert len(lines) == 3
        assert (lines[0] == first) if first else (OPENING not in lines)
        assert len(summarise(found.article, found.ranking, sentences=9).lines) == 4
