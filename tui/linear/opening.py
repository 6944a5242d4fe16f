"""Opening articles and stories in the linear reader, and what they say in short."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from index.findings import Spot
from index.hits import Hit
from index.kinship import Near
from index.marks import Highlight
from index.models import ArticleRow, Story, SummaryLine
from tui.linear.items import Point
from tui.linear.place import Place
from tui.linear.telling import head, paragraphs, told
from tui.linear.views import ArticleView, ListView
from tui.render import many


class Opening(Place):
    """The commands that open something."""

    def _open(self, number: str) -> Iterator[str]:
        item = self._item(number)
        self._stand_at(int(number) - 1)
        yield from self._show(item.leads_to if isinstance(item, Point) else item)

    def _stand_at(self, at: int) -> None:
        """The list remembers which of its items was opened: what follows is looked for from there."""
        place = max(place for place, view in enumerate(self._trail) if isinstance(view, ListView))
        self._trail[place] = replace(cast(ListView, self._trail[place]), at=at)

    def _show(self, item: object) -> Iterator[str]:
        match item:
            case Story(articles=[article]):
                yield from self._open_article(article)
            case Story(id=story) | Near(story=Story(id=story)):
                yield from self._tell_story(story)
            case SummaryLine(article=article, sentence=sentence) | Spot(article=article, sentence=sentence):
                yield from self._open_article(article, sentence=sentence)
            case Highlight(article=article, first=first):
                yield from self._open_article(article, sentence=first if first >= 0 else None)
            case Hit(row=row) | (ArticleRow() as row):
                yield from self._open_article(row.id)
            case _:
                yield "It leads nowhere."

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
        yield from self._told_marks(id)
        if not self._library.unwritable():
            self._library.mark_read([id])
        if view.paragraphs:
            yield from self._read_on(view, page=False)

    def _told_marks(self, id: str) -> Iterator[str]:
        if tags := self._library.reading(id).tags:
            yield f"Tags: {', '.join(tags)}."
        if marks := self._library.highlights_of(id):
            yield f"{many(len(marks), 'note or highlight', 'notes and highlights')}; notes tells them."

    def _following(self, _rest: str) -> Iterator[str]:
        return self._neighbour(1)

    def _previous(self, _rest: str) -> Iterator[str]:
        return self._neighbour(-1)

    def _neighbour(self, step: int) -> Iterator[str]:
        view = self._trail[-1]
        places = [place for place, each in enumerate(self._trail) if isinstance(each, ListView)]
        if isinstance(view, ListView) or not places:
            yield "Open an article first: type its number."
            return
        listing = cast(ListView, self._trail[places[-1]])
        if found := listing.beside(view.row.id, step):
            self._trail[places[-1]], article = found
            yield from self._open_article(article)
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

    def _story(self, number: str) -> Iterator[str]:
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
        yield from self._enter(ListView("articles of the story", rows, "It has no articles.", story=id))
        yield "timeline, quotes, numbers, says, names, related tell more of it."
