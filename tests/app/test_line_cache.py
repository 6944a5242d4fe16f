from collections.abc import Callable
from typing import Any

import pytest
from textual._styles_cache import StylesCache
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip

from index.library import Library
from tests.app.conftest import noon
from tests.app.seeing import settle
from tui.app import NutgrafApp
from tui.widgets.line_cache import LineCache
from tui.widgets.paper import Paper

WORDS = ("", "one line", "a line that is longer than the widget is wide", "政府は新しい法律", "e\u0301te\u0301")


class Lines(Paper):
    def render_line(self, y: int) -> Strip:
        return self.painted([(WORDS[y % len(WORDS)], "strong")])


class OneWidget(App[None]):
    def compose(self) -> ComposeResult:
        yield Lines()


@pytest.mark.parametrize(
    "set_style",
    [
        lambda styles: None,
        lambda styles: setattr(styles, "border_left", ("heavy", "red")),
        lambda styles: setattr(styles, "border", ("round", "red")),
        lambda styles: setattr(styles, "padding", (1, 2)),
        lambda styles: setattr(styles, "opacity", 0.5),
        lambda styles: setattr(styles, "text_opacity", 0.5),
        lambda styles: setattr(styles, "tint", "red 40%"),
        lambda styles: setattr(styles, "outline_right", ("solid", "red")),
        lambda styles: setattr(styles, "hatch", ("cross", "red")),
    ],
)
async def test_lines_look_as_textual_paints_them(set_style: Callable[[Any], None]) -> None:
    async with OneWidget().run_test(size=(30, 8)) as pilot:
        widget = pilot.app.query_one(Lines)
        set_style(widget.styles)
        await pilot.pause()
        painted = []
        for cache in (StylesCache(), LineCache(widget)):
            widget._styles_cache = cache
            painted.append(widget.render_lines(Region(0, 0, widget.region.width, widget.region.height)))
        theirs, ours = ([strip.simplify() for strip in strips] for strips in painted)
        assert theirs == ours
        assert {strip.cell_length for strip in painted[1]} == {widget.region.width}


@pytest.mark.parametrize("size", [(140, 40), (90, 30), (50, 20)])
async def test_the_next_article_lays_nothing_out_anew(
    library: Library, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    layouts: list[object] = []
    laid_out = Screen._refresh_layout
    app = NutgrafApp(library, clock=noon)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("2", "enter", "J")
        await settle(pilot)
        before = app.desk.shown

        def counted(screen: Screen[object], *arguments: Any, **options: Any) -> None:
            layouts.append(screen)
            laid_out(screen, *arguments, **options)

        monkeypatch.setattr(Screen, "_refresh_layout", counted)
        await pilot.press("J")
        await settle(pilot)
        assert app.desk.shown != before
        assert layouts == []
