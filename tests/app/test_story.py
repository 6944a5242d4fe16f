from pathlib import Path

import pytest
from textual.pilot import Pilot

from index.findings import Copy, Fresh, Sources
from index.library import verify_dossier
from index.models import ArticleRow, Origin, Story
from index.overviews import Inside
from index.spark import NARROW, spark
from tests.app.conftest import noon
from tests.app.fakes import FakeLibrary, app_over, article
from tests.app.seeing import settle, text, until
from tui.app import NutgrafApp
from tui.messages import Opened
from tui.panes.citation import citation, quotation, reference
from tui.panes.compare_rows import CompareRows
from tui.panes.facts import Fact, FactRows
from tui.panes.story_rows import first_chapter
from tui.panes.story_tree import StoryTree
from tui.panes.summary_rows import Heading, Member
from tui.render import Spans
from tui.screens.about import AboutScreen
from tui.screens.compare import CompareScreen
from tui.screens.sentences import SentencesScreen
from tui.screens.story import StoryScreen
from tui.widgets.row_list import RowList
from tui.widgets.text_view import TextView


def article_row(id: str) -> ArticleRow:
    """An article of an outlet of its own."""
    outlet = f"Outlet {id}"
    return ArticleRow(id, Origin(f"{id}.txt"), f"Headline {id}", outlet, "", (), None, "", "en", 100, "s", gone=False)


async def test_a_story_shows_its_articles_with_outlet_agency_and_date(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        await settle(pilot)
        await pilot.press("]", "c")
        await pilot.pause()
        shown = text(app)
        assert "Thesaxon · AFP" in shown and "~9 Nov 2023" in shown and "10 Nov 2023" in shown
        assert "4 articles · 3 independent sources" in shown
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


async def test_lines_articles_and_sentences_of_a_story_are_copied_with_their_citation(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        screen = await opened_up(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert app.clipboard == reference(app.library.row(screen.article))
        await pilot.press("G", "y")
        await settle(pilot)
        last = app.library.story_summary(screen.story.id).lines[-1]
        assert app.clipboard == citation(last, app.library.row(last.article))
        await pilot.press("2", "g", "y")
        await settle(pilot)
        day = app.library.inside(screen.story.id).timeline[0]
        words = app.library.article(day.spot.article).sentence(day.spot.sentence)
        assert app.clipboard == quotation(words, app.library.row(day.spot.article))


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
    app = app_over(fake)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("c")
        await pilot.pause()
        assert "Headline of b, Headline of a · 2 articles · 9 Nov 2023 ›" in text(app)


async def opened_up(pilot: Pilot[None]) -> StoryScreen:
    """The story of four articles, read through."""
    await settle(pilot)
    await pilot.press("]", "c")
    await settle(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, StoryScreen)
    return screen


CHAPTERS = {
    "2": "WHAT HAPPENED WHEN",
    "3": "QUOTED",
    "5": "SENTENCES ON",
    "6": "PEOPLE",
    "7": "WHY TOGETHER",
}


@pytest.mark.parametrize("size", [(200, 60), (80, 24), (40, 12)])
async def test_each_chapter_shows_lines_that_lead_to_their_sentences(app: NutgrafApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        screen = await opened_up(pilot)
        for key, heading in CHAPTERS.items():
            await pilot.press(key, "g")
            await pilot.pause()
            page = screen.query_one(RowList).rows
            words = "\n".join("".join(t for t, _ in line) for at in range(len(page)) for line in page.lines(at, 90))
            assert heading in words
        await pilot.press("2", "enter")
        await settle(pilot)
        lit = app.desk.reader.text.lit
        assert app.screen is app.desk and lit is not None
        row = app.library.inside(screen.story.id).timeline[0]
        assert (app.desk.shown, lit) == (row.spot.article, row.spot.sentence)
        await pilot.press("escape")
        await settle(pilot)
        back = app.screen
        assert isinstance(back, StoryScreen) and back.chapter == 1 and back.cursor == 1


async def test_an_article_says_how_much_of_it_is_new(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 50)) as pilot:
        screen = await opened_up(pilot)
        first, *others = app.library.inside(screen.story.id).fresh
        assert "first here" in text(app) and f"{first.total} new of {first.total}" not in text(app)
        for one in others:
            assert f"{len(one.sentences)} new of {one.total}" in text(app)


async def test_a_name_leads_to_everything_about_it_and_from_there_into_an_article(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        await opened_up(pilot)
        await pilot.press("6", "enter")
        await settle(pilot)
        assert isinstance(app.screen, AboutScreen)
        await until(pilot, lambda: "ARTICLES" in text(app))
        assert "5" in text(app) and "Xi Vie for Influence" in text(app)
        await pilot.press("G", "enter")
        await settle(pilot)
        assert app.screen is app.desk and app.desk.reader.text.marks


async def test_a_phrase_leads_to_the_sentences_that_have_it(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        screen = await opened_up(pilot)
        aspect = app.library.inside(screen.story.id).says.aspects[0]
        await pilot.press("5")
        listing = screen.query_one(RowList)
        page = listing.rows
        assert isinstance(page, FactRows)
        found = next(n for n, row in enumerate(page.entries) if isinstance(row, Fact) and row.leads_to == aspect)
        while listing.cursor < found:
            await pilot.press("j")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, SentencesScreen)
        await pilot.press("enter")
        await settle(pilot)
        spot = aspect.cells[0][0].spot
        assert (app.desk.shown, app.desk.reader.text.lit) == (spot.article, spot.sentence)


async def test_the_story_it_goes_on_with_is_opened_and_back_returns(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        first = (await opened_up(pilot)).story.id
        await pilot.press("7", "j", "enter")
        await settle(pilot)
        other = app.screen
        assert isinstance(other, StoryScreen) and other.story.id != first
        await pilot.press("escape")
        await settle(pilot)
        again = app.screen
        assert isinstance(again, StoryScreen) and (again.story.id, again.chapter) == (first, 6)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is app.desk


async def test_stories_are_merged_parted_and_put_back_by_keys(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        screen = await opened_up(pilot)
        before = [story.articles for story in app.library.stories()]
        await pilot.press("7", *"jj", "m")
        await until(pilot, lambda: len(app.library.stories()) == 1)
        await settle(pilot)
        assert "5 articles" in text(app)
        await pilot.press("U")
        await until(pilot, lambda: [story.articles for story in app.library.stories()] == before)
        await settle(pilot)
        again = app.screen
        assert isinstance(again, StoryScreen) and again.story.id == screen.story.id
        await pilot.press("1", "p", "enter")
        await until(pilot, lambda: len(app.library.stories()) == 3)
        await settle(pilot)
        assert isinstance(app.screen, StoryScreen) and len(app.screen.story.articles) == 1
        await pilot.press("q", "U")
        await until(pilot, lambda: len(app.library.stories()) == 2)


@pytest.mark.parametrize("form", ["md", "html", "json"])
async def test_the_dossier_is_written_and_nothing_is_overwritten(
    app: NutgrafApp, form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with app.run_test(size=(120, 50)) as pilot:
        for _ in range(2):
            screen = await opened_up(pilot) if app.screen is app.desk else app.screen
            assert isinstance(screen, StoryScreen)
            await pilot.press("w", *"j" * ["md", "html", "json"].index(form), "enter", "enter")
            await settle(pilot)
        (file,) = tmp_path.glob(f"putin-in-kazakhstan-to-cement-*.{form}")
        assert screen.story.headline.split()[0] in file.read_text("utf-8")
        await until(pilot, lambda: any("is there already" in told.message for told in app._notifications))
    if form == "json":
        assert list(verify_dossier(file)) == []


async def test_two_articles_stand_side_by_side_and_each_sentence_is_a_key_away(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 50)) as pilot:
        await opened_up(pilot)
        await pilot.press("j", "=", "j", "enter")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        rows = screen.query_one(RowList).rows
        assert isinstance(rows, CompareRows)
        await pilot.press("n", "y")
        await settle(pilot)
        pair, (left, right) = rows.pairs[screen.cursor], screen.compared
        id, number = (left, pair.left) if pair.left is not None else (right, pair.right)
        assert number is not None
        assert app.clipboard == quotation(app.library.article(id).sentence(number), app.library.row(id))
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen is app.desk and app.desk.reader.text.lit == number


async def test_what_is_new_here_stands_out_and_the_rest_steps_back() -> None:
    same = "The river rose by two metres overnight in the old town."
    fake = FakeLibrary(
        article("a", same, "Nobody was hurt."), article("b", same, "A bridge fell."), together=("a", "b")
    )
    app = app_over(fake)
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        app.desk.open(Opened("b"), ())
        await settle(pilot)
        await pilot.press("d")
        await settle(pilot)
        assert app.desk.reader.text.fresh == (1,)
        assert "1 new of 2, against the earlier articles" in text(app) and "+ A bridge fell." in text(app)
        looks = {span: look for y in range(12) for span, look in painted(app.desk.reader.text, y)}
        assert looks[same] == "faint" and looks["A bridge fell."] == "plain"
        await pilot.press("right_curly_bracket")
        await settle(pilot)
        assert app.desk.reader.text.lit == 1 and "new sentence 1 of 1" in text(app)
        await pilot.press("right_curly_bracket")
        await settle(pilot)
        assert "no new sentence further on" in text(app)
        await pilot.press("d")
        await settle(pilot)
        assert "against what you have read" in text(app)
        await pilot.press("d")
        await settle(pilot)
        assert app.desk.reader.text.fresh is None and "+ A bridge" not in text(app)


def painted(page: TextView, y: int) -> Spans:
    """A line of the page with its looks."""
    line = page._page.lines[y] if y < len(page._page.lines) else None
    return page._ink.line(line, 2, 68) if line is not None else []


def test_coverage_is_drawn_a_column_a_day() -> None:
    assert spark([("2024-03-01", 2), ("2024-03-02", 1), ("2024-03-04", 4)]) == "▅▃▁█"
    assert spark([("2024-03-01", 2)]) == ""
    assert len(spark([("2023-03-01", 2), ("2024-03-01", 2)])) == NARROW


def test_copies_stand_under_the_article_whose_text_they_are() -> None:
    rows = [article_row("a"), article_row("b"), article_row("c")]
    ties = Sources((Copy("c", "a", "copy", 1.0),), (("a", "c"), ("b",)))
    inside = Inside("s", ties, (Fresh("a", (0,), 1), Fresh("b", (0,), 1), Fresh("c", (), 1)), ())
    page = first_chapter(Story("s", "Flood", ("a", "b", "c"), "2024-03-01", "2024-03-01", ()), rows, (), inside)
    members = [(entry.row.id, entry.under) for entry in page.entries if isinstance(entry, Member)]
    assert members == [("a", False), ("c", True), ("b", False)]
    lines = ["".join(span for span, _ in line) for at in range(len(page)) for line in page.lines(at, 90)]
    assert any("Outlet a, carried by 1; 1 own report" in line for line in lines)
    assert any("2 independent sources" in line for line in lines)
    assert any("copy · 0 new of 1" in line for line in lines)


def test_a_heading_stays_whole_however_much_belongs_to_it() -> None:
    rows = FactRows([Heading("COMPARE WITH", "a headline that is far too long to stand beside it")])
    (line,) = rows.lines(0, 40)
    assert "".join(span for span, _ in line).startswith("COMPARE WITH  ")


async def test_a_key_of_the_desk_that_means_nothing_in_a_story_says_so(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        screen = await opened_up(pilot)
        await pilot.press("d")
        await settle(pilot)
        assert any("d does nothing here · Reader" in told.message for told in app._notifications)
        await pilot.press("j", "m")
        await settle(pilot)
        assert app.screen is screen
        assert ["chapter 7" in told.message for told in app._notifications] == [True]


def test_rewrites_stand_marked_under_what_they_follow_and_copies_are_folded() -> None:
    names = ("a", "b", "c")
    fake = FakeLibrary(*(article(name) for name in names), together=names)
    story = fake.stories()[0]
    ties = {story.id: {"c": Copy("c", "a", "rewrite", 0.4), "b": Copy("b", "a", "copy", 1.0)}}
    tree = StoryTree(fake.story_list(), fake, noon, {story.id}, ties)  # type: ignore[arg-type]  # a stand-in
    shown = ["".join(span for span, _ in line) for at in range(len(tree)) for line in tree.lines(at, 60)]
    assert len(tree) == 3 and any(line.startswith("   ~ ") for line in shown) and any("+1" in line for line in shown)
    tree.shows_copies = True
    tree.build()
    assert [tree.at(n)[0] for n in range(1, len(tree))] == ["a", "b", "c"] and tree.find("b") == 2


async def test_back_from_the_reader_the_row_one_came_from_is_in_sight(app: NutgrafApp) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        await opened_up(pilot)
        await pilot.press("2", "G", "enter")
        await settle(pilot)
        assert app.screen is app.desk
        await pilot.press("escape")
        await settle(pilot)
        listing = app.screen.query_one(RowList)
        await until(pilot, lambda: listing.scroll_offset.y > 0)
        top = sum(listing.rows.heights(listing.columns - 1)[: listing.cursor])  # type: ignore[arg-type]  # a list here
        assert listing.scroll_offset.y <= top < listing.scroll_offset.y + listing.height_seen


async def test_a_split_taken_back_on_its_own_page_leads_to_the_story_that_is_whole_again(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 50), notifications=True) as pilot:
        screen = await opened_up(pilot)
        whole = screen.story
        screen.query_one(RowList).cursor = next(at for at in range(9) if isinstance(screen.at(at), Member))
        await pilot.press("p")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, StoryScreen) and len(app.screen.story.articles) == 1
        await pilot.press("U")
        await settle(pilot)
        assert isinstance(app.screen, StoryScreen) and app.screen.story.articles == whole.articles
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen is app.desk
        assert not any("there is no story" in told.message for told in app._notifications)
