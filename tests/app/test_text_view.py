import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.events import MouseScrollDown

from index.models import Sentence
from tests.app.seeing import strips, text
from tui.themes import DARK
from tui.typeset import Paragraph
from tui.widgets.text_view import TextView

WORDS = [f"Sentence {n} says a thing or two about the matter at hand, and then it ends here." for n in range(60)]
PAGE = [Paragraph("Headline", "strong", space=0), *(Paragraph(words, block=n) for n, words in enumerate(WORDS))]
SENTENCES = tuple(Sentence(n, 0, len(words)) for n, words in enumerate(WORDS))


class Host(App[None]):
    CSS_PATH = "../../tui/app.tcss"

    def __init__(self, place: int = 0) -> None:
        super().__init__()
        self.place, self.ends = place, 0

    def get_css_variables(self) -> dict[str, str]:
        return {**super().get_css_variables(), **DARK.variables}

    def compose(self) -> ComposeResult:
        yield TextView()

    @property
    def view(self) -> TextView:
        return self.query_one(TextView)

    def on_mount(self) -> None:
        self.view.focus()
        self.view.show(PAGE, SENTENCES, self.place)

    def on_text_view_at_end(self) -> None:
        self.ends += 1


async def test_the_measure_is_what_the_eye_can_follow() -> None:
    app = Host()
    async with app.run_test(size=(160, 30)):
        assert max(len(line.strip()) for line in text(app).splitlines()) <= 72


async def test_a_place_is_a_sentence_and_outlasts_any_width() -> None:
    app = Host(place=30)
    async with app.run_test(size=(80, 20)) as pilot:
        for width, height in ((40, 12), (200, 60), (50, 20), (80, 20)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert app.view.place == 30
            assert "Sentence 30 " in text(app)


async def test_keys_scroll_by_line_half_page_and_page() -> None:
    app = Host()
    async with app.run_test(size=(80, 22)) as pilot:
        tops = []
        for key in ("j", "k", "ctrl+d", "space", "b", "ctrl+u", "pagedown", "home"):
            await pilot.press(key)
            tops.append(app.view.scroll_offset.y)
        assert tops == [1, 0, 11, 31, 11, 0, 20, 0]


async def test_the_wheel_moves_the_place() -> None:
    app = Host()
    async with app.run_test(size=(80, 22)) as pilot:
        for _ in range(4):
            view = app.view
            view.post_message(MouseScrollDown(view, 5, 5, 0, 1, 0, False, False, False))
        await pilot.pause()
        assert app.view.scroll_offset.y == 12
        assert app.view.place > 0


async def test_paging_on_at_the_end_asks_for_the_next() -> None:
    app = Host()
    async with app.run_test(size=(80, 22)) as pilot:
        await pilot.press("G")
        assert app.ends == 0
        await pilot.press("space")
        await pilot.pause()
        assert app.ends == 1


async def test_a_lit_sentence_is_in_sight_and_looks_unlike_the_rest() -> None:
    app = Host()
    async with app.run_test(size=(80, 22)) as pilot:
        app.view.light(40)
        await pilot.pause()
        lit = app.view.looks["lit"].bgcolor
        shown = [
            s.text for strip in strips(app) for s in strip if s.style and s.style.bgcolor == lit and s.text.strip()
        ]
        assert " ".join(shown).startswith("Sentence 40 says")
        assert len(" ".join(shown)) == len(WORDS[40])


async def test_a_sentence_that_is_not_there_lights_nothing() -> None:
    app = Host()
    async with app.run_test(size=(80, 22)):
        app.view.light(999)
        assert app.view.scroll_offset.y == 0


async def test_marks_are_visited_in_turn_and_round_the_end() -> None:
    app = Host()
    async with app.run_test(size=(80, 22)):
        app.view.mark(((3, 0, 8), (20, 0, 8), (50, 0, 8)))
        assert [app.view.go_to_mark(step) for step in (1, 1, 1, 1, -1)] == [1, 2, 3, 1, 3]


async def test_without_marks_there_is_nothing_to_visit() -> None:
    app = Host()
    async with app.run_test(size=(80, 22)):
        assert app.view.go_to_mark(1) == 0


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (10, 3)])
async def test_no_window_is_too_small(size: tuple[int, int]) -> None:
    app = Host()
    async with app.run_test(size=size) as pilot:
        await pilot.press("j", "space", "G", "g")


@settings(max_examples=8)
@given(st.integers(1, 59), st.integers(20, 220))
async def test_any_place_is_restored_at_any_width(place: int, width: int) -> None:
    app = Host(place)
    async with app.run_test(size=(width, 12)):
        assert app.view.place == place
