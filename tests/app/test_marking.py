"""Tags, notes, highlights, undo, lists and filters, as one sees them."""

from __future__ import annotations

import json

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from index.errors import LibraryError
from index.library import Library
from tests.app.conftest import noon
from tests.app.seeing import settle, text
from tui.app import NutgrafApp
from tui.panes.group_rows import NoteList
from tui.screens.choice import AskScreen, ChoiceScreen
from tui.tags import completed, parted
from tui.widgets.note_area import NoteArea

WIDE = (140, 40)


async def typed(pilot: Pilot[None], words: str) -> None:
    """Writes into the line that has the keyboard."""
    names = {" ": "space", ",": "comma", "-": "minus"}
    await pilot.press(*(names.get(letter, letter) for letter in words))


def heading(app: NutgrafApp) -> str:
    return text(app).splitlines()[2].split("│")[0].split("┃")[0].strip(" ▌")


async def test_tags_are_given_shown_listed_and_taken_back(app: NutgrafApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("2", "t")
        await typed(pilot, "energy, central asia")
        await pilot.press("enter")
        await settle(pilot)
        article = app.desk.browse.current[0]
        assert app.library.reading(article).tags == ("energy", "central asia")
        assert "# energy · central asia" in text(app)
        await pilot.press("U")
        await settle(pilot)
        assert "undone: tagged +energy +central asia" in text(app)
        assert app.library.tags() == [] and "# energy" not in text(app)


async def test_a_tag_that_is_there_is_completed_by_tab_and_one_with_a_minus_goes(app: NutgrafApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("2")
        article = app.desk.browse.current[0]
        app.library.tag([article], ["energy", "old"])
        await pilot.press("j", "t")
        await typed(pilot, "en")
        await settle(pilot)
        await pilot.press("tab", "enter")
        await settle(pilot)
        assert app.library.tags() == [("energy", 2), ("old", 1)]
        await pilot.press("k", "t")
        assert "now: energy, old" in text(app)
        await typed(pilot, "-old")
        await pilot.press("enter")
        await settle(pilot)
        assert app.library.reading(article).tags == ("energy",)


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        ("a b", ("a", "b")),
        ("a b, c", ("a b", "c")),
        ("  ", ()),
        ("-a, - b", ("-a", "- b")),
        ("a,,a", ("a",)),
        ("-", ()),
    ],
)
def test_what_is_typed_is_parted_into_tags(words: str, tags: tuple[str, ...]) -> None:
    assert parted(words) == tags


def test_the_last_tag_is_completed() -> None:
    known = ["energy", "Élan", "central asia"]
    assert completed("x en", known, []) == "x energy"
    assert completed("x, Cen", known, []) == "x, central asia"
    assert completed("-el", known, ["elbow"]) == "-elbow"
    assert completed("", known, []) == completed("x ", known, []) == completed("zz", known, []) == ""


async def test_sentences_are_selected_and_highlighted_with_a_sign(app: NutgrafApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("2", "enter", "v", "j", "v", "j")
        assert app.desk.reader.text.selected == (1, 2)
        await pilot.press("enter")
        await settle(pilot)
        (mark,) = app.library.all_highlights()
        article = app.library.article(app.desk.shown)
        assert mark.text == f"{article.sentence(1)} {article.sentence(2)}"
        assert app.desk.reader.text.selected is None
        assert any(
            line[33:38].strip("┃ ").startswith("│") or "│ " in line[34:38] for line in text(app).splitlines()[4:]
        )
        await pilot.press("U")
        await settle(pilot)
        assert app.library.all_highlights() == []


async def test_selected_sentences_are_noted_and_the_note_stands_in_the_text(app: NutgrafApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("2", "enter", "v", "j", "a")
        await typed(pilot, "look here")
        await pilot.press("enter")
        await settle(pilot)
        assert [(mark.first, mark.note) for mark in app.library.all_highlights()] == [(1, "look here")]
        assert "✎ look here" in text(app)


async def test_escape_ends_selecting_and_then_leaves_the_article(app: NutgrafApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("2", "enter", "v", "escape")
        assert app.desk.reader.text.selected is None and app.desk.pane == "reader"
        await pilot.press("escape")
        assert app.desk.pane == "browse" and app.library.all_highlights() == []


async def test_the_same_selection_once_more_takes_the_highlight_away(app: NutgrafApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        for _ in range(2):
            await pilot.press("2", "enter", "v", "enter")
            await settle(pilot)
        assert app.library.all_highlights() == []


async def test_a_note_on_an_article_is_written_from_the_list_and_changed(app: NutgrafApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("2", "a")
        await typed(pilot, "first")
        await pilot.press("enter")
        await settle(pilot)
        assert "✎ first" in text(app)
        await pilot.press("a", "ctrl+u")
        await typed(pilot, "second")
        await pilot.press("enter")
        await settle(pilot)
        assert [mark.note for mark in app.library.all_highlights()] == ["second"]


async def test_a_note_has_several_lines_and_what_is_pasted_cannot_act(app: NutgrafApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("2", "a", *"one", "ctrl+j", *"two")
        assert "keep" in text(app) and "new line" in text(app)
        app.screen.query_one(NoteArea).post_message(Paste("\nthree\x1b]52;c;x\x07\tfour"))
        await pilot.pause()
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert [mark.note for mark in app.library.all_highlights()] == ["one\ntwo\nthree four"]
        assert all(line in text(app) for line in ("✎ one", "two", "three four"))
        await pilot.press("a", "end", *" more", "enter")
        await settle(pilot)
        assert app.library.all_highlights()[0].note.endswith("four more")


@pytest.mark.parametrize("size", [(120, 40), (40, 12), (24, 6)])
async def test_escape_leaves_a_note_as_it_was(app: NutgrafApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("2", "a", *"gone", "escape")
        await settle(pilot)
        assert app.screen is app.desk and not app.library.all_highlights()


async def test_on_the_line_of_a_story_all_of_it_is_read(app: NutgrafApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("]", "r")
        await settle(pilot)
        assert app.library.counts().unread == 1
        await pilot.press("j", "u")
        await settle(pilot)
        assert app.library.counts().unread == 2
        await pilot.press("U", "U")
        await settle(pilot)
        assert app.library.counts().unread == 5


async def test_notes_are_listed_each_leading_to_its_sentence(app: NutgrafApp) -> None:
    article = app.library.articles()[2].id
    app.library.highlight(article, 3, 3, "remember this")
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("0", *"jjjjjj", "enter")
        await settle(pilot)
        assert heading(app).startswith("HIGHLIGHTS AND NOTES") and "✎ remember this" in text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert (app.desk.shown, app.desk.pane, app.desk.reader.text.lit) == (article, "reader", 3)
        await pilot.press("escape", "D")
        await settle(pilot)
        assert app.library.all_highlights() == [] and "none yet" in text(app)
        await pilot.press("U")
        await settle(pilot)
        assert isinstance(app.desk.browse.rows, NoteList) and len(app.desk.browse.rows) == 1


async def test_words_that_are_gone_are_shown_above_the_text(app: NutgrafApp) -> None:
    article = app.library.articles()[0].id
    with app.library._stores.database.marking() as connection:
        connection.execute(
            "INSERT INTO reading.highlights VALUES (1, ?, 2, 2, 'Words that were here.', 'why', '2026-11-23')",
            (article,),
        )
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("2")
        await settle(pilot)
        assert "no longer in this text: “Words that were here.”" in text(app) and "why" in text(app)


async def test_a_tag_leads_to_its_articles_and_back_to_the_tags(app: NutgrafApp) -> None:
    rows = app.library.articles()
    app.library.tag([rows[0].id, rows[3].id], ["energy"])
    app.library.tag([rows[1].id], ["old"])
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("V", *"jjjjj", "enter", "j", "k", "enter")
        await settle(pilot)
        assert heading(app) == "ENERGY                       2".replace(" ", "") or heading(app).split() == [
            "ENERGY",
            "2",
        ]
        await pilot.press("escape", "j", "enter")
        await settle(pilot)
        assert heading(app).split() == ["OLD", "1"]
        await pilot.press("escape")
        await settle(pilot)
        assert heading(app).split() == ["TAGS", "2"] and app.desk.browse.listing.cursor == 1


@pytest.mark.parametrize(
    ("number", "name", "rows"),
    [(7, "RECENTLY READ", 1), (8, "NEW SINCE LAST TIME", 5), (9, "OUTLETS", 5), (10, "DATES", 2)],
)
async def test_every_view_is_in_the_menu(app: NutgrafApp, number: int, name: str, rows: int) -> None:
    app.library.mark_read([app.library.articles()[0].id])
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("0")
        assert isinstance(app.screen, ChoiceScreen)
        await pilot.press(*["j"] * number, "enter")
        await settle(pilot)
        assert heading(app).startswith(name) and len(app.desk.browse.rows) == rows


async def test_what_is_new_is_what_was_added_since_the_app_was_left(app: NutgrafApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
    again = NutgrafApp(app.library, clock=noon)
    async with again.run_test(size=WIDE) as pilot:
        await settle(pilot)
        again.desk.action_view("new")
        await settle(pilot)
        assert "nothing was added since" in text(again)


async def test_a_list_is_filtered_as_one_types_and_says_how_much_it_hides(app: NutgrafApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("2", *["j"] * 3)
        article = app.desk.browse.current[0]
        await pilot.press("f")
        await typed(pilot, "visits")
        await settle(pilot)
        assert "4 hidden  1" in text(app) and app.desk.browse.current[0] == article
        await pilot.press("enter")
        assert app.focused is app.desk.browse.listing and "visits" in text(app)
        await pilot.press("F")
        await settle(pilot)
        assert "hidden" not in text(app) and app.desk.browse.current[0] == article


async def test_stories_are_filtered_by_any_of_their_articles(app: NutgrafApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("1", "f")
        await typed(pilot, "moscow")
        await settle(pilot)
        assert "1 hidden  1" in text(app) and len(app.desk.browse.rows) == 1
        await typed(pilot, "zzz")
        await settle(pilot)
        assert "nothing has these words" in text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert "hidden" not in text(app) and app.focused is app.desk.browse.listing


async def test_a_list_is_ordered_from_a_menu_and_the_order_is_kept(app: NutgrafApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("2", "j")
        article = app.desk.browse.current[0]
        await pilot.press("S", *"jj", "enter")
        await settle(pilot)
        assert "oldest first" in heading(app) and app.desk.browse.current[0] == article
        listed = [app.desk.browse.rows.at(n)[0] for n in range(5)]
        assert listed == app.library.articles(order="oldest").ids()
        await pilot.press("1", "S", *"jjj", "enter")
        await settle(pilot)
        titles = [story.headline for story in app.desk.browse.rows.stories]  # type: ignore[union-attr]  # the tree
        assert titles == sorted(titles)
    again = NutgrafApp(app.library, clock=noon)
    async with again.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("2")
        await settle(pilot)
        assert "oldest first" in heading(again)


async def test_what_is_picked_is_marked_together(app: NutgrafApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("2", "v", "j", "v")
        assert "2 picked" in heading(app) and text(app).count("✓ ") == 2
        await pilot.press("r", "m", "a")
        await typed(pilot, "both")
        await pilot.press("enter")
        await settle(pilot)
        assert app.library.counts().unread == 3 and app.library.counts().starred == 2
        assert [mark.note for mark in app.library.all_highlights()] == ["both", "both"]
        await pilot.press("escape")
        assert "picked" not in heading(app)


async def test_a_story_is_picked_with_all_its_articles(app: NutgrafApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("1", "]", "v", "r")
        await settle(pilot)
        assert app.library.counts().unread == 1
        await pilot.press("U")
        await settle(pilot)
        assert app.library.counts().unread == 5


async def test_all_that_is_listed_is_marked_as_read_only_when_one_says_so(app: NutgrafApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("2", "A")
        assert isinstance(app.screen, AskScreen) and "Mark 5 articles as read?" in text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert app.library.counts().unread == 5
        await pilot.press("A", "j", "enter")
        await settle(pilot)
        assert app.library.counts().unread == 0 and "U takes it back" in text(app)
        await pilot.press("U")
        await settle(pilot)
        assert app.library.counts().unread == 5


async def test_undo_with_nothing_to_undo_says_so(app: NutgrafApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("U")
        await settle(pilot)
        assert "there is nothing to undo" in text(app)


async def test_the_place_in_every_list_is_there_after_other_lists_and_a_restart(app: NutgrafApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        app.desk.action_view("outlets")
        await settle(pilot)
        await pilot.press("j", "j", "2")
        await settle(pilot)
        app.desk.action_view("outlets")
        await settle(pilot)
        assert app.desk.browse.listing.cursor == 2
    again = NutgrafApp(app.library, clock=noon)
    async with again.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert heading(again).startswith("OUTLETS") and again.desk.browse.listing.cursor == 2


async def test_the_reader_is_not_empty_after_a_restart_in_a_list_without_articles(app: NutgrafApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("2", "j", "j")
        await settle(pilot)
        article = app.desk.shown
        await pilot.press("5")
        await settle(pilot)
    again = NutgrafApp(app.library, clock=noon)
    async with again.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert heading(again).startswith("SEARCHES") and again.desk.shown == article


async def test_settings_that_are_damaged_do_no_harm(library: Library) -> None:
    library.set_setting("places", "{no json")
    library.set_setting("orders", json.dumps({"all": "sideways", "stories": 3}))
    app = NutgrafApp(library, clock=noon)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert heading(app).startswith("STORIES")


async def test_a_large_library_fetches_its_lists_in_a_worker(app: NutgrafApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.panes.shelves.LARGE", 0)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("2", "f")
        await typed(pilot, "visits")
        await settle(pilot)
        assert "4 hidden  1" in text(app)
        await pilot.press("escape", "S", "j", "j", "enter")
        await settle(pilot)
        assert "oldest first" in heading(app)


@pytest.mark.parametrize("size", [(200, 60), (80, 24), (40, 12)])
async def test_tags_notes_and_filters_work_at_every_size(app: NutgrafApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("2", "t")
        await typed(pilot, "energy")
        await pilot.press("enter", "a")
        await typed(pilot, "mine")
        await pilot.press("enter", "f")
        await typed(pilot, "summit")
        await pilot.press("enter")
        await settle(pilot)
        assert "hidden" in text(app) and "Putin, Xi Vie" in text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "# energy" in text(app) and "✎ mine" in text(app)


async def test_what_cannot_be_written_is_told_and_ends_nothing(
    app: NutgrafApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise LibraryError("the disk is full")

    for name in ("star", "mark_read", "tag", "note_all", "highlight"):
        monkeypatch.setattr(app.library, name, full)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("2", "m")
        await settle(pilot)
        assert "the disk is full" in text(app)
        await pilot.press("t", "x", "enter", "a", "x", "enter", "enter", "v", "enter")
        await settle(pilot)
        assert app.is_running and app.library.all_highlights() == []
