"""A story opened up, and what is done with it: compared, copied, kept, put right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual import on

from index.kinship import Near
from tui import keys
from tui.keymap import keymap_in
from tui.messages import Rearranged, StoryOpened, Told
from tui.panes.facts import Fact
from tui.panes.summary_rows import Heading
from tui.render import title_of
from tui.screens.choice import ChoiceScreen
from tui.screens.compare import CompareScreen
from tui.screens.copying import copy_from
from tui.screens.keeping import keep_dossier
from tui.screens.story_pages import StoryPages
from tui.story_work import arrange

OWN = "own"
"""The choice that makes an article a story of its own."""


class StoryScreen(StoryPages):
    """The chapters, and the keys that do something with what is under the cursor."""

    PLACE = "story"
    BINDINGS = keys.bindings("story")

    _parts = False

    def action_compare(self) -> None:
        """The article under the cursor beside another one of the story."""
        if self.article:
            CompareScreen.choose(self, self.library, self.article, self.known.rows, self.went)
        else:
            self.app.post_message(Told("there is no article under the cursor to compare"))

    def action_copy(self) -> None:
        """The sentence under the cursor with its citation, or the article's."""
        copy_from(self.app, self.library, self.at(self.cursor))

    def action_dossier(self) -> None:
        """Writes all of it to a file."""
        keep_dossier(self.app, self.library, self.story)

    def action_merge(self) -> None:
        """Makes one story of this one and the one under the cursor."""
        near = self.at(self.cursor)
        if isinstance(near, Near):
            other = near.story.id
            self._arrange(lambda: self.library.merge([self.story.id, other]).story, "two stories are one now")
        else:
            self.app.post_message(Told("merging works on a story that is maybe related: chapter 7 lists them"))

    def action_part(self) -> None:
        """Takes the article under the cursor out: to a story of its own, or to a story near by."""
        article = self.article
        if not article or len(self.story.articles) < 2:
            self.app.post_message(Told("one article alone is a story already"))
            return
        if self.known.near is None:
            self._parts = True
            self.relate()
            return
        title = next((title_of(row) for row in self.known.rows if row.id == article), "")
        others = [Fact(near.story.headline, leads_to=near.story.id) for near in self.known.near]
        rows: list[Heading | Fact] = [
            Heading("WHERE DOES IT BELONG", title),
            Fact("a story of its own", leads_to=OWN),
            *others,
        ]

        def chosen(where: str | None) -> None:
            if where == OWN:
                split = partial(self.library.split, self.story.id, [article])
                self._arrange(lambda: split().story, "taken out, a story of its own now")
            elif where:
                self._arrange(lambda: self.library.move(article, where).story, "taken out, and moved to that story")

        self.app.push_screen(ChoiceScreen(rows, labels=0), chosen)

    def related(self) -> None:
        """Goes on with what had to wait for the stories near by."""
        if self._parts:
            self._parts = False
            self.action_part()

    def _arrange(self, do: Callable[[], str], words: str) -> None:
        undo = keymap_in(self.app).key("story.undo")
        self._run(lambda: (do(), f"{words}; {undo} takes it back"))

    def action_undo(self) -> None:
        """Takes the last change back."""
        article = self.story.articles[0]

        def undo() -> tuple[str, str]:
            words = self.library.undo()
            return self.library.row(article).story, f"undone: {words}" if words else "nothing to undo"

        self._run(undo)

    def _run(self, do: Callable[[], tuple[str, str]]) -> None:
        self.run_worker(partial(arrange, do, self.post_message), thread=True, group="arranging")

    @on(Rearranged)
    def _rearranged(self, event: Rearranged) -> None:
        event.stop()
        self.app.post_message(event)
        self.dismiss(StoryOpened(event.story, instead=True))
