"""Why a story is one, what is near it and continues it; and merging, splitting and moving by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text

from index.cli import building, pages, records
from index.cli.output import on_one_line, record, say, show
from index.kinship import Bond, Link, Near
from index.library import Library
from index.models import ArticleRow, Story

NOTHING = 1
"""Exit code where nothing was found."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a story, or is to be done with it; nothing where it is only to be shown."""

    why: bool
    related: bool
    thread: bool
    merge: Sequence[str]
    """Stories to be put to it."""
    split: Sequence[str]
    """Articles that are to be a story of their own."""
    take: Sequence[str]
    """Articles of other stories that belong to it."""


def arranged(library: Library, id: str, asked: Asked, as_json: bool) -> int | None:
    """Does what is asked and gives an exit code; None where nothing is."""
    story = library.resolve_story(id)
    if asked.merge or asked.split or asked.take:
        return _put_right(library, story, asked, as_json)
    if asked.why:
        return _why(library, story, as_json)
    if asked.related:
        return _related(library.related(story), as_json)
    return _thread(library.thread(story), as_json) if asked.thread else None


def _put_right(library: Library, story: str, asked: Asked, as_json: bool) -> int:
    touched = [story, *(library.move(library.resolve_article(article), story).story for article in asked.take)]
    if asked.split:
        touched.append(library.split(story, [library.resolve_article(article) for article in asked.split]).story)
    if asked.merge:
        touched = [library.merge([story, *map(library.resolve_story, asked.merge)]).story]
    building.catch_up(library)
    for id in dict.fromkeys(touched):
        _told(library, library.story(id), as_json)
    say("take it back with: nutgraf undo")
    return 0


def _told(library: Library, story: Story, as_json: bool) -> None:
    if as_json:
        record(records.story_record(library, story))
    else:
        show(pages.story_line(story), cut=True)


def _why(library: Library, story: str, as_json: bool) -> int:
    why = library.why(story)
    rows = {row.id: row for row in library.rows(library.story(story).articles)}
    if as_json:
        record({"id": story, "score": why.score, "needed": why.needed, "bonds": [*map(_bond_record, why.bonds)]})
        return 0
    if not why.bonds:
        say("the story has one article")
        return NOTHING
    show(Text(f"score {why.score:.2f} on the whole, needed {why.needed:.2f}", "cyan"))
    for bond in why.pairs:
        show(Text.assemble("• ", (_named(rows[bond.article]), "bold"), f" and {_named(rows[bond.other])}"))
        show(Text(on_one_line(bond.in_words())), indent=2)
    return 0


def _related(found: Sequence[Near], as_json: bool) -> int:
    for near in found:
        if as_json:
            told = {"id": near.story.id, "headline": near.story.headline, "score": near.score, "needed": near.needed}
            record({**told, "bond": _bond_record(near.bond)})
        else:
            show(pages.story_line(near.story), cut=True)
            show(Text(on_one_line(near.in_words()), "dim"), indent=2)
    return 0 if found else _nothing("no story is nearly the same event")


def _thread(found: Sequence[Link], as_json: bool) -> int:
    for link in found:
        if as_json:
            story, shared = link.story, {"names": link.names, "terms": link.terms}
            record(
                {
                    "id": story.id,
                    "headline": story.headline,
                    "first": story.first or None,
                    "since": link.since,
                    **shared,
                }
            )
        else:
            show(pages.story_line(link.story), cut=True)
            show(Text(on_one_line(link.in_words()), "dim"), indent=2)
    return 0 if found else _nothing("no story continues it")


def _bond_record(bond: Bond) -> records.Record:
    return {
        "article": bond.article, "other": bond.other, "names": bond.names, "terms": bond.terms,
        "numbers": bond.numbers, "days": bond.days, "score": bond.score, "settled": bond.settled,
    }  # fmt: skip


def _named(row: ArticleRow) -> str:
    source = f" ({row.source})" if row.source else ""
    return on_one_line(f"{row.title or row.id}{source}")


def _nothing(words: str) -> int:
    say(words)
    return NOTHING
