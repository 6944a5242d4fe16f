"""The linear reader, over a pipe and as values."""

from __future__ import annotations

import fcntl
import io
import os
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from index.library import Library, open_library
from tui.linear.commands import COMMANDS, help_lines, parsed
from tui.linear.loop import run
from tui.linear.session import Session

ROOT = Path(__file__).parents[2]


def piped(*arguments: str, typed: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False, input=typed, timeout=120,
        env={**os.environ, **environment},
    )  # fmt: skip


def said(session: Session, *lines: str) -> str:
    """What the last of these lines is answered with."""
    answer = ""
    for line in lines:
        answer = "\n".join(session.answer(line))
    return answer


def test_over_a_pipe_one_adds_lists_opens_reads_and_leaves(tmp_path: Path, seeds: Path) -> None:
    folder = tmp_path / "library"
    done = piped("--plain", "--library", str(folder), str(seeds), typed="2\n1\n\np\nm\nsearch Tokayev\nq\nxyzzy\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "5 new articles" in done.stdout and "[stories, 1 to 2 of 2]" in done.stdout
    assert "[articles of the story, 1 to 4 of 4]" in done.stdout
    assert "paragraph 2 of" in done.stdout and "1 article starred." in done.stdout
    assert "4 articles found for" in done.stdout and "xyzzy" not in done.stdout
    assert "\x1b" not in done.stdout and "\r" not in done.stdout
    with open_library(folder) as library:
        assert (library.counts().unread, library.counts().starred) == (4, 1)


def test_the_end_of_the_input_is_a_way_to_leave(copied: Path) -> None:
    done = piped("--plain", "--library", str(copied), typed="")
    assert done.returncode == 0 and done.stdout.startswith("nutgraf: 5 articles, 2 stories, 5 unread.")


def test_what_is_wrong_with_the_settings_is_told_first(copied: Path, tmp_path: Path) -> None:
    settings = tmp_path / "nutgraf" / "config.toml"
    settings.parent.mkdir()
    settings.write_text('mouse = "perhaps"\n')
    done = piped("--plain", "--library", str(copied), typed="", XDG_CONFIG_HOME=str(tmp_path))
    first, second, *_ = done.stdout.splitlines()
    assert "mouse" in first and second.startswith("nutgraf: 5 articles")


def test_nobody_who_listens_is_no_traceback(copied: Path) -> None:
    done = subprocess.run(
        f"'{sys.executable}' -m tui --plain --library '{copied}' | head -1",
        shell=True, cwd=ROOT, capture_output=True, text=True, check=False, input="all\n" * 2000, timeout=120,
    )  # fmt: skip
    assert done.stderr == "" and done.stdout.count("\n") == 1


def test_where_letters_are_ascii_everything_said_is(copied: Path) -> None:
    done = piped("--plain", "--library", str(copied), typed="2\n1\np\nq\n", LC_ALL="C")
    assert done.returncode == 0 and done.stdout.isascii() and "9-10 Nov 2023" in done.stdout


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="there are no terminals to open here")
def test_a_dumb_terminal_gets_lines_that_fit_it(copied: Path) -> None:
    outer, inner = os.openpty()
    fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 40, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    process = subprocess.Popen(
        [sys.executable, "-m", "tui", "--library", str(copied)],
        cwd=ROOT, stdin=inner, stdout=inner, stderr=inner, env={**environment, "TERM": "dumb"}, start_new_session=True,
    )  # fmt: skip
    os.close(inner)
    os.write(outer, b"1\nq\n")
    painted = b""
    while True:
        try:
            painted += os.read(outer, 1 << 16)
        except OSError:
            break
    os.close(outer)
    assert process.wait(60) == 0
    lines = painted.decode().replace("\r\n", "\n").split("\n")
    assert "\x1b" not in painted.decode() and any("Asian Summit" in line for line in lines)
    assert all(len(line) < 40 for line in lines if not line.startswith("["))


def test_a_number_of_a_summary_goes_to_its_sentence(library: Library) -> None:
    session = Session(library)
    assert "1." in said(session, "1", "s")
    line = library.summary(library.stories()[0].articles[0]).lines[1]
    answer = said(session, "2")
    assert line.text in answer and "where it stands" in answer


STORY = "2"
"""In the list of stories, the one of four articles."""


def test_over_a_pipe_one_tags_notes_highlights_searches_and_takes_back(copied: Path) -> None:
    typed = [
        "2", "1", "tag energy, central asia", "note two words", "v", "v 1", "U", "notes", "h", "tags", "1",
        "/Tokayev", "keep the president", "saved", "1", "quotes 1", "q",
    ]  # fmt: skip
    done = piped("--plain", "--library", str(copied), typed="\n".join(typed))
    assert (done.returncode, done.stderr) == (0, "")
    for words in (
        "Tags: energy, central asia.", "Noted;", "highlight NUMBER keeps one", "Highlighted: ", "Undone: highlight",
        "1. Note: two words. In ", "1. central asia: 1 article.", "[articles of central asia, 1 to 1 of 1]",
        "Kept as the president", "1. the president: 4 articles, ", "[quotations, 1 to ",
    ):  # fmt: skip
        assert words in done.stdout
    assert "\x1b" not in done.stdout
    with open_library(copied) as library:
        (mark,) = library.all_highlights()
        assert (mark.note, mark.whole) == ("two words", True)
        assert [tag for tag, _ in library.tags()] == ["central asia", "energy"]


@pytest.mark.parametrize("chapter", ["timeline", "quotes", "says", "names", "related"])
def test_each_chapter_of_a_story_leads_on(library: Library, chapter: str) -> None:
    session = Session(library)
    assert "timeline, quotes, numbers" in said(session, STORY)
    assert "1. " in said(session, chapter)
    before = session.prompt
    said(session, "2")
    assert session.prompt != before
    said(session, "h")
    assert session.prompt == before


def test_a_chapter_without_anything_leaves_the_numbers_that_were_told(library: Library) -> None:
    session = Session(library)
    said(session, STORY)
    before = session.prompt
    assert said(session, "numbers") == "No numbers differ: none was found." and session.prompt == before
    assert "Putin Strengthens" in said(session, "1")


def test_chapters_are_asked_for_by_number_in_an_article_and_in_its_story(library: Library) -> None:
    session = Session(library)
    by_number = said(session, f"timeline {STORY}")
    assert said(session, "stories", STORY, "timeline") == by_number
    assert said(session, "all", "2", "timeline") == by_number


def test_several_sentences_are_highlighted_with_a_note_and_forgotten(library: Library) -> None:
    session = Session(library)
    numbered = said(session, "all", "2", "v").split("\n")
    assert [line.partition(".")[0] for line in numbered[:2]] == ["1", "2"]
    assert "Highlighted:" in said(session, "v 1-2 mine")
    (mark,) = library.all_highlights()
    assert (mark.first, mark.last, mark.note) == (0, 1, "mine")
    assert "takes numbers of sentences" in said(session, "v 99")
    assert "1. Note: mine. Highlight: " in said(session, "notes") and "Taken away" in said(session, "forget 1")
    assert not library.all_highlights() and "Undone" in said(session, "U") and library.all_highlights()
    assert "1 note or highlight; notes tells them." in said(session, "all", "2")


def test_tags_are_given_by_number_and_taken_away(library: Library) -> None:
    session = Session(library)
    assert said(session, "tags") == "No tags yet; tag gives an article some."
    assert said(session, "stories", f"tag {STORY} energy").startswith("4 articles changed.")
    assert said(session, "tags") == "1. energy: 4 articles."
    assert session.prompt == "tags, 1 to 1 of 1" and "is no article" in said(session, "m 1")
    assert said(session, "1", "t 1 -energy").endswith("Tags: none.") and library.tags() == [("energy", 3)]


def test_a_saved_search_is_run_by_its_number_and_forgotten(library: Library) -> None:
    session = Session(library)
    assert "Search first" in said(session, "keep x")
    assert "None yet" in said(session, "saved")
    said(session, "/Tokayev", "keep president")
    assert said(session, "saved") == "1. president: 4 articles, 4 unread, 0 new."
    assert "4 articles found for" in said(session, "1")
    assert "president is forgotten." in said(session, "saved", "forget 1") and not library.searches.all()


def test_what_came_since_last_time_is_listed_until_one_leaves(library: Library) -> None:
    assert run(library, [], io.StringIO("latest\nq\n"), first := io.StringIO()) == 0
    assert "new since last time, 1 to 5 of 5" in first.getvalue()
    assert run(library, [], io.StringIO("latest\nq\n"), second := io.StringIO()) == 0
    assert "Nothing was added since last time." in second.getvalue()


def test_an_article_tells_where_it_comes_from_and_what_was_folded(library: Library) -> None:
    session = Session(library)
    assert "File: " in said(session, "info 1") and "Tags: none." in said(session, "info 1")
    assert said(session, "1", "folded") and said(session, "links") == "No links are known of this article."


def test_a_list_of_many_stories_is_read_a_page_at_a_time(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.linear.views.PAGE", 1)
    monkeypatch.setattr(type(library), "stories", None)
    session = Session(library)
    assert "Putin, Xi" in "\n".join(session.begin()) and session.prompt == "stories, 1 to 1 of 2"
    said(session, "1", "J")
    assert "paragraph" in session.prompt and library.counts().unread == 3


def test_the_place_in_an_article_is_kept(library: Library) -> None:
    session = Session(library)
    third = said(session, "1", "", "")
    assert third in said(Session(library), "1")
    assert third not in said(Session(library), "1", "l")


def test_one_goes_through_an_article_forwards_and_back(library: Library) -> None:
    session = Session(library)
    first, second = said(session, "1").split("\n")[-1], said(session, "n")
    assert first != second and said(session, "b") == first
    while "End of the article" not in said(session, "p"):
        pass
    assert "End of the article" in said(session, "") and session.prompt.endswith("21 of 21")


def test_back_leads_the_way_one_came(library: Library) -> None:
    session = Session(library)
    said(session, "2", "3", "c")
    assert session.prompt.startswith("articles of the story")
    said(session, "h")
    assert session.prompt.startswith("article, ")
    said(session, "h", "h")
    assert session.prompt.startswith("stories") and "where you began" in said(session, "h")


def test_the_next_article_of_a_list_is_opened_by_a_letter(library: Library) -> None:
    session = Session(library)
    titles = [row.title for row in library.articles("all")]
    assert titles[1].split(",")[0] in said(session, "all", "1", "J")
    assert titles[0].split(",")[0] in said(session, "K") and "No more" in said(session, "K")


def test_marks_are_set_by_number_and_taken_back(library: Library) -> None:
    session = Session(library)
    assert said(session, "r 2") == "4 articles marked as read." and library.counts().unread == 1
    assert said(session, "unread").count("\n") == 0
    assert "Undone: marked as read" in said(session, "U") and library.counts().unread == 5
    assert said(session, "all", "m 1") == "1 article starred." and "starred." in said(session, "starred")
    assert said(session, "u 1") == "0 articles marked as unread."
    assert "no number 9" in said(session, "m 9") and "which one" in said(session, "m")


def test_what_is_written_is_the_article(library: Library, tmp_path: Path) -> None:
    session = Session(library)
    assert "written to" in said(session, "1", f"w {tmp_path / 'a.md'}")
    assert (tmp_path / "a.md").read_text("utf-8").startswith("# Putin, Xi Vie")
    assert "is there already" in said(session, f"w {tmp_path / 'a.md'}")


def test_an_empty_library_says_how_to_begin(empty: Library) -> None:
    session = Session(empty)
    assert "samples adds" in "\n".join(session.begin())
    assert "5 new articles" in said(session, "samples") and len(empty.articles("all")) == 5


def test_a_long_list_is_told_a_page_at_a_time(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.linear.views.PAGE", 2)
    session = Session(library)
    assert [line[:2] for line in said(session, "all").split("\n")] == ["1.", "2."]
    assert [line[:2] for line in said(session, "", "").split("\n")] == ["5."]
    assert said(session, "") == "End of the list." and said(session, "b").startswith("3.")


def test_what_anybody_types_or_writes_stays_text(library: Library) -> None:
    sink = io.StringIO()
    assert run(library, [], io.StringIO("search \x1b[31mred\n\x1b]0;x\x07\nq\n"), sink) == 0
    assert "found for red" in sink.getvalue()
    assert "\x1b" not in sink.getvalue() and "\x07" not in sink.getvalue()


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("", ("next", "")), ("12", ("open", "12")), ("/a b", ("search", "a b")), ("sea a b", ("search", "a b")),
        ("s", ("summary", "")), ("st", ("", "")), ("stori", ("stories", "")), ("U", ("undo", "")),
        ("u 3", ("new", "3")), ("story 2", ("story", "2")), ("quit", ("quit", "")), ("xyz", ("", "")),
    ],
)  # fmt: skip
def test_a_command_is_its_letter_or_its_beginning(line: str, command: tuple[str, str]) -> None:
    assert parsed(line) == command


def test_what_is_typed_wrong_is_told() -> None:
    session = Session.__new__(Session)
    assert said(session, "st") == "st may be stories or starred or story."
    assert said(session, "xyz") == "There is no command xyz; help tells what there is."


def test_every_command_is_there_and_in_the_help() -> None:
    assert all(callable(getattr(Session, f"_{command.name}")) for command in COMMANDS)
    assert len(help_lines()) == len(COMMANDS) + 1
    shorts = [command.short for command in COMMANDS if command.short]
    assert len(shorts) == len(set(shorts))
