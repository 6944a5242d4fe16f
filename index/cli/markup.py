"""A brief as Markdown: what articles say is text in it, never markup."""

from __future__ import annotations

from collections.abc import Sequence

from index.cli.pages import brief_facts, receipt
from index.dossier.markdown import plain
from index.models import BriefStory


def story(told: BriefStory) -> Sequence[str]:
    """One story: a heading, outlets and days, and its lines as a list."""
    rows = {row.id: row for row in told.articles}
    return [
        f"## {plain(told.story.headline)}",
        "",
        f"*{plain(brief_facts(told))}*",
        "",
        *(f"- {plain(line.text)} — {plain(receipt(line, rows))}" for line in told.summary.lines),
    ]
