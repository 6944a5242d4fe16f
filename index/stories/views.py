"""Articles as weighted vectors of length one, in the light of their archive: many at once, for one by one is dear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

import numpy as np

from index.stories.archive import Archive, Weights
from index.stories.calendar import month_day
from index.stories.rows import Bytes, Numbers
from index.stories.sketch import COMPARED
from index.stories.vectors import HEARD, NUMBER, TITLE

SHORT, LONG = 40, 1000
"""Words of a text that is as short as news gets, and of one beyond which length no longer matters: short texts share
few words even where they tell the same."""
BODY, LEAD, HEADLINE, NUMBERS, RARE = range(5)
"""The columns of `View.weights`."""
FOREMOST = 30
"""Terms of an article among which rare ones are looked for, the most telling ones."""
RARE_HELD, RARE_SHARE = 11, 25
"""A term is rare that no more articles hold than report one event, and in a small archive one in so many."""
KEY = 27
"""Bits that hold the number of a term or a phrase; those above hold an article, where many are sorted at once."""

_HEARD = np.array(HEARD)


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """An article as weighted vectors of length one."""

    terms: Numbers
    """Rising."""
    weights: Weights
    """For each of them what it weighs in all words, lead, headline and numbers, in vectors of length one; and the root
    of what a rare one tells."""
    phrases: Numbers
    """Those that another article holds too; rising."""
    telling: Weights
    """What each of them weighs."""
    brief: float
    """How short the text is, from 0 (`LONG`) to 1 (`SHORT`)."""
    weekdays: tuple[float, ...]
    """How often each is named; empty where none is."""
    dates: frozenset[int]
    """Days that the text names."""
    own: frozenset[int]
    """The day it appeared, in the same form."""
    day: int | None


def views(places: Sequence[int], archive: Archive) -> list[View]:
    """The articles at these places of an archive."""
    if not places:
        return []
    rows, at = archive.rows, np.array(places, np.int64)
    where, starts = rows.all_terms.of(at)
    telling = archive.weights(rows.all_terms.values[where].astype(np.int64))
    columns = zip(
        *_split(*_terms(at, telling, starts, archive)),
        *_split(*_phrases(at, telling, starts, archive)),
        places,
        strict=True,
    )
    return [_view(*column, archive) for column in columns]


def _view(terms: Numbers, weights: Weights, phrases: Numbers, telling: Weights, at: int, archive: Archive) -> View:
    rows = archive.rows
    day, named = int(rows.days[at]), rows.named.values[rows.named.starts[at] : rows.named.starts[at + 1]].tolist()
    return View(
        terms, weights, phrases, telling,
        brief=_brief(int(rows.words[at])),
        weekdays=_even([HEARD[times] for times in named[:7]]),
        dates=frozenset(_date(*each) for each in zip(named[7::2], named[8::2], strict=True)),
        own=frozenset({_date(*map(int, month_day(day).split("-")))} if day else ()),
        day=day or None,
    )  # fmt: skip


def _terms(at: Numbers, telling: Weights, starts: Numbers, archive: Archive) -> tuple[Numbers, Weights, Numbers]:
    """The terms of some articles, what they weigh in the vectors, and where those of each article begin and end."""
    rows = archive.rows
    where, bounds = rows.all_terms.of(at, COMPARED)
    heard = rows.heard.values[rows.heard.of(at)[0]]
    count, lead, kind = heard[:, 0].astype(np.int64), heard[:, 1].astype(np.int64), heard[:, 2]
    titled, numbers = (kind & TITLE).astype(np.int64), _HEARD[count] * (kind & NUMBER > 0)
    of = np.repeat(np.arange(len(at)), np.diff(bounds))
    rank = np.arange(len(where)) - bounds[of]
    tells, keys = telling[rank + starts[of]], rows.all_terms.values[where].astype(np.int64)
    vectors = np.array((_HEARD[count + 2 * titled], _HEARD[lead + titled], titled, numbers)) * tells
    whole = np.array([np.sqrt(np.bincount(of, row * row, len(at))) for row in vectors])
    whole[whole == 0] = 1.0
    rare = (rank < FOREMOST) & (archive.held(keys) <= min(RARE_HELD, len(rows) / RARE_SHARE))
    order = np.argsort(of << KEY | keys, kind="stable")
    return keys[order], np.vstack((vectors / whole[:, of], np.sqrt(tells) * rare)).T[order], bounds


def _phrases(at: Numbers, telling: Weights, starts: Numbers, archive: Archive) -> tuple[Numbers, Weights, Numbers]:
    """The same of the phrases that another holds too; a pair tells as much as its two terms together."""
    rows = archive.rows
    where, bounds = rows.pairs.of(at)
    triples: Bytes = rows.pairs.values[where]
    of = np.repeat(np.arange(len(at)), np.diff(bounds))
    left, right = starts[of] + triples[:, 0], starts[of] + triples[:, 1]
    terms = rows.all_terms.values[rows.all_terms.of(at)[0]]
    numbers = rows.numbered(terms[left], terms[right])
    shared = archive.shared(numbers)
    keys, of, left, right, triples = (
        numbers[shared].astype(np.int64),
        of[shared],
        left[shared],
        right[shared],
        triples[shared],
    )
    bounds = np.searchsorted(of, np.arange(len(at) + 1))
    weights = _HEARD[triples[:, 2]] * (telling[left] + telling[right])
    order = np.argsort(of << KEY | keys, kind="stable")
    whole = np.sqrt(np.bincount(of, weights * weights, len(at)))
    whole[whole == 0] = 1.0
    return keys[order], (weights / whole[of])[order], bounds


def _split(keys: Numbers, weights: Weights, bounds: Numbers) -> tuple[list[Numbers], list[Weights]]:
    """Copies, so that the views of one batch can be forgotten one by one."""
    parts = list(pairwise(bounds.tolist()))
    return [keys[begin:end].copy() for begin, end in parts], [weights[begin:end].copy() for begin, end in parts]


def _date(month: int, day: int) -> int:
    return month << 5 | day


def _brief(words: int) -> float:
    return log(LONG / min(LONG, max(SHORT, words))) / log(LONG / SHORT)


def _even(numbers: Sequence[float]) -> tuple[float, ...]:
    length = sum(number * number for number in numbers) ** 0.5
    return tuple(number / length for number in numbers) if length else ()
