"""What the commands that only look tell scripts and people."""

from __future__ import annotations

import io
import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.unit.command_line import Cli, article

KEYS_OF_AN_ARTICLE = {
    "id", "origin", "title", "source", "agency", "author", "published", "published_found_in", "place", "url",
    "language", "headings", "sentences", "copy_of",
}  # fmt: skip


def test_articles_have_the_keys_of_news_data_sets(cli):
    said = cli("articles", "--json")
    assert said.code == 0
    assert [set(record) for record in said.records] == [KEYS_OF_AN_ARTICLE] * 5


def test_what_is_not_known_is_null(cli):
    [told] = [record for record in cli("articles", "--json").records if "Rival Influence" in str(record["title"])]
    assert [told[key] for key in ("source", "agency", "author", "published", "place", "url")] == [None] * 6
    assert told["published_found_in"] == "inferred from its story: November 2023"


def test_articles_are_lines_for_people(cli):
    said = cli("articles")
    assert said.code == 0
    assert len(said.out.splitlines()) == 5
    assert "2024-07-03" in said.out.splitlines()[0]
    assert "\x1b" not in said.out


def test_articles_of_a_query_are_those_that_it_finds(cli):
    said = cli("articles", "erdogan", "uzbekistan", "--json")
    assert said.code == 0
    assert 1 <= len(said.records) < 5
    assert cli("articles", "zeppelin").code == 1


def test_an_empty_library_says_what_to_do(new):
    said = new("articles")
    assert (said.code, said.out) == (1, "")
    assert "nutgraf add" in said.err
    assert new("stories").code == 1
    assert new("search", "harbour").code == 1


def test_show_gives_text_summary_and_paragraphs(cli):
    [told] = [record for record in cli("articles", "--json").records if record["source"] == "The Moscow Times"]
    [shown] = cli("show", str(told["id"]), "--json").records
    assert set(shown) == KEYS_OF_AN_ARTICLE | {"text", "summary", "blocks"}
    assert {key: shown[key] for key in KEYS_OF_AN_ARTICLE} == told
    assert shown["headings"] == ["Rivalry"]
    text = str(shown["text"])
    lines = shown["summary"]
    assert isinstance(lines, list)
    assert len(lines) == 3
    assert all(line["text"] in text and line["origin"] == told["origin"] for line in lines)


def test_the_beginning_of_an_id_is_enough(cli):
    told = cli("articles", "--json").records[0]
    assert str(told["title"]) in cli("show", str(told["id"])[:10]).out


def test_show_gives_the_page_for_people(cli):
    id = str(cli("articles", "--json").records[0]["id"])
    page = cli("show", id).out
    assert "The Moscow Times · AFP" in page
    assert "Summary" in page
    assert "Rivalry" in page
    assert "kremlin.ru" not in page


def test_show_raw_gives_what_the_file_holds(cli):
    told = cli("articles", "--json").records[0]
    [raw] = cli("show", str(told["id"]), "--raw", "--json").records
    assert raw["raw"] == Path(str(told["origin"])).read_text("utf-8")
    assert "kremlin.ru" in cli("show", str(told["id"]), "--raw").out


@pytest.mark.parametrize("command", ["show", "story"])
def test_an_unknown_id_is_nothing_found(cli, command):
    said = cli(command, "zzz")
    assert (said.code, said.out) == (1, "")
    assert "zzz" in said.err


def test_search_gives_hits_to_scripts(cli):
    said = cli("search", "tokayev", "--json", "--limit", "2")
    assert said.code == 0
    assert [set(hit) for hit in said.records] == [{"id", "origin", "title", "score", "snippet", "copy_of"}] * 2
    assert "tokayev" in str(said.records[0]["snippet"]).lower()


def test_search_tells_people_how_it_was_understood(cli):
    said = cli("search", "tokayev")
    assert said.code == 0
    assert "interpreted as" in said.err
    assert "found" in said.err
    assert "Tokayev" in said.out


def test_a_search_without_hits_is_nothing_found(cli):
    said = cli("search", "zeppelin")
    assert (said.code, said.out) == (1, "")
    assert "no article matches" in said.err


@pytest.mark.parametrize("query", ["", "(((", '"', "-", "title:", "a NEAR/0 b", "*", "\x1b[2J", "date:9999", "'\udce9"])
def test_no_query_is_too_strange(cli, query):
    said = cli("search", "--", query)
    assert said.code in (0, 1)
    assert "\x1b" not in said.err


def test_search_sorts_as_asked(cli):
    newest = [hit["title"] for hit in cli("search", "kazakhstan", "--json", "--sort", "newest").records]
    oldest = [hit["title"] for hit in cli("search", "kazakhstan", "--json", "--sort", "oldest").records]
    assert "Central Asian Summit" in str(newest[0])
    assert newest[0] != oldest[0]


def test_stories_name_their_articles_and_quote_them(cli):
    said = cli("stories", "--json")
    assert said.code == 0
    assert [len(story["origins"]) for story in said.records] == [1, 4]  # type: ignore[arg-type]  # JSON
    for story in said.records:
        keys = {"id", "headline", "articles", "origins", "independent", "first", "last", "summary"}
        assert set(story) == keys
        assert isinstance(story["summary"], list)
        for line in story["summary"]:
            assert set(line) == {"text", "article", "origin"}
            source = re.sub(r"\s", "", Path(line["origin"]).read_text("utf-8"))
            assert re.sub(r"\s", "", line["text"]) in source


def test_a_story_is_the_same_alone_and_in_the_list(cli):
    story = cli("stories", "--json").records[1]
    (alone,) = cli("story", str(story["id"])[:8], "--json").records
    assert story.items() <= alone.items()
    page = cli("story", str(story["id"])).out
    assert str(story["headline"]) in page
    assert page.count("\n") > 8


def test_stories_are_lines_for_people(cli):
    assert "4 articles" in cli("stories").out.splitlines()[1]


def test_a_summary_needs_no_library(capsys, tmp_path, seeds, monkeypatch):
    monkeypatch.setenv("NUTGRAF_LIBRARY", str(tmp_path / "none"))
    said = Cli(tmp_path, capsys).bare("summary", seeds / "003_e9a235f1aa17f3f6.txt", "--json", "--sentences", "2")
    [record] = said.records
    assert said.code == 0
    assert isinstance(record["sentences"], list)
    assert [set(line) for line in record["sentences"]] == [{"text", "origin"}] * 2
    assert not (tmp_path / "none").exists()


def test_a_summary_is_as_long_as_asked(cli, seeds):
    file = seeds / "003_e9a235f1aa17f3f6.txt"
    assert len(cli.bare("summary", file).out.splitlines()) == 3
    few = cli.bare("summary", file, "--words", "40", "--json").records[0]["sentences"]
    many = cli.bare("summary", file, "--words", "150", "--json").records[0]["sentences"]
    assert isinstance(few, list)
    assert isinstance(many, list)
    assert 1 <= len(few) < len(many)


def test_a_summary_of_several_files_names_the_file_of_each_line(cli, seeds):
    files = sorted(seeds.glob("*.txt"))
    said = cli.bare("summary", *files, "--about", "Erdogan")
    assert said.code == 0
    assert str(seeds) in said.out


def test_sentences_and_words_exclude_each_other(cli, seeds):
    said = cli.bare("summary", seeds, "--words", "40", "--sentences", "2")
    assert (said.code, said.out) == (2, "")


def test_a_summary_of_nothing_readable_gives_the_reason(cli, tmp_path):
    article(tmp_path, "a.txt", "")
    said = cli.bare("summary", tmp_path / "a.txt")
    assert (said.code, said.out) == (1, "")
    assert "empty" in said.err


LINE = {"text", "article", "sentence", "origin", "source", "published", "said_by"}


def test_a_brief_tells_scripts_each_story_with_its_receipts(cli):
    said = cli("brief", "--since", "2023", "--json")
    assert said.code == 0
    assert [len(told["articles"]) for told in said.records] == [4, 1]  # type: ignore[arg-type]  # JSON
    for told in said.records:
        assert set(told) == {"id", "headline", "first", "last", "sources", "articles", "summary"}
        assert isinstance(told["summary"], list)
        assert told["summary"]
        assert all(set(line) == LINE for line in told["summary"])


def test_a_brief_names_outlet_and_date_of_each_line(cli):
    said = cli("brief")
    assert said.code == 0
    _, facts, line = said.out.strip().splitlines()
    assert facts == "The Moscow Times · 3 July 2024"
    assert line.startswith("• ")
    assert line.endswith("— The Moscow Times · 3 July 2024")
    assert said.err == "1 of 2 stories\n"


def test_a_brief_as_markdown_has_headings_and_lists(cli):
    lines = cli("brief", "--markdown", "--since", "2023").out.splitlines()
    assert sum(line.startswith("## ") for line in lines) == 2
    assert sum(line.startswith("- ") for line in lines) >= 2


def test_a_brief_without_stories_is_nothing_found(cli, new):
    assert (cli("brief", "--since", "today").code, cli("brief", "--since", "today").out) == (1, "")
    assert "nutgraf add" in new("brief").err


def test_a_brief_since_no_date_is_wrong_usage(cli):
    said = cli("brief", "--since", "the flood")
    assert (said.code, said.out) == (2, "")
    assert cli("brief", "--json", "--markdown").code == 2


def test_a_search_may_begin_with_what_its_hits_say(cli):
    said = cli("search", "erdogan", "--summary", "--limit", "1")
    assert said.code == 0
    assert said.out.startswith("• ")
    first, hit = cli("search", "erdogan", "--summary", "--limit", "1", "--json").records
    assert isinstance(first["summary"], list)
    assert all(set(line) == LINE and "Erdogan" in line["text"] for line in first["summary"])
    assert "score" in hit
    assert cli("search", "zeppelin", "--summary").out == ""


def test_a_summary_by_another_method_is_another_summary(cli, seeds):
    file = seeds / "003_e9a235f1aa17f3f6.txt"
    assert cli.bare("summary", file).out != cli.bare("summary", file, "--method", "lsa").out
    assert cli.bare("summary", file, "--method", "oracle").code == 2


def test_facets_count_all_hits_whatever_the_limit(cli):
    facets, *hits = cli("search", "tokayev", "--facets", "--limit", "1", "--json").records
    counted = facets["facets"]
    assert isinstance(counted, dict)
    assert set(counted) == {"days", "outlets", "stories"}
    total = len(cli("search", "tokayev", "--json").records)
    assert sum(day["articles"] for day in counted["days"]) == total > len(hits) == 1
    assert all(story["headline"] for story in counted["stories"])


def test_facets_are_lists_for_people(cli):
    lines = cli("search", "tokayev", "--facets").out.splitlines()
    assert lines[0] == "Dates"
    assert {"Outlets", "Stories"} <= set(lines)
    assert "    2  9 November 2023" in lines
    assert cli("search", "zeppelin", "--facets").out == ""


def test_a_strict_search_finds_words_as_they_stand(cli):
    assert cli("search", "tokaev", "--json").records
    said = cli("search", "tokaev", "--strict")
    assert (said.code, said.out) == (1, "")
    assert "did you mean: tokayev" in said.err
    assert cli("search", "tokaev", "--strict", "--facets", "--json").records == []


def test_a_search_says_that_recent_articles_are_preferred(cli):
    assert "recent articles are preferred" in cli("search", "tokayev", "--recent").err
    assert "recent" not in cli("search", "tokayev").err


def test_nothing_found_says_which_part_excludes_most(cli):
    assert "4 articles have the rest, left out: zeppelin" in cli("search", "tokayev", "AND", "zeppelin").err


def test_hits_are_coloured_in_a_terminal_and_plain_in_a_pipe(cli, monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    assert "\x1b" not in cli("search", "tokayev", "--facets").out
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(sys, "stdout", Terminal())
    cli("search", "tokayev", "--facets")
    assert isinstance(sys.stdout, Terminal)
    assert re.search(r"\x1b\[1;33mTokayev", sys.stdout.getvalue())


def test_a_list_of_articles_builds_no_snippets(cli, monkeypatch):
    def refused(*_: object) -> None:
        raise AssertionError("a snippet was built")

    monkeypatch.setattr("index.search.snippets.snippet", refused)
    assert cli("articles", "tokayev").code == 0


def newer(folder: Path) -> None:
    (folder / "format").write_text("nutgraf 99, whoosh 9.9.9\n", "utf-8")


@pytest.mark.parametrize("hurt", [shutil.rmtree, newer])
def test_a_search_answers_though_its_index_is_gone_or_of_another_version(built, tmp_path, capsys, hurt, monkeypatch):
    monkeypatch.setattr("index.indexed.CATCH_UP", 0)
    shutil.copytree(built, tmp_path / "copy")
    cli = Cli(tmp_path / "copy", capsys)
    whole = cli("search", "tokayev", "--json").records
    hurt(tmp_path / "copy" / "search")
    said = cli("search", "tokayev", "--json")
    assert (said.code, said.records) == (0, whole)


def test_a_search_tells_what_its_filters_hide(cli):
    said = cli("search", "putin since:2024")
    assert "since 1 January 2024: hides 4 articles; without it: putin" in said.err
