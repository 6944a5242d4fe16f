"""The app: it wires library, themes, keys and screens together, and runs the building of the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from datetime import datetime
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from textual import on
from textual.app import App, SystemCommand
from textual.screen import Screen

from index.events import Event, Finished, Progress, Skipped
from tui import keys
from tui.lifeline import EVERY, terminal_is_gone
from tui.messages import Built, Counted, CountWanted, Failed, Loaded, Told
from tui.render import many, one_line
from tui.report import MOST, Report, restored
from tui.screens.choice import AskScreen
from tui.screens.help import HelpScreen
from tui.screens.main import MainScreen
from tui.screens.report import ReportScreen
from tui.screens.search import SearchScreen
from tui.screens.welcome import WelcomeScreen
from tui.themes import DARK, LIGHT, THEMES
from tui.work import build, count_saved, load

if TYPE_CHECKING:
    from index.library import Library

THEME_SETTING = "theme"
REPORT_SETTING = "report"
GROWING = 1.0
"""Seconds between two looks at what a run has added so far."""


class NutgrafApp(App[None]):
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
        self.skipped: list[Skipped] = []
        self._looked = 0.0
        self._clock = clock
        self._stop = False
        self.building = False
        for theme in THEMES.values():
            self.register_theme(theme)
        saved = library.setting(THEME_SETTING)
        self.theme = saved if saved in THEMES else DARK.name
        self.desk = MainScreen(library, clock)
        self.install_screen(SearchScreen(library, clock), "search")

    def get_default_screen(self) -> Screen[None]:
        """The desk."""
        return self.desk

    def on_ready(self) -> None:
        """After the first frame: fetches the stories, then adds what was named, or offers a beginning."""
        if not self.is_headless:
            self.set_interval(EVERY, self._leave_with_terminal)
        for problem in self.library.config.problems:
            self.tell(f"{problem.subject}: {problem.reason}", problem=True)
        self.load()
        if self._paths:
            self.add(self._paths)
        elif not self.library.counts().articles:
            self.push_screen(WelcomeScreen(), self._welcomed)

    def _leave_with_terminal(self) -> None:
        if terminal_is_gone():
            self.exit()

    def _welcomed(self, paths: list[Path] | None) -> None:
        from index.library import seeds_folder

        if paths is not None:
            self.add(paths or [seeds_folder()])

    def load(self) -> None:
        """Fetches stories and list anew."""
        self._looked = monotonic()
        work = partial(load, self.library, self.desk.browse.view, self.post_message)
        self.run_worker(work, thread=True, group="browse", exclusive=True)

    @on(Loaded)
    def _loaded(self, event: Loaded) -> None:
        self.desk.loaded(event.stories, event.view, event.rows)

    @on(CountWanted)
    def _count_wanted(self) -> None:
        work = partial(count_saved, self.library, self.post_message)
        self.run_worker(work, thread=True, group="saved", exclusive=True)

    @on(Counted)
    def _counted(self, event: Counted) -> None:
        self.desk.browse.counted(event)

    # building

    def add(self, paths: Sequence[Path]) -> None:
        """Adds files and folders in the background."""
        self._build(partial(self.library.add, list(paths)))

    def action_refresh_sources(self) -> None:
        """Scans the sources again in the background."""
        self._build(self.library.refresh)

    def _build(self, start: Callable[..., Iterator[Event]]) -> None:
        if self.building:
            self.tell("still adding; X stops it")
            return
        self.building, self._stop, self.skipped = True, False, []
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
        if isinstance(event.event, Skipped):
            self.skipped.append(event.event)
        elif isinstance(event.event, Progress):
            self.desk.show_progress(event.event)
            if monotonic() - self._looked > GROWING and not self._is_loading():
                self.load()
        else:
            self._finished(event.event)

    def _is_loading(self) -> bool:
        return any(worker.group == "browse" and not worker.is_finished for worker in self.workers)

    def _finished(self, finished: Finished) -> None:
        self._end_build()
        counts = finished.counts
        ended = self._clock().isoformat(timespec="minutes")
        report = Report(counts, tuple(self.skipped[:MOST]), ended, finished.cancelled)
        self.library.set_setting(REPORT_SETTING, report.stored())
        parts = [many(counts.read, "new article") if counts.read else "nothing new"]
        parts += [f"{counts.updated:,} updated"] if counts.updated else []
        parts += [f"{counts.folded:,} copies folded"] if counts.folded else []
        parts += [f"{counts.gone:,} gone from disk, kept here"] if counts.gone else []
        parts += [f"{counts.skipped:,} skipped; ! says why"] if counts.skipped else []
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

    def action_keys(self) -> None:
        """The help."""
        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen())

    def action_theme(self) -> None:
        """Dark or light; kept for next time."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name
        self.library.set_setting(THEME_SETTING, self.theme)

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
        self.library.prune()
        return self.library.catch_up(cancelled=cancelled)

    async def action_quit(self) -> None:
        """Quits at once."""
        self.exit()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: every action that makes sense by name, from the table of keys."""
        owner = screen if screen is self.desk else None
        for key in keys.KEYS:
            target = {"desk": owner, "reader": owner and self.desk.reader, "anywhere": self}.get(key.where)
            if key.palette and target is not None:
                words = f"{key.words[0].upper()}{key.words[1:]}"
                known_as = f"key {key.names[0]}" if key.names else ""
                yield SystemCommand(words, known_as, partial(target.run_action, key.action))
