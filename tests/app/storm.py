"""What a storm of keys and sizes is made of: steps, a library that keeps its own account, the ways in and out."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import Callable, Sequence
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock
from typing import Any

from hypothesis import strategies as st
from textual import events
from textual.keys import _character_to_key, _get_unicode_name_from_key
from textual.pilot import OutOfBounds, Pilot

from index.config import read_config
from index.library import Library, open_library
from index.store.stores import open_stores
from tests.app.seeing import settle
from tui.app import NutgrafApp
from tui.keys import KEYS
from tui.panes.browse_rows import ArticleList
from tui.screens.main import MainScreen

LEAVING = {"ctrl+q", "q"}
"""They end the app: that is tried at the end of every storm."""
AWAY = {"o", "e", "|"}
"""They start other programs."""
NAMES = sorted({name for key in KEYS for name in key.keys.split(",") if name} - LEAVING - AWAY)
ROUTES: dict[str, tuple[str, ...]] = {
    "story": ("c",), "timeline": ("c", "2"), "quoted": ("c", "3"), "numbers": ("c", "4"), "who says what": ("c", "5"),
    "an aspect": ("c", "5", "j", "enter"), "named": ("c", "6"), "about": ("c", "6", "j", "enter"),
    "related": ("c", "7"), "compare": ("c", "j", "="), "compare two": ("c", "j", "=", "j", "enter"),
    "brief": ("B", "+", "+"), "card": ("i",), "report": ("!",), "help": ("question_mark",),
    "help, narrowed": ("question_mark", "/", "m", "a"), "command line": (":",), "a command": (":", "v", "i", "tab"),
    "palette": ("ctrl+p",), "tagging": ("t",), "noting": ("a",), "views": ("0",), "orders": ("S",),
    "filter": ("2", "f"), "methods": ("M",), "mark all": ("A",), "copying": ("y",), "writing": ("w",),
    "search": ("/",), "hits": ("/", "e", "a", "enter"), "said": ("/", "e", "a", "enter", "s"),
    "narrowing": ("/", "e", "a", "enter", "f"), "keeping": ("/", "e", "a", "enter", "m"),
    "reader": ("enter", "enter"), "find": ("enter", "enter", "/", "e"), "links": ("enter", "enter", "L"),
    "selecting": ("enter", "enter", "v", "j", "v", "j"), "zen": ("enter", "z"), "tour": (":", *"tour", "enter"),
    "tags": (":", *"view", "space", *"tags", "enter"), "notes": (":", *"view", "space", *"notes", "enter"),
    "outlets": (":", *"view", "space", *"outlets", "enter", "enter"),
    "dates": (":", *"view", "space", *"dates", "enter", "enter"),
    "recent": (":", *"view", "space", *"recent", "enter"), "new": (":", *"view", "space", *"new", "enter"),
}  # fmt: skip
"""Where there is to go from the desk, and the keys that lead there."""
SIZES = ((1, 1), (250, 70), (40, 12), (120, 40), (2, 5), (9, 2), (80, 24), (79, 15), (20, 60))

Size = tuple[int, int]
Click = tuple[str, int, int]
Burst = tuple[str, ...]
"""Keys that come faster than they are answered."""
Step = Size | Click | Burst

STEPS: st.SearchStrategy[Step] = st.one_of(
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=4).map(tuple),
    st.sampled_from(sorted(ROUTES)).map(ROUTES.__getitem__),
    st.tuples(st.integers(1, 250), st.integers(1, 70)),
    st.tuples(st.just("click"), st.integers(0, 120), st.integers(0, 40)),
    st.sampled_from(("escape", "enter", "j", "pagedown", "G", "m", "r", "u", "U", "v", "n", "2", "1", "tab")).map(
        lambda name: (name,)
    ),
    st.text('aeiou [/*"-:é漢ع🇰\u0301', min_size=1, max_size=5).map(tuple),
)


@dataclass
class Account:
    """What the user did, as the calls of the screen have it."""

    read: set[str] = field(default_factory=set)
    starred: set[str] = field(default_factory=set)
    tags: dict[str, tuple[str, ...]] = field(default_factory=dict)
    notes: dict[int, str] = field(default_factory=dict)


class Accountable(Library):
    """A library that keeps a second account of what is done to it, and of how every step is undone."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, open_stores(folder), read_config())
        self.account = Account()
        self.places: dict[str, int] = {}
        self.ever_read: set[str] = set()
        self._before: list[Account] = []
        self._turn = RLock()

    def _step(self, do: Callable[[], Any], change: Callable[[Account, Any], None], *, whatever: bool = False) -> Any:
        with self._turn:
            before = deepcopy(self.account)
            done = do()
            if done or whatever:
                change(self.account, done)
                self._before.append(before)
            return done

    def mark_read(self, articles: Any, read: bool = True) -> int:
        ids = list(articles)
        self.ever_read |= set(ids) if read else set()
        return int(self._step(lambda: super(Accountable, self).mark_read(ids, read),
                              lambda a, _: a.read.update(ids) if read else a.read.difference_update(ids)))  # fmt: skip

    def star(self, articles: Any, starred: bool = True) -> int:
        ids = list(articles)

        def change(account: Account, _: Any) -> None:
            account.starred = account.starred | set(ids) if starred else account.starred - set(ids)

        return int(self._step(lambda: super(Accountable, self).star(ids, starred), change))

    def tag(self, articles: Any, add: Any = (), remove: Any = ()) -> int:
        ids = list(articles)

        def change(account: Account, _: Any) -> None:
            for id in ids:
                kept = [tag for tag in account.tags.get(id, ()) if tag not in remove]
                account.tags[id] = tuple(dict.fromkeys([*kept, *(" ".join(tag.split()) for tag in add)]))

        return int(self._step(lambda: super(Accountable, self).tag(ids, add, remove), change))

    def note_all(self, articles: Any, words: str) -> Any:
        return self._step(lambda: super(Accountable, self).note_all(articles, words),
                          lambda account, kept: [_noted(account, each) for each in kept] and None)  # fmt: skip

    def highlight(self, article: str, first: int, last: int, note: str = "") -> Any:
        return self._step(lambda: super(Accountable, self).highlight(article, first, last, note), _noted)

    def annotate(self, id: int, words: str) -> bool:
        if not words.strip() and id in self.account.notes and self._stores.highlights.find(id).whole:  # type: ignore[union-attr]  # it is there
            return super().annotate(id, words)  # which takes it away
        return bool(self._step(lambda: super(Accountable, self).annotate(id, words),
                               lambda a, _: a.notes.__setitem__(id, words.strip())))  # fmt: skip

    def remove_highlights(self, ids: Any) -> int:
        gone = list(ids)
        return int(self._step(lambda: super(Accountable, self).remove_highlights(gone),
                              lambda a, _: [a.notes.pop(id, None) for id in gone] and None))  # fmt: skip

    def undo_step(self) -> Any:
        with self._turn:
            step = super().undo_step()
            if step is not None:
                self.account = self._before.pop()
            return step

    def _did(self, words: str, *inverse: Any) -> None:
        self._step(lambda: super(Accountable, self)._did(words, *inverse), lambda *_: None, whatever=True)

    def set_place(self, article: str, sentence: int) -> None:
        super().set_place(article, sentence)
        self.places[article] = sentence


def _noted(account: Account, kept: Any) -> None:
    account.notes[kept.id] = kept.note


def stored(folder: Path) -> tuple[Account, dict[str, int]]:
    """What a library holds of what the user did, opened anew."""
    account, places = Account(), {}
    with open_library(folder) as library:
        for row in library.articles():
            reading = library.reading(row.id)
            account.read |= {row.id} if reading.read_at else set()
            account.starred |= {row.id} if reading.starred else set()
            if reading.tags:
                account.tags[row.id] = reading.tags
            if reading.place:
                places[row.id] = reading.place
        account.notes = {mark.id: mark.note for mark in library.all_highlights()}
    return account, places


def key_event(name: str) -> events.Key:
    """A key as a terminal's driver reports it: by Textual's name of it, with the character that it types."""
    if len(name) == 1:
        return events.Key(_character_to_key(name), name)
    try:
        return events.Key(name, unicodedata.lookup(_get_unicode_name_from_key(name)))
    except KeyError:
        return events.Key(name, None)


async def press(app: NutgrafApp, names: Sequence[str]) -> None:
    """Keys as a terminal sends them, without waiting for any of them to be answered."""
    for name in names:
        app.post_message(key_event(name))
        await asyncio.sleep(0)


async def do(pilot: Pilot[None], step: Step) -> None:
    """One step of a storm."""
    match step:
        case int(width), int(height):
            await pilot.resize_terminal(width, height)
        case "click", int(x), int(y):
            with suppress(OutOfBounds):
                await pilot.click(offset=(x, y))
        case _:
            await press(pilot.app, step)  # type: ignore[arg-type]  # the match leaves bursts
    await pilot.pause()


def on_the_desk(app: NutgrafApp) -> bool:
    """True where there is nothing left to go back from."""
    browse = app.desk.browse
    inside = browse.field.has_focus or browse.picked or browse.shelf.outer is not None
    return app.screen is app.desk and app.desk.pane == "browse" and not inside


async def out(pilot: Pilot[None], *, most: int = 80) -> int:
    """Back, until there is nowhere to go back to; gives how many times. Fails when it does not lead out."""
    app = pilot.app
    assert isinstance(app, NutgrafApp)
    for number in range(most):
        await settle(pilot)
        if on_the_desk(app):
            return number
        await press(app, ["escape"])
    raise AssertionError(f"back does not lead out of {app.screen} ({app.focused})")


def seen_is_so(app: NutgrafApp) -> None:
    """What the list and the reader show of an article is what the library has."""
    desk = app.desk
    assert isinstance(desk, MainScreen)
    if desk.reader.row is not None:
        assert desk.reader.row.id == desk.shown
    rows = desk.browse.rows
    if isinstance(rows, ArticleList) and len(rows):
        at = desk.browse.listing.cursor
        shown, now = rows.row(at), app.library.row(rows.row(at).id)
        assert (shown.read, shown.starred) == (now.read, now.starred), shown.title
