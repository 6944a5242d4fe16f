from index.library import Library
from index.models import Block, Role, Sentence
from tests.app.conftest import noon
from tests.app.fakes import FakeLibrary, app_over, article
from tests.app.seeing import settle, text
from tui.app import NutgrafApp
from tui.panes.article_page import find


async def test_an_opened_article_is_read_and_one_that_is_only_looked_at_is_not(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await pilot.press("2", "j", "enter")
        await settle(pilot)
        shown = app.desk.shown
        assert app.library.row(shown).read
        assert app.library.counts().unread == 4


async def test_the_line_under_the_headline_says_who_when_and_how_that_is_known(app: NutgrafApp) -> None:
    async with app.run_test(size=(160, 40)) as pilot:
        await settle(pilot)
        await pilot.press("2")
        wanted = next(row for row in app.library.articles("all") if row.agency == "AP")
        app.desk.browse.select(wanted.id)
        await pilot.pause()
        assert "AP · 9 Nov 2023 (from a caption) · 2 min · story of 4" in text(app)


async def test_the_place_is_kept_when_an_article_is_left_and_found_again(library: Library) -> None:
    app = NutgrafApp(library, clock=noon)
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await pilot.press("2", "enter", "space")
        place, shown = app.desk.reader.text.place, app.desk.shown
        assert place > 0
        await pilot.press("escape", "j")
        assert app.desk.shown != shown
        await pilot.press("k")
        assert (app.desk.shown, app.desk.reader.text.place) == (shown, place)
    again = NutgrafApp(library, clock=noon)
    async with again.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await pilot.press("2", "enter")
        assert (again.desk.shown, again.desk.reader.text.place) == (shown, place)


async def test_quitting_keeps_the_place(library: Library) -> None:
    app = NutgrafApp(library, clock=noon)
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await pilot.press("2", "enter", "space")
        shown, place = app.desk.shown, app.desk.reader.text.place
        await pilot.press("ctrl+q")
    assert library.reading(shown).place == place > 0


async def test_next_and_previous_article_open_in_place(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await pilot.press("2", "enter")
        first = app.desk.shown
        await pilot.press("J")
        second = app.desk.shown
        await pilot.press("K")
        await settle(pilot)
        assert first == app.desk.shown != second
        assert app.library.counts().unread == 3


async def test_brackets_stay_in_the_story(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await pilot.press("]", "j", "enter")
        story = app.library.story(app.library.row(app.desk.shown).story)
        seen = [app.desk.shown]
        for _ in range(len(story.articles) - 1):
            await pilot.press("]")
            seen.append(app.desk.shown)
        assert tuple(seen) == story.articles
        await pilot.press("]")
        assert app.desk.shown == story.articles[-1]
        await pilot.press("[")
        assert app.desk.shown == story.articles[-2]


async def test_paging_on_at_the_end_opens_the_next_unread_article(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 24)) as pilot:
        await settle(pilot)
        await pilot.press("2", "enter", "G")
        first = app.desk.shown
        await pilot.press("space")
        await pilot.pause()
        assert app.desk.shown != first


async def test_find_marks_as_one_types_and_n_goes_round(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 24)) as pilot:
        await settle(pilot)
        await pilot.press("2", "enter", "/", *"russia", "enter")
        assert len(app.desk.reader.text.marks) > 2
        await pilot.pause()
        assert f"match 1 of {len(app.desk.reader.text.marks)}" in text(app)
        await pilot.press("n")
        await pilot.pause()
        assert "match 2 of" in text(app)
        await pilot.press("escape")
        assert app.desk.reader.text.marks == () and app.desk.pane == "reader"


async def test_a_second_slash_searches_the_library(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 24)) as pilot:
        await settle(pilot)
        await pilot.press("2", "enter", "/", "/")
        await pilot.pause()
        assert app.screen is app.get_screen("search")


async def test_escape_closes_the_line_to_find_and_stays_in_the_text(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 24)) as pilot:
        await settle(pilot)
        await pilot.press("2", "enter", "/", "a", "escape")
        await pilot.pause()
        assert not app.desk.reader.field.display
        assert app.focused is app.desk.reader.text


def test_a_phrase_is_found_whatever_its_case() -> None:
    a = article("a", "The Central Bank raised rates. The central BANK said so.")
    assert find(a, "central bank", folded=False) == ((0, 4, 16), (0, 35, 47))
    assert find(a, "", folded=False) == ()


def test_what_is_typed_without_accents_is_found_with_them_and_the_other_way() -> None:
    said = "Raïssi met O’Neill; Rai\u0308ssi’s visit."
    found = find(article("a", said), "raissi", folded=False)
    assert [said[start:end] for _, start, end in found] == ["Raïssi", "Rai\u0308ssi"]
    assert [said[start:end] for _, start, end in find(article("a", said), "ONéill", folded=False)] == ["O’Neill"]


async def test_what_is_not_in_the_text_is_said_while_one_types(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 24)) as pilot:
        await settle(pilot)
        await pilot.press("2", "enter", "/", *"zzz")
        await pilot.pause()
        assert "not in this text" in text(app)


def _with_boilerplate() -> FakeLibrary:
    blocks = (
        Block(Role.TITLE, "Headline"),
        Block(Role.BODY, "The text itself."),
        Block(Role.CAPTION, "A picture of it"),
        Block(Role.NOTICE, "Subscribe now"),
        Block(Role.RIGHTS, "All rights reserved"),
    )
    return FakeLibrary(article("a", title="Headline", outlet="Dawn", blocks=blocks, sentences=(Sentence(1, 0, 16),)))


async def test_what_cleaning_folded_away_is_counted_and_one_key_shows_it() -> None:
    app = app_over(_with_boilerplate())
    async with app.run_test(size=(140, 30)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "[picture: A picture of it]" in text(app)
        assert "2 passages folded away · x shows them" in text(app)
        assert "Subscribe" not in text(app)
        await pilot.press("x")
        await pilot.pause()
        assert "notice  Subscribe now" in text(app) and "rights  All rights reserved" in text(app)
        assert text(app).count("Headline") == 2
        await pilot.press("x")
        await pilot.pause()
        assert "Subscribe" not in text(app)
