"""The rows of a summary: verbatim sentences, each with where it stands and who else says it. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from rich.cells import cell_len

from index.clean.spaces import written
from index.models import READ, Article, ArticleRow, SummaryLine
from tui.render import Spans, fit, justify, many, one_line, source, title_of, wrapped
from tui.wrapping import wrap


@dataclass(frozen=True, slots=True)
class Heading:
    """A line between the sentences that cannot be chosen."""

    left: str
    right: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a story, as one row."""

    row: ArticleRow
    when: str
    told: str = ""
    """What else stands beside it: how much of it is new."""
    under: bool = False
    """True for a copy, under the article whose text it is."""


Entry = Heading | SummaryLine | Member


def titled(heading: Heading, width: int) -> list[Spans]:
    """A headline on up to three lines, the facts about it on the next."""
    lines: list[Spans] = [[(line, "strong")] for line in wrapped(heading.left, width, 3)]
    return [*lines, *([(line, "faint")] for line in wrapped(heading.right, width, 2))]


def headed(heading: Heading, width: int) -> Spans:
    """A heading, and as much of what belongs to it as there is room for beside it: whole parts of it, if it has any."""
    right, room = heading.right, max(0, width - cell_len(heading.left) - 2)
    while cell_len(right) > room and " · " in right:
        right = right.rpartition(" · ")[0]
    right = fit(right, room)
    return justify([(heading.left, "heading")], [(right, "faint")] if right else [], width)


def paragraph_numbers(article: Article) -> dict[int, int]:
    """The number of the paragraph, from 1, that each sentence stands in."""
    order: dict[int, int] = {}
    for number, block in enumerate(article.blocks):
        if block.role in READ:
            order[number] = len(order) + 1
    return {number: order[sentence.block] for number, sentence in enumerate(article.sentences)}


class SummaryRows:
    """Headings, sentences and articles as rows of a list; `brief` gives every sentence one line."""

    def __init__(
        self,
        entries: Sequence[Entry],
        names: Mapping[str, str],
        days: Mapping[str, str],
        numbers: Mapping[tuple[str, int], int],
        *,
        brief: bool = False,
        outlets: Mapping[str, int] | None = None,
    ) -> None:
        """`names` and `days` of the articles by id, paragraph `numbers` of an article's own lines; `outlets`: how many
        report the story of an article, where its own is known."""
        self.entries = entries
        self.brief = brief
        self._names = names
        self._days = days
        self._numbers = numbers
        self._outlets = outlets or {}
        self._room = max((len(entry.told) for entry in entries if isinstance(entry, Member)), default=0)
        self._set: dict[tuple[int, int, bool], list[Spans]] = {}

    def __len__(self) -> int:
        return len(self.entries)

    @property
    def own(self) -> list[SummaryLine]:
        """The lines below the first heading: what the article itself says."""
        return [line for line in takewhile(lambda entry: isinstance(entry, SummaryLine), self.entries[1:])
                if isinstance(line, SummaryLine)]  # fmt: skip

    def selectable(self, index: int) -> bool:
        """All but headings."""
        return not isinstance(self.entries[index], Heading)

    def heights(self, width: int) -> Sequence[int]:
        """As many lines as each row was set to."""
        return [len(self._lines(index, width)) + self._space_below(index) for index in range(len(self))]

    def _space_below(self, index: int) -> int:
        if self.brief:
            return 0
        after = self.entries[index + 1] if index + 1 < len(self) else None
        return 0 if isinstance(self.entries[index], Member) and isinstance(after, Member) else 1

    def lines(self, index: int, width: int) -> list[Spans]:
        """One row as set."""
        return self._lines(index, width)

    def _lines(self, index: int, width: int) -> list[Spans]:
        key = (index, width, self.brief)
        if key not in self._set:
            self._set[key] = self._lay(self.entries[index], width)
        return self._set[key]

    def _lay(self, entry: Entry, width: int) -> list[Spans]:
        if isinstance(entry, Heading):
            return [headed(entry, width)]
        if isinstance(entry, Member):
            return self._member(entry, width)
        text = one_line(written(entry.text))
        if self.brief:
            return [[(fit(text, width), "plain")]]
        lines: list[Spans] = [[(text[a:b], "plain")] for a, b in wrap(text, width)]
        where = fit(self.where(entry), width - 2)
        return [*lines, justify([], [(f"{where} ›", "faint")], width)] if where else lines

    def _member(self, entry: Member, width: int) -> list[Spans]:
        row = entry.row
        who = fit(source(row) or "–", max(6, width // 3))
        look = "plain" if row.read else "bold"
        mark = ("★ ", "accent") if row.starred else ("  ", "plain") if row.read else ("● ", "marker")
        title: Spans = [("  └ " if entry.under else "", "faint"), mark, (title_of(row), look)]
        if width >= 60:
            told = f"  {entry.told:>{self._room}}" if entry.told else ""
            return [justify(title, [(f"{who}{told}  {entry.when:>12}", "faint")], width)]
        told = " · ".join(filter(None, (source(row) or "–", entry.told)))
        return [justify(title, [], width), justify([("  ", "plain"), (told, "faint")], [(entry.when, "faint")], width)]

    def where(self, line: SummaryLine) -> str:
        """`¶4  AP, AFP · 2 of 3 outlets · 9 Nov`: the paragraph, who says it, how many outlets do, and the day."""
        number = self._numbers.get((line.article, line.sentence))
        names = dict.fromkeys(fit(self._names.get(id, ""), 24) for id in (line.article, *line.said_by))
        named = [name for name in names if name]
        who = ", ".join(named[:3]) + (f" +{len(named) - 3}" if len(named) > 3 else "")
        told = many(1 + len(line.said_by), "article") if line.said_by else ""
        known = {self._names.get(id, "") for id in (line.article, *line.said_by) if id in self._outlets}
        if len(known) > 1:
            told = f"{len(known)} of {self._outlets[line.article]} outlets" if line.article in self._outlets else told
        facts = " · ".join(fact for fact in (who, told, self._days.get(line.article, "")) if fact)
        return "  ".join(part for part in (f"¶{number}" if number else "", facts) if part)
