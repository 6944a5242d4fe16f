from dataclasses import replace

import pytest

from index.config import Config
from index.events import Progress
from index.library import Library
from index.options import Options
from tests.app.conftest import noon
from tests.app.seeing import settle, text
from tui import keys
from tui.app import NutgrafApp
from tui.keymap import CHAINS, Keymap, keymap_of, name_of
from tui.keys import KEYS, PLACES
from tui.presets import PRESETS


def asked(preset: str = "default", **rebound: tuple[str, ...]) -> Keymap:
    ids = {id.replace("__", "."): names for id, names in rebound.items()}
    return keymap_of(Config(options=replace(Options(), keys=preset), rebound=ids))


def test_without_settings_the_table_stands() -> None:
    assert asked() == Keymap() and asked().bound() == {}


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_names_only_actions_that_there_are_and_takes_no_key_twice(preset: str) -> None:
    assert PRESETS[preset].keys() <= {key.id for key in KEYS}
    keymap = asked(preset)
    assert not keymap.problems
    for place in PLACES:
        names = [name for row in keys.keys_of(place, rows=keymap.rows) for name in row.keys.split(",") if name]
        assert len(names) == len(set(names)), (place, sorted(names))


@pytest.mark.parametrize("preset", PRESETS)
def test_under_every_preset_what_had_a_key_still_has_one(preset: str) -> None:
    for own, row in zip(KEYS, asked(preset).rows, strict=True):
        assert bool(own.keys) == bool(row.keys), row.id


def test_every_place_is_in_a_chain() -> None:
    assert {place for chain in CHAINS for place in chain} == set(PLACES)


def test_an_action_gets_the_keys_that_are_asked_for_and_loses_its_own() -> None:
    keymap = asked(star=("*", "ctrl+b"))
    assert keymap.bound() == {"star": "*,ctrl+b"} and keymap.key("star") == "*"
    assert not keymap.problems


def test_who_loses_the_only_key_is_told() -> None:
    keymap = asked(star=("s",))
    [problem] = keymap.problems
    assert "summary" in problem.reason and "no key" in problem.reason
    assert keymap.bound() == {"star": "s", "summary": keys.UNBOUND} and keymap.key("summary") == ":summary"


def test_two_actions_that_ask_for_one_key_are_told_and_the_first_keeps_it() -> None:
    keymap = asked(star=("*",), brief=("*",))
    assert keymap.bound() == {"star": "*"}
    assert "already the key of star" in keymap.problems[0].reason


def test_a_key_that_a_nearer_place_has_is_told() -> None:
    keymap = asked(star=("j",))
    assert any("list.down" in problem.reason for problem in keymap.problems)


def test_an_unknown_action_and_an_unknown_key_are_told_with_their_place() -> None:
    origins = {"keys.stars": "/config.toml:3", "keys.star": "/config.toml:4"}
    keymap = keymap_of(Config(rebound={"stars": ("x",), "star": ("hyper+x",)}, origins=origins))
    assert [problem.subject for problem in keymap.problems] == ["/config.toml:3", "/config.toml:4"]
    assert keymap.bound() == {}


@pytest.mark.parametrize(
    ("written", "name"),
    [("?", "question_mark"), ("esc", "escape"), ("C-d", "ctrl+d"), ("ctrl-d", "ctrl+d"), ("pgdn", "pagedown"),
     ("x", "x"), ("G", "G"), (",", "comma"), (" ", "space"), ("F1", "f1"), ("<", "<"), ("less_than_sign", "<"),
     ("nonsense", ""), ("ctrl+nonsense", "")],
)  # fmt: skip
def test_keys_may_be_written_as_people_do(written: str, name: str) -> None:
    assert name_of(written) == name


async def test_a_rebound_key_works_and_is_what_foot_and_help_show(library: Library) -> None:
    library.config = Config(rebound={"summary": ("%",), "prune": ("P",)})
    app = NutgrafApp(library, clock=noon)
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        before = app.desk.summary.length
        await pilot.press("s")
        assert app.desk.summary.length == before
        await pilot.press("%")
        assert app.desk.summary.length != before
        assert "% summary" in text(app)
        await pilot.press("question_mark", "slash", *"summary off")
        await settle(pilot)
        shown = [line.split() for line in text(app).splitlines()]
        assert ["%", "summary:", "off,", "short,", "long"] in shown


async def test_what_is_wrong_with_the_keys_is_told_in_the_app(library: Library) -> None:
    library.config = Config(rebound={"stars": ("%",)}, origins={"keys.stars": "/home/me/config.toml:7"})
    app = NutgrafApp(library, clock=noon)
    async with app.run_test(size=(140, 40), notifications=True) as pilot:
        await settle(pilot)
        assert "config.toml:7" in text(app)


async def test_an_elfeed_hand_moves_with_n_and_p(library: Library) -> None:
    library.config = Config(options=replace(Options(), keys="elfeed"))
    app = NutgrafApp(library, clock=noon)
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        at = app.desk.browse.listing.cursor
        await pilot.press("n")
        assert app.desk.browse.listing.cursor == at + 1
        await pilot.press("p")
        assert app.desk.browse.listing.cursor == at


async def test_what_is_told_names_the_keys_as_they_are_bound(library: Library) -> None:
    library.config = Config(rebound={"undo": ("%",), "view.searches": ("&",), "stop": ("^",)})
    app = NutgrafApp(library, clock=noon)
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await settle(pilot)
        app.desk.show_progress(Progress("reading", 3, 10))
        await pilot.pause()
        assert "3 of 10" in text(app) and "^ stop" in text(app)
        await pilot.press("2", "A")
        await settle(pilot)
        assert "% takes it back" in text(app) and "U takes it back" not in text(app)
        await pilot.press("escape", "/", *"putin", "ctrl+s", *"kept", "enter")
        await settle(pilot)
        assert "& on the desk lists it" in text(app)
