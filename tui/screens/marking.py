"""What the user does with articles and sentences: tags, notes, highlights, all of a list at once, and undoing it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from textual import on

from tui.keymap import keymap_in
from tui.messages import Marked, StoriesChanged, Told
from tui.render import many, one_line
from tui.screens.reading import ReadingDesk
from tui.work import mark_many, undo

NOTHING_HERE = "there is no article here"


class MarkingDesk(ReadingDesk):
    """Every change is written at once and can be undone."""

    def action_undo(self) -> None:
        """Takes the last change back and says what it was."""
        self.run_worker(partial(undo, self.library, self.post_message), thread=True, group="marks")

    def marked_anew(self) -> None:
        """Shows everything as it is after marks of many articles changed."""
        self.browse.forget_rows()
        self._annotate()
        self.recount()
        self.head()
        if self.browse.view in ("tags", "notes"):
            self.browse.reload()

    def _write(self, write: Callable[[], object], done: str = "") -> None:
        if self.written(write):
            self.marked_anew()
            if done:
                self.post_message(Told(f"{done}; {keymap_in(self.app).key('undo')} takes it back"))

    def action_mark(self, read: bool) -> None:
        """Read or unread, all that is picked; on a story's line all of it."""
        if self._has_targets():
            meant = self.browse.meant if self.pane == "browse" else self.targets
            self._mark(meant, lambda: self.library.mark_read(meant, read), f"marked as {'read' if read else 'unread'}")

    def action_star(self) -> None:
        """A star for all that is picked, or none if all of them have one. The reader tells it too."""
        if self._has_targets():
            rows = self.library.rows(self.targets)
            ids, starred = [row.id for row in rows], not all(row.starred for row in rows)
            self._mark(ids, lambda: self.library.star(ids, starred), "starred" if starred else "without a star now")
            self._annotate()

    def _mark(self, articles: Sequence[str], write: Callable[[], int], done: str) -> None:
        """Of several articles it is said what became of how many: not all of them are seen."""
        number = -1

        def count() -> int:
            nonlocal number
            number = write()
            return number

        if self.written(count):
            self.changed(articles)
        if len(articles) > 1 and number >= 0:
            took = f"{many(number, 'article')} {done}; {keymap_in(self.app).key('undo')} takes it back"
            self.post_message(Told(took if number else "nothing to change: all of them are so already"))

    def _has_targets(self) -> bool:
        if not self.targets:
            self.post_message(Told(NOTHING_HERE))
        return bool(self.targets)

    def _annotate(self) -> None:
        if self.shown:
            self.reader.row = self.library.row(self.shown)
            self.reader.annotate(self.library.highlights_of(self.shown), self.library.reading(self.shown).tags)

    # tags

    def action_tag(self) -> None:
        """Asks for tags; one with a minus before it is taken away."""
        articles = self.targets
        if not articles:
            self.post_message(Told(NOTHING_HERE))
            return
        from tui.screens.tagging import TaggingScreen

        known = [tag for tag, _ in self.library.tags()]
        had = list(dict.fromkeys(tag for id in articles[:50] for tag in self.library.reading(id).tags))

        def answered(tags: tuple[str, ...] | None) -> None:
            if tags:
                add = [tag for tag in tags if tag[0] != "-"]
                remove = [tag[1:] for tag in tags if tag[0] == "-"]
                self._write(lambda: self.library.tag(articles, add, remove), f"{many(len(articles), 'article')} tagged")

        self.app.push_screen(TaggingScreen(self._what(articles), known, had), answered)

    def _what(self, articles: tuple[str, ...]) -> str:
        rows = self.library.rows(articles[:1])
        return many(len(articles), "article") if len(articles) > 1 or not rows else one_line(rows[0].title)

    # notes and highlights

    def action_note(self) -> None:
        """A note on the selected sentences, else on the highlight that is gone to, else on the article."""
        text = self.reader.text
        if self.pane == "reader" and text.selected is not None:
            self._ask_note("", "the selected sentences", partial(self._highlighted, text.selected))
            return
        if len(self.targets) > 1:
            self._ask_note("", many(len(self.targets), "article"), partial(self._note_all, self.targets))
        elif self.targets:
            self._note_one(self.targets[0])
        else:
            self.post_message(Told(NOTHING_HERE))

    def _note_one(self, article: str) -> None:
        lit = self.reader.text.lit if self.pane == "reader" else None
        marks = self.library.highlights_of(article)
        here = [mark for mark in marks if (mark.whole if lit is None else mark.first <= lit <= mark.last)]
        if here:
            self._ask_note(here[0].note, self._what((article,)), partial(self._annotated, here[0].id))
        else:
            self._ask_note("", self._what((article,)), partial(self._note_all, (article,)))

    def _ask_note(self, words: str, what: str, then: Callable[[str | None], None]) -> None:
        from tui.screens.noting import NotingScreen  # Textual's editor, 0.05 s: not on the way to the first frame

        self.app.push_screen(NotingScreen(words, what), then)

    def _highlighted(self, sentences: tuple[int, int], words: str | None) -> None:
        if words is not None:
            self._keep(sentences, words)

    def _keep(self, sentences: tuple[int, int], words: str = "") -> None:
        self.reader.text.cancel()
        self._write(lambda: self.library.highlight(self.shown, *sentences, words))
        self.foot()

    def _annotated(self, mark: int, words: str | None) -> None:
        if words is not None:
            self._write(lambda: self.library.annotate(mark, words))

    def _note_all(self, articles: tuple[str, ...], words: str | None) -> None:
        if words:
            self._write(lambda: self.library.note_all(articles, words), f"{many(len(articles), 'article')} noted")

    def action_select(self) -> None:
        """Begins to select sentences; once more holds one end."""
        text = self.reader.text
        if text.selecting:
            text.hold()
        elif not text.begin():
            self.post_message(Told("there are no sentences here"))
            return
        held = "j k: how far · v: one again" if text.held else "j k: which · v: from here on"
        self.announce(f"{held} · enter: highlight · a: with a note")

    def action_keep(self) -> None:
        """Highlights what is selected; what is highlighted just so loses its highlight."""
        selected = self.reader.text.selected
        if selected is None:
            self.post_message(Told(f"{keymap_in(self.app).key('reader.select')} selects sentences first"))
            return
        same = [mark.id for mark in self.reader.highlights if (mark.first, mark.last) == selected and not mark.note]
        if same:
            self.reader.text.cancel()
            self._write(lambda: self.library.remove_highlights(same))
        else:
            self._keep(selected)

    # many at once

    def action_mark_shown(self) -> None:
        """Asks whether to mark all articles of the list as read."""
        from tui.screens.choice import AskScreen

        shown = self.browse.shown()
        unread = [row.id for row in self.library.rows(shown) if not row.read] if len(shown) <= 5000 else shown
        if not unread:
            self.post_message(Told("everything here is read"))
            return
        what = many(len(unread), "article")
        undo = keymap_in(self.app).key("undo")
        question = AskScreen(f"Mark {what} as read?", f"{undo} takes it back.", "Leave them", f"Mark {what}")

        def answered(wanted: str | None) -> None:
            if wanted:
                work = partial(mark_many, self.library, unread, undo, self.post_message)
                self.run_worker(work, thread=True, group="marks")

        self.app.push_screen(question, answered)

    @on(Marked)
    def _many_marked(self, event: Marked) -> None:
        event.stop()
        self.post_message(Told(event.words))
        self.marked_anew()
        if event.stories:
            self.post_message(StoriesChanged())
