"""What the library holds as text for people. Every word of an article is made harmless here, and is never markup."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from index.clean.safety import safe
from index.clean.spaces import written
from index.cli.dates import in_words
from index.cli.output import on_one_line
from index.hits import Hit, Marked
from index.models import LINED, SHOWN, Article, ArticleRow, BriefStory, Role, Story, Summary, SummaryLine
from index.overviews import Inside, under_originals

ID = 10
"""Letters of an id that are shown: enough to tell articles apart, few enough to type."""
DATE, SOURCE = 10, 18
"""Columns of a list, in cells."""


def article_line(row: ArticleRow) -> Text:
    """One article in a list: id, day, source, title; an inferred date has a `~`, a copy of another article a `=`."""
    day = row.published.when[:10] if row.published else ""
    inferred = row.published is not None and row.published.inferred
    return Text.assemble(
        (row.id[:ID], "dim"),
        "  ",
        (f"{'~' if inferred else ' '}{day:<{DATE}}", "dim"),
        "  ",
        (_column(row.source, SOURCE), "cyan"),
        "  ",
        ("= " if row.copy_of else "", "dim"),
        on_one_line(row.title) or "(no title)",
    )


def story_line(story: Story) -> Text:
    """One story in a list: id, latest day, number of articles and of independent sources, headline."""
    number = f"{len(story.articles):>3} article{'s' if len(story.articles) > 1 else ' '}"
    sources = f" {story.sources:>2} source{'s' if story.sources > 1 else ' '}" if story.sources else " " * 11
    return Text.assemble(
        (story.id[:ID], "dim"), "  ", (f"{story.last[:10]:<{DATE}}", "dim"), "  ", (number + sources, "cyan"), "  ",
        on_one_line(story.headline),
    )  # fmt: skip


def hit_head(number: int, hit: Hit) -> Text:
    """The title of a hit with its number in the list."""
    return Text.assemble((f"{number:>3}  ", "dim"), (on_one_line(hit.row.title) or "(no title)", "bold"))


def hit_facts(hit: Hit) -> Text:
    """Where a hit comes from: id, source, date; and whose text it is, where it is a copy."""
    known = [on_one_line(hit.row.source), in_words(hit.row.published.when) if hit.row.published else ""]
    known += [f"copy of {hit.row.copy_of[:ID]}"] if hit.row.copy_of else []
    return Text(" · ".join([hit.row.id[:ID], *filter(None, known)]), "dim")


def marked(snippet: Marked) -> Text:
    """A passage with its marked spans in bold; each piece is made harmless by itself, so that the spans hold."""
    text, at = Text(), 0
    for start, end in snippet.spans:
        text.append(_flat(snippet.text[at:start]))
        text.append(_flat(snippet.text[start:end]), "bold yellow")
        at = end
    return text.append(_flat(snippet.text[at:]))


def article_page(row: ArticleRow, article: Article, summary: Summary) -> Sequence[Text]:
    """A whole article: head, summary, and the text as it is read, captions and furniture left out."""
    lines = [Text(on_one_line(row.title) or "(no title)", "bold"), Text(_facts(row, article), "dim")]
    lines += [Text(on_one_line(row.url), "dim")] if row.url else []
    lines += [Text()]
    if summary.lines:
        lines += [Text("Summary", "cyan"), *(Text(f"• {on_one_line(line.text)}") for line in summary.lines), Text()]
    for block in article.blocks:
        if block.role in SHOWN or block.role in LINED:
            lines += [Text(written(safe(block.text)), "bold" if block.role is Role.HEADING else ""), Text()]
    return lines[:-1]


def story_page(story: Story, rows: Sequence[ArticleRow], summary: Summary, inside: Inside) -> Sequence[Text]:
    """A whole story: headline, its summary with the source of each line, and its articles, copies under originals."""
    by_id = {row.id: row for row in rows}
    lines = [Text(on_one_line(story.headline), "bold"), Text(f"{reported(rows)} · {_span(story)}", "dim"), Text()]
    lines += [summary_line(line.text, receipt(line, by_id)) for line in summary.lines]
    told, over = inside.told(), {copy.article: copy.original for copy in inside.sources.copies}
    room = max(map(len, told.values()), default=0)
    lines += [Text(), Text(_who_tells(rows, inside), "cyan")]
    ordered = under_originals([row.id for row in rows], over)
    return [*lines, *(_member(by_id[id], told.get(id, ""), room, under=id in over) for id in ordered)]


def _who_tells(rows: Sequence[ArticleRow], inside: Inside) -> str:
    """`Independent sources: 3 of 8 articles (AFP, carried by 4; 2 own reports)`."""
    wrote = {row.id: on_one_line(row.agency or row.source or row.title) for row in rows}
    printed = {row.id: on_one_line(row.source or row.title) for row in rows}
    carried = inside.sources.in_words(wrote, printed)
    count = f"{len(rows)} article{'s' * (len(rows) != 1)}"
    return f"Independent sources: {inside.sources.independent} of {count}" + (f" ({carried})" if carried else "")


def _member(row: ArticleRow, told: str, room: int, *, under: bool) -> Text:
    """An article of a story: as in a list, with how much of it is new, further in under the one it follows."""
    line = article_line(row)
    at = len(row.id[:ID]) + 2
    head, rest = line[:at], line[at:]
    day, title = rest[: DATE + 3], rest[DATE + 3 :]
    return Text.assemble(head, day, (f"{told:<{room}}  ", "dim"), "└ " if under else "", title)


def summary_line(sentence: str, source: str) -> Text:
    """A sentence of a summary and, after it, where it stands."""
    return Text.assemble("• ", on_one_line(sentence), ("  — " + on_one_line(source) if source else "", "dim"))


def brief_story(told: BriefStory) -> Sequence[Text]:
    """One story of a brief: headline, outlets and days, and its lines, each with who says so when."""
    rows = {row.id: row for row in told.articles}
    return [
        Text(on_one_line(told.story.headline), "bold"),
        Text(brief_facts(told), "dim"),
        *(summary_line(line.text, receipt(line, rows)) for line in told.summary.lines),
    ]


def brief_facts(told: BriefStory) -> str:
    """Who reported a story, and on which days."""
    return f"{reported(told.articles)} · {_span(told.story)}"


def outlets(rows: Iterable[ArticleRow]) -> Sequence[str]:
    """The known ones, each once."""
    return list(dict.fromkeys(row.source for row in rows if row.source))


def reported(rows: Sequence[ArticleRow]) -> str:
    """The outlets of a story; where several articles are all from one, that it is alone with it."""
    names = outlets(rows)
    alone = len(rows) > 1 and len({row.source for row in rows}) == 1
    return on_one_line(", ".join(names)) + " alone" * bool(names and alone) or "unknown outlet"


def receipt(line: SummaryLine, rows: Mapping[str, ArticleRow], *, story: bool = True) -> str:
    """Where a line stands: outlet (or else the title) and date, and who else says it.

    An inferred date has a `~`. Where `rows` are all articles of its `story`, also how many of the outlets that makes:
    `AP · 9 November 2023 · also AFP (2 of 3 outlets)`.
    """
    row = rows[line.article]
    date = in_words(row.published.when) if row.published else ""
    date = f"~{date}" if row.published and row.published.inferred else date
    says = outlets([row, *(rows[id] for id in line.said_by if id in rows)])
    others = [name for name in says if name != row.source]
    count = f" ({len(says)} of {len(outlets(rows.values()))} outlets)" if story else ""
    agreed = f"also {', '.join(others)}{count}" if others else ""
    return on_one_line(" · ".join(filter(None, [row.source or row.title, date, agreed])))


def _facts(row: ArticleRow, article: Article) -> str:
    parts = [row.outlet, row.agency, ", ".join(row.authors), article.place, _dated(row, article), f"{row.minutes} min"]
    return " · ".join(on_one_line(part) for part in parts if part)


def _dated(row: ArticleRow, article: Article) -> str:
    """The date and, where no line of the article gives it as its own, how it is known."""
    if row.published is None:
        return "undated"
    if article.published is None:
        return row.published.found_in
    return in_words(row.published.when) + (f" ({row.published.found_in})" if row.published.inferred else "")


def _span(story: Story) -> str:
    days = dict.fromkeys(in_words(day) for day in (story.first, story.last) if day)
    return " to ".join(days) or "undated"


def _column(text: str, width: int) -> str:
    plain = on_one_line(text)
    return set_cell_size(plain, width) if cell_len(plain) <= width else set_cell_size(plain, width - 1) + "…"


def _flat(text: str) -> str:
    return safe(text).replace("\n", " ")
