"""Version facts, completion, the manual page, and the door to the browser."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from index.cli import main
from index.cli.names import COMMANDS
from index.store.glance import glance

ROOT = Path(__file__).parents[2]


def test_the_version_tells_what_is_installed_and_what_the_library_is(cli):
    told = cli.bare("--version", "--library", cli.library).out.splitlines()
    assert told[0].startswith("nutgraf ") and told[1].startswith(f"Python {sys.version_info.major}.")
    assert "Textual" in told[1] and told[2].startswith("search engine whoosh")
    assert told[-2].startswith(f"library {cli.library}: 5 articles, 2 stories, 0.")
    assert told[-1] == "searched by whoosh; its index is up to date"


@pytest.mark.parametrize("named", [("--library=DIR", "--version"), ("stories", "--version", "--library", "DIR")])
def test_the_library_is_found_wherever_it_is_named(cli, tmp_path, named):
    told = cli.bare(*(each.replace("DIR", str(tmp_path / "none")) for each in named))
    assert (told.code, told.out.splitlines()[-1]) == (0, f"library {tmp_path / 'none'}: not there yet")
    assert not (tmp_path / "none").exists()


def test_a_library_that_is_damaged_or_none_only_changes_a_line(cli, tmp_path):
    (tmp_path / "articles.db").write_bytes(b"SQLite format 3\0 and nothing more" * 99)
    told = cli.bare("--version", "--library", tmp_path)
    assert told.code == 0 and "cannot be read" in told.out.splitlines()[-1]
    (tmp_path / "articles.db").unlink()
    assert cli.bare("--version", "--library", tmp_path).out.splitlines()[-1].endswith("is not a library")


def test_a_look_changes_nothing_and_sees_what_waits(cli, tmp_path):
    folder = tmp_path / "copy"
    shutil.copytree(cli.library, folder)
    before = {path.name for path in folder.iterdir()}
    assert glance(folder).waiting == 0
    made = {path.name for path in folder.iterdir()} - before
    assert all(name.endswith((".db-shm", ".db-wal")) for name in made)  # SQLite's own, for as long as it looks
    database = sqlite3.connect(folder / "articles.db")
    database.execute("INSERT INTO pending SELECT id, 1 FROM articles LIMIT 2")
    database.commit()
    database.close()
    assert glance(folder).waiting == 2
    assert "2 articles behind" in cli.bare("--version", "--library", folder).out


def test_a_shell_is_told_how_a_line_can_go_on(capsys, monkeypatch):
    monkeypatch.setenv("_NUTGRAF_COMPLETE", "bash_complete")
    for words, expected in (("nutgraf st", "plain,stories\nplain,story\n"), ("nutgraf /tm", "file,/tm\n"),
                            ("nutgraf search --so", "plain,--sort\n"), ("nutgraf --pl", "plain,--plain\n"),
                            ("nutgraf search --sort o", "plain,oldest\nplain,outlet\n")):  # fmt: skip
        monkeypatch.setenv("COMP_WORDS", words)
        monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - 1))
        assert main([]) == 0
        assert capsys.readouterr().out == expected


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_its_script(cli, shell):
    told = cli.bare("completion", shell)
    assert told.code == 0 and f"_NUTGRAF_COMPLETE={shell}_complete" in told.out
    assert cli.bare("completion", "tcsh").code == 2


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_bash_completes_a_command_with_the_script(cli, tmp_path):
    (tmp_path / "script").write_text(cli.bare("completion", "bash").out)
    (tmp_path / "nutgraf").write_text(f"#!/bin/sh\nPYTHONPATH='{ROOT}' exec '{sys.executable}' -m tui \"$@\"\n")
    (tmp_path / "nutgraf").chmod(0o755)
    typed = '. ./script; COMP_WORDS=(nutgraf bri); COMP_CWORD=1; _nutgraf_completion nutgraf; echo "${COMPREPLY[*]}"'
    told = subprocess.run(
        ["bash", "--norc", "-c", typed], cwd=tmp_path, capture_output=True, text=True, check=False,
        env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"},
    )  # fmt: skip
    assert (told.stdout, told.returncode) == ("brief\n", 0), told.stderr


def test_the_manual_has_every_command_and_every_variable(cli):
    told = cli.bare("man")
    assert told.code == 0 and told.out.isascii() and told.out.startswith(".TH NUTGRAF 1 ")
    assert all(f'.SS "nutgraf {command} ' in told.out for command in COMMANDS)
    assert "NUTGRAF_MEASURE" in told.out and r"\-\-plain" in told.out


def test_the_manual_says_what_help_says(cli):
    page = cli.bare("man").out.replace(r"\-", "-").replace(r"\(dq", '"').replace(r"\[u2026]", "…").replace(r"\e", "\\")
    for command in COMMANDS:
        help_line = next(line for line in cli.bare(command, "--help").out.splitlines()[1:] if line.strip())
        assert help_line.strip() in page


@pytest.mark.skipif(shutil.which("groff") is None, reason="there is no groff")
def test_roff_takes_the_manual_without_a_word(cli, tmp_path):
    (tmp_path / "nutgraf.1").write_text(cli.bare("man").out)
    told = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "nutgraf.1"], cwd=tmp_path, capture_output=True, check=False
    )
    assert (told.returncode, told.stderr) == (0, b"")
    page = re.sub(".\b", "", told.stdout.decode())
    assert "EXIT STATUS" in page and "since:2023-11" in page.replace("‐", "-") and "…" in page


def test_the_browser_is_opened_by_whoever_has_a_screen(cli, tmp_path):
    assert cli.bare("serve").code == 2
    asked = []

    def serve(library, **how):
        asked.append((library, how))
        return 0

    assert main(["--library", str(tmp_path), "serve", "--port", "0"], serve) == 0
    assert asked == [(tmp_path, {"host": "127.0.0.1", "port": 0, "open_to_network": False})]


def test_the_linear_reader_goes_with_no_command(cli):
    told = cli.bare("--plain", "stories")
    assert told.code == 2 and "--plain" in told.err
