"""The user's own words between the paragraphs of an article, and where his highlights stand. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.render import one_line
from tui.typeset import Paragraph

if TYPE_CHECKING:
    from index.marks import Highlight
    from index.models import Article
    from tui.widgets.text_view import Mark

HEAD = 2
"""Headline and metadata: what stands above notes on the whole article."""


def annotated(page: Sequence[Paragraph], article: Article, marks: Sequence[Highlight], tags: Sequence[str],
              ) -> list[Paragraph]:  # fmt: skip
    """Tags, notes on the whole and those whose words are gone below the headline; the others below their paragraph."""
    above = [Paragraph(" · ".join(map(one_line, tags)), "faint", before="# ", hang=True, space=0)] if tags else []
    above += [_note(mark) for mark in marks if mark.whole]
    above += [_lost(mark) for mark in marks if mark.detached]
    below: dict[int, list[Paragraph]] = {}
    for mark in marks:
        if mark.note and mark.first >= 0:
            below.setdefault(article.sentences[mark.last].block, []).append(_note(mark))
    set_apart = [*page[:HEAD], *above]
    for paragraph in page[HEAD:]:
        set_apart += [paragraph, *(below.get(paragraph.block, []) if paragraph.block >= 0 else [])]
    return set_apart


def _note(mark: Highlight) -> Paragraph:
    return Paragraph(_plain(mark.note), "accent", before="✎ ", hang=True, space=0)


def _lost(mark: Highlight) -> Paragraph:
    words = f"no longer in this text: “{_plain(mark.text)}”"
    return Paragraph(f"{words}\n{_plain(mark.note)}" if mark.note else words, "faint", before="✎ ", hang=True, space=0)


def _plain(text: str) -> str:
    return "\n".join(one_line(line) for line in text.split("\n"))


def spans_of(article: Article, marks: Sequence[Highlight]) -> list[Mark]:
    """What the highlights cover: in each block from the first marked sentence to the last."""
    spans: list[Mark] = []
    for mark in marks:
        for at in article.sentences[mark.first : mark.last + 1] if mark.first >= 0 else ():
            if spans and spans[-1][0] == at.block and at is not article.sentences[mark.first]:
                spans[-1] = (at.block, spans[-1][1], at.end)
            else:
                spans.append((at.block, at.start, at.end))
    return spans
