import inspect
from pathlib import Path

import pytest
from textual.actions import parse

from tests.app.seeing import settle
from tests.readme_tables import key_table
from tui import keys
from tui.app import NutgrafApp
from tui.keys import KEYS, Key
from tui.panes.browse import BrowsePane
from tui.panes.reader import ReaderPane
from tui.panes.summary import SummaryPane
from tui.screens.about import AboutScreen
from tui.screens.brief import BriefScreen
from tui.screens.card import CardScreen, ComparisonScreen
from tui.screens.choice import ChoiceScreen
from tui.screens.command import CommandScreen
from tui.screens.compare import CompareScreen
from tui.screens.help import HelpScreen, page
from tui.screens.main import MainScreen
from tui.screens.picture import PictureScreen
from tui.screens.report import ReportScreen
from tui.screens.search import SearchScreen
from tui.screens.sentences import SentencesScreen
from tui.screens.story import StoryScreen
from tui.screens.typed import TypedScreen
from tui.screens.welcome import WelcomeScreen
from tui.widgets.note_area import NoteArea
from tui.widgets.row_list import RowList
from tui.widgets.text_view import TextView
from tui.widgets.time_bar import TimeBar

OWNERS: dict[str, tuple[type, ...]] = {
    "list": (RowList,),
    "text": (TextView,),
    "browse": (BrowsePane,),
    "reader": (ReaderPane,),
    "desk": (MainScreen,),
    "search": (SearchScreen,),
    "times": (TimeBar,),
    "story": (StoryScreen,),
    "compare": (CompareScreen,),
    "brief": (BriefScreen,),
    "summary": (SummaryPane,),
    "card": (CardScreen,),
    "report": (ReportScreen,),
    "help": (AboutScreen, ComparisonScreen, ChoiceScreen, TypedScreen, SentencesScreen, WelcomeScreen),
    "guide": (HelpScreen,),
    "command": (CommandScreen,),
    "note": (NoteArea,),
    "picture": (PictureScreen,),
    "anywhere": (NutgrafApp,),
}


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.id)
def test_every_key_has_an_action_that_takes_what_the_table_gives(key: Key) -> None:
    namespace, name, arguments = parse(key.action)
    for owner in {"screen": (MainScreen,), "app": (NutgrafApp,)}.get(namespace, OWNERS[key.where]):
        inspect.signature(getattr(owner, f"action_{name}")).bind(None, *arguments)


@pytest.mark.parametrize("where", keys.PLACES)
def test_who_answers_to_a_place_binds_its_keys_and_no_others(where: keys.Where) -> None:
    for owner in OWNERS[where]:
        assert owner.__dict__["BINDINGS"] == keys.bindings(where)


@pytest.mark.parametrize("where", keys.PLACES)
def test_no_key_means_two_things_in_one_place(where: keys.Where) -> None:
    names = [name for key in keys.keys_of(where) for name in key.names]
    assert len(names) == len(set(names))


async def test_the_palette_offers_every_action_that_there_is_here_and_does_it(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        offered = [command.title.lower() for command in app.get_system_commands(app.screen)]
        here = ("list", "text", "browse", "reader", "summary", "desk", "anywhere")
        assert offered == [key.words.lower() for key in KEYS if key.where in here]
        await pilot.press("ctrl+p", *"starred articles")
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert app.desk.browse.view == "starred"


def test_ids_are_unique_for_a_keymap_names_them() -> None:
    assert len({key.id for key in KEYS}) == len(KEYS)


def test_help_shows_every_key() -> None:
    shown = [(paragraph.before.split(), paragraph.text) for paragraph in page()]
    for key in KEYS:
        assert (key.names or ["palette"], key.words) in shown


def test_a_nearer_place_hides_the_hint_of_a_farther_one() -> None:
    hints = keys.hints("reader", "text", "desk", "anywhere")
    assert ("/", "find") in hints and ("/", "search") not in hints


def test_a_hint_for_what_would_do_nothing_can_be_left_out() -> None:
    assert "quit" not in [word for _, word in keys.hints("desk", without=("back.quit",))]


def test_the_table_in_the_readme_is_this_one() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    assert f"<!-- keys -->\n{key_table()}\n<!-- /keys -->" in readme
