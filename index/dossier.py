"""The dossier of a story: everything that was read out of it, each line with its receipt, and the proof that it stands.

story ─ articles, summary, what is inside ─► Dossier ─► JSON ─ months later, without the library ─► verify
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from index.dossier_values import (
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
from index.errors import UsageError
from index.findings import Copy, Fresh, Inside, Spot, WhoSaysWhat
from index.inside import articles_of, inside
from index.models import Article, Origin, Problem, Raw, Story, Summary
from index.sources.items import items
from index.store.stores import Stores
from index.verify import bare


def dossier(stores: Stores, story: Story, summary: Summary) -> Dossier:
    """Collects a story. Files that are gone are listed without their hash."""
    articles = articles_of(stores, story.id)
    return collect(story, summary, articles, inside(stores, story.id))


def collect(story: Story, summary: Summary, articles: Sequence[Article], seen: Inside) -> Dossier:
    """The same from values; reads only the bytes of the articles' files."""
    by_id = {article.id: article for article in articles}
    copies = {copy.article: copy for copy in seen.sources.copies}
    fresh = {one.article: one for one in seen.fresh}
    hashes = _hashes(origin.path for article in articles for origin in article.origins)
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


def _hashes(paths: Iterable[str]) -> dict[str, str]:
    """Each file is hashed once: an archive of thousands of articles is one file."""
    return {path: sha256(path) for path in dict.fromkeys(paths)}


def sha256(path: str) -> str:
    """Of a file's bytes; empty when it cannot be read."""
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def verify(file: Path) -> Iterator[Problem]:
    """What no longer holds of an exported dossier: files that are gone or changed, and lines that stand nowhere.

    Needs neither library nor network; each file is read once. Raises `UsageError` when the file is no dossier.
    """
    listed, lines = _read(file)
    texts = _texts([one for files in listed.values() for one in files])
    hashes = _hashes(one.path for files in listed.values() for one in files)
    for article, files in listed.items():
        yield from _article(files, lines.get(article, []), texts, hashes)


def _texts(files: Sequence[File]) -> dict[Origin, str]:
    """The text of each item that is still there, as verbatim is measured."""
    wanted = {Origin(file.path, file.key) for file in files}
    found = {}
    for path in dict.fromkeys(file.path for file in files):
        for item in items([Path(path)]):
            if isinstance(item, Raw) and item.origin in wanted:
                found[item.origin] = bare("\n\n".join(block.text for block in item.blocks) or item.text)
    return found


def _article(
    files: Sequence[File], lines: Sequence[str], texts: Mapping[Origin, str], hashes: Mapping[str, str]
) -> Iterator[Problem]:
    """An article stands when one of its files holds every line; each file that was changed is named in any case."""
    here = [origin for file in files if (origin := Origin(file.path, file.key)) in texts]
    for file in files:
        where = Origin(file.path, file.key)
        if where not in texts:
            yield Problem(str(where), "the file is gone, or no longer holds this article")
        elif hashes[file.path] != file.sha256:
            yield Problem(str(where), "the file was changed since the export")
    for line in dict.fromkeys(lines) if here else ():
        if not any(bare(line) in texts[origin] for origin in here):
            yield Problem(str(Origin(files[0].path, files[0].key)), f"silent edit: it no longer says: {line}")


def _read(file: Path) -> tuple[dict[str, list[File]], dict[str, list[str]]]:
    """The files of each article of a dossier, and all that is quoted from it."""
    try:
        told = json.loads(file.read_text("utf-8"))
        files = {row["article"]: [File(**one) for one in row["files"]] for row in told["sources"]}
        lines: dict[str, list[str]] = {}
        for article, text in _quoted(told):
            lines.setdefault(article, []).append(text)
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise UsageError(f"{file} is not a dossier that nutgraf exported as JSON", subject=file) from problem
    return files, lines


def _quoted(told: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Everything that a dossier says to stand in an article: (article, text)."""
    printed = [one for voice in told["quotations"] for one in voice["printed"]]
    stated = [one for row in told.get("numbers", ()) for one in row["stated"]]
    spoken = [one for row in told.get("says", ()) for one in row["told"]]
    for one in (*told["summary"], *told["timeline"], *printed, *stated, *spoken):
        yield one["line"]["article"], one["line"]["text"]
    for one in printed:
        yield from ((one["line"]["article"], part) for part in one["quotation"].split("\n"))
    for one in stated:
        yield one["line"]["article"], one["figure"]
