"""What a tantivy index holds of an article: its words by field, what it is filtered and sorted by, and the same words
once more as text, because tantivy tells Python which articles match but not where."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from zlib import crc32

import tantivy

from index.search.engine import TEXTS, Document, day_of
from index.words import fold

FORM = f"nutgraf 2, tantivy {tantivy.__version__.rpartition(', ')[2]}\n"  # type: ignore[attr-defined]  # its stub forgets it
ORDERS = {"newest": tantivy.Order.Desc, "oldest": tantivy.Order.Asc, "outlet_order": tantivy.Order.Asc,
          "id": tantivy.Order.Asc}  # fmt: skip
"""Fields to sort by: each value ends in the article's id, so that ties fall the same way in every run."""
_LAST = "\U0010ffff"
_END = "\0"
"""Stands between what is sorted by and the id."""


def schema() -> tantivy.Schema:
    """Words are cut and folded by ourselves; tantivy parts them at spaces."""
    builder = tantivy.SchemaBuilder()
    for name in TEXTS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    builder.add_text_field("language", tokenizer_name="raw", index_option="basic")
    for name in ORDERS:
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("day", indexed=True)
    builder.add_unsigned_field("key", fast=True)
    for name in TEXTS:
        builder.add_unsigned_field(f"size_{name}", fast=True)
    builder.add_bytes_field("kept", stored=True)
    return builder.build()


def entry(document: Document, words: dict[str, list[str]]) -> tantivy.Document:
    """An article for the index; `words`: the tokens of each field."""
    day, made = day_of(document), tantivy.Document()
    for name, tokens in words.items():
        made.add_text(name, _joined(tokens))
    made.add_text("id", document.id)
    made.add_text("language", document.language)
    made.add_text("newest", f"{day:08}{_END}{document.id}")
    made.add_text("oldest", f"{day or 99_999_999:08}{_END}{document.id}")
    made.add_text("outlet_order", f"{fold(document.outlet) or _LAST}{_END}{document.id}")
    made.add_unsigned("day", day)
    made.add_unsigned("key", key_of(document.id))
    for name in TEXTS:
        made.add_unsigned(f"size_{name}", len(words.get(name, ())))
    made.add_bytes("kept", _kept(document.id, document.language, day, words))
    return made


def indexed(word: str) -> str:
    """A token as it stands in the index. A few ligatures fold to several words, which are one token nevertheless."""
    return word.replace(" ", "_")


def _kept(id: str, language: str, day: int, words: Mapping[str, Sequence[str]]) -> bytes:
    """Four lines: id, language, day, the length of each field; and the numbers of all words, field by field."""
    each = [words.get(name, ()) for name in TEXTS]
    sizes = " ".join(str(len(tokens)) for tokens in each)
    numbers = array("I", (number(indexed(token)) for tokens in each for token in tokens))
    return f"{id}\n{language}\n{day}\n{sizes}\n".encode("utf-8", "replace") + numbers.tobytes()


def _joined(tokens: Iterable[str]) -> str:
    return "\n".join(tokens).replace(" ", "_").replace("\n", " ")


def id_of(value: str) -> str:
    """The article in a value that is sorted by."""
    return value.rpartition(_END)[2]


def key_of(id: str) -> int:
    """An article's id in 64 bits: a column of numbers is read in a hundredth of the time that one of texts takes."""
    return int.from_bytes(blake2b(id.encode("utf-8", "replace"), digest_size=8).digest(), "big")


@lru_cache(200_000)
def number(word: str) -> int:
    """What stands for a token where an article's words are kept: 32 bits, so that one word in 10,000 of a big archive
    shares its number with another, and none of those that stand together in an article."""
    return crc32(word.encode("utf-8", "replace"))
