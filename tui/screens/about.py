"""Everything about somebody or something: the stories and articles that name it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from index.models import ArticleRow
from index.overviews import About, InStory
from index.spark import bars
from tui import dates, keys
from tui.answers import Learned
from tui.messages import Opened, StoryOpened
from tui.panes.brief_rows import day_of
from tui.panes.facts import Fact, FactRows
from tui.panes.summary_rows import Heading
from tui.render import many, source, title_of
from tui.screens.listing import ListScreen
from tui.story_work import learn

if TYPE_CHECKING:
    from index.library import Library

LABELS = 14


def rows_of(about: About) -> list[Heading | Fact]:
    """The stories, latest first, then the articles."""
    span = dates.days(about.coverage[0][0], about.coverage[-1][0]) if about.coverage else ""
    rows: list[Heading | Fact] = [Heading(about.name)]
    if span:
        rows.append(Fact(f"{bars(about.coverage)}  {span}", look="faint"))
    several = [one for one in about.stories if len(one.articles) > 1]
    if several:
        rows.append(Heading("STORIES", f"{len(several):,}"))
        days = {row.id: day_of(row) for row in about.articles}
        rows += [
            Fact(one.headline, days.get(one.articles[0], ""), right=many(len(one.articles), "article"), leads_to=one)
            for one in several
        ]
    rows.append(Heading("ARTICLES", f"{len(about.articles):,}"))
    return rows + [Fact(title_of(row), day_of(row), leads_to=row, told=source(row)) for row in about.articles]


class AboutScreen(ListScreen[Opened | StoryOpened | None]):
    """Closes with what is to be opened, or with None when the user goes back."""

    BINDINGS = keys.bindings("help")

    def __init__(self, library: Library, name: str, variants: Sequence[str]) -> None:
        super().__init__(FactRows([Heading(name, "looking for it …")]))
        self.library = library
        self._whom, self._variants = name, variants
        self._query = ""
        self._entries: list[Heading | Fact] = []

    def on_mount(self) -> None:
        """Asks for it."""
        super().on_mount()
        work = partial(learn, self.library, self._whom, self._variants, self.post_message)
        self.run_worker(work, thread=True, group="about")

    @on(Learned)
    def _learned(self, event: Learned) -> None:
        event.stop()
        self._entries = rows_of(event.about)
        self._query = event.about.query
        first = next((at for at, entry in enumerate(self._entries) if isinstance(entry, Fact) and entry.leads_to), 0)
        self.put(FactRows(self._entries, labels=LABELS), first)

    def chosen(self, index: int) -> None:
        """An article opens with the name marked in it, a story its own screen."""
        entry = self._entries[index] if self._entries else None
        wanted = entry.leads_to if isinstance(entry, Fact) else None
        if isinstance(wanted, InStory):
            self.dismiss(StoryOpened(wanted.story))
        elif isinstance(wanted, ArticleRow):
            self.dismiss(Opened(wanted.id, query=self._query))
