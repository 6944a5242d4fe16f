"""The whole way in a real terminal: add, search, open, jump, quit, come back."""

from __future__ import annotations

from pathlib import Path

from index.library import open_library, seeds_folder
from tests.app.pseudo_terminal import Terminal


def test_a_whole_session_in_a_terminal(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    with Terminal("--library", str(folder), str(seeds_folder())) as terminal:
        _read_something(terminal)
    with open_library(folder) as library:
        read = [row for row in library.articles("all") if row.read]
        place = library.reading(read[0].id).place
        order = [row.id for row in library.articles("all")]
    assert len(read) == 1 and place > 0

    with Terminal("--library", str(folder), columns=60, rows=20) as terminal:
        _come_back(terminal, order.index(read[0].id))
    with open_library(folder) as library:
        assert library.reading(read[0].id).place == place


def _read_something(terminal: Terminal) -> None:
    terminal.until(lambda text: "5 articles · 2 stories" in text and "IN BRIEF" in text)
    terminal.type("/")
    terminal.until(lambda text: "tab hits" in text)
    terminal.type("Tokayev")
    terminal.until(lambda text: "4 articles" in text)
    terminal.type("\r")
    terminal.until(lambda text: "4 unread" in text and "match 1 of" in text)
    terminal.type("\t\x1b[B\x1b[B")
    terminal.until(lambda text: "enter open" in text)
    terminal.type("\r")
    terminal.until(lambda text: "┃┃" in text)  # the sentence is lit
    terminal.type("G")
    terminal.until(lambda text: "100%" in text)
    terminal.type("\x11")
    assert terminal.ended() == 0


def _come_back(terminal: Terminal, row: int) -> None:
    terminal.until(lambda text: "STORIES" in text and "4 articles" in text)
    terminal.type("2")
    terminal.until(lambda text: "ALL" in text and "STORIES" not in text)
    terminal.type("g" + "j" * row + "\r")
    terminal.until(lambda text: "all › AP" in text and "%" in text)
    assert "Putin visits Kazakhstan" not in "\n".join(terminal.screen.display[1:10])
    terminal.type("q")
    terminal.until(lambda text: "ALL" in text)
    terminal.type("q")
    assert terminal.ended() == 0


def test_the_program_ends_with_its_terminal(tmp_path: Path) -> None:
    with Terminal("--library", str(tmp_path / "library"), str(seeds_folder())) as terminal:
        terminal.until(lambda text: "5 articles · 2 stories" in text)
        terminal.hang_up()
    with open_library(tmp_path / "library") as library:
        assert len(library.articles("all")) == 5
