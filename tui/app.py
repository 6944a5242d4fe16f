"""The app: it wires library, themes, keys and screens together, and runs the building of the library."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from datetime import datetime
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from textual import on
from textual.screen import Screen

from index.events import Event, Finished, Progress
from tui import keys
from tui.commanding import Commanding
from tui.lifeline import EVERY, hold, terminal_is_gone
from tui.messages import Built, Counted, CountWanted, Failed, Loaded, Rearranged, StoriesChanged, Told
from tui.render import many, one_line
from tui.report import Named, restored
from tui.screens.choice import AskScreen
from tui.screens.main import MainScreen
from tui.screens.report import ReportScreen
from tui.screens.search import SearchScreen
from tui.screens.welcome import WelcomeScreen
from tui.story_work import follow
from tui.work import back_up, build, count_saved, load

if TYPE_CHECKING:
    from index.library import Library

REPORT_SETTING = "report"
TOLD = 3
"""Problems of the settings that are told one by one."""
GROWING = 1.0
"""Seconds between two looks at what a run has added so far."""


class NutgrafApp(Commanding):
    """The reader. `clock` tells what ages are counted from; `executor` is handed to the building of the library."""

    TITLE = "nutgraf"
    CSS_PATH = "app.tcss"
    BINDINGS = keys.bindings("anywhere")
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-tall")]  # noqa: RUF012  Textual declares it an instance variable
    """Up to 15 rows there is no room for head and foot; the stylesheet takes them away."""

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
        self._looked = 0.0
        self._clock = clock
        self._stop = False
        self._is_frozen = False
        self._removed = 0
        """How many articles the run that is under way has removed."""
        self.building = False
        self.dress(library)
        self.desk = MainScreen(library, clock)
        self.install_screen(SearchScreen(library, clock), "search")

    def get_default_screen(self) -> Screen[None]:
        """The desk."""
        return self.desk

    def on_ready(self) -> None:
        """After the first frame: fetches the stories, then adds what was named, or offers a beginning."""
        if not self.is_headless:
            hold(self)
            self.set_interval(EVERY, self._leave_with_terminal)
        self._tell_problems()
        for said in (self.library.missing_engine(), self.library.better_engine()):
            if said:
                self.tell(said)
        is_new = not self.library.counts().articles
        if is_new and not self.had_tour:
            self.tour()
        self.load()
        self.run_worker(partial(back_up, self.library, self.post_message), thread=True, group="backup")
        if self._paths:
            self.add(self._paths)
        elif is_new:
            self.push_screen(WelcomeScreen(), self._welcomed)

    def _tell_problems(self) -> None:
        for problem in self.problems[:TOLD]:
            self.tell(f"{problem.subject}: {problem.reason}", problem=True)
        if len(self.problems) > TOLD:
            self.tell(f"{len(self.problems) - TOLD} more such; nutgraf config lists them all", problem=True)

    def _leave_with_terminal(self) -> None:
        if terminal_is_gone():
            self.exit()

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
        if not self._is_frozen:
            self._is_frozen = True
            gc.freeze()  # modules, classes, widgets: the collector would walk all of them now and then, for 0.05 s

    @on(CountWanted)
    def _count_wanted(self) -> None:
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
            work = partial(follow, self.library, self.post_message)
            self.run_worker(work, thread=True, group="follow", exclusive=True)

    # building

    def add(self, paths: Sequence[Path]) -> None:
        """Adds files and folders in the background."""
        self._build(partial(self.library.add, list(paths)))

    def action_refresh_sources(self) -> None:
        """Scans the sources again in the background."""
        self._build(self.library.refresh)

    def _build(self, start: Callable[..., Iterator[Event]]) -> None:
        if self.building:
            self.tell(f"still adding; {self.keymap.key('stop')} stops it")
            return
        self.building, self._stop = True, False
        begin = partial(start, cancelled=lambda: self._stop, executor=self._executor)
        self.desk.progress("looking for articles …")
        self.run_worker(partial(build, begin, self.post_message), thread=True, group="build")

    def on_unmount(self) -> None:
        """However the app ends, a run in progress stops at its next step."""
        self._stop = True

    def action_stop_building(self) -> None:
        """Asks the run to stop at its next step; what is stored stays."""
        self._stop = True

    @on(Built)
    def _built(self, event: Built) -> None:
        if isinstance(event.event, Progress):
            self.desk.show_progress(event.event)
            if monotonic() - self._looked > GROWING and not self._is_loading():
                self.load()
        else:
            self._finished(event.event, event.named)

    def _is_loading(self) -> bool:
        return any(worker.group == "browse" and not worker.is_finished for worker in self.workers)

    def _finished(self, finished: Finished, named: Named) -> None:
        self._end_build()
        counts = finished.counts
        ended = self._clock().isoformat(timespec="minutes")
        report = named.report(counts, ended, finished.cancelled)
        self.library.set_setting(REPORT_SETTING, report.stored())
        removed, self._removed = self._removed, 0
        parts = [f"{many(removed, 'article')} removed"] if removed else []
        parts += [many(counts.read, "new article")] if counts.read else [] if removed else ["nothing new"]
        parts += [f"{counts.updated:,} updated"] if counts.updated else []
        parts += [f"{many(counts.folded, 'copy', 'copies')} folded"] if counts.folded else []
        parts += [f"{counts.gone:,} gone from disk, kept here"] if counts.gone else []
        parts += [f"{counts.skipped:,} skipped; {self.keymap.key('report')} says why"] if counts.skipped else []
        self.tell(("stopped: " if finished.cancelled else "") + " · ".join(parts))

    def _end_build(self) -> None:
        self.building = False
        self.desk.progress("")
        self.load()

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        if self.building:
            self._end_build()
        self.tell(event.reason, problem=True)

    # words and keys

    def tell(self, words: str, *, problem: bool = False) -> None:
        """A short notice; whatever words it carries, they are only words."""
        self.notify(one_line(words), markup=False, severity="error" if problem else "information", timeout=5)

    @on(Told)
    def _told(self, event: Told) -> None:
        self.tell(event.words)

    def action_report(self) -> None:
        """What the last run did, and the files that it skipped."""
        self.push_screen(ReportScreen(restored(self.library.setting(REPORT_SETTING))))

    def action_prune(self) -> None:
        """Asks, with their number, whether to remove the articles whose files are gone."""
        gone = len(self.library.gone())
        if not gone:
            self.tell("no article has lost its file; there is nothing to remove")
            return
        what = many(gone, "article")
        question = AskScreen(
            f"Remove {what} whose files are gone?", "Their text is kept nowhere else.", "Keep them", f"Remove {what}"
        )
        self.push_screen(question, self._prune_answered)

    def _prune_answered(self, wanted: str | None) -> None:
        if wanted:
            self._build(self._pruned)

    def _pruned(self, *, cancelled: Callable[[], bool], **_options: Executor | None) -> Iterator[Event]:
        self._removed = self.library.prune()
        return self.library.catch_up(cancelled=cancelled)

    async def action_quit(self) -> None:
        """Quits at once."""
        self.exit()
