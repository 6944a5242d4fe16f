"""The five seed articles, cleaned: every kind of damage they carry is undone, and nothing of theirs is lost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from index.clean.article import clean
from index.models import Article, Origin, Raw, Role

SEEDS = Path(__file__).parents[2] / "seeds"


@dataclass(frozen=True)
class Expected:
    title: str
    published: str
    found_in: str
    place: str
    agency: str
    outlet: str
    authors: tuple[str, ...]
    url: str
    begins: str
    ends: str
    sentences: int
    headings: tuple[str, ...]
    absent: tuple[str, ...]


EXPECTED = {
    "000_66b88861b70f35b2.txt": Expected(
        "Putin, Erdogan, Raisi in Central Asia diplomatic push",
        "2023-11-10", "title line", "ASTANA", "AFP", "", (), "",
        "Russian President Vladimir Putin visited Kazakhstan on Thursday to cement Moscow's ties",
        "alongside a 60-strong delegation of French business leaders.",
        14, (), ("date 2023-11-10", "AFP", "\ufffd", "ASTANA, Nov 9"),
    ),
    "001_30fc5bc0c3cad022.txt": Expected(
        'Putin in Kazakhstan to cement his influence among "his closest ally"',
        "2023-11-09", "caption (inferred)", "", "AFP", "Thesaxon", ("Teilor Stone",), "",
        "Russian President Vladimir Putin praised Thursday in Kazakhstan the state of relations",
        "in several countries in the region to compete with European proposals or Chinese.",
        0, ("Gaza",),
        ("Spread the love", "© POOL", "© Uzbek Foreign Ministry", "© Press service", "All rights of reproduction",
         "Teilor Stone has been a reporter", "1-800-268-7116", "– Gaza –"),
    ),
    "002_8bd6e4bee7152514.txt": Expected(
        "Putin Strengthens Ties in Central Asia Amid Rival Influence",
        "", "", "", "", "", (), "",
        "Russian President Vladimir Putin visited Kazakhstan to reinforce long-standing connections",
        "They aim to develop their economies and diplomatic ties amidst the backdrop of great power competition.",
        0, ("Background",),
        ("No menu items!", "Photo Internet reproduction", "Check out our other content", "free article(s) remaining",
         "Subscribe for unlimited access"),
    ),
    "003_e9a235f1aa17f3f6.txt": Expected(
        "Putin, Xi Vie for Influence at Central Asian Summit",
        "2024-07-03", "byline", "", "AFP", "The Moscow Times", (),
        "https://www.themoscowtimes.com/2024/07/03/putin-xi-vie-for-influence-at-central-asian-summit-a85589",
        "The leaders of Russia and China were in Kazakhstan on Wednesday for a regional summit",
        "was also set to address the two-day summit on Thursday.",
        0, ("Rivalry",), ("kremlin.ru", "Original url", "July 03, 2024", "By AFP"),
    ),
    "004_b914ec64cec3a2e1.txt": Expected(
        "Putin visits Kazakhstan, part of his efforts to cement ties with ex-Soviet neighbors",
        "2023-11-09", "caption (inferred)", "", "AP", "", (), "",
        "Russian President Vladimir Putin visited Kazakhstan on Thursday, part of his efforts",
        "will try to protect Central Asian nations from “unscrupulous\" overtures by the West.",
        0, (),
        ("3K", "Kremlin Pool Photo", "Buscar", "Categorías", "UK Roofing Market", "davidblogs30", "Stick Packaging",
         "Spinal Allografts", "desitreat"),
    ),
}  # fmt: skip


def cleaned(file: str) -> Article:
    article = clean(Raw(Origin(str(SEEDS / file)), (SEEDS / file).read_text("utf-8")))
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize("file", EXPECTED)
def test_the_metadata_of_a_seed_is_found(file: str) -> None:
    article, expected = cleaned(file), EXPECTED[file]
    published = article.published
    assert article.title == expected.title
    assert (published.when, published.found_in) == (expected.published, expected.found_in) if published else True
    assert bool(published) == bool(expected.published)
    assert (article.place, article.agency, article.outlet) == (expected.place, expected.agency, expected.outlet)
    assert (article.authors, article.url, article.language) == (expected.authors, expected.url, "en")


@pytest.mark.parametrize("file", EXPECTED)
def test_the_text_of_a_seed_is_its_article_and_nothing_else(file: str) -> None:
    article, expected = cleaned(file), EXPECTED[file]
    assert article.sentence(0).startswith(expected.begins)
    assert article.sentence(len(article.sentences) - 1).endswith(expected.ends)
    assert len(article.sentences) == expected.sentences or not expected.sentences
    assert tuple(b.text for b in article.blocks if b.role is Role.HEADING) == expected.headings
    assert [words for words in expected.absent if words in article.text] == []


@pytest.mark.parametrize("file", EXPECTED)
def test_every_sentence_of_a_seed_stands_in_its_file(file: str) -> None:
    article = cleaned(file)
    source = re.sub(r"\s", "", (SEEDS / file).read_text("utf-8"))
    for number in range(len(article.sentences)):
        assert re.sub(r"\s", "", article.sentence(number)) in source


@pytest.mark.parametrize("file", EXPECTED)
def test_every_word_of_a_seed_is_kept_in_some_block(file: str) -> None:
    blocks = re.sub(r"\s", "", "".join(block.text for block in cleaned(file).blocks))
    source = re.sub(r"\s|– Gaza –", "", (SEEDS / file).read_text("utf-8"))
    assert len(source) - len(blocks) < 10
