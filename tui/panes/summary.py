"""The summary pane: what the article says in a few of its own sentences, and what its story says."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on

from index.models import Article, Story, SummaryLine
from tui import dates, keys
from tui.keymap import keymap_in
from tui.messages import CopyWanted, Opened, Summarised
from tui.panes.summary_rows import Entry, Heading, SummaryRows, paragraph_numbers
from tui.render import many
from tui.widgets.row_list import RowList
from tui.work import summarise

if TYPE_CHECKING:
    from index.library import Library
    from tui.looks import Looks
    from tui.panes.browse_rows import Clock

LENGTHS = (0, 3, 7)
"""Sentences: off, short, long."""
METHOD_SETTING = "method"
MOST = 10
"""Sentences that `+` stops at: a longer brief is an article."""
FRAME = 2
"""Lines of a band that are not sentences: its heading and the rule below."""
KEPT = 8
"""Summaries that are kept as they were set."""


class SummaryPane(RowList):
    """Sentences as rows; a chosen one is opened where it stands. As a band it gives every sentence one line."""

    BINDINGS = keys.bindings("summary")

    hides_cursor = True

    def __init__(self, library: Library, clock: Clock) -> None:
        super().__init__(id="summary")
        self.library = library
        self._clock = clock
        self.length = 3
        self.method = library.setting(METHOD_SETTING)
        """How sentences are ranked; empty for the standard way, which is stored and costs nothing."""
        self._computed: Summarised | None = None
        self.band = 0
        """Lines that the band may take while nobody reads in it; 0 for a pane beside the text."""
        self._article: Article | None = None
        self._story: Story | None = None
        self._made: dict[object, SummaryRows] = {}
        """Rows by what they were made of, the latest last."""

    def give(self, article: Article | None, story: Story | None) -> None:
        """Another article to tell about."""
        same = article is not None and self._article is not None and article.id == self._article.id
        self._article, self._story = article, story
        self._fill(self.cursor if same else 0)

    def use(self, length: int) -> None:
        """Another number of sentences."""
        self.length = length
        self._fill(0)

    def use_method(self, method: str) -> None:
        """Another way to rank the sentences, kept for next time; empty for the standard one."""
        self.method = method
        self.library.set_setting(METHOD_SETTING, method)
        self._fill(0)

    def set_band(self, band: int) -> None:
        """A band above the text of at most so many lines; with 0 a pane beside it."""
        if band != self.band:
            self.band = band
            self._fill(self.cursor)

    def prepare(self, article: Article, story: Story | None) -> None:
        """Sets the summary of an article that may be shown next, unless it is to be made by another method."""
        if self.length and not self.method:
            self._rows_of(article, story).heights(self.columns - 1)

    def forget(self) -> None:
        """Articles and stories may have changed."""
        self._made.clear()

    def _fill(self, cursor: int) -> None:
        article = self._article if self.length else None
        rows = SummaryRows([], {}, {}, {}) if article is None else self._rows_of(article, self._story)
        if self.brief or self.styles.inline.has_rule("max_height"):  # each time it is set, all is laid out anew: 6 ms
            self.styles.max_height = min(self.band, len(rows.own) + FRAME) if self.brief else None
        self.show(rows, cursor)

    def _rows_of(self, article: Article, story: Story | None) -> SummaryRows:
        if self.method:  # its lines come later
            return self._make(article, story)
        key = (article.id, story, self.length, self.band, self.brief)
        found = self._made.pop(key, None)
        found = self._make(article, story) if found is None else found
        self._made[key] = found
        while len(self._made) > KEPT:
            del self._made[next(iter(self._made))]
        return found

    def _make(self, article: Article, story: Story | None) -> SummaryRows:
        entries, outlets = self._entries(article, story)
        numbers = {(article.id, sentence): number for sentence, number in paragraph_numbers(article).items()}
        return SummaryRows(entries, *self._voices(entries, article.id), numbers, brief=self.brief, outlets=outlets)

    @property
    def brief(self) -> bool:
        """A band that nobody reads in is kept to one line a sentence."""
        return bool(self.band) and not self.has_focus

    def _entries(self, article: Article, story: Story | None) -> tuple[list[Entry], dict[str, int]]:
        """The rows, and how many outlets report the story of each article."""
        lines = self._lines_of(article)
        told = "reading …" if lines is None else f"{len(lines)} of {len(article.sentences)}"
        told = f"{self.method} · {told}" if self.method else told
        if self.brief and lines and len(lines) + FRAME > self.band:
            told = f"{told} · {keymap_in(self.app).key('pane.next')} to here shows all"
        entries: list[Entry] = [Heading("IN BRIEF", told), *(lines or ())]
        if story is None or len(story.articles) < 2:
            return entries, {}
        from tui.panes.brief_rows import alone, outlets_of

        said = self.library.story_summary(story.id, 5).lines
        rows = self.library.rows(story.articles)
        facts = [many(len(rows), "article"), f"{rows[0].source}{alone(rows)}" if alone(rows) else ""]
        return [*entries, Heading("ITS STORY", " · ".join(filter(None, facts))), *said], outlets_of(rows)

    def _lines_of(self, article: Article) -> tuple[SummaryLine, ...] | None:
        """None while another method than the standard one is at it."""
        if not self.method:
            return self.library.summary(article.id, self.length).lines
        wanted, got = (article.id, self.length, self.method), self._computed
        if got is not None and wanted == (got.article, got.length, got.method):
            return got.summary.lines
        self.run_worker(
            partial(summarise, self.library, *wanted, self.post_message), thread=True, group="method", exclusive=True
        )
        return None

    @on(Summarised)
    def _summarised(self, event: Summarised) -> None:
        self._computed = event
        if self._article is not None and (self._article.id, self.method) == (event.article, event.method):
            self._fill(self.cursor)

    def _voices(self, entries: list[Entry], own: str) -> tuple[dict[str, str], dict[str, str]]:
        """The names and the days of all articles that the lines speak of."""
        lines = [entry for entry in entries if isinstance(entry, SummaryLine)]
        ids = list(dict.fromkeys(id for line in lines for id in (line.article, *line.said_by)))
        rows = self.library.rows(ids) if ids else []
        names = {row.id: row.source or ("" if row.id == own else row.title) for row in rows}
        return names, {row.id: dates.age(row.published, self._clock()) for row in rows if row.id != own}

    @property
    def own_sentences(self) -> list[int]:
        """The sentences of the article that its summary quotes, in text order."""
        return [line.sentence for line in self.rows.own] if isinstance(self.rows, SummaryRows) else []

    def action_copy(self) -> None:
        """The sentence under the cursor with who said it, when and where."""
        from tui.panes.citation import citation

        entry = self.rows.entries[self.cursor] if isinstance(self.rows, SummaryRows) and len(self.rows) else None
        if isinstance(entry, SummaryLine):
            cited = citation(entry, self.library.row(entry.article))
            self.post_message(CopyWanted(cited, "the sentence with its citation"))

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        entry = self.rows.entries[event.index] if isinstance(self.rows, SummaryRows) else None
        if isinstance(entry, SummaryLine):
            self.post_message(Opened(entry.article, sentence=entry.sentence))

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()

    @property
    def looks(self) -> Looks:
        """Its headings say where the keyboard is."""
        looks = super().looks
        return {**looks, "heading": looks["here"]} if self.has_focus else looks

    def watch_has_focus(self, focused: bool) -> None:
        """A band opens while one reads in it, and closes again."""
        super().watch_has_focus(focused)
        if self.band:
            self._fill(self.cursor)
