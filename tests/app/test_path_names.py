"""Paths completed as they are typed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.library import Library
from index.paths import user_path
from tests.app.conftest import noon
from tests.app.seeing import settle, text
from tui.app import NutgrafApp
from tui.path_names import completed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text("a")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "next\x1b[31m").write_text("b")
    return tmp_path


def test_a_folder_comes_with_its_slash_and_leads_on(folder: Path) -> None:
    assert completed(f"{folder}/n") == f"{folder}/news/"
    assert completed(f"{folder}/news/") == f"{folder}/news/a.txt"
    assert completed(f"{folder}/news/a.txt") == "" and completed(f"{folder}/x") == "" and completed("") == ""


def test_what_is_hidden_or_cannot_be_typed_is_not_offered(folder: Path) -> None:
    assert completed(f"{folder}/ne") == f"{folder}/news/" and completed(f"{folder}/nex") == ""
    assert completed(f"{folder}/") == f"{folder}/news/" and completed(f"{folder}/.") == f"{folder}/.hidden/"


def test_paths_may_begin_at_home_or_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.chdir(folder)
    assert completed("~/n") == "~/news/" and completed("n") == f"news{os.sep}" and completed("~") == ""
    assert completed("/nowhere at all/n") == ""


async def test_the_first_run_completes_the_path_by_tab(empty: Library, folder: Path) -> None:
    app = NutgrafApp(empty, clock=noon)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("j", "enter")
        field = app.screen.query_one("#path")
        field.value = f"{folder}/n"
        field.cursor_position = len(field.value)
        await settle(pilot)
        await pilot.press("tab")
        assert field.value == f"{folder}/news/"


@pytest.mark.parametrize("typed", ["~nobody at all/news", "~\x00", "/nowhere at all"])
def test_a_path_that_leads_nowhere_is_no_accident(typed: str) -> None:
    assert not os.path.lexists(str(user_path(typed)).replace("\x00", "0")) and completed(typed) == ""


async def test_a_home_that_there_is_not_is_told_and_ends_nothing(empty: Library) -> None:
    app = NutgrafApp(empty, clock=noon)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("j", "enter", *"~nosuch", "enter")
        await settle(pilot)
        assert "There is nothing at ~nosuch." in text(app)
        await pilot.press("escape", "escape")
        await pilot.press("colon", *"add ~nosuch", "enter")
        await settle(pilot)
        assert "there is nothing at ~nosuch" in text(app)


async def test_the_command_line_completes_the_path_that_it_adds(empty: Library, folder: Path) -> None:
    app = NutgrafApp(empty, clock=noon)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("escape", "colon")
        await settle(pilot)
        field = app.screen.query_one("#command")
        field.value = f"add {folder}/n"
        await settle(pilot)
        await pilot.press("tab")
        assert field.value == f"add {folder}/news/"
