"""A story opened up in the linear reader: what its articles say side by side, a chapter at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.findings import Mention, Named
from index.models import Story
from index.overviews import Aspect, WhoSaysWhat
from tui.linear.items import Point, points, spoken
from tui.linear.opening import Opening
from tui.linear.views import ArticleView, ListView
from tui.panes import story_rows
from tui.panes.facts import Fact
from tui.panes.summary_rows import Heading
from tui.render import many, title_of


class Chapters(Opening):
    """The commands that tell more of a story; each row leads to its sentence, its article or its story."""

    def _show(self, item: object) -> Iterator[str]:
        match item:
            case Aspect(words=words, cells=cells):
                yield from self._mentions(words, [mention for cell in cells for mention in cell])
            case Named(name=name, variants=variants):
                rows = self._library.about(name, variants).articles
                yield from self._enter(ListView(f"articles with {name}", rows, "No article names it."))
            case _:
                yield from super()._show(item)

    def _mentions(self, words: str, mentions: Sequence[Mention]) -> Iterator[str]:
        names = self._who(list(dict.fromkeys(mention.spot.article for mention in mentions)))
        found = [(mention, self._sentence(mention)) for mention in mentions]
        rows = points(story_rows.sentences(found, names))
        yield from self._enter(ListView(f"sentences that speak of {words}", rows, "No sentence speaks of it."))

    def _sentence(self, mention: Mention) -> str:
        return self._library.article(mention.spot.article).sentence(mention.spot.sentence)

    def _who(self, articles: Sequence[str]) -> dict[str, str]:
        return {row.id: row.source or title_of(row) for row in self._library.rows(articles)}

    def _meant(self, number: str) -> Story:
        """The story of this number; without one, the story of the list or of the article where one is."""
        view = self._trail[-1]
        if number:
            item = self._item(number)
            if isinstance(item, Story):
                return item
            return self._library.story(self._library.row(self._targets(number)[0]).story)
        if isinstance(view, ArticleView):
            return self._library.story(view.row.story)
        told = next((each.story for each in reversed(self._trail) if isinstance(each, ListView) and each.story), "")
        return self._library.story(told)

    def _chapter(self, story: Story, name: str, entries: Sequence[Heading | Fact]) -> Iterator[str]:
        rows = points(entries)
        nothing = " ".join(spoken(entry) for entry in entries if isinstance(entry, Heading))
        yield from self._enter(ListView(name, rows, nothing or "Nothing is known of it.", story=story.id))

    def _timeline(self, number: str) -> Iterator[str]:
        story = self._meant(number)
        days = self._library.inside(story.id).timeline
        yield from self._chapter(story, "timeline", story_rows.timeline(days, self._who(story.articles)))

    def _quotes(self, number: str) -> Iterator[str]:
        story = self._meant(number)
        said = self._library.inside(story.id).quotations
        yield from self._chapter(story, "quotations", story_rows.quoted(said, self._who(story.articles)))

    def _numbers(self, number: str) -> Iterator[str]:
        story = self._meant(number)
        found = self._library.inside(story.id).numbers
        yield from self._chapter(story, "numbers", story_rows.numbers(found, self._who(story.articles)))

    def _says(self, number: str) -> Iterator[str]:
        story = self._meant(number)
        says = self._library.inside(story.id).says
        if len(says.tellers) < 2 or not says.aspects:
            yield "One voice alone tells it."
        else:
            yield from self._enter(ListView("who says what", _told(says), "", story=story.id))

    def _names(self, number: str) -> Iterator[str]:
        story = self._meant(number)
        yield from self._chapter(story, "names", story_rows.named(self._library.inside(story.id).names))

    def _related(self, number: str) -> Iterator[str]:
        story = self._meant(number)
        why, near, thread = self._library.kindred(story.id)
        rows = story_rows.related(story, why, near, thread, self._who(story.articles))
        headings = [Heading(row.left) if isinstance(row, Heading) else row for row in rows]  # without the app's keys
        yield from self._chapter(story, "related", headings)

    def _brief(self, _rest: str) -> Iterator[str]:
        told = [
            Point(
                f"{one.story.headline}. {many(len(one.articles), 'article')}. "
                + " ".join(line.text for line in one.summary.lines[:1]),
                one.story,
            )
            for one in self._library.brief()
        ]
        yield from self._enter(ListView("brief of the last days", told, "Nothing happened in the last days."))


def _told(says: WhoSaysWhat) -> list[Point]:
    """Who speaks of what, in how many sentences, and who does not."""
    found = []
    for aspect in says.aspects:
        cells = list(zip(says.tellers, aspect.cells, strict=True))
        said = ", ".join(f"{teller.source} {len(cell)}" for teller, cell in cells if cell)
        silent = ", ".join(teller.source for teller, cell in cells if not cell)
        found.append(Point(f"{aspect.words}: {said}{f'; not in {silent}' if silent else ''}.", aspect))
    return found
