"""The linear reader without its terminal: a line comes in, lines go out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from index.errors import NutgrafError
from index.paths import user_path
from tui.linear.commands import help_lines, meant, parsed
from tui.linear.marking import Marking
from tui.linear.views import ListView
from tui.panes.places import SINCE_SETTING
from tui.render import many
from tui.writing import write_article


class Session(Marking):
    """Answers one line after the other: the method of a command is called as the command, with `_` before it."""

    over = False
    """True once the user has left."""

    def warn(self) -> Iterator[str]:
        """What is wrong with the library and the settings."""
        yield from (f"{problem.subject}: {problem.reason}." for problem in self._library.problems)
        if words := self._library.unwritable():
            yield f"{words}."

    def begin(self) -> Iterator[str]:
        """What is there."""
        counts = self._library.counts()
        known = [
            many(counts.articles, "article"),
            many(counts.stories, "story", "stories"),
            f"{counts.unread:,} unread",
        ]
        yield f"nutgraf: {', '.join(known)}. help tells what to type, quit leaves."
        yield from self._tell()

    def answer(self, line: str) -> Iterator[str]:
        """What is said to a line. What the library cannot do is said too."""
        name, rest = parsed(line)
        self.stopped = False
        try:
            if name:
                yield from getattr(self, f"_{name}")(rest)
            else:
                yield from _unknown(line)
        except NutgrafError as error:
            yield f"{error}."

    def _read(self, number: str) -> Iterator[str]:
        yield f"{many(self._library.mark_read(self._targets(number)), 'article')} marked as read."

    def _new(self, number: str) -> Iterator[str]:
        yield f"{many(self._library.mark_read(self._targets(number), read=False), 'article')} marked as unread."

    def _mark(self, number: str) -> Iterator[str]:
        targets = self._targets(number)
        starred = not all(row.starred for row in self._library.rows(targets))
        self._library.star(targets, starred)
        yield f"{many(len(targets), 'article')} {'starred' if starred else 'without a star now'}."

    def _undo(self, _rest: str) -> Iterator[str]:
        words = self._library.undo()
        yield f"Undone: {words}." if words else "There is nothing to undo."

    def _write(self, file: str) -> Iterator[str]:
        view = self._trail[-1]
        if not file or isinstance(view, ListView):
            yield "Open an article, then write FILE."
            return
        yield f"{write_article(self._library.article(view.row.id), view.row, Path(file))}."

    def _add(self, path: str) -> Iterator[str]:
        found = user_path(path)
        if path and found.exists():
            yield from self.add([found])
        else:
            yield f"There is nothing at {found}." if path else "add takes a file or a folder."

    def _samples(self, _rest: str) -> Iterator[str]:
        from index.library import seeds_folder

        yield from self.add([seeds_folder()])

    def add(self, paths: list[Path]) -> Iterator[str]:
        """Adds files and folders, then lists the stories."""
        yield from self._follow(lambda: self._library.add(paths, cancelled=lambda: self.stopped))
        yield from self._stories("")

    def leave(self) -> None:
        """What is added from now on is new next time."""
        self._library.set_setting(SINCE_SETTING, self._library.newest())

    def _help(self, _rest: str) -> Iterator[str]:
        yield from help_lines()

    def _quit(self, _rest: str) -> Iterator[str]:
        self.over = True
        yield from ()


def _unknown(line: str) -> Iterator[str]:
    some = meant(line)
    yield (
        f"{line.strip()} may be {' or '.join(some)}."
        if some
        else f"There is no command {line.split()[0]}; help tells what there is."
    )
