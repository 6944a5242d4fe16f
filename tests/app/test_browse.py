import pytest

from index.findings import Copy
from index.library import Library
from tests.app.conftest import noon
from tests.app.fakes import FakeLibrary, app_over, article
from tests.app.seeing import settle, text
from tui.app import NutgrafApp


async def test_the_five_articles_are_shown_as_stories(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        assert "5 articles · 2 stories · 5 unread" in text(app)
        assert "STORIES" in text(app)
        assert "4 articles" in text(app)


async def test_the_cursor_shows_articles_beside_it_without_marking_them_as_read(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        seen = set()
        for _ in range(6):
            await pilot.press("j")
            await pilot.pause()
            seen.add(app.desk.shown)
        assert len(seen) >= 4
        assert app.library.counts().unread == 5


async def test_views_are_one_key_each(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        for key, heading in (("2", "ALL"), ("3", "UNREAD"), ("4", "STARRED"), ("1", "STORIES")):
            await pilot.press(key)
            await pilot.pause()
            assert f" {heading} " in text(app).replace("▌", " ")


async def test_the_cursor_stays_on_its_article_when_the_view_changes(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await pilot.press("2", "j", "j")
        article = app.desk.browse.current[0]
        await pilot.press("3")
        assert app.desk.browse.current[0] == article


async def test_a_star_is_set_and_taken_away_and_is_seen_in_its_view(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await pilot.press("2", "m", "4")
        await pilot.pause()
        assert len(app.desk.browse.rows) == 1
        await pilot.press("m", "4")
        assert len(app.desk.browse.rows) == 0
        assert "nothing is starred" in text(app)


async def test_a_read_article_stays_where_it_stands_until_the_view_is_asked_for_again(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await pilot.press("3", "r")
        await pilot.pause()
        assert len(app.desk.browse.rows) == 5
        await pilot.press("3")
        assert len(app.desk.browse.rows) == 4


async def test_read_and_unread_are_one_key_each(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await pilot.press("2", "r")
        assert app.library.counts().unread == 4
        await pilot.press("u")
        assert app.library.counts().unread == 5


async def test_a_story_folds_and_unfolds_and_then_opens(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await pilot.press("]")
        assert len(app.desk.browse.rows) == 6
        await pilot.press("left")
        assert len(app.desk.browse.rows) == 2
        await pilot.press("right")
        assert len(app.desk.browse.rows) == 6
        await pilot.press("enter")
        await pilot.pause()
        assert "ARTICLES" in text(app)


async def test_back_goes_from_an_article_to_its_story(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await pilot.press("]", "j", "j", "escape")
        assert app.desk.browse.listing.cursor == 1


async def test_brackets_go_from_story_to_story(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await pilot.press("]")
        assert app.desk.browse.listing.cursor == 1
        await pilot.press("j", "j", "[")
        assert app.desk.browse.listing.cursor == 0


async def test_the_next_unread_is_found_from_the_list(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await pilot.press("2", "j", "r", "g", "n")
        assert app.desk.browse.listing.cursor == 2
        await pilot.press("N")
        assert app.desk.browse.listing.cursor == 0


async def test_q_quits_from_the_list_and_nowhere_else(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await pilot.press("2", "enter", "q")
        assert app.is_running and app.desk.pane == "browse"
        await pilot.press("q")
    assert not app.is_running


async def test_space_pages_the_article_beside_the_list(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 24)) as pilot:
        await settle(pilot)
        await pilot.press("space")
        paged = app.desk.reader.text.scroll_offset.y
        await pilot.press("J")
        assert 0 < paged < app.desk.reader.text.scroll_offset.y
        await pilot.press("K", "b")
        assert app.desk.reader.text.scroll_offset.y == 0
        assert app.desk.pane == "browse"


async def test_a_large_library_opens_with_its_stories_folded() -> None:
    names = [f"a{n}" for n in range(40)]
    fake = FakeLibrary(*(article(name) for name in names), together=names[:20])
    app = app_over(fake)
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        assert len(app.desk.browse.rows) == 21


async def test_an_empty_view_says_why(library: Library) -> None:
    library.mark_read([row.id for row in library.articles("all")])
    app = NutgrafApp(library, clock=noon)
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await pilot.press("3")
        await pilot.pause()
        assert "everything is read" in text(app)


async def test_view_and_cursor_are_there_after_a_restart(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await pilot.press("2", "j", "j", "j")
        article = app.desk.browse.current[0]
    again = NutgrafApp(app.library, clock=noon)
    async with again.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        assert (again.desk.browse.view, again.desk.browse.current[0]) == ("all", article)


async def test_fresh_rows_above_the_cursor_move_nothing_on_the_screen() -> None:
    names = [f"a{n:02}" for n in range(60)]
    fake = FakeLibrary(*(article(name) for name in names))
    app = app_over(fake)
    async with app.run_test(size=(140, 30)) as pilot:
        await settle(pilot)
        await pilot.press("2", *["j"] * 20)
        before, shown = text(app), app.desk.shown
        new = {name: article(name) for name in ("new1", "new2", "new3")}
        fake._articles = new | fake._articles
        app.load()
        await settle(pilot)
        assert len(app.desk.browse.rows) == 63 and app.desk.shown == shown
        assert [line[:30] for line in text(app).splitlines()[3:-1]] == [line[:30] for line in before.splitlines()[3:-1]]


async def test_what_a_key_held_down_passes_over_is_not_shown_until_one_goes_there(
    app: NutgrafApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await pilot.press("2")
        before = app.desk.shown
        monkeypatch.setattr("tui.screens.reading.PREVIEW_PAUSE", 60)
        await pilot.press("j", "j")
        assert app.desk.shown == before != app.desk.browse.current[0]
        await pilot.press("tab")
        assert app.desk.shown == app.desk.browse.current[0]


async def test_copies_are_folded_under_their_original_and_one_key_shows_them(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("a", "b", "c", "d")
    fake = FakeLibrary(*(article(name) for name in names), together=names)
    ties = {id: Copy(id, "a", "copy", 1.0) for id in "cd"}
    monkeypatch.setattr(fake, "copies", lambda _story: ties)
    app = app_over(fake)
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        rows = app.desk.browse.rows
        assert [rows.at(n)[0] for n in range(1, len(rows))] == ["a", "b"] and "+2" in text(app)
        assert rows.find("d") == 1
        await pilot.press("j", "j")
        await pilot.press("x")
        assert [rows.at(n)[0] for n in range(1, len(rows))] == ["a", "c", "d", "b"] and "+2" not in text(app)
        assert text(app).count("   = ") == 2 and app.desk.browse.current[0] == "b"
        await pilot.press("k", "x")
        assert len(rows) == 3 and app.desk.browse.current[0] == "a"
