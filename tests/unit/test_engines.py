"""Which engine a library searches with, and what is told about it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.cli import main
from index.errors import UsageError
from index.facade import building
from index.library import Library, open_library
from index.search import engines
from index.search.folder import form_of

LINE = "pip install 'nutgraf[fast]'"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number, word in enumerate(("grain", "oil", "harbour")):
        (folder / f"{number}.txt").write_text(f"News of {word}\n\nThe {word} was sold on Monday in the old town.\n")
    return folder


@pytest.fixture
def library(tmp_path: Path, articles: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        list(opened.add([articles]))
        yield opened


@pytest.fixture
def without_tantivy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tantivy", None)


def engine_of(library: Library) -> str:
    return form_of(library.folder / "search").partition(", ")[2].partition(" ")[0]


def test_whoosh_is_the_engine_unless_another_is_chosen(library: Library) -> None:
    assert library.search("grain").total == 1
    assert engine_of(library) == "whoosh"


def test_a_file_that_another_process_replaces_meanwhile_is_no_damage(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = Path.iterdir
    monkeypatch.setattr(Path, "iterdir", lambda path: [*seen(path), path / "merged-away.seg"])
    with open_library(library.folder) as another:
        assert another.search("grain").total == 1


def test_a_rebuild_with_another_engine_is_remembered(library: Library) -> None:
    pytest.importorskip("tantivy")
    list(library.rebuild(engine="tantivy"))
    assert engine_of(library) == "tantivy"
    with open_library(library.folder) as again:
        assert again.behind() == 0
        assert again.search("grain").total == 1
        assert engine_of(again) == "tantivy"
        list(again.rebuild(engine="whoosh"))
        assert engine_of(again) == "whoosh"


def test_the_settings_choose_for_libraries_that_have_not(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("tantivy")
    monkeypatch.setenv("NUTGRAF_ENGINE", "tantivy")
    with open_library(library.folder) as again:
        assert again.behind() == 3
        list(again.catch_up())
        assert engine_of(again) == "tantivy"
        assert again.search("harbour").total == 1
    monkeypatch.delenv("NUTGRAF_ENGINE")
    with open_library(library.folder) as again:
        assert again.search("harbour").total == 1
        assert engine_of(again) == "whoosh"


def test_what_a_library_remembers_is_stronger_than_the_settings(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(library.rebuild(engine="whoosh"))
    monkeypatch.setenv("NUTGRAF_ENGINE", "tantivy")
    with open_library(library.folder) as again:
        assert again.behind() == 0
        assert engine_of(again) == "whoosh"


def test_an_engine_that_there_is_not_is_refused_before_anything_is_lost(library: Library) -> None:
    with pytest.raises(UsageError, match="there are whoosh, tantivy"):
        library.rebuild(engine="lucene")
    assert library.behind() == 0


def test_an_engine_that_is_not_installed_is_refused_with_the_line_to_type(
    library: Library, without_tantivy: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rebuild", "--engine", "tantivy", "--library", str(library.folder)]) == 2
    assert LINE in capsys.readouterr().err
    assert library.behind() == 0


def test_whoosh_searches_while_the_chosen_engine_is_not_installed(
    library: Library, without_tantivy: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NUTGRAF_ENGINE", "tantivy")
    assert main(["search", "grain", "--library", str(library.folder)]) == 0
    told = capsys.readouterr()
    assert "News of grain" in told.out
    assert f"tantivy is not installed, so whoosh searches meanwhile: {LINE}" in told.err
    assert engine_of(library) == "whoosh"


def test_a_library_that_has_grown_big_hears_of_the_other_engine_once(
    library: Library, monkeypatch: pytest.MonkeyPatch, articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert library.better_engine() == ""
    monkeypatch.setattr(building, "MANY_ARTICLES", 2)
    add = ["add", str(articles), "--library", str(library.folder)]
    assert main(add) == 0
    assert "nutgraf rebuild --engine tantivy" in capsys.readouterr().err
    assert main(add) == 0
    assert "rebuild --engine" not in capsys.readouterr().err


def test_the_suggestion_begins_with_the_line_to_type_where_it_must(
    library: Library, without_tantivy: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "MANY_ARTICLES", 2)
    assert f"{LINE}, then nutgraf rebuild --engine tantivy" in library.better_engine()


def test_the_version_tells_the_engines() -> None:
    told = list(engines.facts())
    assert told[0].startswith("search engine whoosh ")
    assert told[1].startswith("search engine tantivy ")
