from textual.app import App, ComposeResult

from tests.app.seeing import text
from tui.render import Spans
from tui.widgets.row_list import RowList
from tui.widgets.rows import NoRows


class Numbers:
    """Rows that count who asks for them."""

    def __init__(self, length: int, height: int | list[int] = 1) -> None:
        self.length, self.height = length, height
        self.asked: set[int] = set()

    def __len__(self) -> int:
        return self.length

    def heights(self, width: int, /) -> int | list[int]:
        return self.height

    def lines(self, index: int, width: int, /) -> list[Spans]:
        self.asked.add(index)
        return [[(f"row {index}", "plain")]]

    def selectable(self, index: int, /) -> bool:
        return index % 5 != 0 or self.length > 100


class Host(App[None]):
    def __init__(self, rows: Numbers) -> None:
        super().__init__()
        self.rows, self.chosen = rows, list[int]()

    CSS_PATH = "../../tui/app.tcss"

    def get_css_variables(self) -> dict[str, str]:
        from tui.themes import DARK

        return {**super().get_css_variables(), **DARK.variables}

    def compose(self) -> ComposeResult:
        yield RowList(self.rows)

    def on_mount(self) -> None:
        self.query_one(RowList).focus()
        self.query_one(RowList).show(self.rows)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.chosen.append(event.index)


async def test_of_a_hundred_thousand_rows_only_the_seen_ones_are_asked_for() -> None:
    rows = Numbers(100_000, 3)
    app = Host(rows)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("G")
        await pilot.pause()
        assert "row 99999" in text(app)
        assert len(rows.asked) < 50


async def test_the_cursor_moves_by_row_half_page_and_page_and_never_leaves_the_rows() -> None:
    app = Host(Numbers(1000, 2))
    async with app.run_test(size=(40, 20)) as pilot:
        where = []
        for key in ("j", "down", "k", "ctrl+d", "pagedown", "ctrl+u", "pageup", "home", "up", "end", "down"):
            await pilot.press(key)
            where.append(app.query_one(RowList).cursor)
        assert where == [1, 2, 1, 6, 16, 11, 1, 0, 0, 999, 999]


async def test_headings_are_passed_over() -> None:
    app = Host(Numbers(12, [1, 2] * 6))
    async with app.run_test(size=(40, 20)) as pilot:
        assert app.query_one(RowList).cursor == 1
        await pilot.press(*"jjjj")
        assert app.query_one(RowList).cursor == 6
        await pilot.press("g", "k")
        assert app.query_one(RowList).cursor == 1


async def test_a_click_selects_and_a_click_on_the_selected_row_opens() -> None:
    app = Host(Numbers(1000, 2))
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.click(RowList, offset=(3, 5))
        assert (app.query_one(RowList).cursor, app.chosen) == (2, [])
        await pilot.click(RowList, offset=(3, 4))
        await pilot.pause()
        assert app.chosen == [2]


async def test_the_row_under_the_cursor_is_told_by_a_rule_and_not_by_colour_alone() -> None:
    app = Host(Numbers(1000))
    async with app.run_test(size=(40, 6)) as pilot:
        await pilot.press("j")
        await pilot.pause()
        assert [line[:1] for line in text(app).splitlines()[:3]] == [" ", "▌", " "]


async def test_an_empty_list_answers_every_key() -> None:
    app = Host(Numbers(0))
    async with app.run_test(size=(40, 6)) as pilot:
        app.query_one(RowList).show(NoRows())
        await pilot.press("j", "k", "g", "G", "enter", "pagedown", "ctrl+u")
        assert app.chosen == []
