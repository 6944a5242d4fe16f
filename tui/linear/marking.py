"""Tags, notes, highlights and saved searches of the linear reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.anchor import words_of
from index.hits import SavedSearch
from index.marks import Highlight
from tui.linear.going import Going
from tui.linear.items import Counted
from tui.linear.telling import named
from tui.linear.views import ArticleView, ListView
from tui.render import many
from tui.tags import parted

_SENTENCES = re.compile(r"(\d+)(?:\s*-\s*(\d+))?\s*(.*)", re.S)
"""`2`, `2-4`, each with words of a note or without."""


class Marking(Going):
    """What the user leaves in articles; every change can be undone."""

    def _tag(self, rest: str) -> Iterator[str]:
        number, words = self._named(rest)
        articles = self._targets(number)
        tags = parted(words)
        if tags:
            add = [tag for tag in tags if tag[0] != "-"]
            remove = [tag[1:] for tag in tags if tag[0] == "-"]
            yield f"{many(self._library.tag(articles, add, remove), 'article')} changed."
        had = dict.fromkeys(tag for id in articles for tag in self._library.reading(id).tags)
        yield f"Tags: {', '.join(had) or 'none'}."

    def _note(self, rest: str) -> Iterator[str]:
        number, words = self._named(rest)
        article = self._targets(number)[0]
        if not words:
            yield "note takes words." if isinstance(self._trail[-1], ArticleView) else "note takes a number and words."
            return
        self._library.note(article, words)
        yield "Noted; notes tells all of them."

    def _highlight(self, rest: str) -> Iterator[str]:
        view = self._trail[-1]
        if isinstance(view, ListView):
            yield "Open an article first: type its number."
            return
        article, numbers = self._library.article(view.row.id), self._sentences(view)
        if not rest:
            yield from (f"{at}. {article.sentence(number)}" for at, number in enumerate(numbers, 1))
            yield "highlight NUMBER keeps one, NUMBER-NUMBER several; words after it are a note."
            return
        found = _SENTENCES.fullmatch(rest)
        first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
        if not found or not 1 <= first <= last <= len(numbers):
            yield f"highlight takes numbers of sentences, 1 to {len(numbers)}; without one it tells them."
            return
        self._library.highlight(article.id, numbers[first - 1], numbers[last - 1], found[3].strip())
        yield f"Highlighted: {words_of(article, numbers[first - 1], numbers[last - 1])}"

    def _sentences(self, view: ArticleView) -> Sequence[int]:
        """Numbers of the sentences of what was told last."""
        blocks = {block for block, _ in view.paragraphs[view.start : view.end]}
        sentences = self._library.article(view.row.id).sentences
        return [number for number, sentence in enumerate(sentences) if sentence.block in blocks]

    def _notes(self, _rest: str) -> Iterator[str]:
        view = self._trail[-1]
        if isinstance(view, ArticleView):
            marks = self._library.highlights_of(view.row.id)
            yield from self._enter(ListView("notes on the article", marks, "None here."))
        else:
            yield from self._enter(ListView("notes", self._library.all_highlights(), "No notes and no highlights yet."))

    def _forget(self, number: str) -> Iterator[str]:
        match self._item(number):
            case Highlight(id=id):
                self._library.remove_highlights([id])
                yield "Taken away; undo brings it back."
            case SavedSearch(name=name):
                self._library.searches.forget(name)
                yield f"{name} is forgotten."
            case _:
                yield "forget takes the number of a note, a highlight or a saved search."
                return
        view = self._trail.pop()
        yield from self._saved("") if view.prompt.startswith("saved") else self._notes("")

    # searches that are kept

    def _keep(self, name: str) -> Iterator[str]:
        query = next((v.query for v in reversed(self._trail) if isinstance(v, ListView) and v.query), "")
        if not query:
            yield "Search first; then keep NAME keeps the search."
            return
        self._library.searches.save(name or query, query)
        yield f"Kept as {name or query}; saved lists them."

    def _saved(self, _rest: str) -> Iterator[str]:
        yield from self._follow_index()
        none = "None yet; search, then keep NAME."
        yield from self._enter(ListView("saved searches", self._library.searches.all(), none))

    def _show(self, item: object) -> Iterator[str]:
        match item:
            case SavedSearch(name=name, query=query):
                self._library.searches.look(name)
                yield from self._search(query)
            case Counted(group=group, name=name) as item:
                rows = self._library.articles(group, name)
                yield from self._enter(ListView(f"articles of {named(item)}", rows, "No articles."))
            case _:
                yield from super()._show(item)
