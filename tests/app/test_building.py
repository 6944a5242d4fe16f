from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from index.events import Skipped
from index.library import Library, seeds_folder
from tests.app.conftest import noon
from tests.app.fakes import FakeLibrary, app_over, article
from tests.app.seeing import settle, text
from tui.app import NutgrafApp
from tui.screens.welcome import WelcomeScreen


async def test_an_empty_library_offers_the_five_articles_and_reads_them(
    empty: Library, executor: ThreadPoolExecutor
) -> None:
    app = NutgrafApp(empty, clock=noon, executor=executor)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, WelcomeScreen)
        await pilot.press("enter")
        await settle(pilot)
        await settle(pilot)
        assert "5 articles" in text(app)
        assert "5 new articles" in text(app)
        assert not app.building


async def test_the_offer_can_be_declined(empty: Library) -> None:
    app = NutgrafApp(empty, clock=noon)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is app.desk
        assert "no stories yet" in text(app)
        await pilot.press("2", "enter", "tab", "m", "r", "c", "n", "s", "J", "space", "x")
        assert empty.counts().articles == 0


async def test_a_path_that_is_not_there_is_told_and_another_can_be_typed(
    empty: Library, executor: ThreadPoolExecutor, tmp_path: Path
) -> None:
    app = NutgrafApp(empty, clock=noon, executor=executor)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("j", "enter", *"/nowhere", "enter")
        await pilot.pause()
        assert "There is nothing at /nowhere." in text(app)
        app.screen.query_one("#path").value = str(seeds_folder())  # type: ignore[attr-defined]  # the input
        await pilot.press("enter")
        await settle(pilot)
        await settle(pilot)
        assert empty.counts().articles == 5


async def test_paths_of_the_command_line_are_added_at_once(empty: Library, executor: ThreadPoolExecutor) -> None:
    app = NutgrafApp(empty, [seeds_folder()], clock=noon, executor=executor)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await settle(pilot)
        assert empty.counts().articles == 5
        assert "2 stories" in text(app)


async def test_skipped_files_are_counted_and_one_key_names_them_with_their_reasons() -> None:
    fake = FakeLibrary(article("a"), events=[Skipped("/archive/[/x].txt", "it is not text: 3 zero bytes")])
    app = app_over(fake, Path("/archive"))
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        await settle(pilot)
        assert "1 skipped; ! says why" in text(app)
        await pilot.press("!")
        await pilot.pause()
        assert "/archive/[/x].txt" in text(app) and "it is not text: 3 zero bytes" in text(app)


async def test_the_app_answers_while_it_adds_and_one_key_stops_it() -> None:
    import threading

    from index.events import Progress

    go_on = threading.Event()

    class Slow(FakeLibrary):
        def add(self, paths, *, executor=None, cancelled=None):  # type: ignore[no-untyped-def]  # as in the base
            yield Progress("reading", 3, 10)
            go_on.wait(10)
            yield from super().add(paths, cancelled=cancelled)

    fake = Slow(article("a"), article("b"), events=[Progress("stories", 1, 2)])
    app = app_over(fake, Path("/archive"))
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        for _ in range(50):
            await pilot.pause(0.02)
            if "3 of 10" in text(app):
                break
        assert "reading articles  3 of 10" in text(app)
        await pilot.press("2", "j", "enter")
        await pilot.pause()
        assert app.desk.pane == "reader"
        await pilot.press("X")
        go_on.set()
        await settle(pilot)
        await settle(pilot)
        assert not app.building and "stopped" in text(app)


async def test_a_library_that_fails_says_so_and_the_app_lives_on() -> None:
    from index.errors import LibraryBusy

    class Busy(FakeLibrary):
        def refresh(self, **options):  # type: ignore[no-untyped-def]  # as in the base
            raise LibraryBusy("another nutgraf is adding articles")

    app = app_over(Busy(article("a")))
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("R")
        await settle(pilot)
        assert "another nutgraf is adding articles" in text(app)
        assert not app.building


async def test_the_theme_is_kept_for_next_time(library: Library) -> None:
    app = NutgrafApp(library, clock=noon)
    async with app.run_test() as pilot:
        await pilot.press("ctrl+t")
    assert NutgrafApp(library, clock=noon).theme == "nutgraf-light"
