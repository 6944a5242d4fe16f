"""Sketches are kept under numbers from which one can tell whether those that somebody counted are still all there."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from index.errors import NothingFound
from index.library import Library
from index.store.sketches import SketchStore

AGES_AGO = 1_000


@pytest.fixture
def store(library: Library) -> SketchStore:
    return library._stores.sketches


def last(store: SketchStore) -> int:
    return max(number for number, *_ in store.since("en", 0))


def removed(store: SketchStore, *articles: str) -> None:
    with store._database.transaction() as connection:
        connection.executemany("DELETE FROM sketches WHERE article = ?", [(article,) for article in articles])


def test_what_was_counted_is_told_from_what_came_later(store: SketchStore) -> None:
    english = [article for article, (language, _) in store.outlines().items() if language == "en"]
    until = last(store)
    assert store.counted("en", until) == (len(english), until)
    [some] = store.known(english[:1]).values()
    store.keep({english[0]: replace(some, words=1)})
    assert store.counted("en", until)[0] == len(english) - 1
    assert [article for _, article, _ in store.since("en", until)] == english[:1]
    assert next(store.sketches(english[:1])).words == 1


def test_a_number_never_comes_again_even_if_the_clock_goes_back(
    store: SketchStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    until = last(store)
    article = next(article for number, article, _ in store.since("en", 0) if number == until)
    known = store.known([article])
    removed(store, article)
    monkeypatch.setattr(time, "time_ns", lambda: AGES_AGO)
    store.keep(known)
    assert last(store) > until


def test_nothing_is_counted_of_a_language_that_nobody_writes(store: SketchStore) -> None:
    assert (store.counted("xx", 1 << 60), store.since("xx", 0)) == ((0, 0), [])


def test_an_article_that_is_not_there_has_no_outline_and_no_features(store: SketchStore) -> None:
    with pytest.raises(KeyError):
        store.outline("none")
    with pytest.raises(NothingFound):
        store.features("none")


def test_articles_without_a_sketch_are_missed(store: SketchStore) -> None:
    assert store.missing() == []
    some = sorted(store.outlines())[:2]
    removed(store, *some)
    assert sorted(store.missing()) == some
