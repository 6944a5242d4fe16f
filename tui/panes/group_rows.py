"""Rows of the browse pane that are no articles: tags, outlets, months; and the user's highlights and notes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui import dates
from tui.render import Spans, fit, justify, one_line, wrapped

if TYPE_CHECKING:
    from index.marks import Highlight
    from index.models import ArticleRow

NONE = {"outlets": "(unknown outlet)", "dates": "(undated)", "tags": "(no tag)"}
"""What the group without a name is called."""
WITH_SOURCE = 44
"""Columns from which a note names the source beside the title."""
LINES = 2
"""Lines of marked words, and of a note."""


class GroupList:
    """Names with the number of their articles; a row opens the list of them."""

    def __init__(self, view: str, groups: Sequence[tuple[str, int]]) -> None:
        self.view = view
        self.groups = groups
        self.opened = ""
        self.picked: Collection[str] = ()

    def __len__(self) -> int:
        return len(self.groups)

    def heights(self, _width: int, /) -> int:
        """One line each."""
        return 1

    def selectable(self, _index: int, /) -> bool:
        """Every group."""
        return True

    def lines(self, index: int, width: int) -> list[Spans]:
        """Name and number."""
        name, number = self.groups[index]
        return [justify([("  ", "plain"), (self._shown(name), "plain")], [(f"{number:,}", "faint")], width)]

    def _shown(self, name: str) -> str:
        if not name:
            return NONE[self.view]
        return dates.day(name) if self.view == "dates" else one_line(name)

    def at(self, _index: int, /) -> tuple[str, str]:
        """No article and no story stands here."""
        return "", ""

    def find(self, _article: str, /) -> int | None:
        """No article stands here."""
        return None

    def place(self, name: str) -> int | None:
        """Where a group stands."""
        return next((at for at, (group, _) in enumerate(self.groups) if group == name), None)

    def renew(self, row: ArticleRow) -> None:
        """An article changed: the numbers follow when the view is asked for again."""

    def forget(self) -> None:
        """Nothing is kept of articles."""

    def touches(self, _index: int, _articles: Collection[str], /) -> bool:
        """Nothing to paint when an article changes."""
        return False


class NoteList:
    """Highlights and notes, the latest first; each names its article, and a row opens it at its sentence."""

    def __init__(self, marks: Sequence[Highlight], names: Mapping[str, tuple[str, str]], now: datetime) -> None:
        self.marks = marks
        self._names = names
        self._now = now
        self.opened = ""
        self.picked: Collection[str] = ()

    def __len__(self) -> int:
        return len(self.marks)

    def heights(self, width: int, /) -> Sequence[int]:
        """Marked words, the note, the article, an empty line."""
        return [len(self.lines(index, width)) + 1 for index in range(len(self))]

    def selectable(self, _index: int, /) -> bool:
        """Every one."""
        return True

    def lines(self, index: int, width: int) -> list[Spans]:
        """As set: marked words with a bar at their left, the user's own with a pen, then where they stand."""
        mark = self.marks[index]
        title, who = self._names.get(mark.article, ("(not in the library)", ""))
        quoted = wrapped(mark.text, width - 2, LINES) if mark.text else []
        noted = wrapped(" ".join(mark.note.split()), width - 2, LINES) if mark.note else []
        lines: list[Spans] = [[("│ ", "marker"), (line, "plain")] for line in quoted]
        lines += [[("  " if at else "✎ ", "marker"), (line, "bold")] for at, line in enumerate(noted)]
        when = _when(mark.made, self._now)
        facts = " · ".join(part for part in (who, when) if part) if width >= WITH_SOURCE else when
        room = max(8, width - cell_len(facts) - 4)
        lines.append(justify([("  ", "plain"), (fit(title, room), "faint")], [(facts, "faint")], width))
        return lines

    def at(self, index: int, /) -> tuple[str, str]:
        """The article it stands in."""
        return self.marks[index].article, ""

    def find(self, article: str, /) -> int | None:
        """The first mark of an article."""
        return next((at for at, mark in enumerate(self.marks) if mark.article == article), None)

    def renew(self, row: ArticleRow) -> None:
        """An article changed: its marks did not."""

    def forget(self) -> None:
        """Nothing is kept of articles."""

    def touches(self, _index: int, _articles: Collection[str], /) -> bool:
        """Nothing to paint when an article changes."""
        return False


def _when(made: str, now: datetime) -> str:
    day = made[:10]
    return dates.day(day).removesuffix(f" {now.year}") if day else ""
