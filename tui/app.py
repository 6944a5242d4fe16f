"""The app: it wires library, themes, keys and screens together, and runs the building of the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, cast

from rich.text import Text
from textual import on
from textual.screen import Screen
from textual.worker import WorkerFailed

from index.errors import NutgrafError
from tui import keys
from tui.building import Building
from tui.lifeline import EVERY, hold, leave, terminal_is_gone
from tui.messages import Counted, CountWanted, Loaded, Opened, Rearranged, StoriesChanged, StoryOpened, Told
from tui.render import one_line
from tui.screens.desk import TALL
from tui.screens.main import MainScreen
from tui.work import back_up, load

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from index.library import Library

NOTICE = 5
"""Seconds that a notice stays."""
TOLD = 3
"""Problems of the settings that are told one by one."""


class NutgrafApp(Building):
    """The reader. `clock` tells what ages are counted from; `executor` is handed to the building of the library."""

    TITLE = "nutgraf"
    CSS_PATH = "app.tcss"
    BINDINGS = keys.bindings("anywhere")
    VERTICAL_BREAKPOINTS = [(0, "-short"), (TALL, "-tall")]  # noqa: RUF012  Textual declares it an instance variable

    def __init__(
        self,
        library: Library,
        paths: Sequence[Path] = (),
        *,
        clock: Callable[[], datetime] = datetime.now,
        executor: Executor | None = None,
    ) -> None:
        super().__init__()
        self.library = library
        self._paths = list(paths)
        self._executor = executor
        self._clock = clock
        self._problem_until = 0.0
        self.dress(library)
        self.desk = MainScreen(library, clock)
        self.install_screen(cast("Screen[None]", self._search_screen), "search")

    def _search_screen(self) -> Screen[Opened | StoryOpened | None]:
        """Made when it is first asked for, as Textual makes those of `SCREENS`: it takes 10 ms."""
        from tui.screens.search import SearchScreen

        return SearchScreen(self.library, self._clock)

    def get_default_screen(self) -> Screen[None]:
        """The desk."""
        self.desk.prepare()
        return self.desk

    async def on_ready(self) -> None:
        """After the first frame: fetches the stories, then adds what was named, or offers a beginning."""
        self.load()
        self.stylesheet.read(Path(__file__).with_name("later.tcss"))
        self._tell_problems()
        await self.desk.furnish()
        if not self.is_headless:
            hold(self)
            self.set_interval(EVERY, self._leave_with_terminal)
        for said in (self.library.unwritable(), self.library.missing_engine(), self.library.better_engine()):
            if said:
                self.tell(said)
        is_new = not self.library.is_larger(0)
        if is_new and not self.had_tour:
            self.tour()
        self.run_worker(partial(back_up, self.library, self.post_message), thread=True, group="backup")
        if self._paths:
            self.add(self._paths)
        elif is_new:
            from tui.screens.welcome import WelcomeScreen

            self.push_screen(WelcomeScreen(), self._welcomed)

    def _tell_problems(self) -> None:
        for problem in self.problems[:TOLD]:
            self.tell(f"{problem.subject}: {problem.reason}", problem=True)
        if len(self.problems) > TOLD:
            self.tell(f"{len(self.problems) - TOLD} more such; nutgraf config lists them all", problem=True)

    def _leave_with_terminal(self) -> None:
        if terminal_is_gone():
            leave(self)

    def _welcomed(self, paths: list[Path] | None) -> None:
        from index.library import seeds_folder

        if paths is not None:
            self.add(paths or [seeds_folder()])

    def load(self) -> None:
        """Fetches the list anew."""
        self._looked = monotonic()
        work = partial(load, self.library, self.desk.browse.shelf, self.desk.browse.since, self.post_message)
        self.run_worker(work, thread=True, group="browse", exclusive=True)

    @on(Loaded)
    def _loaded(self, event: Loaded) -> None:
        self.desk.loaded(event.listed)

    @on(CountWanted)
    def _count_wanted(self) -> None:
        from tui.search_work import count_saved

        work = partial(count_saved, self.library, self.post_message)
        self.run_worker(work, thread=True, group="saved", exclusive=True)

    @on(Counted)
    def _counted(self, event: Counted) -> None:
        self.desk.browse.counted(event)

    @on(StoriesChanged)
    def _stories_changed(self) -> None:
        self.load()

    @on(Rearranged)
    def _rearranged(self, event: Rearranged) -> None:
        self.tell(event.words)
        self.load()
        if not self.building:
            from tui.story_work import follow

            work = partial(follow, self.library, self.post_message)
            self.run_worker(work, thread=True, group="follow", exclusive=True)

    # words and keys

    def tell(self, words: str, *, problem: bool = False) -> None:
        """A short notice in the place of the one before, unless that is a problem; whatever its words, they are only
        words."""
        if monotonic() > self._problem_until:
            self.clear_notifications()
        if problem:
            self._problem_until = monotonic() + NOTICE
        self.notify(one_line(words), markup=False, severity="error" if problem else "information", timeout=NOTICE)

    @on(Told)
    def _told(self, event: Told) -> None:
        self.tell(event.words)

    def _handle_exception(self, error: Exception) -> None:
        """A library that breaks while it is read ends the reader with the sentence that says so; a mistake of ours ends
        it with its traceback."""
        cause = error.error if isinstance(error, WorkerFailed) else error
        if isinstance(cause, NutgrafError):
            self.exit(return_code=cause.exit_code, message=Text(f"nutgraf: {one_line(str(cause))}"))
        else:
            super()._handle_exception(error)

    async def action_quit(self) -> None:
        """Quits at once."""
        self.exit()
