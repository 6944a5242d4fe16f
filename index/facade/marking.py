"""What the user does: read marks, stars, tags, places, highlights and notes, and undoing it.

Every change is one small transaction in reading.db, together with the step that undoes it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from index.errors import NothingFound, UsageError
from index.facade.base import Part

if TYPE_CHECKING:
    from index.marks import Highlight, Reading
    from index.store.journal import Operation, Step
    from index.store.reading import Before, Column, Value


class Marking(Part):
    """Reading state. Methods that change it give how many articles changed, and can be undone, step by step."""

    def reading(self, article: str) -> Reading:
        """Read mark, star, tags and place."""
        return self._stores.reading.reading(article)

    def first_unread(self, articles: Sequence[str]) -> str:
        """The first of these articles that is not read; empty where all are. 1 ms for 1,000."""
        read = self._stores.reading.values("read_at", articles)
        return next((article for article in articles if not read[article]), "")

    def mark_read(self, articles: Iterable[str], read: bool = True) -> int:
        """Sets or takes away read marks; an article that is read keeps the time at which it was."""
        now = _now()
        words = "marked as read" if read else "marked as unread"
        return self._put("read_at", articles, lambda before: (before or now) if read else "", words)

    def star(self, articles: Iterable[str], starred: bool = True) -> int:
        """Sets or takes away stars."""
        return self._put("starred", articles, lambda _: int(starred), "starred" if starred else "star taken away")

    def tag(self, articles: Iterable[str], add: Collection[str] = (), remove: Collection[str] = ()) -> int:
        """Gives articles tags and takes some away; a tag is any text without a line break, case matters."""
        added = [tidy for tag in add if (tidy := " ".join(tag.split()))]

        def tagged(before: str | int) -> str:
            kept = [tag for tag in json.loads(str(before)) if tag not in remove]
            return json.dumps(list(dict.fromkeys([*kept, *added])), ensure_ascii=False)

        words = [*(f"+{tag}" for tag in added), *(f"-{tag}" for tag in remove)]
        return self._put("tags", articles, tagged, f"tagged {' '.join(words)}")

    def tags(self) -> list[tuple[str, int]]:
        """Every tag with the number of articles that have it, by name."""
        from index.store.lists import counted

        return counted(self._stores.database, "tag")

    def set_place(self, article: str, sentence: int) -> None:
        """Remembers where the reader was: the number of a sentence."""
        self._stores.reading.set_place(article, sentence)

    def setting(self, name: str) -> str:
        """A remembered setting of the screen; empty if there is none."""
        return self._stores.reading.setting(name)

    def set_setting(self, name: str, value: str) -> None:
        """Remembers a setting of the screen."""
        self._stores.reading.set_setting(name, value)

    # highlights and notes

    def highlight(self, article: str, first: int, last: int, note: str = "") -> Highlight:
        """Marks the sentences from first to last, both included, with words of the user's own or without.

        Raises `NothingFound` for an unknown article, `UsageError` for sentences that it does not have.
        """
        from index.anchor import words_of
        from index.marks import Highlight

        found = self._stores.articles.article(article)
        if not 0 <= first <= last < len(found.sentences):
            raise UsageError(f"there are no sentences {first} to {last} in {article}", subject=article)
        mark = Highlight(0, article, first, last, words_of(found, first, last), note.strip(), _now())
        return self._keep([mark])[0]

    def note(self, article: str, words: str) -> Highlight:
        """A note on an article as a whole. Raises `NothingFound` for an unknown one, `UsageError` without words."""
        return self.note_all([article], words)[0]

    def note_all(self, articles: Sequence[str], words: str) -> list[Highlight]:
        """The same note on each of some articles, in one step. Raises as `note` does."""
        from index.marks import Highlight

        if not words.strip():
            raise UsageError("a note needs words")
        rows = [self._stores.articles.row(article) for article in articles]
        return self._keep([Highlight(0, row.id, -1, -1, "", words.strip(), _now()) for row in rows])

    def _keep(self, highlights: Sequence[Highlight]) -> list[Highlight]:
        with self._stores.database.marking() as connection:
            kept = [self._stores.highlights.add(connection, each) for each in highlights]
            words = "noted" if kept[0].note else "highlighted"
            step = f"{words}: {self._name([each.article for each in kept])}"
            self._stores.journal.add(connection, step, ("unmark", [each.id for each in kept]))
        return kept

    def annotate(self, id: int, words: str) -> bool:
        """Other words for a note or highlight; a note on a whole article without any goes. True if it is done."""
        from index.marks import Highlight
        from index.store.highlights import as_values

        before = self._stores.highlights.find(id)
        if before is None:
            raise NothingFound(f"there is no note {id}", subject=id)
        if before.whole and not words.strip():
            return bool(self.remove_highlights([id]))
        values = as_values(before)
        values[5] = words.strip()
        with self._stores.database.marking() as connection:
            self._stores.highlights.add(connection, Highlight(*values))
            step = f"note changed: {self._name([before.article])}"
            self._stores.journal.add(connection, step, ("remark", [as_values(before)]))
        return True

    def remove_highlights(self, ids: Iterable[int]) -> int:
        """Takes highlights and notes away; gives how many were there."""
        from index.store.highlights import as_values

        with self._stores.database.marking() as connection:
            gone = self._stores.highlights.remove(connection, ids)
            if gone:
                articles = list(dict.fromkeys(each.article for each in gone))
                step = f"{'note' if gone[0].note else 'highlight'} removed: {self._name(articles)}"
                self._stores.journal.add(connection, step, ("remark", [as_values(each) for each in gone]))
        return len(gone)

    def highlights_of(self, article: str) -> list[Highlight]:
        """What is marked and noted in an article, in text order, where it stands in today's wording."""
        from index.anchor import anchored

        found = self._stores.highlights.of_article(article)
        if not found:
            return []
        text = self._stores.articles.article(article)
        return sorted((anchored(each, text) for each in found), key=lambda each: (each.first, each.last, each.id))

    def all_highlights(self) -> list[Highlight]:
        """Everything that is marked and noted, the latest first, numbered as when it was made."""
        return self._stores.highlights.all()

    # undo

    def undo(self) -> str:
        """Takes the user's last step back; gives what it was in words, empty when there is none.

        Works back through this session's steps, then through those of earlier ones. 100,000 marks take a second.
        """
        step = self.undo_step()
        return step.words if step is not None else ""

    def undo_step(self) -> Step | None:
        """The same, with what was done to take it back."""
        journal = self._stores.journal
        with journal.one_at_a_time:
            while (step := journal.newest()) is not None:
                with self._stores.database.marking() as connection:
                    ours = journal.drop(connection, step)
                if ours:
                    for name, argument in step.inverse:
                        getattr(self, f"_undo_{name}")(argument)
                    return step
        return None

    def _undo_put(self, argument: tuple[Column, Before]) -> None:
        column, before = argument
        with self._stores.database.marking() as connection:
            values = {id: value for value, ids in before for id in ids}
            self._stores.reading.put(connection, column, values)

    def _undo_unmark(self, ids: Sequence[int]) -> None:
        with self._stores.database.marking() as connection:
            self._stores.highlights.remove(connection, ids)

    def _undo_remark(self, highlights: Iterable[Sequence[Any]]) -> None:
        from index.marks import Highlight

        with self._stores.database.marking() as connection:
            for values in highlights:
                self._stores.highlights.add(connection, Highlight(*values))

    def _did(self, words: str, *inverse: Operation) -> None:
        """Writes down a step of another part of the façade, which answers to its operations with `_undo_NAME`."""
        with self._stores.database.marking() as connection:
            self._stores.journal.add(connection, words, *inverse)

    def _put(self, column: Column, articles: Iterable[str], change: Callable[[Value], Value], words: str) -> int:
        with self._stores.database.marking() as connection:
            known = self._stores.reading.values(column, list(articles))
            before = self._stores.reading.put(connection, column, {id: change(value) for id, value in known.items()})
            changed = [id for _, ids in before for id in ids]
            if changed:
                self._stores.journal.add(connection, f"{words}: {self._name(changed)}", ("put", [column, before]))
        return len(changed)

    def _name(self, articles: Sequence[str]) -> str:
        """One article by its title, several by their number."""
        if len(articles) > 1:
            return f"{len(articles):,} articles"
        rows = self._stores.articles.rows(articles)
        return rows[0].title or articles[0] if rows else articles[0]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
