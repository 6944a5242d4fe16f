"""The summary pane: what the article says in a few of its own sentences, and what its story says."""

from __future__ import annotations

from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING

from textual import on

from index.models import Article, ArticleRow, Story, SummaryLine
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
        self._row: ArticleRow | None = None
        self._story: Story | None = None
        self._outlets: dict[str, int] = {}

    def give(self, article: Article | None, row: ArticleRow | None, story: Story | None) -> None:
        """Another article to tell about."""
        same = article is not None and self._article is not None and article.id == self._article.id
        self._article, self._row, self._story = article, row, story
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

    def _fill(self, cursor: int) -> None:
        entries = self._entries()
        numbers = {}
        if self._article is not None:
            numbers = {(self._article.id, s): n for s, n in paragraph_numbers(self._article).items()}
        own = [*takewhile(lambda entry: isinstance(entry, SummaryLine), entries[1:])]
        if self.brief or self.styles.inline.has_rule("max_height"):  # each time it is set, all is laid out anew: 6 ms
            self.styles.max_height = min(self.band, len(own) + FRAME) if self.brief else None
        rows = SummaryRows(entries, *self._voices(entries), numbers, brief=self.brief, outlets=self._outlets)
        self.show(rows, cursor)

    @property
    def brief(self) -> bool:
        """A band that nobody reads in is kept to one line a sentence."""
        return bool(self.band) and not self.has_focus

    def _entries(self) -> list[Entry]:
        if self._article is None or not self.length:
            return []
        lines = self._lines_of(self._article)
        told = "reading …" if lines is None else f"{len(lines)} of {len(self._article.sentences)}"
        told = f"{self.method} · {told}" if self.method else told
        if self.brief and lines and len(lines) + FRAME > self.band:
            told = f"{told} · {keymap_in(self.app).key('pane.next')} to here shows all"
        entries: list[Entry] = [Heading("IN BRIEF", told), *(lines or ())]
        if self._story is not None and len(self._story.articles) > 1:
            from tui.panes.brief_rows import alone, outlets_of

            said = self.library.story_summary(self._story.id, 5).lines
            rows = self.library.rows(self._story.articles)
            self._outlets = outlets_of(rows)
            facts = [many(len(rows), "article"), f"{rows[0].source}{alone(rows)}" if alone(rows) else ""]
            entries += [Heading("ITS STORY", " · ".join(filter(None, facts))), *said]
        return entries

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

    def _voices(self, entries: list[Entry]) -> tuple[dict[str, str], dict[str, str]]:
        """The names and the days of all articles that the lines speak of."""
        lines = [entry for entry in entries if isinstance(entry, SummaryLine)]
        ids = list(dict.fromkeys(id for line in lines for id in (line.article, *line.said_by)))
        own = self._article.id if self._article is not None else ""
        rows = self.library.rows(ids) if ids else []
        names = {row.id: row.source or ("" if row.id == own else row.title) for row in rows}
        return names, {row.id: dates.age(row.published, self._clock()) for row in rows if row.id != own}

    @property
    def own_sentences(self) -> list[int]:
        """The sentences of the article that its summary quotes, in text order."""
        if not isinstance(self.rows, SummaryRows):
            return []
        brief = takewhile(lambda entry: isinstance(entry, SummaryLine), self.rows.entries[1:])
        return [line.sentence for line in brief if isinstance(line, SummaryLine)]

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
