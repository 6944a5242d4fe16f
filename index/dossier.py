"""The dossier of a story: everything that was read out of it, each line with its receipt, and the proof that it stands.

story ─ articles, summary, what is inside ─► Dossier ─► JSON ─ months later, without the library ─► verify
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from index.errors import NothingFound, UsageError
from index.findings import Copy, Fresh, Inside, Spot
from index.inside import articles_of, inside
from index.models import Article, Origin, Problem, Raw, Story, Summary
from index.sources.items import items
from index.store.stores import Stores
from index.verify import bare

FORM = 1
"""Number of the JSON's form; goes up when a field changes its meaning."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence and where it stands."""

    text: str
    article: str
    sentence: int
    block: int
    start: int
    end: int
    """The paragraph of the cleaned article, and the half-open range of characters in it."""


@dataclass(frozen=True, slots=True)
class Summed:
    """A line of the summary."""

    line: Line
    said_by: tuple[str, ...]
    """Ids of the other articles that say so."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A quotation as one article prints it."""

    quotation: str
    whole: bool
    line: Line
    """The sentence in which it begins."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A quotation with everybody who prints it."""

    text: str
    speaker: str
    """Empty when it is not sure who speaks."""
    printed: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class Happened:
    """A row of the timeline."""

    day: str
    other: str
    """Another day that may be meant; empty when it is sure."""
    line: Line
    told_by: tuple[str, ...]
    """Ids of all articles that name the day."""


@dataclass(frozen=True, slots=True)
class File:
    """A file in which an article was found."""

    path: str
    key: str
    sha256: str
    """Of the file's bytes in hexadecimal digits; empty when the file was gone already."""


@dataclass(frozen=True, slots=True)
class Source:
    """A row of the table of sources."""

    article: str
    title: str
    outlet: str
    agency: str
    published: str
    found_in: str
    url: str
    language: str
    copy_of: str
    """Id of the article whose text it is; empty when it is its own."""
    tie: str
    """`copy`, `rewrite` or empty."""
    new: int
    total: int
    """Sentences that no earlier article says, of all."""
    files: tuple[File, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is exported."""

    form: int
    story: str
    headline: str
    first: str
    last: str
    independent: int
    """How many of the sources speak for themselves."""
    summary: tuple[Summed, ...]
    timeline: tuple[Happened, ...]
    quotations: tuple[Voice, ...]
    sources: tuple[Source, ...]

    def as_json(self) -> dict[str, object]:
        """Plain values for `json.dumps`; `verify` reads them back."""
        return asdict(self)


def dossier(stores: Stores, story: Story, summary: Summary) -> Dossier:
    """Collects a story. Files that are gone are listed without their hash."""
    articles = articles_of(stores, story.id)
    return collect(story, summary, articles, inside(stores, story.id))


def collect(story: Story, summary: Summary, articles: Sequence[Article], seen: Inside) -> Dossier:
    """The same from values; reads only the bytes of the articles' files."""
    by_id = {article.id: article for article in articles}
    copies = {copy.article: copy for copy in seen.sources.copies}
    fresh = {one.article: one for one in seen.fresh}
    voices = tuple(
        Voice(
            said.text,
            said.speaker,
            tuple(Printed(one.text, one.whole, _line(by_id, one.spot)) for one in said.carried),
        )
        for said in seen.quotations
    )
    summed = tuple(Summed(_line(by_id, Spot(one.article, one.sentence)), one.said_by) for one in summary.lines)
    events = tuple(Happened(row.day, row.other, _line(by_id, row.spot), row.articles) for row in seen.timeline)
    rows = tuple(_source(article, copies.get(article.id), fresh[article.id]) for article in articles)
    ends = (story.first, story.last, seen.sources.independent)
    return Dossier(FORM, story.id, story.headline, *ends, summed, events, voices, rows)


def _line(articles: Mapping[str, Article], spot: Spot) -> Line:
    article = articles[spot.article]
    at = article.sentences[spot.sentence]
    return Line(article.sentence(spot.sentence), spot.article, spot.sentence, at.block, at.start, at.end)


def _source(article: Article, copy: Copy | None, fresh: Fresh) -> Source:
    published = article.published
    return Source(
        article.id, article.title, article.outlet, article.agency, published.when if published else "",
        published.found_in if published else "", article.url, article.language, copy.original if copy else "",
        copy.tie if copy else "", len(fresh.sentences), fresh.total,
        tuple(File(origin.path, origin.key, sha256(origin.path)) for origin in article.origins),
    )  # fmt: skip


def sha256(path: str) -> str:
    """Of a file's bytes; empty when it cannot be read."""
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def verify(file: Path) -> Iterator[Problem]:
    """What no longer holds of an exported dossier: files that are gone or changed, and lines that stand nowhere.

    Needs neither library nor network. Raises `UsageError` when the file is no dossier.
    """
    listed, lines = _read(file)
    for article, files in listed.items():
        yield from _article(files, lines.get(article, []))


def _article(files: Sequence[File], lines: Sequence[str]) -> Iterator[Problem]:
    """An article stands when one of its files holds every line; each file that was changed is named in any case."""
    texts = []
    for file in files:
        where = str(Origin(file.path, file.key))
        try:
            texts.append(bare(_text(file)))
        except NothingFound:
            yield Problem(where, "the file is gone, or no longer holds this article")
            continue
        if sha256(file.path) != file.sha256:
            yield Problem(where, "the file was changed since the export")
    for line in dict.fromkeys(lines) if texts else ():
        if not any(bare(line) in text for text in texts):
            yield Problem(str(Origin(files[0].path, files[0].key)), f"silent edit: it no longer says: {line}")


def _text(file: File) -> str:
    origin = Origin(file.path, file.key)
    for item in items([Path(file.path)]):
        if isinstance(item, Raw) and item.origin == origin:
            return "\n\n".join(block.text for block in item.blocks) if item.blocks else item.text
    raise NothingFound(f"there is no {origin}", subject=origin)


def _read(file: Path) -> tuple[dict[str, list[File]], dict[str, list[str]]]:
    """The files of each article of a dossier, and all that is quoted from it."""
    try:
        told = json.loads(file.read_text("utf-8"))
        files = {row["article"]: [File(**one) for one in row["files"]] for row in told["sources"]}
        quoted = [one for voice in told["quotations"] for one in voice["printed"]]
        lines: dict[str, list[str]] = {}
        for line in (one["line"] for one in (*told["summary"], *told["timeline"], *quoted)):
            lines.setdefault(line["article"], []).append(line["text"])
        for one in quoted:
            lines[one["line"]["article"]] += one["quotation"].split("\n")
    except (ValueError, KeyError, TypeError) as problem:
        raise UsageError(f"{file} is not a dossier that nutgraf exported as JSON", subject=file) from problem
    return files, lines
