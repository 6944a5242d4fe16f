"""A library that breaks while it is read."""

from __future__ import annotations

from pathlib import Path

from tests.app.pseudo_terminal import Terminal


def test_a_library_damaged_while_it_is_read_ends_the_reader_with_a_sentence(copied: Path) -> None:
    with Terminal("--library", str(copied)) as terminal:
        terminal.until(lambda text: "5 articles · 2 stories" in text and "IN BRIEF" in text)
        (copied / "articles.db").write_bytes(b"no database any more" * 5_000)
        terminal.type("2")
        assert terminal.ended() == 3
        assert terminal.modes == terminal.found
        assert "nutgraf: " in terminal.text and "articles.db" in terminal.text.replace("\n", "")
        assert "Traceback" not in terminal.text
