"""What the engine for big archives does beyond the contract: its folder, its locks, the default engine's answers."""

import os
import random
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from index.errors import LibraryBusy, LibraryError
from index.search.engine import Document, Engine, IndexDamaged, Others
from index.search.folder import read_words, wipe
from index.search.nodes import State
from index.search.query import parse
from index.search.whoosh.engine import WhooshEngine
from tests.unit.asking import FILLER, TODAY, article, ask, found

pytest.importorskip("tantivy")

from index.search.tantivy.engine import TantivyEngine

TOLD = (
    "election elections grain grains deal raisi raissi tokayev tokaev putin haus hauser kassym jomart oil wars war the"
)
WORDS = (*TOLD.split(" "), "of")
WORD = st.sampled_from(WORDS)
ATOMS = st.one_of(
    WORD,
    st.builds('"{} {}"~{}'.format, WORD, WORD, st.integers(0, 4)),
    st.builds('"{} {} {}"~{}'.format, WORD, WORD, WORD, st.integers(0, 30)),
    st.builds("{} NEAR/{} {}".format, WORD, st.integers(1, 30), st.sampled_from(["oil", "the"])),
    st.sampled_from(["gr*", "*s", "t*v", "raisi~", "grian", "kasym-jomart", "haus-oil", "(oil OR -war)", "-deal"]),
    st.sampled_from(["is:read", "is:unread", "title:oil", "outlet:times", "date:2023-11", "lang:de", "tag:oil"]),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "search"


@pytest.fixture
def engine(folder: Path) -> Iterator[TantivyEngine]:
    engine = TantivyEngine(folder)
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Engine, Engine]]:
    """The same articles in both engines, in several segments, some of them replaced and removed."""
    luck = random.Random(4)
    words = [*WORDS, *WORDS, *["grain"] * 9]
    made = [
        Document(f"n{number:02}", " ".join(luck.choices(words, k=luck.randint(0, 4))),
                 " ".join(luck.choices(words, k=luck.randint(3, 50))), luck.choice(["", "BBC", "Moscow Times"]),
                 language=luck.choice(["en", "en", "de"]), published=luck.choice(["", "2023-11", "2024-01-02"]),
                 tags=luck.choice([(), ("oil",)]))
        for number in range(60)
    ]  # fmt: skip
    engines: tuple[Engine, Engine] = (
        WhooshEngine(tmp_path_factory.mktemp("whoosh", numbered=False) / "search"),
        TantivyEngine(tmp_path_factory.mktemp("tantivy", numbered=False) / "search"),
    )
    for engine in engines:
        for at in (0, 20, 40):
            engine.update(made[at : at + 20])
        engine.update(made[3:6], removed=["n50", "n51"])
    yield engines
    for engine in engines:
        engine.close()


def states(state: State) -> Collection[str] | Others:
    return Others(["n01", "n05"]) if state.value == "unread" else ["n01", "n05"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@example("election election election election deal haus-oil")
@example("grain is:unread")
@example("is:unread -is:read (oil OR is:unread)")
@given(st.lists(ATOMS, min_size=1, max_size=7).map(" ".join))
def test_both_engines_find_and_tell_the_same(both: tuple[Engine, Engine], text: str) -> None:
    whoosh, tantivy = (ask(engine, text, states=states, every=True) for engine in both)
    assert sorted(tantivy.all_ids) == sorted(whoosh.all_ids)
    assert (tantivy.total, tantivy.notes, tantivy.also, tantivy.marks, tantivy.instead) == (
        whoosh.total, whoosh.notes, whoosh.also, whoosh.marks, whoosh.instead,
    )  # fmt: skip
    ours, theirs = ({match.id: match.score for match in answer.matches} for answer in (tantivy, whoosh))
    assert ours.keys() == theirs.keys()
    for key, score in theirs.items():  # Whoosh keeps lengths in a byte each
        assert ours[key] == pytest.approx(score, rel=0.06, abs=0.02)


def test_variants_are_found_below_exact_hits_whatever_they_would_score(engine: TantivyEngine) -> None:
    engine.update([article("z", f"Raisi spoke. {FILLER} {FILLER}"), article("a", "Raïssi Raïssi Raïssi")])
    assert found(engine, "raisi") == ["z", "a"]
    assert found(engine, '"raisi"') == ["z"]


def test_words_that_stand_together_lift_an_article(engine: TantivyEngine) -> None:
    engine.update([article("apart", f"grain {FILLER} deal"), article("near", f"grain deal {FILLER}")])
    assert found(engine, "grain deal") == ["near", "apart"]


def test_a_ligature_that_folds_to_several_words_is_one_token(engine: TantivyEngine) -> None:
    engine.update([article("a", "before \ufdfa after"), article("b", "before after")])
    assert found(engine, "\ufdfa") == ["a"]
    assert found(engine, '"before after"') == ["b"]


def test_the_ids_of_all_matches_begin_with_the_best(engine: TantivyEngine) -> None:
    engine.update([article(f"n{number:03}", f"grain {'word ' * (number % 50)}") for number in range(400)])
    answer = engine.search(parse("grain", TODAY), limit=20, every=True)
    assert answer.all_ids[:20] == tuple(match.id for match in answer.matches)
    assert len(set(answer.all_ids)) == len(answer.all_ids) == answer.total == 400


def test_a_word_is_listed_once_however_many_updates_have_it(engine: TantivyEngine, folder: Path) -> None:
    for number in range(3):
        engine.update([article(f"n{number}", f"grain word{number}")])
    assert sorted((folder / "words").read_text().split()) == ["grain", "word0", "word1", "word2"]


def test_a_failed_update_changes_nothing(engine: TantivyEngine) -> None:
    def documents() -> Iterator[Document]:
        yield article("b", "grain")
        raise RuntimeError("the source broke")

    engine.update([article("a", "grain")])
    with pytest.raises(RuntimeError):
        engine.update(documents(), removed=["a"])
    assert found(engine, "grain") == ["a"]
    engine.update([article("c", "grain")])
    assert found(engine, "grain") == ["a", "c"]


def test_a_busy_index_says_who_holds_it(engine: TantivyEngine, folder: Path) -> None:
    hurried = TantivyEngine(folder, patience=0.0)

    def documents() -> Iterator[Document]:
        with pytest.raises(LibraryBusy, match=f"process {os.getpid()} is writing"):
            hurried.update([article("b", "oil")])
        yield article("a", "grain")

    engine.update(documents())
    hurried.update([article("b", "grain")])
    assert found(engine, "grain") == ["a", "b"]


def test_two_engines_that_write_in_turn_keep_each_others_articles(engine: TantivyEngine, folder: Path) -> None:
    other = TantivyEngine(folder)
    for number in range(4):
        (engine, other)[number % 2].update([article(f"n{number}", "grain")])
    engine.update([article("n1", "oil")])
    assert found(other, "grain") == ["n0", "n2", "n3"]
    assert found(engine, "oil") == ["n1"]
    assert (engine.fresh, other.fresh, other.count()) == (True, False, 4)


def test_the_folder_is_private(engine: TantivyEngine, folder: Path) -> None:
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no owner here")
def test_a_file_that_others_can_write_is_not_opened(engine: TantivyEngine, folder: Path) -> None:
    (folder / "meta.json").chmod(0o666)
    with pytest.raises(LibraryError, match="can be written by other users"):
        TantivyEngine(folder)


@pytest.mark.parametrize("form", ["", "nutgraf 3, whoosh 3.54.0\n", "nutgraf 99, tantivy index_format v99\n"])
def test_a_foreign_or_newer_index_asks_to_be_rebuilt(engine: TantivyEngine, folder: Path, form: str) -> None:
    (folder / "format").write_text(form)
    with pytest.raises(IndexDamaged):
        TantivyEngine(folder)


def test_each_engine_takes_the_others_index_for_foreign(engine: TantivyEngine, folder: Path) -> None:
    with pytest.raises(IndexDamaged):
        WhooshEngine(folder)


@pytest.mark.parametrize("pattern", ["meta.json", "*.term", "*.idx", "*.store", "*.fast"])
@pytest.mark.parametrize("damage", ["empty", "cut", "noise", "gone"])
def test_a_damaged_file_asks_to_be_rebuilt(engine: TantivyEngine, folder: Path, pattern: str, damage: str) -> None:
    engine.update([article("a", "grain and oil"), article("b", "grain " * 50)])
    engine.close()
    for file in folder.glob(pattern):
        data = file.read_bytes()
        broken = {"empty": b"", "cut": data[: len(data) // 2], "noise": bytes(len(data)), "gone": data}[damage]
        file.unlink()  # other engines may have the old one mapped
        if damage != "gone":
            file.write_bytes(broken)
    with pytest.raises(IndexDamaged):
        ask(TantivyEngine(folder), "grain")
    wipe(folder)
    fresh = TantivyEngine(folder)
    assert fresh.fresh
    fresh.update([article("a", "grain")])
    assert found(fresh, "grain") == ["a"]


def test_a_lost_word_list_is_made_anew(engine: TantivyEngine, folder: Path) -> None:
    engine.update([article("a", "elections", "Votes")])
    (folder / "words").unlink()
    assert found(TantivyEngine(folder), "election") == ["a"]
    assert read_words(folder) == {"elections", "votes"}


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no owner here")
def test_files_that_a_group_may_write_do_no_harm_in_a_folder_of_ones_own(folder: Path) -> None:
    before = os.umask(0o002)
    try:
        TantivyEngine(folder).update([article("a", "grain")])
    finally:
        os.umask(before)
    assert found(TantivyEngine(folder), "grain") == ["a"]
    folder.chmod(0o750)
    with pytest.raises(LibraryError, match="can be written by other users"):
        TantivyEngine(folder)
