import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.search.whoosh.scores import Scores, added, first, found_in, shared, without

DOCUMENTS = 30
SCORED = st.dictionaries(st.integers(0, DOCUMENTS - 1), st.integers(0, 9).map(float))


def scores(found: dict[int, float]) -> Scores:
    numbers = sorted(found)
    return Scores(np.array(numbers, np.int32), np.array([found[number] for number in numbers], np.float64))


def told(found: Scores) -> dict[int, float]:
    assert sorted(set(found.numbers.tolist())) == found.numbers.tolist()
    return dict(zip(found.numbers.tolist(), found.figures.tolist(), strict=True))


@given(st.lists(SCORED, min_size=1, max_size=4))
def test_shared_documents_are_in_every_part_and_score_the_sum(parts: list[dict[int, float]]) -> None:
    common = set(parts[0]).intersection(*parts)
    assert told(shared(list(map(scores, parts)))) == {number: sum(part[number] for part in parts) for number in common}


@given(st.lists(SCORED, max_size=4))
def test_added_documents_are_in_any_part_and_score_the_sum(parts: list[dict[int, float]]) -> None:
    every = set().union(*parts)
    assert told(added(list(map(scores, parts)), DOCUMENTS)) == {
        number: sum(part.get(number, 0.0) for part in parts) for number in every
    }


@given(SCORED, SCORED)
def test_documents_without_others_are_the_rest(found: dict[int, float], others: dict[int, float]) -> None:
    rest = {number: score for number, score in found.items() if number not in others}
    assert told(without(scores(found), scores(others).numbers)) == rest


@given(SCORED, st.lists(st.integers(0, DOCUMENTS + 5)))
def test_wanted_documents_are_found_where_they_stand(found: dict[int, float], wanted: list[int]) -> None:
    numbers = scores(found).numbers
    at, there = found_in(numbers, np.array(wanted, np.int32))
    assert there.tolist() == [number in found for number in wanted]
    assert numbers[at[there]].tolist() == [number for number in wanted if number in found]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=20), st.none() | st.integers(0, 25))
def test_the_first_are_those_that_sorting_all_puts_first(rows: list[tuple[int, int]], most: int | None) -> None:
    keys = [np.array([row[at] for row in rows], np.int64) for at in (0, 1)]
    order = first([*keys, np.arange(len(rows))], most)
    assert order.tolist() == sorted(range(len(rows)), key=lambda at: (*rows[at], at))[:most]
