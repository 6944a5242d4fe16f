"""From text to paragraphs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.clean.lines import paragraphs

WRAPPED = (
    "  The harbour of Port Lunde was closed on Tuesday after a\n"
    "freighter lost its cargo of timber in the storm, the harbour\n"
    "office said in a statement late on Tuesday evening.\n"
    "  Officials said that it would take divers at least three\n"
    "days to clear the channel of the floating logs.\n"
)


def test_each_line_of_a_scrape_is_a_paragraph() -> None:
    assert paragraphs("One\xa0 two\n\n \nThree\r\nfour ") == ["One two", "Three", "four"]


def test_hard_wrapped_lines_are_joined() -> None:
    assert [paragraph.split(" ", 2)[1] for paragraph in paragraphs(WRAPPED)] == ["harbour", "said"]


def test_a_menu_is_not_joined() -> None:
    menu = "Home\nNews\nSports\nWeather\nBusiness and markets\nOpinion"
    assert paragraphs(menu) == menu.split("\n")


@given(st.text(max_size=300))
def test_only_white_space_and_unsafe_characters_are_lost(text: str) -> None:
    from index.clean.safety import safe

    assert "".join("".join(paragraphs(text)).split()) == "".join(safe(text).split())
