"""What the card says of an article: everything that is known of it, and how. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from index.models import Article, ArticleRow, Story
from index.wordings import Change, Revision
from tui import dates
from tui.opening import address_of
from tui.panes.facts import Fact
from tui.panes.summary_rows import Heading
from tui.render import many, title_of
from tui.typeset import Paragraph

_SIGNS = {"same": "  ", "added": "+ ", "removed": "− "}
_LOOKS = {"same": "plain", "added": "lit", "removed": "faint"}


def card(article: Article, row: ArticleRow, story: Story | None, revisions: Sequence[Revision]) -> list[Heading | Fact]:
    """The rows of the card; what is unknown is said to be unknown."""
    rows: list[Heading | Fact] = [Heading(title_of(row))]
    known = (
        ("outlet", article.outlet), ("agency", article.agency), ("authors", ", ".join(article.authors)),
        ("date", _date(row)), ("place", article.place), ("language", article.language),
        ("length", f"{many(row.words, 'word')}, {many(len(article.sentences), 'sentence')}"),
    )  # fmt: skip
    rows += [Fact(text or "unknown", name, look="plain" if text else "faint") for name, text in known]
    rows.append(
        Fact(article.url or "none", "address", address_of(article) or None, "plain" if article.url else "faint")
    )
    if story is not None:
        rows.append(Fact(f"{story.headline} ({many(len(story.articles), 'article')})", "story", story))
    rows.append(Fact(article.id, "id"))
    gone = "  (✗ no file of it is there any more; the text is kept here)" if row.gone else ""
    rows.append(Heading("FOUND IN"))
    rows += [Fact(f"{origin}{gone}", leads_to=origin) for origin in article.origins]
    if revisions:
        rows.append(Heading("EARLIER WORDINGS"))
        rows += [Fact(_revision(revision), leads_to=revision) for revision in reversed(revisions)]
    return rows


def _date(row: ArticleRow) -> str:
    if row.published is None or not row.published.when:
        return ""
    full = dates.day(row.published.when)
    full += f", {row.published.when[11:16]}" if row.published.precision == "minute" else ""
    return f"{full}; known from: {row.published.found_in}"


def _revision(revision: Revision) -> str:
    replaced = dates.day(revision.replaced_at)
    return f"{revision.number}: {many(len(revision.sentences), 'sentence')}, until {replaced}: {revision.title}"


def comparison(revision: Revision, changes: Sequence[Change]) -> list[Paragraph]:
    """An earlier wording against the one of today: every sentence with its sign."""
    added = sum(change.kind == "added" for change in changes)
    removed = sum(change.kind == "removed" for change in changes)
    told = f"+ {added} added · − {removed} removed · {len(changes) - added - removed} the same"
    page = [
        Paragraph(f"Wording {revision.number} and today's", "strong", space=0),
        Paragraph(f"{told} · replaced on {dates.day(revision.replaced_at)}", "faint", space=0),
    ]
    page += [Paragraph(change.text, _LOOKS[change.kind], before=_SIGNS[change.kind], hang=True) for change in changes]
    return page
