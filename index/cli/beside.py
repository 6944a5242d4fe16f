"""What stands beside what: two articles sentence by sentence, and everything that names somebody."""

from __future__ import annotations

from collections.abc import Mapping

import click
from rich.text import Text

from index.cli.dates import in_words
from index.cli.options import as_json_option, on_a_library
from index.cli.output import on_one_line, record, say, show
from index.cli.pages import ID, article_line
from index.library import Library
from index.models import Article
from index.overviews import About
from index.spark import bars

NOTHING = 1
"""Exit code where nothing is found."""


@click.command(short_help="Put two articles side by side.")
@click.argument("left", metavar="ID")
@click.argument("right", metavar="ID")
@as_json_option
@on_a_library
def compare(library: Library, left: str, right: str, as_json: bool) -> int:
    """Put two articles side by side: what both say (=), and what stands in one only (‹ ›).

    The beginning of an ID is enough.
    """
    one, other = (library.article(library.resolve_article(id)) for id in (left, right))
    pairs = library.compare(one.id, other.id)
    if not as_json:
        show(Text.assemble("‹ ", (_title(one), "bold")), cut=True)
        show(Text.assemble("› ", (_title(other), "bold")), cut=True)
        show(Text())
    for pair in pairs:
        if as_json:
            record({"left": _sentence(one, pair.left), "right": _sentence(other, pair.right)})
        elif pair.left is None and pair.right is not None:
            show(Text(f"› {on_one_line(other.sentence(pair.right))}"))
        elif pair.left is not None:
            sign, look = ("‹", "") if pair.right is None else ("=", "dim")
            show(Text(f"{sign} {on_one_line(one.sentence(pair.left))}", look))
    alike = sum(pair.left is not None and pair.right is not None for pair in pairs)
    say(f"{alike} alike, {len(one.sentences) - alike} only in the first, {len(other.sentences) - alike} in the second")
    return 0


@click.command(short_help="Tell everything that names somebody.")
@click.argument("name", nargs=-1, required=True)
@as_json_option
@on_a_library
def about(library: Library, name: tuple[str, ...], as_json: bool) -> int:
    """Tell everything about somebody or something: the stories and articles that name it, in all its spellings."""
    found = library.about(" ".join(name))
    if as_json:
        record(_about_record(found))
    else:
        _tell(found)
    return 0 if found.articles else NOTHING


COMMANDS = (compare, about)


def _title(article: Article) -> str:
    who = article.outlet or article.agency
    return on_one_line(" · ".join(filter(None, [who, article.title])))


def _sentence(article: Article, number: int | None) -> Mapping[str, object] | None:
    if number is None:
        return None
    return {"article": article.id, "sentence": number, "text": article.sentence(number)}


def _about_record(found: About) -> Mapping[str, object]:
    return {
        "name": found.name,
        "query": found.query,
        "coverage": dict(found.coverage),
        "stories": [{"id": one.story, "headline": one.headline, "articles": one.articles} for one in found.stories],
        "articles": [row.id for row in found.articles],
    }


def _tell(found: About) -> None:
    say(f"searched for {on_one_line(found.query)}")
    if not found.articles:
        say("nothing names it")
        return
    show(Text(on_one_line(found.name), "bold"))
    if bar := bars(found.coverage):
        show(Text(f"{bar}  {in_words(found.coverage[0][0])} to {in_words(found.coverage[-1][0])}", "dim"))
    for one in found.stories:
        if len(one.articles) > 1:
            count = f"{len(one.articles):>3} articles"
            show(
                Text.assemble((one.story[:ID], "dim"), "  ", (count, "cyan"), "  ", on_one_line(one.headline)), cut=True
            )
    show(Text())
    for row in found.articles:
        show(article_line(row), cut=True)
