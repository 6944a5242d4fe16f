"""A story and all that was read out of it → its dossier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from index.dossier.hashes import hashes_of
from index.dossier.values import (
    FORM,
    Counted,
    Dossier,
    File,
    Happened,
    Line,
    Printed,
    Source,
    Spoke,
    Spoken,
    Stated,
    Summed,
    Voice,
    Voiced,
)  # fmt: skip
from index.findings import Copy, Fresh, Spot
from index.inside import articles_of, inside
from index.models import Article, Story, Summary
from index.overviews import Inside, WhoSaysWhat
from index.store.stores import Stores


def dossier(stores: Stores, story: Story, summary: Summary) -> Dossier:
    """Collects a story. Files that are gone are listed without their hash."""
    articles = articles_of(stores, story.id)
    return collect(story, summary, articles, inside(stores, story.id))


def collect(story: Story, summary: Summary, articles: Sequence[Article], seen: Inside) -> Dossier:
    """The same from values; reads only the bytes of the articles' files."""
    by_id = {article.id: article for article in articles}
    copies = {copy.article: copy for copy in seen.sources.copies}
    fresh = {one.article: one for one in seen.fresh}
    hashes = hashes_of(origin.path for article in articles for origin in article.origins)
    return Dossier(
        form=FORM,
        story=story.id,
        headline=story.headline,
        first=story.first,
        last=story.last,
        independent=seen.sources.independent,
        summary=tuple(Summed(_line(by_id, Spot(one.article, one.sentence)), one.said_by) for one in summary.lines),
        timeline=tuple(Happened(row.day, row.other, _line(by_id, row.spot), row.articles) for row in seen.timeline),
        quotations=tuple(_voices(by_id, seen)),
        sources=tuple(_source(article, copies.get(article.id), fresh[article.id], hashes) for article in articles),
        numbers=tuple(_numbers(by_id, seen)),
        tellers=tuple(Voiced(teller.source, teller.first, teller.lag) for teller in seen.says.tellers),
        says=tuple(_says(by_id, seen.says)),
    )


def _voices(articles: Mapping[str, Article], seen: Inside) -> Iterator[Voice]:
    for said in seen.quotations:
        printed = (Printed(one.text, one.whole, _line(articles, one.spot)) for one in said.carried)
        yield Voice(said.text, said.speaker, tuple(printed))


def _numbers(articles: Mapping[str, Article], seen: Inside) -> Iterator[Counted]:
    for row in seen.numbers:
        stated = (Stated(figure.text, _line(articles, figure.mention.spot)) for figure in row.figures)
        yield Counted(row.label, tuple(stated))


def _says(articles: Mapping[str, Article], says: WhoSaysWhat) -> Iterator[Spoke]:
    for aspect in says.aspects:
        told = (
            Spoken(teller, len(cell), _line(articles, cell[0].spot)) for teller, cell in enumerate(aspect.cells) if cell
        )
        yield Spoke(aspect.words, aspect.kind, tuple(told))


def _line(articles: Mapping[str, Article], spot: Spot) -> Line:
    article = articles[spot.article]
    at = article.sentences[spot.sentence]
    return Line(article.sentence(spot.sentence), spot.article, spot.sentence, at.block, at.start, at.end)


def _source(article: Article, copy: Copy | None, fresh: Fresh, hashes: Mapping[str, str]) -> Source:
    published = article.published
    return Source(
        article.id, article.title, article.outlet, article.agency, published.when if published else "",
        published.found_in if published else "", article.url, article.language, copy.original if copy else "",
        copy.tie if copy else "", len(fresh.sentences), fresh.total,
        tuple(File(origin.path, origin.key, hashes[origin.path]) for origin in article.origins),
    )  # fmt: skip
