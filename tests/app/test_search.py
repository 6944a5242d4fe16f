from tests.app.conftest import noon
from tests.app.fakes import FakeLibrary, article
from tests.app.seeing import settle, strips, text
from tui.app import NutgrafApp
from tui.screens.search import SearchScreen


async def found(pilot) -> None:  # type: ignore[no-untyped-def]  # any pilot
    for _ in range(100):
        await pilot.pause(0.02)
        screen = pilot.app.screen
        if not isinstance(screen, SearchScreen) or screen._answered == screen.field.value.strip():
            return


async def test_hits_come_as_one_types_with_their_words_marked(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"Tokayev")
        await found(pilot)
        assert "4 articles" in text(app)
        assert "Tokayev" in text(app).splitlines()[2]
        mark = app.screen.hits.looks["mark"].bgcolor  # type: ignore[attr-defined]  # the search screen
        marked = [s.text for strip in strips(app) for s in strip if s.style and s.style.bgcolor == mark]
        assert marked and set(marked) == {"Tokayev"}


async def test_a_hit_opens_with_its_words_marked_and_back_returns_to_the_hits(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"Tokayev")
        await found(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert app.desk.pane == "reader"
        assert app.library.row(app.desk.shown).read
        body = app.desk.reader.article
        assert body is not None
        words = [body.blocks[b].text[start:end] for b, start, end in app.desk.reader.text.marks]
        assert words and set(words) == {"Tokayev"}
        await pilot.press("n")
        await pilot.pause()
        assert "match 2 of" in text(app)
        await pilot.press("escape")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        assert (screen.field.value, screen.hits.cursor) == ("Tokayev", 1)


async def test_enter_before_the_answer_opens_the_best_hit_when_it_comes(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"Guterres", "enter")
        await found(pilot)
        await settle(pilot)
        assert app.desk.reader.row is not None
        assert app.desk.reader.row.outlet == "The Moscow Times"


async def test_letters_are_letters_while_one_types(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"qmsc?S/")
        await pilot.pause()
        assert isinstance(app.screen, SearchScreen)
        assert app.screen.field.value == "qmsc?S/"


async def test_the_order_goes_round_and_is_shown(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"Putin")
        await found(pilot)
        await pilot.press("tab", "S")
        await settle(pilot)
        await pilot.pause(0.2)
        assert "5 articles · newest" in text(app)
        assert app.screen.hits.rows.hits[0].row.outlet == "The Moscow Times"  # type: ignore[attr-defined]  # hits


async def test_an_overtaken_query_is_never_asked_and_its_answer_never_shown() -> None:
    fake = FakeLibrary(article("a", "alpha beta"), article("b", "gamma"))
    app = NutgrafApp(fake, clock=noon)  # type: ignore[arg-type]  # a stand-in
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("slash")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        for end in range(1, 6):
            screen.field.value = "gamma"[:end]
        await found(pilot)
        assert fake.asked == ["gamma"]
        assert len(screen.hits.rows) == 1


async def test_notes_and_the_understood_query_are_shown() -> None:
    app = NutgrafApp(FakeLibrary(article("a", "alpha beta")), clock=noon)  # type: ignore[arg-type]  # a stand-in
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"alpha")
        await found(pilot)
        assert "the words alpha" in text(app) and "a note on alpha" in text(app)


async def test_an_emptied_query_shows_nothing(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("slash", "P", "u", "t")
        await found(pilot)
        await pilot.press("backspace", "backspace", "backspace")
        await found(pilot)
        assert len(app.screen.hits.rows) == 0  # type: ignore[attr-defined]  # the search screen


async def test_earlier_searches_come_back_with_the_arrow_key_after_a_restart(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"Guterres")
        await found(pilot)
        await pilot.press("enter")
        await settle(pilot)
    again = NutgrafApp(app.library, clock=noon)
    async with again.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("slash", "up")
        await found(pilot)
        screen = again.screen
        assert isinstance(screen, SearchScreen)
        assert screen.field.value == "Guterres" and len(screen.hits.rows) == 1
        await pilot.press("down")
        assert screen.field.value == ""


async def test_hits_are_counted_by_time_and_outlet_and_one_key_narrows_them(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"Putin")
        for _ in range(200):
            await pilot.pause(0.02)
            if "2 stories" in text(app):
                break
        assert "2 stories" in text(app) and "2024" in text(app).splitlines()[3]
        await pilot.press("tab", "f")
        await pilot.pause()
        assert "OUTLETS" in text(app)
        await pilot.press("enter")
        await found(pilot)
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        assert screen.field.value.startswith("Putin source:") and 0 < len(screen.hits.rows) < 5
        await pilot.press("F")
        await found(pilot)
        assert screen.field.value == "Putin" and len(screen.hits.rows) == 5


async def test_exact_and_recent_are_keys_and_are_shown(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"Rais")
        await found(pilot)
        await pilot.press("tab", "x", "T")
        for _ in range(200):
            await pilot.pause(0.02)
            if "exact · recent" in text(app):
                break
        assert "0 articles · exact · recent" in text(app)


async def test_where_nothing_is_found_enter_takes_the_suggestion() -> None:
    from dataclasses import replace

    class Suggesting(FakeLibrary):
        def search(self, text, *rest, **asked):  # type: ignore[no-untyped-def]  # as in the base
            hits = super().search(text, *rest, **asked)
            return hits if hits.hits else replace(hits, suggestion="alpha")

    app = NutgrafApp(Suggesting(article("a", "alpha beta")), clock=noon)  # type: ignore[arg-type]  # a stand-in
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"alhpa")
        await found(pilot)
        assert "did you mean alpha?" in text(app)
        await pilot.press("enter")
        await found(pilot)
        assert len(app.screen.hits.rows) == 1  # type: ignore[attr-defined]  # the search screen
