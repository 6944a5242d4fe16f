from dataclasses import replace
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from index.hits import Marked
from tests.app.fakes import FakeLibrary, article
from tui import render

NOW = datetime(2024, 7, 8)
ANY = st.text(max_size=120)


@given(ANY, st.integers(0, 60))
def test_a_fitted_text_is_never_too_wide(text: str, width: int) -> None:
    assert cell_len(render.fit(text, width)) <= width


@given(ANY, ANY, st.integers(20, 100))
def test_a_justified_line_fills_its_width(left: str, right: str, width: int) -> None:
    spans = render.justify([(left, "plain")], [(render.fit(right, 10), "faint")], width)
    assert render.width_of(spans) == width


@given(ANY, st.integers(4, 60), st.integers(1, 4))
def test_wrapped_text_keeps_to_its_lines(text: str, width: int, most: int) -> None:
    lines = render.wrapped(text, width, most)
    assert len(lines) <= most
    assert all(cell_len(line) <= width for line in lines)


@given(st.text("abc ", max_size=60), st.lists(st.integers(0, 60), max_size=6), st.integers(3, 30))
def test_marks_never_change_the_words(text: str, edges: list[int], width: int) -> None:
    edges = sorted(min(edge, len(text)) for edge in edges)
    spans = tuple(zip(edges[::2], edges[1::2], strict=False))
    lines = render.marked(Marked(text, spans), width, 99)
    shown = "".join(part for line in lines for part, _ in line)
    assert "".join(shown.split()) == "".join(text.split())


def test_a_mark_that_crosses_a_line_break_is_kept_on_both_lines() -> None:
    lines = render.marked(Marked("one two", ((0, 7),)), 4, 2)
    assert [[look for _, look in line] for line in lines] == [["mark"], ["mark"]]


def test_the_line_of_metadata_leaves_out_what_is_not_known() -> None:
    bare = FakeLibrary(article("a", published=None)).row("a")
    full = FakeLibrary(article("b", outlet="Dawn", agency="AFP", authors=("Ann Lee",))).row("b")
    assert render.metadata(bare, None) == "undated · 1 min"
    assert render.metadata(full, None) == "Dawn · AFP · Ann Lee · 9 Nov 2023 · 1 min"


def test_unread_starred_and_open_have_signs_of_their_own() -> None:
    library = FakeLibrary(article("a"))
    unread = library.row("a")
    library.mark_read(["a"])
    read = library.row("a")
    library.star(["a"])
    starred = library.row("a")
    signs = [render.mark_of(row, is_open=False)[0] for row in (unread, read, starred)]
    assert len({*signs, render.mark_of(read, is_open=True)[0]}) == 4


def test_facts_that_do_not_fit_are_left_out_whole() -> None:
    assert render.as_many_as_fit(["4 articles", "2 sources", "1 new"], 24) == "4 articles · 2 sources"
    assert render.as_many_as_fit(["4 articles"], 3) == "4 articles"


def test_numbers_agree_with_their_nouns() -> None:
    assert render.many(1, "story", "stories") == "1 story"
    assert render.many(1250, "story", "stories") == "1,250 stories"


def test_an_agency_that_publishes_itself_is_named_once() -> None:
    row = FakeLibrary(article("harbour")).row("harbour")
    assert render.source(replace(row, outlet="Reuters", agency="Reuters")) == "Reuters"
    assert render.source(replace(row, outlet="Le Monde", agency="AFP")) == "Le Monde · AFP"
    assert render.source(replace(row, outlet="", agency="AFP")) == "AFP"
