"""What takes longer than a frame. It runs in threads, posts messages and never touches a widget."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.message import Message

from index.errors import NutgrafError
from index.events import Event, Finished, Progress
from index.hits import Hits
from tui.messages import (
    Briefed,
    Built,
    CopiesFound,
    Counted,
    Faceted,
    Failed,
    Fetched,
    Found,
    Linked,
    Loaded,
    Marked,
    Question,
    Recounted,
    Said,
    Summarised,
    Told,
)
from tui.panes.views import Shelf, fetch
from tui.report import Named

if TYPE_CHECKING:
    from index.library import Library

Post = Callable[[Message], object]

TYPING_PAUSE = 0.05
"""Seconds without a key before a search begins: shorter than a typist notices, longer than between two letters."""
COUNTING_PAUSE = 0.15
"""Seconds without a key after an answer until what it found is counted by time, outlet and story."""


def build(start: Callable[[], Iterator[Event]], post: Post) -> None:
    """Lets a run go to its end and tells what happens. `start` is called here, for it imports what is slow."""
    named = Named()
    try:
        for event in start():
            named.take(event)
            if isinstance(event, Progress | Finished):  # the others come by the ten thousand
                post(Built(event, named))
    except NutgrafError as error:
        post(Failed(str(error)))


def load(library: Library, shelf: Shelf, since: str, post: Post) -> None:
    """Fetches what a shelf holds; with many thousands that is longer than a frame."""
    try:
        post(Loaded(fetch(library, shelf, since)))
        if shelf.view == "searches":
            post(Counted(library.searches.all()))
    except NutgrafError as error:
        post(Failed(str(error)))


def fetch_list(library: Library, shelf: Shelf, since: str, post: Post) -> None:
    """Fetches what a shelf holds; with 100,000 articles a fifth of a second."""
    tell_failure(lambda: post(Fetched(fetch(library, shelf, since))), post)


def count(library: Library, post: Post) -> None:
    """How much there is, and how much of it is unread."""
    tell_failure(lambda: post(Recounted(library.counts())), post)


def find_copies(library: Library, stories: Sequence[str], post: Post) -> None:
    """Compares the articles of stories; up to 1 ms an article."""

    def find() -> None:
        post(CopiesFound({story: library.copies(story) for story in stories}))

    tell_failure(find, post)


def mark_many(library: Library, articles: Sequence[str], post: Post) -> None:
    """Marks articles as read; 100,000 take a second."""
    tell_failure(lambda: post(Marked(f"{library.mark_read(articles):,} marked as read; U takes it back")), post)


def undo(library: Library, post: Post) -> None:
    """Takes the last step back: 100,000 read marks take a second, a merge of stories some tenths."""

    def take_back() -> None:
        step = library.undo_step()
        words = f"undone: {step.words}" if step is not None else "there is nothing to undo"
        post(Marked(words, step is not None and step.of_stories))

    tell_failure(take_back, post)


def back_up(library: Library, post: Post) -> None:
    """The day's copy of what the user did."""
    tell_failure(library.back_up, post)


def count_saved(library: Library, post: Post) -> None:
    """Runs every saved search; imports the search engine."""
    tell_failure(lambda: post(Counted(library.searches.all())), post)


def save_search(library: Library, name: str, query: str, post: Post) -> None:
    """Keeps a search; what it finds now is not new."""

    def save() -> None:
        library.searches.save(name, query)
        post(Told(f"kept as {name}; 5 on the desk lists it with what is new"))

    tell_failure(save, post)


def look_at(library: Library, name: str, post: Post) -> None:
    """What a saved search finds now is no longer new."""
    tell_failure(lambda: library.searches.look(name), post)


def summarise(library: Library, article: str, length: int, method: str, post: Post) -> None:
    """A summary by any method; imports the summariser, and a long article takes it seconds."""
    tell_failure(lambda: post(Summarised(article, length, method, library.summary(article, length, method))), post)


def find_links(library: Library, article: str, then: int, post: Post) -> None:
    """The links of an article; imports a parser and reads its file."""
    tell_failure(lambda: post(Linked(article, library.links(article), then)), post)


def brief(library: Library, days: int, words: int, post: Post) -> None:
    """What happened in the last days; with many thousand stories that is longer than a frame."""
    tell_failure(lambda: post(Briefed(days, library.brief(days=days, words=words))), post)


def tell_failure(do: Callable[[], object], post: Post) -> None:
    """Does something; what the library cannot do is told."""
    try:
        do()
    except NutgrafError as error:
        post(Told(str(error)))


class Searching:
    """Answers the newest question only: what is overtaken while it waits is never asked."""

    def __init__(self, library: Library, post: Post) -> None:
        self._library = library
        self._post = post
        self._turn, self._saying = asyncio.Lock(), asyncio.Lock()

    async def ask(self, question: Question, limit: int) -> None:
        """Run in an exclusive worker: a newer question cancels this one while it waits for its turn."""
        await asyncio.sleep(TYPING_PAUSE)
        async with self._turn:
            try:
                hits = await asyncio.to_thread(self._search, question, limit)
            except NutgrafError as error:
                self._post(Failed(str(error)))
                return
            self._post(Found(question, hits))
        await asyncio.sleep(COUNTING_PAUSE)
        async with self._turn:
            with suppress(NutgrafError):  # the hits are there; that they cannot be counted takes nothing from them
                self._post(Faceted(question, await asyncio.to_thread(self._library.facets, question.text)))

    async def say(self, question: Question) -> None:
        """What the hits say; like `ask`, of a question that is overtaken while it waits nothing is read."""
        await asyncio.sleep(COUNTING_PAUSE)
        async with self._saying:
            try:
                said = await asyncio.to_thread(self._library.summarise_hits, question.text)
            except NutgrafError as error:
                self._post(Failed(str(error)))
                return
            self._post(Said(question, said))

    def _search(self, question: Question, limit: int) -> Hits:
        return self._library.search(question.text, limit, question.sort, strict=question.strict, recent=question.recent)
