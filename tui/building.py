"""The app while articles are added, scanned again or removed: one run at a time, told as it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from textual import on

from tui.commanding import Commanding
from tui.messages import Built, Failed, IndexWanted
from tui.render import many
from tui.work import build

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from index.events import Event, Finished
    from tui.report import Named

REPORT_SETTING = "report"
GROWING = 1.0
"""Seconds between two looks at what a run has added so far."""
AGAIN = 60.0
"""Seconds until an index that could not be made (another process writes, the disk is full) is tried again."""


class Building(Commanding):
    """An app that fills its library."""

    building = False
    """True while a run is under way."""
    _clock: Callable[[], datetime] = datetime.now
    _executor: Executor | None = None
    _stop = False
    _looked = 0.0
    _removed = 0
    """How many articles the run that is under way has removed."""
    _nothing = ""
    """What is told of a run that read nothing."""
    _indexed = -AGAIN
    """When an index was last begun to be made outside of other runs."""

    def load(self) -> None:
        """Fetches the list anew."""
        raise NotImplementedError

    def add(self, paths: Sequence[Path]) -> None:
        """Adds files and folders in the background."""
        self._build(partial(self.library.add, list(paths)))

    def action_refresh_sources(self) -> None:
        """Scans the sources again in the background."""
        self._build(self.library.refresh)

    def _build(self, start: Callable[..., Iterator[Event]], nothing: str = "nothing new") -> None:
        if self.building:
            self.tell(f"still adding; {self.keymap.key('stop')} stops it")
            return
        self.building, self._stop, self._nothing = True, False, nothing
        begin = partial(start, cancelled=lambda: self._stop, executor=self._executor)
        self.desk.progress("looking for articles …")
        self.run_worker(partial(build, begin, self.post_message), thread=True, group="build")

    def on_unmount(self) -> None:
        """However the app ends, a run in progress stops at its next step."""
        self._stop = True

    def action_stop_building(self) -> None:
        """Asks the run to stop at its next step; what is stored stays."""
        if not self.building:
            self.tell("nothing is being added")
        self._stop = True

    @on(Built)
    def _built(self, event: Built) -> None:
        from index.events import Progress  # values and reports of a run: 4 ms that the first frame needs not

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
        parts += [many(counts.read, "new article")] if counts.read else [] if removed else [self._nothing]
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

    def action_report(self) -> None:
        """What the last run did, and the files that it skipped."""
        from tui.report import restored
        from tui.screens.report import ReportScreen

        self.push_screen(ReportScreen(restored(self.library.setting(REPORT_SETTING)), self.keymap))

    def action_prune(self) -> None:
        """Asks, with their number, whether to remove the articles whose files are gone."""
        from tui.screens.choice import AskScreen

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

    @on(IndexWanted)
    def _index_wanted(self) -> None:
        if not self.building and monotonic() - self._indexed > AGAIN:
            self._indexed = monotonic()
            self._build(self._caught_up, "all articles can be searched")

    def _caught_up(self, *, cancelled: Callable[[], bool], **_options: Executor | None) -> Iterator[Event]:
        return self.library.catch_up(cancelled=cancelled)

    def _pruned(self, *, cancelled: Callable[[], bool], **_options: Executor | None) -> Iterator[Event]:
        self._removed = self.library.prune()
        return self.library.catch_up(cancelled=cancelled)
