"""The main screen: what is opened from where, and where back leads."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual import on

from index.errors import NothingFound
from tui import keys
from tui.keymap import keymap_in
from tui.messages import CountWanted, Opened, SearchChosen, SearchWanted, StoryOpened, Told
from tui.screens.arranged import ArrangedDesk
from tui.screens.beside import BesideDesk
from tui.screens.lists import ListsDesk
from tui.screens.onward import OnwardDesk
from tui.screens.outside import OutsideDesk
from tui.screens.summing import SummingDesk

if TYPE_CHECKING:
    from index.events import Progress
    from tui.render import Spans
    from tui.screens.search import SearchScreen
    from tui.trail import Kind, Step

STAGES = {"reading": "reading articles", "stories": "finding stories", "search": "making them searchable"}
"""What the stages of a build are called on the screen."""


class MainScreen(ListsDesk, ArrangedDesk, BesideDesk, OutsideDesk, OnwardDesk, SummingDesk):
    """Opens articles from list, summary, search and story, and remembers the way back."""

    BINDINGS = keys.bindings("desk")

    @on(Opened)
    def _open_wanted(self, event: Opened) -> None:
        event.stop()
        came_from_summary = self.pane == "summary"
        self.open(event, (*self._trail, self._step("summary", cursor=self.summary.cursor)) if came_from_summary else ())

    def _step(self, kind: Kind, *, story: str = "", cursor: int = 0, chapter: int = 0) -> Step:
        from tui.trail import Step

        return Step(kind, self.shown, self.opened, self.query_text, story, cursor, self.pane, chapter)

    def action_back(self) -> None:
        """One step back: the line to find, then where the article was opened from, then the list."""
        if self.pane == "reader" and self.reader.back():
            return
        if self.pane == "reader" and self._trail:
            self._go_back()
        elif self.pane == "browse":
            if not self.browse.back():
                self.post_message(Told(f"this is where you began; {keymap_in(self.app).key('back.quit')} quits"))
        else:
            self.go("browse" if self.pane == "reader" else "reader")

    def _go_back(self) -> None:
        *rest, step = self._trail
        self.save_place()
        self._trail = tuple(rest)
        if step.article and self.shown != step.article:
            self.show_article(step.article, opened=step.opened, query=step.query)
            self.browse.select(step.article)
        if step.kind == "summary":
            self.summary.cursor = step.cursor
        self.go(step.pane)
        self._revisit(step)

    def _revisit(self, step: Step) -> None:
        """Another screen as it was left."""
        if step.kind == "story":
            self._show_story(step.story, step.cursor, self._trail[-1] if self._trail else None, step.chapter)
        elif step.kind == "brief":
            self._show_brief(step.cursor)
        elif step.kind == "search":
            self._search()

    def action_back_or_quit(self) -> None:
        """Back; from the list it quits without a question, for everything is saved."""
        if self.pane == "browse":
            self.app.exit()
        else:
            self.action_back()

    # other screens

    @on(SearchWanted)
    def action_search(self) -> None:
        """The search, ready for other words."""
        self._search().write()

    def _search(self) -> SearchScreen:
        """As it was left."""
        screen = cast("SearchScreen", self.app.get_screen("search"))
        self.app.push_screen(screen, self._searched)
        return screen

    def _searched(self, chosen: Opened | StoryOpened | None) -> None:
        trail, here = tuple(step for step in self._trail if step.kind != "search"), self._step("search")
        if isinstance(chosen, Opened):
            self.open(chosen, (*trail, here))
        elif chosen is not None:
            self._trail = (*trail, here)
            self._show_story(chosen.story, before=here)

    @on(SearchChosen)
    def _search_chosen(self, event: SearchChosen) -> None:
        event.stop()
        from tui.search_work import look_at

        look = partial(look_at, self.library, event.search.name, self.post_message)
        self.run_worker(look, thread=True, group="saved")
        screen = cast("SearchScreen", self.app.get_screen("search"))
        screen.begin(event.search.query)
        self.app.push_screen(screen, self._saved_search_closed)

    def _saved_search_closed(self, chosen: Opened | StoryOpened | None) -> None:
        self.browse.post_message(CountWanted())
        self._searched(chosen)

    def action_brief(self) -> None:
        """What happened in the last days."""
        self._show_brief()

    def _show_brief(self, cursor: int = 0) -> None:
        from tui.screens.brief import BriefScreen

        screen = BriefScreen(self.library, cursor)

        def done(chosen: Opened | StoryOpened | None) -> None:
            step = self._step("brief", cursor=screen.cursor)
            if isinstance(chosen, Opened):
                self.open(chosen, (step,))
            elif chosen is not None:
                self._trail = (step,)
                self._show_story(chosen.story, before=step)

        self.app.push_screen(screen, done)

    @on(StoryOpened)
    def _story_wanted(self, event: StoryOpened) -> None:
        event.stop()
        self._show_story(event.story)

    def action_story(self) -> None:
        """The story under the cursor, or the one of the article that is shown."""
        self.preview()
        row = self.reader.row
        story = self.browse.current[1] if self.pane == "browse" else row.story if row is not None else ""
        if story:
            self._show_story(story)
        else:
            self.post_message(Told("there is no story here"))

    def _show_story(self, story: str, cursor: int = 0, before: Step | None = None, chapter: int = 0) -> None:
        from tui.screens.story import StoryScreen  # with its chapters 15 ms

        try:
            screen = StoryScreen(self.library, self.library.story(story), cursor, chapter)
        except NothingFound as error:
            self.post_message(Told(str(error)))
            return

        def done(chosen: Opened | StoryOpened | None) -> None:
            here = self._step("story", story=story, cursor=screen.cursor, chapter=screen.chapter)
            if isinstance(chosen, Opened):
                self.open(chosen, (*self._trail, here))
            elif chosen is not None and chosen.instead:
                self._show_story(chosen.story, before=before)
            elif chosen is not None:
                self._trail = (*self._trail, here)
                self._show_story(chosen.story, before=here)
            elif before is not None:
                self._trail = self._trail[:-1]
                self._revisit(before)

        self.app.push_screen(screen, done)

    def show_progress(self, progress: Progress) -> None:
        """How far the adding of articles is."""
        words = STAGES.get(progress.stage, progress.stage)
        of = f" of {progress.total:,}" if progress.total is not None else ""
        stop: Spans = [(keymap_in(self.app).key("stop"), "strong"), (" stop ", "faint")]
        self.progress(f"{words}  {progress.done:,}{of}", stop)
