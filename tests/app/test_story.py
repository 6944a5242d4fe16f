from tests.app.conftest import noon
from tests.app.fakes import FakeLibrary, article
from tests.app.seeing import settle, text
from tui.app import NutgrafApp
from tui.screens.story import StoryScreen


async def test_a_story_shows_its_articles_with_outlet_agency_and_date(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        await settle(pilot)
        await pilot.press("]", "c")
        await pilot.pause()
        shown = text(app)
        assert "Thesaxon · AFP" in shown and "~9 Nov 2023" in shown and "10 Nov 2023" in shown
        assert "4 articles · 3 sources" in shown
        assert "IN BRIEF" in shown


async def test_a_line_of_the_story_opens_its_article_and_back_returns_to_the_line(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        await settle(pilot)
        await pilot.press("]", "c", "G")
        await pilot.pause()
        assert isinstance(app.screen, StoryScreen)
        row = app.screen.cursor
        last = app.library.story_summary(app.screen.story.id).lines[-1]
        await pilot.press("enter")
        await settle(pilot)
        assert (app.desk.shown, app.desk.pane) == (last.article, "reader")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, StoryScreen) and app.screen.cursor == row
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is app.desk


async def test_an_article_of_the_story_is_opened_by_its_row(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        await settle(pilot)
        await pilot.press("]", "c", "enter")
        await settle(pilot)
        assert app.library.row(app.desk.shown).read


async def test_a_narrow_story_still_names_who_and_when(app: NutgrafApp) -> None:
    async with app.run_test(size=(40, 30)) as pilot:
        await settle(pilot)
        await pilot.press("]", "c")
        await pilot.pause()
        assert "Thesaxon · AFP" in text(app) and "~9 Nov 2023" in text(app)


async def test_a_line_without_an_outlet_names_its_headline() -> None:
    fake = FakeLibrary(article("a"), article("b"), together=("a", "b"))
    app = NutgrafApp(fake, clock=noon)  # type: ignore[arg-type]  # a stand-in
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("c")
        await pilot.pause()
        assert "Headline of b, Headline of a · 2 articles · 9 Nov 2023 ›" in text(app)
