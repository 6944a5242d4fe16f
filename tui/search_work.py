"""What a search has done in threads: finding, counting what is found, keeping a search and looking at it again."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from index.errors import NutgrafError
from tui.answers import Faceted, Found, Question, Said
from tui.messages import Counted, Failed, Told
from tui.work import Post, tell_failure

if TYPE_CHECKING:
    from index.hits import Facets, Hits
    from index.library import Library

TYPING_PAUSE = 0.05
"""Seconds without a key before a search begins: shorter than a typist notices, longer than between two letters."""
COUNTING_PAUSE = 0.15
"""Seconds without a key after an answer until what it found is counted by time, outlet and story."""


def count_saved(library: Library, post: Post) -> None:
    """Runs every saved search; imports the search engine."""
    tell_failure(lambda: post(Counted(library.searches.all())), post)


def save_search(library: Library, name: str, query: str, view: str, post: Post) -> None:
    """Keeps a search; what it finds now is not new. `view`: the key that lists what is kept."""

    def save() -> None:
        library.searches.save(name, query)
        post(Told(f"kept as {name}; {view} on the desk lists it with what is new"))

    tell_failure(save, post)


def look_at(library: Library, name: str, post: Post) -> None:
    """What a saved search finds now is no longer new."""

    def look() -> None:
        library.searches.look(name)
        post(Counted(library.searches.all()))

    tell_failure(look, post)


class Searching:
    """Answers the newest question only: what is overtaken while it waits is never asked."""

    def __init__(self, library: Library, post: Post) -> None:
        self._library = library
        self._post = post
        self._turn, self._saying = asyncio.Lock(), asyncio.Lock()

    async def ask(self, question: Question, limit: int, seen: int) -> None:
        """Run in an exclusive worker: a newer question cancels this one while it waits for its turn. Only the first
        hits, those that are `seen`, come with their snippets."""
        await asyncio.sleep(TYPING_PAUSE)
        async with self._turn:
            try:
                hits = await asyncio.to_thread(self._search, question, limit, seen)
            except NutgrafError as error:
                self._post(Failed(str(error)))
                return
            self._post(Found(question, hits))
        await asyncio.sleep(COUNTING_PAUSE)
        async with self._turn:
            with suppress(NutgrafError):  # the hits are there; that they cannot be counted takes nothing from them
                self._post(Faceted(question, await asyncio.to_thread(self._facets, question)))

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

    def _search(self, question: Question, limit: int, seen: int) -> Hits:
        hits = self._library.search(
            question.text, limit, question.sort, strict=question.strict, recent=question.recent, snippets=False
        )
        first = (replace(hit, snippet=self._library.snippet(hit.row.id, hits)) for hit in hits.hits[:seen])
        return replace(hits, hits=(*first, *hits.hits[seen:]))

    def _facets(self, question: Question) -> Facets:
        return self._library.facets(question.text, strict=question.strict)
