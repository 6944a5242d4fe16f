"""Columns read as a whole are those that Whoosh reads one by one."""

from pathlib import Path
from typing import Any

import pytest
from whoosh import columns as whoosh_columns
from whoosh import fields, index

from index.search.whoosh import columns

SCHEMA: Any = fields.Schema(
    body=fields.TEXT,
    key=fields.COLUMN(whoosh_columns.VarBytesColumn()),
    day=fields.COLUMN(whoosh_columns.NumericColumn("i")),
    language=fields.COLUMN(whoosh_columns.RefBytesColumn()),
)


@pytest.mark.parametrize("many", [1, 300, 33_000])
def test_every_value_is_the_one_that_whoosh_reads(tmp_path: Path, many: int) -> None:
    """33,000: Whoosh writes a column of texts in another form when it has so many."""
    writer: Any = index.create_in(str(tmp_path), SCHEMA).writer()
    for number in range(many):
        code = f"l{number % 300}" if many == 300 else "en"
        key, day = f"ü{number}".encode() * (number % 3), -number if number % 2 else 0
        writer.add_document(body="grain " * (number % 4), key=key, language=code.encode(), day=day)
    writer.commit()
    with index.open_dir(str(tmp_path)).reader() as reader:
        ((leaf, _),) = reader.leaf_readers()
        names, refs = columns.codes(leaf, "language")
        assert columns.texts(leaf, "key") == [key.decode() for key in leaf.column_reader("key")]
        assert columns.numbers(leaf, "day").tolist() == list(leaf.column_reader("day"))
        assert [names[ref] for ref in refs] == [code.decode() for code in leaf.column_reader("language")]
