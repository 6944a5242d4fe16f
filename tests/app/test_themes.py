from dataclasses import asdict, replace

import pytest
from textual.color import Color

from index.config import Config
from index.library import Library
from index.options import Options
from tests.app.conftest import noon
from tests.app.seeing import settle, strips, text
from tui.app import NutgrafApp
from tui.themes import (
    ANSI_PALETTE,
    CONTRAST_PALETTE,
    DARK_PALETTE,
    LIGHT_PALETTE,
    THEMES,
    Palette,
    contrast,
    themes_of,
    unreadable,
)


@pytest.mark.parametrize(
    ("palette", "least"),
    [(DARK_PALETTE, 4.5), (LIGHT_PALETTE, 4.5), (CONTRAST_PALETTE, 7)],
    ids=["dark", "light", "high"],
)  # fmt: skip
def test_all_text_of_a_theme_has_the_contrast_that_wcag_asks_for(palette: Palette, least: float) -> None:
    assert list(unreadable(palette, least)) == []


def test_contrast_is_that_of_the_definition() -> None:
    black, white, grey = Color(0, 0, 0), Color(255, 255, 255), Color(119, 119, 119)
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(grey, white) == pytest.approx(4.48, abs=0.01)
    assert contrast(white, white) == 1


def test_the_ansi_theme_has_only_colours_of_the_terminal() -> None:
    assert all(colour.startswith("ansi_") for colour in asdict(ANSI_PALETTE).values())


def test_an_own_theme_stands_on_another_one() -> None:
    themes, problems = themes_of(Config(themes={"sea": {"base": "light", "accent": "#003366"}}))
    assert not problems and not themes["sea"].dark
    assert (themes["sea"].accent, themes["sea"].background) == ("#003366", LIGHT_PALETTE.background)
    assert list(themes) == [*THEMES, "sea"]


@pytest.mark.parametrize(
    ("colours", "told"),
    [({"accent": "bluish"}, "accent must be a colour"), ({"acent": "#ffffff"}, "acent is none of its colours"),
     ({"base": "grey"}, "base must be one of"), ({"faint": "#222222"}, "faint on background has a contrast of")],
    ids=["no colour", "no role", "no base", "unreadable"],
)  # fmt: skip
def test_what_is_wrong_with_an_own_theme_is_told_with_its_place(colours: dict[str, str], told: str) -> None:
    [role] = colours
    themes, problems = themes_of(Config(themes={"sea": colours}, origins={f"themes.sea.{role}": "/themes/sea.toml:2"}))
    assert "sea" in themes
    assert problems[0].subject == "/themes/sea.toml:2" and told in problems[0].reason


@pytest.mark.parametrize("name", [*THEMES, "sea"])
async def test_the_app_comes_up_in_every_theme(library: Library, name: str) -> None:
    library.config = Config(options=replace(Options(), theme=name), themes={"sea": {"accent": "#66ccff"}})
    app = NutgrafApp(library, clock=noon)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert app.theme == f"nutgraf-{name}"
        await pilot.press("enter", "}", "colon", *"theme")
        await settle(pilot)
        assert "IN BRIEF" in text(app)


async def test_a_theme_that_there_is_not_is_told_and_dark_stands(library: Library) -> None:
    library.config = Config(options=replace(Options(), theme="pink"), origins={"theme": "NUTGRAF_THEME"})
    app = NutgrafApp(library, clock=noon)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        assert app.theme == "nutgraf-dark" and "there is no pink" in text(app)


async def test_under_no_color_nothing_is_told_by_colour(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = NutgrafApp(library, clock=noon)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("enter", "}")
        await settle(pilot)
        styles = [segment.style for strip in strips(app) for segment in strip if segment.style is not None]
        colours = [colour for style in styles for colour in (style.color, style.bgcolor) if colour is not None]
        assert styles and all(colour.is_default for colour in colours)
        assert any(style.bold for style in styles) and any(style.dim for style in styles)


async def test_what_a_key_chose_holds_until_the_settings_say_something_else(library: Library) -> None:
    app = NutgrafApp(library, clock=noon)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+t")
    assert NutgrafApp(library, clock=noon).theme == "nutgraf-light"
    library.config = Config(options=replace(Options(), theme="contrast"))
    assert NutgrafApp(library, clock=noon).theme == "nutgraf-contrast"
