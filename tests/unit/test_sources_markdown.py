from pathlib import Path

import pytest

from index.clean.article import clean
from index.events import Skipped
from index.models import Article, Raw, Role
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
        ("body", "One item"), ("body", "Two items"), ("caption", "A boat"), ("caption", "print()"),
        ("caption", "a b"), ("caption", "1 2"), ("body", "Raw HTML."), ("body", "See the note and a link."),
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
        ("body", "One reason goes on"), ("body", "Other reason"), ("quote", "A quotation."),
    ]  # fmt: skip


def test_restructuredtext_without_text_says_so(tmp_path):
    item = read(tmp_path, ".. comment\n", rst.READER)
    assert isinstance(item, Skipped)
    assert item.reason == "no text in it"
