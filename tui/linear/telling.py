"""What the linear reader says of articles, stories and lines, for the ear as well as for the eye. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.clean.spaces import written
from index.hits import Hit, SavedSearch
from index.marks import Highlight
from index.models import SHOWN, Article, ArticleRow, Block, Role, Story, SummaryLine
from tui import dates
from tui.linear.items import Counted, Item, Point
from tui.render import many, metadata, source, title_of


def told(item: Item, rows: Mapping[str, ArticleRow]) -> str:
    """An item of a list without its number; `rows` has the articles of stories and summary lines."""
    match item:
        case Story():
            return _story(item, [rows[id] for id in item.articles if id in rows])
        case Hit():
            return f"{_article(item.row)} Found: {item.snippet.text}"
        case SummaryLine():
            return _line(item, rows)
        case Highlight():
            return _mark(item, rows.get(item.article))
        case SavedSearch():
            return f"{item.name}: {many(item.total, 'article')}, {item.unread} unread, {item.new} new."
        case Point():
            return item.text
        case Counted():
            return f"{named(item)}: {many(item.articles, 'article')}."
        case _:
            return _article(item)


def _story(story: Story, rows: Sequence[ArticleRow]) -> str:
    unread = sum(not row.read for row in rows)
    facts = [many(len(story.articles), "article")]
    facts += [many(story.sources, "independent source")] if story.sources else []
    facts += [f"{unread} unread"] if unread else []
    facts += [dates.days(story.first, story.last)] if story.first else []
    return f"{_ended(story.headline or '(no headline)')} {', '.join(facts)}."


def _article(row: ArticleRow) -> str:
    facts = [source(row), dates.dated(row.published), many(row.minutes, "minute"), *marks(row)]
    return f"{_ended(title_of(row))} {', '.join(fact for fact in facts if fact)}."


def marks(row: ArticleRow) -> list[str]:
    """What is to be known of an article before it is opened."""
    return [
        word
        for word, holds in (
            ("a copy of another article", bool(row.copy_of)),
            ("unread", not row.read),
            ("starred", row.starred),
            ("file gone", row.gone),
        )
        if holds
    ]


def _line(line: SummaryLine, rows: Mapping[str, ArticleRow]) -> str:
    who = [source(row) or title_of(row) for id in (line.article, *line.said_by) if (row := rows.get(id)) is not None]
    named = list(dict.fromkeys(who))
    also = f", also {', '.join(named[1:])}" if named[1:] else ""
    return f"{line.text} ({named[0]}{also})" if named else line.text


def _mark(mark: Highlight, row: ArticleRow | None) -> str:
    """A note before the words that it is about, then whose they are."""
    words = [f"Note: {' '.join(mark.note.split())}"] if mark.note else []
    words += [f"Highlight: {mark.text}"] if mark.text else []
    words += ["no longer in the text"] if mark.detached else []
    return f"{_ended('. '.join(words))} In {title_of(row)}." if row is not None else _ended(". ".join(words))


def named(item: Counted) -> str:
    """A tag, an outlet or a month in words."""
    if not item.name:
        return {"outlet": "no outlet", "month": "undated", "tag": "no tag"}[item.group]
    return dates.day(item.name) if item.group == "month" else item.name


def _ended(title: str) -> str:
    """A title with a full stop, for the pause that a voice makes there."""
    return title if title.endswith((".", "!", "?", "…", "。")) else f"{title}."


def head(row: ArticleRow, story: Story | None, paragraphs: int) -> list[str]:
    """What is said of an article before its text."""
    return [_ended(title_of(row)), f"{metadata(row, story)} · {many(paragraphs, 'paragraph')}"]


def paragraphs(article: Article) -> list[tuple[int, str]]:
    """(number of the block, what is said): the text, and captions as what they are."""
    said = [(number, _said(block)) for number, block in enumerate(article.blocks)]
    return [(number, text) for number, text in said if text]


def _said(block: Block) -> str:
    match block.role:
        case Role.CAPTION:
            return f"[picture: {block.text}]"
        case Role.HEADING:
            return f"Heading: {block.text}"
        case Role.QUOTE:
            return f"Quotation: {block.text}"
        case Role.TABLE | Role.CODE:
            return f"{block.role.value.capitalize()}:\n{block.text}"
    return written(block.text) if block.role in SHOWN else ""
