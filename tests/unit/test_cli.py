"""Usage, errors, pipes and hostile text, on all commands."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from index.cli.names import COMMANDS
from index.events import Progress
from index.library import Library
from tests.unit.command_line import REPORT, Cli, article


def test_the_library_may_be_named_after_the_command_too(built, capsys, tmp_path):
    said = Cli(tmp_path / "wrong", capsys)("articles", "--json", "--library", built)
    assert len(said.records) == 5
    assert not (tmp_path / "wrong").exists()


def test_the_environment_names_the_library_where_no_option_does(built, capsys, monkeypatch):
    monkeypatch.setenv("NUTGRAF_LIBRARY", str(built))
    assert len(Cli(built, capsys).bare("articles").out.splitlines()) == 5


def test_a_file_in_place_of_a_library_cannot_be_used(capsys, tmp_path):
    article(tmp_path, "file")
    said = Cli(tmp_path / "file", capsys)("articles")
    assert (said.code, said.out) == (3, "")
    assert said.err.startswith("nutgraf: ")


def test_a_damaged_library_cannot_be_used(capsys, tmp_path):
    (tmp_path / "articles.db").write_bytes(b"This is no database, but a letter about the harbour. " * 100)
    said = Cli(tmp_path, capsys)("articles")
    assert (said.code, said.out) == (3, "")
    assert said.err.count("\n") == 1


def test_a_full_disk_is_told(new, tmp_path, monkeypatch):
    def full(self: Library, paths: Sequence[Path], *, cancelled: object = None) -> object:
        yield Progress("reading", 0, 2)
        raise OSError(28, "No space left on device", str(tmp_path))

    monkeypatch.setattr(Library, "add", full)
    said = new("add", tmp_path)
    assert said.code == 3
    assert said.err == f"nutgraf: {tmp_path}: No space left on device\n"


@pytest.mark.parametrize(
    "arguments", [["frob"], [], ["add"], ["search"], ["show"], ["search", "x", "--limit", "0"], ["articles", "--frob"]]
)
def test_wrong_usage_is_told_in_a_sentence(cli, arguments):
    said = cli(*arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("nutgraf: ")
    assert "--help" in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_explains_itself_and_tells_the_version(cli, command):
    assert cli.bare(command, "--help").out.startswith("Usage: ")
    assert cli.bare(command, "--version").out.startswith("nutgraf ")
    assert cli.bare(command, "--help").code == 0


def test_no_command_is_cut_short_in_the_help(cli):
    listed = cli.bare("--help").out.partition("Commands:")[2].splitlines()
    assert not [line for line in listed if line.endswith("...")]


def test_the_names_of_the_commands_are_those_that_there_are(cli):
    listed = re.findall(r"^  ([a-z]+) {2,}", cli.bare("--help").out.partition("Commands:")[2], re.M)
    assert set(listed) == COMMANDS


def test_a_pipe_that_nobody_reads_ends_the_command_quietly(built):
    code = (
        f"import sys; from index.cli import main; sys.exit(main(['--library', {str(built)!r}, 'articles', '--json']))"
    )
    reader, writer = os.pipe()
    os.close(reader)
    told = subprocess.run([sys.executable, "-c", code], stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (told.returncode, told.stderr) == (141, b"")


def test_a_disk_that_is_full_behind_standard_output_is_told(built):
    code = f"import sys; from index.cli import main; sys.exit(main(['--library', {str(built)!r}, 'articles']))"
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run([sys.executable, "-c", code], stdout=full, stderr=subprocess.PIPE, check=False, text=True)
    assert told.returncode == 3
    assert told.stderr == "nutgraf: standard output: No space left on device\n"


def test_a_hostile_article_reaches_nobody_s_terminal(new, tmp_path):
    hostile = "\x1b]52;c;aGk=\x07 \x1b[2J \x9b31m \u202e [/] [bold]x[/bold] [@click=app.quit]y[/]"
    record = {
        "id": f"k{hostile}", "title": f"Harbour {hostile} closed", "source": f"Post{hostile}", "author": f"A{hostile}",
        "url": f"https://a.example/{hostile}", "text": REPORT.replace("Monday", hostile),
    }  # fmt: skip
    article(tmp_path, "a.jsonl", json.dumps(record) + "\n")
    assert new("add", tmp_path).code == 0
    id = str(new("articles", "--json").records[0]["id"])
    story = str(new("stories", "--json").records[0]["id"])
    for arguments in (
        ["articles"], ["show", id], ["show", id, "--raw"], ["search", "harbour"], ["stories"], ["story", story],
        ["summary", str(tmp_path / "a.jsonl")], ["check"], ["articles", "--json"], ["show", id, "--raw", "--json"],
    ):  # fmt: skip
        said = new(*arguments)
        shown = said.out + said.err
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown), arguments
    assert "[bold]x[/bold]" in new("show", id).out
