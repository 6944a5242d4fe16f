import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from index.hits import Hidden, Hits, Marked
from tests.app.conftest import noon
from tests.app.fakes import FakeLibrary, app_on, app_over, article
from tests.app.seeing import settle, strips, text, until
from tui.app import NutgrafApp
from tui.keymap import Keymap
from tui.panes.hit_notes import NOTHING, notes_of
from tui.panes.hit_rows import HitRows
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
        assert f"match 1 of {len(words)}" in text(app)
        await pilot.press("n")
        await pilot.pause()
        assert f"match 2 of {len(words)}" in text(app)
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
    app = app_over(fake)
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
    app = app_on(article("a", "alpha beta"))
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
    class Suggesting(FakeLibrary):
        def search(self, text, *rest, **asked):  # type: ignore[no-untyped-def]  # as in the base
            hits = super().search(text, *rest, **asked)
            return hits if hits.hits else replace(hits, suggestion="alpha")

    app = app_over(Suggesting(article("a", "alpha beta")))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"alhpa")
        await found(pilot)
        assert "did you mean alpha?" in text(app)
        await pilot.press("enter")
        await found(pilot)
        assert len(app.screen.hits.rows) == 1  # type: ignore[attr-defined]  # the search screen


async def hits_by_time(pilot) -> SearchScreen:  # type: ignore[no-untyped-def]  # any pilot
    """A search whose hits are counted."""
    await settle(pilot)
    await pilot.press("slash", *"Putin")
    screen = pilot.app.screen
    assert isinstance(screen, SearchScreen)
    await until(pilot, lambda: screen.time_bar.columns != [])
    return screen


async def test_keys_narrow_the_hits_by_time_and_one_takes_it_back(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await hits_by_time(pilot)
        await pilot.press("tab", "t")
        await pilot.pause()
        assert "Nov 2023 – 10 Nov 2023 · 4 articles" in text(app)
        await pilot.press(*["right"] * 40)
        assert "3 Jul 2024 · 1 article" in text(app)
        await pilot.press("v", *["left"] * 40, "enter")
        await until(pilot, lambda: screen.field.value != "Putin")
        assert screen.field.value == "Putin date:2023-11..2024-07-03"
        await pilot.press("F")
        await until(pilot, lambda: screen.field.value == "Putin")
        await pilot.press("t", "escape")
        await pilot.pause()
        assert screen.hits.has_focus and screen.field.value == "Putin"


async def test_dragging_over_the_bar_narrows_the_hits_to_that_time(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await hits_by_time(pilot)
        await pilot.mouse_down("#facet-line", offset=(3, 0))
        await pilot.hover("#facet-line", offset=(8, 0))
        assert "Nov 2023 – 10 Nov 2023 · 4 articles" in text(app)
        await pilot.mouse_up("#facet-line", offset=(8, 0))
        await until(pilot, lambda: screen.field.value == "Putin date:2023-11..2023-11-10")
        await found(pilot)
        assert len(screen.hits.rows) == 4


async def test_where_nothing_was_published_nothing_is_narrowed(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await hits_by_time(pilot)
        await pilot.press("tab", "t", "right")
        await pilot.pause()
        assert "no article" in text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert screen.field.value == "Putin" and screen.time_bar.has_focus


async def test_where_the_bar_has_no_room_its_key_lists_the_months(app: NutgrafApp) -> None:
    async with app.run_test(size=(50, 30)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"Putin")
        await until(pilot, lambda: app.screen.facets.stories != ())  # type: ignore[attr-defined]  # the search screen
        await pilot.press("tab", "t")
        await pilot.pause()
        assert "MONTHS" in text(app)


async def test_what_a_filter_hides_is_counted_and_a_key_shows_it(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"Putin since:2024 is:unread")
        await until(pilot, lambda: "hides 4 articles" in text(app))
        assert "since 1 January 2024, unread: hides 4 articles · tab, F shows them" in text(app)
        await pilot.press("tab")
        await until(pilot, lambda: "· F shows them" in text(app))
        await pilot.press("F")
        await found(pilot)
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        assert screen.field.value == "Putin" and len(screen.hits.rows) == 5


async def test_only_seen_hits_have_snippets_and_a_hit_that_comes_into_sight_gets_its_own() -> None:
    class Counting(FakeLibrary):
        asked_for: list[str]

        def search(self, text, *rest, **asked):  # type: ignore[no-untyped-def]  # as in the base
            return replace(
                hits := super().search(text, *rest, **asked),
                hits=tuple(replace(hit, snippet=Marked("")) for hit in hits.hits),
            )

        def snippet(self, article, hits):  # type: ignore[no-untyped-def]  # as in the base
            self.asked_for.append(article)
            return Marked(f"the words of {article}")

    library = Counting(*(article(f"n{number:02}", "alpha") for number in range(60)))
    library.asked_for = []
    app = app_over(library)
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"alpha")
        await found(pilot)
        await pilot.pause()
        assert "the words of n00" in text(app)
        assert set(library.asked_for) == {f"n{number:02}" for number in range(5)}
        library.asked_for.clear()
        await pilot.press("tab", "end")
        await pilot.pause()
        assert "the words of n59" in text(app)
        assert len(set(library.asked_for)) == len(library.asked_for) <= 6


async def test_a_hit_in_a_folded_story_stays_open_though_the_cursor_of_the_list_goes_to_the_story(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui.panes.folding.UNFOLDED_UP_TO", 0)
    library = FakeLibrary(*(article(name, f"{name} says this.") for name in ("aa", "bb", "cc")), together=("aa", "bb"))
    app = app_over(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("G", "slash", *"bb says")
        await found(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.pause(0.1)
        assert app.desk.shown == "bb" and app.desk.reader.text.marks


def hits(**facts) -> Hits:  # type: ignore[no-untyped-def]  # fields of hits
    return Hits((), facts.pop("total", 3), "as it was understood", **facts)


def test_notes_name_the_keys_that_work_where_the_keyboard_is() -> None:
    loose = hits(notes=("also: Raïssi",), loose=True, hidden=Hidden(1, "unread", "raisi"))
    typing, reading = notes_of(loose, Keymap(), typing=True), notes_of(loose, Keymap(), typing=False)
    assert typing[:2] == ["also: Raïssi · tab, x: exact", "unread: hides 1 article · tab, F shows them"]
    assert reading[:2] == ["also: Raïssi · x: exact", "unread: hides 1 article · F shows them"]


def test_where_nothing_is_found_and_nothing_else_is_known_there_is_a_hint() -> None:
    assert notes_of(hits(total=0), Keymap(), typing=False) == [NOTHING]
    assert notes_of(hits(total=0, suggestion="raisi"), Keymap(), typing=False) == [
        "did you mean raisi? enter searches for it"
    ]


async def test_a_missing_index_is_made_anew_while_the_search_waits(
    app: NutgrafApp, copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.indexed.CATCH_UP", 0)  # no search makes it itself
    monkeypatch.setattr("tui.screens.query.WAITING", 0.05)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        shutil.rmtree(copied / "search")
        await pilot.press("slash", *"Tokayev")
        await until(pilot, lambda: "4 articles" in text(app))
        assert "not indexed" not in text(app)


async def test_hits_that_are_asked_for_again_keep_the_cursor_on_its_article(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"Putin")
        await found(pilot)
        await pilot.press("tab", "down", "down")
        screen = app.screen
        assert isinstance(screen, SearchScreen) and isinstance(screen.hits.rows, HitRows)
        here = screen.hits.rows.id_at(screen.hits.cursor)
        before = screen.hits.rows
        screen.ask()
        await until(pilot, lambda: screen.hits.rows is not before)
        assert isinstance(screen.hits.rows, HitRows)
        assert screen.hits.cursor == 2 and screen.hits.rows.id_at(2) == here
