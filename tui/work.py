"""What takes longer than a frame. It runs in threads, posts messages and never touches a widget."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from textual.message import Message

from index.errors import NutgrafError
from index.events import Event
from tui.messages import Built, Failed, Found, StoriesLoaded

if TYPE_CHECKING:
    from index.library import Library
    from index.search.engine import Sort

Post = Callable[[Message], object]

TYPING_PAUSE = 0.05
"""Seconds without a key before a search begins: shorter than a typist notices, longer than between two letters."""


def build(start: Callable[[], Iterator[Event]], post: Post) -> None:
    """Lets a run go to its end and tells what happens. `start` is called here, for it imports what is slow."""
    try:
        for event in start():
            post(Built(event))
    except NutgrafError as error:
        post(Failed(str(error)))


def load_stories(library: Library, post: Post) -> None:
    """Fetches the stories; with many thousands that is longer than a frame."""
    try:
        post(StoriesLoaded(library.stories()))
    except NutgrafError as error:
        post(Failed(str(error)))


class Searching:
    """Answers the newest question only: what is overtaken while it waits is never asked."""

    def __init__(self, library: Library, post: Post) -> None:
        self._library = library
        self._post = post
        self._turn = asyncio.Lock()

    async def ask(self, text: str, sort: Sort, limit: int) -> None:
        """Run in an exclusive worker: a newer question cancels this one while it waits for its turn."""
        await asyncio.sleep(TYPING_PAUSE)
        async with self._turn:
            try:
                hits = await asyncio.to_thread(self._library.search, text, limit, sort)
            except NutgrafError as error:
                self._post(Failed(str(error)))
            else:
                self._post(Found(text, sort, hits))
