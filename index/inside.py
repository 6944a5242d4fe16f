"""What a story shows when its articles are read side by side: articles from the store, answers from the core."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from index.errors import UsageError
from index.findings import Fresh, Named
from index.models import Article, ArticleRow
from index.overviews import About, Inside, InStory
from index.searching import Searching
from index.store.stores import Stores
from index.stories.aspects import who_says_what
from index.stories.copies import sources
from index.stories.countries import called
from index.stories.differing import differing
from index.stories.gather import gather
from index.stories.naming import naming
from index.stories.novelty import novelty
from index.stories.timeline import coverage, timeline
from index.words import WORD, fold, stop_words

NEIGHBOURS = 12
"""Articles of its story by which the names of one article are told apart; more would cost a tenth of a second."""
LOOKED_AT = 3
"""Articles found by a name whose stories are looked at for its other spellings."""
_DAY = len("2023-11-09")


def articles_of(stores: Stores, story: str) -> list[Article]:
    """The articles of a story, earliest first. Raises `NothingFound` for an id that is not in the library."""
    return [stores.articles.article(id) for id in stores.stories.story(story).articles]


def inside(stores: Stores, story: str) -> Inside:
    """All that `Inside` holds. Some 20 ms an article: for a worker."""
    return read_together(story, articles_of(stores, story))


def read_together(story: str, articles: Sequence[Article]) -> Inside:
    """The same from articles at hand, earliest first."""
    names = naming(articles)
    return Inside(
        story,
        sources(articles),
        novelty(articles),
        gather(articles),
        timeline(articles),
        coverage(articles),
        differing(articles),
        names,
        who_says_what(articles, names),
    )


def what_is_new(stores: Stores, story: str, read: Collection[str] | None) -> tuple[Fresh, ...]:
    """What each article adds to the earlier ones, or for somebody who has read some of them."""
    return novelty(articles_of(stores, story), read)


def names_in(stores: Stores, id: str) -> tuple[Named, ...]:
    """What one article names, in the forms that its story uses; what it names most comes first."""
    article = stores.articles.article(id)
    story = stores.articles.row(id).story
    others = [other for other in stores.stories.story(story).articles if other != id] if story else []
    told = naming([article, *(stores.articles.article(other) for other in others[:NEIGHBOURS])])
    own = [replace(one, mentions=tuple(at for at in one.mentions if at.spot.article == id)) for one in told]
    return tuple(sorted((one for one in own if one.mentions), key=lambda one: -len(one.mentions)))


def about(stores: Stores, search: Searching, name: str, variants: Collection[str]) -> About:
    """What names somebody, found by the full forms of the name and its initials; a family name alone may be another's.

    Raises `UsageError` for what is no name.
    """
    if WORD.search(name) is None:  # an empty phrase would find everything
        raise UsageError(f"{name!r} names nothing: a name has letters in it", subject=name)
    found = search.ids(_any_of([name]))
    known = variants or _variants(stores, found[:LOOKED_AT], name)
    full = [form for form in known if " " in form or " " not in name or _is_of_letters(form)]
    query = _any_of(list(dict.fromkeys((name, *full, *called(name)))))
    rows = sorted(stores.articles.rows(search.ids(query)), key=_latest_first, reverse=True)
    days = Counter(row.published.when[:_DAY] for row in rows if row.published and len(row.published.when) >= _DAY)
    return About(name, query, tuple(rows), tuple(_stories(stores, rows)), tuple(sorted(days.items())))


def _is_of_letters(form: str) -> bool:
    """True for NATO and U.S.; US is not told from us by a search."""
    return form.replace(".", "").isupper() and ("." in form or fold(form) not in stop_words("en"))


def _any_of(forms: Sequence[str]) -> str:
    """A query for phrases, any one of them."""
    return " OR ".join(f'"{" ".join(form.replace(chr(34), " ").split())}"' for form in forms)


def _variants(stores: Stores, found: Sequence[str], name: str) -> tuple[str, ...]:
    """Other spellings of a name, as the stories of the best articles have them."""
    stories = dict.fromkeys(row.story for row in stores.articles.rows(list(found)) if row.story)
    for story in stories:
        ids = stores.stories.story(story).articles[:NEIGHBOURS]
        for one in naming([stores.articles.article(id) for id in ids]):
            if name in one.variants and len(one.variants) > 1:
                return one.variants
    return ()


def _latest_first(row: ArticleRow) -> tuple[str, str]:
    return row.published.when if row.published else "", row.id


def _stories(stores: Stores, rows: Sequence[ArticleRow]) -> Iterator[InStory]:
    members: dict[str, list[str]] = {}
    for row in rows:
        if row.story:
            members.setdefault(row.story, []).append(row.id)
    for story, articles in members.items():
        yield InStory(story, stores.stories.headline(story), tuple(reversed(articles)))
