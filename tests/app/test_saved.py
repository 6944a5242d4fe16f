from index.errors import LibraryError
from index.hits import SavedSearch
from tests.app.fakes import FakeLibrary, app_over, article
from tests.app.seeing import settle, text, until
from tui.app import NutgrafApp
from tui.panes.saved_rows import SavedList
from tui.screens.choice import AskScreen
from tui.screens.naming import NamingScreen
from tui.screens.search import SearchScreen


def _library() -> FakeLibrary:
    return FakeLibrary(article("a", "alpha one"), article("b", "alpha two"), article("c", "gamma"))


async def test_a_search_is_kept_under_a_name_while_one_types() -> None:
    library = _library()
    app = app_over(library)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("slash")
        app.screen.query_one("#query").value = "alpha"  # type: ignore[attr-defined]  # the input
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, NamingScreen)
        await pilot.press("ctrl+u", *"first", "enter")
        await settle(pilot)
        assert isinstance(app.screen, SearchScreen)
        assert [(s.name, s.query, s.total, s.new) for s in library.searches.all()] == [("first", "alpha", 2, 0)]
        assert "kept as first" in text(app)


async def test_a_name_that_is_not_given_keeps_nothing() -> None:
    library = _library()
    app = app_over(library)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("slash", "ctrl+s")
        await pilot.pause()
        assert "there is no search to keep yet" in text(app)
        app.screen.query_one("#query").value = "alpha"  # type: ignore[attr-defined]  # the input
        await pilot.press("tab", "m", "escape", "m", "ctrl+u", "enter")
        await settle(pilot)
        assert library.searches.all() == []


async def test_saved_searches_tell_what_is_new_and_opening_one_looks_at_it() -> None:
    library = _library()
    library.searches.save("greek", "alpha")
    library.searches._seen["greek"] = 1
    library.mark_read(["a"])
    app = app_over(library)
    async with app.run_test(size=(180, 40)) as pilot:
        await settle(pilot)
        await pilot.press("5")
        await settle(pilot)
        assert "● greek" in text(app) and "1 new · 1 unread · 2 articles" in text(app)
        await pilot.press("n", "]", "m", "i", "r", "o")
        await pilot.press("enter")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, SearchScreen) and screen.field.value == "alpha"
        await until(pilot, lambda: len(screen.hits.rows) == 2)
        assert app.focused is screen.hits
        await pilot.press("escape")
        await settle(pilot)
        assert "1 unread · 2 articles" in text(app) and "new" not in text(app).splitlines()[3]
        await pilot.press("enter")
        await until(pilot, lambda: len(screen.hits.rows) == 2)
        await pilot.press("enter")
        await settle(pilot)
        assert (app.desk.shown, app.desk.pane) == ("a", "reader")


async def test_a_search_is_forgotten_only_when_one_says_so() -> None:
    library = _library()
    library.searches.save("greek", "alpha")
    app = app_over(library)
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await pilot.press("D", "5")
        await settle(pilot)
        await pilot.press("D")
        assert isinstance(app.screen, AskScreen)
        await pilot.press("enter")
        await settle(pilot)
        assert [s.name for s in library.searches.all()] == ["greek"]
        await pilot.press("D", "j", "enter")
        await settle(pilot)
        assert library.searches.all() == [] and "none yet" in text(app)


async def test_the_view_of_searches_is_there_after_a_restart(app: NutgrafApp) -> None:
    app.library.searches.save("the visit", "Tokayev")
    app.library.set_setting("view", "searches")
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        assert "SEARCHES" in text(app) and "the visit" in text(app) and "4 unread" in text(app)


async def test_searches_that_cannot_be_counted_are_told() -> None:
    library = _library()

    def broken() -> list[SavedSearch]:
        raise LibraryError("the index is broken")

    library.searches.all = broken  # type: ignore[method-assign]  # it breaks
    app = app_over(library)
    async with app.run_test(size=(140, 40), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("5")
        await settle(pilot)
        assert "the index is broken" in text(app)


def test_a_long_name_and_query_fit_the_row() -> None:
    rows = SavedList([SavedSearch("name " * 20, "[red]query " * 20, 12_345, 678, 0)])
    for width in (20, 46, 120):
        lines = ["".join(piece for piece, _ in line) for line in rows.lines(0, width)]
        assert max(map(len, lines)) <= width and "678 unread" in lines[1]
