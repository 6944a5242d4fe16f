"""Text is data: whatever an article holds, it is shown and does nothing."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.style import Style

from index.events import Counts, Skipped
from index.models import Block, Published, Role, Sentence
from tests.app.fakes import FakeLibrary, app_over, article
from tests.app.seeing import settle, strips, text
from tui.app import NutgrafApp
from tui.keymap import Keymap
from tui.looks import STYLES
from tui.render import segments
from tui.report import Report
from tui.screens.report import ReportScreen

UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
PIECES = (
    "[/", "[bold]", "[@click=app.quit]quit[/]", "[link=file:///etc/passwd]", "\x1b]52;c;aGFjaw==\x07", "\x1b[2J",
    "\x1b]8;;http://evil/\x1b\\here", "\x9b31m", "\x90q\x9c",
    "\u202egnp.exe", "\u2066x\u2069", "\x00", "\x07", "\r", "\n",
    "\t", "\x7f", "$name", "{0}", "漢字", "e\u0301", "👩🏽‍🚀", "words ", "of the article ",
)  # fmt: skip
TEXT = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), min_size=1, max_size=8).map("".join)


def _hostile(words: str) -> FakeLibrary:
    blocks = (
        Block(Role.TITLE, words),
        Block(Role.BODY, f"alpha {words}"),
        Block(Role.CAPTION, words),
        Block(Role.HEADING, words),
        Block(Role.NOTICE, words),
    )
    fields = {
        "title": words,
        "outlet": words,
        "agency": words,
        "authors": (words,),
        "blocks": blocks,
        "sentences": (Sentence(1, 0, len(blocks[1].text)),),
        "published": Published(words, "day", f"{words} (inferred)"),
    }
    return FakeLibrary(article("a", **fields), article("b", **fields), together=("a", "b"))


def _assert_safe(app: NutgrafApp) -> None:
    for strip in strips(app):
        for segment in strip:
            assert not UNSAFE.search(segment.text), ascii(segment.text)
            assert segment.control is None
            assert segment.style is None or segment.style.link is None
            assert "app.quit" not in str(segment.style.meta if segment.style else "")


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(TEXT, st.sampled_from([(140, 40), (90, 24), (44, 20)]))
async def test_nothing_but_letters_reaches_the_terminal(words: str, size: tuple[int, int]) -> None:
    app = app_over(_hostile(words))
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        _assert_safe(app)
        for keys in (
            ["enter"],
            ["x"],
            ["tab"],
            ["i"],
            ["escape", "escape", "escape", "2"],
            ["c"],
            ["2"],
            ["3"],
            ["6"],
            ["escape", "B"],
            ["escape", "slash"],
        ):
            for key in keys:
                app.simulate_key(key)
            await pilot.pause()
            _assert_safe(app)
        app.screen.query_one("#query").value = "alpha"  # type: ignore[attr-defined]  # the input
        await pilot.press("tab", "s")
        await pilot.pause(0.25)
        _assert_safe(app)
        await pilot.press("enter")
        app.tell(words)
        app.push_screen(ReportScreen(Report(Counts(skipped=1), (Skipped(words, words),), words), Keymap()))
        await pilot.pause()
        _assert_safe(app)


@settings(max_examples=300)
@given(TEXT, st.sampled_from(sorted(STYLES)))
def test_the_last_step_before_the_screen_lets_nothing_through(words: str, look: str) -> None:
    for segment in segments([(words, look)], dict.fromkeys(STYLES, Style())):
        assert not UNSAFE.search(segment.text) and "\n" not in segment.text


@pytest.mark.parametrize("words", ["[/", "[bold]", "[@click=app.quit]quit", "[red]it[/red]", "\\[x]"])
async def test_brackets_are_shown_as_they_are(words: str) -> None:
    app = app_over(_hostile(words))
    async with app.run_test(size=(160, 40), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("2", "enter")
        await pilot.pause()
        assert f"alpha {words}" in text(app)
        app.tell(f"notice {words}")
        await pilot.pause()
        assert f"notice {words}" in text(app)
        await pilot.press("escape", "slash", *"alpha")
        await pilot.pause(0.2)
        assert f"{words}" in text(app)


async def test_a_query_is_only_words_too() -> None:
    app = app_over(_hostile("plain"))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await pilot.press("slash")
        await pilot.pause()
        app.screen.query_one("#query").value = "[/bold]\x1b"  # type: ignore[attr-defined]  # the input
        await pilot.pause(0.2)
        assert "the words [/bold]" in text(app)
        _assert_safe(app)
