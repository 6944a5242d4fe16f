"""What stands in the lists of the linear reader. Values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.findings import Spot
from index.hits import Hit, SavedSearch
from index.kinship import Near
from index.marks import Group, Highlight
from index.models import ArticleRow, Story, SummaryLine
from tui.panes.facts import Fact
from tui.panes.summary_rows import Heading


@dataclass(frozen=True, slots=True)
class Point:
    """Something that a chapter of a story says."""

    text: str
    leads_to: object = None
    under: str = ""
    """The heading above it, where it is the first below one."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A tag, an outlet or a month with the number of its articles."""

    group: Group
    name: str
    """Empty for the articles that have none."""
    articles: int


Item = Story | ArticleRow | Hit | SummaryLine | Highlight | SavedSearch | Point | Counted
"""What stands in a list."""


def articles_of(item: Item) -> tuple[str, ...]:
    """Ids of the articles that an item stands for; none for a search or a tag."""
    match item:
        case Story():
            return item.articles
        case Hit():
            return (item.row.id,)
        case SummaryLine():
            return (item.article, *item.said_by)
        case Highlight():
            return (item.article,)
        case Point(leads_to=Spot(article=article) | SummaryLine(article=article)):
            return (article,)
        case Point(leads_to=Story() as story) | Point(leads_to=Near(story=story)):
            return story.articles
        case ArticleRow():
            return (item.id,)
        case _:
            return ()


def points(entries: Sequence[Heading | Fact]) -> list[Point]:
    """Rows of a chapter as points; the headings go with what stands first below them."""
    found: list[Point] = []
    under = ""
    for entry in entries:
        if isinstance(entry, Heading):
            under = spoken(entry)
        else:
            facts = "; ".join(filter(None, (entry.right.strip(), entry.told)))
            label = f"{entry.label}: " if entry.label else ""
            found.append(Point(f"{label}{entry.text}{f' ({facts})' if facts else ''}", entry.leads_to, under))
            under = ""
    return found


def spoken(heading: Heading) -> str:
    """A heading as a sentence."""
    return f"{': '.join(filter(None, (heading.left.capitalize(), heading.right)))}."
