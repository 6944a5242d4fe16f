"""What is written must be what Whoosh itself would have written, as far as any reader can tell."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh import analysis, fields, index
from whoosh.query import Phrase, Term

from index.search.whoosh.postings import Snapshot
from index.search.whoosh.segments import Segment
from index.search.whoosh.terms_file import TermsFile

WORDS = st.lists(st.sampled_from(["grain", "oil", "дождь", "gas", "été", "東", "war"]), max_size=12)
SCHEMA: Any = fields.Schema(
    id=fields.ID(unique=True),
    body=fields.TEXT(analyzer=analysis.RegexTokenizer(), phrase=True),
    title=fields.TEXT(analyzer=analysis.RegexTokenizer(), phrase=True),
)


def told(reader: Any) -> list[tuple[object, ...]]:
    """Every term with its statistics and postings, as Whoosh reads them."""
    found: list[tuple[object, ...]] = []
    for name, word in reader.all_terms():
        info, matcher, posted = reader.term_info(name, word), reader.postings(name, word), []
        while matcher.is_active():
            places = matcher.value_as("positions") if name != "id" else None
            posted.append((matcher.id(), matcher.weight(), places))
            matcher.next()
        found.append((name, word, info.weight(), info.doc_frequency(), info.min_length(), info.max_length(),
                      info.max_weight(), info.min_id(), info.max_id(), posted))  # fmt: skip
    return found


def texts(number: int, article: tuple[list[str], list[str]]) -> dict[str, list[str]]:
    body, title = article
    return {"id": [f"n{number}"], **({"body": body} if body else {}), **({"title": title} if title else {})}


def merge_all(ours: Any) -> None:
    """Makes one segment of all."""

    def merge(writer: Any, segments: list[Any]) -> list[Any]:
        Segment(writer).merge(segments, lambda: False)
        return []

    ours.writer(compound=False).commit(mergetype=merge)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(articles=st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=6), cut=st.integers(0, 6))
def test_whoosh_reads_a_segment_like_one_of_its_own(tmp_path: Path, articles: list[Any], cut: int) -> None:
    ours, stock = (index.create_in(tempfile.mkdtemp(dir=tmp_path), SCHEMA) for _ in range(2))
    writer: Any = stock.writer()
    for number, article in enumerate(articles):
        writer.add_document(**texts(number, article))
    writer.commit()
    for part in (range(min(cut, len(articles))), range(cut, len(articles))):
        if part:
            writer = ours.writer(compound=False)
            segment = Segment(writer)
            for number in part:
                segment.add(texts(number, articles[number]), {})
            writer.commit(merge=False)
    merge_all(ours)
    with ours.reader() as one, stock.reader() as other:
        assert told(one) == told(other)
        file = TermsFile(one)
        for name, word, info in file:
            assert file.find(name, word) == info
            assert file.read(info)[0] == list(other.postings(name, word).all_ids())


def test_a_term_in_more_articles_than_a_block_holds_is_found_in_all(tmp_path: Path) -> None:
    ours: Any = index.create_in(str(tmp_path), SCHEMA)
    writer = ours.writer(compound=False)
    segment = Segment(writer)
    for number in range(2_500):
        segment.add({"id": [f"n{number}"], "body": ["grain", "deal"] if number % 2 else ["deal", "grain"]}, {})
    writer.commit(merge=False)
    with ours.searcher() as searcher:
        assert len(searcher.search(Term("body", "grain"), limit=None)) == 2_500
        assert len(searcher.search(Phrase("body", ["grain", "deal"]), limit=None)) == 1_250
        info = (file := TermsFile(searcher.reader())).find("body", b"grain")
        assert info is not None
        assert file.read(info)[0] == list(range(2_500))
        assert file.find("body", b"barley") is None
        assert file.find("nothing", b"grain") is None


def test_words_in_many_articles_and_many_times_in_one_are_read_like_stock_ones(tmp_path: Path) -> None:
    articles = [{"id": [f"n{number}"], "body": ["oil", *["grain"] * (number * number)]} for number in range(40)]
    ours, stock = (index.create_in(tempfile.mkdtemp(dir=tmp_path), SCHEMA) for _ in range(2))
    writer: Any = stock.writer()
    for article in articles:
        writer.add_document(**article)
    writer.commit()
    writer = ours.writer(compound=False)
    segment = Segment(writer)
    for article in articles:
        segment.add(article, {})
    writer.commit(merge=False)
    with ours.reader() as one, stock.reader() as other:
        assert told(one) == told(other)
        snapshot = Snapshot(one)
        grain = snapshot.postings("body", "grain")
        assert grain.numbers.tolist() == list(range(1, 40))
        assert grain.frequencies.tolist() == [number * number for number in range(1, 40)]
        assert grain.places(38) == list(range(1, 39 * 39 + 1))
        assert snapshot.postings("body", "oil").frequencies.tolist() == [1.0] * 40
    merge_all(ours)
    with ours.reader() as one, stock.reader() as other:
        assert told(one) == told(other)
