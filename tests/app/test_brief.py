from index.models import Problem
from tests.app.fakes import FakeLibrary, app_over, article
from tests.app.seeing import settle, strips, text, until
from tui.app import NutgrafApp
from tui.panes.citation import citation, reference
from tui.screens.brief import BriefScreen
from tui.screens.search import SearchScreen
from tui.screens.story import StoryScreen


async def test_the_brief_tells_story_by_story_who_said_what_and_when(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        await settle(pilot)
        await pilot.press("B")
        await settle(pilot)
        shown = text(app)
        assert "THE BRIEF" in shown
        words = "".join("".join(strip.text for strip in strips(app)).split())
        for each in app.library.brief(words=1200):
            assert each.story.headline[:40] in shown
            for line in each.summary.lines:
                assert "".join(line.text.split()) in words
                assert app.library.row(line.article).source in shown


async def test_a_line_of_the_brief_opens_at_its_sentence_and_back_returns_to_it(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        await settle(pilot)
        await pilot.press("B")
        await settle(pilot)
        await pilot.press("j")
        screen = app.screen
        assert isinstance(screen, BriefScreen)
        row = screen.cursor
        await pilot.press("enter")
        await settle(pilot)
        line = app.library.brief(words=1200)[0].summary.lines[0]
        assert (app.desk.shown, app.desk.reader.text.lit) == (line.article, line.sentence)
        await pilot.press("escape")
        await settle(pilot)
        again = app.screen
        assert isinstance(again, BriefScreen) and again.cursor == row
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is app.desk


async def test_a_line_of_the_brief_is_copied_with_its_citation(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 50), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("B")
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert app.clipboard == "" and "no sentence here to copy" in text(app)
        await pilot.press("j", "y")
        await settle(pilot)
        line = app.library.brief(words=1200)[0].summary.lines[0]
        assert app.clipboard == citation(line, app.library.row(line.article))


async def test_a_line_of_what_hits_say_is_copied_with_its_citation_and_of_a_hit_its_citation(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 50)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"Tokayev", "tab", "s")
        await until(pilot, lambda: "5 sentences" in text(app))
        await pilot.press("y")
        await settle(pilot)
        assert app.clipboard == reference(app.library.search("Tokayev").hits[0].row)
        await pilot.press("tab", "j", "y")
        await settle(pilot)
        line = app.library.summarise_hits("Tokayev").lines[1]
        assert app.clipboard == citation(line, app.library.row(line.article))


async def test_a_story_of_the_brief_opens_and_back_returns_to_the_brief(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        await settle(pilot)
        await pilot.press("B")
        await settle(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, StoryScreen)
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen is app.desk and app.desk.pane == "reader"
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, StoryScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, BriefScreen)


async def test_the_brief_reaches_back_as_far_as_one_likes_and_keeps_to_it(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        await settle(pilot)
        await pilot.press("B")
        await until(pilot, lambda: "a week ·" in text(app))
        at_first = len(app.library.brief(days=7))
        await pilot.press(*"++")
        await until(pilot, lambda: "a year ·" in text(app))
        assert len(app.library.brief(days=365)) > at_first
        await pilot.press("+", "escape", "B")
        await until(pilot, lambda: "a year ·" in text(app))
        await pilot.press(*"-----")
        await until(pilot, lambda: "a day ·" in text(app))


async def test_a_library_without_dates_has_an_empty_brief(app: NutgrafApp) -> None:
    library = FakeLibrary()
    app = app_over(library)
    async with app.run_test(size=(40, 12)) as pilot:
        await settle(pilot)
        await pilot.press("escape", "B")
        await settle(pilot)
        assert "no article has a date" in text(app)
        await pilot.press("enter", "q")
        assert app.screen is app.desk


async def test_hits_say_what_they_have_to_say_and_each_line_leads_to_its_sentence(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 50)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"Tokayev", "tab", "s")
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        await until(pilot, lambda: "5 sentences" in text(app))
        lines = app.library.summarise_hits("Tokayev").lines
        words = "".join(screen.said.render_line(y).text for y in range(screen.said.size.height))
        assert "".join(lines[0].text.split()) in "".join(words.replace("▌", "").split())
        await pilot.press("tab", "j", "enter")
        await settle(pilot)
        assert (app.desk.shown, app.desk.reader.text.lit) == (lines[1].article, lines[1].sentence)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is screen and app.focused is screen.said and screen.said.cursor == 2
        await pilot.press("s")
        await pilot.pause()
        assert not screen.said.display and app.focused is screen.hits


async def test_what_hits_say_stands_above_them_where_it_is_narrow_and_follows_the_query() -> None:
    library = FakeLibrary(article("a", "alpha beta"), article("b", "gamma"))
    app = app_over(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("slash", "a", "l", "tab", "s")
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        await until(pilot, lambda: "1 sentence" in text(app))
        assert screen.said.region.bottom <= screen.hits.region.y
        screen.field.value = "zzz"
        await until(pilot, lambda: "SAY" in text(app) and "nothing" in text(app))
        screen.field.value = ""
        await until(pilot, lambda: not screen.said.display)


async def test_the_sentence_that_tells_a_story_stands_under_its_headline_where_it_is_wide() -> None:
    library = FakeLibrary(article("a", "The gist of it all."), article("b", "Another."), together=("a", "b"))
    app = app_over(library)
    async with app.run_test(size=(200, 40)) as pilot:
        await settle(pilot)
        listed = [app.desk.browse.listing.render_line(y).text for y in range(8)]
        assert "The gist of it all." in listed[1] and "2 articles" in listed[2] + listed[3]
        await pilot.resize_terminal(100, 40)
        await settle(pilot)
        listed = [app.desk.browse.listing.render_line(y).text for y in range(8)]
        assert not any("gist" in line for line in listed)


async def test_another_method_makes_the_summary_is_named_and_stays() -> None:
    library = FakeLibrary(article("a", *(f"Sentence {n}." for n in range(9))))
    app = app_over(library)
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await pilot.press("M")
        await pilot.pause()
        assert "HOW THE SUMMARY IS MADE" in text(app) and "backwards" in text(app)
        await pilot.press("j", "enter")
        await settle(pilot)
        assert "backwards · 3 of 9" in text(app)
        assert app.desk.summary.own_sentences == [6, 7, 8]
        await pilot.press("+")
        await settle(pilot)
        assert app.desk.summary.own_sentences == [5, 6, 7, 8]
    again = app_over(library)
    async with again.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        assert "backwards · 3 of 9" in text(again)
        await pilot.press("M", "k", "enter")  # the menu opens on the way that holds
        await settle(pilot)
        assert "backwards" not in text(again) and again.desk.summary.own_sentences == [0, 1, 2]


async def test_what_the_settings_file_has_wrong_is_told_as_it_stands() -> None:
    library = FakeLibrary(article("a"))
    library.problems = (Problem("config.toml", "line 3: [bold]limit[/] is no number"),)
    app = app_over(library)
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await settle(pilot)
        assert "config.toml: line 3: [bold]limit[/] is no number" in text(app)
