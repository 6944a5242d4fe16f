from pathlib import Path

import pytest

from index.library import Library
from index.models import Block, Role
from tests.app.conftest import noon
from tests.app.fakes import FakeLibrary, app_on, app_over, article
from tests.app.seeing import settle, text
from tui.app import NutgrafApp
from tui.commands import SHORT, WORDS, nearest, parsed, ways
from tui.keys import KEYS
from tui.screens.help import page
from tui.writing import as_markdown, as_text

VALUES = {"theme": ["dark", "light"]}


@pytest.mark.parametrize(
    ("line", "command"),
    [("theme light", ("theme", "light")), (":theme  light ", ("theme", "light")), ("12", ("goto", "12")),
     ("q!", ("q", "")), ("s two words", ("search", "two words")), ("star", ("star", "")), ("", ("", ""))],
)  # fmt: skip
def test_a_line_is_a_command_and_what_stands_after_it(line: str, command: tuple[str, str]) -> None:
    assert parsed(line) == command


def test_what_begins_so_is_offered_first_then_what_has_it_inside() -> None:
    offered = [way.text for way in ways("st", KEYS, VALUES)]
    assert offered.index("star") < offered.index("view.stories") and offered[0].startswith("st")


def test_every_action_is_offered_once() -> None:
    offered = [way.text for way in ways("", KEYS, VALUES)]
    assert len(offered) == len(set(offered))
    assert set(offered) == {word.name for word in WORDS} | {key.id for key in KEYS}


def test_after_a_command_its_values_are_offered() -> None:
    assert [way.text for way in ways("theme l", KEYS, VALUES)] == ["theme light"]
    assert ways("zen now", KEYS, VALUES) == []


def test_short_names_lead_to_words_that_there_are() -> None:
    assert set(SHORT.values()) <= {word.name for word in WORDS}


def test_who_mistypes_is_told_what_may_have_been_meant() -> None:
    assert nearest("themes", KEYS) == "theme" and nearest("qqqqq", KEYS) == ""


def test_help_shows_only_what_has_to_do_with_all_the_words() -> None:
    shown = [paragraph.text for paragraph in page(wanted="summary sentence") if paragraph.before]
    assert shown and all("sentence" in words for words in shown)
    assert "No key" in page(wanted="xyzzy")[-1].text


def test_help_puts_the_places_of_here_first() -> None:
    headings = [paragraph.text for paragraph in page(("reader", "text")) if paragraph.look == "heading"]
    assert headings[:2] == ["Reader · here", "In the text · here"]


def app_on_many() -> NutgrafApp:
    names = [f"a{n}" for n in range(12)]
    many = [article(name, *(f"Paragraph {n} of {name}." for n in range(40))) for name in names]
    return app_on(*many)


async def test_an_action_runs_by_its_id() -> None:
    app = app_on_many()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("colon", *"view.all", "enter")
        await settle(pilot)
        assert app.desk.browse.view == "all"


async def test_tab_completes_and_shift_tab_goes_back() -> None:
    app = app_on_many()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("colon", *"theme l", "tab", "enter")
        await settle(pilot)
        assert app.theme == "nutgraf-light"
        await pilot.press("colon", *"theme ", "tab", "tab", "shift+tab", "enter")
        await settle(pilot)
        assert app.theme == "nutgraf-dark"


async def test_earlier_commands_come_back_in_the_next_run_too() -> None:
    library = FakeLibrary(article("one"))
    for keys in (["colon", *"view all", "enter"], ["colon", "up"]):
        app = app_over(library)
        async with app.run_test(size=(120, 40)) as pilot:
            await settle(pilot)
            await pilot.press(*keys)
            await settle(pilot)
            shown = text(app).splitlines()[-1]
    assert shown.startswith(":view all")


async def test_a_number_goes_to_a_row_or_to_a_paragraph() -> None:
    app = app_on_many()
    async with app.run_test(size=(120, 20)) as pilot:
        await settle(pilot)
        await pilot.press("2", "colon", *"7", "enter")
        await settle(pilot)
        assert app.desk.browse.listing.cursor == 6
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("colon", *"30", "enter")
        await settle(pilot)
        assert "Paragraph 29 of" in text(app) and app.desk.reader.text.lit == 29


@pytest.mark.parametrize(
    ("line", "told"),
    [("themes", "theme, perhaps"), ("theme pink", "there is no theme pink"), ("view x", "there is no view x"),
     ("measure wide", "takes a number"), ("set font 3", "set takes"), ("add /nowhere/at/all", "there is nothing at"),
     ("link 3", "no links are known"), ("99999", "there are")],
)  # fmt: skip
async def test_what_cannot_be_done_is_told(line: str, told: str) -> None:
    app = app_on_many()
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("colon", *line, "enter")
        await settle(pilot)
        assert told in text(app)


async def test_measure_alignment_search_and_quit_are_commands() -> None:
    app = app_on_many()
    async with app.run_test(size=(160, 40)) as pilot:
        await settle(pilot)
        for line in ("measure 50", "set alignment justified", "search Paragraph 3"):
            await pilot.press("colon", *line, "enter")
            await settle(pilot)
        assert (app.text_setting.measure, app.text_setting.justified) == (50, True)
        assert app.screen is app.get_screen("search")
        await pilot.press("escape", "colon", "q", "enter")
        assert app._exit


async def test_escape_leaves_the_line_and_nothing_happens() -> None:
    app = app_on_many()
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        before = text(app)
        await pilot.press("colon", *"zen", "escape")
        await settle(pilot)
        assert text(app) == before


async def test_the_help_filters_while_one_types_and_escape_shows_all_again() -> None:
    app = app_on_many()
    async with app.run_test(size=(100, 60)) as pilot:
        await settle(pilot)
        await pilot.press("question_mark", "slash", *"star, or")
        await settle(pilot)
        assert "star, or take the star away" in text(app) and "move down" not in text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert "move down" in text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen is app.desk


async def test_the_tour_of_the_first_run_leaves_for_good_at_one_key(empty: Library) -> None:
    for words in ("1/5", ""):
        app = NutgrafApp(empty, clock=noon)
        async with app.run_test(size=(120, 40)) as pilot:
            await settle(pilot)
            await pilot.press("escape")
            await settle(pilot)
            assert ("1/5" in text(app)) is bool(words)
            await pilot.press("full_stop")
            await settle(pilot)
            assert "1/5" not in text(app)


async def test_the_tour_comes_back_by_name_and_takes_no_other_key() -> None:
    app = app_on_many()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "1/5" not in text(app)
        await pilot.press("colon", *"tour", "enter")
        await settle(pilot)
        assert "1/5" in text(app)
        await pilot.press("enter")
        await settle(pilot)
        app.desk.query_one("#tour").look()  # type: ignore[attr-defined]  # it is a Tour
        await settle(pilot)
        assert app.desk.opened and "2/5" in text(app)


async def test_the_article_is_written_to_a_new_file_and_never_over_another(tmp_path: Path) -> None:
    app = app_on_many()
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("enter", "colon", *f"w {tmp_path / 'a.md'}", "enter")
        await settle(pilot)
        written = (tmp_path / "a.md").read_text("utf-8")
        assert written.startswith("# Headline of a0\n\n") and "Paragraph 39 of a0." in written
        await pilot.press("enter", "colon", *f"w {tmp_path / 'a.md'}", "enter")
        await settle(pilot)
        assert "nothing was written" in " ".join(text(app).replace("┃", " ").split())
        assert (tmp_path / "a.md").read_text("utf-8") == written


def test_markdown_of_an_article_escapes_what_is_only_text(tmp_path: Path) -> None:
    blocks = (Block(Role.HEADING, "Part *one*"), Block(Role.QUOTE, "# no heading"), Block(Role.BODY, "a_b <i>"))
    library = FakeLibrary(article("a", blocks=blocks, sentences=(), url="https://e.example/a"))
    shown = as_markdown(library.article("a"), library.row("a"))
    assert "## Part \\*one\\*\n\n> \\# no heading\n\na\\_b \\<i\\>\n" in shown
    assert as_text(library.article("a"), library.row("a")).endswith("Part *one*\n\n# no heading\n\na_b <i>\n")
