import pytest

from tests.app.fakes import FakeLibrary, app_over, article
from tests.app.seeing import settle, strips, text
from tui.app import NutgrafApp


async def test_a_summary_line_leads_to_its_sentence_and_back_returns_to_the_line(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await pilot.press("2", "tab", "tab")
        assert app.desk.pane == "summary"
        await pilot.press("j", "j")
        row, shown = app.desk.summary.cursor, app.desk.shown
        line = app.library.summary(shown, 3).lines[2]
        await pilot.press("enter")
        await settle(pilot)
        lit = app.desk.reader.text.looks["lit"].bgcolor
        words = [s.text for strip in strips(app) for s in strip if s.style and s.style.bgcolor == lit]
        assert "".join(" ".join(words).split()) == "".join(line.text.split())
        assert app.focused is app.desk.reader.text
        await pilot.press("escape")
        assert (app.desk.pane, app.desk.summary.cursor, app.desk.shown) == ("summary", row, shown)


async def test_a_line_of_the_story_leads_to_another_article_and_back(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 50)) as pilot:
        await settle(pilot)
        await pilot.press("]", "j", "tab", "tab")
        shown = app.desk.shown
        other = next(
            line for line in app.library.story_summary(app.library.row(shown).story).lines if line.article != shown
        )
        rows = app.desk.summary.rows.entries  # type: ignore[attr-defined]  # the rows of a summary
        app.desk.summary.cursor = rows.index(other)
        await pilot.press("enter")
        await settle(pilot)
        assert app.desk.shown == other.article
        await pilot.press("escape")
        await pilot.pause()
        assert app.desk.shown == shown and app.desk.pane == "summary"


async def test_s_goes_through_off_short_and_long(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        lengths = []
        for _ in range(3):
            await pilot.press("s")
            await pilot.pause()
            lengths.append((app.desk.summary.length, app.desk.summary.display))
        assert lengths == [(7, True), (0, False), (3, True)]


async def test_in_a_medium_window_the_summary_is_a_band_of_at_most_five_lines(app: NutgrafApp) -> None:
    async with app.run_test(size=(90, 30)) as pilot:
        await settle(pilot)
        assert app.desk.summary.size.height <= 5
        assert app.desk.summary.region.y < app.desk.reader.region.y
        await pilot.press("tab", "tab")
        await pilot.pause()
        assert app.desk.summary.size.height > 5


@pytest.mark.parametrize(("rows", "sentences"), [(30, 7), (24, 6)])
async def test_a_band_grows_with_its_sentences_up_to_a_third_and_says_where_the_rest_is(
    app: NutgrafApp, rows: int, sentences: int
) -> None:
    async with app.run_test(size=(90, rows)) as pilot:
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
        lines = [line.text for line in app.library.summary(app.desk.shown, 7).lines]
        shown = " ".join(text(app).split())
        assert [line[:20] in shown for line in lines].count(True) == sentences
        assert ("tab to here shows all" in shown) is (sentences < 7)
        assert app.desk.summary.outer_size.height <= rows / 3


async def test_tab_goes_round_the_panes_both_ways(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        there = []
        for key in ("tab", "tab", "tab", "shift+tab", "shift+tab"):
            await pilot.press(key)
            there.append(app.desk.pane)
        assert there == ["reader", "summary", "browse", "summary", "reader"]


async def test_in_a_narrow_window_there_is_one_pane_and_the_head_says_which(app: NutgrafApp) -> None:
    async with app.run_test(size=(60, 30)) as pilot:
        await settle(pilot)
        assert not app.desk.reader.display
        await pilot.press("2", "enter")
        await pilot.pause()
        assert not app.desk.browse.display
        assert text(app).splitlines()[0].startswith(" all › ")
        await pilot.press("tab")
        await pilot.pause()
        assert "IN BRIEF" in text(app) and not app.desk.reader.display
        await pilot.press("escape", "escape")
        assert app.desk.browse.display


async def test_a_short_window_has_neither_head_nor_foot_but_help_answers(app: NutgrafApp) -> None:
    async with app.run_test(size=(80, 12)) as pilot:
        await settle(pilot)
        assert "nutgraf" not in text(app) and "esc" not in text(app)
        await pilot.press("question_mark")
        await pilot.pause()
        assert "Keys" in text(app)


async def test_plus_and_minus_are_one_sentence_more_and_less(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await pilot.press("2", "+")
        assert len(app.desk.summary.own_sentences) == 4
        await pilot.press("-", "-", "-", "-")
        assert app.desk.summary.length == 0 and not app.desk.summary.display
        await pilot.press("-", "+")
        assert app.desk.summary.length == 1
        await pilot.press("s")
        assert app.desk.summary.length == 3


async def test_braces_go_through_the_sentences_of_the_summary_in_the_text(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await pilot.press("2", "enter")
        own = app.desk.summary.own_sentences
        lit = []
        for key in ("}", "}", "}", "}", "{"):
            await pilot.press(key)
            lit.append(app.desk.reader.text.lit)
        assert lit == [own[0], own[1], own[2], own[2], own[1]]
        await pilot.pause()
        assert "key sentence 2 of 3" in text(app)


async def test_key_sentences_have_a_sign_in_the_margin(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 60)) as pilot:
        await settle(pilot)
        await pilot.press("2", "enter")
        await pilot.pause()
        assert "› " in text(app)
        await pilot.press("-", "-", "-")
        await pilot.pause()
        assert "› " not in text(app)


async def test_a_line_is_copied_with_its_citation(app: NutgrafApp) -> None:
    async with app.run_test(size=(140, 40), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("2", "tab", "tab", "y")
        await settle(pilot)
        row = app.library.row(app.desk.shown)
        line = app.library.summary(row.id).lines[0]
        assert app.clipboard.startswith(f"“{line.text}” — ") and row.title in app.clipboard
        assert str(row.origin) in app.clipboard or row.url in app.clipboard
        assert "the sentence with its citation: sent to the terminal" in text(app)


async def test_a_line_of_a_story_says_who_tells_it_how_many_and_when() -> None:
    fake = FakeLibrary(article("a", outlet="Dawn"), article("b", agency="AP"), together=("a", "b"))
    app = app_over(fake)
    async with app.run_test(size=(200, 60)) as pilot:
        await settle(pilot)
        await pilot.press("j")
        await pilot.pause()
        assert "AP, Dawn · 2 of 2 outlets · 9 Nov 2023 ›" in text(app)
