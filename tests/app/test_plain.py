from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from index.config import Config
from index.library import Library
from index.options import Options
from tests.app.conftest import noon
from tests.app.seeing import settle, text
from tui.app import NutgrafApp
from tui.plain import SIGNS, charset_of, plain


def test_every_sign_has_a_twin_of_the_same_width() -> None:
    for sign, twin in SIGNS.items():
        assert twin < 128 and cell_len(chr(sign)) == 1


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_plain_text_is_as_wide_as_it_was(written: str) -> None:
    for character in written:
        shown = plain(character, "ascii")
        assert shown.isascii() and len(shown) == cell_len(character)


def test_letters_stay_where_the_terminal_has_them() -> None:
    assert plain("Café · “Löwe”", "iso8859-1") == 'Café · "Löwe"'.replace("·", "-")
    assert plain("Café – 漢", "ascii") == "Cafe - ??"
    assert plain("Café – 漢") == "Café - 漢"


@pytest.mark.parametrize(
    ("environment", "charset"),
    [({}, ""), ({"LANG": "de_DE.UTF-8"}, ""), ({"LC_ALL": "C"}, "ascii"), ({"LANG": "C"}, "ascii"),
     ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, "ascii"), ({"LANG": "en_GB.UTF-8", "LC_ALL": "POSIX"}, "ascii"),
     ({"LANG": "de_DE.ISO-8859-1@euro"}, "iso8859-1"), ({"LC_CTYPE": "UTF-8"}, ""), ({"LANG": "de_DE"}, ""),
     ({"LANG": "xx.nonsense"}, "")],
)  # fmt: skip
def test_the_locale_tells_what_the_terminal_can_show(environment: dict[str, str], charset: str) -> None:
    assert charset_of(environment) == charset


async def test_in_ascii_nothing_on_the_screen_is_a_sign(library: Library) -> None:
    library.config = Config(options=replace(Options(), ascii=True))
    app = NutgrafApp(library, clock=noon)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert not {chr(sign) for sign in SIGNS} & set(text(app))
        assert "* Putin" in text(app) and "|" in text(app)
