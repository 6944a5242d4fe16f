"""What a story's screen has done in threads: reading its articles side by side takes some 20 ms an article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.answers import Briefed, Inspected, Kindred, Learned
from tui.messages import Compared, Rearranged
from tui.work import Post, tell_failure

if TYPE_CHECKING:
    from index.library import Library


def brief(library: Library, days: int, words: int, post: Post) -> None:
    """What happened in the last days; with many thousand stories that is longer than a frame."""
    tell_failure(lambda: post(Briefed(days, library.brief(days=days, words=words))), post)


def inspect(library: Library, story: str, post: Post) -> None:
    """What stands inside a story."""
    tell_failure(lambda: post(Inspected(library.inside(story))), post)


def relate(library: Library, story: str, post: Post) -> None:
    """What a story is akin to; looks through the whole library."""
    tell_failure(lambda: post(Kindred(*library.kindred(story))), post)


def learn(library: Library, name: str, variants: Sequence[str], post: Post) -> None:
    """Everything about a name; imports the search engine."""
    tell_failure(lambda: post(Learned(library.about(name, variants))), post)


def arrange(do: Callable[[], tuple[str, str]], post: Post) -> None:
    """Puts stories right; `do` gives the story that the user sees next, and what was done in words."""
    tell_failure(lambda: post(Rearranged(*do())), post)


def what_is_new(library: Library, story: str, against: str, read: Sequence[str] | None, post: Post) -> None:
    """What each article of a story adds to the earlier ones, or to those that were read."""
    tell_failure(lambda: post(Compared(story, against, library.what_is_new(story, read))), post)


def follow(library: Library, post: Post) -> None:
    """Brings the search up to stories that were put right."""

    def catch_up() -> None:
        for _ in library.catch_up():
            pass

    tell_failure(catch_up, post)
