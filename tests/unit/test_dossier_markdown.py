"""Words of an article in Markdown: nothing in them acts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from index.dossier.markdown import plain

SHOWN = MarkdownIt("commonmark").enable("table").enable("strikethrough")


@pytest.mark.parametrize(
    ("text", "written"),
    [("[a](b)", r"\[a\](b)"), ("*x* _y_ `z`", r"\*x\* \_y\_ \`z\`"), ("<b>", r"\<b\>"), ("- a - b", r"\- a - b"),
     ("1. a", r"1\. a"), ("a # b\n# c", r"a \# b \# c"), ("Plain: words, 5.", "Plain: words, 5.")],
)  # fmt: skip
def test_what_would_be_markup_is_text(text: str, written: str) -> None:
    assert plain(text) == written


@given(st.text("ab1.)-+=*_`~[]()<>#|&!$\\ \n:;/'\"x", min_size=1))
def test_any_text_is_one_paragraph_that_shows_just_this(text: str) -> None:
    blocks = SHOWN.parse(plain(text))
    words = " ".join(text.split())
    assert [block.type for block in blocks] == (["paragraph_open", "inline", "paragraph_close"] if words else [])
    for block in blocks[1:2]:
        assert {inline.type for inline in block.children or ()} <= {"text", "text_special"}
        assert "".join(inline.content for inline in block.children or ()) == words
