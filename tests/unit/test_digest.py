"""Summaries on request: files, methods, the hits of a search, one line for a story."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from index import digest
from index.build.workers import Inline
from index.errors import UsageError
from index.library import Library, open_library, summarise_files


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, seeds: Path) -> Path:
    folder = tmp_path_factory.mktemp("digest") / "library"
    with open_library(folder) as library:
        list(library.add([seeds], executor=Inline()))
    return folder


@pytest.fixture
def library(built: Path, tmp_path: Path) -> Iterator[Library]:
    shutil.copytree(built, tmp_path / "library")
    with open_library(tmp_path / "library") as library:
        yield library


def longest(library: Library) -> str:
    return max(library.articles(), key=lambda row: row.words).id


def test_the_standard_method_is_named_first(library: Library) -> None:
    assert library.methods()[:2] == ("nutgraf", "lexrank")
    id = longest(library)
    assert library.summary(id, method="nutgraf") == library.summary(id)


@pytest.mark.parametrize("method", ["lexrank", "textrank", "lsa", "luhn", "kl", "sumbasic", "edmundson"])
def test_every_method_gives_verbatim_lines_in_text_order(library: Library, method: str) -> None:
    id = longest(library)
    lines = library.summary(id, 4, method).lines
    assert len(lines) == 4
    assert [line.text for line in lines] == [library.article(id).sentence(line.sentence) for line in lines]
    assert [line.sentence for line in lines] == sorted(line.sentence for line in lines)


def test_another_method_is_computed_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    id = longest(library)
    told = library.summary(id, 3, "luhn")
    monkeypatch.setattr(digest, "rank", None)
    assert library.summary(id, 3, "luhn") == told
    assert library.summary(id, 7, "luhn") != told


def test_what_was_computed_for_an_earlier_wording_is_forgotten(tmp_path: Path, seeds: Path) -> None:
    file = shutil.copy(next(seeds.glob("003*.txt")), tmp_path / "a.txt")
    with open_library(tmp_path / "library") as library:
        list(library.add([file], executor=Inline()))
        [row] = library.articles()
        before = library.summary(row.id, 2, "luhn")
        file.write_text(file.read_text().replace(before.lines[0].text, "Nothing of the kind happened in Astana."))
        list(library.add([file], executor=Inline()))
        after = library.summary(row.id, 2, "luhn")
        assert [line.text for line in after.lines] == [
            library.article(row.id).sentence(line.sentence) for line in after.lines
        ]
        assert before.lines[0].text not in [line.text for line in after.lines]


def test_a_method_that_there_is_not_is_told(library: Library, seeds: Path) -> None:
    with pytest.raises(UsageError, match="no method 'oracle'"):
        library.summary(longest(library), method="oracle")
    with pytest.raises(UsageError, match="no method 'oracle'"):
        summarise_files([seeds], method="oracle")


def test_a_story_is_told_in_one_line_by_the_line_its_summary_begins_with(library: Library) -> None:
    for story in library.stories():
        assert library.nut_graf(story.id) == library.story_summary(story.id).lines[0]


def test_the_lines_about_a_query_speak_of_it(library: Library) -> None:
    lines = library.summarise_hits("erdogan", 3).lines
    assert lines
    assert all("Erdogan" in line.text for line in lines)
    for line in lines:
        assert library.article(line.article).sentence(line.sentence) == line.text


@pytest.mark.parametrize("query", ["", "is:unread", "since:2023 -erdogan", "agency:AP", '"xi" OR putin', "kaz*"])
def test_any_query_with_hits_has_a_summary(library: Library, query: str) -> None:
    assert 1 <= len(library.summarise_hits(query, 3).lines) <= 3


def test_a_word_that_a_query_excludes_is_not_what_it_is_about(library: Library) -> None:
    assert not any("Xi" in line.text.split() for line in library.summarise_hits("putin -xi", 3).lines)


def test_a_query_without_hits_has_none(library: Library) -> None:
    assert library.summarise_hits("zeppelin").lines == ()


def test_reading_what_is_stored_needs_no_sumy(built: Path) -> None:
    script = (
        "import sys; from index.library import open_library\n"
        "with open_library(sys.argv[1]) as library:\n"
        "    id, story = library.articles()[0].id, library.stories()[0].id\n"
        "    assert library.summary(id, 5).lines and library.story_summary(story, 10).lines and library.brief()\n"
        "    assert library.nut_graf(story)\n"
        "    assert not {'sumy', 'numpy', 'nltk'} & sys.modules.keys(), sorted(sys.modules)\n"
        "    assert library.summarise_hits('putin').lines\n"
        "assert not {'sumy', 'nltk'} & sys.modules.keys(), sorted(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(built)], check=True)


def test_a_record_without_fields_is_an_article_and_no_page(tmp_path: Path) -> None:
    lines = [
        "The council of Varn voted on Monday to rebuild the harbour wall that the storm broke in March.",
        "Ana Lund",
        "The mayor, Ana Lund, said the work would cost four million crowns and take until the autumn.",
    ]
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "\n".join(lines)}))
    found = [line.text for line, _ in summarise_files([tmp_path / "a.jsonl"], sentences=3)]
    assert found[0] == lines[0]
    assert found[-1] == lines[2]


def test_a_sentence_keeps_the_invisible_marks_it_has_in_its_file(tmp_path: Path) -> None:
    text = "A storm closed the har\u200ebour of Varn on Monday, and\tthree ships were torn from their moorings."
    (tmp_path / "a.jsonl").write_text(json.dumps({"title": "Storm", "text": text}))
    [(line, _)] = summarise_files([tmp_path / "a.jsonl"], sentences=1)
    assert line.text == " ".join(text.split())
