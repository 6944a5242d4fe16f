"""Copies, files, commands and editors, as one sees them."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from index.library import Library, open_library
from index.paths import config_file, copied_file
from tests.app.conftest import noon
from tests.app.seeing import settle, text
from tui.app import NutgrafApp
from tui.editing import program
from tui.screens.choice import ChoiceScreen
from tui.screens.naming import NamingScreen
from tui.writing import RULE

WIDE = (140, 40)


async def test_title_address_path_and_citation_are_there_to_copy(app: NutgrafApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("2", "y")
        await settle(pilot)
        row = app.library.row(app.desk.target)
        assert isinstance(app.screen, ChoiceScreen)
        assert all(word in text(app) for word in ("COPY", "title", "address", "path", "citation"))
        await pilot.press("j", "j", "enter")
        await settle(pilot)
        assert app.clipboard == row.origin.path and copied_file().read_text("utf-8") == f"{row.origin.path}\n"
        assert "path: sent to the terminal, which may not take it (OSC 52)" in text(app)


async def test_of_several_picked_articles_each_gets_its_line(app: NutgrafApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("2", "v", "v", "y")
        await settle(pilot)
        assert "2 articles" in text(app)
        await pilot.press("G", "enter")
        await settle(pilot)
        lines = app.clipboard.split("\n")
        rows = app.library.rows(app.desk.browse.targets)
        assert len(rows) == 2 and all(f"“{row.title}”" in line for row, line in zip(rows, lines, strict=True))


async def test_selected_sentences_are_copied_with_their_citation(app: NutgrafApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("2", "enter", "v", "v", "j", "y")
        await settle(pilot)
        article, row = app.library.article(app.desk.shown), app.library.row(app.desk.shown)
        await pilot.press("enter")
        await settle(pilot)
        first, last = (article.sentence(number) for number in (0, 1))
        assert app.clipboard.startswith(f"“{first}") and f"{last}” — " in app.clipboard and row.title in app.clipboard


async def test_the_article_is_written_to_the_file_that_is_named(app: NutgrafApp, tmp_path: Path) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("2", "w")
        await settle(pilot)
        assert isinstance(app.screen, NamingScreen)
        field = app.screen.query_one(Input)
        assert field.value.endswith(".md") and " " not in field.value
        field.value = str(tmp_path / "one.md")
        await pilot.press("enter")
        await settle(pilot)
        row = app.library.row(app.desk.target)
        assert (tmp_path / "one.md").read_text("utf-8").startswith(f"# {row.title}"[:20])
        await pilot.press("v", "v", "w")
        await settle(pilot)
        assert "WRITE 2 ARTICLES TO" in text(app)
        app.screen.query_one(Input).value = str(tmp_path / "two.txt")
        await pilot.press("enter")
        await settle(pilot)
        assert (tmp_path / "two.txt").read_text("utf-8").count(RULE) == 1
        await pilot.press("w")
        await settle(pilot)
        app.screen.query_one(Input).value = str(tmp_path / "two.txt")
        await pilot.press("enter")
        await settle(pilot)
        assert "is there already" in text(app)


async def test_a_command_gets_the_text_and_what_it_prints_is_shown(app: NutgrafApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("2", "|")
        await settle(pilot)
        app.screen.query_one(Input).value = "sed -n 1p"
        await pilot.press("enter")
        await settle(pilot)
        row = app.library.row(app.desk.target)
        assert isinstance(app.screen, ChoiceScreen) and row.title[:30] in text(app) and "sed -n 1p" in text(app)
        await pilot.press("escape", "|")
        await settle(pilot)
        assert app.screen.query_one(Input).value == "sed -n 1p"
        app.screen.query_one(Input).value = "false"
        await pilot.press("enter")
        await settle(pilot)
        assert "false: exit code 1" in text(app)


async def test_what_a_command_prints_cannot_act(app: NutgrafApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        app.desk.pipe(r"printf '\033]0;gone\007[/bold] \033[31mred'")
        await settle(pilot)
        assert "[/bold] red" in text(app) and "\x1b" not in text(app)


async def test_the_command_and_the_shell_come_from_the_settings(copied: Path) -> None:
    config_file().parent.mkdir(parents=True, exist_ok=True)
    config_file().write_text('pipe = "head -1 | tr a-z A-Z"\nshell = true\n')
    with open_library(copied) as library:
        app = NutgrafApp(library, clock=noon)
        async with app.run_test(size=WIDE) as pilot:
            await settle(pilot)
            await pilot.press("2", "|")
            await settle(pilot)
            assert app.screen.query_one(Input).value == "head -1 | tr a-z A-Z" and "sh -c" in text(app)
            await pilot.press("enter")
            await settle(pilot)
            assert app.library.row(app.desk.target).title[:20].upper() in text(app)


async def test_where_there_is_no_terminal_no_editor_is_opened(app: NutgrafApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "vi")
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("2", "e")
        await settle(pilot)
        assert "no terminal here" in text(app)


async def test_without_an_article_nothing_leaves(empty: Library) -> None:
    empty.set_setting("tour", "done")
    app = NutgrafApp(empty, clock=noon)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("escape", "y", "w", "|", "e")
        await settle(pilot)
        assert app.screen is app.desk and "there is no article here" in text(app)


def test_the_editor_is_told_by_the_environment() -> None:
    assert program({"PAGER": "less -R", "EDITOR": "vim -R"}) == ["vim", "-R"]
    assert program({"PAGER": "less -R", "EDITOR": " "}) == ["less", "-R"]
    assert program({"VISUAL": "'half"}) == ["'half"]
