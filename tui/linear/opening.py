"""Opening articles and stories in the linear reader, and what they say in short."""

from __future__ import annotations

from collections.abc import Iterator

from index.hits import Hit
from index.models import Story, SummaryLine
from tui.linear.place import Place
from tui.linear.telling import articles_of, head, paragraphs, told
from tui.linear.views import ArticleView, ListView


class Opening(Place):
    """The commands that open something."""

    def _open(self, number: str) -> Iterator[str]:
        item = self._item(number)
        match item:
            case Story() if len(item.articles) > 1:
                yield from self._tell_story(item.id)
            case Story():
                yield from self._open_article(item.articles[0])
            case SummaryLine():
                yield from self._open_article(item.article, sentence=item.sentence)
            case Hit():
                yield from self._open_article(item.row.id)
            case _:
                yield from self._open_article(item.id)

    def _open_article(self, id: str, *, sentence: int | None = None, anew: bool = False) -> Iterator[str]:
        row, article = self._library.row(id), self._library.article(id)
        view = ArticleView(row, paragraphs(article))
        yield from head(row, self._library.story(row.story) if row.story else None, len(view.paragraphs))
        place = 0 if anew else self._library.reading(id).place if sentence is None else sentence
        if place and place < len(article.sentences):
            view = view.at_block(article.sentences[place].block)
            yield f"From paragraph {view.start + 1}, {'where you were' if sentence is None else 'where it stands'}."
        if isinstance(self._trail[-1], ArticleView):
            self._trail.pop()
        self._trail.append(view)
        self._library.mark_read([id])
        if view.paragraphs:
            yield from self._read_on(view, page=False)

    def _following(self, _rest: str) -> Iterator[str]:
        return self._neighbour(1)

    def _previous(self, _rest: str) -> Iterator[str]:
        return self._neighbour(-1)

    def _neighbour(self, step: int) -> Iterator[str]:
        view = self._trail[-1]
        lists = [each for each in self._trail if isinstance(each, ListView)]
        if isinstance(view, ListView) or not lists:
            yield "Open an article first: type its number."
            return
        ids = list(dict.fromkeys(id for item in lists[-1].items for id in articles_of(item)))
        at = ids.index(view.row.id) + step if view.row.id in ids else -1
        if 0 <= at < len(ids):
            yield from self._open_article(ids[at])
        else:
            yield "No more articles this way."

    def _read_on(self, view: ArticleView, *, page: bool) -> Iterator[str]:
        if view.is_over:
            yield "End of the article."
            return
        on = view.on(page=page)
        self._keep_place(on)
        yield from self._turn(on, "")

    def _keep_place(self, view: ArticleView) -> None:
        article = self._library.article(view.row.id)
        block = view.paragraphs[view.start][0]
        place = next((number for number, at in enumerate(article.sentences) if at.block >= block), None)
        if place is not None:
            self._library.set_place(view.row.id, place)

    def _summary(self, number: str) -> Iterator[str]:
        item = self._item(number) if number or isinstance(self._trail[-1], ListView) else None
        if isinstance(item, Story) and len(item.articles) > 1:
            lines, name = self._library.story_summary(item.id).lines, "story in short"
        else:
            lines, name = self._library.summary(self._targets(number)[0]).lines, "in short"
        yield from self._enter(ListView(name, lines, "There is no sentence to quote."))

    def _context(self, number: str) -> Iterator[str]:
        row = self._library.row(self._targets(number)[0])
        if row.story:
            yield from self._tell_story(row.story)
        else:
            yield "It is in no story yet."

    def _tell_story(self, id: str) -> Iterator[str]:
        story = self._library.story(id)
        yield f"{story.headline}."
        lines = self._library.story_summary(id).lines
        rows = self._library.rows(story.articles)
        names = {row.id: row for row in rows}
        yield from (f"- {told(line, names)}" for line in lines)
        yield from self._enter(ListView("articles of the story", rows, "It has no articles."))
