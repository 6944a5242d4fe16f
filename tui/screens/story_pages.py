"""The chapters of a story as a screen, with what their rows lead to; what is not at hand comes in from workers."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult

from index.findings import Mention, Named, Spot
from index.kinship import Link, Near, Why
from index.models import ArticleRow, Story, SummaryLine
from index.overviews import Aspect, Inside
from tui.answers import Inspected, Kindred
from tui.keymap import keymap_in
from tui.messages import Opened, StoryOpened
from tui.panes import story_rows
from tui.panes.facts import Fact, FactRows
from tui.panes.story_rows import CHAPTERS
from tui.panes.summary_rows import Heading, Member
from tui.render import title_of
from tui.screens.about import AboutScreen
from tui.screens.listing import ListScreen
from tui.screens.sentences import SentencesScreen
from tui.story_work import inspect, relate
from tui.widgets.one_line import OneLine
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from index.library import Library

SENTENCES = 5
WIDEST = 92
"""Columns of a story in a wide window, as the stylesheet has it."""
LABELS = 14
"""Columns of days and figures before the sentences."""
READING = (Heading("READING THE ARTICLES SIDE BY SIDE …"),)


@dataclass
class Known:
    """What is known of a story so far; it comes in from workers."""

    rows: list[ArticleRow]
    lines: tuple[SummaryLine, ...]
    inside: Inside | None = None
    why: Why | None = None
    near: tuple[Near, ...] | None = None
    thread: tuple[Link, ...] = ()
    names: dict[str, str] = field(default_factory=dict)


class StoryPages(ListScreen[Opened | StoryOpened | None]):
    """Closes with what is to be opened, or with None when the user goes back."""

    def __init__(self, library: Library, story: Story, cursor: int = 0, chapter: int = 0) -> None:
        self.library = library
        self.story = story
        self.chapter = chapter
        """The chapter that is shown, from 0."""
        rows = library.rows(story.articles)
        self.known = Known(rows, library.story_summary(story.id, SENTENCES).lines)
        self.known.names = {row.id: row.source or title_of(row) for row in rows}
        self._cursors = {chapter: cursor}
        self._relates = False
        super().__init__(self._chapter(chapter), cursor)

    def compose(self) -> ComposeResult:
        """The chapters in a line above the list."""
        yield OneLine(id="chapters")
        yield from super().compose()

    def on_mount(self) -> None:
        """Shows what is at hand and has the rest read."""
        super().on_mount()
        self._name_chapters()
        work = partial(inspect, self.library, self.story.id, self.post_message)
        self.run_worker(work, thread=True, group="story", exclusive=True)
        if self.chapter == len(CHAPTERS) - 1:
            self.relate()

    @on(Inspected)
    def _inspected(self, event: Inspected) -> None:
        event.stop()
        self.known.inside = event.inside
        self._renew()

    @on(Kindred)
    def _kindred(self, event: Kindred) -> None:
        event.stop()
        self.known.why, self.known.near, self.known.thread = event.why, event.near, event.thread
        self._renew()
        self.related()

    def relate(self) -> None:
        """Has it looked up what is akin to the story, once."""
        if not self._relates:
            self._relates = True
            work = partial(relate, self.library, self.story.id, self.post_message)
            self.run_worker(work, thread=True, group="kin")

    def related(self) -> None:
        """What is akin to the story is known now."""

    def _renew(self) -> None:
        self._name_chapters()
        self.put(self._chapter(self.chapter), self._cursors.get(self.chapter, 0) if not self.cursor else self.cursor)

    def _chapter(self, number: int) -> Rows:
        known, inside, names = self.known, self.known.inside, self.known.names
        if number == 0:
            return story_rows.first_chapter(self.story, known.rows, known.lines, inside)
        if inside is None or (number == 6 and known.near is None):
            return FactRows(READING)
        rows = {
            1: lambda: story_rows.timeline(inside.timeline, names, inside.coverage),
            2: lambda: story_rows.quoted(inside.quotations, names),
            3: lambda: story_rows.numbers(inside.numbers, names),
            4: lambda: story_rows.who_says_what(inside.says),
            5: lambda: story_rows.named(inside.names),
            6: lambda: story_rows.related(
                self.story, known.why, known.near or (), known.thread, names, keymap_in(self.app).key("story.merge")
            ),
        }[number]()
        return FactRows(rows, labels=LABELS if number in (1, 3, 6) else 4 if number == 4 else 0)

    def _name_chapters(self) -> None:
        inside = self.known.inside
        counts = [0] * len(CHAPTERS)
        if inside is not None:
            found = (inside.timeline, inside.quotations, inside.numbers, inside.says.aspects, inside.names)
            counts[1:6] = [len(some) for some in found]
        self.query_one("#chapters", OneLine).put(
            story_rows.contents(counts, self.chapter, min(WIDEST, self.app.size.width - 4))
        )

    def on_resize(self) -> None:
        """The names of the chapters where there is room for them."""
        self._name_chapters()

    def action_chapter(self, number: int) -> None:
        """The chapter of this number, from 1; the place in the one that is left is kept."""
        self._cursors[self.chapter] = self.cursor
        self.chapter = number - 1
        if number == len(CHAPTERS):
            self.relate()
        self._name_chapters()
        self.put(self._chapter(self.chapter), self._cursors.get(self.chapter, 0))

    def action_turn(self, step: int) -> None:
        """The next chapter, or the one before."""
        self.action_chapter((self.chapter + step) % len(CHAPTERS) + 1)

    def at(self, index: int) -> object:
        """What a row leads to."""
        entry = self._rows.entries[index] if isinstance(self._rows, story_rows.StoryRows | FactRows) else None
        return entry.leads_to if isinstance(entry, Fact) else entry

    @property
    def article(self) -> str:
        """Id of the article under the cursor; empty where there is none."""
        match self.at(self.cursor):
            case Member(row=row):
                return row.id
            case SummaryLine(article=article) | Spot(article=article):
                return article
        return ""

    def chosen(self, index: int) -> None:
        """A sentence or an article opens in the reader; a name, an aspect or a story opens its own screen."""
        match self.at(index):
            case Member(row=row):
                self.dismiss(Opened(row.id))
            case SummaryLine(article=article, sentence=sentence) | Spot(article=article, sentence=sentence):
                self.dismiss(Opened(article, sentence=sentence))
            case Story(id=story) | Near(story=Story(id=story)):
                self.dismiss(StoryOpened(story))
            case Aspect() as aspect:
                self._show_mentions(aspect.words, [mention for cell in aspect.cells for mention in cell])
            case Named() as named:
                screen = AboutScreen(self.library, named.name, named.variants)
                self.app.push_screen(screen, self.went)

    def _show_mentions(self, words: str, mentions: list[Mention]) -> None:
        found = [(mention, self._sentence(mention)) for mention in mentions]
        screen = SentencesScreen(words, story_rows.sentences(found, self.known.names))
        self.app.push_screen(screen, self.went)

    def _sentence(self, mention: Mention) -> str:
        return self.library.article(mention.spot.article).sentence(mention.spot.sentence)

    def went(self, wanted: Opened | StoryOpened | None) -> None:
        """Somewhere else, from a screen over this one."""
        if wanted is not None:
            self.dismiss(wanted)
