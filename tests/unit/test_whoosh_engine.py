import gc
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh import index as whoosh_index
from whoosh import query as whoosh_query
from whoosh import scoring as whoosh_scoring

from index.errors import LibraryBusy, LibraryError
from index.hits import Sort
from index.search import scoring
from index.search.engine import Document, IndexDamaged
from index.search.folder import read_words, wipe
from index.search.plan import SEARCHED
from index.search.query import parse
from index.search.whoosh import engine as whoosh_engine
from index.search.whoosh.engine import WhooshEngine
from index.search.whoosh.postings import Snapshot
from tests.unit.asking import FILLER, TODAY, article, ask, found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "search"


@pytest.fixture
def engine(folder: Path) -> Iterator[WhooshEngine]:
    engine = WhooshEngine(folder)
    yield engine
    engine.close()


def in_one_segment(engine: WhooshEngine) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(whoosh_engine, "_SEGMENTS", 0)
        engine.tidy()


class StockScores(whoosh_scoring.BM25F):
    """Whoosh's BM25F with the idf of the house, which is never negative."""

    def idf(self, searcher: Any, fieldname: str, text: str) -> float:
        return scoring.idf(searcher.doc_count_all(), searcher.doc_frequency(fieldname, text))


def stock(folder: Path, words: Sequence[str]) -> dict[str, float]:
    """What Whoosh's own matchers find for all of some words in the body, each with its score."""
    weighting = StockScores(B=scoring.B, K1=scoring.K1)
    with whoosh_index.open_dir(str(folder)).searcher(weighting=weighting) as searcher:
        wanted = whoosh_query.And([whoosh_query.Term("body", word) for word in words])
        hits = searcher.search(wanted, limit=None, optimize=False)
        keys = [column.decode() for leaf, _ in searcher.reader().leaf_readers() for column in leaf.column_reader("key")]
        return {keys[number]: score for score, number in hits.top_n}


def test_one_word_scores_as_stock_whoosh_scores_it(engine: WhooshEngine, folder: Path) -> None:
    """The blocks are scored by ourselves; the figures are those of Whoosh's own matchers and BM25F."""
    texts = [
        " ".join(["grain"] * (number % 7) + ["oil"] * (number % 3) + ["x"] * (number % 90)) for number in range(2500)
    ]
    engine.update(article(f"n{number:04}", text) for number, text in enumerate(texts[:2_200]))
    engine.update(article(f"n{number:04}", text) for number, text in enumerate(texts[2_200:], 2_200))
    ours = {match.id: match.score for match in engine.search(parse('"grain"', TODAY), limit=3_000).matches}
    assert ours == pytest.approx(stock(folder, ["grain"]), rel=1e-6)


BODIES = st.lists(st.lists(st.sampled_from(["grain", "oil", "war", "gas"]), max_size=9), min_size=1, max_size=14)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(
    BODIES, st.lists(st.sampled_from(["grain", "oil", "war"]), min_size=1, max_size=3, unique=True), st.integers(0, 14)
)
def test_several_words_find_and_score_what_stock_whoosh_does(
    tmp_path: Path, bodies: list[list[str]], words: list[str], cut: int
) -> None:
    """Any archive, in one segment or two, some articles deleted; nearness, which Whoosh does not know, taken off."""
    folder = Path(tempfile.mkdtemp(dir=tmp_path), "search")
    made = [article(f"n{number:02}", " ".join(body)) for number, body in enumerate(bodies)]
    engine = WhooshEngine(folder)
    engine.update(made[:cut])
    engine.update(made[cut:])
    engine.update([], removed=["n03"])
    in_one_segment(engine)
    query = parse(" AND ".join(f'"{word}"' for word in words), TODAY, strict=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scoring, "NEARNESS", 0.0)
        ours = {match.id: match.score for match in engine.search(query, limit=100).matches}
    engine.close()
    assert ours == pytest.approx(stock(folder, words), rel=1e-6)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12)
@given(BODIES, st.integers(1, 6), st.sampled_from(["relevance", "newest", "oldest", "outlet"]))
def test_the_first_few_are_those_of_all(tmp_path: Path, bodies: list[list[str]], limit: int, sort: Sort) -> None:
    """To put a few in order, not all are looked at."""
    engine = WhooshEngine(Path(tempfile.mkdtemp(dir=tmp_path), "search"))
    engine.update(
        Document(f"n{number}", "", " ".join(body), outlet="AB"[len(body) % 2], published=f"202{len(body)}")
        for number, body in enumerate(bodies)
    )
    query = parse("grain war oil", TODAY)
    few, every = (engine.search(query, limit=many, sort=sort, every=many > 6) for many in (limit, 50))
    engine.close()
    assert few.matches == every.matches[:limit]
    assert few.total == every.total == len(every.all_ids)
    assert [match.id for match in every.matches] == list(every.all_ids)


def test_lengths_of_texts_are_those_that_whoosh_tells(engine: WhooshEngine, folder: Path) -> None:
    engine.update(article(f"a{number}", "grain " * (number * 37 % 91), "Oil" * (number % 2)) for number in range(150))
    engine.update([article("b", "", "A title " * 300), article("c", "")])
    with whoosh_index.open_dir(str(folder)).reader() as reader:
        snapshot = Snapshot(reader)
        for name in SEARCHED:
            average = reader.field_length(name) / reader.doc_count_all()
            assert snapshot.norms(name).tolist() == [
                scoring.normaliser(leaf.doc_field_length(number, name) or 0, average)
                for leaf, _ in snapshot.leaves
                for number in range(leaf.doc_count_all())
            ]


def test_inflections_are_found_and_quoted_words_are_exact(engine: WhooshEngine) -> None:
    engine.update([article("a", "The elections were held."), article("b", "The election was held.")])
    assert sorted(found(engine, "election")) == ["a", "b"]
    assert found(engine, '"election"') == ["b"]
    assert {"election", "elections"} <= ask(engine, "election").marks


def test_a_word_is_inflected_in_the_language_of_each_article(engine: WhooshEngine) -> None:
    engine.update([article("de", "Die Häuser brennen", language="de"), article("en", "Hauser sings"),
                   article("haus", "Das Haus brennt", language="de")])  # fmt: skip
    assert sorted(found(engine, "haus", strict=True)) == ["de", "haus"]


def test_variants_are_found_below_exact_hits_and_told(engine: WhooshEngine) -> None:
    engine.update([article("iran", f"Raïssi spoke. {FILLER}"), article("exact", f"Raisi spoke. {FILLER} {FILLER}")])
    answer = ask(engine, "raisi")
    assert [match.id for match in answer.matches] == ["exact", "iran"]
    assert answer.also == ("raissi",)
    assert "raissi" in answer.marks
    assert found(engine, '"raisi"') == ["exact"]
    assert found(engine, "raisi", strict=True) == ["exact"]


def test_parts_of_a_name_vary_as_words_do(engine: WhooshEngine) -> None:
    engine.update([article("a", "Kassym-Jomart Tokayev spoke."), article("b", "Jomart and Kassym met.")])
    assert found(engine, "Kasym-Jomart") == ["a"]


def test_a_typing_error_finds_the_word(engine: WhooshEngine) -> None:
    engine.update([article("a", "The parliament met."), article("b", "Nobody met.")])
    assert found(engine, "parliamnet met")[0] == "a"


def test_a_fuzzy_word_is_widened_whatever_it_finds(engine: WhooshEngine) -> None:
    engine.update([article(f"g{number}", "grain") for number in range(30)] + [article("x", "groin")])
    assert ask(engine, "grain~").total == 31
    assert found(engine, "grain~")[-1] == "x"


def test_the_same_id_twice_in_one_change_is_one_article(engine: WhooshEngine) -> None:
    engine.update([article("a", "grain"), article("a", "oil")])
    assert engine.count() == 1
    assert found(engine, "oil") == ["a"]


def test_a_frequent_word_is_not_widened(engine: WhooshEngine) -> None:
    engine.update([article(f"g{number}", "grain") for number in range(30)] + [article("x", "groin")])
    answer = ask(engine, "grain")
    assert answer.total == 30
    assert answer.notes == ()


def test_a_title_counts_more_than_a_body(engine: WhooshEngine) -> None:
    engine.update([article("body", f"grain {FILLER}", "Nothing"), article("title", f"word {FILLER}", "Grain")])
    assert found(engine, "grain") == ["title", "body"]


def test_words_that_stand_together_lift_an_article(engine: WhooshEngine) -> None:
    engine.update([article("apart", f"grain {FILLER} deal"), article("near", f"grain deal {FILLER}")])
    assert found(engine, "grain deal") == ["near", "apart"]


def test_full_matches_come_before_relaxed_ones(engine: WhooshEngine) -> None:
    engine.update([article("full", f"grain {FILLER} corridor {FILLER} odessa"),
                   article("most", "grain corridor grain corridor")])  # fmt: skip
    answer = ask(engine, "grain corridor odessa")
    assert [match.id for match in answer.matches] == ["full", "most"]
    assert answer.matches[0].score > answer.matches[1].score
    assert answer.notes == ("few articles have all the words; those with most of them follow",)


def test_the_same_archive_in_one_or_many_segments_gives_the_same_ids(engine: WhooshEngine) -> None:
    for number in range(6):
        engine.update([article(f"n{number}", "grain and oil " * (number + 1))])
    before = found(engine, "grain oil")
    in_one_segment(engine)
    assert found(engine, "grain oil") == before
    assert engine.count() == 6


def test_another_engine_on_the_folder_sees_what_is_committed(engine: WhooshEngine, folder: Path) -> None:
    reader = WhooshEngine(folder)
    assert found(reader, "grain") == []
    engine.update([article("a", "grain")])
    assert found(reader, "grain") == ["a"]
    assert not reader.fresh
    reader.close()


def test_a_failed_update_changes_nothing(engine: WhooshEngine) -> None:
    def documents() -> Iterator[Document]:
        yield article("b", "grain")
        raise RuntimeError("the source broke")

    engine.update([article("a", "grain")])
    with pytest.raises(RuntimeError):
        engine.update(documents(), removed=["a"])
    assert gc.isenabled()
    assert found(engine, "grain") == ["a"]
    engine.update([article("c", "grain")])
    assert found(engine, "grain") == ["a", "c"]


def test_a_busy_index_says_who_holds_it(engine: WhooshEngine, folder: Path) -> None:
    hurried = WhooshEngine(folder, patience=0.0)

    def documents() -> Iterator[Document]:
        with pytest.raises(LibraryBusy, match=f"process {os.getpid()} is writing"):
            hurried.update([article("b", "oil")])
        yield article("a", "grain")

    engine.update(documents())
    hurried.update([article("b", "grain")])
    assert found(engine, "grain") == ["a", "b"]
    hurried.close()


def test_two_engines_that_write_in_turn_keep_each_others_articles(engine: WhooshEngine, folder: Path) -> None:
    other = WhooshEngine(folder)
    for number in range(4):
        (engine, other)[number % 2].update([article(f"n{number}", "grain")])
    engine.update([article("n1", "oil")])
    assert found(other, "grain") == ["n0", "n2", "n3"]
    assert found(engine, "oil") == ["n1"]
    other.close()


def test_recent_articles_are_preferred_only_when_asked_for(engine: WhooshEngine) -> None:
    engine.update([Document("a", "", f"grain {FILLER}", published="2020-01-01"),
                   Document("b", "", f"grain {FILLER} more words", published="2024-01-01")])  # fmt: skip
    query = parse("grain", TODAY)
    assert [match.id for match in engine.search(query).matches] == ["a", "b"]
    assert [match.id for match in engine.search(query, recent=True).matches] == ["b", "a"]


def test_no_article_with_all_the_words_is_said_so(engine: WhooshEngine) -> None:
    engine.update([article("a", "grain corridor"), article("b", "odessa harbour")])
    answer = ask(engine, "grain corridor odessa")
    assert answer.notes == ("no article has all the words; showing those with most of them",)


def test_a_word_that_no_article_has_does_not_hide_the_others(engine: WhooshEngine) -> None:
    engine.update([article("a", "grain corridor"), article("b", "odessa harbour")])
    assert found(engine, "grain zzzzqq") == ["a"]
    assert found(engine, "zzzzqq qqqqzz") == []
    assert found(engine, "grain AND zzzzqq") == []


def test_a_short_word_that_the_archive_has_is_no_slip_of_a_finger(engine: WhooshEngine) -> None:
    engine.update([article("name", "Raisi spoke"), article("other", "Raïssi spoke"), article("word", "Taxes raise")])
    assert found(engine, "raisi") == ["name", "other"]
    engine.update([article("typo", "The goverment"), article("right", "The government")], removed=["name"])
    assert found(engine, "goverment") == ["typo", "right"]


def test_nothing_found_names_the_part_that_excludes_most(engine: WhooshEngine) -> None:
    engine.update([article("a", "grain"), article("b", "grain and oil"), article("c", "oil", language="fr")])
    answer = ask(engine, "grain AND lang:fr")
    assert answer.total == 0
    assert answer.notes == ("no article has all of it; 2 articles have the rest, left out: language fr",)


def test_a_word_that_is_nowhere_has_a_suggestion(engine: WhooshEngine) -> None:
    engine.update([article("a", "parliament"), article("b", "parliament and parliaments")])
    assert ask(engine, "Parlaimnet", strict=True).instead == (("Parlaimnet", "parliament"),)
    assert ask(engine, "parliament").instead == ()


def test_a_word_that_no_article_has_any_more_is_not_suggested(engine: WhooshEngine) -> None:
    engine.update([article("a", "parliament"), article("b", "grain")])
    engine.update([], removed=["a"])
    assert ask(engine, "parlaiment").instead == ()
    assert ask(engine, "parliament").instead == ()


def test_a_stopped_merge_leaves_the_index_as_it_was(engine: WhooshEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whoosh_engine, "_SEGMENTS", 2)
    for number in range(4):
        engine.update([article(f"n{number}", "grain")])
    stops = iter([False] * 2 + [True] * 50)
    engine.tidy(lambda: next(stops))
    assert len(whoosh_index.open_dir(str(engine.folder))._segments()) == 4
    assert found(engine, "grain") == ["n0", "n1", "n2", "n3"]
    engine.update([], removed=["n1"])
    engine.tidy()
    assert len(whoosh_index.open_dir(str(engine.folder))._segments()) == 1
    assert found(engine, "grain") == ["n0", "n2", "n3"]


def test_the_folder_is_private(engine: WhooshEngine, folder: Path) -> None:
    assert engine.fresh
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no owner here")
@pytest.mark.parametrize("mode", [0o770, 0o707])
def test_a_folder_that_others_can_write_is_not_opened(engine: WhooshEngine, folder: Path, mode: int) -> None:
    engine.close()
    folder.chmod(mode)
    with pytest.raises(LibraryError, match="can be written by other users"):
        WhooshEngine(folder)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no owner here")
def test_a_file_that_others_can_write_is_not_opened(engine: WhooshEngine, folder: Path) -> None:
    engine.close()
    next(folder.glob("*.toc")).chmod(0o666)
    with pytest.raises(LibraryError, match="can be written by other users"):
        WhooshEngine(folder)


def test_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    folder.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(LibraryError, match="is a link"):
        WhooshEngine(folder)


@pytest.mark.parametrize("form", ["", "nutgraf 99, whoosh 9.9.9\n"])
def test_a_foreign_or_newer_index_asks_to_be_rebuilt(engine: WhooshEngine, folder: Path, form: str) -> None:
    engine.close()
    (folder / "format").write_text(form)
    with pytest.raises(IndexDamaged):
        WhooshEngine(folder)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
@pytest.mark.parametrize("pattern", ["*.toc", "*.trm", "*.pst"])
@pytest.mark.parametrize("damage", ["empty", "cut", "noise", "gone"])
def test_a_damaged_file_asks_to_be_rebuilt(engine: WhooshEngine, folder: Path, pattern: str, damage: str) -> None:
    engine.update([article("a", "grain and oil"), article("b", "grain " * 50)])
    engine.close()
    for file in folder.glob(pattern):
        data = file.read_bytes()
        broken = {"empty": b"", "cut": data[: len(data) // 2], "noise": bytes(len(data)), "gone": data}[damage]
        file.write_bytes(broken)
        if damage == "gone":
            file.unlink()
    with pytest.raises(IndexDamaged):
        ask(WhooshEngine(folder), "grain")
    gc.collect()  # Whoosh leaves the other files of a damaged segment open
    wipe(folder)
    fresh = WhooshEngine(folder)
    assert fresh.fresh
    fresh.update([article("a", "grain")])
    assert found(fresh, "grain") == ["a"]
    fresh.close()


def test_a_lost_word_list_is_made_anew(engine: WhooshEngine, folder: Path) -> None:
    engine.update([article("a", "elections")])
    (folder / "words").unlink()
    other = WhooshEngine(folder)
    assert found(other, "election") == ["a"]
    assert (folder / "words").is_file()
    other.close()


def test_an_engine_that_is_made_while_another_makes_it_opens_the_same(folder: Path) -> None:
    first, second = WhooshEngine(folder), WhooshEngine(folder)
    assert (first.fresh, second.fresh) == (True, False)
    second.update([article("a", "grain")])
    assert found(first, "grain") == ["a"]
    first.close()
    second.close()


def test_half_a_word_that_a_full_disk_left_spoils_no_other(engine: WhooshEngine, folder: Path) -> None:
    with (folder / "words").open("a") as file:
        file.write("parlia")
    engine.update([article("a", "elections")])
    assert read_words(folder) == {"parlia", "elections"}


def test_the_query_language_and_snippets_import_no_engine() -> None:
    code = ("import sys, index.search.query, index.search.engine, index.search.snippets, index.search.spelling; "
            "print(sorted({'whoosh', 'Stemmer', 'numpy'} & set(sys.modules)))")  # fmt: skip
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False,
                          cwd=Path(__file__).parents[2])  # fmt: skip
    assert told.stdout.strip() == "[]", told.stderr
