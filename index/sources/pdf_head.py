"""The lines between a headline in print and its text: who wrote it and when. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.clean import bylines, dates
from index.clean.region import words_in
from index.models import Block, Role

_LONGEST = 15
"""Words of such a line."""
_LONGEST_DATE = 9
_NEAR = 6
"""Blocks after the headline that are looked at; on a page of print they may stand in any order."""


def with_head(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The paragraphs of a document, with its byline and its date told from its text."""
    title = next((at for at, block in enumerate(blocks) if block.role is Role.TITLE), -1)
    near = range(title + 1, min(title + 1 + _NEAR, len(blocks)))
    text = next((at for at in near if words_in(blocks[at].text) > 2 * _LONGEST), near.stop)
    return tuple(
        replace(block, role=Role.BYLINE) if title < at < text and _tells_who_or_when(block) else block
        for at, block in enumerate(blocks)
    )


def _tells_who_or_when(block: Block) -> bool:
    short = block.role in (Role.BODY, Role.HEADING, Role.CAPTION) and words_in(block.text) <= _LONGEST
    dated = words_in(block.text) <= _LONGEST_DATE and block.text[-1] != "." and bool(dates.dates(block.text))
    return short and (bylines.is_byline(block.text) or dated)
