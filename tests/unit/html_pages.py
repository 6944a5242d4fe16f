"""Pages for the tests of web pages, put together from parts."""

from __future__ import annotations

import json
from pathlib import Path

from index.clean.article import clean
from index.events import Skipped
from index.models import Article, Raw, Role
from index.sources.html import READER

PARAGRAPHS = (
    "The harbour council voted on Tuesday night to close the old fish market, ending two years of argument.",
    "Traders who have sold there for decades said they would challenge the decision in court before winter.",
    "Councillor Maren Holt, who proposed the closure, told the meeting that repairs would cost nine million crowns.",
    "A report by the port engineer found cracks in eleven of the fourteen pillars that carry the roof of the hall.",
    "The market will stay open until the last day of October, and stalls may move to the square beside the station.",
)
MENU = "<nav><ul>" + "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(12)) + "</ul></nav>"
FOOTER = "<footer><p>We use cookies so that this site can remember who you are when you come back to it.</p></footer>"


def paragraphs(texts: tuple[str, ...] = PARAGRAPHS) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def a_page(body: str = "", head: str = "", title: str = "Council closes the fish market") -> str:
    body = body or f"<h1>{title}</h1>{paragraphs()}"
    named = f"<meta charset='utf-8'><title>{title} | Harbour Gazette</title>"
    return (
        f"<!DOCTYPE html><html lang='en'><head>{named}{head}</head>"
        f"<body>{MENU}<article>{body}</article>{FOOTER}</body></html>"
    )


def json_ld(**fields: object) -> str:
    thing = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


def raw_of(folder: Path, page: str | bytes, name: str = "page.html") -> Raw | Skipped:
    """What the reader makes of a page, read from a file."""
    path = folder / name
    path.write_bytes(page.encode() if isinstance(page, str) else page)
    (item,) = READER.read(path)
    return item


def read(folder: Path, page: str | bytes, name: str = "page.html") -> Article:
    raw = raw_of(folder, page, name)
    assert isinstance(raw, Raw), raw
    article = clean(raw)
    assert isinstance(article, Article), article
    return article


def texts(article: Article, role: Role) -> list[str]:
    return [block.text for block in article.blocks if block.role is role]
