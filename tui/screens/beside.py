"""An article beside the others of its story: what is new in it, and how it differs from another one."""

from __future__ import annotations

from functools import partial

from textual import on

from tui.keymap import keymap_in
from tui.messages import Compared, Opened, StoryOpened, Told
from tui.screens.summing import SummingDesk

AGAINST = ("", "earlier", "read")
"""What the sentences of an article are held against, in the order of the key: nothing, earlier articles, read ones."""
WORDS = {"earlier": "against the earlier articles", "read": "against what you have read"}


class BesideDesk(SummingDesk):
    """Holds the article that is shown against the others of its story."""

    _against = ""

    def action_novelty(self) -> None:
        """What is new here: against the earlier articles of the story, against those that were read, off."""
        story = self.story_of(self.reader.row)
        if story is None or len(story.articles) < 2:
            self.post_message(Told("no other article reports this; all of it is new"))
            return
        shown = self._against if self.reader.text.fresh is not None else ""
        self._against = AGAINST[(AGAINST.index(shown) + 1) % len(AGAINST)]
        if not self._against:
            self.reader.text.news(None)
            self.foot()
            return
        read = None
        if self._against == "read":
            read = [row.id for row in self.library.rows(story.articles) if row.read and row.id != self.shown]
        from tui.story_work import what_is_new

        work = partial(what_is_new, self.library, story.id, self._against, read, self.post_message)
        self.run_worker(work, thread=True, group="news", exclusive=True)

    def action_key_sentence(self, step: int) -> None:
        """To the next sentence that is new, while these stand out; else to the next one of the summary."""
        new = self.reader.text.fresh
        if new is None:
            super().action_key_sentence(step)
            return
        at = self.reader.text.lit
        here = self.reader.text.place - (step > 0) if at is None else at
        onward = [number for number in new if (number > here if step > 0 else number < here)]
        if onward:
            number = onward[0 if step > 0 else -1]
            self.reader.text.light(number)
            self.announce(f"new sentence {list(new).index(number) + 1} of {len(new)}")
        else:
            self.announce("no new sentence further on" if step > 0 else "no new sentence before")

    @on(Compared)
    def _compared(self, event: Compared) -> None:
        event.stop()
        mine = next((one for one in event.fresh if one.article == self.shown), None)
        if mine is not None and event.against == self._against:
            self.reader.text.news(mine.sentences)
            onward = keymap_in(self.app).key("reader.next_key")
            jump = f"; {onward} goes to the next" if mine.sentences else ""
            self.announce(f"{len(mine.sentences)} new of {mine.total}, {WORDS[event.against]}{jump}")

    def action_compare(self) -> None:
        """This article beside another one of its story."""
        from tui.screens.compare import CompareScreen

        story = self.story_of(self.reader.row)
        rows = self.library.rows(story.articles) if story is not None else []
        if any(row.id == self.shown for row in rows):
            CompareScreen.choose(self, self.library, self.shown, rows, self.went)

    def went(self, wanted: Opened | StoryOpened | None) -> None:
        """Somewhere else, from another screen."""
        if wanted is not None:
            self.post_message(wanted)
