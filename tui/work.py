"""What takes longer than a frame. It runs in threads, posts messages and never touches a widget."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from textual.message import Message

from index.errors import NutgrafError
from tui.messages import (
    Built,
    CopiesFound,
    Counted,
    Failed,
    Fetched,
    Linked,
    Loaded,
    Marked,
    Pictured,
    Recounted,
    Summarised,
    Told,
)
from tui.panes.views import Shelf, fetch

if TYPE_CHECKING:
    from index.events import Event
    from index.library import Library

Post = Callable[[Message], object]


def build(start: Callable[[], Iterator[Event]], post: Post) -> None:
    """Lets a run go to its end and tells what happens. `start` is called here, for it imports what is slow."""
    from index.events import Finished, Progress
    from tui.report import Named

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


def mark_many(library: Library, articles: Sequence[str], undo: str, post: Post) -> None:
    """Marks articles as read; 100,000 take a second. `undo`: the key that takes it back."""
    tell_failure(lambda: post(Marked(f"{library.mark_read(articles):,} marked as read; {undo} takes it back")), post)


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


def summarise(library: Library, article: str, length: int, method: str, post: Post) -> None:
    """A summary by any method; imports the summariser, and a long article takes it seconds."""
    tell_failure(lambda: post(Summarised(article, length, method, library.summary(article, length, method))), post)


def find_links(library: Library, article: str, then: int, post: Post) -> None:
    """The links of an article; imports a parser and reads its file."""
    tell_failure(lambda: post(Linked(article, library.links(article), then)), post)


def find_pictures(library: Library, article: str, post: Post) -> None:
    """The pictures of an article; reads its file and those beside it."""
    tell_failure(lambda: post(Pictured(article, library.pictures(article))), post)


def tell_failure(do: Callable[[], object], post: Post) -> None:
    """Does something; what the library cannot do is told."""
    try:
        do()
    except NutgrafError as error:
        post(Told(str(error)))
