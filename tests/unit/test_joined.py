"""A counted archive and some articles more: nobody can tell it from all of them counted at once."""

from __future__ import annotations

import struct
from bisect import bisect

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from index.stories.archive import Archive
from index.stories.joined import joined, parts
from index.stories.rows import Rows, places
from index.stories.sketch import Sketch

FEW, MORE = 16, 48
"""Up to `FEW` articles tell equally many terms and phrases apart; from `MORE` up to both together, more of them."""


@st.composite
def sketches(draw: st.DrawFn) -> Sketch:
    terms = draw(st.lists(st.sampled_from([7, 0x25555, 0x3ABCD, 1 << 31, *range(100, 115)]), unique=True, max_size=8))
    place = st.integers(0, max(0, len(terms) - 1))
    phrases = draw(st.lists(st.tuples(place, place, st.integers(1, 9)), max_size=6 if terms else 0))
    heard = bytes(3 * len(terms))
    days = bytes(7) + bytes(draw(st.sampled_from([(), (5, 17), (5, 17, 12, 1)])))
    packed = struct.pack(f"<{len(terms)}I", *terms)
    return Sketch("en", None, len(terms), packed, heard, bytes(b for each in phrases for b in each), days)


def whole(archive: Archive) -> list[list[object]]:
    return [archive.rows.names, *(np.concatenate([*part]).tolist() for part in parts(archive))]


@given(st.lists(sketches(), max_size=FEW), st.sets(st.integers(0, FEW - 1)), st.sampled_from([0, MORE]))
def test_articles_that_come_later_are_counted_as_if_they_had_been_there(
    some: list[Sketch], late: set[int], more: int
) -> None:
    all_sketches = [*some, *(some * FEW)[:more]]
    names = [f"{at:02}" for at in range(len(all_sketches))]
    known = dict(zip(names, all_sketches, strict=True))
    new = [name for at, name in enumerate(names) if at in late and at < len(some)]
    old = [name for name in names if name not in new]
    assume(places(len(old)) == places(len(names)))
    before = Archive(Rows.of(old, (known[name] for name in old)))
    at = [bisect(old, name) for name in new]
    there, made = joined(before, Rows.of(new, (known[name] for name in new), among=len(names)), at)
    assert [there, *(np.concatenate([*part]).tolist() for part in made)] == whole(Archive(Rows.of(names, all_sketches)))


def test_a_phrase_of_a_few_articles_has_the_number_that_it_has_among_many() -> None:
    few, many = (Rows.of(["a"], [phrased()], among=among) for among in (0, 10_000))
    assert few.phrases(0, 1).tolist() != many.phrases(0, 1).tolist()
    assert many.phrases(0, 1).tolist() == Rows.of(["a"] * 10_000, [phrased()] * 10_000).phrases(0, 1).tolist()


def phrased() -> Sketch:
    return Sketch("en", None, 2, struct.pack("<2I", (1 << 20) + 5, (1 << 25) + 3), bytes(6), bytes([0, 1, 1]), bytes(7))


def test_so_few_articles_tell_equally_many_terms_apart() -> None:
    assert places(1) == places(FEW) != places(MORE) == places(MORE + FEW)
    assert places(FEW)[1] < places(MORE)[1]
