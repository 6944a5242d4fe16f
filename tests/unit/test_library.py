"""The façade on real articles: receipts, search that mends itself, and use from several threads."""

from __future__ import annotations

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from index.build.workers import Inline
from index.errors import NothingFound, UsageError
from index.events import Skipped
from index.library import Library, open_library, seeds_folder, summarise_files
from index.models import Summary
from index.sources import limits
from index.sources.items import items
from index.verify import bare


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    shutil.copytree(seeds_folder(), folder / "seeds")
    with open_library(folder / "library") as library:
        list(library.add([folder / "seeds"], executor=Inline()))
    return folder


@pytest.fixture
def library(built: Path, tmp_path: Path):
    shutil.copytree(built / "library", tmp_path / "library")
    with open_library(tmp_path / "library") as library:
        yield library


def titled(library: Library, beginning: str) -> str:
    return next(row.id for row in library.articles() if row.title.startswith(beginning))


def test_the_seeds_are_two_stories_and_the_undated_article_is_dated_by_its_story(library: Library) -> None:
    assert sorted(len(story.articles) for story in library.stories()) == [1, 4]
    undated = library.row(titled(library, "Putin Strengthens"))
    assert undated.published is not None
    assert (undated.published.when, undated.published.precision) == ("2023-11", "month")
    assert undated.published.found_in == "inferred from its story: November 2023"
    assert undated.published.inferred
    assert library.article(undated.id).published is None


def test_every_line_of_every_summary_stands_in_its_file(library: Library) -> None:
    lines = [line for row in library.articles() for line in library.summary(row.id).lines]
    lines += [line for story in library.stories() for line in library.story_summary(story.id).lines]
    assert len(lines) >= 5 * 3 + 2
    for line in lines:
        article = library.article(line.article)
        assert article.sentence(line.sentence) == line.text
        assert bare(line.text) in bare(Path(article.origins[0].path).read_text())


def test_a_summary_is_in_text_order_and_of_the_length_asked_for(library: Library) -> None:
    for row in library.articles():
        for count in (1, 3, 7):
            numbers = [line.sentence for line in library.summary(row.id, count).lines]
            assert numbers == sorted(numbers)
            assert len(numbers) == count


def test_check_names_a_file_that_no_longer_says_what_a_summary_quotes(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built / "seeds", tmp_path / "seeds")
    with open_library(tmp_path / "library") as library:
        list(library.add([tmp_path / "seeds"], executor=Inline()))
        assert list(library.check()) == []
        line = library.summary(titled(library, "Putin, Xi"), 10).lines[-1]
        file = Path(library.article(line.article).origins[0].path)
        file.write_text(file.read_text().replace(line.text, "Nothing happened."))
        problems = list(library.check())
        assert [problem.subject for problem in problems] == [str(file)]
        assert line.text in problems[0].reason
        file.unlink()
        assert "gone" in next(iter(library.check())).reason


def test_check_reads_each_file_once_and_proves_the_lines_of_stories(tmp_path: Path, monkeypatch) -> None:
    from index import verify

    told = [
        {"id": str(number), "source": f"Outlet {number}", "published": "2024-03-05",
         "text": f"The river Elbe flooded the old town of Meissen on Tuesday, outlet {number} said.\n"
                 f"In Meissen {number}00 people left their homes as the river Elbe rose in the old town."}
        for number in range(1, 5)
    ]  # fmt: skip
    file = tmp_path / "news.jsonl"
    file.write_text("\n".join(map(json.dumps, told)))
    read: list[str] = []
    with open_library(tmp_path / "library") as library:
        list(library.add([file], executor=Inline()))
        monkeypatch.setattr(verify, "items", lambda paths: read.extend(map(str, paths)) or items(paths))
        assert list(library.check()) == []
        assert read == [str(file)]
        monkeypatch.setattr(library, "summary", lambda id, sentences: Summary())
        story = library.stories()[0]
        quoted = library.story_summary(story.id).lines[0].text
        file.write_text(file.read_text().replace(quoted[:40], "Nothing happened in the town"))
        assert any(quoted in problem.reason for problem in library.check())


@pytest.mark.parametrize("damage", ["cut", "foreign", "gone"])
def test_a_damaged_index_is_made_again_by_the_next_search(library: Library, damage: str) -> None:
    expected = [hit.row.id for hit in library.search("Tokayev")]
    library.close()
    search = library.folder / "search"
    for file in search.iterdir():
        if damage == "cut":
            file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
        elif damage == "foreign":
            file.write_bytes(b"not an index at all")
        else:
            file.unlink()
    with open_library(library.folder) as again:
        assert [hit.row.id for hit in again.search("Tokayev")] == expected
        assert len(expected) == 4


def test_search_marks_what_it_found_and_explains_itself(library: Library) -> None:
    hits = library.search("erdogan macron", limit=2)
    assert len(hits) == 2
    assert hits.total >= 3
    assert "erdogan" in hits.understood.lower()
    for hit in hits:
        marked = [hit.snippet.text[start:end].lower() for start, end in hit.snippet.spans]
        assert marked
        assert set(marked) <= {"erdogan", "macron"}


def test_highlights_are_where_the_words_stand(library: Library) -> None:
    article = library.article(titled(library, "Putin, Xi"))
    found = library.highlights(article.id, "guterres")
    assert [article.blocks[block].text[start:end] for block, start, end in found] == ["Guterres"]


def test_states_of_the_user_are_searched(library: Library) -> None:
    starred = titled(library, "Putin, Xi")
    library.star([starred])
    assert [hit.row.id for hit in library.search("is:starred")] == [starred]
    library.mark_read([starred])
    assert starred not in {hit.row.id for hit in library.search("summit is:unread")}


def test_a_library_is_used_from_several_threads_at_once(library: Library) -> None:
    def work(number: int) -> int:
        library.star([f"article {number}"])
        return len(library.articles()) + len(library.search("summit"))

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(work, range(16)))) == 1


def test_ids_may_be_abbreviated(library: Library) -> None:
    whole = titled(library, "Putin, Xi")
    assert library.resolve_article(whole[:7]) == whole
    with pytest.raises(NothingFound):
        library.resolve_article("zzz")
    with pytest.raises(NothingFound, match=f"there is no story {whole}; that is an article"):
        library.resolve_story(whole)
    with pytest.raises(UsageError, match="several"):
        library.resolve_article("")


def test_raw_is_the_source_as_it_was(library: Library) -> None:
    id = titled(library, "Putin Strengthens")
    assert library.raw(id).startswith("No menu items!")


def test_files_are_summarised_without_a_library(built: Path) -> None:
    files = sorted((built / "seeds").glob("*.txt"))
    one = list(summarise_files(files[:1], sentences=2))
    assert [origin.path for _, origin in one] == [str(files[0])] * 2
    several = list(summarise_files(files, sentences=4))
    assert len({origin.path for _, origin in several}) > 1
    words = sum(len(line.text.split()) for line, _ in summarise_files(files, sentences=None, words=60))
    assert 30 <= words <= 110


def test_a_summary_about_something_bears_on_it(built: Path) -> None:
    lines = [line.text.lower() for line, _ in summarise_files(sorted((built / "seeds").glob("*.txt")), about="uranium")]
    assert any("uranium" in line for line in lines)


def test_files_without_an_article_are_nothing_found(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("\n")
    with pytest.raises(NothingFound, match="empty"):
        list(summarise_files([tmp_path / "empty.txt"]))


def test_the_limits_of_the_settings_hold_and_mistakes_in_them_are_told(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(limits, "_current", limits.Limits())
    settings = tmp_path / "config.toml"
    settings.write_text("[limits]\nitem = 2000\nentries = -1\n")
    monkeypatch.setattr("index.config.config_file", lambda: settings)
    with open_library(tmp_path / "library") as library:
        (problem,) = library.problems
        assert (problem.subject, "entries" in problem.reason) == (f"{settings}:3", True)
        events = list(library.add([seeds_folder()], executor=Inline()))
        assert events[-1].counts.read == 1
        assert {event.reason for event in events if isinstance(event, Skipped)} == {"larger than 0.002 MB"}
