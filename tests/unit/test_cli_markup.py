"""A brief as Markdown: nothing in an article acts."""

from __future__ import annotations

import pytest

from index.cli.markup import escaped


@pytest.mark.parametrize(
    ("text", "shown"),
    [("[a](b)", r"\[a\](b)"), ("*x* _y_ `z`", r"\*x\* \_y\_ \`z\`"), ("<b>", r"\<b\>"), ("- a - b", r"\- a - b"),
     ("1. a", r"\1. a"), ("a # b\n# c", r"a \# b \# c"), ("Plain: words, 5.", "Plain: words, 5.")],
)  # fmt: skip
def test_what_would_be_markup_is_text(text: str, shown: str) -> None:
    assert escaped(text) == shown
