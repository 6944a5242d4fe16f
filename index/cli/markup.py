"""A brief as Markdown: what articles say is text in it, never markup."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.cli.output import on_one_line
from index.cli.pages import brief_facts, cited, said_by
from index.models import BriefStory

_ACTS = re.compile(r"[\\`*_{}\[\]<>#|~&!]|^(?=[-+=]|\d+[.)])")
"""What Markdown may read as markup: marks anywhere, lists and rules at the start of a line."""


def story(told: BriefStory) -> Sequence[str]:
    """One story: a heading, outlets and days, and its lines as a list."""
    rows = {row.id: row for row in told.articles}
    return [
        f"## {escaped(told.story.headline)}",
        "",
        f"*{escaped(brief_facts(told))}*",
        "",
        *(
            f"- {escaped(line.text)} — {escaped(cited(rows[line.article], said_by(line, rows)))}"
            for line in told.summary.lines
        ),
    ]


def escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _ACTS.sub(lambda mark: f"\\{mark.group()}", on_one_line(text))
