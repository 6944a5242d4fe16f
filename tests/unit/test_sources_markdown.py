from pathlib import Path

import pytest

from index.clean.article import clean
from index.clean.spaces import ITEM, LINE
from index.events import Skipped
from index.models import Article, Block, Raw, Role
from index.sources import markdown, rst
from index.sources.frontmatter import parted
from index.sources.port import HEAD, Item, Reader


def read(folder: Path, text: str | bytes, reader: Reader = markdown.READER) -> Item:
    file = folder / "clipping.md"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    [item] = reader.read(file)
    return item


def raw(folder: Path, text: str | bytes, reader: Reader = markdown.READER) -> Raw:
    item = read(folder, text, reader)
    assert isinstance(item, Raw)
    return item


def told(item: Raw) -> list[tuple[str, str]]:
    return [(block.role.value, block.text) for block in item.blocks]


OBSIDIAN = """---
title: "The \\"harbour\\" deal: what we know"
source: "https://post.example/harbour"
author:
  - "[[Ann Lee]]"
  - "[[Bo Ek|Bo Ek]]"
published: 2023-11-09
created: 2024-01-05
description: "A teaser."
tags:
  - "clippings"
---
The **council** voted on [Thursday](https://post.example/x) to *sell*
the ==harbour==.
"""

MARKDOWNLOAD = """---
created: 2024-01-05T10:00:00 (UTC +01:00)
tags: [harbour, council]
source: https://post.example/harbour
author: Ann Lee
---

# Harbour deal: the vote

> ## Excerpt
> The page's own teaser.

---
The council voted on Thursday.
"""


def test_the_clipping_of_obsidian_is_read(tmp_path):
    item = raw(tmp_path, OBSIDIAN)
    assert (item.title, item.url) == ('The "harbour" deal: what we know', "https://post.example/harbour")
    assert (item.authors, item.published, item.outlet) == ("Ann Lee, Bo Ek", "2023-11-09", "")
    assert item.text == "The council voted on Thursday to sell the harbour."


def test_the_clipping_of_markdownload_is_read(tmp_path):
    item = raw(tmp_path, MARKDOWNLOAD)
    assert (item.url, item.authors, item.published) == ("https://post.example/harbour", "Ann Lee", "")
    assert told(item) == [
        ("title", "Harbour deal: the vote"),
        ("notice", "Excerpt"),
        ("deck", "The page's own teaser."),
        ("body", "The council voted on Thursday."),
    ]
    article = clean(item)
    assert isinstance(article, Article)
    assert article.title == "Harbour deal: the vote"


@pytest.mark.parametrize(
    ("head", "name", "value"),
    [
        ("title: A: b: c", "title", "A: b: c"),
        ("title: it's \"so\"", "title", "it's \"so\""),
        ("title: 'it''s'", "title", "it's"),
        ("title: >-\n  A long\n  title", "title", "A long title"),
        ("title: One # two", "title", "One"),
        ("title: C# and #tags", "title", "C# and #tags"),
        ("authors: [Ann Lee, \"Ek, Bo\"]", "authors", ["Ann Lee", "Ek, Bo"]),
        ("authors:\n- Ann Lee\n- Bo Ek", "authors", ["Ann Lee", "Bo Ek"]),
        ("source: https://a.example/1?b=c#d", "source", "https://a.example/1?b=c#d"),
        ("title: &a [*a, *a]\nx: *a", "x", "*a"),
        ("date: null", "date", ""),
        ("title:\n\ttab", "title", "tab"),
    ],
)  # fmt: skip
def test_front_matter_is_read_as_clippers_write_it(head, name, value):
    fields, body = parted(f"---\n{head}\n---\nWords.")
    assert fields[name] == value
    assert body.strip() == "Words."


def test_toml_front_matter_is_read(tmp_path):
    item = raw(tmp_path, '+++\ntitle = "One"\ndate = 2023-11-09T10:00:00Z\nauthor = "Ann Lee"\n+++\nWords here.')
    assert (item.title, item.published, item.authors) == ("One", "2023-11-09T10:00:00+00:00", "Ann Lee")


def test_broken_toml_is_read_line_by_line(tmp_path):
    assert raw(tmp_path, '+++\ntitle = "One"\ndate = soon!\n+++\nWords here.').title == "One"


@pytest.mark.parametrize(
    "text", ["---\nWords, and no fields: here.\n", "---\n\n---\nWords.", "Words.\n---\na: b\n---\n"]
)
def test_a_rule_is_no_front_matter(text):
    assert parted(text) == ({}, text)


def test_every_kind_of_paragraph_has_its_role(tmp_path):
    item = raw(
        tmp_path,
        "# Title\n\nFirst line<br>\nsecond &amp; *third* `code`.\n\n## Head\n\n> Quoted.\n\n- One item\n- Two items\n\n"
        "![A boat](x.jpg)\n\n```python\nprint()\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<p>Raw <b>HTML</b>.</p>\n\n"
        "See [[Note|the note]] and [a *link*](x).\n\n# Other\n",
    )
    assert told(item) == [
        ("title", "Title"), ("body", "First line second & third code."), ("heading", "Head"), ("quote", "Quoted."),
        ("body", f"•{ITEM}One item"), ("body", f"•{ITEM}Two items"), ("caption", "A boat"), ("code", "print()"),
        ("table", "a │ b\n1 │ 2"), ("body", "Raw HTML."), ("body", "See the note and a link."),
        ("heading", "Other"),
    ]  # fmt: skip


def test_plain_furniture_is_told_from_the_body(tmp_path):
    roles = [block.role for block in raw(tmp_path, "# T\n\nThe words are here.\n\nShare this article\n").blocks]
    assert roles == [Role.TITLE, Role.BODY, Role.LINKS]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"), (" \n", "empty"), ("---\nsource: https://a.example\n---\n", "a link without text"),
        ("---\ntitle: One\n---\n", "no text after its fields"), ("[x]: https://a.example\n", "no text in it"),
    ],
)  # fmt: skip
def test_a_file_without_text_says_why(tmp_path, text, reason):
    item = read(tmp_path, text)
    assert isinstance(item, Skipped)
    assert item.reason == reason


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be"])
def test_other_encodings_are_read(tmp_path, encoding):
    text = "---\ntitle: Café\n---\nDéjà vu, dit le ministre des affaires étrangères à l'été.\r\n"
    item = raw(tmp_path, text.encode(encoding))
    assert (item.title, item.text) == ("Café", "Déjà vu, dit le ministre des affaires étrangères à l'été.")


def test_a_text_that_is_no_markdown_file_is_told_by_its_fields():
    assert markdown.READER.recognises(OBSIDIAN.encode(), ".txt")
    assert not markdown.READER.recognises(b"---\nWords.\n---\n", ".txt")
    assert not markdown.READER.recognises(b"-" * HEAD, ".txt")


def test_a_whole_book_is_read_as_text(tmp_path):
    text = "Plain words stand here.\n\n" * 20_000
    assert raw(tmp_path, text).text == text


@pytest.mark.parametrize(
    "text",
    ["> " * 5000 + "deep", "[" * 5000 + "deep", "*a " * 5000, "- " * 3000 + "deep"],
    ids=["quotes", "links", "stars", "lists"],
)
def test_deep_nesting_is_read_in_bounded_time(tmp_path, text):
    assert isinstance(read(tmp_path, text), Raw | Skipped)


RST = """==============
The harbour
==============

:Author: Ann Lee
:Date: 2023-11-09

.. image:: x.jpg
   :alt: A boat

The **council** voted on `Thursday <https://post.example/x>`_ to sell
``all`` of it.

Why
---
- One reason
  goes on
- Other reason

    A quotation.

.. _target: https://post.example
"""


def test_restructuredtext_is_read_as_text(tmp_path):
    item = raw(tmp_path, RST, rst.READER)
    assert (item.authors, item.published) == ("Ann Lee", "2023-11-09")
    assert told(item) == [
        ("title", "The harbour"), ("notice", "image:: x.jpg :alt: A boat"),
        ("body", "The council voted on Thursday to sell all of it."), ("heading", "Why"),
        ("body", f"•{ITEM}One reason goes on"), ("body", f"•{ITEM}Other reason"), ("quote", "A quotation."),
    ]  # fmt: skip


def test_restructuredtext_without_text_says_so(tmp_path):
    item = read(tmp_path, ".. comment\n", rst.READER)
    assert isinstance(item, Skipped)
    assert item.reason == "no text in it"


def test_items_in_items_numbers_and_verses_stay_what_they_are(tmp_path):
    text = "1. One\n2. Two:\n   - in\n\n     still in\n\n5) Five\n\nRed\\\nBlue  \nGreen\n"
    assert [block.text for block in raw(tmp_path, text).blocks] == [
        f"1.{ITEM}One", f"2.{ITEM}Two:", f"◦{ITEM}in", "still in", f"5.{ITEM}Five", f"Red{LINE}Blue{LINE}Green",
    ]  # fmt: skip


def test_notes_stand_apart_and_keep_their_numbers(tmp_path):
    item = raw(tmp_path, "It rose.[^1] Then it fell.[^two]\n\n[^1]: https://example.org\n[^two]: The minutes say so.\n")
    assert [block.text for block in item.blocks] == [
        "It rose.[^1] Then it fell.[^two]",
        "[^1]: https://example.org",
        "[^two]: The minutes say so.",
    ]
    article = clean(item)
    assert isinstance(article, Article)
    assert article.sentence(0) == "It rose.[^1]"


def test_what_looks_like_a_note_in_code_stays_as_it_was_written(tmp_path):
    [block] = raw(tmp_path, "```\n[^1]: a note\n  [^2]: another\n```\n").blocks
    assert block == Block(Role.CODE, "[^1]: a note\n  [^2]: another")


def test_a_literal_block_is_code_with_its_indents(tmp_path):
    text = "Harbour\n=======\n\nThe program::\n\n    def f():\n        return 1\n\n    f()\n\nAfter it.\n\n  Quoted.\n"
    assert told(raw(tmp_path, text, rst.READER)) == [
        ("title", "Harbour"), ("body", "The program"), ("code", "def f():\n    return 1"), ("code", "f()"),
        ("body", "After it."), ("quote", "Quoted."),
    ]  # fmt: skip


def test_items_are_counted_where_the_source_leaves_it_to_the_reader(tmp_path):
    item = raw(tmp_path, "#. One\n#. Two\n\nb) Three\n", rst.READER)
    assert [block.text for block in item.blocks] == [f"1.{ITEM}One", f"2.{ITEM}Two", f"b.{ITEM}Three"]
